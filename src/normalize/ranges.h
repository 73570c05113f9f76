#pragma once

#include <cstdint>
#include <optional>

#include "normalize/amounts.h"
#include "normalize/found.h"

namespace concord::normalize {

/// Two amounts that are one range, and lists that share a unit.

enum class Joint : std::uint8_t { none, between, dash, dash_before, to, either };

struct Pair {
  Amount low;
  Amount high;
  Joint joint = Joint::none;
};

/// The range that begins with the amount read: "20 to 30", "20-30 million", "between A and B", "two
/// or three".  A hyphenated score or code is none.
std::optional<Pair> read_pair(const Scan& scan, const Amount& first, std::uint32_t limit);

/// True where the second amount is the smaller one: "from 40 to 30", not "from 18 months to two
/// years".
bool falls(const Pair& pair);

/// The unit at the end of a list ("3, 5 and 8 km") for its first number.
std::optional<Unit> unit_from_list(const Scan& scan, const Amount& first);

/// A range said by its two bounds: "more than 10 and less than 40".
struct TwoBounds {
  Quantity range;
  std::uint32_t end = 0;
};

/// The bound after "and" or "but" that closes the one-sided `first` read up to token `end`; nothing
/// when there is none or the two leave nothing between them.
std::optional<TwoBounds> read_second_bound(const Scan& scan, const Quantity& first,
                                           std::uint32_t end);

/// "5 feet 2 inches", "10 km, 8 metres and 6 cm": adds the smaller measures that follow, counting
/// in the smallest.
void take_compound_measure(const Scan& scan, Amount& amount);

/// "6'2\"", "six-foot-four": a height, in inches.
void take_feet_and_inches(const Scan& scan, Amount& amount);

/// "a mile", "a dollar": one of a unit of measure, not the rate of what stands before it ("$3 a
/// gallon").  Nothing before `limit` is looked at for a hedge.
std::optional<Found> read_article_amount(const Scan& scan, std::uint32_t at, std::uint32_t limit);

}  // namespace concord::normalize
