#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "model/rule.h"

namespace concord::rules {

/// The words that any match of a phrase must hold, at their best: a set without one of the hundred
/// commonest words of English (rare), with one (common), or none at all.  Names, percentages and
/// sums of money anchor a phrase as rare words do.
enum class Anchor : std::uint8_t { none, common, rare };

/// Finds the anchors of phrases; lists are looked up once.
class Anchors {
 public:
  explicit Anchors(const std::vector<WordList>& lists);

  /// `value_type`: of slots without a type.
  Anchor of(const PhraseNode& node, std::string_view value_type);

 private:
  Anchor of_list(std::string_view name);
  Anchor of_alternatives(const PhraseNode& node, std::string_view value_type);

  std::map<std::string_view, const WordList*> lists_;
  std::map<std::string_view, Anchor> known_;
};

/// True for the hundred commonest words of English.
bool is_common_word(std::string_view folded);

/// A gap that can be the first or last thing of a match, or stand beside another gap.
struct LooseGap {
  RulePosition where;
  std::string_view fault;  // "first", "last", "beside another gap"
};
std::vector<LooseGap> loose_gaps(const PhraseNode& root);

}  // namespace concord::rules
