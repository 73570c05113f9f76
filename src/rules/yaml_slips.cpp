#include "rules/yaml_slips.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/keys.h"
#include "rules/page.h"

namespace concord::rules {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kWideColon = "：";
constexpr std::size_t kFarthest = 100;  // lines above the error that are looked at

struct Line {
  std::uint32_t number = 0;
  std::size_t indent = 0;  // of what is behind "- "
  std::string_view code;   // without indentation
};

std::string_view trimmed_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// The lines down to `last` that are neither blank nor comments.
std::vector<Line> lines_to(std::string_view text, std::uint32_t last) {
  std::vector<Line> lines;
  for (std::uint32_t number = 1; number <= last && !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view raw = trimmed_end(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    std::size_t indent = raw.find_first_not_of(' ');
    if (indent == kNone || raw[indent] == '#') {
      continue;
    }
    while (raw.substr(indent).starts_with("- ")) {
      indent = raw.find_first_not_of(' ', indent + 1);
    }
    lines.push_back({number, indent, raw.substr(indent)});
  }
  return lines;
}

/// Where the key of a line ends: at its colon; kNone when it has none.
std::size_t colon_of(std::string_view code) {
  constexpr std::string_view kNoKey = "{[\"'(<";
  if (code.empty() || kNoKey.find(code.front()) != kNone) {
    return kNone;
  }
  return code.ends_with(':') ? std::min(code.find(": "), code.size() - 1) : code.find(": ");
}

bool opens_block(std::string_view code) {
  return colon_of(code) != kNone && (code.ends_with(" |") || code.ends_with(" >") ||
                                     code.ends_with(" |-") || code.ends_with(" >-"));
}

/// The key of the language that a text begins with, longest first; empty if none.
std::string_view leading_key(std::string_view code) {
  std::string_view found;
  for (const Section& section : kSections) {
    for (const KeyRule& key : section.keys) {
      const std::string_view word = code.substr(0, key.name.size());
      const bool whole = code.size() == word.size() || code[word.size()] == ' ' ||
                         code[word.size()] == ':' ||
                         code.substr(word.size()).starts_with(kWideColon);
      if (key.name.size() > found.size() && whole && same_key(word, key.name)) {
        found = word;
      }
    }
  }
  return found;
}

/// True for `find:` and the like with nothing behind it.
bool takes_phrases(std::string_view code) {
  const std::string_view name = code.substr(0, code.find(':'));
  return code.ends_with(':') && std::ranges::any_of(kSections, [&](const Section& section) {
           return std::ranges::any_of(section.keys, [&](const KeyRule& key) {
             return (key.shape == Shape::phrases || key.part == "find") && same_key(key.name, name);
           });
         });
}

YamlSlip slip_at(const Line& line, std::size_t begin, std::size_t size, std::string message,
                 std::string help) {
  return {line.number, static_cast<std::uint32_t>(line.indent + begin + 1),
          static_cast<std::uint32_t>(size), std::move(message), std::move(help)};
}

std::string named(std::string_view text) {
  return "`" + std::string(text) + "`";
}

/// `find: | {n} killed`: the first phrase behind the bar.
std::optional<YamlSlip> text_behind_bar(const Line& line) {
  const std::size_t colon = colon_of(line.code);
  if (colon == kNone) {
    return std::nullopt;
  }
  const std::size_t bar = line.code.find_first_not_of(' ', colon + 1);
  if (bar == kNone || (line.code[bar] != '|' && line.code[bar] != '>')) {
    return std::nullopt;
  }
  const std::size_t rest = line.code.find_first_not_of("|>+-0123456789 ", bar);
  if (rest == kNone || line.code[rest] == '#') {
    return std::nullopt;
  }
  return slip_at(line, rest, line.code.size() - rest, "a text behind the | of its key",
                 "the phrases stand on the lines below, one a line");
}

/// `text: "Terrible," he said.`: the mark that opens the value is closed before its end.
std::optional<YamlSlip> text_behind_quote(const Line& line) {
  const std::size_t colon = colon_of(line.code);
  const std::size_t begin = colon == kNone ? kNone : line.code.find_first_not_of(' ', colon + 1);
  if (begin == kNone || (line.code[begin] != '"' && line.code[begin] != '\'')) {
    return std::nullopt;
  }
  const std::size_t close = line.code.find(line.code[begin], begin + 1);
  const std::size_t rest = close == kNone ? kNone : line.code.find_first_not_of(' ', close + 1);
  if (rest == kNone || line.code[rest] == '#') {
    return std::nullopt;
  }
  return slip_at(line, begin, close + 1 - begin, "the quotation marks end before the text does",
                 line.code[begin] == '"'
                     ? "put the whole text into single ones, '\"So,\" he said.', or below a |"
                     : "put the whole text into double ones, \"'So,' he said.\", or below a |");
}

/// `say: {source} has {n}`, `text: [Photo] Five died.`: YAML takes the text for a list or mapping,
/// which is closed before its end.
std::optional<YamlSlip> text_behind_bracket(const Line& line) {
  const std::size_t colon = colon_of(line.code);
  const std::size_t begin = colon == kNone ? kNone : line.code.find_first_not_of(' ', colon + 1);
  if (begin == kNone || (line.code[begin] != '{' && line.code[begin] != '[')) {
    return std::nullopt;
  }
  const std::size_t key = line.code.find_first_not_of("- ");
  const std::string_view name = line.code.substr(key, colon - key);
  const std::size_t close = line.code.find(line.code[begin] == '{' ? '}' : ']', begin);
  const std::size_t rest = close == kNone ? kNone : line.code.find_first_not_of(' ', close + 1);
  const bool is_text = name == "say" || name == "text" || name == "describe" || name == "title";
  if (!is_text || rest == kNone || line.code[rest] == '#') {
    return std::nullopt;
  }
  return slip_at(line, begin, close + 1 - begin,
                 "a text cannot begin with " + named(line.code.substr(begin, 1)),
                 "put the whole text into quotation marks, or below a |");
}

/// `-text: ...`, `– text: ...`: an item of a list that is not begun as one.
std::optional<YamlSlip> not_an_item(const Line& line) {
  for (const std::string_view mark : {"-", "–", "—", "•", "*"}) {
    if (!line.code.starts_with(mark)) {
      continue;
    }
    const std::size_t word = line.code.find_first_not_of(' ', mark.size());
    const std::string_view rest = line.code.substr(std::min(word, line.code.size()));
    const std::string_view key = leading_key(rest);
    if (!key.empty() && rest.substr(key.size()).starts_with(':')) {
      return slip_at(
          line, 0, word + key.size() + 1, "this line begins no item of a list",
          "write " + named("- " + std::string(key) + ": ...") + ", with a hyphen and a blank");
    }
  }
  return std::nullopt;
}

/// The last text in quotation marks that goes on in a line which looks like the next key.
std::optional<YamlSlip> open_quote(const std::vector<Line>& lines) {
  for (std::size_t i = lines.size() - 1; i > 0 && lines.size() - i < kFarthest; --i) {
    const Line& line = lines[i - 1];
    const std::size_t colon = colon_of(line.code);
    const std::size_t begin = colon == kNone ? kNone : line.code.find_first_not_of(' ', colon + 1);
    if (begin == kNone || (line.code[begin] != '"' && line.code[begin] != '\'') ||
        line.code.find(line.code[begin], begin + 1) != kNone) {
      continue;
    }
    const std::string_view key = leading_key(lines[i].code);
    if (!key.empty() && lines[i].code.substr(key.size()).starts_with(':')) {
      return slip_at(line, begin, line.code.size() - begin, "a quotation mark that is not closed",
                     "close it at the end of the text");
    }
  }
  return std::nullopt;
}

/// A line that should have a key and has none; `above` is the key line before it.
std::optional<YamlSlip> without_key(const Line& line, const Line& above, bool first) {
  const std::string_view key = leading_key(line.code);
  if (opens_block(above.code) && (first || key.empty())) {
    const std::string opener(above.code.substr(0, colon_of(above.code)));
    return slip_at(
        line, 0, line.code.size(), "this line is not indented enough",
        "lines below " + named(opener + ": |") + " stand further in than " + named(opener));
  }
  if (!key.empty() && line.code.substr(key.size()).starts_with(kWideColon)) {
    return slip_at(line, 0, key.size() + kWideColon.size(), "a wide colon behind " + named(key),
                   "write " + named(std::string(key) + ": ...") + ", with an ordinary one");
  }
  if (!key.empty() && line.code.substr(key.size()).starts_with(':')) {
    return slip_at(line, 0, key.size() + 1, "no blank behind the colon of " + named(key),
                   "write " + named(std::string(key) + ": ...") + ", with a blank");
  }
  if (!key.empty()) {
    return slip_at(line, 0, key.size(), "no colon behind " + named(key),
                   "write " + named(std::string(key) + ":"));
  }
  if (takes_phrases(above.code)) {
    return slip_at(line, 0, line.code.size(), "a phrase without a | above it",
                   "write " + named(std::string(above.code) + " |") +
                       ", and the phrases below it, further in");
  }
  return std::nullopt;
}

/// A phrase that begins with a mark below a key that has no |.
std::optional<YamlSlip> below_bare_key(const std::vector<Line>& lines) {
  constexpr std::string_view kMarks = "{[\"'(<";
  const Line& line = lines.back();
  const Line& above = lines[lines.size() - 2];
  if (!takes_phrases(above.code) || line.indent <= above.indent ||
      kMarks.find(line.code.front()) == kNone) {
    return std::nullopt;
  }
  return without_key(line, above, true);
}

/// The lines between the last that has a key and the one that does not fit.
std::optional<YamlSlip> among_lines_above(const std::vector<Line>& lines) {
  const Line& broken = lines.back();
  const bool is_key = colon_of(broken.code) != kNone;
  std::size_t above = lines.size() - 1;
  while (above > 0 && lines.size() - above < kFarthest) {
    --above;
    if (colon_of(lines[above].code) != kNone && lines[above].indent <= broken.indent) {
      break;
    }
  }
  const std::size_t end = lines.size() - (is_key ? 1 : 0);
  const Line& before = lines[lines.size() - 2];
  if (is_key && above + 1 < end && before.indent < broken.indent &&
      colon_of(before.code) == kNone && !opens_block(lines[above].code)) {
    return slip_at(before, 0, before.code.size(), "no colon behind " + named(before.code),
                   "a line with others below it ends in a colon");
  }
  const std::size_t deepest =
      opens_block(lines[above].code) ? lines[above].indent : broken.indent;  // of a line to blame
  for (std::size_t i = above + 1; i < end; ++i) {
    if (lines[i].indent <= deepest && colon_of(lines[i].code) == kNone) {
      return without_key(lines[i], lines[above], i == above + 1);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<YamlSlip> yaml_slip(std::string_view text, std::uint32_t line) {
  const std::vector<Line> lines = lines_to(text, line);
  if (lines.size() < 2) {
    return std::nullopt;
  }
  if (auto slip = open_quote(lines)) {
    return slip;
  }
  for (const Line& last : {lines.back(), lines[lines.size() - 2]}) {
    if (auto slip = not_an_item(last)) {
      return slip;
    }
  }
  if (auto slip = text_behind_bar(lines.back())) {
    return slip;
  }
  if (auto slip = text_behind_quote(lines.back())) {
    return slip;
  }
  if (auto slip = text_behind_bracket(lines.back())) {
    return slip;
  }
  if (auto slip = below_bare_key(lines)) {
    return slip;
  }
  return among_lines_above(lines);
}

}  // namespace concord::rules
