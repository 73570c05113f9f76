#include <array>

#include "normalize/date_parts.h"
#include "normalize/numbers.h"
#include "normalize/times.h"

namespace concord::normalize {
namespace {

struct DayAt {
  int day = 0;
  std::uint32_t end = 0;
  bool ordinal = false;
};

// "22", "22nd", "the 22nd", "twenty-second"
std::optional<DayAt> day_at(const Scan& scan, std::uint32_t at) {
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  if (const auto ordinal = read_ordinal(scan, first)) {
    const auto day = whole_value(ordinal->value);
    return day && *day >= 1 && *day <= 31
               ? std::optional(DayAt{static_cast<int>(*day), ordinal->end, true})
               : std::nullopt;
  }
  const auto day = small_whole(scan, first, 2);
  if (first != at || !day || *day < 1 || *day > 31) {
    return std::nullopt;
  }
  return DayAt{static_cast<int>(*day), at + 1, false};
}

// A month's name, with its dot; "may" and "march" need a capital and a date beside them.
struct MonthAt {
  int month = 0;
  std::uint32_t end = 0;
  bool common_word = false;
};
std::optional<MonthAt> month_at(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  if (word.month == 0 || (word.has(needs_capital) && !scan.token(at).capital)) {
    return std::nullopt;
  }
  // "Jan Kavan", "Dec Alpha": a short form before a name is a name
  const bool abbreviated = scan.spelling(at).size() <= 4 && !scan.says(at, "june") &&
                           !scan.says(at, "july") && !scan.says(at, "may");
  if (abbreviated && scan.name_like(at + 1) && !scan.says(at + 1, "last")) {
    return std::nullopt;
  }
  const bool dotted = scan.spelling(at).size() <= 4 && scan.mark(at + 1, '.') &&
                      scan.attached(at + 1) && scan.spelling(at) != "June" &&
                      scan.spelling(at) != "July";
  const bool goes_on = scan.is_number(at + 2) || scan.mark(at + 2, ',');
  return MonthAt{word.month, at + 1 + (dotted && goes_on ? 1U : 0U), word.has(needs_capital)};
}

std::optional<YearAt> year_after(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  std::uint32_t next = at;
  next += scan.mark(next, ',') || scan.is(next, Cue::of) ? 1U : 0U;
  next += scan.is(next, Cue::of) || scan.is(next, Cue::in) ? 1U : 0U;
  const auto today = at_time.today();
  const bool relative =
      scan.word(next + 1).time_unit == TimeUnit::year && !scan.has(next + 1, plural);
  if (today && relative &&
      (scan.is(next, Cue::last) || scan.is(next, Cue::next) || scan.is(next, Cue::this_word))) {
    const int shift = scan.is(next, Cue::last) ? -1 : scan.is(next, Cue::next) ? 1 : 0;
    return YearAt{civil_of(*today).year + shift, next + 2};
  }
  // "9 Aug 96": two figures that can be no day
  const auto short_year = next == at && scan.spelling(next).size() == 2 &&
                                  !scan.noun_like(next + 1) && !scan.mark(next + 1, '%') &&
                                  !scan.mark(next + 1, ':')
                              ? small_whole(scan, next, 2)
                              : std::nullopt;
  if (short_year && *short_year > 31) {
    return YearAt{static_cast<int>(full_year(*short_year, 2)), next + 1};
  }
  const auto year = year_at(scan, next);
  // "March 22, 2024 people": a noun that is counted takes the number
  return year && !scan.has(year->end, count_noun) ? year : std::nullopt;
}

std::uint32_t range_joint(const Scan& scan, std::uint32_t at) {
  if (scan.dash(at) && scan.attached(at) == scan.attached(at + 1))
    return at + 1;
  if (scan.is(at, Cue::to) || scan.is(at, Cue::until))
    return at + 1;
  return 0;
}

Period period_between(const Period& first, const Period& last) {
  Period made = first;
  made.span.end = last.span.end;
  return made;
}

TimePart month_day(const TimeScan& at_time, std::uint32_t begin, const MonthAt& month,
                   const DayAt& day) {
  const Scan& scan = at_time.scan;
  std::uint32_t end = day.end;
  std::optional<DayAt> last;
  if (const std::uint32_t joint = range_joint(scan, end); joint != 0 && !day.ordinal) {
    last = day_at(scan, joint);
    const bool stands = last && last->day > day.day &&
                        scan.word(last->end).time_unit == TimeUnit::none &&
                        !scan.has(last->end, count_noun);
    last = stands ? last : std::nullopt;
    end = last ? last->end : end;
  }
  const auto year = year_after(at_time, end);
  const std::optional<int> known = year ? std::optional(year->year) : std::nullopt;
  TimePart part{begin, year ? year->end : end,
                day_of_year(at_time, begin, known, month.month, day.day)};
  if (last) {
    part.period =
        period_between(part.period, day_of_year(at_time, begin, known, month.month, last->day));
  }
  return part;
}

bool month_stands_alone(const Scan& scan, std::uint32_t at, const MonthAt& month) {
  if (!month.common_word) {
    return true;
  }
  const Cue before = scan.cue(at - 1);
  return before == Cue::in || before == Cue::of || before == Cue::since || before == Cue::by ||
         before == Cue::until || before == Cue::last || before == Cue::next ||
         before == Cue::this_word || before == Cue::early || before == Cue::late ||
         before == Cue::from || before == Cue::between || before == Cue::during ||
         before == Cue::to || before == Cue::mid || before == Cue::and_word ||
         before == Cue::after || before == Cue::before || before == Cue::every ||
         before == Cue::for_word || scan.dash(at - 1);
}

// "March 22, 2024", "March 2024", "in March"
std::optional<TimePart> read_month_first(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto month = month_at(scan, at);
  if (!month) {
    return std::nullopt;
  }
  const auto day = scan.attached(month->end) && scan.dash(month->end) ? day_at(scan, month->end + 1)
                                                                      : day_at(scan, month->end);
  const bool of_noun =
      day && (scan.has(day->end, count_noun) || scan.word(day->end).time_unit != TimeUnit::none);
  const bool clock = day && scan.mark(day->end, ':') && scan.attached(day->end) &&
                     scan.is_number(day->end + 1) && scan.attached(day->end + 1);
  if (day && !of_noun && !clock && is_date(2000, month->month, day->day)) {
    return month_day(at_time, at, *month, *day);
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
  const auto first = day_at(scan, at);
  if (!first) {
    return std::nullopt;
  }
  auto last = first;
  if (const std::uint32_t joint = range_joint(scan, first->end); joint != 0) {
    const auto second = day_at(scan, joint);
    last = second && second->day > first->day ? second : first;
  }
  std::uint32_t name = last->end;
  name += scan.is(name, Cue::of) || attached_dash(scan, name) ? 1U : 0U;
  const auto month = month_at(scan, name);
  if (!month || !is_date(2000, month->month, first->day) ||
      !is_date(2000, month->month, last->day)) {
    return std::nullopt;
  }
  // "killed 30 May 3": the month takes the number after it
  if (!first->ordinal && name == last->end && scan.is_number(month->end) &&
      small_whole(scan, month->end, 2).value_or(99) <= 31 && !scan.mark(month->end + 1, ':') &&
      !scan.attached(month->end + 1) && scan.token(month->end).space_before &&
      scan.spelling(month->end).size() <= 2 && scan.spelling(month->end) != "00") {
    return std::nullopt;
  }
  const std::uint32_t year_from = month->end + (attached_dash(scan, month->end) ? 1U : 0U);
  const auto year = year_after(at_time, year_from);
  const std::optional<int> known = year ? std::optional(year->year) : std::nullopt;
  TimePart part{at, year ? year->end : month->end,
                day_of_year(at_time, at, known, month->month, first->day)};
  if (last->day != first->day) {
    part.period =
        period_between(part.period, day_of_year(at_time, at, known, month->month, last->day));
  }
  return part;
}

Period weekday_period(const TimeScan& at_time, std::uint32_t at, int weekday) {
  const auto today = at_time.today();
  const auto toward = direction(at_time.scan, at);
  Period made{.grain = Grain::day, .span = {}};
  made.span.timex = "XXXX-WXX-" + std::to_string(weekday == 0 ? 7 : weekday);
  if (today) {
    const int back = (weekday_of(*today) - weekday + 7) % 7;
    const bool future =
        toward ? *toward == Prefer::future : at_time.reading.prefer == Prefer::future;
    const bool today_counts = at_time.reading.prefer == Prefer::past;
    const std::int64_t past_day = *today - back;
    const std::int64_t future_day = back == 0 && today_counts ? *today : *today - back + 7;
    made = day_period(future ? future_day : past_day);
    if (future_day != past_day) {
      made.span.alts.push_back(day_period(future ? past_day : future_day).span.timex);
    }
    made.span.anchor = Anchor::publication;
  }
  made.span.weekday = weekday;
  return made;
}

Period every_weekday(int weekday) {
  Period made{.grain = Grain::reference, .span = {}};
  made.span.timex = "XXXX-WXX-" + std::to_string(weekday == 0 ? 7 : weekday);
  made.span.weekday = weekday;
  made.span.anchor = Anchor::none;
  return made;
}

// "Friday last week", "Tuesday of next week", "Friday the 15th"
std::optional<TimePart> weekday_of_week(const TimeScan& at_time, std::uint32_t at, int weekday) {
  const Scan& scan = at_time.scan;
  const auto today = at_time.today();
  if (!today) {
    return std::nullopt;
  }
  const std::uint32_t next = at + 1 + (scan.is(at + 1, Cue::of) ? 1U : 0U);
  const Cue which = scan.cue(next);
  if (scan.word(next + 1).time_unit == TimeUnit::week &&
      (which == Cue::last || which == Cue::next || which == Cue::this_word)) {
    const std::int64_t monday = *today - (weekday_of(*today) + 6) % 7;
    const std::int64_t week = which == Cue::last ? -7 : which == Cue::next ? 7 : 0;
    TimePart part{at, next + 2, day_period(monday + week + (weekday + 6) % 7)};
    part.period.span.anchor = Anchor::publication;
    part.period.span.weekday = weekday;
    return part;
  }
  const auto day = scan.is(at + 1, Cue::the) ? day_at(scan, at + 1) : std::nullopt;
  if (!day || !day->ordinal || scan.noun_like(day->end)) {
    return std::nullopt;
  }
  const CivilTime now = civil_of(*today);
  for (const int shift :
       {0, -1, 1, -2, 2}) {  // the nearest month in which the day falls on the weekday
    const YearMonth month = carry(now.year, now.month + shift);
    if (is_date(month.year, month.month, day->day) &&
        weekday_of(day_number(month.year, month.month, day->day)) == weekday) {
      TimePart part = of_date(at, day->end, month.year, month.month, day->day);
      part.period.span.weekday = weekday;
      return part;
    }
  }
  return std::nullopt;
}

// "Saturday", "Saturday, March 23", "Sat 23 March 2024"
std::optional<TimePart> read_weekday(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const Word& word = scan.word(at);
  if (word.weekday == 0 || (word.has(needs_capital) && !scan.token(at).capital)) {
    return std::nullopt;
  }
  const int weekday = word.weekday - 1;
  std::uint32_t next = at + 1;
  next += scan.mark(next, '.') && scan.attached(next) && scan.spelling(at).size() <= 5 ? 1U : 0U;
  next += scan.mark(next, ',') ? 1U : 0U;
  next += scan.is(next, Cue::on) || scan.is(next, Cue::the) ? 1U : 0U;
  auto dated = read_month_first(at_time, next);
  dated = dated && dated->period.grain == Grain::day ? dated : read_day_first(at_time, next);
  if (!dated && scan.is_number(next)) {
    dated = read_numeric_date(at_time, next);
  }
  if (dated) {
    dated->begin = at;
    dated->period.span.weekday = weekday;
    return dated;
  }
  // "Sun Microsystems", "Sat down": short forms only where a day is expected
  const Cue before = scan.cue(at - 1);
  const bool prompted = before == Cue::on || before == Cue::by || before == Cue::until ||
                        before == Cue::since || before == Cue::from || scan.size() == 1;
  if (word.has(needs_capital) && !prompted) {
    return std::nullopt;
  }
  if (scan.spelling(at).ends_with("days")) {
    return TimePart{at, at + 1, every_weekday(weekday)};
  }
  if (auto week = weekday_of_week(at_time, at, weekday)) {
    return week;
  }
  return TimePart{at, at + 1, weekday_period(at_time, at, weekday)};
}

// "the 22nd" of the month of publication, where no noun follows.
std::optional<TimePart> read_bare_day(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto today = at_time.today();
  const auto day =
      scan.is(at, Cue::the) && scan.is_number(at + 1) && today ? day_at(scan, at) : std::nullopt;
  const bool prompted = scan.is(at - 1, Cue::on) || scan.is(at - 1, Cue::by);
  if (!day || !day->ordinal || !prompted || scan.noun_like(day->end) ||
      scan.is_word(day->end) == scan.token(day->end).capital) {
    return std::nullopt;
  }
  const CivilTime now = civil_of(*today);
  const bool later = day->day > now.day && direction(scan, at) != Prefer::future &&
                     at_time.reading.prefer == Prefer::past;
  const YearMonth when = carry(now.year, now.month - (later ? 1 : 0));
  if (!is_date(when.year, when.month, day->day)) {
    return std::nullopt;
  }
  TimePart part = of_date(at, day->end, when.year, when.month, day->day);
  part.period.span.anchor = Anchor::publication;
  return part;
}

bool year_preposition(Cue cue) {
  return cue == Cue::in || cue == Cue::since || cue == Cue::by || cue == Cue::until ||
         cue == Cue::during || cue == Cue::early || cue == Cue::late || cue == Cue::mid ||
         cue == Cue::fiscal || cue == Cue::from || cue == Cue::after || cue == Cue::before;
}

// "2021": a time unless something is counted or measured with it.
std::optional<TimePart> read_bare_year(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto year = year_at(scan, at);
  if (!year || (scan.attached(at) && !scan.mark(at - 1, '(') && !scan.dash(at - 1) &&
                !scan.mark(at - 1, '\'') && !scan.mark(at - 1, '"') && !scan.mark(at - 1, '/'))) {
    return std::nullopt;
  }
  const Cue before = scan.cue(at - 1);
  const bool prompted =
      year_preposition(before) && (year->year >= 1500 || before == Cue::in || before == Cue::since);
  const bool usual = year->year >= 1900 && year->year <= 2099;
  if ((!usual && !prompted) || scan.has(year->end, count_noun) || before == Cue::than ||
      scan.mark(year->end, '%')) {
    return std::nullopt;
  }
  // "2010-2015", "2019-20"
  if (scan.is_number(at) && attached_dash(scan, year->end) && scan.is_number(year->end + 1)) {
    const auto last = small_whole(scan, year->end + 1, 4);
    const std::size_t digits = scan.spelling(year->end + 1).size();
    const bool season = last && (year->year + 1) % 100 == *last;
    if (last && digits == 2 && !season && *last >= 1 && *last <= 12) {
      return TimePart{at, year->end + 2, month_period(year->year, static_cast<int>(*last))};
    }
    const std::int64_t full =
        last && digits == 2 ? year->year / 100 * 100 + *last : last.value_or(0);
    if (last && (digits == 2 || digits == 4) && full > year->year && full <= year->year + 200) {
      return TimePart{at, year->end + 2,
                      period_between(year_period(year->year), year_period(static_cast<int>(full)))};
    }
    return std::nullopt;
  }
  if (attached_dash(scan, year->end) && scan.is_number(year->end + 1)) {
    return std::nullopt;
  }
  // "2018 March 18", "2024-August"
  const std::uint32_t after =
      year->end + (attached_dash(scan, year->end) || attached_mark(scan, year->end, '/') ? 1U : 0U);
  if (const auto month = month_at(scan, after)) {
    const auto day = day_at(scan, month->end + (attached_mark(scan, month->end, '/') ? 1U : 0U));
    if (day && is_date(year->year, month->month, day->day)) {
      return of_date(at, day->end, year->year, month->month, day->day);
    }
    return TimePart{at, month->end, month_period(year->year, month->month)};
  }
  return TimePart{at, year->end, year_period(year->year)};
}

// "1990s", "the 1990s", "'90s", "the 80s"
std::optional<TimePart> read_decade(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const bool clipped = scan.mark(at, '\'') || scan.spelling(at) == "’";
  const std::uint32_t number = at + (clipped ? 1U : 0U);
  const auto value = small_whole(scan, number, 4);
  const bool plural_s = (scan.is(number + 1, Cue::s) && scan.attached(number + 1));
  if (!value || !plural_s || *value % 10 != 0) {
    return std::nullopt;
  }
  const std::size_t digits = scan.spelling(number).size();
  if (digits == 4 && *value >= 1000 && *value < 2100) {
    Period period = *value % 100 == 0 && *value < 2000
                        ? century_period(static_cast<int>(*value / 100) + 1)
                        : decade_period(static_cast<int>(*value));
    return TimePart{at, number + 2, period};
  }
  const bool owned = scan.is(at - 1, Cue::his) ||
                     (scan.dash(at - 1) && scan.is(at - 3, Cue::his)) || scan.is(at - 2, Cue::his);
  if (digits == 2 && *value >= 20 && !owned &&
      (clipped || scan.is(at - 1, Cue::the) || scan.cue(at - 1) == Cue::early ||
       scan.cue(at - 1) == Cue::late || scan.dash(at - 1))) {
    return TimePart{at, number + 2, decade_period(1900 + static_cast<int>(*value))};
  }
  return std::nullopt;
}

// "March 22" first, so that the day is not read as a count.
using DateRule = std::optional<TimePart> (*)(const TimeScan&, std::uint32_t);
constexpr std::array<DateRule, 4> kWordRules = {read_weekday, read_month_first, read_day_first,
                                                read_bare_day};

}  // namespace

std::optional<YearAt> year_at(const Scan& scan, std::uint32_t at) {
  if (scan.spelling(at).size() == 4) {
    const auto year = small_whole(scan, at, 4);
    if (year && *year >= 1000 && *year <= 2999) {
      return YearAt{static_cast<int>(*year), at + 1};
    }
  }
  if (scan.mark(at, '\'') && scan.attached(at + 1) && scan.spelling(at + 1).size() == 2) {
    const auto year = small_whole(scan, at + 1, 2);
    if (year && !scan.attached(at + 2)) {
      return YearAt{static_cast<int>(full_year(*year, 2)), at + 2};
    }
  }
  // "nineteen ninety-four"
  const Word& century = scan.word(at);
  if (century.number == NumberRole::unit && century.value >= 15 && century.value <= 19 &&
      !scan.dash(at + 1)) {
    const auto rest = read_cardinal_words(scan, at + 1);
    const auto low = rest ? whole_value(rest->value) : std::nullopt;
    if (low && *low >= 10 && *low <= 99) {
      return YearAt{static_cast<int>(century.value * 100 + *low), rest->end};
    }
  }
  return std::nullopt;
}

std::optional<TimePart> read_date(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (scan.is_number(at)) {
    if (auto iso = read_iso_date(scan, at))
      return iso;
    if (auto numeric = read_numeric_date(at_time, at))
      return numeric;
    if (auto dotted = read_dotted_date(scan, at))
      return dotted;
    if (auto month = read_month_and_year(scan, at))
      return month;
    if (auto day = read_day_first(at_time, at))
      return day;
    if (auto decade = read_decade(at_time, at))
      return decade;
    return read_bare_year(at_time, at);
  }
  for (const DateRule rule : kWordRules) {
    if (auto part = rule(at_time, at)) {
      return part;
    }
  }
  if (scan.mark(at, '\'') || scan.spelling(at) == "’") {
    if (auto decade = read_decade(at_time, at))
      return decade;
  }
  const std::uint32_t decade_at = at + (scan.is(at, Cue::the) ? 1U : 0U);
  if (decade_at != at && (scan.is_number(decade_at) || scan.mark(decade_at, '\''))) {
    if (auto decade = read_decade(at_time, decade_at)) {
      decade->begin = at;
      return decade;
    }
  }
  return scan.word(at).number == NumberRole::unit ? read_bare_year(at_time, at) : std::nullopt;
}

}  // namespace concord::normalize
