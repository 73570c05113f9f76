#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace concord {

/// The case-folded spelling: letters of ASCII and Latin-1 lowered, typographic apostrophes to ',
/// typographic hyphens to -, soft hyphens dropped.  Words of other letters are left as they are.
std::string fold(std::string_view word);

/// The folded bytes of a word in three numbers, so that two words of at most kWhole bytes are equal
/// exactly when their keys are.  The keys of longer words hold a digest of all their bytes.
struct FoldedKey {
  static constexpr std::size_t kWhole = 16;

  std::uint64_t low = 0;   // bytes 0 to 7, the first in the lowest bits, zeros after the end
  std::uint64_t high = 0;  // bytes 8 to 15
  std::uint32_t size = 0;  // folded bytes

  friend bool operator==(const FoldedKey&, const FoldedKey&) = default;
};

/// The key of any word, folded on the way.
FoldedKey folded_key(std::string_view word);

/// A 64-bit hash of a key, the same on every machine.
inline std::uint64_t hash_of(const FoldedKey& key) {
  __extension__ using Wide = unsigned __int128;
  // Odd constants without pattern, from the fractions of pi; 0 never meets them in words.
  constexpr std::uint64_t kFirst = 0x243f6a8885a308d3ULL;
  constexpr std::uint64_t kSecond = 0x13198a2e03707345ULL;
  const Wide product = static_cast<Wide>(key.low ^ kFirst ^ key.size) * (key.high ^ kSecond);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// The case-folded hash of a word; equal for words that fold to the same bytes.
inline std::uint64_t fold_hash(std::string_view word) {
  return hash_of(folded_key(word));
}

namespace fold_detail {

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

/// Eight bytes as a number whose lowest bits are the first byte.
inline std::uint64_t load(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  if constexpr (std::endian::native == std::endian::big) {
    value = __builtin_bswap64(value);
  }
  return value;
}

/// Lowers A-Z in each of eight bytes.  REQUIRES: all bytes are ASCII.
constexpr std::uint64_t lowered(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  const std::uint64_t from_a = bytes + (0x80 - 'A') * kOnes;
  const std::uint64_t after_z = bytes + (0x80 - 'Z' - 1) * kOnes;
  return bytes | (((from_a & ~after_z) & kHighBits) >> 2U);
}

/// 16 bytes of ones, then 16 of zeros: read at kOnes + 16 - n it keeps the first n of 16 bytes.
struct ByteMasks {
  char bytes[32] = {};
  constexpr ByteMasks() {
    for (int i = 0; i < 16; ++i) {
      bytes[i] = static_cast<char>(0xFF);
    }
  }
};
inline constexpr ByteMasks kByteMasks;

}  // namespace fold_detail

/// Sets the key of a word of `size` bytes; false, and nothing useful in `key`, where only
/// folded_key does: a word of more than kWhole bytes or beyond ASCII.  REQUIRES: 16 bytes can be
/// read at `word`.
inline bool fold_short(const char* word, std::size_t size, FoldedKey& key) {
  using namespace fold_detail;
  if (size > FoldedKey::kWhole) [[unlikely]] {
    return false;
  }
  const char* const mask = kByteMasks.bytes + FoldedKey::kWhole - size;
#if defined(__SSE2__)
  const auto read = [](const char* bytes) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  };
  const __m128i bytes = _mm_and_si128(read(word), read(mask));
  const __m128i capital = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)),
                                        _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1)));
  const __m128i lower = _mm_or_si128(bytes, _mm_and_si128(capital, _mm_set1_epi8(0x20)));
  key = {static_cast<std::uint64_t>(_mm_cvtsi128_si64(lower)),
         static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(lower, lower))),
         static_cast<std::uint32_t>(size)};
  return _mm_movemask_epi8(bytes) == 0;
#else
  const std::uint64_t low = load(word) & load(mask);
  const std::uint64_t high = load(word + 8) & load(mask + 8);
  key = {lowered(low), lowered(high), static_cast<std::uint32_t>(size)};
  return ((low | high) & kHighBits) == 0;
#endif
}

}  // namespace concord
