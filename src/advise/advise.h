#pragma once

#include "advise/edits.h"
#include "base/diagnostic.h"
#include "model/finding.h"
#include "model/rule.h"

namespace concord::advise {

/// What other sources say against `draft`, and what its own words get wrong, as a copy chief would
/// tell its editor: diagnostics with codes "deaths/behind" in the order of the text, each with its
/// evidence and, where independent sources support one, the change that mends it.
Diagnostics advise(const Findings& findings, const RuleSet& rules, DocumentId draft);

/// Makes notes of the differences between sources, and inside one, that may be none: those where
/// each statement that is looked at leaves a doubt (difference_doubts.h).  Each gets the doubt as a
/// note of its own; its relation stays.
void soften(Findings& findings);

}  // namespace concord::advise
