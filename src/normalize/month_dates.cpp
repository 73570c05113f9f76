#include <algorithm>
#include <array>

#include "normalize/date_parts.h"
#include "normalize/numbers.h"

namespace concord::normalize {
namespace {

// A sentence without capital letters tells nothing by them.
bool is_caseless(const Scan& scan) {
  for (std::uint32_t i = 0; i < scan.size(); ++i) {
    if (scan.token(i).capital) {
      return false;
    }
  }
  return true;
}

// "on march 3", "second of may": what stands before a date and not before a verb.
bool date_may_follow(const Scan& scan, std::uint32_t at) {
  if (at == 0) {
    return scan.is_number(1) || scan.is(1, Cue::the) || scan.size() == 1 ||
           scan.word(1).number == NumberRole::ordinal_unit || scan.is(1, Cue::after);
  }
  const Cue before = scan.cue(at - 1);
  static constexpr std::array<Cue, 13> kBefore = {
      Cue::on, Cue::of,   Cue::in,    Cue::by,   Cue::until, Cue::since,  Cue::from,
      Cue::to, Cue::late, Cue::early, Cue::last, Cue::next,  Cue::between};
  for (const Cue cue : kBefore) {
    if (before == cue) {
      return true;
    }
  }
  const Word& word = scan.word(at - 1);
  return word.weekday != 0 || word.number == NumberRole::ordinal_unit ||
         word.number == NumberRole::ordinal_suffix || scan.is_number(at - 1) ||
         scan.mark(at - 1, ',');
}

bool lacks_capital(const Scan& scan, std::uint32_t at) {
  return scan.has(at, needs_capital) && !scan.token(at).capital &&
         !(date_may_follow(scan, at) && is_caseless(scan));
}

// "April Jones went missing", "June Smith won": a first name before a last one
bool is_first_name(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<Cue, 22> kDates = {
      Cue::in,        Cue::of,      Cue::since, Cue::by,     Cue::until,  Cue::last,
      Cue::next,      Cue::from,    Cue::early, Cue::late,   Cue::during, Cue::mid,
      Cue::to,        Cue::between, Cue::on,    Cue::before, Cue::after,  Cue::every,
      Cue::this_word, Cue::the,     Cue::a,     Cue::coming};
  const bool given = scan.says(at, "april") || scan.says(at, "june") || scan.says(at, "may") ||
                     scan.says(at, "august");
  const bool dated =
      at > 0 && (std::ranges::find(kDates, scan.cue(at - 1)) != kDates.end() ||
                 scan.is_number(at - 1) || scan.word(at - 1).number != NumberRole::none ||
                 scan.word(at - 1).weekday != 0 || scan.is(at - 1, Cue::s) || scan.dash(at - 1));
  const bool led = at == 0 || !dated;
  return given && led && scan.token(at).capital && scan.name_like(at + 1) &&
         !scan.has(at + 1, starts_value) && scan.spelling(at + 1).size() > 2 &&
         scan.token(at + 1).space_before && scan.is_inert(at + 1) &&
         !scan.token(at + 2).capital;  // "August Sales Rise": a headline
}

bool is_short_month(const Scan& scan, std::uint32_t at) {
  return scan.spelling(at).size() <= 4 && !scan.says(at, "june") && !scan.says(at, "july");
}

bool month_stands_alone(const Scan& scan, std::uint32_t at, const MonthAt& month) {
  // "jan" by itself is as soon a name
  const bool lower = !scan.token(at).capital && scan.spelling(at).size() <= 3;
  if (!month.common_word) {
    return !lower || at > 0;
  }
  static constexpr std::array<Cue, 21> kBefore = {
      Cue::in,       Cue::of,        Cue::since, Cue::by,    Cue::until,    Cue::last,
      Cue::next,     Cue::early,     Cue::late,  Cue::from,  Cue::during,   Cue::mid,
      Cue::to,       Cue::between,   Cue::after, Cue::every, Cue::for_word, Cue::before,
      Cue::and_word, Cue::this_word, Cue::at};
  const Cue before = scan.cue(at - 1);
  for (const Cue cue : kBefore) {
    if (before == cue) {
      return true;
    }
  }
  // "May to March"
  const bool range = scan.is(month.end, Cue::to) && scan.word(month.end + 1).month != 0 &&
                     scan.token(month.end + 1).capital;
  return range || scan.dash(at - 1) || (at == 0 && scan.size() == month.end && !lower);
}

// The joint of a range is not the one of "May 8 to 10 people".
std::optional<DayAt> last_day(const Scan& scan, const DayAt& first) {
  const std::uint32_t joint = past_range_joint(scan, first.end);
  const auto last = joint != 0 ? day_at(scan, joint) : std::nullopt;
  const bool stands = last && last->day > first.day &&
                      scan.word(last->end).time_unit == TimeUnit::none &&
                      !scan.has(last->end, count_noun) && scan.word(last->end).month == 0;
  return stands ? last : std::nullopt;
}

Period day_or_days(const TimeScan& at_time, std::uint32_t at, std::optional<YearAt> year, int month,
                   int first, int last) {
  const std::optional<int> known = year ? std::optional(year->year) : std::nullopt;
  const Period day = day_of_year(at_time, at, known, month, first);
  // both days are of one year, also where each by itself would be nearer in another
  const std::optional<int> same = day.span.begin ? to_civil(*day.span.begin).year : known;
  return last == first ? day : period_between(day, day_of_year(at_time, at, same, month, last));
}

// "-2020", "/2012" against the day
std::optional<YearAt> joined_year(const Scan& scan, std::uint32_t at) {
  const bool joined = attached_dash(scan, at) || attached_mark(scan, at, '/');
  return joined && scan.spelling(at + 1).size() == 4 ? year_at(scan, at + 1) : std::nullopt;
}

TimePart month_day(const TimeScan& at_time, std::uint32_t begin, const MonthAt& month,
                   const DayAt& day) {
  const Scan& scan = at_time.scan;
  auto year = joined_year(scan, day.end);
  const auto last = year ? std::nullopt : last_day(scan, day);
  const std::uint32_t end = last ? last->end : day.end;
  if (!year) {
    year = year_after(at_time, end);
  }
  const std::uint32_t whole = year ? year->end : end;
  if (!year && !last) {
    year = year_after_list(at_time, day.day, end);
  }
  return {begin, whole,
          day_or_days(at_time, begin, year, month.month, day.day, last ? last->day : day.day), 0,
          last.has_value()};
}

// "March 22", "the July 15 deaths": not "March 22 soldiers", not "March 22:00"
std::optional<DayAt> day_of_month(const Scan& scan, std::uint32_t at, const MonthAt& month) {
  const bool joined = attached_dash(scan, month.end) || attached_mark(scan, month.end, '/');
  const auto day = day_at(scan, month.end + (joined ? 1U : 0U));
  if (!day || !is_date(2000, month.month, day->day)) {
    return std::nullopt;
  }
  const Word& after = scan.word(day->end);
  const bool night = after.day_part != DayPart::none && !after.has(plural);  // "May 5th night"
  const bool counted = (after.has(count_noun) && !scan.is(at - 1, Cue::the)) ||
                       (after.time_unit != TimeUnit::none && !night);
  const bool clock = scan.mark(day->end, ':') && scan.attached(day->end) &&
                     scan.is_number(day->end + 1) && scan.attached(day->end + 1);
  return counted || clock ? std::nullopt : day;
}

// "killed 30 May 3": the month takes the number after it
bool month_takes_day(const Scan& scan, const MonthAt& month) {
  const std::uint32_t at = month.end;
  return scan.is_number(at) && small_whole(scan, at, 2).value_or(99) <= 31 &&
         !scan.mark(at + 1, ':') && !scan.attached(at + 1) && scan.token(at).space_before &&
         scan.spelling(at).size() <= 2 && scan.spelling(at) != "00" && !read_clock(scan, at);
}

struct DaysBefore {
  DayAt first;
  DayAt last;
};

// "5", "5th", "5-9", "between the 9th and the 17th"
std::optional<DaysBefore> days_before(const Scan& scan, std::uint32_t at) {
  const auto first = day_at(scan, at);
  if (!first) {
    return std::nullopt;
  }
  std::uint32_t joint = past_range_joint(scan, first->end);
  if (joint == 0 && scan.is(first->end, Cue::and_word) && scan.is(at - 1, Cue::between)) {
    joint = first->end + 1;
  }
  auto last = joint != 0 ? day_at(scan, joint) : std::nullopt;
  if (!last && joint != 0 && scan.is(joint, Cue::the)) {
    last = day_at(scan, joint + 1);
  }
  return DaysBefore{*first, last && last->day > first->day ? *last : *first};
}

std::uint32_t past_month_joint(const Scan& scan, std::uint32_t at) {
  const bool dot = scan.mark(at, '.') && scan.attached(at) && scan.is_word(at + 1) &&
                   scan.word(at + 1).month != 0;
  return at +
         (scan.is(at, Cue::of) || attached_dash(scan, at) || attached_mark(scan, at, '/') || dot
              ? 1U
              : 0U);
}

std::optional<DayAt> in_month(std::optional<std::int64_t> day, std::uint32_t end, bool ordinal) {
  return day && *day >= 1 && *day <= 31 ? std::optional(DayAt{static_cast<int>(*day), end, ordinal})
                                        : std::nullopt;
}

bool counts_things(const Scan& scan, std::uint32_t at) {
  return scan.noun_like(at) || scan.has(at, count_noun);
}

}  // namespace

std::optional<DayAt> day_at(const Scan& scan, std::uint32_t at) {
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  if (scan.is_word(first) && scan.word(first).number == NumberRole::none &&
      !scan.is(first, Cue::a)) {
    return std::nullopt;
  }
  if (const auto ordinal = read_ordinal(scan, first)) {
    return in_month(whole_value(ordinal->value), ordinal->end, true);
  }
  if (first == at && scan.is_word(at) && scan.word(at).number != NumberRole::none) {
    const auto words = year_in_words(scan, at) ? std::nullopt : read_cardinal_words(scan, at);
    const bool named =
        scan.word(at - 1).month != 0 || scan.word(words ? words->end : at).month != 0;
    return words && named ? in_month(whole_value(words->value), words->end, false) : std::nullopt;
  }
  return first == at ? in_month(small_whole(scan, at, 2), at + 1, false) : std::nullopt;
}

std::optional<MonthAt> month_at(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  if (word.month == 0 || lacks_capital(scan, at) || is_first_name(scan, at)) {
    return std::nullopt;
  }
  // "Jan Kavan", "Dec Alpha": a short form before a name is a name
  const bool is_short = is_short_month(scan, at);
  if (is_short && !scan.says(at, "may") && scan.name_like(at + 1) && !scan.says(at + 1, "last") &&
      !scan.has(at + 1, starts_value)) {
    return std::nullopt;
  }
  const bool dotted = is_short && scan.mark(at + 1, '.') && scan.attached(at + 1);
  const bool goes_on = scan.is_number(at + 2) || scan.mark(at + 2, ',');
  return MonthAt{word.month, at + 1 + (dotted && goes_on ? 1U : 0U), word.has(needs_capital)};
}

std::uint32_t past_range_joint(const Scan& scan, std::uint32_t at) {
  const bool dash = scan.dash(at) && scan.attached(at) == scan.attached(at + 1);
  return dash || scan.is(at, Cue::to) || scan.is(at, Cue::until) ? at + 1 : 0;
}

Period period_between(const Period& first, const Period& last) {
  Period made = first;
  made.span.end = last.span.end;
  return made;
}

namespace {

// "March 22,2024": the blank after the comma was forgotten, and the figures are one word
std::optional<TimePart> glued_day_and_year(const Scan& scan, std::uint32_t at,
                                           const MonthAt& month) {
  constexpr std::size_t kYear = 4;
  const std::string_view figures = scan.is_number(month.end) ? scan.spelling(month.end) : "";
  const auto comma = figures.find(',');
  if (comma == std::string_view::npos || comma == 0 || comma > 2 ||
      figures.size() != comma + 1 + kYear) {
    return std::nullopt;
  }
  const auto number = [](std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
      value = digit >= '0' && digit <= '9' && value >= 0 ? value * 10 + (digit - '0') : -1;
    }
    return value;
  };
  const int day = number(figures.substr(0, comma));
  const int year = number(figures.substr(comma + 1));
  return year >= 1000 && year <= 2999 && is_date(year, month.month, day)
             ? std::optional(of_date(at, month.end + 1, year, month.month, day))
             : std::nullopt;
}

}  // namespace

// "March 22, 2024", "March 2024", "in March"
std::optional<TimePart> read_month_first(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto month = month_at(scan, at);
  if (!month) {
    return std::nullopt;
  }
  if (auto glued = glued_day_and_year(scan, at, *month)) {
    return glued;
  }
  if (const auto day = day_of_month(scan, at, *month)) {
    const auto era = with_era(scan, {at, day->end, {}}, month->month, day->day);
    return era ? *era : month_day(at_time, at, *month, *day);
  }
  const std::uint32_t after_month = month->end + (attached_dash(scan, month->end) ? 1U : 0U);
  if (const auto year = year_after(at_time, after_month)) {
    return TimePart{at, year->end, month_period(year->year, month->month)};
  }
  if (!month_stands_alone(scan, at, *month)) {
    return std::nullopt;
  }
  return TimePart{at, month->end, month_of_year(at_time, at, std::nullopt, month->month)};
}

// "22 March 2024", "the 22nd of March", "5-9 March"
std::optional<TimePart> read_day_first(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto days = days_before(scan, at);
  if (!days) {
    return std::nullopt;
  }
  const std::uint32_t name = past_month_joint(scan, days->last.end);
  const auto month = month_at(scan, name);
  if (!month || !is_date(2000, month->month, days->first.day) ||
      !is_date(2000, month->month, days->last.day)) {
    return std::nullopt;
  }
  if (!days->first.ordinal && name == days->last.end && month_takes_day(scan, *month)) {
    return std::nullopt;
  }
  if (auto era = with_era(scan, {at, month->end, {}}, month->month, days->first.day)) {
    return era;
  }
  auto year = joined_year(scan, month->end);
  if (!year) {
    year = year_after(at_time, month->end + (attached_dash(scan, month->end) ? 1U : 0U));
  }
  return TimePart{at, year ? year->end : month->end,
                  day_or_days(at_time, at, year, month->month, days->first.day, days->last.day), 0,
                  days->first.day != days->last.day};
}

namespace {

// Past "32nd", "0th", which no month has; 0 where none stands.
std::uint32_t past_no_day(const Scan& scan, std::uint32_t at) {
  const auto ordinal = read_ordinal(scan, at);
  const auto day = ordinal ? whole_value(ordinal->value) : std::nullopt;
  return day && (*day < 1 || *day > 31) ? ordinal->end : 0;
}

// "February 30", "feb 30, 2019"
std::uint32_t past_impossible_month_day(const Scan& scan, std::uint32_t at) {
  const auto month = month_at(scan, at);
  if (const std::uint32_t end = month ? past_no_day(scan, month->end) : 0; end != 0) {
    return end;
  }
  const auto day = month ? day_at(scan, month->end) : std::nullopt;
  if (!day || counts_things(scan, day->end)) {
    return at;
  }
  const std::uint32_t next = day->end + (scan.mark(day->end, ',') ? 1U : 0U);
  const auto year = year_at(scan, next);
  const bool leap = month->month == 2 && day->day == 29 && year;
  return is_date(leap ? year->year : 2000, month->month, day->day) ? at
         : year ? year->end
                : day->end;
}

// "31 February", "31st of June 2022"
std::uint32_t past_impossible_day_month(const Scan& scan, std::uint32_t at) {
  if (const std::uint32_t end = past_no_day(scan, at + (scan.is(at, Cue::the) ? 1U : 0U));
      end != 0) {
    const auto named = month_at(scan, past_month_joint(scan, end));
    return named ? named->end : at;
  }
  const auto day = day_at(scan, at);
  const auto month = day ? month_at(scan, past_month_joint(scan, day->end)) : std::nullopt;
  if (!month || month_takes_day(scan, *month)) {
    return at;
  }
  const auto year = year_at(scan, month->end);
  const bool leap = month->month == 2 && day->day == 29 && year;
  return is_date(leap ? year->year : 2000, month->month, day->day) ? at
         : year ? year->end
                : month->end;
}

// "50/6/2018", "2016-2-30", "2/29/2019": three figures that are a date in no order
std::uint32_t past_impossible_figures(const Scan& scan, std::uint32_t at) {
  const bool slashes = attached_mark(scan, at + 1, '/') && attached_mark(scan, at + 3, '/');
  const bool dashes = attached_dash(scan, at + 1) && attached_dash(scan, at + 3);
  const bool year_first = scan.spelling(at).size() == 4;
  const bool year_last = scan.spelling(at + 4).size() == 4;
  if ((!slashes && !dashes) || year_first == year_last) {
    return at;
  }
  const auto year = small_whole(scan, year_first ? at : at + 4, 4);
  const auto first = small_whole(scan, year_first ? at + 2 : at, 2);
  const auto second = small_whole(scan, year_first ? at + 4 : at + 2, 2);
  const bool figures = year && first && second && *year >= 1000 && *year <= 2999;
  return figures && !is_date(*year, *first, *second) && !is_date(*year, *second, *first) ? at + 5
                                                                                         : at;
}

}  // namespace

namespace {

// "14 pm": no half of a day has that hour
std::uint32_t past_impossible_hour(const Scan& scan, std::uint32_t at) {
  const bool half = scan.is(at + 1, Cue::am) || scan.is(at + 1, Cue::pm);
  const auto hour = half ? small_whole(scan, at, 2) : std::nullopt;
  return hour && *hour > 12 ? at + 2 : at;
}

}  // namespace

namespace {

// A day of the month has a month behind it, figures have marks between them.
bool may_be_day(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kReach = 7;  // "the thirty-first day of June"
  if (scan.is_number(at) && scan.attached(at + 1)) {
    return true;
  }
  if (!scan.is_number(at) && !scan.is(at, Cue::the) && scan.word(at).number == NumberRole::none) {
    return false;
  }
  for (std::uint32_t i = at + 1; scan.may_hold(kMonthLead) && i <= at + kReach; ++i) {
    if (scan.word(i).month != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::uint32_t past_impossible_date(const Scan& scan, std::uint32_t at) {
  if (const std::uint32_t hour = past_impossible_hour(scan, at); hour != at) {
    return hour;
  }
  if (scan.word(at).month != 0) {
    return past_impossible_month_day(scan, at);
  }
  if (!may_be_day(scan, at)) {
    return at;
  }
  const std::uint32_t day_first = past_impossible_day_month(scan, at);
  return day_first != at || !scan.is_number(at) ? day_first : past_impossible_figures(scan, at);
}

}  // namespace concord::normalize
