#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace concord::advise {

/// A quotation beside the same one elsewhere.
struct QuoteWords {
  Span differing;      // bytes of the draft's words: from the first that differs to the last; where
                       // words are only left out, the ones on both sides of the gap
  std::string marked;  // "we did [-it-] {+all we could+}": only in the draft, only elsewhere
};

/// The words in which the two differ.  What one of them goes on to quote, before or after what both
/// print, differs in nothing and is marked as "..."; nothing where that is all.
std::optional<QuoteWords> quote_words(std::string_view draft, std::string_view other);

}  // namespace concord::advise
