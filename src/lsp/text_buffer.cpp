#include "lsp/text_buffer.h"

#include <algorithm>

namespace concord::lsp {
namespace {

/// Bytes of the character that begins with this byte.
std::uint32_t bytes_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

std::uint32_t units_of(std::uint32_t bytes, Encoding encoding) {
  if (encoding == Encoding::utf8) {
    return bytes;
  }
  return bytes == 4 ? 2 : 1;  // a surrogate pair
}

}  // namespace

std::uint32_t units(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::utf8) {
    return static_cast<std::uint32_t>(text.size());
  }
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += bytes_of(text[at])) {
    count += units_of(bytes_of(text[at]), encoding);
  }
  return count;
}

Span TextBuffer::line(std::uint32_t line) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  return line < lines_.line_count() ? lines_.line(line + 1) : Span{size, size};
}

std::uint32_t TextBuffer::offset_of(TextPosition position, Encoding encoding) const {
  const Span bytes = line(position.line);
  std::uint32_t at = bytes.begin;
  std::uint32_t counted = 0;
  while (at < bytes.end) {
    const std::uint32_t size = bytes_of(text_[at]);
    counted += units_of(size, encoding);
    if (counted > position.character) {
      break;
    }
    at += size;
  }
  return std::min(at, bytes.end);
}

TextPosition TextBuffer::position_of(std::uint32_t offset, Encoding encoding) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const std::uint32_t number = lines_.at(text_, offset).line - 1;
  const Span bytes = line(number);
  const std::uint32_t end = std::clamp(offset, bytes.begin, bytes.end);
  return {number, units(std::string_view(text_).substr(bytes.begin, end - bytes.begin), encoding)};
}

TextRange TextBuffer::range_of(Span span, Encoding encoding) const {
  return {position_of(span.begin, encoding), position_of(span.end, encoding)};
}

void TextBuffer::replace(TextRange range, std::string_view text, Encoding encoding) {
  const std::uint32_t start = offset_of(range.start, encoding);
  const std::uint32_t end = offset_of(range.end, encoding);
  text_.replace(std::min(start, end), std::max(start, end) - std::min(start, end), text);
  lines_ = LineIndex(text_);
}

}  // namespace concord::lsp
