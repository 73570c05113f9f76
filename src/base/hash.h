#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace concord {

/// A stable 64-bit hash of bytes (FNV-1a, Fowler/Noll/Vo), the same on every machine; `seed` chains.
constexpr std::uint64_t kHashSeed = 14695981039346656037ULL;
constexpr std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = kHashSeed) {
  for (const char c : bytes) {
    seed ^= static_cast<unsigned char>(c);
    seed *= 1099511628211ULL;
  }
  return seed;
}

/// Twelve lower-case hexadecimal digits of a hash, for ids that people copy.
inline std::string short_hex(std::uint64_t hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 16; shift -= 4) {
    text += kDigits[(hash >> shift) & 15U];
  }
  return text;
}

}  // namespace concord
