#include <array>

#include "normalize/date_parts.h"
#include "normalize/numbers.h"
#include "normalize/relative_times.h"

namespace concord::normalize {
namespace {

bool looks_ahead(const TimeScan& at_time, std::uint32_t at) {
  return direction(at_time.scan, at).value_or(at_time.reading.prefer) == Prefer::future;
}

// The day within a week of publication that the sentence looks to; the other one is kept.
Period weekday_period(const TimeScan& at_time, std::uint32_t at, int weekday) {
  const auto today = at_time.today();
  Period made = open_period(Grain::day, weekday_timex(weekday));
  made.span.anchor = Anchor::explicit_date;
  if (today) {
    const int back = (weekday_of(*today) - weekday + 7) % 7;
    const bool future = looks_ahead(at_time, at);
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
  made.span.timex = weekday_timex(weekday);
  made.span.weekday = weekday;
  made.span.anchor = Anchor::none;
  return made;
}

// "Friday last week", "Tuesday of next week", "Monday of the following week"
std::optional<TimePart> weekday_of_week(const TimeScan& at_time, std::uint32_t at,
                                        const WeekdayAt& name) {
  const Scan& scan = at_time.scan;
  const std::uint32_t next = name.end + (scan.is(name.end, Cue::of) ? 1U : 0U);
  const StepAt step = step_at(scan, next);
  const bool named = step.step != Step::none && scan.word(step.end).time_unit == TimeUnit::week &&
                     !scan.has(step.end, plural);
  if (!named || (scan.is(next, Cue::the) && next == name.end)) {
    return std::nullopt;
  }
  TimePart part{at, step.end + 1, open_period(Grain::day, weekday_timex(name.weekday))};
  const auto today = at_time.today();
  if (today && (!step.story || at_time.reading.prefer == Prefer::future)) {
    const std::int64_t monday = *today - (weekday_of(*today) + 6) % 7;
    const std::int64_t week = step.step == Step::back ? -7 : step.step == Step::ahead ? 7 : 0;
    part.period = day_period(monday + week + (name.weekday + 6) % 7);
    part.period.span.anchor = Anchor::publication;
  }
  part.period.span.weekday = name.weekday;
  return part;
}

// Months away from publication, in the order in which a day is looked for.
constexpr std::array<int, 11> kPastFirst = {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5};
constexpr std::array<int, 11> kFutureFirst = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

std::optional<YearMonth> month_of_weekday(std::int64_t today, int weekday, int day, bool ahead) {
  const CivilTime now = civil_of(today);
  for (const int shift : ahead ? kFutureFirst : kPastFirst) {
    const YearMonth month = carry(now.year, now.month + shift);
    if (!is_date(month.year, month.month, day)) {
      continue;
    }
    const std::int64_t when = day_number(month.year, month.month, day);
    const bool fits = weekday_of(when) == weekday && (!ahead || when >= today);
    if (fits) {
      return month;
    }
  }
  return std::nullopt;
}

// "Thursday 8 and Friday 9 June": a small figure is a day where another weekday and day follow
bool goes_on_with_day(const Scan& scan, std::uint32_t at) {
  const bool joined = scan.is(at, Cue::and_word) || scan.is(at, Cue::to) || scan.mark(at, ',');
  return joined && scan.word(at + 1).weekday != 0 && scan.is_number(at + 2);
}

// "Friday the 15th", "Mon 13th", "Sunday 31": the nearest month in which the day has that weekday
std::optional<TimePart> weekday_and_day(const TimeScan& at_time, std::uint32_t at,
                                        const WeekdayAt& name) {
  const Scan& scan = at_time.scan;
  auto day = day_at(scan, name.end);
  if (!day && scan.is(name.end, Cue::the)) {
    const auto words = read_cardinal_words(scan, name.end + 1);
    const auto number = words ? whole_value(words->value) : std::nullopt;
    if (number && *number >= 1 && *number <= 31) {
      day = DayAt{static_cast<int>(*number), words->end, true};
    }
  }
  const auto today = at_time.today();
  const bool counts = day && scan.noun_like(day->end) &&
                      scan.word(day->end).number == NumberRole::none;  // "the 24th six pm"
  if (!day || !today || counts || scan.name_like(day->end)) {
    return std::nullopt;
  }
  const bool figure = !day->ordinal && scan.is_number(name.end) &&
                      (day->day > 12 || goes_on_with_day(scan, day->end));
  const bool ends = scan.dash(day->end) || scan.mark(day->end, ':') || scan.mark(day->end, '%');
  if ((!day->ordinal && !figure) || ends) {
    return std::nullopt;
  }
  const bool ahead = at_time.reading.prefer == Prefer::future;
  const auto month = month_of_weekday(*today, name.weekday, day->day, ahead);
  if (!month) {
    return std::nullopt;
  }
  TimePart part = of_date(at, day->end, month->year, month->month, day->day);
  part.period.span.weekday = name.weekday;
  return part;
}

// A date without a year beside a weekday: the nearest year in which they agree.
void agree_with_weekday(const TimeScan& at_time, Period& date, int weekday) {
  TimeSpan& span = date.span;
  const bool guessed = span.anchor == Anchor::publication && span.begin && span.end;
  const bool one_day = guessed && span.end->seconds - span.begin->seconds == kSecondsPerDay;
  if (!one_day || weekday_of(day_of(*span.begin)) == weekday) {
    return;
  }
  const CivilTime day = civil_of(day_of(*span.begin));
  const int sign = looks_ahead(at_time, 0) ? 1 : -1;
  for (const int shift :
       {sign, -sign, 2 * sign, -2 * sign, 3 * sign, 4 * sign, 5 * sign, 6 * sign}) {
    const int year = day.year + shift;
    if (is_date(year, day.month, day.day) &&
        weekday_of(day_number(year, day.month, day.day)) == weekday) {
      date = day_period(day_number(year, day.month, day.day));
      date.span.anchor = Anchor::publication;
      return;
    }
  }
}

// "Saturday, March 23", "Sat 23 March 2024", "Friday 3/22"
std::optional<TimePart> weekday_and_date(const TimeScan& at_time, std::uint32_t at,
                                         const WeekdayAt& name) {
  const Scan& scan = at_time.scan;
  std::uint32_t next = name.end;
  next += scan.mark(next, ',') ? 1U : 0U;
  next += scan.is(next, Cue::on) || scan.is(next, Cue::the) ? 1U : 0U;
  auto dated = read_month_first(at_time, next);
  dated = dated && dated->period.grain == Grain::day ? dated : read_day_first(at_time, next);
  if (!dated && scan.is_number(next)) {
    dated = read_numeric_date(at_time, next);
  }
  if (dated) {
    agree_with_weekday(at_time, dated->period, name.weekday);
    dated->begin = at;
    dated->period.span.weekday = name.weekday;
  }
  return dated;
}

// "on Tuesday week", "Friday fortnight": as much after the coming one; "Thursday last"
std::optional<TimePart> weekday_moved(const TimeScan& at_time, std::uint32_t at,
                                      const WeekdayAt& name) {
  const Scan& scan = at_time.scan;
  const auto today = at_time.today();
  const std::uint32_t next = name.end;
  const TimeUnit unit = scan.word(next).time_unit;
  const bool ends = next + 1 >= scan.size() || scan.mark(next + 1, '.') || scan.mark(next + 1, ',');
  const Cue before = scan.cue(at - 1);
  const bool led = before == Cue::on || before == Cue::until || before == Cue::by ||
                   before == Cue::for_word || before == Cue::to;
  const bool moves =
      (unit == TimeUnit::week || unit == TimeUnit::fortnight) && !scan.has(next, plural) && led;
  if (!today || !ends || (!moves && !scan.is(next, Cue::last))) {
    return std::nullopt;
  }
  const int ahead = (name.weekday - weekday_of(*today) + 6) % 7 + 1;
  const std::int64_t by = moves ? ahead + (unit == TimeUnit::week ? 7 : 14) : ahead - 7;
  TimePart made{at, next + 1, day_period(*today + (by == 0 ? -7 : by))};
  made.period.span.anchor = Anchor::publication;
  made.period.span.weekday = name.weekday;
  return made;
}

std::uint32_t past_name(const Scan& scan, std::uint32_t at) {
  return at + 1 + (scan.mark(at + 1, '.') ? 1U : 0U);
}

bool is_prompted(const Scan& scan, std::uint32_t at) {
  const Cue before = scan.cue(at - 1);
  return before == Cue::on || before == Cue::by || before == Cue::until || before == Cue::since ||
         before == Cue::from || past_name(scan, at) >= scan.size();
}

}  // namespace

std::optional<WeekdayAt> weekday_at(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  const bool common = word.has(needs_capital);
  if (word.weekday == 0 || (common && !scan.token(at).capital && scan.size() > 2)) {
    return std::nullopt;
  }
  const bool dot = scan.mark(at + 1, '.') && scan.attached(at + 1) && scan.spelling(at).size() <= 5;
  const bool dotted = dot && (scan.is_number(at + 2) || scan.word(at + 2).month != 0 ||
                              scan.mark(at + 2, ',') || scan.size() == at + 2);
  return WeekdayAt{word.weekday - 1, at + (dotted ? 2U : 1U), common};
}

namespace {

// "Bloody Sunday", "Black Monday": a day of history; "Black Friday" is a holiday by itself
bool names_event(const Scan& scan, std::uint32_t at) {
  return at > 0 && scan.token(at - 1).capital && scan.token(at).capital &&
         (scan.says(at - 1, "bloody") || scan.says(at - 1, "black"));
}

}  // namespace

std::optional<TimePart> read_weekday(const TimeScan& at_time, std::uint32_t at) {
  if (names_event(at_time.scan, at)) {
    return std::nullopt;
  }
  const Scan& scan = at_time.scan;
  const auto name = weekday_at(scan, at);
  if (!name) {
    return std::nullopt;
  }
  if (auto dated = weekday_and_date(at_time, at, *name)) {
    return dated;
  }
  if (auto day = weekday_and_day(at_time, at, *name)) {
    return day;
  }
  // "Sun Microsystems", "Sat down": short forms only where a day is expected
  if (name->common_word && !is_prompted(scan, at)) {
    return std::nullopt;
  }
  if (scan.spelling(at).ends_with("days")) {
    return TimePart{at, at + 1, every_weekday(name->weekday)};
  }
  if (auto week = weekday_of_week(at_time, at, *name)) {
    return week;
  }
  if (auto moved = weekday_moved(at_time, at, *name)) {
    return moved;
  }
  const bool alone = name->end == at + 2 && scan.size() != at + 2;  // the dot ends the sentence
  return TimePart{at, alone ? at + 1 : name->end, weekday_period(at_time, at, name->weekday)};
}

}  // namespace concord::normalize
