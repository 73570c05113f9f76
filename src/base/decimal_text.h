#pragma once

#include <cstddef>

#include "base/decimal.h"

namespace concord {

/// The longest that to_string(Decimal) gives: a sign and 19 digits with 18 zeros.
constexpr std::size_t kLongestDecimal = 38;

/// Writes to_string(value) from `to` on and returns its end.  REQUIRES: room for kLongestDecimal.
char* write_decimal(const Decimal& value, char* to);

}  // namespace concord
