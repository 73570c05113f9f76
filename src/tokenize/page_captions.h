#pragma once

#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace concord::tokenize {

/// The stretches of a page's text that stand in a <figcaption>, in order; none where the page is
/// not at hand (Document::page).
std::vector<Span> find_page_captions(const Document& document);

}  // namespace concord::tokenize
