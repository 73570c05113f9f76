#pragma once

#include <optional>
#include <vector>

#include "normalize/amounts.h"
#include "normalize/found.h"

namespace concord::normalize {

// Quantities:
//
//   quantity = [hedge] (amount | range | list | compound | bounds) [hedge]
//   amount   = [sign] [currency] number [unit]
//   range    = "between" a "and" b | ["from"] a "to" b | a "-" b | a "or" b
//   list     = a "," b "and" c unit: the unit is theirs all
//   compound = "7 feet 10 inches": in the smallest unit
//   bounds   = "more than" a "and less than" b
//
// "rose from 20 to 30" is two values.  A range whose ends fall ("between 30 and 20") is read from
// the smaller to the larger.

/// Reads the quantity or duration whose first number word is at `at`: hedge, range, list sharing
/// a unit.  Nothing before `limit` is touched.  Returns the token to go on from; `at` if nothing
/// was there.
std::uint32_t read_quantity(const Scan& scan, std::uint32_t at, std::uint32_t limit,
                            std::vector<Found>& found);

/// Why the number at `at` is read as no value; for explanations.  REQUIRES: read_quantity found
/// nothing there and went on.
std::string_view no_value_reason(const Scan& scan, std::uint32_t at, std::uint32_t limit);

/// "aged 34", "aged between 3 and 12", "in his 30s", "John Smith, 34,": ages without a unit.
/// Returns the token to go on from; `at` if nothing was there.
std::uint32_t read_age(const Scan& scan, std::uint32_t at, std::vector<Found>& found);

/// Of these "was 45", "turned 81", "children under five": ages told by the words before them.
std::uint32_t read_told_age(const Scan& scan, std::uint32_t at, std::vector<Found>& found);

/// Whether read_told_age may find one, told from the word before.
bool may_be_told_age(const Scan& scan, std::uint32_t at);

/// "no injuries", "none", "nobody", "both", "a lone gunman": counts without a numeral.
std::uint32_t read_count_word(const Scan& scan, std::uint32_t at, std::vector<Found>& found);

}  // namespace concord::normalize
