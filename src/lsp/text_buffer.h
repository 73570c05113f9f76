#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/line_index.h"
#include "base/span.h"

namespace concord::lsp {

/// What Position::character counts (LSP 3.17, PositionEncodingKind).
enum class Encoding : std::uint8_t { utf8, utf16 };

/// A place in a text: both from 0.
struct TextPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  friend bool operator==(TextPosition, TextPosition) = default;
};

struct TextRange {
  TextPosition start;
  TextPosition end;
  friend bool operator==(TextRange, TextRange) = default;
};

/// How many units of the encoding well-formed UTF-8 takes.
std::uint32_t units(std::string_view text, Encoding encoding);

/// The text of a document, and places in it by byte and by position.  Lines end at LF, CR LF or CR.
class TextBuffer {
 public:
  explicit TextBuffer(std::string text) : text_(std::move(text)), lines_(text_) {}

  const std::string& text() const { return text_; }

  /// The byte at a position.  A character beyond the end of its line stands at that end, a line
  /// beyond the last at the end of the text, the inside of a character at its beginning.
  std::uint32_t offset_of(TextPosition position, Encoding encoding) const;

  TextPosition position_of(std::uint32_t offset, Encoding encoding) const;
  TextRange range_of(Span span, Encoding encoding) const;

  std::uint32_t line_count() const { return lines_.line_count(); }
  /// The bytes of a line from 0, without its end; empty beyond the last.
  Span line(std::uint32_t line) const;

  /// Puts `text` in place of the range, whichever of its ends stands first.
  void replace(TextRange range, std::string_view text, Encoding encoding);

 private:
  std::string text_;
  LineIndex lines_;
};

}  // namespace concord::lsp
