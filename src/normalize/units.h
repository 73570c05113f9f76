#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/decimal.h"
#include "model/value.h"

namespace concord::normalize {

// Units of measure: codes as in UCUM 2.1 (curly braces for what it does not name), factors exact as
// in NIST SP 811 (2008), appendix B.8, unless a row says otherwise; names American and British,
// singular and plural, with the abbreviations of the press.  "ton" is the short one, "pint" and
// "gallon" the American ones, "pound" without a magnitude a mass.

/// One unit of measure.  `factor` turns an amount into the base unit of its dimension; temperatures
/// have no factor (convert_amount knows their zeros).
struct UnitRow {
  std::string_view code;  // UCUM
  Dimension dimension = Dimension::other;
  Decimal factor;
  std::string_view names;     // spellings between '|', tokens between blanks
  std::string_view symbols;   // case-sensitive spellings, only right after figures
  std::string_view singular;  // how a report writes it
  std::string_view plural_name;
};

std::span<const UnitRow> unit_rows();

/// The row of a UCUM code; nothing when the table does not hold it.
const UnitRow* find_unit(std::string_view code);

/// The UCUM code of the base unit of a dimension; empty when it has none.
std::string_view base_unit(Dimension dimension);

/// amount in `from` expressed in `to`; nothing for different dimensions or a result out of range.
std::optional<Decimal> convert_amount(const Decimal& amount, const UnitRow& from,
                                      const UnitRow& to);

}  // namespace concord::normalize
