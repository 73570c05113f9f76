#pragma once

#include <cstdint>
#include <optional>

#include "normalize/money.h"
#include "normalize/numbers.h"

namespace concord::normalize {

/// Money whose currency letters and figures are one token: "USD115", "RM79", "$US160 million" (the
/// sign before stays a token of its own).
struct GluedMoney {
  const CurrencyRow* currency = nullptr;
  Number number;
  std::uint32_t sign = 0;  // tokens of the sign before: 0 or 1
};
std::optional<GluedMoney> read_glued_money(const Scan& scan, std::uint32_t at);

/// Is the token letters and then a digit at the end?  Cheap; read_glued_money decides.
bool may_be_glued(const Scan& scan, std::uint32_t at);

}  // namespace concord::normalize
