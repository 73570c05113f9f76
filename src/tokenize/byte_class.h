#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace concord::tokenize {

/// Classes of 64 bytes of text, one bit a byte, the first byte in the lowest bit.  All bytes of a
/// code point have the class of the code point.  Bytes that are in none of `letter`, `digit` and
/// `space` are punctuation and symbols.
struct Block {
  std::uint64_t letter = 0;
  std::uint64_t digit = 0;
  std::uint64_t space = 0;       // white space, control characters, markup, and beyond the end
  std::uint64_t dot = 0;         // .
  std::uint64_t comma = 0;       // ,
  std::uint64_t apostrophe = 0;  // ' alone; typographic ones are resolved at once
  std::uint64_t hyphen = 0;      // -
  std::uint64_t letter_s = 0;    // s S
  std::uint64_t inner = 0;       // never starts a token: later bytes of a code point, s after ’
};

/// The classes of `text`, with one empty block before the first and two after the last.
void classify(std::string_view text, std::vector<Block>& blocks);

/// Makes the bytes [begin, end) white space.
void mark_space(std::vector<Block>& blocks, std::size_t begin, std::size_t end);

}  // namespace concord::tokenize
