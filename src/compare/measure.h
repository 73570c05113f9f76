#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/decimal.h"
#include "base/interval.h"
#include "compare/compare.h"
#include "model/rule.h"
#include "model/value.h"

namespace concord::compare {

/// The line a value lies on.  Numbers and times are intervals; names and quotes have identity only.
enum class Axis : std::uint8_t { number, time, name, quote };

/// A value reduced to what comparing needs.
struct Measure {
  Axis axis = Axis::number;
  Interval<Decimal> hard;          // base units; seconds since 1970 on the time axis
  Interval<Decimal> soft;          // base units; numbers only
  std::optional<Decimal> nominal;  // base units
  std::optional<Decimal> slack;    // half of the last digit written, base units; measures and money
  Hedge hedge = Hedge::exact;
  std::string written_unit;  // "acres" and "hectares" are equal only after normalization
  std::string
      worked_out;    // how the value was worked out ("dozen", "sum", "date"); empty if as written
  std::string name;  // identity on the name axis; words on the quote axis
  std::string part_of;

  friend bool operator==(const Measure&, const Measure&) = default;
};

/// The measure of a value in the base unit of its fact.
Measure measure_of(const Value& value, const FactRule& rule, const Services& services);

/// "at least 130": nothing bounds it above.
bool is_floor(const Measure& measure);
/// "up to 130": only the top is meant.
bool is_ceiling(const Measure& measure);
/// A figure without a hedge, to which floors can be held.
bool is_settled(const Measure& measure);

/// "dozens": words that commit to no number.
bool is_vague(const Measure& measure);
/// The number that a measure stands for: its own, else its least or its greatest.
std::optional<Decimal> number_of(const Measure& measure);
/// The same with vague words as ACLED codes them: dozens 12, hundreds 100.
std::optional<Decimal> coded_number(const Measure& measure);

/// The bound moved outward by `amount`; unbounded when the sum does not fit.
Interval<Decimal> widened(const Interval<Decimal>& interval, const Decimal& amount);

/// `value` * 10^-2 * `percent`, never negative; nothing when it does not fit.
std::optional<Decimal> percent_of(const Decimal& value, const Decimal& percent);

/// What a report prints for the value: Services::describe where given, else its plain digits or
/// name.
std::string describe(const Value& value, const Services& services);

/// The number or name alone ("130" for "at least 130"): what a policy prints.
std::string bare(const Measure& measure, const Value& value, const Services& services);

}  // namespace concord::compare
