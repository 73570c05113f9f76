#include <array>

#include "normalize/duration_values.h"
#include "normalize/numbers.h"
#include "normalize/relative_times.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

/// The n-th unit, or n units, counted from the beginning of a period or back from its end.
struct Count {
  int number = 1;
  int units = 1;  // "the last four months": number 1, units 4
  bool from_end = false;
  TimeUnit unit = TimeUnit::none;
  int weekday = -1;  // 0 Sunday
  std::uint32_t end = 0;
};

constexpr int kMostUnits = 400;

bool is_final(const Scan& scan, std::uint32_t at) {
  return scan.is(at, Cue::last) || scan.says(at, "final");
}

// "first", "20th", "second last", "last": moves `count.end` past it
bool take_rank(const Scan& scan, Count& count) {
  if (is_final(scan, count.end)) {
    count.from_end = true;
    ++count.end;
    return true;
  }
  auto ordinal = read_ordinal(scan, count.end);
  if (!ordinal && scan.is(count.end + 1, Cue::of) && small_whole(scan, count.end, 2)) {
    ordinal = read_number(scan, count.end);  // "20 of this month"
  }
  const auto number = ordinal ? whole_value(ordinal->value) : std::nullopt;
  if (!number || *number < 1 || *number > kMostUnits) {
    return false;
  }
  count.number = static_cast<int>(*number);
  count.end = ordinal->end;
  const std::uint32_t last = count.end + (scan.is(count.end, Cue::to) ? 1U : 0U);
  if (is_final(scan, last)) {
    count.from_end = true;
    count.end = last + 1;
  }
  return true;
}

// "four" in "the last four months"
void take_units(const Scan& scan, Count& count) {
  const auto number = count.number != 1           ? std::nullopt
                      : scan.is_number(count.end) ? read_number(scan, count.end)
                                                  : read_cardinal_words(scan, count.end);
  const auto units =
      number && number->form == NumberForm::plain ? whole_value(number->value) : std::nullopt;
  if (units && *units >= 1 && *units <= kMostUnits) {
    count.units = static_cast<int>(*units);
    count.end = number->end;
  }
}

bool take_unit(const Scan& scan, Count& count) {
  const Word& word = scan.word(count.end);
  if (word.weekday != 0 && (!word.has(needs_capital) || scan.token(count.end).capital) &&
      count.units == 1) {
    count.weekday = word.weekday - 1;
  } else if (word.time_unit >= TimeUnit::day && word.time_unit != TimeUnit::night &&
             word.has(plural) == (count.units > 1)) {
    count.unit = word.time_unit;
  } else {
    return false;
  }
  ++count.end;
  return true;
}

std::int64_t thursday_of(std::int64_t day) {
  return day - (weekday_of(day) + 6) % 7 + 3;
}

// The day on which the counted unit begins; nothing when the period has no such unit.
std::optional<std::int64_t> counted_day(const Count& count, std::int64_t first, std::int64_t end) {
  const bool weekly = count.unit == TimeUnit::week || count.unit == TimeUnit::weekend;
  const int step = count.weekday >= 0 || weekly ? 7 : 1;
  // a week is held by its Thursday, a weekend by its Saturday
  const int mark = count.weekday >= 0 ? count.weekday
                   : weekly           ? (count.unit == TimeUnit::week ? 4 : 6)
                                      : -1;
  std::int64_t day = count.from_end ? end - 1 : first;
  if (mark >= 0) {
    day += count.from_end ? -((weekday_of(day) - mark + 7) % 7) : (mark - weekday_of(day) + 7) % 7;
  }
  day += std::int64_t{step} * (count.number - 1) * (count.from_end ? -1 : 1);
  return day >= first && day < end ? std::optional(day) : std::nullopt;
}

// Months in one unit that is counted in months; 0 for weeks and days.
int months_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::month:
      return 1;
    case TimeUnit::quarter:
      return 3;
    case TimeUnit::year:
      return 12;
    case TimeUnit::decade:
      return 120;
    default:
      return 0;
  }
}

std::optional<Period> counted_months(const Count& count, std::int64_t first, std::int64_t end) {
  const CivilTime from = civil_of(first);
  const CivilTime until = civil_of(end);
  const int size = months_of(count.unit);
  const int total = (until.year - from.year) * 12 + until.month - from.month;
  const int offset =
      count.from_end ? total - size * (count.number - 1 + count.units) : size * (count.number - 1);
  if (offset < 0 || offset + size * count.units > total) {
    return std::nullopt;
  }
  const YearMonth begin = carry(from.year, from.month + offset);
  const auto unit = unit_period(day_number(begin.year, begin.month, 1), count.unit, 0);
  const YearMonth last = carry(begin.year, begin.month + size * (count.units - 1));
  const auto final = unit_period(day_number(last.year, last.month, 1), count.unit, 0);
  if (!unit || !final) {
    return std::nullopt;
  }
  Period made = *unit;
  made.span.end = final->span.end;
  return made;
}

// "the first Monday of each month": any of them
std::optional<Period> counted_of_set(const Count& count, const Period& set) {
  if (set.span.anchor != Anchor::none || count.units > 1 || !set.span.timex.starts_with('P')) {
    return std::nullopt;
  }
  Period made = open_period(
      Grain::reference, count.weekday >= 0 ? weekday_timex(count.weekday) : open_unit(count.unit));
  made.span.anchor = Anchor::none;
  if (count.weekday >= 0) {
    made.span.weekday = count.weekday;
  }
  return made;
}

// "the first two weeks of June" are its first 14 days, whatever their weekdays
std::optional<Period> counted_weeks(const Count& count, std::int64_t first, std::int64_t end) {
  const std::int64_t days = std::int64_t{7} * count.units;
  if (days > end - first) {
    return std::nullopt;
  }
  const std::int64_t begin = count.from_end ? end - days : first;
  Period made = day_period(begin);
  made.grain = Grain::week;
  made.span.end = Timestamp{(begin + days) * kSecondsPerDay};
  return made;
}

std::optional<Period> counted_period(const Count& count, const Period& whole) {
  if (whole.grain == Grain::reference) {
    return counted_of_set(count, whole);
  }
  if (whole.grain == Grain::clock) {
    return std::nullopt;
  }
  if (!whole.span.begin || !whole.span.end) {
    return open_period(Grain::day,
                       count.weekday >= 0 ? weekday_timex(count.weekday) : open_unit(count.unit));
  }
  const std::int64_t first = day_of(*whole.span.begin);
  const std::int64_t end = day_of(*whole.span.end);
  if (months_of(count.unit) != 0) {
    return counted_months(count, first, end);
  }
  if (count.unit == TimeUnit::week && count.units > 1 && count.number == 1) {
    return counted_weeks(count, first, end);
  }
  Count start = count;
  start.number += count.from_end ? count.units - 1 : 0;
  const auto day = counted_day(start, first, end);
  if (!day) {
    return std::nullopt;
  }
  Period made = count.unit == TimeUnit::week      ? week_period(*day)
                : count.unit == TimeUnit::weekend ? weekend_period(*day)
                                                  : day_period(*day);
  if (count.units > 1 && made.span.end) {
    const std::int64_t size = made.span.end->seconds - made.span.begin->seconds;
    made.span.end = Timestamp{made.span.end->seconds + size * (count.units - 1)};
  }
  if (count.weekday >= 0) {
    made.span.weekday = count.weekday;
  }
  return made;
}

std::optional<TimePart> read_whole(const TimeScan& at_time, std::uint32_t at) {
  auto whole = read_container(at_time, at);
  if (!whole && at_time.scan.is(at, Cue::the)) {
    whole = read_container(at_time, at + 1);
  }
  keep_longer(whole, read_whole_unit(at_time, at));
  return whole;
}

bool is_month_told(const TimePart& whole) {
  return whole.period.grain == Grain::month && whole.period.span.anchor == Anchor::publication;
}

// "the first week of October", "the 20th of next month", "the last four months of 2021"
std::optional<TimePart> read_ranked_part(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  Count count{.end = at + (scan.is(at, Cue::the) ? 1U : 0U)};
  if (!take_rank(scan, count)) {
    return std::nullopt;
  }
  const std::uint32_t ranked = count.end;
  take_units(scan, count);
  const bool unit = take_unit(scan, count);
  if (!unit) {
    count = {.number = count.number, .from_end = count.from_end, .end = ranked};
  }
  const bool joined = scan.is(count.end, Cue::of) || (unit && scan.is(count.end, Cue::in));
  const bool told = !unit && step_at(scan, count.end).step != Step::none &&
                    !scan.is(count.end, Cue::the);  // "the 20th next month"
  if (!joined && !told) {
    return std::nullopt;
  }
  const auto whole = read_whole(at_time, count.end + (joined ? 1U : 0U));
  if (!whole || (!unit && (count.from_end || !is_month_told(*whole)))) {
    return std::nullopt;
  }
  auto period = counted_period(count, whole->period);
  if (!period && count.weekday >= 0) {  // "the fifth Monday of February" is none
    period = open_period(Grain::day, weekday_timex(count.weekday));
  }
  if (!period) {
    return std::nullopt;
  }
  TimePart made{at, whole->end, *period};
  made.period.span.anchor = whole->period.span.anchor;
  if (count.units > 1) {
    made.period.span.timex = iso_duration(Decimal(count.units), count.unit);
  }
  return made;
}

// "the week of March 6", "the weekend of July 4"
std::optional<TimePart> read_week_of(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const TimeUnit unit = scan.word(name).time_unit;
  if ((unit != TimeUnit::week && unit != TimeUnit::weekend) || scan.has(name, plural) ||
      !scan.is(name + 1, Cue::of)) {
    return std::nullopt;
  }
  const auto day = read_container(at_time, name + 2);
  if (!day || day->period.grain != Grain::day || !day->period.span.begin) {
    return std::nullopt;
  }
  const std::int64_t within = day_of(*day->period.span.begin);
  TimePart made{at, day->end,
                unit == TimeUnit::week ? week_period(within) : weekend_period(within)};
  made.period.span.anchor = day->period.span.anchor;
  return made;
}

// "the month of March", "the year 2011"
std::optional<TimePart> read_unit_named(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const TimeUnit unit = scan.word(name).time_unit;
  if (scan.has(name, plural) || (unit != TimeUnit::month && unit != TimeUnit::year)) {
    return std::nullopt;
  }
  const std::uint32_t next = name + 1 + (scan.is(name + 1, Cue::of) ? 1U : 0U);
  if (unit == TimeUnit::year && scan.says(next, "two") && scan.says(next + 1, "thousand") &&
      !year_in_words(scan, next)) {
    return TimePart{at, next + 2, year_period(2000)};
  }
  if (unit == TimeUnit::year && !scan.is_number(next) && !year_in_words(scan, next)) {
    return std::nullopt;
  }
  // "the year 1066", "in the year 476": as a number alone it would be none
  const auto early =
      unit == TimeUnit::year && name != at ? small_whole(scan, next, 4) : std::nullopt;
  if (early && *early >= 100 && *early < 1900 && !scan.noun_like(next + 1) &&
      era_at(scan, next + 1).era == Era::untold) {
    return TimePart{at, next + 1, year_period(static_cast<int>(*early))};
  }
  auto part = unit == TimeUnit::month && next == name + 1 ? std::nullopt : read_date(at_time, next);
  const Grain grain = unit == TimeUnit::month ? Grain::month : Grain::year;
  if (!part || part->period.grain != grain) {
    return std::nullopt;
  }
  part->core_begin = part->begin;
  part->begin = at;
  return part;
}

// "week 31 of 2027", "the week 31", "calendar week 3": ISO 8601 weeks.  "Week 3" by itself is a
// round of sport.
std::optional<TimePart> read_numbered_week(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const bool calendar = scan.says(at, "calendar");
  const std::uint32_t name = at + (calendar || scan.is(at, Cue::the) ? 1U : 0U);
  const auto number = scan.word(name).time_unit == TimeUnit::week && !scan.has(name, plural) &&
                              scan.spelling(name + 1).size() <= 2 && scan.is_number(name + 1)
                          ? read_number(scan, name + 1)
                          : std::nullopt;
  const auto week = number ? whole_value(number->value) : std::nullopt;
  if (!week || *week < 1 || *week > 53) {
    return std::nullopt;
  }
  const auto year = scan.is(number->end, Cue::of) ? year_at(scan, number->end + 1) : std::nullopt;
  const auto today = at_time.today();
  if (!year && (!today || name == at)) {
    return std::nullopt;
  }
  const int known = year ? year->year : civil_of(*today).year;
  const std::int64_t first = week_period(day_number(known, 1, 4)).span.begin->seconds;
  const std::int64_t monday = first / kSecondsPerDay + 7 * (*week - 1);
  if (thursday_of(monday) >= day_number(known + 1, 1, 1)) {
    return std::nullopt;
  }
  TimePart made{at, year ? year->end : number->end, week_period(monday)};
  made.period.span.anchor = year ? Anchor::explicit_date : Anchor::publication;
  return made;
}

// "the week after next", "Friday after next", "the weekend after the next"
std::optional<TimePart> read_after_next(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const std::uint32_t next = name + 2 + (scan.is(name + 2, Cue::the) ? 1U : 0U);
  const auto today = at_time.today();
  const Word& word = scan.word(name);
  if (!scan.is(name + 1, Cue::after) || !scan.is(next, Cue::next) || word.has(plural)) {
    return std::nullopt;
  }
  if (!today && word.time_unit >= TimeUnit::day) {
    return present_part(at, next + 1, open_period(Grain::week, open_unit(word.time_unit)));
  }
  if (!today) {
    return std::nullopt;
  }
  if (word.weekday != 0) {
    const int ahead = (word.weekday - 1 - weekday_of(*today) + 7) % 7;
    TimePart made = present_part(at, next + 1, day_period(*today + (ahead == 0 ? 7 : ahead) + 7));
    made.period.span.weekday = word.weekday - 1;
    return made;
  }
  if (word.month != 0) {
    const CivilTime now = civil_of(*today);
    const int year = now.year + (word.month > now.month ? 1 : 2);
    return present_part(at, next + 1, month_period(year, word.month));
  }
  const auto period = unit_period(*today, word.time_unit, 2);
  return period ? std::optional(present_part(at, next + 1, *period)) : std::nullopt;
}

// "the week before last", "the Tuesday before last"
std::optional<TimePart> read_before_last(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const auto today = at_time.today();
  const Word& word = scan.word(name);
  const std::uint32_t end = name + 3;
  const bool last = scan.is(name + 1, Cue::before) && scan.is(name + 2, Cue::last) &&
                    scan.word(end).time_unit == TimeUnit::none && scan.word(end).month == 0;
  if (!last || !today || word.has(plural)) {
    return std::nullopt;
  }
  if (word.weekday != 0) {
    const int back = (weekday_of(*today) - (word.weekday - 1) + 6) % 7 + 1;
    TimePart made = present_part(at, end, day_period(*today - back - 7));
    made.period.span.weekday = word.weekday - 1;
    return made;
  }
  const auto period =
      word.time_unit >= TimeUnit::weekend ? unit_period(*today, word.time_unit, -2) : std::nullopt;
  return period ? std::optional(present_part(at, end, *period)) : std::nullopt;
}

// Is there such a word behind the number at `at`, which is seldom longer than "twenty-two"?
template <class Is>
bool stands_soon(const Scan& scan, std::uint32_t at, Is is_it) {
  constexpr std::uint32_t kReach = 10;
  for (std::uint32_t i = at + 1; i <= at + kReach && i < scan.size(); ++i) {
    if (is_it(i)) {
      return true;
    }
  }
  return false;
}

// "three Fridays from now", "two Sundays ago"
std::optional<TimePart> read_weekdays_away(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (!stands_soon(scan, at, [&](std::uint32_t i) { return scan.word(i).weekday != 0; })) {
    return std::nullopt;
  }
  const auto number = read_number(scan, at);
  const auto today = at_time.today();
  if (!number || !today || scan.word(number->end).weekday == 0) {
    return std::nullopt;
  }
  const auto count = number->form == NumberForm::plain ? whole_value(number->value) : std::nullopt;
  const Word& word = scan.word(number->end);
  const std::uint32_t after = number->end + 1;
  const bool ago = scan.is(after, Cue::ago);
  const bool from_now = scan.is(after, Cue::from) && scan.is(after + 1, Cue::now);
  if (!count || *count < 1 || *count > kMostUnits || (!ago && !from_now)) {
    return std::nullopt;
  }
  const int weekday = word.weekday - 1;
  const int ahead = (weekday - weekday_of(*today) + 7) % 7;
  const std::int64_t weeks = 7 * *count;
  const std::int64_t day =
      ago ? *today + ahead - weeks : *today + (ahead == 0 ? 0 : ahead - 7) + weeks;
  TimePart made = present_part(at, after + (ago ? 1U : 2U), day_period(day));
  made.period.span.weekday = weekday;
  return made;
}

// "the 2 upcoming months", "the ten previous weeks"
std::optional<TimePart> read_stepped_length(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (!stands_soon(scan, at,
                   [&](std::uint32_t i) { return scan.word(i).time_unit != TimeUnit::none; })) {
    return std::nullopt;
  }
  const auto number = read_number(scan, at + (scan.is(at, Cue::the) ? 1U : 0U));
  const auto count =
      number && number->form == NumberForm::plain ? whole_value(number->value) : std::nullopt;
  if (!count || *count < 1 || *count > kMostUnits) {
    return std::nullopt;
  }
  const StepAt step = step_at(scan, number->end);
  const Word& word = scan.word(step.end);
  const bool counted = word.time_unit != TimeUnit::none && word.has(plural) == (*count > 1);
  if (step.story || !counted || scan.is(number->end, Cue::the)) {
    return std::nullopt;
  }
  const auto period = length_period(at_time, word.time_unit, static_cast<int>(*count), step.step);
  if (!period) {
    return std::nullopt;
  }
  TimePart made = present_part(at, step.end + 1, *period);
  made.period.grain = Grain::reference;
  made.period.span.timex = iso_duration(number->value, word.time_unit);
  return made;
}

// "the rest of the year": from publication to its end
std::optional<TimePart> read_rest(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const bool rest = scan.says(name, "rest") || scan.says(name, "remainder");
  const std::uint32_t next = name + 1 + (scan.is(name + 1, Cue::of) ? 1U : 0U);
  const auto whole = rest ? read_whole(at_time, next) : std::nullopt;
  if (!whole || whole->period.grain == Grain::day) {
    return std::nullopt;
  }
  TimePart made{at, whole->end, whole->period};
  TimeSpan& span = made.period.span;
  const Timestamp today{at_time.today().value_or(0) * kSecondsPerDay};
  if (span.begin && span.end && *span.begin < today && today < *span.end) {
    span.begin = today;
  }
  span.mod = "END";
  return made;
}

constexpr Leads kNumbers = kFigureLead | kNumberLead;
constexpr std::array<LedRule, 9> kRules = {
    {{kNumbers | kStepLead | kPartLead, read_ranked_part},
     {kUnitLead, read_week_of},
     {kUnitLead, read_unit_named},
     {kUnitLead | kPartLead, read_numbered_week},
     {kUnitLead | kWeekdayLead | kMonthLead, read_after_next},
     {kUnitLead | kWeekdayLead, read_before_last},
     {kNumbers, read_weekdays_away, kWeekdayLead},
     {kNumbers, read_stepped_length, kUnitLead},
     {kPartLead, read_rest}}};

}  // namespace

std::optional<TimePart> read_counted_part(const TimeScan& at_time, std::uint32_t at) {
  return first_led(kRules, at_time, at);
}

}  // namespace concord::normalize
