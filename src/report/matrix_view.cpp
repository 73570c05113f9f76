// The matrix of facts by sources, the plots of its rows, and the lists beside it.
#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/fact_json.h"
#include "report/page_text.h"
#include "report/report.h"
#include "report/story_view.h"
#include "report/timeline.h"
#include "wording/fact_text.h"
#include "wording/finding_text.h"
#include "wording/names.h"

namespace concord::report {
namespace {

constexpr std::size_t kMostColumns = 12;
constexpr std::size_t kMostRows = 40;
constexpr std::size_t kMostStatements = 12;  // of a cell
constexpr std::size_t kMostPlots = 3;
constexpr std::size_t kMostLines = 60;
constexpr std::size_t kShownLabels = 3;
constexpr PlotSize kWide{};
constexpr PlotSize kNarrow{.width = 360, .height = 230, .left = 46, .right = 0, .time_ticks = 3};

/// The columns with the most figures, in their order.
std::vector<std::size_t> shown_columns(const Matrix& matrix) {
  std::vector<std::size_t> columns(matrix.sources.size());
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  if (columns.size() <= kMostColumns) {
    return columns;
  }
  std::vector<std::size_t> filled(columns.size());
  for (const MatrixRow& row : matrix.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      filled[i] += row.cells[i].statements.empty() ? 0 : 1;
    }
  }
  std::ranges::stable_sort(columns, std::ranges::greater{},
                           [&](std::size_t column) { return filled[column]; });
  columns.resize(kMostColumns);
  std::ranges::sort(columns);
  return columns;
}

bool stands(const Statement& statement) {
  return statement.mode == Mode::stated || statement.mode == Mode::corrected;
}

std::string_view state_of(const Statement& statement) {
  if (!stands(statement)) {
    return wording::name_of(statement.mode);
  }
  return statement.behind ? "behind" : statement.disputed ? "disputed" : "";
}

/// "was 115": the figure that the source had before.
std::string earlier_label(const Cell& cell, const Statement& current) {
  std::string earlier;
  for (const Statement& statement : cell.statements) {
    if (&statement == &current) {
      break;
    }
    if (stands(statement) && statement.label != current.label) {
      earlier = statement.label;
    }
  }
  return earlier;
}

std::vector<View> statement_views(const Scene& scene, std::uint32_t finding,
                                  const std::vector<Statement>& statements) {
  std::vector<View> views;
  for (std::size_t i = statements.size(); i-- > 0;) {
    const Statement& statement = statements[i];
    for (const FactId fact : statement.facts) {
      if (views.size() == kMostStatements) {
        return views;
      }
      View view = sentence_view(scene, fact);
      view.text("place",
                scene.anchors.take(fmt::format("{}-e{}", scene.places.at(finding), fact.index)));
      view.text("label", statement.label).some("state", state_of(statement));
      views.push_back(std::move(view));
    }
  }
  return views;
}

View cell_view(const Scene& scene, const MatrixRow& row, std::size_t column,
               const std::string& source) {
  const Cell& cell = row.cells[column];
  View view;
  view.text("source", source).flag("said", !cell.statements.empty());
  if (cell.statements.empty()) {
    return view;
  }
  const Statement* current = cell.current();
  const Statement& shown = current != nullptr ? *current : cell.statements.back();
  view.text("label", shown.label);
  view.text("spoken", wording::words(scene.findings().documents[shown.document.index],
                                     scene.findings().facts[shown.facts.front().index].filler));
  view.some("state", state_of(shown));
  view.flag("hollow", !stands(shown)).flag("behind", shown.behind);
  view.flag("disputed", shown.disputed);
  view.some("was", earlier_label(cell, shown));
  view.list("statements", statement_views(scene, row.finding, cell.statements));
  return view;
}

/// "133 ×12, ≥130 ×3": the sources without a column of their own.
std::string others_label(const MatrixRow& row, const std::vector<std::size_t>& shown) {
  std::map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Statement* current = row.cells[i].current();
    if (current != nullptr && !std::ranges::binary_search(shown, i)) {
      ++counts[current->label];
    }
  }
  std::vector<std::pair<std::string, std::size_t>> order(counts.begin(), counts.end());
  std::ranges::stable_sort(order, std::ranges::greater{},
                           &std::pair<std::string, std::size_t>::second);
  std::vector<std::string> labels;
  for (const auto& [label, count] : order) {
    labels.push_back(fmt::format("{} ×{}", label, count));
  }
  return wording::listed(labels, kShownLabels);
}

std::string range_label(const Scene& scene, const Finding& finding) {
  const auto rule = std::ranges::find(scene.rules.facts, finding.fact, &FactRule::name);
  const std::string_view unit =
      rule == scene.rules.facts.end() ? std::string_view() : std::string_view(rule->unit);
  const bool timed = finding.figure && !std::holds_alternative<Quantity>(*finding.figure);
  std::string text =
      timed ? figure_label(*finding.figure, {}) : wording::range_text(finding.range, unit);
  if (std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
    text = grouped(text);
  }
  text += !timed && !text.empty() && unit == "percent" ? "%" : "";
  return wording::clipped(text);
}

View row_view(const Scene& scene, const Matrix& matrix, const MatrixRow& row,
              const std::vector<std::size_t>& columns) {
  const Finding& finding = scene.finding(row.finding);
  View view;
  view.text("subject", wording::subject(finding));
  std::string detail(row.accepted ? "accepted" : wording::name_of(finding.detail));
  std::ranges::replace(detail, '_', ' ');
  view.text("relation", wording::name_of(finding.relation)).text("detail", detail);
  add_severity(view, finding.severity);
  view.flag("differs", !row.accepted && finding.relation != Relation::agreement &&
                           finding.relation != Relation::uncorroborated);
  view.some("link", wording::is_worth_telling(finding) && !row.accepted
                        ? scene.places.at(row.finding)
                        : std::string());
  view.text("row_place", scene.places.at(row.finding));
  view.text("range", range_label(scene, finding));
  std::vector<View> cells;
  for (const std::size_t column : columns) {
    cells.push_back(cell_view(scene, row, column, matrix.sources[column]));
  }
  view.list("cells", std::move(cells));
  view.text("others", others_label(row, columns));
  return view;
}

View point_view(const Scene& scene, const Timeline::Point& point, std::uint32_t finding) {
  View view;
  view.text("x", point.x).text("y", point.y);
  view.flag("floor", point.shape == Timeline::Shape::floor);
  view.flag("ceiling", point.shape == Timeline::Shape::ceiling);
  view.flag("about", point.shape == Timeline::Shape::about);
  view.flag("exact", point.shape == Timeline::Shape::exact);
  view.flag("provisional", point.provisional);
  view.text("label", point.label).text("when", point.when);
  view.text("target", fmt::format("{}-e{}", scene.places.at(finding), point.fact.index));
  return view;
}

/// How wide a letter of a name beside a plot is at most, in tenths of a pixel: semibold, 13 pixels.
int width_of(char letter) {
  constexpr std::string_view kThin = "ijl.,'|:;!I";
  constexpr std::string_view kSlender = "tfr- ()";
  constexpr std::string_view kBroad = "mwMW@%&";
  const auto among = [&](std::string_view letters) {
    return letters.find(letter) != std::string_view::npos;
  };
  const bool large = letter >= 'A' && letter <= 'Z';
  return among(kThin) ? 46 : among(kSlender) ? 60 : among(kBroad) ? 126 : large ? 96 : 83;
}

/// A source's name as long as the plot has room for it.
std::string short_name(const std::string& source) {
  constexpr int kRoom = 1540;
  constexpr int kDots = 110;
  int width = 0;
  std::size_t cut = 0;  // where the dots still fit
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (!is_code_point_start(source, at)) {
      continue;
    }
    cut = width + kDots <= kRoom ? at : cut;
    width += width_of(source[at]);
    if (width > kRoom) {
      const std::size_t last = source.find_last_not_of(' ', cut == 0 ? 0 : cut - 1);
      return source.substr(0, last + 1) + "…";
    }
  }
  return source;
}

View timeline_view(const Scene& scene, const Timeline& timeline, std::uint32_t finding) {
  const auto ticks = [](const std::vector<Timeline::Tick>& given) {
    std::vector<View> views;
    for (const Timeline::Tick& tick : given) {
      View view;
      view.text("at", tick.at).text("tick", tick.label);
      views.push_back(std::move(view));
    }
    return views;
  };
  View view;
  view.text("width", timeline.width).text("height", timeline.height);
  view.text("left", timeline.left).text("right", timeline.right);
  view.text("top", timeline.top).text("bottom", timeline.bottom);
  view.list("times", ticks(timeline.times)).list("figures", ticks(timeline.figures));
  view.some("band_top", timeline.band_top).text("band_height", timeline.band_height);
  view.text("band_label", timeline.band_label);
  view.some("last_night_x", timeline.last_night);
  view.flag("at_edge", timeline.last_night_at_edge);
  std::vector<View> series;
  for (std::size_t i = 0; i < timeline.series.size(); ++i) {
    const Timeline::Series& one = timeline.series[i];
    View line;
    line.text("n", std::to_string(i)).text("source", one.source);
    line.some("path", one.path).some("hold", one.hold).some("end_y", one.end_y);
    line.text("name", short_name(one.source));
    std::vector<View> points;
    for (const Timeline::Point& point : one.points) {
      points.push_back(point_view(scene, point, finding));
    }
    line.list("points", std::move(points));
    series.push_back(std::move(line));
  }
  view.list("series", std::move(series));
  return view;
}

}  // namespace

View matrix_view(const Scene& scene, const Matrix& matrix) {
  const std::vector<std::size_t> columns = shown_columns(matrix);
  View view;
  std::vector<std::string> names;
  for (const std::size_t column : columns) {
    names.push_back(matrix.sources[column]);
  }
  const std::size_t others = matrix.sources.size() - columns.size();
  view.list("sources", texts(names));
  view.some("other_sources", others == 0 ? std::string() : counted(others, "more source"));
  std::vector<View> rows;
  for (const MatrixRow& row : matrix.rows) {
    if (rows.size() < kMostRows) {
      rows.push_back(row_view(scene, matrix, row, columns));
    }
  }
  const std::size_t more = matrix.rows.size() - rows.size();
  view.list("rows", std::move(rows));
  view.some("more_rows", more == 0 ? std::string() : counted(more, "more fact"));
  return view;
}

std::vector<View> plot_views(const Scene& scene, const Matrix& matrix) {
  std::vector<View> views;
  for (const MatrixRow& row : matrix.rows) {
    if (row.accepted || !wording::is_worth_telling(scene.finding(row.finding))) {
      continue;
    }
    const auto& last_night = scene.night.last_night;
    const auto clock = clock_of(scene.night);
    const auto wide = plot(scene.findings(), row, matrix.sources, last_night, kWide, clock);
    const auto narrow = plot(scene.findings(), row, matrix.sources, last_night, kNarrow, clock);
    if (!wide || !narrow) {
      continue;
    }
    View view;
    const Finding& finding = scene.finding(row.finding);
    view.text("subject", wording::subject(finding))
        .text("statement", wording::short_statement(finding));
    view.text("plot_place", scene.anchors.take("p-" + finding.id));
    view.text("zone", wide->zone).some("unit", wide->unit);
    view.some("not_drawn",
              wide->others == 0 ? std::string() : counted(wide->others, "more source"));
    view.some("band_now", wide->band_label);
    view.child("wide", timeline_view(scene, *wide, row.finding));
    view.child("narrow", timeline_view(scene, *narrow, row.finding));
    views.push_back(std::move(view));
    if (views.size() == kMostPlots) {
      break;
    }
  }
  return views;
}

std::vector<View> alone_lines(const Scene& scene) {
  std::vector<View> lines;
  for (const std::uint32_t number : single_sourced(scene.opened.index, scene.story)) {
    const Finding& finding = scene.finding(number);
    const std::vector<Statement> said = scene.opened.index.statements(finding);
    if (said.empty() || wording::is_worth_telling(finding) || lines.size() == kMostLines) {
      continue;
    }
    View view;
    const Statement& newest = said.back();
    view.text("subject", wording::subject(finding)).text("label", newest.label);
    view.text("source", scene.findings().documents[newest.document.index].source);
    view.flag("one_origin", finding.detail == Detail::one_origin);
    view.text("place", scene.places.at(number));
    view.list("statements", statement_views(scene, number, said));
    lines.push_back(std::move(view));
  }
  return lines;
}

std::vector<View> quote_lines(const Scene& scene) {
  std::vector<View> lines;
  for (const std::uint32_t number : scene.opened.index.of(scene.story)) {
    const Finding& finding = scene.finding(number);
    const bool agrees =
        finding.relation == Relation::agreement || finding.relation == Relation::uncorroborated;
    if (!agrees || wording::is_worth_telling(finding) || lines.size() == kMostLines ||
        finding.positions.empty() || finding.positions.front().facts.empty()) {
      continue;
    }
    const FactId fact = finding.positions.front().facts.front();
    const auto* quote = std::get_if<Quote>(&scene.findings().facts[fact.index].value);
    if (quote == nullptr) {
      continue;
    }
    View view;
    view.text("words", quote->text).some("speaker", quote->speaker);
    view.text("place", scene.places.at(number));
    view.list("statements", statement_views(scene, number, scene.opened.index.statements(finding)));
    lines.push_back(std::move(view));
  }
  return lines;
}

}  // namespace concord::report
