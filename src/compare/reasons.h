#pragma once

#include <string>
#include <vector>

#include "compare/claims.h"
#include "compare/order.h"
#include "model/finding.h"

namespace concord::compare {

/// One sentence for an editor: who says what, and what follows.  `move` is the one that decided, if
/// one did.
std::string reason_for(const Inputs& inputs, const Group& group, const Finding& finding,
                       const Move* move);

/// What else an editor should know: floors behind, hedges in one only, projected rises, parties,
/// lags.
void add_notes(const Inputs& inputs, const Group& group, const std::vector<Move>& moves,
               Finding& finding);

/// True if which event the figure belongs to is not certain.
bool is_unsure_event(const Figure& figure);

}  // namespace concord::compare
