#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "base/span.h"

namespace concord {

/// Where a piece of a text stands in the file that the text was made of: byte for byte where both
/// sizes are equal, else only as a whole (a character reference, several blanks made one).
struct Stretch {
  std::uint32_t text = 0;  // offsets
  std::uint32_t file = 0;
  std::uint32_t text_size = 0;
  std::uint32_t file_size = 0;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Of stretches in the order of the text, none overlapping another.

/// Where `text` stands in the file, from the begin of its first byte to the end of its last;
/// nothing where one of them stands nowhere, or the file has them the other way round.
std::optional<Span> in_file(std::span<const Stretch> stretches, Span text);

/// True if every byte of `text` stands in the file in one run, markup and references aside: then
/// the bytes there may be replaced.
bool is_whole_in_file(std::span<const Stretch> stretches, Span text);

/// The offset in the text of the first byte that stands at `file` or after it; nothing if none
/// does. REQUIRES: stretches in the order of the file too.
std::optional<std::uint32_t> in_text(std::span<const Stretch> stretches, std::uint32_t file);

}  // namespace concord
