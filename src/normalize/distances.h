#pragma once

#include <cstdint>
#include <optional>

#include "normalize/calendar.h"

namespace concord::normalize {

/// How far a length of time leads from a moment, and how coarse the words for it are.
struct Shift {
  std::int64_t months = 0;
  std::int64_t seconds = 0;
  Grain grain = Grain::day;
};

Grain grain_of(const Duration& duration, const Shift& shift);

/// Whole months and seconds of a duration; nothing for vague and huge ones.
std::optional<Shift> shift_of(const Duration& duration);

/// The same of one end of a duration's interval, its grain left open; nothing where that is
/// unbounded or huge.
std::optional<Shift> shift_to(const std::optional<Decimal>& seconds,
                              const std::optional<Decimal>& months);

/// `sign` is 1 for later, -1 for earlier.  REQUIRES: period_at gives a period there.
Timestamp shifted(Timestamp from, const Shift& shift, int sign);

/// The period that lies so far from a moment, as coarse as the words: "two years ago" is a year,
/// "three days ago" a day.  Nothing beyond the calendar.
std::optional<Period> period_at(Timestamp from, const Shift& shift, int sign);

/// "more than two weeks ago" is open to the past, "less than two weeks ago" ends with the anchor.
void hedge_distance(Hedge hedge, bool before, Timestamp anchor, TimeSpan& span);

}  // namespace concord::normalize
