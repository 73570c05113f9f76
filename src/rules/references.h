#pragma once

#include <string_view>

#include "model/rule.h"
#include "rules/complaints.h"

namespace concord::rules {

/// True if the figures of the fact can have the key: one of its own, or the unit that parts those
/// of several units.
bool may_have_key(const FactRule& fact, std::string_view key);

/// Complains of rules that name facts (E440), events (E441) or kinds (E442) that no rule defines,
/// and of check examples with figures that the check does not ask for (E320).
void check_references(const RuleSet& rules, Complaints& complaints);

}  // namespace concord::rules
