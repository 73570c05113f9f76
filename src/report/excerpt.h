#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace concord::report {

/// The part of a long line that fits a terminal, and where the marked words stand in it.
struct Excerpt {
  std::string text;          // without control characters; "..." where it was cut
  std::uint32_t column = 0;  // code points of `text` before the mark
  std::uint32_t marked = 1;  // code points marked, at least one
};

/// A window of at most `width` code points around `marked` (bytes of `line`), cut between words.  A
/// mark wider than the window is cut at its right.
Excerpt excerpt(std::string_view line, Span marked, std::uint32_t width);

}  // namespace concord::report
