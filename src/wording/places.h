#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/line_index.h"
#include "model/document.h"

namespace concord::wording {

/// A span of a document as its giver counts: offsets in the text given, or in the separate title.
struct Place {
  Span span;
  bool in_title = false;
  std::uint32_t line =
      0;  // of the file where the text stands in one, else of the text; 0 in a title
  std::uint32_t column = 0;
};

/// Finds lines and columns of spans; the line ends of a document are looked for once.
class Places {
 public:
  /// `documents` must outlive the Places.
  explicit Places(const std::vector<Document>& documents);

  Place place(DocumentId id, Span span);

  /// For people and for `check`: the document's id, line and column, and the whole line with the
  /// words marked.
  Location location(DocumentId id, Span span);

 private:
  /// A line with the place in memory that it was taken from.
  struct Shown {
    const char* begin = nullptr;
    LineText text;
  };

  const LineIndex& lines(DocumentId id);
  LineText text_of(DocumentId id, std::string_view line);

  const std::vector<Document>& documents_;
  std::vector<std::optional<LineIndex>> lines_;
  std::vector<Shown> last_;  // by document: its places mostly follow each other line by line
};

/// "b.txt:5:183"; without what is unknown.
std::string to_string(const Location& location);

}  // namespace concord::wording
