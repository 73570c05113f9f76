#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace concord::advise {

/// The words of a draft that no change may touch: quotations and code.  Stricter than the
/// quotations that statements are read from, since a changed quotation is a false one: single marks
/// of any manner, elements such as <q> and <blockquote>, Markdown's "> " and its code.
class KeptWords {
 public:
  /// `draft` must outlive this.
  explicit KeptWords(const Document& draft) : draft_(draft) {}

  /// True if `words`, of the draft's text, stand between quotation marks.
  bool is_between_marks(Span words) const;

  /// True if they stand in an element or a block that quotes, or in code.
  bool is_in_block(Span words);

 private:
  const Document& draft_;
  std::optional<std::vector<Span>> blocks_;  // of the file, or of the text; found once
};

}  // namespace concord::advise
