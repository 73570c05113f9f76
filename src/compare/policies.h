#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compare/claims.h"
#include "compare/learned.h"
#include "model/finding.h"

namespace concord::compare {

/// Prints what each policy of VERDICTS.md section 2 would print for the group's claims, and sets
/// the finding's figure to what `policy` prints.  `missing` is the missing of the same event, which
/// EM-DAT adds to its total of the dead.
void apply_policies(const Inputs& inputs, const Group& group, const Learned& learned,
                    const std::optional<Decimal>& missing, Finding& finding);

}  // namespace concord::compare
