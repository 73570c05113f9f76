#include "report/timeline.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "report/page_text.h"
#include "wording/fact_text.h"

namespace concord::report {
namespace {

constexpr std::size_t kMostSeries = 8;
constexpr std::size_t kMostPoints = 400;  // of one source
constexpr int kFigureTicks = 5;
constexpr int kMostFigureTicks = 12;
constexpr double kLabelHeight = 15;
constexpr double kApart = 1.6;  // between lines of equal figures
constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kSteps[] = {900,
                                   1800,
                                   kHour,
                                   2 * kHour,
                                   3 * kHour,
                                   6 * kHour,
                                   12 * kHour,
                                   kSecondsPerDay,
                                   2 * kSecondsPerDay,
                                   7 * kSecondsPerDay,
                                   14 * kSecondsPerDay,
                                   30 * kSecondsPerDay,
                                   91 * kSecondsPerDay,
                                   365 * kSecondsPerDay,
                                   3650 * kSecondsPerDay};

std::string pixels(double value) {
  const auto tenths = std::llround(value * 10);
  return tenths % 10 == 0 ? std::to_string(tenths / 10)
                          : fmt::format("{}{}.{}", tenths < 0 ? "-" : "", std::abs(tenths) / 10,
                                        std::abs(tenths) % 10);
}

struct Sample {
  Timestamp when;
  double figure = 0;
  const Statement* statement = nullptr;
  const Publication* published = nullptr;
};

/// One source's samples, oldest first.
struct Track {
  std::string source;
  std::vector<Sample> samples;
};

const Quantity* quantity_of(const Statement& statement) {
  return std::get_if<Quantity>(&statement.value);
}

bool one_unit(const MatrixRow& row) {
  const std::string* unit = nullptr;
  for (const Cell& cell : row.cells) {
    for (const Statement& statement : cell.statements) {
      const Quantity* quantity = quantity_of(statement);
      if (quantity != nullptr && unit != nullptr && quantity->unit != *unit) {
        return false;
      }
      unit = quantity != nullptr ? &quantity->unit : unit;
    }
  }
  return true;
}

std::optional<double> number_of(const Statement& statement, bool in_base_units) {
  const Quantity* quantity = quantity_of(statement);
  if (quantity == nullptr || statement.mode == Mode::denied) {
    return std::nullopt;
  }
  std::optional<Decimal> number = in_base_units ? statement.base : quantity->nominal;
  if (!number && !in_base_units) {
    number = quantity->hard.low ? quantity->hard.low : quantity->hard.high;
  }
  return number ? std::optional(number->to_double()) : std::nullopt;
}

std::vector<Track> tracks_of(const Findings& findings, const MatrixRow& row,
                             const std::vector<std::string>& sources, bool in_base_units) {
  std::vector<Track> tracks;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    Track track{sources[column], {}};
    for (const Statement& statement : row.cells[column].statements) {
      const Document& document = findings.documents[statement.document.index];
      const auto& published = document.updated ? document.updated : document.published;
      const auto number = number_of(statement, in_base_units);
      if (number && published && track.samples.size() < kMostPoints) {
        track.samples.push_back({published->begin, *number, &statement, &*published});
      }
    }
    if (!track.samples.empty()) {
      tracks.push_back(std::move(track));
    }
  }
  return tracks;
}

/// Keeps the tracks with the most samples, in the order of the columns.
std::size_t keep_most_telling(std::vector<Track>& tracks) {
  if (tracks.size() <= kMostSeries) {
    return 0;
  }
  std::vector<std::size_t> order(tracks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t i) { return tracks[i].samples.size(); });
  order.resize(kMostSeries);
  std::ranges::sort(order);
  std::vector<Track> kept;
  for (const std::size_t i : order) {
    kept.push_back(std::move(tracks[i]));
  }
  const std::size_t others = tracks.size() - kept.size();
  tracks = std::move(kept);
  return others;
}

/// Maps times and figures to the plot.
struct Scale {
  std::int64_t first = 0, last = 1;  // seconds
  double low = 0, high = 1;          // figures
  double left = 0, right = 1, top = 0, bottom = 1;

  double x(Timestamp when) const {
    const double share =
        static_cast<double>(when.seconds - first) / static_cast<double>(last - first);
    return left + share * (right - left);
  }
  double y(double figure) const { return bottom - (figure - low) / (high - low) * (bottom - top); }
};

double nice_step(double span, int ticks) {
  const double rough = span / ticks;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) {
      return factor * power;
    }
  }
  return 10 * power;
}

/// The least and greatest time and figure of all samples; there is at least one.
Scale extent_of(const std::vector<Track>& tracks) {
  const Sample& first = tracks.front().samples.front();
  Scale scale;
  scale.first = scale.last = first.when.seconds;
  scale.low = scale.high = first.figure;
  for (const Track& track : tracks) {
    for (const Sample& sample : track.samples) {
      scale.first = std::min(scale.first, sample.when.seconds);
      scale.last = std::max(scale.last, sample.when.seconds);
      scale.low = std::min(scale.low, sample.figure);
      scale.high = std::max(scale.high, sample.figure);
    }
  }
  return scale;
}

Scale scale_of(const std::vector<Track>& tracks, const std::optional<Timestamp>& last_night,
               const PlotSize& size) {
  Scale scale = extent_of(tracks);
  if (last_night && last_night->seconds > scale.last &&
      last_night->seconds - scale.last < kSecondsPerDay) {
    scale.last = last_night->seconds;
  }
  const std::int64_t margin = std::max<std::int64_t>((scale.last - scale.first) / 25, 1);
  scale.first -= margin;
  scale.last += margin;
  if (scale.low >= 0 && scale.low < scale.high * 0.5) {
    scale.low = 0;
  }
  const double room = scale.high > scale.low ? (scale.high - scale.low) * 0.12
                                             : std::max(1.0, std::abs(scale.high) * 0.1);
  scale.high += room;
  scale.low -= scale.low == 0 ? 0 : room;
  constexpr double kTop = 14;
  constexpr double kBelow = 30;
  scale.left = size.left;
  scale.right = size.width - std::max(size.right, 12);
  scale.top = kTop;
  scale.bottom = size.height - kBelow;
  return scale;
}

/// The wall clock of the publications where they share one, else UTC.
int offset_of(const std::vector<Track>& tracks) {
  const int offset = tracks.front().samples.front().published->offset_minutes;
  for (const Track& track : tracks) {
    for (const Sample& sample : track.samples) {
      if (sample.published->offset_minutes != offset) {
        return 0;
      }
    }
  }
  return offset;
}

std::vector<Timeline::Tick> time_ticks(const Scale& scale, std::int64_t offset, int most) {
  const std::int64_t span = scale.last - scale.first;
  const auto* step = std::ranges::find_if(kSteps, [&](std::int64_t s) { return span / s <= most; });
  const std::int64_t every = step == std::end(kSteps) ? span : *step;
  std::vector<Timeline::Tick> ticks;
  std::int64_t at = (scale.first + offset) / every * every;
  bool dated = every >= kSecondsPerDay;
  for (; at <= scale.last + offset; at += every) {
    if (at < scale.first + offset) {
      continue;
    }
    const Timestamp utc{at - offset};
    const bool midnight = at % kSecondsPerDay == 0;
    const int minutes = static_cast<int>(offset / 60);
    std::string label = short_time({{}, utc, midnight ? Timestamp{utc.seconds + 1} : utc, minutes});
    if (!midnight && (dated || !ticks.empty())) {
      label = label.substr(label.rfind(' ') + 1);
    }
    dated = dated || midnight;
    ticks.push_back({pixels(scale.x(utc)), std::move(label)});
  }
  return ticks;
}

std::vector<Timeline::Tick> figure_ticks(const Scale& scale, bool whole) {
  double step = nice_step(scale.high - scale.low, kFigureTicks);
  step = whole ? std::max(step, 1.0) : step;
  std::vector<Timeline::Tick> ticks;
  const double first = std::ceil(scale.low / step) * step;
  for (int i = 0; i < kMostFigureTicks && first + i * step <= scale.high; ++i) {
    const double at = first + i * step;
    ticks.push_back({pixels(scale.y(at)), grouped(fmt::format("{:.10g}", at))});
  }
  return ticks;
}

Timeline::Shape shape_of(const Statement& statement) {
  switch (quantity_of(statement)->hedge) {
    case Hedge::at_least:
    case Hedge::more_than:
    case Hedge::well_over:
    case Hedge::just_over:
      return Timeline::Shape::floor;
    case Hedge::at_most:
    case Hedge::less_than:
    case Hedge::as_many_as:
    case Hedge::just_under:
      return Timeline::Shape::ceiling;
    case Hedge::about:
    case Hedge::between:
    case Hedge::vague:
      return Timeline::Shape::about;
    default:
      return Timeline::Shape::exact;
  }
}

Timeline::Series series_of(const Track& track, const Scale& scale, double shift,
                           const std::optional<int>& clock) {
  Timeline::Series series;
  series.source = track.source;
  double last_y = 0;
  std::string last_x;
  for (const Sample& sample : track.samples) {
    const Statement& statement = *sample.statement;
    const bool provisional = statement.mode == Mode::possible || statement.mode == Mode::projected;
    const double y = scale.y(sample.figure) + shift;
    series.points.push_back({pixels(scale.x(sample.when)), pixels(y), shape_of(statement),
                             provisional, statement.facts.front(), statement.label,
                             short_time(on_clock(*sample.published, clock))});
    if (!provisional) {
      const std::string x = pixels(scale.x(sample.when));
      series.path += series.path.empty() ? fmt::format("M{} {}", x, pixels(y))
                                         : fmt::format("H{}V{}", x, pixels(y));
      last_y = y;
      last_x = x;
    }
  }
  if (!series.path.empty()) {
    series.hold = fmt::format("M{} {}H{}", last_x, pixels(last_y), pixels(scale.right));
    series.end = last_y;
    series.end_y = pixels(last_y);
  }
  return series;
}

/// Names beside the ends of the lines, none upon another; without room for all, none.
void place_names(std::vector<Timeline::Series>& series, const Scale& scale, bool has_margin) {
  std::vector<Timeline::Series*> order;
  for (Timeline::Series& one : series) {
    if (!one.end_y.empty()) {
      order.push_back(&one);
    }
  }
  const double room = scale.bottom - scale.top;
  if (!has_margin || static_cast<double>(order.size()) * kLabelHeight > room) {
    for (Timeline::Series* one : order) {
      one->end_y.clear();
    }
    return;
  }
  std::ranges::stable_sort(order, {},
                           [](const Timeline::Series* one) { return std::stod(one->end_y); });
  std::vector<double> at;
  for (const Timeline::Series* one : order) {
    const double wanted = one->end + 4;
    at.push_back(at.empty() ? std::max(wanted, scale.top + 4)
                            : std::max(wanted, at.back() + kLabelHeight));
  }
  double limit = scale.bottom + 4;
  for (std::size_t i = order.size(); i-- > 0; limit = at[i] - kLabelHeight) {
    at[i] = std::min(at[i], limit);
    order[i]->end_y = pixels(at[i]);
  }
}

void add_band(Timeline& timeline, const Finding& finding, const Scale& scale, bool plain) {
  if (!finding.range.bounded() || !plain) {
    return;
  }
  constexpr double kThinnest = 3;
  const double low = scale.y(finding.range.low->to_double());
  const double high = scale.y(finding.range.high->to_double());
  const double height = std::max(low - high, kThinnest);
  const double top = (low + high - height) / 2;
  if (top < scale.top - kThinnest || top + height > scale.bottom + kThinnest) {
    return;
  }
  timeline.band_top = pixels(top);
  timeline.band_height = pixels(height);
  const std::string from = grouped(wording::told_number(*finding.range.low));
  const std::string to = grouped(wording::told_number(*finding.range.high));
  timeline.band_label = from == to ? from : from + "–" + to;
}

bool worth_plotting(const std::vector<Track>& tracks) {
  std::size_t samples = 0;
  bool moves = false;
  std::optional<Timestamp> first;
  bool later = false;
  for (const Track& track : tracks) {
    for (const Sample& sample : track.samples) {
      ++samples;
      later = later || (first && sample.when != *first);
      moves = moves || sample.figure != tracks.front().samples.front().figure;
      first = first ? first : sample.when;
    }
  }
  return samples >= 2 && later && moves;
}

}  // namespace

std::optional<Timeline> plot(const Findings& findings, const MatrixRow& row,
                             const std::vector<std::string>& sources,
                             const std::optional<Timestamp>& last_night, const PlotSize& size,
                             const std::optional<int>& clock) {
  const bool plain = one_unit(row);
  std::vector<Track> tracks = tracks_of(findings, row, sources, !plain);
  if (tracks.empty() || !worth_plotting(tracks)) {
    return std::nullopt;
  }
  Timeline timeline;
  timeline.others = keep_most_telling(tracks);
  const Scale scale = scale_of(tracks, last_night, size);
  const int minutes = clock.value_or(offset_of(tracks));
  timeline.zone = zone_name(minutes);
  const std::int64_t offset = std::int64_t{minutes} * 60;
  timeline.width = std::to_string(size.width);
  timeline.height = std::to_string(size.height);
  timeline.left = pixels(scale.left);
  timeline.right = pixels(scale.right);
  timeline.top = pixels(scale.top);
  timeline.bottom = pixels(scale.bottom);
  timeline.times = time_ticks(scale, offset, size.time_ticks);
  const Quantity& quantity = *quantity_of(*tracks.front().samples.front().statement);
  timeline.figures = figure_ticks(scale, quantity.dimension == Dimension::count);
  timeline.unit = !plain                                     ? std::string()
                  : quantity.dimension == Dimension::percent ? "%"
                  : quantity.dimension == Dimension::count   ? std::string()
                  : quantity.unit_text.empty()               ? quantity.unit
                                                             : quantity.unit_text;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const double shift =
        (static_cast<double>(i) - static_cast<double>(tracks.size() - 1) / 2) * kApart;
    timeline.series.push_back(series_of(tracks[i], scale, shift, clock));
  }
  place_names(timeline.series, scale, size.right > 0);
  add_band(timeline, findings.findings[row.finding], scale, true);
  if (last_night && last_night->seconds > scale.first && last_night->seconds < scale.last) {
    constexpr double kWords = 66;  // "last night"
    const double at = scale.x(*last_night);
    timeline.last_night = pixels(at);
    timeline.last_night_at_edge = at + kWords > size.width;
  }
  return timeline;
}

}  // namespace concord::report
