#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concord::rules {

/// Where a file that is not YAML went astray, which is often a line or more above the place where a
/// YAML reader gives up.
struct YamlSlip {
  std::uint32_t line = 0;    // 1-based
  std::uint32_t column = 0;  // in bytes, 1-based
  std::uint32_t size = 0;    // bytes of the line that are meant
  std::string message;
  std::string help;
};

/// The slip behind an error in the given line of a file; nothing where it is none of those known.
std::optional<YamlSlip> yaml_slip(std::string_view text, std::uint32_t line);

}  // namespace concord::rules
