#pragma once

#include <string_view>

#include "compare/claims.h"

namespace concord::compare {

/// True if the claim's document says in so many words that a figure of this fact was put right: an
/// editor's line ("Correction: an earlier version gave the number of dead as 15") or the news
/// itself ("the toll was lowered by one").  Reads the document's text: ask only where it decides.
bool tells_correction(const Inputs& inputs, const Claim& claim);

}  // namespace concord::compare
