#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/claims.h"

namespace concord::compare {

using Pool = std::vector<const Claim*>;

/// The claims that policies choose among: those that count and stand; where none stands, the
/// doubtful ones (a party's, superseded, stale).
Pool pool_of(const Group& group);

/// The figure in base units; of a floor or ceiling its bound.
std::optional<Decimal> number_of(const Claim& claim);

/// The lower figure; of names the first by name, then by document.
bool is_lower(const Claim& a, const Claim& b);

/// What two claims must share to vote for the same figure.
std::string ballot(const Inputs& inputs, const Claim& claim);

}  // namespace concord::compare
