#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/value.h"
#include "normalize/hedges.h"
#include "normalize/numbers.h"

namespace concord::normalize {

/// The unit of an amount.  `code` is UCUM or ISO 4217; empty for a bare number.
struct Unit {
  Dimension dimension = Dimension::count;
  std::string_view code = "1";
  TimeUnit time = TimeUnit::none;  // durations and ages
  bool minor = false;              // cents: hundredths of the currency
  std::int8_t power = 0;           // MUSD: millions of the currency
  std::uint32_t text_begin = 0;    // tokens of the unit as written; may be empty
  std::uint32_t text_end = 0;

  bool bare() const { return dimension == Dimension::count; }
};

/// A number with its unit.
struct Amount {
  std::uint32_t begin = 0;  // tokens, currency sign and minus included
  std::uint32_t end = 0;
  Number number;
  Unit unit;
  bool negative = false;
};

/// What "m" after figures says: meters unless the words around tell otherwise, or millions because
/// the other end of a range is money ("$20-30m").
enum class Letters : std::uint8_t { by_themselves, of_money };

/// The amount whose number begins at `at`; a currency or sign before it is looked for no further
/// back than `limit`.
std::optional<Amount> read_amount(const Scan& scan, std::uint32_t at, std::uint32_t limit,
                                  Letters letters = Letters::by_themselves);

/// The currency or unit of measure named after the number.
std::optional<Unit> read_named_unit(const Scan& scan, const Number& number);

/// Turns an amount counted in cents into one of their currency.
void apply_minor(Amount& amount);

/// The quantity an amount states under a hedge.  REQUIRES: not a duration.
Quantity quantity_of(const Scan& scan, const Amount& amount, Hedge hedge);

/// "between A and B": closed, from the smaller to the larger.
Quantity quantity_between(const Scan& scan, const Amount& low, const Amount& high);

/// Intervals of a bare number under a hedge, vague and collective numbers included.
Bounds number_bounds(const Number& number, Hedge hedge, bool counted);

/// Why the number is part of a name, score, phone number, address or code; empty if it is none.
std::string_view name_reason(const Scan& scan, const Amount& amount);

/// True for a bare number that is part of a name, score, phone number, address or code.
bool is_part_of_name(const Scan& scan, const Amount& amount);

/// The exact seconds or months of one unit of time.
struct TimeUnitSize {
  std::int64_t seconds = 0;
  std::int64_t months = 0;
};
TimeUnitSize size_of(TimeUnit unit);

/// "hour", "day" ...: how values name a unit of time.
std::string_view time_unit_name(TimeUnit unit);

}  // namespace concord::normalize
