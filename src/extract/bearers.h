#pragma once

#include <cstdint>

#include "extract/names.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// Ends of a name at `begin` that can bear a fact, for the slot type `name`: who was sentenced,
/// which company, which party.  None where the name only tells where somebody is from ("a Velmar
/// man", "the New York-based firm"), where it ends in a place of law or a charge ("Adams County
/// Jail", "Second Degree"), or where a headline's capital is all there is to it ("Man jailed").
Ends bearer_ends(const SentenceText& text, std::uint32_t begin);

/// Past "LINDAL, July 22 (Meridian) - ", a wire's dateline; the sentence's begin without one.
std::uint32_t past_dateline(const SentenceText& text);

}  // namespace concord::extract
