#include "lsp/rule_words.h"

#include <algorithm>

namespace concord::lsp {
namespace {

constexpr std::uint32_t kMostLinesBack = 5000;

bool is_name_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' || letter == '.';
}

/// A line as YAML's block style has it: how far in, its key if it has one.
struct KeyLine {
  std::size_t indent = 0;  // of the key, list marks passed over
  std::string key;
  std::size_t value = 0;  // where the value begins
};

KeyLine key_line(std::string_view line) {
  KeyLine read;
  read.indent = std::min(line.find_first_not_of(' '), line.size());
  while (line.substr(read.indent).starts_with("- ")) {
    read.indent = std::min(line.find_first_not_of(' ', read.indent + 1), line.size());
  }
  read.value = read.indent;
  const std::string_view rest = line.substr(read.indent);
  const std::size_t colon = rest.find(':');
  const bool ends =
      colon != std::string_view::npos && (colon + 1 == rest.size() || rest[colon + 1] == ' ');
  const bool plain = ends && colon > 0 && std::ranges::all_of(rest.substr(0, colon), [](char c) {
                       return is_name_letter(c) || c == ' ';
                     });
  if (plain) {
    read.key = std::string(rest.substr(0, colon));
    read.value = read.indent + colon + 1;
  }
  return read;
}

bool is_blank(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string_view::npos || line[first] == '#';
}

std::string_view line_of(const TextBuffer& buffer, std::uint32_t number) {
  const Span span = buffer.line(number);
  return std::string_view(buffer.text()).substr(span.begin, span.size());
}

/// Keys of lines further out, above this one.
std::vector<std::string> path_above(const TextBuffer& buffer, std::uint32_t number,
                                    std::size_t indent) {
  std::vector<std::string> path;
  const std::uint32_t last = number > kMostLinesBack ? number - kMostLinesBack : 0;
  while (number > last && indent > 0) {
    const std::string_view line = line_of(buffer, --number);
    const KeyLine read = key_line(line);
    if (is_blank(line) || read.key.empty() || read.indent >= indent) {
      continue;
    }
    path.push_back(read.key);
    indent = read.indent;
  }
  std::ranges::reverse(path);
  return path;
}

/// The bracket before the place that is not closed there.
char open_bracket(std::string_view before) {
  for (std::size_t at = before.size(); at > 0; --at) {
    const char letter = before[at - 1];
    if (letter == '>' || letter == '}' || letter == ' ') {
      return 0;
    }
    if (letter == '<' || letter == '{') {
      return letter;
    }
  }
  return 0;
}

}  // namespace

std::vector<std::string> names_below(const TextBuffer& buffer, std::string_view key) {
  std::vector<std::string> names;
  bool inside = false;
  std::size_t indent = 0;  // of the names; 0: none yet
  for (std::uint32_t number = 0; number < buffer.line_count(); ++number) {
    const std::string_view line = line_of(buffer, number);
    const KeyLine read = key_line(line);
    if (is_blank(line) || read.key.empty()) {
      continue;
    }
    if (read.indent == 0) {
      inside = read.key == key;
      indent = 0;
    } else if (inside && (indent == 0 || read.indent == indent)) {
      indent = read.indent;
      names.push_back(read.key);
    }
  }
  return names;
}

RuleWords rule_words_at(const TextBuffer& buffer, std::uint32_t offset) {
  RuleWords words;
  words.number = buffer.position_of(offset, Encoding::utf8).line;
  const Span span = buffer.line(words.number);
  words.line = line_of(buffer, words.number);
  const std::size_t at = std::min<std::size_t>(offset - span.begin, words.line.size());
  words.before = words.line.substr(0, at);
  const KeyLine read = key_line(words.line);
  words.key = read.key;
  words.path = path_above(buffer, words.number, read.indent);
  const bool begun = std::ranges::all_of(words.before.substr(std::min(read.indent, at)),
                                         [](char c) { return is_name_letter(c) || c == ' '; });
  words.at_key = read.key.empty() ? begun : at < read.value && at >= read.indent;
  words.opened = open_bracket(words.before);
  words.in_type = words.opened == '{' && words.before.rfind(':') != std::string_view::npos &&
                  words.before.rfind(':') > words.before.rfind('{');
  std::size_t begin = at;
  while (begin > 0 && is_name_letter(words.line[begin - 1])) {
    --begin;
  }
  std::size_t end = at;
  while (end < words.line.size() && is_name_letter(words.line[end])) {
    ++end;
  }
  words.word = words.line.substr(begin, end - begin);
  words.word_span = {span.begin + static_cast<std::uint32_t>(begin),
                     span.begin + static_cast<std::uint32_t>(end)};
  return words;
}

}  // namespace concord::lsp
