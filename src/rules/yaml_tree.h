#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/complaints.h"

namespace concord::rules {

enum class YamlKind : std::uint8_t { scalar, sequence, mapping };
enum class ScalarStyle : std::uint8_t { plain, quoted, literal, folded };

/// A node of a rule file, with its place.  The subset of YAML is RULES.md section 1: every scalar
/// is text; an empty value is an empty plain scalar.
struct YamlNode {
  YamlKind kind = YamlKind::scalar;
  ScalarStyle style = ScalarStyle::plain;
  std::uint32_t line = 0;  // of its first character; columns in code points
  std::uint32_t column = 0;
  std::uint32_t content_line = 0;  // of text[0]: behind a quote, or the first line below | and >
  std::uint32_t content_column = 0;
  bool glued = false;  // a scalar of several lines that YAML joins with blanks
  std::string text;
  std::vector<YamlNode> children;  // sequence: items; mapping: key, value, key, value ...

  friend bool operator==(const YamlNode&, const YamlNode&) = default;
};

/// Reads the text of a file known to `complaints`.  Nothing when it is not in the subset, too large
/// (4 MB, 64 KB a line) or too deep (64); the reasons are complaints E101 to E113.
std::optional<YamlNode> parse_yaml(std::uint32_t file, std::string_view text,
                                   Complaints& complaints);

/// `text` with the blocks below `examples:` keys left out; blank lines keep the line numbers.
std::string without_examples(std::string_view text);

}  // namespace concord::rules
