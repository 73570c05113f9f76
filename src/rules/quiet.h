#pragma once

#include <string>
#include <vector>

#include "model/rule.h"
#include "rules/complaints.h"

namespace concord::rules {

/// Drops the findings that `# quiet: W421 because ...` comments silence: on the line of the
/// comment, or, when the comment has a line of its own, on the next line that is no comment.
/// Complains of comments that silence nothing (W490) or are unreadable (E491).
void apply_quiet_comments(const std::vector<std::string>& texts, Complaints& complaints,
                          Diagnostics& findings);

}  // namespace concord::rules
