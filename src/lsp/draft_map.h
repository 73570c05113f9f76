#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/line_index.h"
#include "base/span.h"
#include "base/stretch.h"
#include "model/document.h"

namespace concord::lsp {

/// Where the words of a document stand in the file that it was read from.
class DraftMap {
 public:
  DraftMap(const Document& document, std::string_view file);

  /// Of a span of Document::text, in bytes of the file; nothing where it does not stand there as it
  /// is read.
  std::optional<Span> in_file(Span span) const;

  /// Of a place that a diagnostic tells of this document.
  std::optional<Span> in_file(const Location& where) const;

 private:
  bool is_page_;
  LineIndex lines_;                 // of the body; of a page, of the file
  std::vector<Stretch> stretches_;  // of the text in the file
  Span headline_;
  std::uint32_t body_begin_ = 0;
  std::uint32_t line_before_ = 0;  // lines of the file before the body
};

}  // namespace concord::lsp
