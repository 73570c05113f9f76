#include "normalize/date_parts.h"
#include "normalize/numbers.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

int minutes_of(const Clock& clock) {
  return clock.hour * 60 + clock.minute;
}

std::uint32_t past_joint(const Scan& scan, std::uint32_t at, bool led) {
  const bool dash = scan.dash(at) && scan.attached(at) == scan.attached(at + 1);
  const bool joins = dash || scan.is(at, Cue::to) || scan.is(at, Cue::until) ||
                     (led && scan.is(at, Cue::and_word));
  return joins ? at + 1 : at;
}

// "3 to 4 pm" are both in the afternoon, "9 to 5 pm" are not.
void share_half(Clock& first, Clock& last) {
  constexpr int kHalf = 12;
  if (last.half_known && !first.half_known) {
    const bool same = last.hour >= kHalf && minutes_of(first) + kHalf * 60 < minutes_of(last);
    first.hour += same && first.hour < kHalf ? kHalf : 0;
    return;
  }
  // who begins at 21:00 ends at 05:00 of the next day, not at 17:00
  if (first.of_day && last.has_minute && !last.half_known) {
    return;
  }
  const bool later = minutes_of(last) <= minutes_of(first) ||
                     (first.half_known && first.hour >= kHalf && last.hour < kHalf);
  if (!last.half_known && later && last.hour < kHalf) {
    last.hour += kHalf;
  }
}

// "from 22.00 to 05.00": a number would not be written with such a zero
bool are_of_day(const Scan& scan, const Clock& first, const Clock& last) {
  const std::string_view one = scan.spelling(first.begin);
  const std::string_view other = scan.spelling(last.begin);
  constexpr std::size_t kFull = 5;
  return one.size() == kFull && other.size() == kFull && (one[0] == '0' || other[0] == '0');
}

// "between 4.30 and 5.30pm", "7.30pm to 8.15": the other clock tells that the figures are one
bool figures_tell_clock(const Scan& scan, const ClockOrHour& first, const ClockOrHour& last) {
  if (!first.dotted && !last.dotted) {
    return true;
  }
  if (first.dotted && last.dotted) {
    return are_of_day(scan, first.clock, last.clock);
  }
  const ClockOrHour& other = first.dotted ? last : first;
  const int hour = (first.dotted ? first : last).clock.hour;
  return !other.bare && other.clock.half_known && hour >= 1 && hour <= 12;
}

// "10:00 to 01/01/2023": the figures are a date's
bool goes_on_as_date(const Scan& scan, std::uint32_t at) {
  return attached_mark(scan, at, '/') || attached_dash(scan, at);
}

}  // namespace

bool counts_noun(const Scan& scan, std::uint32_t at) {
  const bool names_time = scan.vocabulary().fixed_times.knows(scan.token(at).word) ||
                          scan.is(at, Cue::last) || scan.is(at, Cue::next) ||
                          scan.word(at).weekday != 0 || scan.word(at).day_part != DayPart::none;
  return scan.noun_like(at) && !names_time;
}

std::optional<Clock> bare_hour(const Scan& scan, std::uint32_t at) {
  const bool spelled = scan.word(at).number == NumberRole::unit;
  if (scan.spelling(at).size() > (spelled ? 6U : 2U)) {
    return std::nullopt;
  }
  const auto number = scan.is_number(at) || spelled ? read_number(scan, at) : std::nullopt;
  const auto hour =
      number && number->form == NumberForm::plain ? whole_value(number->value) : std::nullopt;
  const std::uint32_t next = at + 1;
  const bool counts = counts_noun(scan, next) && zone_at(scan, next).end == next;
  if (!hour || *hour < 1 || *hour > 12 || number->end != next || counts || scan.mark(next, '%')) {
    return std::nullopt;
  }
  return Clock{.begin = at, .end = next, .hour = static_cast<int>(*hour)};
}

std::optional<ClockOrHour> clock_or_hour(const Scan& scan, std::uint32_t at) {
  if (const auto clock = read_clock(scan, at)) {
    return ClockOrHour{*clock, false};
  }
  if (const auto figures = read_dotted_figures(scan, at)) {
    return ClockOrHour{.clock = *figures, .bare = false, .dotted = true};
  }
  const auto hour = bare_hour(scan, at);
  return hour ? std::optional(ClockOrHour{*hour, true}) : std::nullopt;
}

std::optional<ClockRange> read_clock_range(const Scan& scan, const ClockOrHour& first, bool led) {
  const std::uint32_t joint = past_joint(scan, first.clock.end, led);
  auto last = joint != first.clock.end ? clock_or_hour(scan, joint) : std::nullopt;
  if (!last || !figures_tell_clock(scan, first, *last) ||
      (last->bare && goes_on_as_date(scan, last->clock.end))) {
    return std::nullopt;
  }
  if (last->bare) {  // "6:30 to 9 GMT"
    const ZoneAt zone = zone_at(scan, last->clock.end);
    last->clock.end = zone.end;
    last->clock.zone_minutes = zone.minutes;
  }
  ClockRange range{.begin = first.clock.begin,
                   .end = last->clock.end,
                   .first = first.clock,
                   .last = last->clock,
                   .bare = first.bare && last->bare};
  const bool told = range.first.half_known || range.last.half_known || range.first.has_minute ||
                    range.last.has_minute;
  // "from 5 to 3" of bare numbers falls or rises; it is no time
  if (range.bare ? !led || range.last.hour <= range.first.hour : !told) {
    return std::nullopt;
  }
  range.first.of_day = range.first.of_day || (first.dotted && last->dotted);
  share_half(range.first, range.last);
  return range;
}

Period clock_range_period(const Period& day, const ClockRange& range) {
  Period made = clock_period(day, range.first);
  if (made.span.begin && day.span.begin) {
    const bool over_midnight = minutes_of(range.last) <= minutes_of(range.first);
    const std::int64_t last = range.last.hour * std::int64_t{3600} +
                              range.last.minute * std::int64_t{60} + range.last.second;
    made.span.end =
        Timestamp{day.span.begin->seconds + last + (over_midnight ? kSecondsPerDay : 0)};
  }
  return made;
}

}  // namespace concord::normalize
