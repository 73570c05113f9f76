#pragma once

#include <cstdint>
#include <vector>

#include "base/decimal.h"
#include "base/interval.h"
#include "compare/claims.h"
#include "model/rule.h"

namespace concord::compare {

/// Fewest groups of intervals that can all be true together, lowest first.
struct Sweep {
  std::vector<Interval<Decimal>> common;  // of each group: what all its members allow
  std::vector<std::uint32_t> group;       // of each interval: the group nearest to its number
  std::vector<bool> committed;            // of each interval: it can join one group only
};

/// One pass by right ends: pairwise overlapping intervals of a line share a point (Helly), so
/// taking each group as far as its first right end gives the fewest.  `nominal` says which of
/// several groups an interval that could join more than one is shown with.  Costs a sort; the order
/// of the input never matters.
Sweep sweep(const std::vector<Interval<Decimal>>& intervals,
            const std::vector<std::optional<Decimal>>& nominal);

/// Lets measures written in different units meet: two that round to each other at the digits
/// written ("12,000 acres", "4,856 hectares") become one number.
void meet_across_units(std::vector<Claim*>& claims);

/// Puts claims of one axis (numbers, times or names) into positions and returns how many there are;
/// sets Claim::position, Claim::committed and, of names, Claim::depth.  Intervals are widened by
/// the rule's tolerance first.
std::uint32_t find_positions(const CompareRule& rule, std::vector<Claim*>& claims);

}  // namespace concord::compare
