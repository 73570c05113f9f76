#include <utility>

#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

std::uint32_t range_joint(const Scan& scan, std::uint32_t at, bool led) {
  const bool dash = scan.dash(at) && scan.attached(at) == scan.attached(at + 1);
  const bool joins = dash || scan.is(at, Cue::to) || scan.is(at, Cue::until) ||
                     scan.says(at, "untill") || (led && scan.is(at, Cue::and_word));
  return joins ? at + 1 : 0;
}

// Times of a day do not run to years without a day.
bool comparable(const Period& first, const Period& last) {
  const auto bounded = [](const Period& period) {
    return period.grain != Grain::reference || period.span.timex == "PRESENT_REF";
  };
  return bounded(first) && bounded(last) &&
         (first.grain != Grain::clock || last.grain >= Grain::day);
}

// The same month or day in the year before `end`, or the same year: what "August 10 - September 12,
// 2013" leaves unsaid of its first date.
void share_year(const Period& first, const TimeSpan& until, TimeSpan& span) {
  const CivilTime start = to_civil(*span.begin);
  const CivilTime end = to_civil(*until.begin);
  const bool earlier = std::pair(start.month, start.day) <= std::pair(end.month, end.day);
  const int year = earlier ? end.year : end.year - 1;
  if (first.grain == Grain::month) {
    span = month_period(year, start.month).span;
  } else if (is_valid_date(year, start.month, start.day)) {
    span = day_period(day_number(year, start.month, start.day)).span;
  }
}

// "9 a.m. to 5 p.m. on Friday", "10 August - 12 September 2013": the day or year of the second
// holds for both.
void share_date(const Period& first, const Period& last, TimeSpan& span, bool dated_first) {
  const TimeSpan& until = last.span;
  const bool open = !span.begin || span.anchor == Anchor::publication;
  if (!open || !until.begin || dated_first) {
    return;
  }
  if (first.grain == Grain::clock && last.grain == Grain::clock) {
    const auto clock = span.timex.find('T');
    if (clock == std::string::npos || !span.begin) {
      return;
    }
    const std::int64_t since_midnight = span.begin->seconds - day_of(*span.begin) * kSecondsPerDay;
    span.begin = Timestamp{day_of(*until.begin) * kSecondsPerDay + since_midnight};
    span.timex = until.timex.substr(0, until.timex.find('T')) + span.timex.substr(clock);
    return;
  }
  const bool dates = (first.grain == Grain::day || first.grain == Grain::month) &&
                     (last.grain == Grain::day || last.grain == Grain::month);
  if (span.begin && dates && until.anchor == Anchor::explicit_date && !span.weekday) {
    share_year(first, until, span);
  }
}

std::optional<TimePart> read_last(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  if (scan.says(at, "date") && scan.is(at - 1, Cue::to)) {  // "from March to date"
    return TimePart{at, at + 1, reference_period("PRESENT_REF", at_time.reading)};
  }
  auto last = read_part(at_time, at);
  if (!last && (scan.is(at, Cue::on) || scan.is(at, Cue::the))) {
    last = read_part(at_time, at + 1);
  }
  keep_longer(last, read_third(at_time, at));
  return last;
}

// A period whose year is a guess follows the one before it: from December to May.
void move_after(TimeSpan& until, const TimeSpan& from, Grain grain) {
  const bool guessed = until.anchor == Anchor::publication && until.begin && from.begin &&
                       *until.begin < *from.begin;
  if (!guessed) {
    return;
  }
  const CivilTime begin = to_civil(*until.begin);
  if (grain == Grain::month) {
    until = month_period(begin.year + 1, begin.month).span;
  } else if (grain == Grain::day && until.weekday) {
    until = day_period(day_of(*until.begin) + 7).span;
  } else if (grain == Grain::clock && until.weekday && until.end) {
    until.begin = Timestamp{until.begin->seconds + 7 * kSecondsPerDay};
    until.end = Timestamp{until.end->seconds + 7 * kSecondsPerDay};
  } else if (grain == Grain::day && is_valid_date(begin.year + 1, begin.month, begin.day)) {
    until = day_period(day_number(begin.year + 1, begin.month, begin.day)).span;
  }
}

// Does the clock of a range name its own day ("4pm today")?
bool has_own_day(const TimeScan& at_time, const TimePart& part) {
  const auto clock = read_clock(at_time.scan, part.begin);
  return part.period.grain == Grain::clock && (!clock || clock->end != part.end);
}

// "from 12 March to 3 March": days of one month that run backward are no year, but a slip.
bool runs_backward(const TimePart& first, const TimePart& last) {
  const auto guessed_day = [](const Period& period) {
    return period.grain == Grain::day && period.span.begin && !period.span.weekday &&
           period.span.anchor == Anchor::publication;
  };
  if (!guessed_day(first.period) || !guessed_day(last.period)) {
    return false;
  }
  const CivilTime from = to_civil(*first.period.span.begin);
  const CivilTime until = to_civil(*last.period.span.begin);
  return from.month == until.month && until.day < from.day;
}

}  // namespace

std::optional<TimePart> read_range(const TimeScan& at_time, const TimePart& first, bool led) {
  const std::uint32_t joint = range_joint(at_time.scan, first.end, led);
  auto last = joint != 0 ? read_last(at_time, joint) : std::nullopt;
  if (last && first.period.grain == Grain::day && last->period.grain == Grain::clock) {
    // "Monday to Friday, 9 a.m. to 5 p.m.": the clock is that of each day
    auto day = read_plain_date(at_time, joint);
    last = day && at_time.scan.mark(day->end, ',') ? std::move(day) : std::move(last);
  }
  if (!last || !comparable(first.period, last->period) || runs_backward(first, *last)) {
    return std::nullopt;
  }
  TimePart made{first.begin, last->end, first.period};
  TimeSpan& span = made.period.span;
  TimeSpan& until = last->period.span;
  share_date(first.period, last->period, span, has_own_day(at_time, first));
  move_after(until, span, last->period.grain);
  const bool instant = last->period.grain == Grain::clock || until.timex == "PRESENT_REF";
  span.end = instant ? until.begin : until.end;
  if (span.begin && span.end && *span.end <= *span.begin) {
    return std::nullopt;
  }
  span.alts.clear();
  span.mod.clear();
  made.core_begin = 0;
  made.range = true;
  return made;
}

}  // namespace concord::normalize
