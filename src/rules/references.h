#pragma once

#include "model/rule.h"
#include "rules/complaints.h"

namespace concord::rules {

/// Complains of rules that name facts (E440), events (E441) or kinds (E442) that no rule defines,
/// and of check examples with figures that the check does not ask for (E320).
void check_references(const RuleSet& rules, Complaints& complaints);

}  // namespace concord::rules
