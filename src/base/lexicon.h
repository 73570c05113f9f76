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
    // Whether a word is known is unpredictable, so the common case has no branch on it.
    const Slot slot = slots_[hash_of(key) & mask_];
    const FoldedKey& held = keys_[slot.word];
    const bool same = ((held.low ^ key.low) | (held.high ^ key.high) | (held.size ^ key.size)) == 0;
    if ((slot.passed && !same) || key.size > FoldedKey::kWhole) [[unlikely]] {
      return find_slowly(key, word);
    }
    return same ? slot.word : kUnknownWord;
  }

  /// The folded spelling of a word number.  REQUIRES: 0 < id <= size().
  std::string_view spelling(WordId id) const { return spellings_[id]; }

  /// Number of words held; the largest WordId.
  std::size_t size() const { return spellings_.size() - 1; }

 private:
  /// An entry that finds its place taken goes to the next; the places it went by are `passed`.
  struct Slot {
    WordId word : 31 = kUnknownWord;
    WordId passed : 1 = 0;
  };

  WordId find_slowly(const FoldedKey& key, std::string_view word) const;
  void place(WordId word);
  void grow();

  std::vector<Slot> slots_;      // open addressing, a power of two long, at most a quarter full
  std::size_t mask_ = 0;         // slots_.size() - 1
  std::vector<FoldedKey> keys_;  // by word number; the first is empty
  std::vector<std::string> spellings_;  // by word number
};

}  // namespace concord
