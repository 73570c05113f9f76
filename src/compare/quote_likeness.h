#pragma once

#include "compare/quote_words.h"

namespace concord::compare {

/// How two wordings relate: two passages, one passage in other words, one but for small words
/// ("the", "that", "just"), one of which each prints a part, one and the same.
enum class Likeness { different, reworded, retouched, part, equal };
Likeness likeness(const Wording& a, const Wording& b);

/// The passage that both print, as each has it, to the ends of its sentences: what only one of them
/// goes on to quote before or after those is left out.
struct Passage {
  Wording first;
  Wording second;
};
Passage common_passage(const Wording& first, const Wording& second);

}  // namespace concord::compare
