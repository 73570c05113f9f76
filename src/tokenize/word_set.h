#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/fold.h"

namespace concord::tokenize {

/// The key of a folded word.  REQUIRES: at most FoldedKey::kWhole bytes.
constexpr FoldedKey key_of(std::string_view folded) {
  constexpr std::size_t kHalf = 8;
  FoldedKey key;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto byte = std::uint64_t{static_cast<unsigned char>(folded[i])} << (8 * (i % kHalf));
    (i < kHalf ? key.low : key.high) |= byte;
  }
  key.size = static_cast<std::uint32_t>(folded.size());
  return key;
}

/// A fixed set of folded words, none longer than a key holds whole: found by a probe or two.
template <std::size_t size>
class WordSet {
 public:
  constexpr explicit WordSet(const std::string_view (&words)[size]) {
    for (const std::string_view word : words) {
      const FoldedKey key = key_of(word);
      keys_[place_of(key)] = key;
    }
  }

  constexpr bool holds(const FoldedKey& key) const { return keys_[place_of(key)].size != 0; }

 private:
  static constexpr std::size_t kPlaces = std::bit_ceil(2 * size);

  /// Where the key is, or the free place where it would be.
  constexpr std::size_t place_of(const FoldedKey& key) const {
    constexpr unsigned kShift = 64 - std::bit_width(kPlaces - 1);
    std::size_t place = ((key.low ^ key.high) * 0x9E3779B97F4A7C15ULL) >> kShift;
    while (keys_[place].size != 0 && !(keys_[place] == key)) {
      place = (place + 1) % kPlaces;
    }
    return place;
  }

  std::array<FoldedKey, kPlaces> keys_{};
};

}  // namespace concord::tokenize
