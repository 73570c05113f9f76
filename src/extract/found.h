#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/match.h"
#include "model/fact.h"

namespace concord::extract {

/// A fact of the open sentence with its place in tokens, while its circumstances are worked out.
struct Found {
  Fact fact;
  TokenRange extent;
  TokenRange filler;
  const std::string* less = nullptr;  // the fact whose figure is still to be taken away
  bool mode_is_set = false;           // by the rule: what the phrase says of itself no cue changes
  const std::string* becomes = nullptr;  // the fact that a context hands it to, or "nothing"
};

/// Tallies which phrases matched; a null target tallies nothing.
class Tally {
 public:
  Tally(const Program& program, std::vector<PhraseUse>* uses) : program_(program), uses_(uses) {}

  void add(std::uint32_t phrase) {
    if (uses_ == nullptr) {
      return;
    }
    const RulePosition where = program_.phrases[phrase].where;
    for (PhraseUse& use : *uses_) {
      if (use.phrase == where) {
        ++use.matches;
        return;
      }
    }
    uses_->push_back({where, 1});
  }

 private:
  const Program& program_;
  std::vector<PhraseUse>* uses_;
};

}  // namespace concord::extract
