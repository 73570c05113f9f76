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
  /// `size` bytes that are the same in both.
  struct Run {
    std::uint32_t text = 0;
    std::uint32_t file = 0;
    std::uint32_t size = 0;
  };
  std::optional<std::uint32_t> in_file(std::uint32_t offset) const;

  std::vector<Run> runs_;           // in the order of the text; of a page none
  std::vector<Stretch> stretches_;  // of a page
  LineIndex lines_;                 // of the body; of a page, of the file
  Span headline_;
  std::uint32_t body_begin_ = 0;
  std::uint32_t line_before_ = 0;  // lines of the file before the body
  bool is_page_ = false;
};

}  // namespace concord::lsp
