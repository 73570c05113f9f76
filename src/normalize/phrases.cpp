#include "normalize/phrases.h"

#include <algorithm>

namespace concord::normalize {

void add_phrase_words(Lexicon& lexicon, std::string_view phrase) {
  for_each_part(phrase, ' ', [&](std::string_view word) { lexicon.add(word); });
}

void PhraseTable::add(const Lexicon& lexicon, std::string_view phrase, std::uint16_t payload) {
  Phrase added{.words = {}, .payload = payload};
  for_each_part(phrase, ' ',
                [&](std::string_view word) { added.words.push_back(lexicon.find(word)); });
  phrases_.push_back(std::move(added));
}

void PhraseTable::seal(const Lexicon& lexicon) {
  const auto key = [this](const Phrase& phrase) {
    return keyed_ == Keyed::by_first_word ? phrase.words.front() : phrase.words.back();
  };
  std::ranges::stable_sort(phrases_, [&](const Phrase& left, const Phrase& right) {
    return key(left) != key(right) ? key(left) < key(right)
                                   : left.words.size() > right.words.size();
  });
  first_.assign(lexicon.size() + 2, 0);
  for (const Phrase& phrase : phrases_) {
    ++first_[key(phrase) + 1];
  }
  for (std::size_t word = 1; word < first_.size(); ++word) {
    first_[word] += first_[word - 1];
  }
}

PhraseTable::Hit PhraseTable::longest_starting(std::span<const Token> tokens) const {
  const WordId key = tokens.front().word;
  for (std::uint32_t i = first_[key]; i < first_[key + 1]; ++i) {
    const std::vector<WordId>& words = phrases_[i].words;
    if (words.size() <= tokens.size() &&
        std::ranges::equal(words, tokens.first(words.size()), {}, {}, &Token::word)) {
      return {static_cast<std::uint32_t>(words.size()), phrases_[i].payload};
    }
  }
  return {};
}

PhraseTable::Hit PhraseTable::longest_ending(std::span<const Token> tokens) const {
  const WordId key = tokens.back().word;
  for (std::uint32_t i = first_[key]; i < first_[key + 1]; ++i) {
    const std::vector<WordId>& words = phrases_[i].words;
    if (words.size() <= tokens.size() &&
        std::ranges::equal(words, tokens.last(words.size()), {}, {}, &Token::word)) {
      return {static_cast<std::uint32_t>(words.size()), phrases_[i].payload};
    }
  }
  return {};
}

}  // namespace concord::normalize
