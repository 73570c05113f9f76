#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "base/lexicon.h"
#include "base/table.h"
#include "model/tokens.h"

namespace concord::normalize {

/// Fixed phrases of several words, each with a number that its owner gives a meaning.  Phrases are
/// written with blanks between tokens: "more than", "km / h", "per cent".
class PhraseTable {
 public:
  enum class Keyed : std::uint8_t { by_first_word, by_last_word };

  explicit PhraseTable(Keyed keyed) : keyed_(keyed) {}

  /// REQUIRES: the words of `phrase` are in the lexicon.
  void add(const Lexicon& lexicon, std::string_view phrase, std::uint16_t payload);

  /// Orders the phrases for lookup; call once, after the last add.
  void seal();

  struct Hit {
    std::uint32_t length = 0;  // in tokens; 0 is no hit
    std::uint16_t payload = 0;
    explicit operator bool() const { return length != 0; }
  };

  /// The longest phrase that begins at tokens[0].
  Hit starting(std::span<const Token> tokens) const {
    return !tokens.empty() && knows(tokens.front().word) ? longest_starting(tokens) : Hit{};
  }

  /// The longest phrase that ends with the last of `tokens`.
  Hit ending(std::span<const Token> tokens) const {
    return !tokens.empty() && knows(tokens.back().word) ? longest_ending(tokens) : Hit{};
  }

  /// How a PlainWriter and a PlainReader go through it.
  template <class Bytes, class Self>
  requires std::is_same_v<std::remove_const_t<Self>, PhraseTable>
  friend void fields(Bytes& bytes, Self& it) { bytes(it.words_, it.phrases_, it.first_); }

  /// True if some phrase is keyed by this word.
  bool knows(WordId word) const {
    return word + 1 < first_.size() && first_[word] != first_[word + 1];
  }

 private:
  Hit longest_starting(std::span<const Token> tokens) const;
  Hit longest_ending(std::span<const Token> tokens) const;

  struct Phrase {
    std::uint32_t begin = 0;  // in words_
    std::uint16_t size = 0;
    std::uint16_t payload = 0;
    WordId beside = kUnknownWord;  // the word next to the key; most phrases fall by it
  };
  std::span<const WordId> words_of(const Phrase& phrase) const {
    return {words_.data() + phrase.begin, phrase.size};
  }

  Keyed keyed_;
  Table<WordId> words_;         // phrase by phrase
  Table<Phrase> phrases_;       // by key word, longest first
  Table<std::uint32_t> first_;  // by WordId to the largest key: where its phrases begin; one more
};

/// Adds the words of a phrase written with blanks.
void add_phrase_words(Lexicon& lexicon, std::string_view phrase);

/// Calls `use` with each part of `list` between `separator`s.
template <class Use>
void for_each_part(std::string_view list, char separator, Use use) {
  while (!list.empty()) {
    const auto end = list.find(separator);
    if (end != 0) {
      use(list.substr(0, end));
    }
    if (end == std::string_view::npos) {
      return;
    }
    list.remove_prefix(end + 1);
  }
}

}  // namespace concord::normalize
