#pragma once

#include <cstdint>
#include <string_view>

#include "normalize/amounts.h"

namespace concord::normalize {

/// Figures or number words that label a thing and count nothing: "a 737-800", "a 4K TV",
/// "(212) 555-0199", "World War Two".
struct Label {
  std::uint32_t end = 0;  // past the label; 0 is none
  std::string_view reason;
};

/// "temperatures in the 90s", "highs in the low 70s": tens of degrees, which no decade and no count
/// are.
bool is_tens_of_degrees(const Scan& scan, std::uint32_t at);

Label read_label(const Scan& scan, const Amount& amount);

}  // namespace concord::normalize
