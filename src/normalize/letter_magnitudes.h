#pragma once

#include "normalize/numbers.h"

namespace concord::normalize {

/// Takes bn, m, k written after figures into the number.  A lone letter must touch them; "m" is
/// meters unless money or something counted stands beside it.  `money`: the currency was written
/// before the figures.
void take_letter_magnitude(const Scan& scan, Number& number, bool money);

}  // namespace concord::normalize
