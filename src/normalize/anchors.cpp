#include <array>

#include "normalize/distances.h"
#include "normalize/hedges.h"
#include "normalize/relative_times.h"
#include "normalize/reported_quarters.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

// Vague or open: "several weeks ago" is some time before publication.
TimeSpan vague_time(const TimeScan& at_time, const Duration& duration, bool before) {
  TimeSpan made = reference_period(before ? "PAST_REF" : "FUTURE_REF", at_time.reading).span;
  made.offset = duration;
  made.before_anchor = before;
  return made;
}

// "two to three weeks ago": from the farther to the nearer of two distances
std::optional<TimeSpan> between_distances(const TimeScan& at_time, const Duration& duration,
                                          bool before) {
  const auto now = at_time.reading.reference;
  const auto near = shift_to(duration.seconds.low, duration.months.low);
  const auto far = shift_to(duration.seconds.high, duration.months.high);
  if (duration.hedge != Hedge::between || !now || !near || !far) {
    return std::nullopt;
  }
  Shift coarse_near = *near;
  Shift coarse_far = *far;
  coarse_near.grain = grain_of(duration, *near);
  coarse_far.grain = grain_of(duration, *far);
  const auto nearest = period_at(*now, coarse_near, before ? -1 : 1);
  const auto farthest = period_at(*now, coarse_far, before ? -1 : 1);
  if (!nearest || !farthest || coarse_near.grain == Grain::clock) {
    return std::nullopt;
  }
  TimeSpan made = vague_time(at_time, duration, before);
  made.begin = (before ? farthest : nearest)->span.begin;
  made.end = (before ? nearest : farthest)->span.end;
  return made;
}

TimeSpan from_publication(const TimeScan& at_time, const Duration& duration, bool before) {
  auto shift = shift_of(duration);
  const auto reference = at_time.reading.reference;
  const bool appointed = !before || at_time.reading.prefer == Prefer::future;
  if (shift && appointed && shift->grain == Grain::week) {
    shift->grain = Grain::day;  // in a week: the same weekday; a week ago: some day of that week
  }
  const auto period =
      shift && reference ? period_at(*reference, *shift, before ? -1 : 1) : std::nullopt;
  if (!period) {
    return vague_time(at_time, duration, before);
  }
  TimeSpan made = period->span;
  made.anchor = Anchor::publication;
  hedge_distance(duration.hedge, before, *reference, made);
  return made;
}

TimeSpan from_event(const Duration& duration, bool before) {
  TimeSpan made;
  made.timex = duration.iso;
  made.mod = timex_mod(duration.hedge);
  made.anchor = Anchor::event;
  made.offset = duration;
  made.before_anchor = before;
  return made;
}

// "three days before Friday": the date is known.
bool anchor_to_date(const TimeScan& at_time, Found& found, const Duration& duration, bool before) {
  // "the week before Easter" is a week long, and no day of it
  if (at_time.scan.is(found.begin, Cue::the) && duration.unit != "day") {
    return false;
  }
  std::uint32_t next = found.end + 1;
  const auto date = read_time(at_time, next, next);
  if (!date) {
    return false;
  }
  const auto* anchor = std::get_if<TimeSpan>(&date->value);
  auto shift = shift_of(duration);
  if (anchor == nullptr || !anchor->begin || !shift || anchor->anchor == Anchor::event) {
    return false;
  }
  const bool day = anchor->end && anchor->end->seconds - anchor->begin->seconds <= kSecondsPerDay;
  if (day && shift->grain != Grain::clock) {
    shift->grain = Grain::day;  // from a day that is known the distance leads to a day
  }
  const auto period = period_at(*anchor->begin, *shift, before ? -1 : 1);
  if (!period) {
    return false;
  }
  TimeSpan made = period->span;
  hedge_distance(duration.hedge, before, *anchor->begin, made);
  found.value = made;
  found.end = date->end;
  return true;
}

bool after_from_now(const Scan& scan, std::uint32_t at) {
  return (scan.is(at, Cue::from) && (scan.is(at + 1, Cue::now) || scan.says(at + 1, "today"))) ||
         scan.says(at, "hence");
}

// "is likely to last over a week", "could last two weeks"
bool is_verb_last(const Scan& scan, std::uint32_t at) {
  static constexpr std::array<std::string_view, 9> kBefore = {
      "to", "will", "would", "could", "may", "might", "can", "should", "not"};
  return scan.is(at, Cue::last) && scan.says_any(at - 1, kBefore);
}

bool is_lead(const Scan& scan, std::uint32_t at) {
  const Cue lead = is_verb_last(scan, at) ? Cue::none : scan.cue(at);
  return lead == Cue::past || lead == Cue::last || lead == Cue::next || lead == Cue::coming ||
         lead == Cue::previous || lead == Cue::following;
}

// "the past two weeks", "the first nine months": the words belong to the length.
void take_lead(const Scan& scan, Found& found, std::uint32_t limit) {
  if (found.begin <= limit) {
    return;
  }
  const bool ordinal = scan.word(found.begin - 1).number == NumberRole::ordinal_unit;
  if (is_lead(scan, found.begin - 1) || ordinal) {
    --found.begin;
  }
  if (found.begin > limit && scan.is(found.begin - 1, Cue::the)) {
    --found.begin;
  }
}

std::optional<int> whole_amount(const Duration& duration) {
  const bool plain = duration.amount && duration.hedge == Hedge::exact &&
                     duration.amount->is_whole() && *duration.amount <= Decimal(1000);
  return plain ? std::optional(static_cast<int>(duration.amount->to_double())) : std::nullopt;
}

// "the past two weeks", "the next five years": a length that publication bounds.
std::optional<TimeSpan> bounded_length(const TimeScan& at_time, const Found& found,
                                       const Duration& duration) {
  const Scan& scan = at_time.scan;
  const auto number = whole_amount(duration);
  const StepAt step = step_at(scan, found.begin - 1);
  if (!number || !is_lead(scan, found.begin - 1) || step.story) {
    return std::nullopt;
  }
  const auto unit = scan.word(found.core_end - 1).time_unit;
  auto period = length_period(at_time, unit, *number, step.step);
  if (!period) {
    return std::nullopt;
  }
  period->span.timex = duration.iso;
  return period->span;
}

// "within five days" of a text that looks ahead: from now until then.
std::optional<TimeSpan> within_length(const TimeScan& at_time, std::uint32_t begin,
                                      const Duration& duration) {
  const auto shift = shift_of(duration);
  const auto now = at_time.reading.reference;
  const bool ahead =
      direction(at_time.scan, begin).value_or(at_time.reading.prefer) == Prefer::future;
  if (!shift || !now || !ahead || !period_at(*now, *shift, 1)) {
    return std::nullopt;
  }
  TimeSpan made;
  made.timex = duration.iso;
  made.anchor = Anchor::publication;
  made.begin = *now;
  made.end = shifted(*now, *shift, 1);
  if (shift->grain == Grain::clock) {
    made.has_clock = true;
  } else {
    made.end = Timestamp{day_of(*made.end) * kSecondsPerDay};
  }
  return made;
}

// "a week starting tomorrow", "for three days from Friday": from a date on.
bool start_at_date(const TimeScan& at_time, Found& found, const Duration& duration) {
  const Scan& scan = at_time.scan;
  const std::uint32_t next = found.end;
  const bool starts = scan.says(next, "starting") || scan.says(next, "beginning") ||
                      (scan.is(next, Cue::from) && scan.is(found.begin - 1, Cue::for_word));
  const auto shift = shift_of(duration);
  const auto date = starts && shift ? read_time(at_time, next + 1, next + 1) : std::nullopt;
  const auto* start = date ? std::get_if<TimeSpan>(&date->value) : nullptr;
  if (start == nullptr || !start->begin || !period_at(*start->begin, *shift, 1)) {
    return false;
  }
  TimeSpan made = *start;
  made.end = shifted(*start->begin, *shift, 1);
  made.alts.clear();
  found.value = made;
  found.core_end = found.end = date->end;
  return true;
}

// ---- a year before a quarter that was told

bool compares(const Scan& scan, std::uint32_t at) {
  for (std::uint32_t i = 1; i <= at && i <= 12; ++i) {
    if (scan.is(at - i, Cue::from) || scan.is(at - i, Cue::than) || scan.says(at - i, "compared") ||
        scan.says(at - i, "against")) {
      return true;
    }
  }
  return false;
}

// A figure of a quarter compared with "a year ago" is compared with the same quarter; any figure
// compared with "a year earlier" is one of the year before.
std::optional<TimeSpan> year_before(const TimeScan& at_time, const Found& found,
                                    const Duration& duration) {
  const auto today = at_time.today();
  const Scan& scan = at_time.scan;
  if (!today || duration.unit != "year" || whole_amount(duration) != 1) {
    return std::nullopt;
  }
  if (const auto told = told_quarter(at_time, found.begin)) {
    return quarter_period(told->year - 1, told->number).span;
  }
  const bool earlier = scan.is(found.end, Cue::earlier) && compares(scan, found.begin);
  return earlier ? std::optional(year_period(civil_of(*today).year - 1).span) : std::nullopt;
}

// "a week ago Friday": the Friday a week before the last one
bool anchor_to_weekday(const TimeScan& at_time, Found& found, const Duration& duration) {
  const auto today = at_time.today();
  const auto weeks = whole_amount(duration);
  const std::uint32_t next = found.end + 1;
  const auto name = weekday_at(at_time.scan, next);
  if (!today || !weeks || duration.unit != "week" || !name) {
    return false;
  }
  const std::int64_t last = *today - (weekday_of(*today) - name->weekday + 7) % 7;
  TimeSpan made = day_period(last - std::int64_t{7} * *weeks).span;
  made.anchor = Anchor::publication;
  made.weekday = name->weekday;
  found.value = made;
  found.core_end = found.end = name->end;
  return true;
}

// "a year ago today", "two years ago this month", "ten years ago Tuesday": that day or month, as
// long ago
bool anchor_to_present(const TimeScan& at_time, Found& found, const Duration& duration) {
  const std::uint32_t next = found.end + 1;
  const Scan& scan = at_time.scan;
  const auto years = duration.unit == "year" ? whole_amount(duration) : std::nullopt;
  const bool told =
      scan.says(next, "today") || scan.is(next, Cue::this_word) || scan.word(next).weekday != 0;
  const auto date = years && told ? read_plain_date(at_time, next) : std::nullopt;
  if (!date || !date->period.span.begin) {
    return false;
  }
  const CivilTime day = to_civil(*date->period.span.begin);
  const int year = day.year - *years;
  if (year < 1) {
    return false;
  }
  const bool leap_day = day.month == 2 && day.day == 29;
  if (date->period.grain == Grain::month) {
    found.value = month_period(year, day.month).span;
  } else if (date->period.grain == Grain::week) {
    found.value = week_period(day_number(year, day.month, leap_day ? 28 : day.day)).span;
  } else if (date->period.grain == Grain::day && !leap_day) {
    found.value = day_period(day_number(year, day.month, day.day)).span;
  } else {
    return false;
  }
  std::get<TimeSpan>(found.value).anchor = Anchor::publication;
  found.core_end = found.end = date->end;
  return true;
}

// "ago", "earlier", "later", "from now"
bool anchor_by_adverb(const TimeScan& at_time, Found& found, const Duration& duration) {
  const Scan& scan = at_time.scan;
  const std::uint32_t next = found.end;
  const bool ago = scan.is(next, Cue::ago);
  const bool earlier = scan.is(next, Cue::earlier);
  if (ago && anchor_to_present(at_time, found, duration)) {
    return true;
  }
  if (ago || earlier) {
    if (auto year = year_before(at_time, found, duration)) {
      year->anchor = Anchor::publication;
      found.value = *year;
    } else if (ago) {
      if (anchor_to_weekday(at_time, found, duration)) {
        return true;
      }
      // "a day or two ago" is no more than an idiom
      const bool idiom = scan.is(found.core_begin, Cue::a);
      const auto between = idiom ? std::nullopt : between_distances(at_time, duration, true);
      found.value = between ? *between : from_publication(at_time, duration, true);
    } else {
      found.value = from_event(duration, true);
    }
    found.core_end = found.end = next + 1;
    return true;
  }
  if (after_from_now(scan, next)) {
    found.value = from_publication(at_time, duration, false);
    found.core_end = found.end = next + (scan.is(next, Cue::from) ? 2U : 1U);
    return true;
  }
  if (scan.is(next, Cue::later) || scan.says(next, "afterwards") || scan.says(next, "afterward")) {
    found.value = from_event(duration, false);
    found.core_end = found.end = next + 1;
    return true;
  }
  return false;
}

// "three days before the attack", "two weeks after Friday"
bool anchor_by_preposition(const TimeScan& at_time, Found& found, const Duration& duration) {
  const Scan& scan = at_time.scan;
  // "ten years to the day after the attack"
  const bool to_the_day = scan.is(found.end, Cue::to) && scan.is(found.end + 1, Cue::the) &&
                          scan.word(found.end + 2).time_unit != TimeUnit::none &&
                          !scan.has(found.end + 2, plural);
  const std::uint32_t next = found.end + (to_the_day ? 3U : 0U);
  const bool before = scan.is(next, Cue::before);
  const bool from = scan.is(next, Cue::from) && duration.nominal_seconds;
  if (!before && !from && !scan.is(next, Cue::after)) {
    return false;
  }
  if (anchor_to_date(at_time, found, duration, before)) {
    return true;
  }
  if (from) {
    return false;
  }
  found.value = from_event(duration, before);
  found.core_begin = found.begin;  // TIMEX3 holds "nearly" in "nearly two years after"
  found.end = next + 1;
  return true;
}

// "in two weeks" of a text that looks ahead; "In two weeks, ..." opens one.
bool anchor_by_in(const TimeScan& at_time, Found& found, const Duration& duration,
                  std::uint32_t limit) {
  const Scan& scan = at_time.scan;
  const bool in_lead = found.begin > limit && scan.is(found.begin - 1, Cue::in);
  const bool appointed = duration.nominal_seconds && duration.unit != "second";
  if (!in_lead || !appointed || scan.is(found.begin, Cue::the) || scan.is(found.end, Cue::of)) {
    return false;
  }
  const auto toward = direction(scan, found.begin);
  const bool opens = found.begin == 1;
  const bool ahead = at_time.reading.prefer == Prefer::future || toward == Prefer::future ||
                     (!toward && opens) || plain_direction(scan, found.begin) == Prefer::future;
  if (!ahead) {
    return false;
  }
  found.value = from_publication(at_time, duration, false);
  --found.begin;
  return true;
}

// "the past decade", as "the past ten years"
bool anchor_whole_length(const TimeScan& at_time, Found& found, const Duration& duration) {
  const Scan& scan = at_time.scan;
  const std::uint32_t lead = found.begin + (scan.is(found.begin, Cue::the) ? 1U : 0U);
  const TimeUnit unit = scan.word(lead + 1).time_unit;
  const bool one = whole_amount(duration) == 1 && found.end == lead + 2;
  if (!scan.is(lead, Cue::past) || !one || scan.is(lead - 1, Cue::this_word)) {
    return false;
  }
  auto period =
      unit == TimeUnit::decade || unit == TimeUnit::century
          ? length_period(at_time, TimeUnit::year, unit == TimeUnit::decade ? 10 : 100, Step::back)
          : length_period(at_time, unit, 1, Step::back);
  if (!period) {
    return false;
  }
  period->span.timex = duration.iso;
  found.value = period->span;
  return true;
}

// "the past two weeks", "within five days", "within the next three years"
bool anchor_by_length(const TimeScan& at_time, Found& found, const Duration& duration) {
  const Scan& scan = at_time.scan;
  if (scan.says(found.begin, "within")) {
    const auto within = within_length(at_time, found.begin, duration);
    if (within) {
      found.value = *within;
    }
    return within.has_value();
  }
  if (anchor_whole_length(at_time, found, duration)) {
    return true;
  }
  if (found.begin == 0) {
    return false;
  }
  auto length = bounded_length(at_time, found, duration);
  if (!length) {
    return false;
  }
  const std::uint32_t lead = found.begin - 1;
  const std::uint32_t outer = lead - (scan.is(lead - 1, Cue::the) ? 1U : 0U);
  if (outer > 0 && scan.says(outer - 1, "within")) {
    length->begin = at_time.reading.reference;
  }
  found.value = *length;
  return true;
}

}  // namespace

namespace {

// "in seven days at 5 pm"
void take_clock(const TimeScan& at_time, Found& found) {
  auto* span = std::get_if<TimeSpan>(&found.value);
  const bool day = span != nullptr && span->begin && span->timex.size() == 10 && !span->has_clock;
  if (!day || !at_time.scan.is(found.end, Cue::at)) {
    return;
  }
  TimePart timed{found.begin, found.end, {.grain = Grain::day, .span = *span}};
  complete_day(at_time, timed);
  *span = std::move(timed.period.span);
  found.end = timed.end;
  found.core_end = timed.end;
}

}  // namespace

bool anchor_duration(const TimeScan& at_time, Found& found, std::uint32_t limit) {
  const auto* stated = std::get_if<Duration>(&found.value);
  if (stated == nullptr) {
    return false;
  }
  const Duration duration = *stated;
  if (start_at_date(at_time, found, duration) || anchor_by_adverb(at_time, found, duration) ||
      anchor_by_preposition(at_time, found, duration) ||
      anchor_by_in(at_time, found, duration, limit)) {
    take_clock(at_time, found);
    return true;
  }
  const bool length = anchor_by_length(at_time, found, duration);
  take_lead(at_time.scan, found, limit);
  return length;
}

}  // namespace concord::normalize
