#include <string>

#include "normalize/date_parts.h"
#include "normalize/numbers.h"

namespace concord::normalize {
namespace {

// T13:15:30Z after an ISO date; "T13" is one token.
void take_iso_clock(const Scan& scan, TimePart& part) {
  const std::uint32_t at = part.end;
  const std::string_view head = scan.spelling(at);
  const bool marked = scan.attached(at) && head.size() == 3 && (head[0] == 'T' || head[0] == 't') &&
                      attached_mark(scan, at + 1, ':');
  const auto minute = marked ? small_whole(scan, at + 2, 2) : std::nullopt;
  if (!minute || head[1] < '0' || head[1] > '2' || head[2] < '0' || head[2] > '9') {
    return;
  }
  Clock clock{.begin = at,
              .end = at + 3,
              .hour = (head[1] - '0') * 10 + (head[2] - '0'),
              .minute = static_cast<int>(*minute),
              .has_minute = true};
  const auto second =
      attached_mark(scan, at + 3, ':') ? small_whole(scan, at + 4, 2) : std::nullopt;
  if (second) {
    clock.second = static_cast<int>(*second);
    clock.has_second = true;
    clock.end = at + 5;
  }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) {
    return;
  }
  clock.end += scan.attached(clock.end) && scan.says(clock.end, "z") ? 1U : 0U;
  part.period = clock_period(part.period, clock);
  part.end = clock.end;
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
std::optional<TimePart> read_iso_date(const Scan& scan, std::uint32_t at) {
  if (scan.spelling(at).size() != 4) {
    return std::nullopt;
  }
  const bool dashes = attached_dash(scan, at + 1) && attached_dash(scan, at + 3);
  const bool slashes = attached_mark(scan, at + 1, '/') && attached_mark(scan, at + 3, '/');
  const auto year = small_whole(scan, at, 4);
  const auto month = small_whole(scan, at + 2, 2);
  const auto day = small_whole(scan, at + 4, 2);
  if ((!dashes && !slashes) || !year || !month || !day || !is_date(*year, *month, *day)) {
    return std::nullopt;
  }
  TimePart part = of_date(at, at + 5, *year, *month, *day);
  take_iso_clock(scan, part);
  return part;
}

// 3/22/2024, 22/03/2024, 22.03.2024, 22-03-2024, 3/22
std::optional<TimePart> read_numeric_date(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto first = small_whole(scan, at, 2);
  const auto second = small_whole(scan, at + 2, 2);
  const bool slash = attached_mark(scan, at + 1, '/');
  const bool dash = attached_dash(scan, at + 1);
  if (!first || !second || (!slash && !dash)) {
    return std::nullopt;
  }
  const bool three = slash ? attached_mark(scan, at + 3, '/') : attached_dash(scan, at + 3);
  const std::size_t year_digits = scan.spelling(at + 4).size();
  const auto written = three ? small_whole(scan, at + 4, 4) : std::nullopt;
  if (written && (year_digits == 2 || year_digits == 4)) {
    const std::int64_t year = full_year(*written, year_digits);
    const bool american = is_date(year, *first, *second);
    if (!american && !is_date(year, *second, *first)) {
      return std::nullopt;
    }
    TimePart part = american ? of_date(at, at + 5, year, *first, *second)
                             : of_date(at, at + 5, year, *second, *first);
    if (american)
      add_alternative(part, year, *second, *first);
    return part;
  }
  if (three || !slash || scan.mark(at + 3, '/') || *first > 31 || *second > 31) {
    return std::nullopt;
  }
  const bool american = is_date(2000, *first, *second);
  const Cue before = scan.cue(at - 1);
  const bool prompted = before == Cue::on || before == Cue::by || before == Cue::since ||
                        before == Cue::until || before == Cue::from ||
                        scan.word(at - 1).weekday != 0 ||
                        (scan.mark(at - 1, ',') && scan.word(at - 2).weekday != 0);
  const bool fraction =
      *first < *second && (*second <= 5 || *second == 8 || *second == 10 || *second == 16);
  if ((!american && !is_date(2000, *second, *first)) || (fraction && !prompted)) {
    return std::nullopt;
  }
  const int month = static_cast<int>(american ? *first : *second);
  const int day = static_cast<int>(american ? *second : *first);
  return TimePart{at, at + 3, day_of_year(at_time, at, std::nullopt, month, day)};
}

// 3/2015, 2015/3
std::optional<TimePart> read_month_and_year(const Scan& scan, std::uint32_t at) {
  if (!attached_mark(scan, at + 1, '/') || scan.mark(at + 3, '/')) {
    return std::nullopt;
  }
  const bool year_first = scan.spelling(at).size() == 4;
  const auto year = year_at(scan, year_first ? at : at + 2);
  const auto month = small_whole(scan, year_first ? at + 2 : at, 2);
  if (!year || !month || *month < 1 || *month > 12) {
    return std::nullopt;
  }
  return TimePart{at, at + 3, month_period(year->year, static_cast<int>(*month))};
}

// 22.03.2024 is one token.
std::optional<TimePart> read_dotted_date(const Scan& scan, std::uint32_t at) {
  const std::string_view token = scan.spelling(at);
  const auto first = token.find('.');
  const auto second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos || token.size() > 10 || first > 4) {
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
