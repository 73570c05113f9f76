#include <string>

#include "normalize/date_parts.h"
#include "normalize/numbers.h"

namespace concord::normalize {
namespace {

struct IsoHour {
  int hour = 0;
  std::uint32_t end = 0;
};

// "T13", in one token or two
std::optional<IsoHour> iso_hour(const Scan& scan, std::uint32_t at) {
  const std::string_view head = scan.spelling(at);
  if (!scan.attached(at) || head.empty() || (head[0] != 'T' && head[0] != 't')) {
    return std::nullopt;
  }
  if (head.size() == 1) {
    const auto hour = scan.attached(at + 1) ? small_whole(scan, at + 1, 2) : std::nullopt;
    return hour ? std::optional(IsoHour{static_cast<int>(*hour), at + 2}) : std::nullopt;
  }
  const bool digits =
      head.size() == 3 && head[1] >= '0' && head[1] <= '2' && head[2] >= '0' && head[2] <= '9';
  return digits ? std::optional(IsoHour{(head[1] - '0') * 10 + (head[2] - '0'), at + 1})
                : std::nullopt;
}

// T13:15:30Z, T13:15+03:00 after an ISO date
void take_iso_clock(const TimeScan& at_time, TimePart& part) {
  const Scan& scan = at_time.scan;
  const auto hour = iso_hour(scan, part.end);
  const auto minute = hour && attached_mark(scan, hour->end, ':')
                          ? small_whole(scan, hour->end + 1, 2)
                          : std::nullopt;
  if (!minute) {
    return;
  }
  Clock clock{.begin = part.end,
              .end = hour->end + 2,
              .hour = hour->hour,
              .minute = static_cast<int>(*minute),
              .has_minute = true};
  const auto second =
      attached_mark(scan, clock.end, ':') ? small_whole(scan, clock.end + 1, 2) : std::nullopt;
  if (second) {
    clock.second = static_cast<int>(*second);
    clock.has_second = true;
    clock.end += 2;
  }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) {
    return;
  }
  const bool universal = scan.attached(clock.end) && scan.says(clock.end, "z");
  const ZoneAt zone = universal ? ZoneAt{clock.end + 1, 0} : offset_after(scan, clock.end);
  part.period = clock_period(part.period, clock);
  move_to_text_zone(at_time.reading, zone.minutes, part.period.span);
  part.end = zone.end;
}

// Both readings of 3/4/2024 are kept; the American one first.
void add_alternative(TimePart& part, std::int64_t year, std::int64_t month, std::int64_t day) {
  if (month != day && is_date(year, month, day)) {
    part.period.span.alts.push_back(
        day_period(
            day_number(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)))
            .span.timex);
  }
}

}  // namespace

// 2024-03-22, 2024/3/22
std::optional<TimePart> read_iso_date(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (scan.spelling(at).size() != 4) {
    return std::nullopt;
  }
  const bool dashes = attached_dash(scan, at + 1) && attached_dash(scan, at + 3);
  const bool slashes = attached_mark(scan, at + 1, '/') && attached_mark(scan, at + 3, '/');
  if (!dashes && !slashes) {
    return std::nullopt;
  }
  const auto year = small_whole(scan, at, 4);
  const auto month = small_whole(scan, at + 2, 2);
  const auto day = small_whole(scan, at + 4, 2);
  if (!year || !month || !day || !is_date(*year, *month, *day)) {
    return std::nullopt;
  }
  TimePart part = of_date(at, at + 5, *year, *month, *day);
  take_iso_clock(at_time, part);
  return part;
}

namespace {

// 3/22/2024, 22-03-24
std::optional<TimePart> full_numeric(const Scan& scan, std::uint32_t at, std::int64_t first,
                                     std::int64_t second) {
  const std::size_t digits = scan.spelling(at + 4).size();
  const auto written = small_whole(scan, at + 4, 4);
  if (!written || (digits != 2 && digits != 4)) {
    return std::nullopt;
  }
  const std::int64_t year = full_year(*written, digits);
  if (is_date(year, first, second)) {
    TimePart part = of_date(at, at + 5, year, first, second);
    add_alternative(part, year, second, first);
    return part;
  }
  return is_date(year, second, first) ? std::optional(of_date(at, at + 5, year, second, first))
                                      : std::nullopt;
}

bool day_expected(const Scan& scan, std::uint32_t at) {
  const Cue before = scan.cue(at - 1);
  return before == Cue::on || before == Cue::by || before == Cue::since || before == Cue::until ||
         before == Cue::from || scan.word(at - 1).weekday != 0 ||
         (scan.mark(at - 1, ',') && scan.word(at - 2).weekday != 0);
}

// "odds of 5/1", "a 7/2 favourite", "the 26/11 attacks": a price at the bookmaker's, a name
bool is_no_day(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kAfter[] = {
      "favourite", "favorite", "favourites", "favorites", "joint",   "shot",    "shots", "outsider",
      "outsiders", "winner",   "odds",       "chance",    "chances", "attacks", "attack"};
  const bool of = scan.is(at - 1, Cue::of) || scan.is(at - 1, Cue::at);
  const std::uint32_t told = at - (of || scan.says(at - 1, "were") ? 2U : 1U);
  return scan.says_any(at + 3, kAfter) || (at > 1 && scan.says(told, "odds"));
}

// 3/22: a day unless it reads as a fraction where none is expected
std::optional<TimePart> short_numeric(const TimeScan& at_time, std::uint32_t at, std::int64_t first,
                                      std::int64_t second) {
  const bool american = is_date(2000, first, second);
  const bool common_fraction =
      first < second && (second <= 5 || second == 8 || second == 10 || second == 16);
  if ((!american && !is_date(2000, second, first)) ||
      (common_fraction && !day_expected(at_time.scan, at))) {
    return std::nullopt;
  }
  const int month = static_cast<int>(american ? first : second);
  const int day = static_cast<int>(american ? second : first);
  const auto year = at_time.scan.mark(at + 3, ',') && at_time.scan.spelling(at + 4).size() == 4
                        ? year_at(at_time.scan, at + 4)
                        : std::nullopt;
  const std::optional<int> known = year ? std::optional(year->year) : std::nullopt;
  return TimePart{at, year ? year->end : at + 3, day_of_year(at_time, at, known, month, day)};
}

}  // namespace

// 3/22/2024, 22/03/2024, 22-03-2024, 3/22
std::optional<TimePart> read_numeric_date(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const bool slash = attached_mark(scan, at + 1, '/');
  if (!slash && !attached_dash(scan, at + 1)) {
    return std::nullopt;
  }
  const auto first = small_whole(scan, at, 2);
  const auto second = small_whole(scan, at + 2, 2);
  if (!first || !second) {
    return std::nullopt;
  }
  const bool three = slash ? attached_mark(scan, at + 3, '/') : attached_dash(scan, at + 3);
  if (three) {
    if (auto full = full_numeric(scan, at, *first, *second)) {
      return full;
    }
  }
  const bool divides = scan.is(at + 3, Cue::of) && !year_at(scan, at + 4);  // "3/2 of voters"
  return three || !slash || divides || scan.mark(at + 3, '/') || is_no_day(scan, at)
             ? std::nullopt
             : short_numeric(at_time, at, *first, *second);
}

// 3/2015, 2015/3, 11 / 2016, 12-2015
std::optional<TimePart> read_month_and_year(const Scan& scan, std::uint32_t at) {
  const bool slash = scan.mark(at + 1, '/');
  if ((!slash && !scan.dash(at + 1)) || scan.mark(at + 3, '/') || scan.noun_like(at + 3)) {
    return std::nullopt;
  }
  const bool year_first = scan.spelling(at).size() == 4;
  const auto year = year_at(scan, year_first ? at : at + 2);
  const auto month = small_whole(scan, year_first ? at + 2 : at, 2);
  const bool attached = scan.attached(at + 1) && scan.attached(at + 2);
  const bool season = slash && year_first && attached && year && month &&
                      scan.spelling(at + 2).size() == 2 && (year->year + 1) % 100 == *month;
  // 2019-20 and 2010/11 are seasons, read with the years
  if (!year || !scan.is_number(at + 2) || !month || *month < 1 || *month > 12 ||
      (year_first && attached && !slash) || season || attached_dash(scan, at + 3)) {
    return std::nullopt;
  }
  return TimePart{at, at + 3, month_period(year->year, static_cast<int>(*month))};
}

namespace {

// "version 12.5.2024", "firmware 1.4.24": what is told in numbers that look like days
bool is_released(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kNumbered[] = {"version", "versions", "v",     "release",
                                                   "build",   "firmware", "patch", "update",
                                                   "ios",     "android",  "macos", "kernel"};
  return scan.says_any(at - 1, kNumbered);
}

}  // namespace

// 22.03.2024 is one token.
std::optional<TimePart> read_dotted_date(const Scan& scan, std::uint32_t at) {
  const std::string_view token = scan.spelling(at);
  const auto first = token.find('.');
  const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos || token.size() > 10 || first > 4 || is_released(scan, at)) {
    return std::nullopt;
  }
  const auto number = [](std::string_view digits) {
    const auto figures = read_figures(digits);
    return figures && !figures->decimals ? whole_value(figures->value) : std::nullopt;
  };
  const std::string_view last = token.substr(second + 1);
  const auto a = number(token.substr(0, first));
  const auto b = number(token.substr(first + 1, second - first - 1));
  const auto c = number(last);
  if (!a || !b || !c) {
    return std::nullopt;
  }
  if (first == 4 && is_date(*a, *b, *c)) {
    return of_date(at, at + 1, *a, *b, *c);
  }
  if (last.size() != 4 && last.size() != 2) {
    return std::nullopt;
  }
  const std::int64_t year = full_year(*c, last.size());
  if (is_date(year, *b, *a)) {
    return of_date(at, at + 1, year, *b, *a);
  }
  return is_date(year, *a, *b) ? std::optional(of_date(at, at + 1, year, *a, *b)) : std::nullopt;
}

}  // namespace concord::normalize
