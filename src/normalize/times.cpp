#include "normalize/times.h"

#include <algorithm>
#include <utility>

#include "normalize/hedges.h"
#include "normalize/numbers.h"

namespace concord::normalize {
namespace {

std::optional<TimePart> longer(std::optional<TimePart> left, std::optional<TimePart> right) {
  if (!left || (right && right->end > left->end)) {
    return right;
  }
  return left;
}

// A date without a clock.
std::optional<TimePart> read_plain_date(const TimeScan& at_time, std::uint32_t at) {
  auto best = read_date(at_time, at);
  best = longer(std::move(best), read_fiscal_period(at_time, at));
  return longer(std::move(best), read_relative_time(at_time, at));
}

Period open_day() {
  Period made{.grain = Grain::day, .span = {}};
  made.span.timex = "XXXX-XX-XX";
  return made;
}

// "at 9 a.m.", "around 2.15pm", ", 10:30"
std::uint32_t past_clock_lead(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at + (scan.mark(at, ',') ? 1U : 0U);
  const Cue cue = scan.cue(next);
  next += cue == Cue::at || cue == Cue::by || cue == Cue::from || cue == Cue::after ||
                  cue == Cue::before || scan.says(next, "around") || scan.says(next, "about")
              ? 1U
              : 0U;
  next +=
      scan.says(next, "about") || scan.says(next, "around") || scan.says(next, "exactly") ? 1U : 0U;
  return next;
}

bool joins_parts(const Scan& scan, std::uint32_t at) {
  return scan.mark(at, ',') || scan.is(at, Cue::on) || scan.is(at, Cue::of) || scan.is(at, Cue::in);
}

// "Friday night", "Friday in the early morning"
std::optional<TimePart> with_day_part(const TimeScan& at_time, const TimePart& date) {
  const Scan& scan = at_time.scan;
  std::uint32_t next = date.end;
  next += scan.is(next, Cue::in) && scan.is(next + 1, Cue::the)                      ? 2U
          : scan.is(next, Cue::at) && scan.word(next + 1).day_part == DayPart::night ? 1U
                                                                                     : 0U;
  const std::uint32_t modified = next;
  next +=
      scan.is(next, Cue::early) || scan.is(next, Cue::late) || scan.is(next, Cue::mid) ? 1U : 0U;
  next += next != modified && scan.dash(next) ? 1U : 0U;
  const DayPart part = scan.word(next).day_part;
  if (part == DayPart::none || (scan.has(next, plural) && scan.spelling(next).back() == 's')) {
    return std::nullopt;
  }
  TimePart made{date.begin, next + 1, part_of_day(date.period, part)};
  if (next != modified) {
    made.period.span.mod = scan.is(modified, Cue::late)  ? "END"
                           : scan.is(modified, Cue::mid) ? "MID"
                                                         : "START";
  }
  return made;
}

// "tonight at 8": an hour without a.m. or p.m., which the part of day tells.
std::optional<Clock> bare_hour(const Scan& scan, std::uint32_t at) {
  const auto number = scan.is_number(at) || scan.word(at).number == NumberRole::unit
                          ? read_number(scan, at)
                          : std::nullopt;
  const auto hour =
      number && number->form == NumberForm::plain ? whole_value(number->value) : std::nullopt;
  if (!hour || *hour < 1 || *hour > 12 || number->end != at + 1 || scan.noun_like(number->end)) {
    return std::nullopt;
  }
  return Clock{.begin = at, .end = at + 1, .hour = static_cast<int>(*hour)};
}

// A day with the clock or part of day that follows it.
TimePart complete_day(const TimeScan& at_time, TimePart date) {
  if (date.period.grain != Grain::day && date.period.grain != Grain::day_part) {
    return date;
  }
  const Scan& scan = at_time.scan;
  auto parted = date.period.grain == Grain::day ? with_day_part(at_time, date) : std::nullopt;
  if (parted) {
    date = *parted;
  }
  const std::uint32_t lead = past_clock_lead(scan, date.end);
  auto clock = read_clock(scan, lead);
  if (!clock && date.period.grain == Grain::day_part && lead != date.end) {
    clock = bare_hour(scan, lead);
  }
  const bool fits = clock && (lead != date.end || !scan.is_number(lead) || clock->half_known ||
                              clock->has_minute);
  if (!fits) {
    return date;
  }
  Period day = date.period;
  Clock hour = *clock;
  if (day.grain == Grain::day_part) {  // "Friday night at 9"
    const std::string_view timex = day.span.timex;
    const bool late = timex.ends_with("TNI") || timex.ends_with("TEV") || timex.ends_with("TAF");
    hour.hour += late && !hour.half_known && hour.hour < 12 ? 12 : 0;
    day.span.timex = std::string(timex.substr(0, timex.find('T')));
    if (day.span.begin) {
      const std::int64_t midnight = day_of(*day.span.begin) * kSecondsPerDay;
      day.span.begin = Timestamp{midnight};
    }
  }
  return {date.begin, clock->end, clock_period(day, hour)};
}

bool future_clock(const TimeScan& at_time, std::uint32_t at) {
  return direction(at_time.scan, at).value_or(at_time.reading.prefer) == Prefer::future;
}

// "10:35 a.m. (0735 GMT) Friday": the same time in another zone stands between.
std::uint32_t past_aside(const Scan& scan, std::uint32_t at) {
  for (std::uint32_t i = 2; scan.mark(at, '(') && i <= 6; ++i) {
    if (scan.mark(at + i, ')'))
      return at + i + 1;
  }
  return at;
}

// A clock and the day that follows it: "9 a.m. on Friday", "10:30 yesterday".
std::optional<TimePart> read_clock_first(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const auto clock = read_clock(scan, at);
  if (!clock) {
    return std::nullopt;
  }
  std::uint32_t next = past_aside(scan, clock->end);
  for (int i = 0; i < 2; ++i)
    next += joins_parts(scan, next) ? 1U : 0U;
  auto day = read_plain_date(at_time, next);
  if (!day && scan.is(next, Cue::the))
    day = read_plain_date(at_time, next + 1);
  if (day && (day->period.grain == Grain::day || day->period.grain == Grain::day_part)) {
    Clock hour = *clock;
    if (day->period.grain == Grain::day_part) {
      const std::string timex = day->period.span.timex;
      const bool late = timex.ends_with("TNI") || timex.ends_with("TEV") || timex.ends_with("TAF");
      hour.hour += late && !hour.half_known && hour.hour < 12 ? 12 : 0;
      day->period.span.timex = timex.substr(0, timex.find('T'));
      if (day->period.span.begin)
        day->period.span.begin = Timestamp{day_of(*day->period.span.begin) * kSecondsPerDay};
    }
    return TimePart{at, day->end, clock_period(day->period, hour)};
  }
  Period base = open_day();
  if (const auto today = at_time.today()) {
    base = day_period(*today);
    base.span.anchor = Anchor::publication;
    const Period exact = clock_period(base, *clock);
    if (future_clock(at_time, at) && at_time.reading.prefer == Prefer::future && exact.span.begin &&
        *exact.span.begin < *at_time.reading.reference) {
      base = day_period(*today + 1);
    }
  }
  return TimePart{at, clock->end, clock_period(base, *clock)};
}

// "Saturday morning" alone is covered by complete_day; here "the morning", "dawn".
std::optional<TimePart> read_bare_day_part(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t name = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const DayPart part = scan.word(name).day_part;
  const Cue before = scan.cue(at - 1);
  const bool prompted = before == Cue::in || before == Cue::during || before == Cue::early ||
                        before == Cue::late || before == Cue::at || before == Cue::mid ||
                        before == Cue::by;
  if (part == DayPart::none || scan.has(name, plural) || !prompted || part == DayPart::dawn) {
    return std::nullopt;
  }
  if (scan.word(name).cue == Cue::noon) {
    return std::nullopt;
  }
  std::uint32_t next = name + 1;
  next += scan.is(next, Cue::of) || scan.is(next, Cue::on) ? 1U : 0U;
  if (auto day =
          next == name + 1 && !scan.is_word(next) ? std::nullopt : read_plain_date(at_time, next);
      day && day->period.grain == Grain::day) {
    return TimePart{at, day->end, part_of_day(day->period, part)};
  }
  Period base = open_day();
  if (const auto today = at_time.today()) {
    base = day_period(*today);
    base.span.anchor = Anchor::publication;
  }
  return TimePart{at, name + 1, part_of_day(base, part)};
}

std::optional<TimePart> read_part(const TimeScan& at_time, std::uint32_t at) {
  auto date = read_plain_date(at_time, at);
  if (date) {
    date = complete_day(at_time, *date);
  }
  auto clock = read_clock_first(at_time, at);
  return longer(longer(std::move(date), std::move(clock)), read_bare_day_part(at_time, at));
}

// ---- early, mid, late

enum class Third : std::uint8_t { none, start, mid, end };

struct ThirdAt {
  Third third = Third::none;
  std::uint32_t end = 0;
};

ThirdAt third_at(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const bool article = next != at;
  const Cue cue = scan.cue(next);
  const bool named =
      cue == Cue::start || cue == Cue::end || (cue == Cue::mid && scan.says(next, "middle"));
  if (named) {
    if (!scan.is(next + 1, Cue::of))
      return {};
    return {cue == Cue::start ? Third::start : cue == Cue::end ? Third::end : Third::mid, next + 2};
  }
  if (article && !scan.is(next, Cue::early) && !scan.is(next, Cue::mid) &&
      !scan.is(next, Cue::late)) {
    return {};
  }
  const std::uint32_t after = next + 1 + (scan.dash(next + 1) ? 1U : 0U);
  switch (cue) {
    case Cue::early:
      return {Third::start, after};
    case Cue::mid:
      return {Third::mid, after};
    case Cue::late:
      return {Third::end, after};
    case Cue::earlier:
      return {Third::start, after};
    case Cue::later:
      return {Third::end, after};
    default:
      return {};
  }
}

void narrow(Period& period, Third third) {
  constexpr std::string_view kMods[] = {"", "START", "MID", "END"};
  period.span.mod = kMods[static_cast<std::size_t>(third)];
  if (!period.span.begin || !period.span.end) {
    return;
  }
  period.span.has_clock = period.span.has_clock || period.grain == Grain::day;
  const std::int64_t begin = period.span.begin->seconds;
  const std::int64_t length = period.span.end->seconds - begin;
  const bool days = length % kSecondsPerDay == 0 && length > kSecondsPerDay;
  const auto cut = [&](std::int64_t part) {
    return days ? length / kSecondsPerDay * part / 3 * kSecondsPerDay : length * part / 3;
  };
  const std::int64_t first = third == Third::start ? 0 : third == Third::mid ? 1 : 2;
  period.span.end = Timestamp{begin + (first == 2 ? length : cut(first + 1))};
  period.span.begin = Timestamp{begin + cut(first)};
}

// "early March", "the end of 2024", "earlier this month" (before publication), "late on Friday"
std::optional<TimePart> read_third(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const ThirdAt third = third_at(scan, at);
  if (third.third == Third::none) {
    return std::nullopt;
  }
  const Cue cue = scan.cue(third.end - 1 - (scan.dash(third.end - 1) ? 1U : 0U));
  const bool compared = cue == Cue::earlier || cue == Cue::later;
  std::uint32_t next = third.end;
  next += scan.is(next, Cue::in) || scan.is(next, Cue::on) ? 1U : 0U;
  next += next != third.end && scan.is(next, Cue::the) ? 1U : 0U;
  auto part = read_part(at_time, next);
  if (!part || part->period.grain == Grain::reference || (part->period.grain == Grain::clock)) {
    return std::nullopt;
  }
  if (!compared) {
    narrow(part->period, third.third);
  } else {
    part->period.span.mod = cue == Cue::earlier ? "START" : "END";
    const auto now = at_time.reading.reference;
    TimeSpan& span = part->period.span;
    if (now && span.begin && span.end && *span.begin < *now && *now < *span.end) {
      (cue == Cue::earlier ? span.end : span.begin) = *now;
    }
  }
  part->core_begin = part->begin;
  part->begin = at;
  return part;
}

// ---- ranges

std::uint32_t range_joint(const Scan& scan, const TimePart& first, bool led) {
  const std::uint32_t at = first.end;
  if (scan.dash(at) && scan.attached(at) == scan.attached(at + 1))
    return at + 1;
  if (scan.is(at, Cue::to) || scan.is(at, Cue::until))
    return at + 1;
  if (led && scan.is(at, Cue::and_word))
    return at + 1;
  return 0;
}

bool comparable(Grain left, Grain right) {
  const auto fine = [](Grain grain) { return grain >= Grain::day; };
  return left != Grain::reference && right != Grain::reference &&
         (left == right || (fine(left) && fine(right)) || (!fine(left) && !fine(right)));
}

// "9 a.m. to 5 p.m. on Friday", "10 August - 12 September 2013": the day or year of the second
// holds for both.
void share_date(const Period& first, const Period& last, TimeSpan& span) {
  const TimeSpan& until = last.span;
  const bool open = !span.begin || span.anchor == Anchor::publication;
  if (!open || !until.begin) {
    return;
  }
  if (first.grain == Grain::clock && last.grain == Grain::clock) {
    const std::string::size_type clock = span.timex.find('T');
    if (clock == std::string::npos || span.timex.size() < clock + 6)
      return;
    const int hour = (span.timex[clock + 1] - '0') * 10 + (span.timex[clock + 2] - '0');
    const int minute = (span.timex[clock + 4] - '0') * 10 + (span.timex[clock + 5] - '0');
    span.begin = Timestamp{day_of(*until.begin) * kSecondsPerDay + hour * std::int64_t{3600} +
                           minute * std::int64_t{60}};
    span.timex = until.timex.substr(0, until.timex.find('T')) + span.timex.substr(clock);
    return;
  }
  const bool dated = span.begin && until.anchor == Anchor::explicit_date &&
                     first.grain == Grain::day && last.grain == Grain::day;
  if (dated) {
    const CivilTime start = civil_of(day_of(*span.begin));
    const CivilTime end = civil_of(day_of(*until.begin));
    const int year = std::pair(start.month, start.day) <= std::pair(end.month, end.day)
                         ? end.year
                         : end.year - 1;
    if (is_valid_date(year, start.month, start.day)) {
      span = day_period(day_number(year, start.month, start.day)).span;
    }
  }
}

std::optional<TimePart> join_range(const TimeScan& at_time, const TimePart& first,
                                   std::uint32_t joint) {
  std::uint32_t next =
      joint + (at_time.scan.is(joint, Cue::on) || at_time.scan.is(joint, Cue::the) ? 1U : 0U);
  auto last = read_part(at_time, joint);
  if (!last && next != joint)
    last = read_part(at_time, next);
  if (!last)
    last = read_third(at_time, joint);
  if (!last || !comparable(first.period.grain, last->period.grain)) {
    return std::nullopt;
  }
  TimePart made{first.begin, last->end, first.period};
  TimeSpan& span = made.period.span;
  const TimeSpan& until = last->period.span;
  share_date(first.period, last->period, span);
  if (span.begin && until.end && *until.end <= *span.begin) {
    return std::nullopt;
  }
  span.end = last->period.grain == Grain::clock ? until.begin : until.end;
  span.alts.clear();
  span.mod.clear();
  return made;
}

// "from 9 to 11 a.m.", "between 10 and 11:30": a bare first hour takes its half of day from the
// second.
std::optional<TimePart> read_bare_hours(const TimeScan& at_time, std::uint32_t at, bool led) {
  const Scan& scan = at_time.scan;
  const auto figures = scan.is_number(at) ? read_figures(scan.spelling(at)) : std::nullopt;
  const auto hour = figures && !figures->decimals ? whole_value(figures->value) : std::nullopt;
  if (!hour || *hour < 0 || *hour > 23) {
    return std::nullopt;
  }
  const bool joint = scan.is(at + 1, Cue::to) || (led && scan.is(at + 1, Cue::and_word)) ||
                     (scan.dash(at + 1) && scan.attached(at + 1) == scan.attached(at + 2));
  const auto last = joint ? read_clock(scan, at + 2) : std::nullopt;
  if (!last || (!last->half_known && !last->has_minute)) {
    return std::nullopt;
  }
  const auto whole = read_part(at_time, at + 2);
  if (!whole || whole->period.grain != Grain::clock) {
    return std::nullopt;
  }
  int first_hour = static_cast<int>(*hour);
  const bool afternoon = last->hour >= 12 && first_hour < 12 && first_hour + 12 <= last->hour;
  first_hour += afternoon ? 12 : 0;
  TimePart made{at, whole->end, whole->period};
  TimeSpan& span = made.period.span;
  if (span.begin) {
    span.end = span.begin;
    span.begin = Timestamp{day_of(*span.begin) * kSecondsPerDay + first_hour * std::int64_t{3600}};
    if (*span.end <= *span.begin)
      return std::nullopt;
  }
  const std::string date = span.timex.substr(0, span.timex.find('T'));
  span.timex = date + "T" + (first_hour < 10 ? "0" : "") + std::to_string(first_hour) + ":00";
  return made;
}

Found found_time(const TimeScan& at_time, const TimePart& part, std::uint32_t limit, bool led,
                 bool range) {
  const Scan& scan = at_time.scan;
  const std::uint32_t core = part.core_begin > part.begin ? part.core_begin : part.begin;
  Found made{part.begin, part.end, core, part.end, part.period.span};
  // "the third-quarter profit": the article is the noun's
  const bool adjective = scan.is(made.core_begin, Cue::the) && scan.dash(part.end - 2) &&
                         made.core_begin + 1 < part.end;
  made.core_begin += adjective ? 1U : 0U;
  if (led && range) {
    --made.begin;
    return made;
  }
  // "around March 5": a bound like "before" or "over" would not be a hedge of a date
  const auto hedge = scan.vocabulary().hedges_before.ending(scan.between(limit, part.begin));
  if (hedge && hedge_rows_before()[hedge.payload].hedge == Hedge::about &&
      !scan.says(part.begin - 1, "some")) {
    made.begin = part.begin - hedge.length;
    std::get<TimeSpan>(made.value).mod = "APPROX";
  }
  return made;
}

}  // namespace

std::optional<Found> read_time(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit) {
  const Scan& scan = at_time.scan;
  const bool led = at > limit && (scan.is(at - 1, Cue::from) || scan.is(at - 1, Cue::between));
  auto part = longer(read_part(at_time, at), read_third(at_time, at));
  if (auto hours = read_bare_hours(at_time, at, led)) {
    part = longer(std::move(part), std::move(hours));
    if (part->end > at + 1 && part->begin == at)
      return found_time(at_time, *part, limit, led, led);
  }
  if (!part) {
    return std::nullopt;
  }
  if (const std::uint32_t joint = range_joint(scan, *part, led); joint != 0) {
    if (const auto range = join_range(at_time, *part, joint)) {
      return found_time(at_time, *range, limit, led, true);
    }
  }
  return found_time(at_time, *part, limit, led, false);
}

}  // namespace concord::normalize
