#include "tokenize/byte_class.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "tokenize/code_point_class.h"

namespace concord::tokenize {
namespace {

constexpr std::size_t kWidth = 64;

bool is_ascii_letter(char c) {
  const auto lower = static_cast<unsigned char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

#if defined(__SSE2__)

std::uint64_t bits(__m128i matches) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(matches));
}

__m128i each(char c) {
  return _mm_set1_epi8(c);
}

/// Bytes from `first` on for `count` bytes: moved so that one signed comparison tells.
__m128i in_range(__m128i bytes, char first, int count) {
  const __m128i moved = _mm_add_epi8(bytes, each(static_cast<char>(0x80 - first)));
  return _mm_cmplt_epi8(moved, each(static_cast<char>(-128 + count)));
}

/// Classes of 64 bytes; returns the bytes that are not ASCII.
std::uint64_t classify_ascii(const char* text, Block& block) {
  std::uint64_t high = 0;
  for (unsigned part = 0; part < 4; ++part) {
    const unsigned at = 16 * part;
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at));
    const __m128i lower = _mm_or_si128(bytes, each(0x20));
    block.letter |= bits(in_range(lower, 'a', 26)) << at;
    block.digit |= bits(in_range(bytes, '0', 10)) << at;
    block.space |= bits(_mm_or_si128(in_range(bytes, 0, 0x21), _mm_cmpeq_epi8(bytes, each(0x7F))))
                   << at;
    block.dot |= bits(_mm_cmpeq_epi8(bytes, each('.'))) << at;
    block.comma |= bits(_mm_cmpeq_epi8(bytes, each(','))) << at;
    block.apostrophe |= bits(_mm_cmpeq_epi8(bytes, each('\''))) << at;
    block.hyphen |= bits(_mm_cmpeq_epi8(bytes, each('-'))) << at;
    block.letter_s |= bits(_mm_cmpeq_epi8(lower, each('s'))) << at;
    high |= bits(bytes) << at;
  }
  return high;
}

#else

std::uint64_t classify_ascii(const char* text, Block& block) {
  std::uint64_t high = 0;
  for (std::size_t i = 0; i < kWidth; ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    const auto bit = [i](bool is) { return static_cast<std::uint64_t>(is) << i; };
    block.letter |= bit(is_ascii_letter(c));
    block.digit |= bit(is_ascii_digit(c));
    block.space |= bit(byte <= 0x20 || byte == 0x7F);
    block.dot |= bit(c == '.');
    block.comma |= bit(c == ',');
    block.apostrophe |= bit(c == '\'');
    block.hyphen |= bit(c == '-');
    block.letter_s |= bit(c == 's' || c == 'S');
    high |= bit(byte >= 0x80);
  }
  return high;
}

#endif

/// Sets the bits of code points that are not ASCII.
class WideMarker {
 public:
  WideMarker(std::string_view text, std::vector<Block>& blocks) : text_(text), blocks_(blocks) {}

  /// Marks the code point at `offset`; the text before it has its classes already.
  /// Returns the offset after it.
  std::size_t mark(std::size_t offset) {
    const CodePoint point = code_point_at(text_, offset);
    const std::size_t end = offset + point.size;
    for (std::size_t i = offset + 1; i < end; ++i) {
      block_of(i).inner |= bit_of(i);
    }
    if (std::uint64_t Block::*field = field_of(point.value, offset, end)) {
      for (std::size_t i = offset; i < end; ++i) {
        block_of(i).*field |= bit_of(i);
      }
    }
    return end;
  }

 private:
  using Field = std::uint64_t Block::*;

  Block& block_of(std::size_t offset) { return blocks_[1 + offset / kWidth]; }
  static std::uint64_t bit_of(std::size_t offset) { return std::uint64_t{1} << (offset % kWidth); }

  Field field_of(std::uint32_t code_point, std::size_t offset, std::size_t end) {
    switch (classify_code_point(code_point)) {
      case CodePointClass::letter:
        return &Block::letter;
      case CodePointClass::digit:
        return &Block::digit;
      case CodePointClass::space:
        return &Block::space;
      case CodePointClass::soft_hyphen:
        return follows_letter(offset) ? &Block::letter : &Block::space;
      case CodePointClass::apostrophe:
        return apostrophe_field(offset, end);
      case CodePointClass::hyphen:
        return joins_tail(offset, end) ? &Block::letter : nullptr;
      case CodePointClass::punctuation:
      case CodePointClass::symbol:
        return nullptr;
    }
    return nullptr;
  }

  bool follows_letter(std::size_t offset) {
    return offset > 0 && (block_of(offset - 1).letter & bit_of(offset - 1)) != 0;
  }

  bool is_letter(std::size_t offset) const {
    if (offset >= text_.size()) {
      return false;
    }
    const CodePoint point = code_point_at(text_, offset);
    return point.value < 0x80 ? is_ascii_letter(text_[offset])
                              : classify_code_point(point.value) == CodePointClass::letter;
  }

  bool is_word(std::size_t offset) const {
    return offset < text_.size() && (is_letter(offset) || is_ascii_digit(text_[offset]));
  }

  Field apostrophe_field(std::size_t offset, std::size_t end) {
    if (offset == 0 || end >= text_.size()) {
      return nullptr;
    }
    const bool possessive = (text_[end] | 0x20) == 's' && !is_word(end + 1);
    const bool after_space = (block_of(offset - 1).space & bit_of(offset - 1)) != 0;
    if (possessive && !after_space) {
      block_of(end).inner |= bit_of(end);
      return nullptr;
    }
    return follows_letter(offset) && is_letter(end) ? &Block::letter : nullptr;
  }

  bool joins_tail(std::size_t offset, std::size_t end) {
    if (!follows_letter(offset) || !is_letter(end)) {
      return false;
    }
    const std::size_t after = end + code_point_at(text_, end).size;
    return !is_word(after);
  }

  std::string_view text_;
  std::vector<Block>& blocks_;
};

}  // namespace

void classify(std::string_view text, std::vector<Block>& blocks) {
  const std::size_t count = (text.size() + kWidth - 1) / kWidth;
  blocks.assign(count + 3, Block());
  WideMarker wide(text, blocks);
  std::size_t done = 0;  // code points that begin before this offset are marked
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = i * kWidth;
    char last[kWidth];
    const char* bytes = text.data() + begin;
    if (begin + kWidth > text.size()) {
      std::memset(last, ' ', kWidth);
      std::memcpy(last, bytes, text.size() - begin);
      bytes = last;
    }
    std::uint64_t high = classify_ascii(bytes, blocks[1 + i]);
    while (high != 0) {
      const std::size_t offset = begin + static_cast<std::size_t>(std::countr_zero(high));
      if (offset >= done) {
        done = wide.mark(offset);
      }
      high &= high - 1;
    }
  }
  blocks.front().space = ~std::uint64_t{0};
  blocks[count + 1].space = ~std::uint64_t{0};
  blocks[count + 2].space = ~std::uint64_t{0};
}

void mark_space(std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    const std::size_t stop = std::min(end, (at / kWidth + 1) * kWidth);
    const std::size_t from = at % kWidth;
    const std::size_t size = stop - at;
    const std::uint64_t ones =
        size == kWidth ? ~std::uint64_t{0} : ((std::uint64_t{1} << size) - 1) << from;
    Block& block = blocks[1 + at / kWidth];
    block = {block.letter & ~ones, block.digit & ~ones,    block.space | ones,
             block.dot & ~ones,    block.comma & ~ones,    block.apostrophe & ~ones,
             block.hyphen & ~ones, block.letter_s & ~ones, block.inner & ~ones};
    at = stop;
  }
}

}  // namespace concord::tokenize
