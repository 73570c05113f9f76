#include <algorithm>

#include "normalize/amounts.h"
#include "normalize/relative_times.h"

namespace concord::normalize {
namespace {

Period between(Timestamp begin, Timestamp end, Grain grain) {
  Period made{.grain = grain, .span = {}};
  made.span.begin = begin;
  made.span.end = end;
  made.span.anchor = Anchor::publication;
  made.span.has_clock = grain == Grain::clock;
  return made;
}

// Hours, minutes and seconds around publication; whole ones for plans.
Period clock_length(Timestamp now, std::int64_t unit, int number, bool ahead, bool whole) {
  std::int64_t from = now.seconds;
  if (whole && unit > 1) {
    from = from / unit * unit + (ahead ? unit : 0);
  }
  const std::int64_t length = unit * number;
  return ahead ? between({from}, {from + length}, Grain::clock)
               : between({from - length}, {from}, Grain::clock);
}

std::optional<Period> calendar_length(std::int64_t today, TimeUnit unit, int number, bool ahead) {
  const auto first = unit_period(today, unit, ahead ? 1 : -number);
  const auto last = unit_period(today, unit, ahead ? number : -1);
  if (!first || !last || !first->span.begin || !last->span.end) {
    return std::nullopt;
  }
  return between(*first->span.begin, *last->span.end, first->grain);
}

std::int64_t month_shifted(std::int64_t day, std::int64_t months) {
  const CivilTime from = civil_of(day);
  const YearMonth month = carry(from.year, from.month + static_cast<int>(months));
  return day_number(month.year, month.month,
                    std::min(from.day, days_in_month(month.year, month.month)));
}

// Ahead it begins with the day after publication, back it ends before the day of publication.
Period rolling_length(std::int64_t today, const TimeUnitSize& size, int number, bool ahead) {
  const std::int64_t sign = ahead ? 1 : -1;
  const std::int64_t other = size.months != 0
                                 ? month_shifted(today, sign * size.months * number)
                                 : today + sign * size.seconds / kSecondsPerDay * number;
  const std::int64_t first = ahead ? today + 1 : other;
  const std::int64_t last = ahead ? other + 1 : today;
  return between({first * kSecondsPerDay}, {last * kSecondsPerDay}, Grain::day);
}

constexpr int kLongest = 400;

}  // namespace

std::optional<Period> length_period(const TimeScan& at_time, TimeUnit unit, int number, Step step) {
  const auto now = at_time.reading.reference;
  const bool aside = step != Step::back && step != Step::ahead;
  if (!now || aside || unit == TimeUnit::none || number < 1 || number > kLongest) {
    return std::nullopt;
  }
  const bool ahead = step == Step::ahead;
  const bool plans = at_time.reading.prefer == Prefer::future;
  const TimeUnitSize size = size_of(unit);
  if (unit < TimeUnit::day) {
    return clock_length(*now, size.seconds, number, ahead, plans);
  }
  const bool whole = unit == TimeUnit::quarter || unit >= TimeUnit::decade;
  if (plans || whole) {
    return calendar_length(day_of(*now), unit, number, ahead);
  }
  return unit == TimeUnit::night || unit == TimeUnit::weekend
             ? std::nullopt
             : std::optional(rolling_length(day_of(*now), size, number, ahead));
}

}  // namespace concord::normalize
