#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace concord::report {

enum class Ink : std::uint8_t { plain, bold, red, yellow, blue, green, faint };

/// `text` in a color of the terminal's own palette, or as it is when `color` is off.
std::string paint(std::string_view text, Ink ink, bool color);

Ink ink_of(Severity severity);

}  // namespace concord::report
