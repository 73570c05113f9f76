#include "compare/pool.h"

#include <tuple>

namespace concord::compare {

Pool pool_of(const Group& group) {
  Pool standing;
  Pool doubtful;
  for (const Claim& claim : group.claims) {
    if (!claim.counts) {
      continue;
    }
    (claim.party || claim.superseded || claim.stale ? doubtful : standing).push_back(&claim);
  }
  return standing.empty() ? doubtful : standing;
}

std::optional<Decimal> number_of(const Claim& claim) {
  const Measure& measure = claim.measure;
  if (measure.nominal) {
    return measure.nominal;
  }
  return measure.hard.low ? measure.hard.low : measure.hard.high;
}

bool is_lower(const Claim& a, const Claim& b) {
  const auto left = number_of(a);
  const auto right = number_of(b);
  if (left && right && *left != *right) {
    return *left < *right;
  }
  return std::tie(a.measure.name, a.rank) < std::tie(b.measure.name, b.rank);
}

std::string ballot(const Inputs& inputs, const Claim& claim) {
  const Measure& measure = claim.measure;
  // Measures that met across units share one exact number, whatever was written.
  const bool point = measure.hard.bounded() && *measure.hard.low == *measure.hard.high;
  const auto number = measure.axis != Axis::number ? std::nullopt
                      : point                      ? measure.hard.low
                                                   : number_of(claim);
  return number ? to_string(normalized(*number))
                : bare(claim.measure, claim.figure->value, inputs.services);
}

}  // namespace concord::compare
