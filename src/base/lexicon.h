#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concord {

/// Number of a word in a Lexicon; 0 is every word the lexicon does not hold.
using WordId = std::uint32_t;
constexpr WordId kUnknownWord = 0;

/// A closed vocabulary: only the words that rules, number words, cues and event nouns use.
/// Words are case-folded (ASCII letters to lower case; U+2019 to an apostrophe) before they are
/// added or looked up.  Lookup is one hash, one probe and one comparison of bytes, without allocation.
class Lexicon {
 public:
  Lexicon();

  /// Adds a word (folding it) and returns its number; the same word always has the same number.
  /// Numbers are dense: 1, 2, 3 ...  Empty words give kUnknownWord.
  WordId add(std::string_view word);

  /// The number of `word`, folded on the way; kUnknownWord when the lexicon does not hold it.
  WordId find(std::string_view word) const;

  /// As find, for a caller that already has the fold_hash of the word.
  WordId find_hashed(std::uint64_t hash, std::string_view word) const;

  /// The folded spelling of a word number.  REQUIRES: 0 < id <= size().
  std::string_view spelling(WordId id) const;

  /// Number of words held; the largest WordId.
  std::size_t size() const { return spellings_.size() - 1; }

 private:
  void grow();

  struct Slot {
    std::uint64_t hash = 0;
    WordId word = kUnknownWord;
  };
  std::vector<Slot> slots_;  // open addressing, a power of two long, at most half full
  std::vector<std::string> spellings_;
};

/// The case-folded hash of a word that Lexicon uses; equal for words that fold to the same bytes.
std::uint64_t fold_hash(std::string_view word);

/// The case-folded spelling: ASCII letters lowered, typographic apostrophe to '.
std::string fold(std::string_view word);

}  // namespace concord
