#pragma once

#include "model/finding.h"

namespace concord::advise {

/// Makes notes of the differences between sources, and inside one, that may be none: those where
/// each statement that is looked at leaves a doubt (difference_doubts.h).  Each gets the doubt as a
/// note of its own; its relation stays.
void soften(Findings& findings);

}  // namespace concord::advise
