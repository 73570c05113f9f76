#pragma once

#include "model/rule.h"
#include "rules/complaints.h"

namespace concord::rules {

/// Complains of names below `authority:` that are no fact (E440), or nearly a group (W433).
void check_authorities(const RuleSet& rules, Complaints& complaints);

/// Complains of names in `applies to`, `not for`, `becomes` and `add to applies to` that are no
/// fact (E440).
void check_context_facts(const RuleSet& rules, Complaints& complaints);

/// Complains of sentences that end at a # (W425), and of odd marks in shared phrases (W424).
void check_texts(const RuleSet& rules, Complaints& complaints);

}  // namespace concord::rules
