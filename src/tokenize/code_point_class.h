#pragma once

#include <cstdint>
#include <string_view>

namespace concord::tokenize {

enum class CodePointClass : std::uint8_t {
  letter,
  digit,
  space,
  punctuation,
  symbol,
  apostrophe,   // a letter between letters, else punctuation
  soft_hyphen,  // a letter after a letter, else white space
  hyphen        // typographic; punctuation that may join a one-letter tail
};

/// The class of a code point from U+0080 on (Unicode 15 general categories, by blocks; a code point
/// of no listed block is a letter).
CodePointClass classify_code_point(std::uint32_t code_point);

/// True for capital letters of Latin, Greek and Cyrillic beyond ASCII.
bool is_wide_capital(std::uint32_t code_point);

/// A code point and its length in bytes.
struct CodePoint {
  std::uint32_t value = 0;
  std::uint32_t size = 1;
};

/// Decodes the code point at `offset`; U+FFFD for one cut off by the end of the text.
/// REQUIRES: offset < size of the text.
CodePoint code_point_at(std::string_view text, std::size_t offset);

}  // namespace concord::tokenize
