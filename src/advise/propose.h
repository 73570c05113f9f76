#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/finding.h"

namespace concord::advise {

/// What a draft might say instead of a figure of its own.
struct Proposal {
  std::string text;              // in the manner of the draft's own words
  std::set<std::string> voices;  // who says so, independent of one another
  bool fits = false;             // it may stand in place of the draft's words as it is
  std::vector<FactId> support;   // the facts of others that give it
};

/// The figure of `facts` that most says, put as the draft puts `own`: digits or words, "at least"
/// kept where it stays true.  Only who gives this very figure counts as a voice; copies of a text,
/// carriers of one authority and the draft itself are no voices of their own.  `label`: what to say
/// of values that are no figures, or that cannot be put in the draft's manner; then it does not
/// fit.
Proposal propose(const Findings& findings, FactId own, const std::vector<FactId>& facts,
                 const std::string& label);

/// "14" put as `written`, which says `old`: "twelve people" -> "14 people", "at least 1,130" ->
/// "at least 1,137".  `floor`: at least so many.  Nothing where the manner is not understood, or
/// the words would begin a sentence with digits.
std::optional<std::string> in_manner_of(std::string_view written, const Decimal& old,
                                        const Decimal& figure, bool floor);

}  // namespace concord::advise
