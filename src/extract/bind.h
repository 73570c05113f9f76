#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/match.h"
#include "extract/program.h"
#include "extract/sentence_text.h"
#include "model/fact.h"

namespace concord::extract {

/// A match read as a statement of a fact, before conflicts are settled.
struct Candidate {
  std::uint32_t match = 0;  // index into the sentence's matches
  std::uint32_t rule = 0;
  std::uint32_t hits = 0;  // slot hits that make the value
  SlotHit slots[kMaxSlots];
  std::uint32_t negative = 0;  // bit i: slots[i] is taken away
  std::int64_t added = 0;      // the whole numbers of the sum: `n + 1`
  const std::string* kind = nullptr;
  const std::string* constant = nullptr;  // value fixed by the find group
  bool keyless = false;               // the fact has an open key, and the phrase does not say it
  std::uint32_t excluded_by = kNone;  // phrase of the unless line
};

/// Reads a match of a find phrase: the fact it states, one more for each further figure that
/// `value: n, more` lists, and for each slot named as a kind.
/// Nothing where a slot of a sum is missing, or where the number is a part ("including three
/// children") and the phrase does not say so itself.
void read_match(SentenceText& text, const std::vector<Match>& matches, std::uint32_t match,
                std::vector<Candidate>& out);

/// The fact a candidate states: value, kind, key, spans; without mode, attribution and event.
/// Nothing when its arithmetic has no result.
std::optional<Fact> bind(SentenceText& text, const Candidate& candidate, const Match& match);

}  // namespace concord::extract
