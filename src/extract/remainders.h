#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/found.h"
#include "model/fact.h"
#include "model/rule.h"

namespace concord::extract {

/// Figures that count more than their fact: of six people shot, two died, so that four are injured.
/// A find group says so with `less: deaths`.
class Remainders {
 public:
  explicit Remainders(const RuleSet& rules) : rules_(rules) {}

  /// Notes a fact of such a group, which is about to become facts[at].
  void note(const Found& found, std::size_t at);

  /// Takes from each fact noted the other fact's figure for the same event: that of its own
  /// sentence, else the greatest in the document.  What is worked out is marked derived; where
  /// nothing remains the fact is dropped; without such a figure, or with one that is greater, the
  /// fact stands as written.  The document's facts stand in `facts` from `first` on.
  void complete(std::vector<Fact>& facts, std::size_t first) const;

 private:
  struct Noted {
    std::size_t at = 0;
    RuleId less;
  };

  const RuleSet& rules_;
  std::vector<Noted> noted_;
};

}  // namespace concord::extract
