#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/fold.h"

namespace concord {

/// Number of a word in a Lexicon; 0 is every word the lexicon does not hold.
using WordId = std::uint32_t;
constexpr WordId kUnknownWord = 0;

/// A closed vocabulary: only the words that rules, number words, cues and event nouns use.
/// Words are folded (fold.h) before they are added or looked up.  Lookup is one hash, usually one
/// probe, and one comparison of the folded bytes, without allocation for ASCII words.
class Lexicon {
 public:
  Lexicon();

  /// Adds a word (folding it) and returns its number; the same word always has the same number.
  /// Numbers are dense: 1, 2, 3 ...  Empty words give kUnknownWord.
  WordId add(std::string_view word);

  /// The number of `word`, folded on the way; kUnknownWord when the lexicon does not hold it.
  WordId find(std::string_view word) const { return find_key(folded_key(word), word); }

  /// As find, for a caller that already has the folded_key of the word.
  WordId find_key(const FoldedKey& key, std::string_view word) const {
    for (std::size_t at = hash_of(key) & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.key == key) {
        return key.size <= FoldedKey::kWhole ? slot.word : find_long(at, key, word);
      }
      if (slot.word == kUnknownWord) {
        return kUnknownWord;
      }
    }
  }

  /// The folded spelling of a word number.  REQUIRES: 0 < id <= size().
  std::string_view spelling(WordId id) const { return spellings_[id]; }

  /// Number of words held; the largest WordId.
  std::size_t size() const { return spellings_.size() - 1; }

 private:
  struct Slot {
    FoldedKey key;
    WordId word = kUnknownWord;
  };

  WordId find_long(std::size_t at, const FoldedKey& key, std::string_view word) const;
  void place(const Slot& slot);
  void grow();

  std::vector<Slot> slots_;  // open addressing, a power of two long, at most half full
  std::size_t mask_ = 0;     // slots_.size() - 1
  std::vector<std::string> spellings_;
};

}  // namespace concord
