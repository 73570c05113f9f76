#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace concord::tokenize {

/// Byte ranges of the paragraphs of `text`, in order, none blank.  Blocks are set apart by blank
/// lines; a block is one paragraph when it looks hard-wrapped, else each of its lines is one.
/// A non-empty `headline` is a paragraph of its own.
std::vector<Span> find_paragraphs(std::string_view text, Span headline);

/// Byte ranges of Markdown that are markup and not words, in order: heading marks, emphasis, list
/// bullets, quote marks, fences, table pipes, comments, link targets.
std::vector<Span> find_markup(std::string_view text);

/// Byte ranges of comments for Concord ("<!-- concord: ... -->") in plain text, in order.
std::vector<Span> find_comments(std::string_view text);

}  // namespace concord::tokenize
