#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace concord {

struct LineColumn {
  std::uint32_t line = 1;    // 1-based
  std::uint32_t column = 1;  // 1-based, in code points
};

/// Byte offsets to lines and columns of one text.  Lines end at LF, CRLF or CR.
/// The text is not kept: it must be handed in again where columns are counted.  A look-up costs the
/// same however long its line is: articles come in one line, and hostile ones in a very long one.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  LineColumn at(std::string_view text, std::uint32_t offset) const;

  /// The bytes of a 1-based line, without its end.  REQUIRES: 1 <= line <= line_count().
  Span line(std::uint32_t line) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  std::size_t code_points_before(std::string_view text, std::uint32_t offset) const;

  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> counts_;  // code points before each block of the text, and in all
};

}  // namespace concord
