#include "normalize/phrases.h"

#include <algorithm>
#include <vector>

namespace concord::normalize {

void add_phrase_words(Lexicon& lexicon, std::string_view phrase) {
  for_each_part(phrase, ' ', [&](std::string_view word) { lexicon.add(word); });
}

void PhraseTable::add(const Lexicon& lexicon, std::string_view phrase, std::uint16_t payload) {
  Phrase added{.begin = static_cast<std::uint32_t>(words_.size()), .size = 0, .payload = payload};
  for_each_part(phrase, ' ', [&](std::string_view word) {
    words_.push_back(lexicon.find(word));
    ++added.size;
  });
  phrases_.push_back(added);
}

void PhraseTable::seal() {
  const auto key = [this](const Phrase& phrase) {
    const std::span<const WordId> words = words_of(phrase);
    return keyed_ == Keyed::by_first_word ? words.front() : words.back();
  };
  std::vector<Phrase> phrases(phrases_.begin(), phrases_.end());
  for (Phrase& phrase : phrases) {
    const std::span<const WordId> words = words_of(phrase);
    if (words.size() > 1) {
      phrase.beside = keyed_ == Keyed::by_first_word ? words[1] : words[words.size() - 2];
    }
  }
  std::ranges::stable_sort(phrases, [&](const Phrase& left, const Phrase& right) {
    return key(left) != key(right) ? key(left) < key(right) : left.size > right.size;
  });
  std::vector<std::uint32_t> first(phrases.empty() ? 0 : key(phrases.back()) + 2);
  for (const Phrase& phrase : phrases) {
    ++first[key(phrase) + 1];
  }
  for (std::size_t word = 1; word < first.size(); ++word) {
    first[word] += first[word - 1];
  }
  phrases_.take(std::move(phrases));
  first_.take(std::move(first));
}

PhraseTable::Hit PhraseTable::longest_starting(std::span<const Token> tokens) const {
  const WordId key = tokens.front().word;
  const WordId next = tokens.size() > 1 ? tokens[1].word : kUnknownWord;
  for (std::uint32_t i = first_[key]; i < first_[key + 1]; ++i) {
    const Phrase& phrase = phrases_[i];
    if (phrase.size > 1 && phrase.beside != next) {
      continue;
    }
    const std::span<const WordId> words = words_of(phrase);
    if (words.size() <= tokens.size() &&
        std::ranges::equal(words, tokens.first(words.size()), {}, {}, &Token::word)) {
      return {phrase.size, phrase.payload};
    }
  }
  return {};
}

PhraseTable::Hit PhraseTable::longest_ending(std::span<const Token> tokens) const {
  const WordId key = tokens.back().word;
  const WordId before = tokens.size() > 1 ? tokens[tokens.size() - 2].word : kUnknownWord;
  for (std::uint32_t i = first_[key]; i < first_[key + 1]; ++i) {
    const Phrase& phrase = phrases_[i];
    if (phrase.size > 1 && phrase.beside != before) {
      continue;
    }
    const std::span<const WordId> words = words_of(phrase);
    if (words.size() <= tokens.size() &&
        std::ranges::equal(words, tokens.last(words.size()), {}, {}, &Token::word)) {
      return {phrase.size, phrase.payload};
    }
  }
  return {};
}

}  // namespace concord::normalize
