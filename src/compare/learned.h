#pragma once

#include <vector>

#include "compare/claims.h"

namespace concord::compare {

/// What the methods that learn how reliable sources are would print for one group; null where the
/// group has no claim that a policy may print.
struct Learned {
  const Claim* truthfinder = nullptr;
  const Claim* dependence = nullptr;
};

/// For each of `groups`, in their order: the reliability of voices is learned over all of them
/// (truth.h).  Carriers of one authority or one wire are one voice.  Advice, never a verdict.  Of
/// answers as probable as each other the one with more voices, then the lower.
std::vector<Learned> learn(const Inputs& inputs, const std::vector<Group>& groups);

}  // namespace concord::compare
