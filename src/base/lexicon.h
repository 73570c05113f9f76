#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "base/fold.h"
#include "base/table.h"

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
    const bool sure = key.size <= FoldedKey::kWhole && lookup().find(key, found);
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
  class Lookup {
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
  Lookup lookup() const {
    Lookup lookup;
    lookup.slots_ = slots_.data();
    lookup.keys_ = keys_.data();
    lookup.mask_ = mask_;
    return lookup;
  }

  /// The folded spelling of a word number, good until the next add.  REQUIRES: 0 < id <= size().
  std::string_view spelling(WordId id) const {
    return {letters_.data() + ends_[id - 1], ends_[id] - ends_[id - 1]};
  }

  /// Number of words held; the largest WordId.
  std::size_t size() const { return ends_.size() - 1; }

  /// How a PlainWriter and a PlainReader go through it; one that was read can be added to.
  template <class Bytes, class Self>
  requires std::is_same_v<std::remove_const_t<Self>, Lexicon>
  friend void fields(Bytes& bytes, Self& it) {
    bytes(it.slots_, it.mask_, it.keys_, it.letters_, it.ends_);
  }

 private:
  WordId find_slowly(const FoldedKey& key, std::string_view word) const;
  void place(WordId word);
  void grow();

  Table<Slot> slots_;          // open addressing, a power of two long, at most a quarter full
  std::size_t mask_ = 0;       // slots_.size() - 1
  Table<FoldedKey> keys_;      // by word number; the first is empty
  Table<char> letters_;        // of all spellings, word by word
  Table<std::uint32_t> ends_;  // by word number: where its letters end
};

}  // namespace concord
