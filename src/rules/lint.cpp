#include "rules/rules.h"

namespace concord::rules {

void lint(const RuleSet&, Diagnostics&) {}

}  // namespace concord::rules
