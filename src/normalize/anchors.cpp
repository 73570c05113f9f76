#include <algorithm>

#include "normalize/times.h"

namespace concord::normalize {
namespace {

constexpr std::int64_t kFarthestDays = 3000000;  // beyond the calendar either way

struct Shift {
  std::int64_t months = 0;
  std::int64_t seconds = 0;
  Grain grain = Grain::day;
};

// Whole months or seconds of a duration; nothing for vague and huge ones.
std::optional<Shift> shift_of(const Duration& duration) {
  if (!duration.nominal_seconds) {
    return std::nullopt;
  }
  const double seconds = duration.nominal_seconds->to_double();
  if (seconds > static_cast<double>(kFarthestDays) * 86400.0 || seconds < 0) {
    return std::nullopt;
  }
  const bool calendar = duration.months.low && duration.amount;
  Shift made;
  if (calendar) {
    made.months = static_cast<std::int64_t>(duration.months.low->to_double() + 0.5);
    if (duration.hedge != Hedge::exact) {
      const std::int64_t unit = duration.unit == "year"      ? 12
                                : duration.unit == "decade"  ? 120
                                : duration.unit == "century" ? 1200
                                : duration.unit == "quarter" ? 3
                                                             : 1;
      made.months =
          static_cast<std::int64_t>(duration.amount->to_double() * static_cast<double>(unit) + 0.5);
    }
    made.grain = duration.unit == "month"     ? Grain::month
                 : duration.unit == "quarter" ? Grain::quarter
                                              : Grain::year;
    return made;
  }
  made.seconds = static_cast<std::int64_t>(seconds);
  made.grain = made.seconds % kSecondsPerDay != 0 || duration.unit == "hour" ||
                       duration.unit == "minute" || duration.unit == "second"
                   ? Grain::clock
               : duration.unit == "week" || duration.unit == "fortnight" ? Grain::week
                                                                         : Grain::day;
  return made;
}

Timestamp shifted(Timestamp from, const Shift& shift, int sign) {
  const CivilTime start = to_civil(from);
  const YearMonth month = carry(start.year, start.month + static_cast<int>(sign * shift.months));
  const int day = std::min(start.day, days_in_month(month.year, month.month));
  const Timestamp moved =
      from_civil({month.year, month.month, day, start.hour, start.minute, start.second});
  return {moved.seconds + sign * shift.seconds};
}

// As coarse as the words: "two years ago" is a year, "three days ago" a day.
std::optional<Period> period_at(Timestamp from, const Shift& shift, int sign) {
  const std::int64_t reach =
      day_of(from) + sign * (shift.months * 31 + shift.seconds / kSecondsPerDay);
  if (!in_range(reach - 800) || !in_range(reach + 800)) {
    return std::nullopt;
  }
  const Timestamp when = shifted(from, shift, sign);
  const CivilTime civil = to_civil(when);
  switch (shift.grain) {
    case Grain::year:
      return year_period(civil.year);
    case Grain::quarter:
      return quarter_period(civil.year, (civil.month + 2) / 3);
    case Grain::month:
      return month_period(civil.year, civil.month);
    case Grain::week:
      return week_period(day_of(when));
    case Grain::clock: {
      Period made = day_period(day_of(when));
      made.grain = Grain::clock;
      made.span.begin = when;
      made.span.end = Timestamp{when.seconds + (shift.seconds % 3600 == 0 ? 3600 : 60)};
      made.span.has_clock = true;
      made.span.timex = format_date_time(when).substr(0, 16);
      return made;
    }
    default:
      return day_period(day_of(when));
  }
}

// Vague or open: "several weeks ago" is some time before publication.
TimeSpan vague_time(const TimeScan& at_time, const Duration& duration, bool before) {
  TimeSpan made = reference_period(before ? "PAST_REF" : "FUTURE_REF", at_time.reading).span;
  made.offset = duration;
  made.before_anchor = before;
  return made;
}

TimeSpan from_publication(const TimeScan& at_time, const Duration& duration, bool before) {
  const auto shift = shift_of(duration);
  const auto reference = at_time.reading.reference;
  const auto period =
      shift && reference ? period_at(*reference, *shift, before ? -1 : 1) : std::nullopt;
  if (!period) {
    return vague_time(at_time, duration, before);
  }
  TimeSpan made = period->span;
  made.anchor = Anchor::publication;
  switch (duration.hedge) {
    case Hedge::about:
    case Hedge::just_under:
    case Hedge::just_over:
      made.mod = "APPROX";
      break;
    case Hedge::more_than:
    case Hedge::well_over:
      made.mod = before ? "BEFORE" : "AFTER";
      break;
    case Hedge::at_least:
      made.mod = before ? "ON_OR_BEFORE" : "ON_OR_AFTER";
      break;
    case Hedge::less_than:
      made.mod = before ? "AFTER" : "BEFORE";
      break;
    default:
      break;
  }
  return made;
}

TimeSpan from_event(const Duration& duration, bool before) {
  TimeSpan made;
  made.timex = duration.iso;
  made.anchor = Anchor::event;
  made.offset = duration;
  made.before_anchor = before;
  return made;
}

// "three days before Friday": the date is known.
bool anchor_to_date(const TimeScan& at_time, Found& found, const Duration& duration, bool before) {
  std::uint32_t next = found.end + 1;
  const auto date = read_time(at_time, next, next);
  if (!date) {
    return false;
  }
  const auto* anchor = std::get_if<TimeSpan>(&date->value);
  const auto shift = shift_of(duration);
  if (anchor == nullptr || !anchor->begin || !shift || anchor->anchor == Anchor::event) {
    return false;
  }
  const auto period = period_at(*anchor->begin, *shift, before ? -1 : 1);
  if (!period) {
    return false;
  }
  found.value = period->span;
  found.end = date->end;
  return true;
}

bool after_from_now(const Scan& scan, std::uint32_t at) {
  return (scan.is(at, Cue::from) && (scan.is(at + 1, Cue::now) || scan.says(at + 1, "today"))) ||
         scan.says(at, "hence");
}

// "the past two weeks", "the next five years": still a length, the words belong to it.
void take_lead(const Scan& scan, Found& found, std::uint32_t limit) {
  if (found.begin <= limit) {
    return;
  }
  const Cue lead = scan.cue(found.begin - 1);
  const bool ordinal = scan.word(found.begin - 1).number == NumberRole::ordinal_unit;
  if (lead == Cue::past || lead == Cue::last || lead == Cue::next || lead == Cue::coming ||
      lead == Cue::previous || lead == Cue::following || ordinal) {
    --found.begin;
  }
  if (found.begin > limit && scan.is(found.begin - 1, Cue::the)) {
    --found.begin;
  }
}

}  // namespace

bool anchor_duration(const TimeScan& at_time, Found& found, std::uint32_t limit) {
  const Scan& scan = at_time.scan;
  const auto* stated = std::get_if<Duration>(&found.value);
  if (stated == nullptr) {
    return false;
  }
  const Duration duration = *stated;
  const std::uint32_t next = found.end;
  if (scan.is(next, Cue::ago)) {
    found.value = from_publication(at_time, duration, true);
    found.core_end = found.end = next + 1;
    return true;
  }
  if (after_from_now(scan, next)) {
    found.value = from_publication(at_time, duration, false);
    found.core_end = found.end = next + (scan.is(next, Cue::from) ? 2U : 1U);
    return true;
  }
  const bool before = scan.is(next, Cue::before);
  const bool after =
      scan.is(next, Cue::after) || (scan.is(next, Cue::from) && duration.nominal_seconds);
  if (before || after) {
    if (anchor_to_date(at_time, found, duration, before)) {
      return true;
    }
    if (!scan.is(next, Cue::from)) {
      found.value = from_event(duration, before);
      found.core_begin = found.begin;
      found.end = next + 1;
      return true;
    }
  }
  if (scan.is(next, Cue::earlier) || scan.is(next, Cue::later) || scan.says(next, "afterwards") ||
      scan.says(next, "afterward")) {
    found.value = from_event(duration, scan.is(next, Cue::earlier));
    found.core_end = found.end = next + 1;
    return true;
  }
  const bool in_lead = found.begin > limit && scan.is(found.begin - 1, Cue::in);
  const auto toward = direction(scan, found.begin);
  const bool opens = found.begin == 1;  // "In two weeks, ..."
  const bool ahead =
      at_time.reading.prefer == Prefer::future || toward == Prefer::future || (!toward && opens);
  if (in_lead && ahead && duration.nominal_seconds && at_time.reading.reference &&
      !(scan.is(next, Cue::of))) {
    found.value = from_publication(at_time, duration, false);
    --found.begin;
    return true;
  }
  take_lead(scan, found, limit);
  return false;
}

}  // namespace concord::normalize
