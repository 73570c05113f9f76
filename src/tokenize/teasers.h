#pragma once

#include <string_view>

#include "model/tokens.h"

namespace concord::tokenize {

/// Names the lines of a page that are headlines of other stories, as pages have them between the
/// paragraphs: "86 Sick, 7 Dead in Outbreak in Orsk" in a story about a shooting.  Such a line is a
/// body paragraph of one sentence without a stop (in Markdown no heading or item of a list), is
/// longer than a crosshead and written as headlines are, and names nothing that headline or lead
/// name too.  A text without a headline has none.  REQUIRES: the other parts are named.
void mark_teasers(std::string_view text, bool markdown, TokenizedText& out);

}  // namespace concord::tokenize
