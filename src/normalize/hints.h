#pragma once

#include <vector>

#include "base/lexicon.h"
#include "model/value_hints.h"
#include "normalize/words.h"

namespace concord::normalize {

class Scan;
struct Vocabulary;

/// What a word may be in a value: bits of ValueClasses for what its presence allows, and these.
using WordHints = std::uint32_t;
/// Means something to the grammar, if only as a part of a phrase; other words neither begin a value
/// nor stand right after its first word.
constexpr WordHints kLively = 1U << 31U;
constexpr WordHints kBegins = 1U << 30U;  // may be the first word of a quantity or of its core
constexpr WordHints kEnds = 1U << 29U;    // may be the last word of a quantity
constexpr WordHints kTimely = 1U << 28U;  // may stand after the number of a time: not "percent"
constexpr WordHints kStarts = 1U << 27U;  // may be the first word of a value
/// Takes the figures before it, always, for its own: "miles", "percent", "years".
constexpr WordHints kTakes = 1U << 23U;
constexpr WordHints kMarks = kLively | kBegins | kEnds | kTimely | kStarts | kTakes;

/// By word.  REQUIRES: all tables of the vocabulary are filled.
std::vector<WordHints> hints_of_words(const Lexicon& lexicon, const Vocabulary& vocabulary);

/// What may be in the tokens, told from single words: never misses a value that reading would find.
void hint_values(const Scan& scan, ValueHints& out);

}  // namespace concord::normalize
