#pragma once

#include <string>
#include <vector>

#include "extract/found.h"
#include "extract/match.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// Sets the mode of the sentence's facts from the cues of context rules (ConText: Harkema et al.
/// 2009): a cue reaches right, left or both up to its number of words, to a stop word of its own
/// rule, to a relative clause or to the sentence's end.  Of several modes denied wins, then
/// corrected, projected, possible.  A mode that a find group set stays.  A context that says what a
/// figure `becomes` hands it to another fact: a war's dead are no attack's.
class Contexts {
 public:
  Contexts(SentenceText& text, PhraseMatcher& matcher, bool everything)
      : text_(text), matcher_(matcher), everything_(everything) {}

  void apply(std::vector<Found>& facts, Tally& tally);

 private:
  void find_cues();
  bool is_taken_for_granted(const Found& found) const;
  bool is_in_clause(const Match& cue, const Found& found) const;
  bool reaches(const Match& cue, const Found& found);
  const std::string* other_fact(std::uint32_t rule, const Found& found) const;
  void hand_over(std::vector<Found>& facts) const;
  bool is_cut(std::uint32_t rule, std::uint32_t from, std::uint32_t to);

  SentenceText& text_;
  PhraseMatcher& matcher_;
  bool everything_;
  std::vector<std::uint32_t> phrases_;
  std::vector<Match> cues_;
  std::vector<Match> not_cues_;
  std::vector<Match> stops_;
};

}  // namespace concord::extract
