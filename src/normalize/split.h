#pragma once

#include <string_view>

#include "base/lexicon.h"
#include "model/tokens.h"

namespace concord::normalize {

/// Splits a short phrase into tokens after Token's contract, as one sentence: for read_one, which
/// has a phrase and no document.
TokenizedText split_phrase(std::string_view text, const Lexicon& lexicon);

}  // namespace concord::normalize
