#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

// From midnight to six: "the small hours" are over when people get up.
Period hours_of(const Period& day) {
  Period made = part_of_day(day, DayPart::morning);
  made.span.mod = "START";
  if (day.span.begin) {
    made.span.begin = day.span.begin;
    made.span.end = Timestamp{day.span.begin->seconds + std::int64_t{6} * 3600};
  }
  return made;
}

bool is_morning(const Scan& scan, std::uint32_t at) {
  return scan.word(at).day_part == DayPart::morning;
}

// Past "of the morning", "morning"
std::uint32_t past_morning(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at + (scan.is(at, Cue::of) ? 1U : 0U);
  next += next != at && scan.is(next, Cue::the) ? 1U : 0U;
  return is_morning(scan, next) ? next + 1 : at;
}

// Past "the early hours", "the small hours"; `at` where they do not stand.
std::uint32_t past_hours(const Scan& scan, std::uint32_t at) {
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const bool early =
      scan.is(first, Cue::early) || scan.says(first, "small") || scan.says(first, "wee");
  const bool hours =
      scan.word(first + 1).time_unit == TimeUnit::hour && scan.has(first + 1, plural);
  return early && hours ? first + 2 : at;
}

}  // namespace

std::optional<TimePart> read_early_hours(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t hours = past_hours(scan, at);
  if (hours == at) {
    return std::nullopt;
  }
  const std::uint32_t morning = past_morning(scan, hours);
  const std::uint32_t next =
      morning + (scan.is(morning, Cue::of) || scan.is(morning, Cue::on) ? 1U : 0U);
  const auto day = read_plain_date(at_time, next);
  if (day && day->period.grain == Grain::day) {
    return TimePart{at, is_morning(scan, day->end) ? day->end + 1 : day->end,
                    hours_of(day->period)};
  }
  const bool prompted = scan.is(at - 1, Cue::in) || scan.is(at - 1, Cue::during);
  if (!prompted || (morning == hours && scan.is(hours, Cue::of))) {
    return std::nullopt;  // "the early hours of the war"
  }
  Period base = unknown_day();
  if (const auto today = at_time.today()) {
    base = day_period(*today);
    base.span.anchor = Anchor::publication;
  }
  return TimePart{at, morning, hours_of(base)};
}

std::optional<TimePart> with_early_hours(const TimeScan& at_time, const TimePart& date) {
  const Scan& scan = at_time.scan;
  const std::uint32_t first = date.end + (scan.is(date.end, Cue::in) ? 1U : 0U);
  const std::uint32_t hours = first != date.end ? past_hours(scan, first) : first;
  return hours != first
             ? std::optional(TimePart{date.begin, past_morning(scan, hours), hours_of(date.period)})
             : std::nullopt;
}

}  // namespace concord::normalize
