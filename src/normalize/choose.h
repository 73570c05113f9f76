#pragma once

#include <vector>

#include "normalize/found.h"
#include "normalize/normalize.h"
#include "normalize/scan.h"

namespace concord::normalize {

/// All values of a sentence, in order, never overlapping.  At each place, of the readings that
/// begin there:
///   1. an age without a unit ("aged 34", ", 34,"), which no other reading explains;
///   2. a date or time, if it covers at least as much as the quantity there ("2024", "22 March");
///   3. a quantity or duration, which may turn into a time ("three days ago");
///   4. a count without a numeral ("no injuries", "both").
void read_values(const Scan& scan, const Reading& reading, std::vector<Found>& found);

}  // namespace concord::normalize
