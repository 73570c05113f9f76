#pragma once

#include <string_view>

#include "model/tokens.h"
#include "tokenize/landmarks.h"

namespace concord::tokenize {

/// The insides of quotation marks, in order: straight, curly, «», „“ everywhere; single ones only
/// where they plainly quote (closed after a comma or stop, in one paragraph).  A quotation ends
/// with its paragraph; one left open there that the next paragraph takes up again is two spans.
/// Sets `out.quotes` from its tokens and paragraphs.
void find_quotes(std::string_view text, const Landmarks& landmarks, TokenizedText& out);

}  // namespace concord::tokenize
