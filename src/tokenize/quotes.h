#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/tokens.h"

namespace concord::tokenize {

/// The insides of quotation marks, in order: straight, curly, «», „“ everywhere; single ones only
/// where they plainly quote (closed after a comma or stop, in one paragraph).  A quotation ends
/// with its paragraph; one left open there that the next paragraph takes up again is two spans.
void find_quotes(std::string_view text, const TokenizedText& tokens, std::vector<Span>& quotes);

}  // namespace concord::tokenize
