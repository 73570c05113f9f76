#pragma once

#include <vector>

#include "compare/claims.h"
#include "model/finding.h"

namespace concord::compare {

/// Runs the checks that the rule language cannot say and that rules switch on by name (`built in:
/// yes`): each gives `internal` findings about one document or
/// `arithmetic` ones about several.  `groups` have been judged.
void run_built_in_checks(const Inputs& inputs, const std::vector<Group>& groups,
                         std::vector<Finding>& findings);

}  // namespace concord::compare
