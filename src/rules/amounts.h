#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace concord::rules {

/// "6 hours" in seconds; units second, minute, hour, day, week, month (30 days) and year (365
/// days). Nothing when it is not such a length of time, is negative or longer than 100 years.
std::optional<std::int64_t> parse_duration(std::string_view text);

/// "20%", "0.5", "2 hours", "3 million": a number, % or "percent", or the unit that follows it.
struct Amount {
  Decimal number;
  bool percent = false;
  std::string unit;
};
std::optional<Amount> parse_amount(std::string_view text);

}  // namespace concord::rules
