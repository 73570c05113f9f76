#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace concord::normalize {

// Currencies: codes and minor units as in ISO 4217:2015 (with those since withdrawn that archives
// hold: DEM, FRF, ITL ...), signs as in Unicode's block Currency Symbols.  A bare "$" or "dollar"
// is the American one, "pound" with a magnitude sterling, "krona" Swedish, "peso" Mexican, "franc"
// Swiss, "rupee" Indian, "riyal" Saudi.

/// A currency: its ISO 4217 code and how it is written.
struct CurrencyRow {
  std::string_view code;
  std::string_view before;    // "$|us $": spellings before the figures, between '|'
  std::string_view after;     // names after the number
  std::string_view minor;     // names of the hundredth part
  std::string_view singular;  // how a report writes it
  std::string_view plural_name;
};

std::span<const CurrencyRow> currency_rows();

/// The row of an ISO 4217 code; nothing when the table does not hold it.
const CurrencyRow* find_currency(std::string_view code);

/// An ISO 4217 code in capitals, alone or after the letter of a magnitude as balance sheets write
/// it
/// ("USD", "MUSD" for millions, "kEUR").
struct CurrencyCode {
  const CurrencyRow* row = nullptr;  // null: not a code, or one that is also a common word ("ALL")
  std::int8_t power = 0;
};
CurrencyCode read_currency_code(std::string_view word);

}  // namespace concord::normalize
