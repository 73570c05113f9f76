#pragma once

#include <optional>

#include "normalize/amounts.h"
#include "normalize/found.h"

namespace concord::normalize {

/// A duration of one unit ("a week", "an hour", "day-long"), or of an unsaid number of them ("for
/// years").
std::optional<Found> read_article_duration(const Scan& scan, std::uint32_t at, std::uint32_t limit);

/// "a quarter of an hour", "one and three quarters of an hour".
std::optional<Found> read_fraction_duration(const Scan& scan, std::uint32_t at,
                                            std::uint32_t limit);

/// Adds what follows in smaller units: "2 hours 30 minutes", "a year and three months", "an hour
/// and a half". Moves `end` over it.
void take_smaller_parts(const Scan& scan, TimeUnit last_unit, Duration& duration,
                        std::uint32_t& end);

/// The unit of "15m" after "2h" and of "30s" after "15m": letters of a length that began with one.
std::optional<TimeUnit> lettered_unit(const Scan& scan, std::uint32_t at, TimeUnit larger);

}  // namespace concord::normalize
