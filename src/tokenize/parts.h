#pragma once

#include <string_view>

#include "base/span.h"
#include "model/tokens.h"
#include "tokenize/landmarks.h"

namespace concord::tokenize {

/// Sets the parts of the paragraphs of `out`: the headline, captions (a photo credit at the end, or
/// words that speak of a picture, or Markdown's text of one), the lead (first other paragraph of
/// running text), and body.
void name_parts(std::string_view text, Span headline, const Landmarks& landmarks,
                TokenizedText& out);

}  // namespace concord::tokenize
