#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace concord {

/// A stable 64-bit hash of bytes (FNV-1a, Fowler/Noll/Vo), the same on every machine; `seed`
/// chains.
constexpr std::uint64_t kHashSeed = 14695981039346656037ULL;
constexpr std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = kHashSeed) {
  for (const char c : bytes) {
    seed ^= static_cast<unsigned char>(c);
    seed *= 1099511628211ULL;
  }
  return seed;
}

/// A stable 64-bit hash for long texts, eight bytes at a time.  Finds changes and damage; whoever
/// wants two texts with the same hash can make them.  REQUIRES: a little-endian machine.
inline std::uint64_t quick_hash(std::string_view bytes) {
  constexpr std::uint64_t kFactor = 0x9e3779b97f4a7c15ULL;
  std::uint64_t hash = kHashSeed ^ bytes.size();
  for (; bytes.size() >= sizeof hash; bytes.remove_prefix(sizeof hash)) {
    std::uint64_t next = 0;
    std::memcpy(&next, bytes.data(), sizeof next);
    hash = (hash ^ next) * kFactor;
    hash ^= hash >> 29U;
  }
  return stable_hash(bytes, hash);
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
