#include "rules/yaml_tree.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "rules/authoring.h"
#include "rules/phrase_words.h"
#include "rules/yaml_events.h"

namespace concord::rules {
namespace {

constexpr std::size_t kLargestFile = std::size_t{4} << 20U;
constexpr std::size_t kLongestLine = std::size_t{64} << 10U;
constexpr std::size_t kDeepestFlow = 64;

/// Brackets open at the same time in one line.  yaml-cpp reads a whole line of them before it
/// says anything, so they are counted first; text between quotes counts too, no harm done.  The
/// place of the bracket that is too many; npos when none is.
std::size_t too_deep_at(std::string_view line) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
    if (depth > kDeepestFlow) {
      return at;
    }
  }
  return std::string_view::npos;
}

struct LineCheck {
  std::uint32_t file;
  Complaints& complaints;
  bool fatal = false;

  Place place(std::uint32_t number, std::string_view line, std::size_t at) const {
    const auto column = static_cast<std::uint32_t>(code_points(line.substr(0, at)) + 1);
    return {{file, number, column}, 1};
  }

  void check_indentation(std::uint32_t number, std::string_view line, std::size_t offset);

  void check(std::uint32_t number, std::string_view line, std::size_t offset) {
    if (line.size() > kLongestLine) {
      complaints.add(Code::too_large, place(number, line, 0), "a line longer than 64 KB",
                     "put each phrase on a line of its own");
      fatal = true;
      return;
    }
    if (const std::size_t at = too_deep_at(line); at != std::string_view::npos) {
      complaints.add(Code::too_deep, place(number, line, at), "more than 64 brackets open at once",
                     "close them, or put a text that holds brackets into quotes");
      fatal = true;
    }
    check_indentation(number, line, offset);
    const auto odd = std::ranges::find_if(line, [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
    if (odd != line.end()) {
      complaints.add(Code::control_character,
                     place(number, line, static_cast<std::size_t>(odd - line.begin())),
                     "a control character", "delete it");
      fatal = true;
    }
    if (const std::size_t tab = line.find('\t'); tab != std::string_view::npos) {
      const auto begin = static_cast<std::uint32_t>(offset + tab);
      complaints.add_with_fix(Code::tab, place(number, line, tab),
                              "a tab; rule files are indented with spaces",
                              Fix{{begin, begin + 1}, "  "});
      fatal = fatal || line.find_first_not_of(" \t") > tab;  // its width is anyone's guess
    }
  }
};

/// YAML is indented with spaces; other blanks look the same and are text to it.
void LineCheck::check_indentation(std::uint32_t number, std::string_view line, std::size_t offset) {
  const std::size_t first = line.find_first_not_of(" \t-");
  const std::size_t begin = std::min(first, line.size());
  std::size_t end = begin;
  while (starts_invisible(line.substr(end))) {
    end += line[end] == '\xC2' ? 2 : 3;
  }
  if (end == begin) {
    return;
  }
  complaints.add_with_fix(
      Code::control_character, place(number, line, begin), "a blank that is no ordinary space",
      Fix{{static_cast<std::uint32_t>(offset + begin), static_cast<std::uint32_t>(offset + end)},
          std::string(code_points(line.substr(begin, end - begin)), ' ')});
  fatal = true;
}

bool lines_are_sound(std::uint32_t file, std::string_view text, Complaints& complaints) {
  LineCheck check{file, complaints};
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    check.check(++number, text.substr(begin, end - begin), begin);
    begin = end + 1;
  }
  return !check.fatal;
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool is_blank_or_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \r");
  return first == std::string_view::npos || line[first] == '#';
}

/// The column of the key whose block scalar begins at the end of `line`; npos when none does.
std::size_t block_scalar_key(std::string_view line) {
  std::size_t end = line.find_last_not_of(" +-0123456789");
  if (end == std::string_view::npos || (line[end] != '|' && line[end] != '>') || end == 0 ||
      line[end - 1] != ' ') {
    return std::string_view::npos;
  }
  std::size_t key = indent_of(line);
  while (line.substr(key).starts_with("- ")) {
    key += 2 + indent_of(line.substr(key + 2));
  }
  return key;
}

bool opens_examples(std::string_view line) {
  constexpr std::string_view kKey = "examples:";
  line.remove_prefix(indent_of(line));
  return line.starts_with(kKey) && is_blank_or_comment(line.substr(kKey.size()));
}

}  // namespace

std::string normalized_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
  }
  if (text.find('\r') == std::string_view::npos) {
    return std::string(text);
  }
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      lines += text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      lines += '\n';
    }
  }
  return lines;
}

std::string without_examples(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  std::size_t cut = std::string_view::npos;    // indent of the `examples:` being left out
  std::size_t block = std::string_view::npos;  // column of the key whose block scalar this is
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t indent = indent_of(line);
    const bool blank = is_blank_or_comment(line);
    if (!blank && block != std::string_view::npos && indent <= block) {
      block = std::string_view::npos;
    }
    if (!blank && cut != std::string_view::npos &&
        (indent < cut || (indent == cut && !line.substr(indent).starts_with('-')))) {
      cut = std::string_view::npos;
    }
    if (cut == std::string_view::npos && block == std::string_view::npos) {
      if (opens_examples(line)) {
        cut = indent;
      } else if (!blank) {
        block = block_scalar_key(line);
      }
    }
    if (cut == std::string_view::npos) {
      kept += line;
    }
    if (end < text.size()) {
      kept += '\n';
    }
    begin = end + 1;
  }
  return kept;
}

std::optional<YamlNode> parse_yaml(std::uint32_t file, std::string_view text,
                                   Complaints& complaints) {
  if (text.size() > kLargestFile) {
    complaints.add(Code::too_large, {{file, 1, 1}, 0}, "a rule file larger than 4 MB",
                   "one fact or check family a file");
    return std::nullopt;
  }
  if (!is_valid_utf8(text)) {
    std::vector<std::uint32_t> replaced;
    const std::string mended = replace_invalid_utf8(text, replaced);
    const std::string_view before = std::string_view(mended).substr(0, replaced.front());
    const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1);
    const std::size_t start = before.rfind('\n') + 1;
    const auto column = static_cast<std::uint32_t>(code_points(before.substr(start)) + 1);
    complaints.add(Code::not_utf8, {{file, line, column}, 1}, "bytes that are not UTF-8",
                   "save the file as UTF-8");
    return std::nullopt;
  }
  if (!lines_are_sound(file, text, complaints)) {
    return std::nullopt;
  }
  if (text.find('\t') == std::string_view::npos) {
    return build_tree(file, text, complaints);
  }
  std::string spaced(text);
  std::ranges::replace(spaced, '\t', ' ');
  return build_tree(file, spaced, complaints);
}

}  // namespace concord::rules
