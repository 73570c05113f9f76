#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace concord::report {

enum class Format : std::uint8_t {
  human,
  brief,
  json,
  jsonl,
  html,
  md,
  csv,
  atom,
  sarif,
  rdjsonl,
  github,
  junit
};

/// By its name on the command line: "human", "short", "json" ...; nothing when unknown.
std::optional<Format> parse_format(std::string_view name);

struct Style {
  bool color = false;
  int width = 100;  // columns of the terminal
  bool quiet = false;
};

}  // namespace concord::report
