#pragma once

#include <span>
#include <string_view>

#include "base/span.h"
#include "model/tokens.h"
#include "tokenize/landmarks.h"

namespace concord::tokenize {

/// Sets the parts of the paragraphs of `out`: the headline, also where the text opens with it once
/// more; captions (a photo credit at the end, or words that speak of a picture, or Markdown's text
/// of one, or one of `captions`); the lead (first other paragraph of running text), and body.
/// REQUIRES: `captions` in the order of the text.
void name_parts(std::string_view text, Span headline, std::span<const Span> captions,
                const Landmarks& landmarks, TokenizedText& out);

}  // namespace concord::tokenize
