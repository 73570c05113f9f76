#include <algorithm>
#include <array>
#include <string>

#include "normalize/date_parts.h"
#include "normalize/numbers.h"
#include "normalize/relative_times.h"
#include "normalize/time_parts.h"

namespace concord::normalize {

void move_to_text_zone(const Reading& reading, const std::optional<int>& zone, TimeSpan& span) {
  if (!zone || !reading.offset_minutes || !span.begin || *zone == *reading.offset_minutes) {
    return;
  }
  const std::int64_t by = std::int64_t{60} * (*reading.offset_minutes - *zone);
  span.begin = Timestamp{span.begin->seconds + by};
  if (span.end) {
    span.end = Timestamp{span.end->seconds + by};
  }
  span.timex = format_date_time(*span.begin).substr(0, span.timex.size());
  span.alts.clear();
}

namespace {

// "Friday in the early morning", "Friday AM"
struct PartAt {
  DayPart part = DayPart::none;
  std::uint32_t end = 0;
  std::string_view mod;
};

std::string_view third_mod(const Scan& scan, std::uint32_t at) {
  const Cue cue = scan.cue(at);
  return cue == Cue::early ? "START" : cue == Cue::mid ? "MID" : cue == Cue::late ? "END" : "";
}

// AM and PM after a day, without a figure, are its morning and afternoon.
DayPart part_named(const Scan& scan, std::uint32_t at) {
  const bool half = scan.token(at).capital && scan.spelling(at).size() == 2;
  if (half && (scan.is(at, Cue::am) || scan.is(at, Cue::pm))) {
    return scan.is(at, Cue::am) ? DayPart::morning : DayPart::afternoon;
  }
  const bool many = scan.has(at, plural) && scan.spelling(at).back() == 's';
  return many ? DayPart::none : scan.word(at).day_part;
}

std::optional<PartAt> day_part_after(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at;
  std::string_view mod = third_mod(scan, next);
  next += !mod.empty() && (scan.is(next + 1, Cue::in) || scan.is(next + 1, Cue::on)) ? 1U : 0U;
  if (scan.is(next, Cue::in)) {
    next += scan.is(next + 1, Cue::the) ? 2U : 1U;
  } else if (scan.is(next, Cue::at) && scan.word(next + 1).day_part == DayPart::night) {
    ++next;
  }
  if (const std::string_view inner = third_mod(scan, next); !inner.empty()) {
    mod = inner;
    next += scan.dash(next + 1) ? 2U : 1U;
  }
  // "in the early hours of the morning"
  if (scan.says(next, "hours") && scan.is(next + 1, Cue::of)) {
    next += scan.is(next + 2, Cue::the) ? 3U : 2U;
  }
  const DayPart part = part_named(scan, next);
  return part == DayPart::none ? std::nullopt : std::optional(PartAt{part, next + 1, mod});
}

std::optional<TimePart> with_day_part(const Scan& scan, const TimePart& date) {
  const auto named = day_part_after(scan, date.end);
  if (!named) {
    return std::nullopt;
  }
  TimePart made{date.begin, named->end, part_of_day(date.period, named->part)};
  made.period.span.mod = named->mod;
  return made;
}

// "Saturday mornings": of any Saturday
std::optional<TimePart> with_day_parts(const Scan& scan, const TimePart& date) {
  static constexpr std::array<std::string_view, 7> kCodes = {"",   "MO", "MO", "MI",
                                                             "AF", "EV", "NI"};
  const DayPart part = scan.word(date.end).day_part;
  if (part == DayPart::none || !scan.spelling(date.end).ends_with('s') ||
      !date.period.span.weekday || date.end != date.begin + 1) {
    return std::nullopt;
  }
  TimePart made{date.begin, date.end + 1, {.grain = Grain::reference, .span = {}}};
  made.period.span.timex = weekday_timex(*date.period.span.weekday) + "T" +
                           std::string(kCodes[static_cast<std::size_t>(part)]);
  made.period.span.weekday = date.period.span.weekday;
  made.period.span.anchor = Anchor::none;
  return made;
}

bool leads_clock(const Scan& scan, std::uint32_t at) {
  const Cue cue = scan.cue(at);
  return cue == Cue::at || cue == Cue::by || cue == Cue::from || cue == Cue::after ||
         cue == Cue::before || cue == Cue::between || cue == Cue::for_word ||
         scan.says(at, "around") || scan.says(at, "about");
}

// "at 9 a.m.", "around 2.15pm", ", 10:30", "- 6:37am"
std::uint32_t past_clock_lead(const Scan& scan, std::uint32_t at) {
  const bool spaced_dash = scan.dash(at) && !scan.attached(at) && !scan.attached(at + 1);
  std::uint32_t next = at + (scan.mark(at, ',') || spaced_dash ? 1U : 0U);
  next += leads_clock(scan, next) ? 1U : 0U;
  next +=
      scan.says(next, "about") || scan.says(next, "around") || scan.says(next, "exactly") ? 1U : 0U;
  return next;
}

DayPart part_of_timex(std::string_view timex) {
  if (timex.ends_with("TMO"))
    return DayPart::morning;
  if (timex.ends_with("TAF"))
    return DayPart::afternoon;
  return timex.ends_with("TNI") || timex.ends_with("TEV") ? DayPart::night : DayPart::none;
}

// The whole day of which a part was read.
Period whole_day(Period part) {
  part.span.timex = part.span.timex.substr(0, part.span.timex.find('T'));
  if (part.span.begin) {
    part.span.begin = Timestamp{day_of(*part.span.begin) * kSecondsPerDay};
  }
  return part;
}

Period at_clock(const TimeScan& at_time, const Period& day, const Clock& clock) {
  const DayPart part = part_of_timex(day.span.timex);
  Period made =
      clock_period(part == DayPart::none ? day : whole_day(day), in_day_part(clock, part));
  move_to_text_zone(at_time.reading, clock.zone_minutes, made.span);
  return made;
}

Period at_clocks(const TimeScan& at_time, const Period& day, ClockRange range) {
  const DayPart part = part_of_timex(day.span.timex);
  range.first = in_day_part(range.first, part);
  range.last = in_day_part(range.last, part);
  Period made = clock_range_period(part == DayPart::none ? day : whole_day(day), range);
  move_to_text_zone(at_time.reading, range.last.zone_minutes, made.span);
  return made;
}

bool is_day(const TimePart& part) {
  return part.period.grain == Grain::day || part.period.grain == Grain::day_part;
}

bool looks_ahead(const TimeScan& at_time, std::uint32_t at) {
  return direction(at_time.scan, at).value_or(at_time.reading.prefer) == Prefer::future;
}

// "rose from 5 to 6 on Monday" and "won 8 to 2" are no hours
bool counts(const Scan& scan, std::uint32_t at) {
  for (std::uint32_t i = 1; i <= 4 && i <= at; ++i) {
    if (scan.has(at - i, goes_up) || scan.has(at - i, goes_down) || scan.has(at - i, contest)) {
      return true;
    }
  }
  return false;
}

// What may be the clock after a day: full, or an hour that the part of day or "at" makes one.
struct Following {
  std::uint32_t lead = 0;  // where it begins, past "at" and the like
  ClockOrHour read;
};

std::optional<Following> following(const Scan& scan, const TimePart& date) {
  const std::uint32_t lead = past_clock_lead(scan, date.end);
  const auto read = clock_or_hour(scan, lead);
  return read ? std::optional(Following{lead, *read}) : std::nullopt;
}

std::optional<Clock> clock_after(const TimeScan& at_time, const TimePart& date,
                                 const Following& next) {
  const Scan& scan = at_time.scan;
  const std::uint32_t lead = next.lead;
  Clock clock = next.read.clock;
  if (next.read.dotted) {  // "closed on Monday at 3.30" is a price
    return std::nullopt;
  }
  if (!next.read.bare) {
    const bool oclock = clock.end > lead + 1 && scan.token(clock.end - 1).kind == TokenKind::word;
    const bool fits =
        lead != date.end || !scan.is_number(lead) || clock.half_known || clock.has_minute || oclock;
    return fits ? std::optional(clock) : std::nullopt;
  }
  if (lead == date.end || scan.is(lead - 1, Cue::for_word) || scan.mark(lead - 1, ',')) {
    return std::nullopt;
  }
  const ZoneAt zone = zone_at(scan, clock.end);
  clock.end = zone.end;
  clock.zone_minutes = zone.minutes;
  const bool told = date.period.grain == Grain::day_part || clock.end != lead + 1 ||
                    looks_ahead(at_time, date.begin);
  return told ? std::optional(clock) : std::nullopt;
}

std::optional<TimePart> with_clocks(const TimeScan& at_time, const TimePart& date,
                                    const Following& next) {
  const Scan& scan = at_time.scan;
  const std::uint32_t lead = next.lead;
  const Cue before = scan.cue(lead - 1);
  const bool led = lead != date.end && (before == Cue::from || before == Cue::between);
  const auto range = read_clock_range(scan, next.read, led);
  if (!range || (lead == date.end && range->bare)) {
    return std::nullopt;
  }
  return TimePart{date.begin, range->end, at_clocks(at_time, date.period, *range)};
}

// "Wed Oct 26 15:50:06 2016": the year of a date without one comes last.
std::uint32_t take_late_year(const Scan& scan, const Clock& clock, Period& date) {
  const auto year = clock.has_minute ? year_at(scan, clock.end) : std::nullopt;
  const bool open = date.span.anchor == Anchor::publication || !date.span.begin;
  if (!year || !open || date.grain != Grain::day || date.span.timex.size() != 10 ||
      date.span.timex.starts_with("XXXX-W")) {
    return clock.end;
  }
  const int month = (date.span.timex[5] - '0') * 10 + date.span.timex[6] - '0';
  const int day = (date.span.timex[8] - '0') * 10 + date.span.timex[9] - '0';
  if (!is_date(year->year, month, day)) {
    return clock.end;
  }
  date = day_period(day_number(year->year, month, day));
  return year->end;
}

bool joins_parts(const Scan& scan, std::uint32_t at) {
  return scan.mark(at, ',') || scan.is(at, Cue::on) || scan.is(at, Cue::of) || scan.is(at, Cue::in);
}

// "10:35 a.m. (0735 GMT) Friday": the same time in another zone stands between.
std::uint32_t past_aside(const Scan& scan, std::uint32_t at) {
  for (std::uint32_t i = 2; scan.mark(at, '(') && i <= 6; ++i) {
    if (scan.mark(at + i, ')'))
      return at + i + 1;
  }
  return at;
}

// "8:15pm local time (1715 GMT)": the same moment on another clock is no second time
std::uint32_t past_other_zone(const Scan& scan, std::uint32_t at) {
  const auto other = scan.mark(at, '(') ? read_clock(scan, at + 1) : std::nullopt;
  const bool zoned = other && other->zone_minutes && scan.mark(other->end, ')');
  return zoned ? other->end + 1 : at;
}

std::optional<TimePart> day_after(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  std::uint32_t next = past_aside(scan, at);
  for (int i = 0; i < 2; ++i) {
    next += joins_parts(scan, next) ? 1U : 0U;
  }
  auto day = read_plain_date(at_time, next);
  if (!day && scan.is(next, Cue::the)) {
    day = read_plain_date(at_time, next + 1);
  }
  if (!day || !is_day(*day)) {
    return std::nullopt;
  }
  if (day->period.grain == Grain::day) {
    if (auto parted = with_day_part(scan, *day)) {
      return parted;
    }
  }
  return day;
}

// "opens at 7am on Thursday and closes at 10pm": on the day of the clock before
std::optional<Period> day_before_and(const TimeScan& at_time, std::uint32_t at) {
  constexpr std::uint32_t kReach = 5;
  const Scan& scan = at_time.scan;
  const Cue lead = scan.cue(at - 1);
  if (at < 4 || !(lead == Cue::at || lead == Cue::by || lead == Cue::until)) {
    return std::nullopt;
  }
  std::uint32_t joint = at - 1;
  while (joint > 0 && at - joint < kReach && !scan.is(joint, Cue::and_word)) {
    --joint;
  }
  const std::uint32_t name = joint - (scan.mark(joint - 1, ',') ? 2U : 1U);
  if (joint < 3 || !scan.is(joint, Cue::and_word) || scan.word(name).weekday == 0) {
    return std::nullopt;
  }
  const std::uint32_t clock = name - (scan.is(name - 1, Cue::on) ? 2U : 1U);
  const bool clocked = scan.is(clock, Cue::am) || scan.is(clock, Cue::pm) ||
                       scan.is(clock, Cue::noon) || scan.is(clock, Cue::midnight);
  const auto day = clocked ? read_weekday(at_time, name) : std::nullopt;
  return day && day->period.grain == Grain::day ? std::optional(day->period) : std::nullopt;
}

// Without a day the clock is that of publication; a text of plans means the next one to come.
Period nearest_day(const TimeScan& at_time, std::uint32_t at, Clock& clock) {
  const auto today = at_time.today();
  if (!today) {
    return unknown_day();
  }
  if (auto before = day_before_and(at_time, at)) {
    return *before;
  }
  Period base = day_period(*today);
  base.span.anchor = Anchor::publication;
  const bool plans = at_time.reading.prefer == Prefer::future && looks_ahead(at_time, at);
  const auto passed = [&](const Clock& when) {
    const Period exact = clock_period(base, when);
    return exact.span.begin && *exact.span.begin < *at_time.reading.reference;
  };
  if (!plans || !passed(clock)) {
    return base;
  }
  Clock afternoon = clock;
  afternoon.hour += 12;
  if (!clock.half_known && clock.hour < 12 && !passed(afternoon)) {
    clock = afternoon;
    return base;
  }
  base = day_period(*today + 1);
  base.span.anchor = Anchor::publication;
  return base;
}

std::optional<TimePart> read_clocks_first(const TimeScan& at_time, const ClockOrHour& first) {
  const Scan& scan = at_time.scan;
  const std::uint32_t at = first.clock.begin;
  const bool led = scan.is(at - 1, Cue::from) || scan.is(at - 1, Cue::between);
  auto range = read_clock_range(scan, first, led);
  if (!range || (range->bare && counts(scan, at - 1))) {
    return std::nullopt;
  }
  const auto day = day_after(at_time, range->end);
  if (day) {
    return TimePart{at, day->end, at_clocks(at_time, day->period, *range), 0, true};
  }
  if (range->bare) {
    return std::nullopt;
  }
  const Period base = nearest_day(at_time, at, range->first);
  return TimePart{at, range->end, at_clocks(at_time, base, *range), 0, true};
}

// "8 tonight", "at 5 tomorrow afternoon": the part of day makes an hour of the number, where it
// cannot be a count ("killed 8 yesterday morning").
std::optional<TimePart> read_hour_of_part(const TimeScan& at_time, const Clock& hour) {
  const Scan& scan = at_time.scan;
  const std::uint32_t at = hour.begin;
  const auto day = day_after(at_time, hour.end);
  const bool prompted = scan.is(at - 1, Cue::at) || scan.is(at - 1, Cue::by) ||
                        scan.is(at - 1, Cue::until) || scan.is(at - 1, Cue::since);
  const auto now = at_time.reading.reference;
  const bool to_come = day && now && day->period.span.end && *now < *day->period.span.end;
  const bool tomorrow = day && scan.is(at - 1, Cue::at) && scan.says(hour.end, "tomorrow");
  if (!day || (day->period.grain != Grain::day_part && !tomorrow) || (!prompted && !to_come)) {
    return std::nullopt;
  }
  return TimePart{at, day->end, at_clock(at_time, day->period, hour)};
}

}  // namespace

Clock in_day_part(Clock clock, DayPart part) {
  const bool late = part == DayPart::afternoon || part == DayPart::night;
  clock.hour += late && !clock.half_known && clock.hour < 12 ? 12 : 0;
  return clock;
}

Period unknown_day() {
  Period made{.grain = Grain::day, .span = {}};
  made.span.timex = "XXXX-XX-XX";
  return made;
}

namespace {

bool is_set(const TimePart& part) {
  return part.period.grain == Grain::reference && part.period.span.anchor == Anchor::none;
}

// "every night" at 9 pm is T21:00 of any day, "every Monday" that of any Monday.
Period set_clock(const Period& set, const Clock& clock) {
  const std::string& timex = set.span.timex;
  Period base = set;
  base.span.timex = timex.starts_with("XXXX-W") ? timex.substr(0, 10) : "XXXX-XX-XX";
  const DayPart part = part_of_timex(timex);
  Period made = clock_period(base, in_day_part(clock, part));
  made.grain = Grain::reference;
  made.span.has_clock = true;
  return made;
}

// "at 9 am every Sunday", "3 pm daily"
std::optional<TimePart> set_after(const TimeScan& at_time, const Clock& clock) {
  const std::uint32_t next = clock.end + (at_time.scan.is(clock.end, Cue::on) ? 1U : 0U);
  const auto set = read_plain_date(at_time, next);
  return set && is_set(*set)
             ? std::optional(TimePart{clock.begin, set->end, set_clock(set->period, clock)})
             : std::nullopt;
}

// "every night at 9 pm", "each Monday 4 pm"
void complete_set(const TimeScan& at_time, TimePart& set) {
  const auto next = following(at_time.scan, set);
  if (const auto clock = next ? clock_after(at_time, set, *next) : std::nullopt) {
    set = TimePart{set.begin, clock->end, set_clock(set.period, *clock)};
  }
}

// "At 3.30 on Saturday the police came", "died at 3.30 on Saturday": no price that a share or a
// currency stood at
std::optional<TimePart> read_dotted_on_day(const TimeScan& at_time, const Clock& clock) {
  static constexpr std::string_view kEvents[] = {
      "began",    "begin",    "begins",   "started", "start",      "starts",   "died",
      "happened", "occurs",   "occurred", "struck",  "arrived",    "exploded", "crashed",
      "killed",   "arrested", "left",     "called",  "found",      "seen",     "collapsed",
      "sank",     "attacked", "shot",     "met",     "discovered", "resumed",  "erupted"};
  const Scan& scan = at_time.scan;
  static constexpr std::string_view kAbout[] = {"about", "around", "approximately"};
  const std::uint32_t at = clock.begin - (scan.says_any(clock.begin - 1, kAbout) ? 1U : 0U);
  const bool by_fives = clock.minute % 5 == 0;
  const bool hour = clock.hour >= 1 && clock.hour <= 12;
  if (at == 0 || !scan.is(at - 1, Cue::at) || !by_fives || !hour) {
    return std::nullopt;
  }
  const auto day = day_after(at_time, clock.end);
  const bool parted = day && day->period.grain == Grain::day_part;  // "at 6.45 on Monday evening"
  const bool opens = at == 1 || scan.mark(at - 2, ',');
  if (!day || !(parted || opens || scan.says_any(at - 2, kEvents))) {
    return std::nullopt;
  }
  return TimePart{clock.begin, day->end, at_clock(at_time, day->period, clock)};
}

}  // namespace

namespace {

// "3-4 May at 7pm": from the clock of the first day to that of the last
Period at_clock_of_days(const TimeScan& at_time, const Period& days, const Clock& clock) {
  Period made = at_clock(at_time, days, clock);
  const TimeSpan& span = days.span;
  if (span.begin && span.end && span.end->seconds - span.begin->seconds > kSecondsPerDay) {
    const Period last = day_period(day_of(Timestamp{span.end->seconds - 1}));
    made.span.end = at_clock(at_time, last, clock).span.end;
  }
  return made;
}

// "today before 4pm", "Thursday after 9.30pm": the day up to the clock, or from it on
Period beside(const Period& day, Period clock, Cue lead) {
  if ((lead != Cue::before && lead != Cue::after) || !day.span.begin || !clock.span.begin ||
      *clock.span.begin <= *day.span.begin || *day.span.end <= *clock.span.begin) {
    return clock;
  }
  if (lead == Cue::before) {
    clock.span.end = clock.span.begin;
    clock.span.begin = day.span.begin;
  } else {
    clock.span.end = day.span.end;
  }
  clock.span.mod = lead == Cue::before ? "BEFORE" : "AFTER";
  clock.span.alts.clear();
  return clock;
}

}  // namespace

void complete_day(const TimeScan& at_time, TimePart& date) {
  if (is_set(date)) {
    complete_set(at_time, date);
    return;
  }
  if (!is_day(date) || at_time.scan.nothing_follows(date.end)) {
    return;
  }
  const Scan& scan = at_time.scan;
  if (date.period.grain == Grain::day) {
    if (auto early = with_early_hours(at_time, date)) {
      date = *std::move(early);
      return;
    }
    if (auto set = with_day_parts(scan, date)) {
      date = *std::move(set);
      return;
    }
    if (auto parted = with_day_part(scan, date)) {
      date = *std::move(parted);
    }
  }
  const auto next = following(scan, date);
  if (!next) {
    return;
  }
  if (auto clocks = with_clocks(at_time, date, *next)) {
    date = *std::move(clocks);
  } else if (const auto clock = clock_after(at_time, date, *next)) {
    const std::uint32_t end = past_other_zone(scan, take_late_year(scan, *clock, date.period));
    const Cue lead = next->lead == date.end ? Cue::none : scan.cue(next->lead - 1);
    date = {date.begin, end,
            beside(date.period, at_clock_of_days(at_time, date.period, *clock), lead)};
  }
}

std::optional<TimePart> read_clock_first(const TimeScan& at_time, std::uint32_t at) {
  const auto first = clock_or_hour(at_time.scan, at);
  if (!first) {
    return std::nullopt;
  }
  if (auto clocks = read_clocks_first(at_time, *first)) {
    return clocks;
  }
  Clock clock = first->clock;
  if (first->bare) {
    return read_hour_of_part(at_time, clock);
  }
  if (first->dotted) {
    return read_dotted_on_day(at_time, clock);
  }
  const bool alone = at_time.scan.nothing_follows(clock.end);
  if (auto set = alone ? std::nullopt : set_after(at_time, clock)) {
    return set;
  }
  if (const auto day = alone ? std::nullopt : day_after(at_time, clock.end)) {
    return TimePart{at, day->end, at_clock(at_time, day->period, clock)};
  }
  const Period base = nearest_day(at_time, at, clock);
  return TimePart{at, past_other_zone(at_time.scan, clock.end), at_clock(at_time, base, clock)};
}

std::optional<TimePart> read_bare_day_part(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const DayPart part = scan.word(name).day_part;
  const Cue before = scan.cue(at - 1);
  // "before dawn on Tuesday" is some hour of Tuesday
  if (part == DayPart::none || (part == DayPart::dawn && before != Cue::at) ||
      scan.has(name, plural) || scan.is(name, Cue::noon)) {
    return std::nullopt;
  }
  const std::uint32_t next =
      name + 1 + (scan.is(name + 1, Cue::of) || scan.is(name + 1, Cue::on) ? 1U : 0U);
  const auto day =
      scan.is_word(next) || next != name + 1 ? read_plain_date(at_time, next) : std::nullopt;
  const bool prompted = before == Cue::in || before == Cue::during || before == Cue::early ||
                        before == Cue::late || before == Cue::at || before == Cue::mid ||
                        before == Cue::by || (scan.dash(at - 1) && scan.is(at - 2, Cue::mid));
  if (day && day->period.grain == Grain::day && (prompted || next != name + 1)) {
    return TimePart{at, day->end, part_of_day(day->period, part)};
  }
  if (!prompted) {
    return std::nullopt;
  }
  Period base = unknown_day();
  const bool any = part == DayPart::night && before == Cue::at;  // "at night": of any day
  if (const auto today = any ? std::nullopt : at_time.today()) {
    base = day_period(*today);
    base.span.anchor = Anchor::publication;
  }
  TimePart made{at, name + 1, part_of_day(base, part)};
  // "in the evening at eight"
  const bool hour = scan.is(made.end, Cue::at) && bare_hour(scan, made.end + 1);
  if (hour) {
    complete_day(at_time, made);
  }
  return made;
}

}  // namespace concord::normalize
