#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/tokens.h"
#include "tokenize/landmarks.h"

namespace concord::tokenize {

/// Sets the sentences and paragraphs of `out` from its tokens.  `paragraphs` are in order, do not
/// overlap and cover every token; those without tokens are dropped.  `headline` (empty: none) is
/// one sentence.  Sentences have at most 1000 tokens.
void find_sentences(std::string_view text, const std::vector<Span>& paragraphs, Span headline,
                    const Landmarks& landmarks, TokenizedText& out);

}  // namespace concord::tokenize
