#pragma once

#include <cstdint>
#include <optional>

#include "normalize/amounts.h"
#include "normalize/money.h"

namespace concord::normalize {

/// Units as they are written after a number: one reader a family.  read_amount asks them in the
/// order time, currency, measure.

/// Past "-odd", "-plus" or "-some" after a number: "30-odd miles"; `at` if there is none.
std::uint32_t past_rounding(const Scan& scan, std::uint32_t at);

/// Past a hyphen between a number and its unit: "48-hour"; past a rounding too.
std::uint32_t unit_position(const Scan& scan, std::uint32_t at);

Unit unit_of_currency(const CurrencyRow& row, bool minor, std::uint32_t begin, std::uint32_t end);

/// "20 hours", "15-year-old", "20 more minutes", "six weeks of age".
std::optional<Unit> time_unit_after(const Scan& scan, const Number& number);

/// "dollars", "$", "EUR", "MUSD", "pence", "50p".
std::optional<Unit> currency_after(const Scan& scan, const Number& number);

}  // namespace concord::normalize
