#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "extract/frequency.h"
#include "extract/program.h"
#include "model/phrase.h"

namespace concord::extract {

/// What a match must contain: every clause must be met by one of its words.  A sentence that misses
/// a clause cannot hold a match (RULES.md section 6, "Required literals").
using Clauses = std::vector<std::vector<WordId>>;

class RequiredWords {
 public:
  RequiredWords(const RuleSet& rules, Lexicon& lexicon);

  /// Rarest clause first; empty when some match may do without any word of the rules.
  /// `value_type` is what untyped slots take.
  Clauses of(const PhraseNode& node, std::string_view value_type);

 private:
  using Best = std::optional<std::vector<WordId>>;

  Clauses unsorted(const PhraseNode& node, std::string_view value_type);
  Clauses of_words(const std::vector<std::string>& forms);
  Best best(const PhraseNode& node, std::string_view value_type);
  Best of_list(std::string_view name);
  std::uint64_t weight(const std::vector<WordId>& clause);
  std::uint32_t frequency(WordId word);

  const RuleSet& rules_;
  Lexicon& lexicon_;
  WordFrequency frequency_;
  std::vector<std::optional<std::uint32_t>> per_million_;  // by word, once asked for
  std::vector<std::optional<Best>> lists_;                 // by list, once asked for
};

}  // namespace concord::extract
