#pragma once

#include <string>
#include <vector>

#include "extract/found.h"
#include "extract/sentence_text.h"
#include "model/fact.h"
#include "model/rule.h"

namespace concord::extract {

/// Keys of several parts, "Norvik Q2 2025 EUR", and keys that carry on from earlier sentences.
/// A sentence that does not name the company or the period means those named last before it, or
/// first in the document when none was.  A key "it", "he", "she" or "they", which rules set where
/// the name is not given, is whom the pack's facts were last about.  Where a rule says so, a fact
/// that is left without a key takes the source of its sentence: "60,000 came, organizers said".
class CompositeKeys {
 public:
  explicit CompositeKeys(const RuleSet& rules) : rules_(rules) {}

  /// Notes the parts of the key that the sentence of `found` gives.  Called once for each fact, in
  /// the order in which the facts are handed to complete.
  void note(SentenceText& text, const Found& found);

  /// Writes the whole keys into the facts noted, which stand in `facts` from `first` on.
  void complete(std::vector<Fact>& facts, std::size_t first) const;

 private:
  struct Parts {
    std::string name;
    std::string period;
    bool year_before = false;  // of the year before that period
    bool wanted = false;
  };

  /// The parts noted, without the periods of forecasts: those name nobody else's.
  std::vector<Parts> without_forecasts(const std::vector<Fact>& facts, std::size_t first) const;
  static std::vector<Parts> only_with_years(std::vector<Parts> parts);

  const RuleSet& rules_;
  std::vector<Parts> parts_;
};

}  // namespace concord::extract
