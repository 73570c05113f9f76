#include "extract/form_words.h"

#include <algorithm>
#include <string>

#include "extract/phrase_code.h"

namespace concord::extract {

void FormWords::begin_phrase() {
  known_.clear();
  words_.clear();
  next_ = 0;
}

std::span<const WordId> FormWords::add(const PhraseNode& node) {
  const std::size_t begin = words_.size();
  known_.push_back({&node, begin});
  for (const std::string& form : node.forms) {
    if (is_plain_word(form)) {
      words_.push_back(lexicon_.add(form));
      continue;
    }
    const std::vector<std::string> tokens = tokens_of(form);
    words_.push_back(tokens.size() == 1 ? lexicon_.add(tokens.front()) : kUnknownWord);
  }
  return std::span(words_).subspan(begin);
}

std::span<const WordId> FormWords::of(const PhraseNode& node) {
  constexpr std::size_t kMostTried = 64;
  const std::size_t tries = std::min(known_.size(), kMostTried);
  for (std::size_t i = 0; i < tries; ++i, ++next_) {
    next_ = next_ < known_.size() ? next_ : 0;
    if (known_[next_].node == &node) {
      return std::span(words_).subspan(known_[next_++].begin, node.forms.size());
    }
  }
  return add(node);
}

}  // namespace concord::extract
