#pragma once

#include <string>

#include "compare/claims.h"

namespace concord::compare {

/// Counts the attackers in everywhere: where a figure says to have them in ("four dead, including
/// the gunman") and another article of the group gives just so many fewer, that one left them out,
/// and gets them too.  GTD's codebook counts them.  Returns what was assumed; empty if nothing was.
std::string count_attackers_in(const Inputs& inputs, Group& group);

/// After judging: a policy prints the figure that has them in, not one that got them here.
void prefer_stated(Group& group);

}  // namespace concord::compare
