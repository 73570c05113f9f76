#pragma once

#include <span>
#include <string_view>

namespace concord::rules {

/// Irregular words of English, written for this project; sorted by `base`.
struct IrregularVerb {
  std::string_view base;
  std::string_view past;        // several forms with / between
  std::string_view participle;  // empty = as past
};
struct IrregularNoun {
  std::string_view singular;
  std::string_view plural;  // several forms with / between
};

std::span<const IrregularVerb> irregular_verbs();
std::span<const IrregularNoun> irregular_nouns();

/// Verbs whose last consonant is doubled before -ed and -ing although they have more than one
/// syllable (stress on the last: admit, occur; British spellings: travel); sorted.
std::span<const std::string_view> doubling_verbs();

}  // namespace concord::rules
