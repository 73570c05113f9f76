#pragma once

#include <cstdint>
#include <string>

#include "extract/sentence_text.h"

namespace concord::extract {

/// The name that opens the clause of the figure at token `figure`: "Norvik" in "Norvik, based in
/// Oslo, will cut 900 jobs" and in "The union said Norvik would cut 900 jobs".  Empty when no
/// clause before the figure opens with a name.
///
/// A sentence's first word has its capital from there, so a single word counts as a name only where
/// no rule knows it as a word ("Workers will ..."), or where 's follows.
std::string subject_before(const SentenceText& text, std::uint32_t figure);

}  // namespace concord::extract
