#include "normalize/distances.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "normalize/duration_values.h"

namespace concord::normalize {
namespace {

constexpr std::int64_t kFarthestDays = 3000000;  // beyond the calendar either way

std::int64_t months_in_unit(std::string_view unit) {
  struct Row {
    std::string_view unit;
    std::int64_t months;
  };
  constexpr std::array<Row, 5> kRows = {
      {{"month", 1}, {"quarter", 3}, {"year", 12}, {"decade", 120}, {"century", 1200}}};
  const auto* const row = std::ranges::find(kRows, unit, &Row::unit);
  return row == kRows.end() ? 0 : row->months;
}

// The calendar part as a number of months: of a hedged duration the number written.
double months_written(const Duration& duration) {
  const std::int64_t unit = months_in_unit(duration.unit);
  if (duration.amount && unit != 0) {
    return duration.amount->to_double() * static_cast<double>(unit);
  }
  return duration.months.low ? duration.months.low->to_double() : 0;
}

}  // namespace

Grain grain_of(const Duration& duration, const Shift& shift) {
  if (shift.seconds % kSecondsPerDay != 0 || duration.unit == "hour" || duration.unit == "minute" ||
      duration.unit == "second") {
    return Grain::clock;
  }
  if (shift.seconds == 0 && shift.months != 0) {
    return duration.unit == "quarter"                           ? Grain::quarter
           : duration.unit == "month" || shift.months % 12 != 0 ? Grain::month
                                                                : Grain::year;
  }
  return duration.unit == "week" || duration.unit == "fortnight" ? Grain::week : Grain::day;
}

std::optional<Shift> shift_of(const Duration& duration) {
  if (!duration.nominal_seconds) {
    return std::nullopt;
  }
  const double seconds = duration.nominal_seconds->to_double();
  if (seconds > static_cast<double>(kFarthestDays) * 86400.0 || seconds < 0) {
    return std::nullopt;
  }
  const double months = months_written(duration);
  Shift made;
  made.months = std::llround(months);
  made.seconds = std::llround(seconds - months * static_cast<double>(kSecondsPerMonth));
  made.grain = grain_of(duration, made);
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

void hedge_distance(Hedge hedge, bool before, Timestamp anchor, TimeSpan& span) {
  switch (hedge) {
    case Hedge::about:
    case Hedge::just_under:
    case Hedge::just_over:
      span.mod = "APPROX";
      return;
    case Hedge::more_than:
    case Hedge::well_over:
    case Hedge::at_least: {
      const bool at_least = hedge == Hedge::at_least;
      span.mod =
          before ? (at_least ? "ON_OR_BEFORE" : "BEFORE") : (at_least ? "ON_OR_AFTER" : "AFTER");
      (before ? span.begin : span.end).reset();
      return;
    }
    case Hedge::less_than:
    case Hedge::at_most:
      span.mod = before ? "AFTER" : "BEFORE";
      if (!before && span.has_clock) {
        span.end = span.begin;
      }
      (before ? span.end : span.begin) = anchor;
      return;
    default:
      return;
  }
}

std::optional<Shift> shift_to(const std::optional<Decimal>& seconds,
                              const std::optional<Decimal>& months) {
  const double months_there = months ? months->to_double() : 0;
  const double seconds_there = seconds ? seconds->to_double() : 0;
  if (!seconds || seconds_there > static_cast<double>(kFarthestDays) * 86400.0) {
    return std::nullopt;
  }
  Shift made;
  made.months = std::llround(months_there);
  made.seconds = std::llround(seconds_there - months_there * static_cast<double>(kSecondsPerMonth));
  return made;
}

}  // namespace concord::normalize
