#include "base/lexicon.h"

namespace concord {
namespace {

constexpr std::size_t kFirstSlots = 256;
constexpr std::size_t kSlotsPerWord =
    8;  // so sparse that nearly every lookup ends at its first slot

}  // namespace

Lexicon::Lexicon() : slots_(kFirstSlots), mask_(kFirstSlots - 1), keys_(1), spellings_(1) {}

WordId Lexicon::add(std::string_view word) {
  if (const WordId known = find(word); known != kUnknownWord) {
    return known;  // without folding into a string: rules add the same words again and again
  }
  std::string folded = fold(word);
  if (folded.empty()) {
    return kUnknownWord;
  }
  const FoldedKey key = folded_key(folded);
  const auto number = static_cast<WordId>(spellings_.size());
  spellings_.push_back(std::move(folded));
  keys_.push_back(key);
  if (kSlotsPerWord * spellings_.size() > slots_.size()) {
    grow();
  } else {
    place(number);
  }
  return number;
}

WordId Lexicon::find_slowly(const FoldedKey& key, std::string_view word) const {
  const std::string folded = fold(word);
  for (std::size_t at = hash_of(key) & mask_; slots_[at].word != kUnknownWord;
       at = (at + 1) & mask_) {
    const WordId candidate = slots_[at].word;
    if (keys_[candidate] == key && spellings_[candidate] == folded) {
      return candidate;
    }
  }
  return kUnknownWord;
}

void Lexicon::place(WordId word) {
  std::size_t at = hash_of(keys_[word]) & mask_;
  while (slots_[at].word != kUnknownWord) {
    slots_[at].passed = 1;
    at = (at + 1) & mask_;
  }
  slots_[at].word = word & 0x7FFFFFFFU;
}

void Lexicon::grow() {
  slots_.assign(2 * slots_.size(), Slot());
  mask_ = slots_.size() - 1;
  for (WordId word = 1; word < spellings_.size(); ++word) {
    place(word);
  }
}

}  // namespace concord
