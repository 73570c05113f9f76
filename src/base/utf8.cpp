#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace concord {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::size_t kMostReported = 1000;

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// Number of bytes from `offset` on that are all ASCII, in steps of eight.
std::size_t ascii_run(std::string_view text, std::size_t offset) {
  const std::size_t begin = offset;
  while (offset + 8 <= text.size()) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + offset, sizeof bytes);
    if ((bytes & 0x8080808080808080ULL) != 0) {
      break;
    }
    offset += 8;
  }
  return offset - begin;
}

/// Shape of a sequence by its first byte: its length and the range of its second byte.
struct Shape {
  std::size_t size = 0;
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
};

Shape shape_of(unsigned char first) {
  if (first >= 0xC2 && first <= 0xDF) {
    return {2};
  }
  if (first >= 0xE0 && first <= 0xEF) {
    const bool surrogates = first == 0xED;
    return {3, static_cast<unsigned char>(first == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(surrogates ? 0x9F : 0xBF)};
  }
  if (first >= 0xF0 && first <= 0xF4) {
    return {4, static_cast<unsigned char>(first == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(first == 0xF4 ? 0x8F : 0xBF)};
  }
  return {};
}

/// Length of the well-formed sequence at `offset`; 0 when there is none.
std::size_t sequence_size(std::string_view text, std::size_t offset) {
  const unsigned char first = byte_at(text, offset);
  if (first < 0x80) {
    return 1;
  }
  const Shape shape = shape_of(first);
  if (shape.size == 0 || offset + shape.size > text.size()) {
    return 0;
  }
  const unsigned char second = byte_at(text, offset + 1);
  if (second < shape.second_low || second > shape.second_high) {
    return 0;
  }
  for (std::size_t i = 2; i < shape.size; ++i) {
    if (!is_continuation(byte_at(text, offset + i))) {
      return 0;
    }
  }
  return shape.size;
}

/// Offset of the first byte that is not part of a well-formed sequence; the size when all is well.
std::size_t first_invalid(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    offset += ascii_run(text, offset);
    if (offset == text.size()) {
      break;
    }
    const std::size_t size = sequence_size(text, offset);
    if (size == 0) {
      return offset;
    }
    offset += size;
  }
  return text.size();
}

/// True for code points that can steer a terminal; `bytes` is one sequence.
bool is_control(std::string_view bytes) {
  const unsigned char first = byte_at(bytes, 0);
  if (bytes.size() == 1) {
    return (first < 0x20 && first != '\t' && first != '\n') || first == 0x7F;
  }
  if (bytes.size() == 2) {
    return first == 0xC2 && byte_at(bytes, 1) < 0xA0;
  }
  // U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069: marks, embeddings, overrides, isolates.
  return bytes == "\u200E" || bytes == "\u200F" || (bytes >= "\u202A" && bytes <= "\u202E") ||
         (bytes >= "\u2066" && bytes <= "\u2069");
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  return first_invalid(text, 0) == text.size();
}

std::string replace_invalid_utf8(std::string_view text, std::vector<std::uint32_t>& replaced) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t invalid = first_invalid(text, at);
    result += text.substr(at, invalid - at);
    if (invalid == text.size()) {
      break;
    }
    if (replaced.size() < kMostReported) {
      replaced.push_back(static_cast<std::uint32_t>(result.size()));
    }
    result += kReplacement;
    at = invalid + 1;
  }
  return result;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = text.size();
  std::size_t at = 0;
  // Eight bytes at a time: a continuation has bit 7 and not bit 6; the product adds up its bytes.
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t ones = ((eight & ~(eight << 1U)) >> 7U) & 0x0101010101010101U;
    count -= static_cast<std::size_t>((ones * 0x0101010101010101U) >> 56U);
  }
  for (; at < text.size(); ++at) {
    count -= is_continuation(byte_at(text, at)) ? 1 : 0;
  }
  return count;
}

bool is_code_point_start(std::string_view text, std::size_t offset) {
  return offset >= text.size() || !is_continuation(byte_at(text, offset));
}

std::string without_controls(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t kept = 0;  // what stays as it is begins here
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] >= ' ' && text[at] <= '~') {
      ++at;
      continue;
    }
    const std::size_t size = sequence_size(text, at);
    const std::string_view bytes = text.substr(at, std::max<std::size_t>(size, 1));
    if (size == 0 || is_control(bytes)) {
      result.append(text, kept, at - kept).append(kReplacement);
      kept = at + bytes.size();
    }
    at += bytes.size();
  }
  return result.append(text, kept);
}

}  // namespace concord
