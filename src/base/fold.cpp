#include "base/fold.h"

namespace concord {
namespace {

using fold_detail::load;
using fold_detail::lowered;

struct Folding {
  std::string_view from;
  std::string_view to;
};

constexpr Folding kFoldings[] = {
    {"\u00AD", ""},   // soft hyphen
    {"\u2010", "-"},  // hyphen
    {"\u2011", "-"},  // no-break hyphen
    {"\u2018", "'"}, {"\u2019", "'"}, {"\u02BC", "'"},
};

const Folding* folding_at(std::string_view rest) {
  for (const Folding& folding : kFoldings) {
    if (rest.starts_with(folding.from)) {
      return &folding;
    }
  }
  return nullptr;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The lower-case second byte of a Latin-1 letter that UTF-8 begins with C3.
char lower_latin1(char c) {
  const auto byte = static_cast<unsigned char>(c);
  constexpr unsigned char kTimes = 0x97;
  const bool upper = byte >= 0x80 && byte <= 0x9E && byte != kTimes;
  return upper ? static_cast<char>(byte + 0x20) : c;
}

FoldedKey whole_key(std::string_view folded) {
  char bytes[FoldedKey::kWhole] = {};
  if (!folded.empty()) {
    std::memcpy(bytes, folded.data(), folded.size());
  }
  return {load(bytes), load(bytes + 8), static_cast<std::uint32_t>(folded.size())};
}

/// As whole_key, without a copy of unknown size: the last bytes are loaded once more, moved to
/// their place.  REQUIRES: at most 16 bytes.
FoldedKey short_key(std::string_view word) {
  if constexpr (std::endian::native != std::endian::little) {
    return whole_key(word);
  }
  const char* const bytes = word.data();
  const std::size_t size = word.size();
  const auto half = [](const char* at) {
    std::uint32_t value = 0;
    std::memcpy(&value, at, sizeof value);
    return std::uint64_t{value};
  };
  const auto byte = [&](std::size_t at) {
    return std::uint64_t{static_cast<unsigned char>(bytes[at])} << (8 * at);
  };
  FoldedKey key{0, 0, static_cast<std::uint32_t>(size)};
  if (size > 8) {
    key.low = load(bytes);
    key.high = load(bytes + size - 8) >> (8 * (16 - size));
  } else if (size == 8) {
    key.low = load(bytes);
  } else if (size >= 4) {
    key.low = half(bytes) | half(bytes + size - 4) << (8 * (size - 4));
  } else if (size > 0) {
    key.low = byte(0) | byte(size / 2) | byte(size - 1);
  }
  return key;
}

/// Chains blocks of 16 folded bytes, the last filled with zeros.
FoldedKey digest(std::string_view folded) {
  FoldedKey key{0, 0, static_cast<std::uint32_t>(folded.size())};
  for (std::size_t at = 0; at < folded.size(); at += FoldedKey::kWhole) {
    const FoldedKey block = whole_key(folded.substr(at, FoldedKey::kWhole));
    const std::uint64_t chained = hash_of({block.low ^ key.low, block.high ^ key.high, key.size});
    key.high = key.low + block.high;
    key.low = chained;
  }
  return key;
}

FoldedKey key_of_folded(std::string_view folded) {
  return folded.size() <= FoldedKey::kWhole ? whole_key(folded) : digest(folded);
}

}  // namespace

std::string fold(std::string_view word) {
  std::string folded(word);
  std::size_t at = 0;
  for (; at < word.size() && is_ascii(word[at]); ++at) {
    folded[at] = lower_ascii(word[at]);
  }
  folded.resize(at);
  while (at < word.size()) {
    const char c = word[at];
    if (is_ascii(c)) {
      folded += lower_ascii(c);
      ++at;
    } else if (c == '\xC3' && at + 1 < word.size()) {
      folded += c;
      folded += lower_latin1(word[at + 1]);
      at += 2;
    } else if (const Folding* folding = folding_at(word.substr(at))) {
      folded += folding->to;
      at += folding->from.size();
    } else {
      folded += c;
      ++at;
    }
  }
  return folded;
}

FoldedKey folded_key(std::string_view word) {
  if (word.size() > FoldedKey::kWhole) {
    return key_of_folded(fold(word));
  }
  FoldedKey key = short_key(word);
  if (((key.low | key.high) & fold_detail::kHighBits) != 0) {
    return key_of_folded(fold(word));
  }
  key.low = lowered(key.low);
  key.high = lowered(key.high);
  return key;
}

}  // namespace concord
