#pragma once

#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "base/span.h"
#include "model/tokens.h"
#include "tokenize/landmarks.h"

namespace concord::tokenize {

/// Splits `text` into tokens with their word numbers; the bytes of `markup` (in order) are taken
/// for white space.  `tokens` and `landmarks` are cleared first.  Linear in the text.
void find_tokens(std::string_view text, const std::vector<Span>& markup, const Lexicon& lexicon,
                 std::vector<Token>& tokens, Landmarks& landmarks);

}  // namespace concord::tokenize
