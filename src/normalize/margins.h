#pragma once

#include <optional>

#include "normalize/amounts.h"
#include "normalize/found.h"

namespace concord::normalize {

/// "10 +/- 3 people", "plus or minus 3 percentage points": from the number less the margin to the
/// number and the margin.  Nothing before `limit` is touched.
std::optional<Found> read_margin(const Scan& scan, const Amount& first, std::uint32_t limit);

/// "three to one", "10-to-1": how many times the one is the other.
std::optional<Found> read_to_one(const Scan& scan, const Amount& first);

/// "a ratio of 3:1", "a ratio of one to four", "a 3:1 ratio": the first over the second.
std::optional<Found> read_told_ratio(const Scan& scan, const Amount& first);

/// "three times as many", "10-fold": the amount becomes a ratio.
void take_times(const Scan& scan, Amount& amount);

}  // namespace concord::normalize
