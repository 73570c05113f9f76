#pragma once

#include <optional>
#include <string_view>

#include "normalize/times.h"

namespace concord::normalize {

/// Years and quarters as the business pages abbreviate them.  A fiscal year is taken for the
/// calendar year it is named after.

/// True of what may be "FY24", "FY2024" or "Q4FY24", told from its first letters and its length.
bool is_fiscal_code(std::string_view word);

/// "FY24", "FY2024".
std::optional<YearAt> fiscal_year_at(const Scan& scan, std::uint32_t at);

/// A quarter or half; without a year only a quarter.
struct CodedPart {
  int number = 0;
  TimeUnit unit = TimeUnit::quarter;  // or half_year
  std::optional<int> year;
  std::uint32_t end = 0;
};

/// "4Q23", "1Q 2024", "2H24", "4Q", "Q4FY24".
std::optional<CodedPart> coded_part_of_year(const Scan& scan, std::uint32_t at);

}  // namespace concord::normalize
