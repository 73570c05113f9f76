#include "base/lexicon.h"

namespace concord {
namespace {

constexpr std::size_t kFirstSlots = 256;
constexpr std::size_t kSlotsPerWord =
    8;  // so sparse that nearly every lookup ends at its first slot

}  // namespace

Lexicon::Lexicon()
    : slots_(std::vector<Slot>(kFirstSlots)),
      mask_(kFirstSlots - 1),
      keys_(std::vector<FoldedKey>(1)),
      ends_(std::vector<std::uint32_t>(1)) {}

WordId Lexicon::add(std::string_view word) {
  if (const WordId known = find(word); known != kUnknownWord) {
    return known;  // without folding into a string: rules add the same words again and again
  }
  const std::string folded = fold(word);
  if (folded.empty()) {
    return kUnknownWord;
  }
  const FoldedKey key = folded_key(folded);
  const auto number = static_cast<WordId>(ends_.size());
  slots_.make_own();
  keys_.make_own();
  letters_.make_own();
  ends_.make_own();
  letters_.append(folded);
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  keys_.push_back(key);
  if (kSlotsPerWord * ends_.size() > slots_.size()) {
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
    if (keys_[candidate] == key && spelling(candidate) == folded) {
      return candidate;
    }
  }
  return kUnknownWord;
}

void Lexicon::place(WordId word) {
  std::size_t at = hash_of(keys_[word]) & mask_;
  while (slots_[at].word != kUnknownWord) {
    slots_.own(at).passed = 1;
    at = (at + 1) & mask_;
  }
  slots_.own(at).word = word & 0x7FFFFFFFU;
}

void Lexicon::grow() {
  slots_.take(std::vector<Slot>(2 * slots_.size()));
  mask_ = slots_.size() - 1;
  for (WordId word = 1; word < ends_.size(); ++word) {
    place(word);
  }
}

}  // namespace concord
