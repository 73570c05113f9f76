#pragma once

#include <optional>
#include <vector>

#include "normalize/amounts.h"
#include "normalize/found.h"

namespace concord::normalize {

/// Reads the quantity or duration whose first number word is at `at`: hedge, range, list sharing
/// a unit.  Nothing before `limit` is touched.  Returns the token to go on from; `at` if nothing
/// was there.
std::uint32_t read_quantity(const Scan& scan, std::uint32_t at, std::uint32_t limit,
                            std::vector<Found>& found);

/// "aged 34", "aged between 3 and 12", "in his 30s", "John Smith, 34,": ages without a unit.
/// Returns the token to go on from; `at` if nothing was there.
std::uint32_t read_age(const Scan& scan, std::uint32_t at, std::vector<Found>& found);

/// "no injuries", "none", "nobody", "both", "a lone gunman": counts without a numeral.
std::uint32_t read_count_word(const Scan& scan, std::uint32_t at, std::vector<Found>& found);

}  // namespace concord::normalize
