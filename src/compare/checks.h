#pragma once

#include <vector>

#include "compare/claims.h"
#include "model/finding.h"

namespace concord::compare {

/// Evaluates the rules' checks over every story's own event, and gives a finding for each broken
/// one: `internal` where one document contradicts itself between its parts, else `arithmetic`.  A
/// check that may or may not hold becomes a note on the finding of its first fact in `findings`.
/// `groups` have been judged.
void run_checks(const Inputs& inputs, const std::vector<Group>& groups,
                std::vector<Finding>& findings);

}  // namespace concord::compare
