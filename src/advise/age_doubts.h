#pragma once

#include <string>
#include <vector>

#include "model/finding.h"

namespace concord::advise {

/// Why the draft's age and those that stand against it may all be right, in one sentence; empty
/// where nothing speaks for that: a birthday between two publications, two people of one name.
/// `own` is the draft's statement; `inner`: the draft says all of them itself.
std::string age_doubt(const Findings& findings, const std::vector<FactId>& against, FactId own,
                      bool inner);

}  // namespace concord::advise
