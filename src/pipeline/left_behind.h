#pragma once

#include <optional>

#include "base/timestamp.h"
#include "model/finding.h"

namespace concord::pipeline {

/// When other documents of the finding first told what leaves the statement `ours` behind, after it
/// was published itself; where none came after it, when the first of those that stand was told.
/// Nothing where that is not known.
std::optional<Timestamp> left_behind_since(const Findings& findings, const Finding& finding,
                                           FactId ours);

}  // namespace concord::pipeline
