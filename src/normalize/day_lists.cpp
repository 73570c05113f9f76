#include "normalize/date_parts.h"
#include "normalize/numbers.h"

namespace concord::normalize {
namespace {

constexpr int kMostDays = 8;

bool is_list_joint(const Scan& scan, std::uint32_t at) {
  return scan.is(at, Cue::and_word) || scan.mark(at, ',');
}

// Past "and", "," or ", and" between the days of a list; `at` where none stands.
std::uint32_t past_list_joint(const Scan& scan, std::uint32_t at) {
  const std::uint32_t next = at + (scan.mark(at, ',') ? 1U : 0U);
  return next + (scan.is(next, Cue::and_word) ? 1U : 0U);
}

std::optional<DayAt> day_in_list(const Scan& scan, std::uint32_t at) {
  const auto day = day_at(scan, at);
  return day && (day->ordinal || scan.is_number(at)) ? day : std::nullopt;
}

// What a number at the end of a list would count: "March 3 and 4 people", "March 3 and 4 were hurt"
bool counts_something(const Scan& scan, std::uint32_t at) {
  return scan.noun_like(at) || scan.has(at, count_noun) || scan.has(at, past) ||
         scan.word(at).number != NumberRole::none || scan.word(at).time_unit != TimeUnit::none ||
         scan.mark(at, '%') || scan.dash(at) || scan.mark(at, ':') || scan.mark(at, '$');
}

// The end of the last day of a list that goes on after the day that ends at `end`: it rises, its
// last day is joined by "and".
std::optional<std::uint32_t> end_of_list(const Scan& scan, int day, std::uint32_t end) {
  for (int days = 0; days < kMostDays; ++days) {
    const std::uint32_t next = past_list_joint(scan, end);
    const auto more = next != end ? day_in_list(scan, next) : std::nullopt;
    if (!more || more->day <= day) {
      return std::nullopt;
    }
    if (scan.is(next - 1, Cue::and_word)) {
      return more->end;
    }
    day = more->day;
    end = more->end;
  }
  return std::nullopt;
}

struct ListedAfter {
  std::uint32_t month = 0;  // where the month of the list stands
  bool last = false;        // joined by "and"
};

// The day before the "and" or comma that stands before `at`, and where it begins.
struct DayBefore {
  DayAt day;
  std::uint32_t begin = 0;
};

std::optional<DayBefore> day_before(const Scan& scan, std::uint32_t at) {
  std::uint32_t joint = at - 1;
  const bool joined = scan.is(joint, Cue::and_word) || scan.mark(joint, ',');
  joint -= scan.is(joint, Cue::and_word) && scan.mark(joint - 1, ',') ? 1U : 0U;
  const std::uint32_t suffix = scan.word(joint - 1).number == NumberRole::ordinal_suffix ? 1U : 0U;
  if (!joined || joint < 2 + suffix) {
    return std::nullopt;
  }
  const std::uint32_t begin = joint - 1 - suffix;
  const auto day = day_in_list(scan, begin);
  return day && day->end == joint ? std::optional(DayBefore{*day, begin}) : std::nullopt;
}

// The month whose name ends before `at`.
std::optional<std::uint32_t> month_ending(const Scan& scan, std::uint32_t at) {
  const std::uint32_t length = scan.mark(at - 1, '.') ? 2U : 1U;
  const auto month = length <= at ? month_at(scan, at - length) : std::nullopt;
  return month && month->end == at ? std::optional(at - length) : std::nullopt;
}

// The month before a list in which the day at `at` stands: "April" for 25 in "April 24 and 25".
std::optional<ListedAfter> month_before_list(const Scan& scan, std::uint32_t at, int day) {
  const bool last = scan.is(at - 1, Cue::and_word);
  for (int days = 0; days < kMostDays && at > 1; ++days) {
    const auto before = day_before(scan, at);
    if (!before || before->day.day >= day) {
      return std::nullopt;
    }
    if (const auto month = month_ending(scan, before->begin)) {
      return ListedAfter{*month, last};
    }
    day = before->day.day;
    at = before->begin;
  }
  return std::nullopt;
}

}  // namespace

std::optional<YearAt> year_after_list(const TimeScan& at_time, int day, std::uint32_t end) {
  const auto last = end_of_list(at_time.scan, day, end);
  return last ? year_after(at_time, *last) : std::nullopt;
}

std::optional<TimePart> read_listed_day(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (!scan.is(at - 1, Cue::and_word) && !scan.mark(at - 1, ',')) {
    return std::nullopt;
  }
  const auto day = day_in_list(scan, at);
  const auto list = day ? month_before_list(scan, at, day->day) : std::nullopt;
  if (!list ||
      (list->last ? counts_something(scan, day->end) : !end_of_list(scan, day->day, day->end))) {
    return std::nullopt;
  }
  const auto first = read_month_first(at_time, list->month);
  const auto month = month_at(scan, list->month);
  if (!first || !month || first->period.grain != Grain::day) {
    return std::nullopt;
  }
  const auto year = list->last ? year_after(at_time, day->end) : std::nullopt;
  TimePart made{at, year ? year->end : day->end, open_day(month->month, day->day)};
  if (const auto& begin = first->period.span.begin) {
    const int in_year = to_civil(*begin).year;
    if (!is_date(in_year, month->month, day->day)) {
      return std::nullopt;
    }
    made.period = day_period(day_number(in_year, month->month, day->day));
    made.period.span.anchor = first->period.span.anchor;
  }
  return made;
}

std::optional<TimePart> read_day_before_list(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  constexpr std::uint32_t kLongestDay = 4;  // "twenty-third" and what joins it
  bool joined = scan.is_number(first) || scan.word(first).number != NumberRole::none;
  for (std::uint32_t i = 1; joined && !is_list_joint(scan, first + i); ++i) {
    joined = i < kLongestDay;
  }
  if (!joined) {
    return std::nullopt;
  }
  const auto day = day_in_list(scan, at);
  const bool prompted = day && (day->ordinal || scan.is(at - 1, Cue::on) ||
                                (scan.mark(at - 1, ',') && scan.is_number(at - 2)));
  const auto last = prompted ? end_of_list(scan, day->day, day->end) : std::nullopt;
  if (!last) {
    return std::nullopt;
  }
  const std::uint32_t name = *last + (scan.is(*last, Cue::of) ? 1U : 0U);
  const auto month = month_at(scan, name);
  if (!month || !is_date(2000, month->month, day->day)) {
    return std::nullopt;
  }
  const auto year = year_after(at_time, month->end);
  return TimePart{at, day->end,
                  day_of_year(at_time, at, year ? std::optional(year->year) : std::nullopt,
                              month->month, day->day)};
}

}  // namespace concord::normalize
