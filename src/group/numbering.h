#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace concord::group {

/// Gives hashes numbers from 0 on, in order of their first coming.
class Numbering {
 public:
  /// With room for `about` so many hashes; it grows as more come.
  explicit Numbering(std::size_t about = 0)
      : bits_(std::max(kFewestBits, static_cast<unsigned>(std::bit_width(2 * about)))),
        slots_(std::size_t{1} << bits_) {}

  std::uint32_t number(std::uint64_t hash) {
    if (2 * (std::size_t{size_} + 1) > slots_.size()) {
      grow();
    }
    Slot& slot = slot_of(hash);
    if (slot.number == 0) {
      slot = {hash, ++size_};
    }
    return slot.number - 1;
  }

  /// Has the place where a hash will be looked up brought near.
  void fetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[first_of(hash)]); }

  std::uint32_t size() const { return size_; }

 private:
  static constexpr unsigned kFewestBits = 10;

  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  // 1 + the hash's number; 0 = free
  };

  /// By the upper bits of a product: hashes may have been chosen by their lower ones.
  std::size_t first_of(std::uint64_t hash) const {
    return static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15ULL) >> (64 - bits_));
  }

  Slot& slot_of(std::uint64_t hash) {
    std::size_t at = first_of(hash);
    while (slots_[at].number != 0 && slots_[at].hash != hash) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }

  void grow() {
    ++bits_;
    std::vector<Slot> before(2 * slots_.size());
    before.swap(slots_);
    for (const Slot& slot : before) {
      if (slot.number != 0) {
        slot_of(slot.hash) = slot;
      }
    }
  }

  unsigned bits_;
  std::vector<Slot> slots_;  // a power of two, at most half of them taken
  std::uint32_t size_ = 0;
};

}  // namespace concord::group
