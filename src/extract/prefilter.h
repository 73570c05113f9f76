#pragma once

#include <cstdint>
#include <vector>

#include "extract/program.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// True if some word of the tokens calls up a phrase of the index, or some phrase needs no word.
bool calls_any(const Index& index, const TokenizedText& tokens, Range range);

/// The phrases of a category that the open sentence may match, in ascending order: those whose
/// required words it holds; all of them when `everything` is set.  Never misses a match.
void candidates(SentenceText& text, Category category, bool everything,
                std::vector<std::uint32_t>& out);

/// True if the sentence holds a word of every clause of the phrase, and a numeral if it needs one.
bool meets_all(SentenceText& text, const CompiledPhrase& phrase);

}  // namespace concord::extract
