#pragma once

#include <string>

#include "model/finding.h"

namespace concord::report {

/// Why the difference that `finding` tells of may be none, in one sentence; empty where nothing in
/// the words speaks for that.  An editor is warned only of what is no doubt a difference: a part of
/// a toll beside the toll, a statement without a number, an attacker counted or not, another
/// person's age and the hour of another event are doubts.  `own` is the draft's statement.
std::string doubt_of(const Findings& findings, const Finding& finding, FactId own);

}  // namespace concord::report
