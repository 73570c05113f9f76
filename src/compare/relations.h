#pragma once

#include <vector>

#include "compare/claims.h"
#include "model/finding.h"

namespace concord::compare {

/// True if the findings of the group are asked for.
bool is_asked_for(const Options& options, const Group& group);

/// The one finding for a group: relation and detail by the precedence of VERDICTS.md, positions and
/// range; reason, notes and evidence where it is asked for.  Sets the claims' positions and
/// marks what is superseded or stale.  Policies are applied afterwards.
Finding judge(const Inputs& inputs, Group& group);

/// From the least to the greatest number of the claims; no high when only floors stand, no low when
/// only ceilings do.
Interval<Decimal> range_over(const std::vector<const Claim*>& claims);

}  // namespace concord::compare
