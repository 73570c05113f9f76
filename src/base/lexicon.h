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
    WordId found = kUnknownWord;
    const bool sure = key.size <= FoldedKey::kWhole && table().find(key, found);
    return sure ? found : find_slowly(key, word);
  }

 private:
  /// An entry that finds its place taken goes to the next; the places it went by are `passed`.
  struct Slot {
    WordId word : 31 = kUnknownWord;
    WordId passed : 1 = 0;
  };

 public:
  /// The lookup of words of at most FoldedKey::kWhole bytes, without its slow way, for loops over
  /// many words.  Good until the next add.
  class Table {
   public:
    /// False where only find_key can tell.
    bool find(const FoldedKey& key, WordId& found) const {
      // Whether a word is known is unpredictable, so the common case has no branch on it.
      const Slot slot = slots_[hash_of(key) & mask_];
      const FoldedKey& held = keys_[slot.word];
      const bool same =
          ((held.low ^ key.low) | (held.high ^ key.high) | (held.size ^ key.size)) == 0;
      found = same ? slot.word : kUnknownWord;
      return (slot.passed & WordId{!same}) == 0;
    }

   private:
    friend class Lexicon;
    const Slot* slots_ = nullptr;
    const FoldedKey* keys_ = nullptr;
    std::size_t mask_ = 0;
  };
  Table table() const {
    Table table;
    table.slots_ = slots_.data();
    table.keys_ = keys_.data();
    table.mask_ = mask_;
    return table;
  }

  /// The folded spelling of a word number.  REQUIRES: 0 < id <= size().
  std::string_view spelling(WordId id) const { return spellings_[id]; }

  /// Number of words held; the largest WordId.
  std::size_t size() const { return spellings_.size() - 1; }

 private:
  WordId find_slowly(const FoldedKey& key, std::string_view word) const;
  void place(WordId word);
  void grow();

  std::vector<Slot> slots_;      // open addressing, a power of two long, at most a quarter full
  std::size_t mask_ = 0;         // slots_.size() - 1
  std::vector<FoldedKey> keys_;  // by word number; the first is empty
  std::vector<std::string> spellings_;  // by word number
};

}  // namespace concord
