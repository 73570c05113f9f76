#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concord {

/// True if `text` is well-formed UTF-8 (Unicode 15, table 3-7).
bool is_valid_utf8(std::string_view text);

/// Replaces every byte that cannot be part of well-formed UTF-8 with U+FFFD, one for each byte.
/// Appends the offset (in the returned text) of each replacement to `replaced`, at most 1000.
std::string replace_invalid_utf8(std::string_view text, std::vector<std::uint32_t>& replaced);

/// Number of code points in well-formed UTF-8.
std::size_t code_points(std::string_view text);

/// True if `offset` does not point into the middle of a code point.
bool is_code_point_start(std::string_view text, std::size_t offset);

/// `text` with control characters (C0 except tab and newline, DEL, C1, bidi overrides) replaced by
/// U+FFFD, so that printing it cannot steer a terminal.
std::string without_controls(std::string_view text);

}  // namespace concord
