#include "base/lexicon.h"

namespace concord {
namespace {

constexpr std::size_t kFirstSlots = 64;

}  // namespace

Lexicon::Lexicon() : slots_(kFirstSlots), mask_(kFirstSlots - 1), spellings_(1) {}

WordId Lexicon::add(std::string_view word) {
  std::string folded = fold(word);
  if (folded.empty()) {
    return kUnknownWord;
  }
  const FoldedKey key = folded_key(folded);
  if (const WordId known = find_key(key, folded); known != kUnknownWord) {
    return known;
  }
  if (2 * (spellings_.size() + 1) > slots_.size()) {
    grow();
  }
  const auto number = static_cast<WordId>(spellings_.size());
  spellings_.push_back(std::move(folded));
  place({key, number});
  return number;
}

WordId Lexicon::find_long(std::size_t at, const FoldedKey& key, std::string_view word) const {
  const std::string folded = fold(word);
  for (; slots_[at].word != kUnknownWord; at = (at + 1) & mask_) {
    if (slots_[at].key == key && spellings_[slots_[at].word] == folded) {
      return slots_[at].word;
    }
  }
  return kUnknownWord;
}

void Lexicon::place(const Slot& slot) {
  std::size_t at = hash_of(slot.key) & mask_;
  while (slots_[at].word != kUnknownWord) {
    at = (at + 1) & mask_;
  }
  slots_[at] = slot;
}

void Lexicon::grow() {
  const std::vector<Slot> before = std::move(slots_);
  slots_.assign(2 * before.size(), Slot());
  mask_ = slots_.size() - 1;
  for (const Slot& slot : before) {
    if (slot.word != kUnknownWord) {
      place(slot);
    }
  }
}

}  // namespace concord
