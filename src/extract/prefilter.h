#pragma once

#include <cstdint>
#include <vector>

#include "extract/program.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// The phrases of a category that the open sentence may match, in ascending order: those whose
/// clauses it meets; all of them when `everything` is set.  Never misses a match.
void candidates(SentenceText& text, Category category, bool everything,
                std::vector<std::uint32_t>& out);

/// The phrases whose rarest clause the open sentence meets, ascending: those that `candidates` asks
/// more of.
void called_up(SentenceText& text, Category category, std::vector<std::uint32_t>& out);

/// True if the sentence meets every clause of the phrase.
bool meets_all(SentenceText& text, const CompiledPhrase& phrase);

}  // namespace concord::extract
