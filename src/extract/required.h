#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/lexicon.h"
#include "extract/form_words.h"
#include "extract/frequency.h"
#include "extract/program.h"
#include "model/phrase.h"
#include "model/value.h"

namespace concord::extract {

/// What a match must contain: every clause must be met by one of its words.  A sentence that misses
/// a clause cannot hold a match (RULES.md section 6, "Required literals").
using Clauses = std::vector<std::vector<WordId>>;

/// A clause with how many of a million words of news are one of its words: the less, the better it
/// tells sentences apart.
struct WeighedClause {
  std::uint64_t weight = 0;
  std::vector<WordId> words;
};

class RequiredWords {
 public:
  RequiredWords(const RuleSet& rules, Lexicon& lexicon, FormWords& forms);

  /// Rarest clause first; empty when some match may do without any word of the rules.
  /// `value_type` is what untyped slots take.
  std::vector<WeighedClause> of(const PhraseNode& node, std::string_view value_type);

  /// As WordFrequency::per_million.
  std::uint32_t frequency(WordId word);

 private:
  using Best = std::optional<std::vector<WordId>>;

  Clauses unsorted(const PhraseNode& node, std::string_view value_type);
  Clauses of_word(const PhraseNode& node);
  Best best(const PhraseNode& node, std::string_view value_type);
  Best of_list(std::string_view name);
  std::uint64_t weight(const std::vector<WordId>& clause);

  const RuleSet& rules_;
  Lexicon& lexicon_;
  FormWords& forms_;
  WordFrequency frequency_;
  std::vector<std::optional<std::uint32_t>> per_million_;  // by word, once asked for
  std::vector<std::optional<Best>> lists_;                 // by list, once asked for
};

/// The classes of values that every match must hold one of, set by set.  Times do not count: any
/// sentence may hold one.
std::vector<ValueClasses> required_values(const PhraseNode& node, std::string_view value_type,
                                          std::string_view unit);

/// As WeighedClause::weight: how many of a million words are a value of such a class.
std::uint64_t weight_of(ValueClasses classes);

}  // namespace concord::extract
