#include "compare/pool.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace concord::compare {
namespace {

/// Leaves out what says less than another claim of its position: vague words beside a number and,
/// once the figure has moved, floors and rough numbers beside the settled one.
void leave_out_vaguer(const Group& group, Pool& pool) {
  const bool moved =
      std::ranges::any_of(group.claims, [](const Claim& claim) { return claim.superseded; });
  std::set<std::uint32_t> numbered;
  std::set<std::uint32_t> settled;
  for (const Claim* claim : pool) {
    if (claim->measure.axis == Axis::number && claim->measure.nominal) {
      numbered.insert(claim->position);
    }
    if (claim->measure.axis == Axis::number && is_settled(claim->measure)) {
      settled.insert(claim->position);
    }
  }
  std::erase_if(pool, [&](const Claim* claim) {
    const bool rough = moved && !is_settled(claim->measure) && settled.contains(claim->position);
    return rough || (is_vague(claim->measure) && numbered.contains(claim->position));
  });
}

}  // namespace

Pool pool_of(const Group& group) {
  Pool standing;
  Pool doubtful;
  for (const Claim& claim : group.claims) {
    if (!claim.counts) {
      continue;
    }
    (claim.party || claim.superseded || claim.stale ? doubtful : standing).push_back(&claim);
  }
  Pool pool = standing.empty() ? std::move(doubtful) : std::move(standing);
  leave_out_vaguer(group, pool);
  return pool;
}

std::optional<Decimal> number_of(const Claim& claim) {
  return number_of(claim.measure);
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
