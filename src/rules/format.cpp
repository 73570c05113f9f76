// `concord rules fmt`: one form for rule files, comments kept.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "rules/complaints.h"
#include "rules/keys.h"
#include "rules/page.h"
#include "rules/phrase_words.h"
#include "rules/rules.h"
#include "rules/yaml_tree.h"

namespace concord::rules {
namespace {

constexpr std::string_view kPhraseKeys[] = {
    "find",           "unless",        "phrases",    "cue",       "not cue",
    "stops at",       "nouns",         "background", "aftermath", "compared with",
    "add to phrases", "add to unless", "written"};

struct Line {
  std::string text;  // without indentation and trailing blanks
  std::size_t indent = 0;
  bool literal = false;  // inside a block scalar
  bool phrase = false;   // inside one that holds phrases
};

/// The key that a line of a mapping begins with ("- phrases: |" too); empty if none.
std::string_view key_of(std::string_view line) {
  if (line.starts_with("- ")) {
    line.remove_prefix(std::min(line.find_first_not_of(' ', 1), line.size()));
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || line.empty() || line.front() == '#' ||
      line.front() == '"' || line.front() == '\'' || line.front() == '{' || line.front() == '[' ||
      (colon + 1 < line.size() && line[colon + 1] != ' ')) {
    return {};
  }
  return line.substr(0, colon);
}

bool opens_block(std::string_view line) {
  const std::string_view code = without_comment(line);
  const std::size_t last = code.find_last_not_of(' ');
  const std::string_view end = last == std::string_view::npos ? code : code.substr(0, last + 1);
  const std::size_t mark = end.find_last_of(' ');
  const std::string_view scalar = mark == std::string_view::npos ? end : end.substr(mark + 1);
  return !key_of(line).empty() &&
         (scalar == "|" || scalar == "|-" || scalar == "|+" || scalar == ">" || scalar == ">-");
}

/// Words of a known key with the spaces that the handbook writes: stale_after -> stale after.
std::string canonical_key(std::string_view key) {
  for (const Section& section : kSections) {
    for (const KeyRule& rule : section.keys) {
      if (same_key(rule.name, key) && rule.name.find(' ') != std::string_view::npos) {
        return std::string(rule.name);
      }
    }
  }
  return std::string(key);
}

/// One space between items, none inside brackets and around bars: "( a | b )" -> "(a|b)".
std::string canonical_phrase(std::string_view line) {
  std::string out;
  const std::string_view code = without_comment(line);
  bool quoted = false;
  for (const char byte : code) {
    quoted = byte == '"' ? !quoted : quoted;
    const char before = out.empty() ? ' ' : out.back();
    const bool opener = before == '(' || before == '[' || before == '{' || before == '<';
    if (!quoted && byte == ' ' && (before == ' ' || opener)) {
      continue;
    }
    const bool closer = byte == ')' || byte == ']' || byte == '}' || byte == '>';
    if (!quoted && closer && out.ends_with(' ')) {
      out.pop_back();
    }
    out += byte;
  }
  out.erase(out.find_last_not_of(' ') + 1);
  const std::string_view comment = line.substr(code.size());
  return comment.empty() ? out : out + (out.empty() ? "" : "  ") + std::string(comment);
}

/// Where a walk through a phrase is.
struct Walk {
  int depth = 0;  // of round and square brackets
  bool quoted = false;

  void see(char byte) {
    quoted = byte == '"' ? !quoted : quoted;
    if (!quoted) {
      depth += byte == '(' || byte == '[' ? 1 : 0;
      depth -= byte == ')' || byte == ']' ? 1 : 0;
    }
  }
};

/// Bars inside brackets without blanks around them; at the outer level with one on each side.
std::string canonical_bars(std::string_view line) {
  std::string out;
  Walk walk;
  const std::string_view code = without_comment(line);
  for (std::size_t at = 0; at < code.size(); ++at) {
    walk.see(code[at]);
    if (walk.quoted || code[at] != '|') {
      out += code[at];
      continue;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += walk.depth > 0 ? "|" : " | ";
    at = std::min(code.find_first_not_of(' ', at + 1), code.size()) - 1;
  }
  return out + std::string(line.substr(code.size()));
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool inside = false;    // a block scalar,
  std::size_t block = 0;  // whose key stands at this indentation
  bool phrases = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view raw = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    raw = raw.substr(0, raw.find_last_not_of(" \r") + 1);
    Line line;
    line.indent = std::min(raw.find_first_not_of(' '), raw.size());
    line.text = raw.substr(line.indent);
    if (inside && (line.text.empty() || line.indent > block)) {
      line.literal = true;
      line.phrase = phrases;
    } else {
      inside = opens_block(line.text);
      if (inside) {
        const bool item = line.text.starts_with("- ");
        block = line.indent + (item ? 2 : 0);
        const std::string key = canonical_key(key_of(line.text));
        phrases = std::ranges::find(kPhraseKeys, key) != std::end(kPhraseKeys);
      }
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Two spaces a level; list items stand one level below their key.
class Indenter {
 public:
  void place(std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Line& line = lines[i];
      if (line.literal) {
        place_literal(lines, i);
      } else if (!line.text.empty() && line.text.front() != '#') {
        line.indent = level(line);
      }
    }
    // A comment stands where what it speaks of stands.
    std::size_t below = 0;
    for (std::size_t i = lines.size(); i-- > 0;) {
      if (lines[i].literal || lines[i].text.empty()) {
        continue;
      }
      if (lines[i].text.front() == '#') {
        lines[i].indent = below;
      }
      below = lines[i].indent;
    }
  }

 private:
  struct Level {
    std::size_t written;
    std::size_t now;
    bool item;  // a list's
  };

  std::size_t level(Line& line) {
    const std::size_t written = line.indent;
    const bool item = line.text.starts_with("- ");
    while (!levels_.empty() &&
           (levels_.back().written > written ||
            (levels_.back().written == written && levels_.back().item && !item))) {
      levels_.pop_back();
    }
    if (levels_.empty() || levels_.back().written != written || levels_.back().item != item) {
      levels_.push_back({written, levels_.empty() ? 0 : levels_.back().now + 2, item});
    }
    const std::size_t now = levels_.back().now;
    if (item) {  // the keys behind "- " are a level of their own
      const std::size_t offset = std::min(line.text.find_first_not_of(' ', 1), line.text.size());
      levels_.push_back({written + offset, now + 2, false});
      line.text = "- " + line.text.substr(offset);
    }
    return now;
  }

  /// Keeps the lines of a block as they stand to one another.
  void place_literal(std::vector<Line>& lines, std::size_t i) {
    Line& line = lines[i];
    if (!lines[i - 1].literal) {
      first_ = line.indent;
      base_ = (levels_.empty() ? 0 : levels_.back().now) + 2;
    }
    line.indent = base_ + (line.indent > first_ && !line.phrase ? line.indent - first_ : 0);
  }

  std::vector<Level> levels_;
  std::size_t first_ = 0;
  std::size_t base_ = 0;
};

/// The keys that may stand in the braces behind a key, or in those of its list.
std::span<const KeyRule> keys_in_braces(std::string_view key) {
  for (const Section& section : kSections) {
    for (const KeyRule& rule : section.keys) {
      const auto* part = std::ranges::find(kSections, rule.part, &Section::name);
      const bool named = rule.shape == Shape::part || rule.shape == Shape::parts;
      if (named && same_key(rule.name, key) && part != std::end(kSections)) {
        return part->keys;
      }
    }
  }
  return {};
}

/// `{ stale_after: 6 hours }`: keys in braces with their blanks.
void write_keys_in_braces(std::string& text, std::span<const KeyRule> keys) {
  for (const KeyRule& key : keys) {
    for (std::size_t at = text.find_first_of("{,"); at != std::string::npos;
         at = text.find_first_of("{,", at + 1)) {
      const std::size_t begin = text.find_first_not_of(' ', at + 1);
      const std::size_t end = begin == std::string::npos ? begin : begin + key.name.size();
      const std::string_view word = end == std::string::npos
                                        ? std::string_view()
                                        : std::string_view(text).substr(begin, key.name.size());
      if (!word.empty() && word != key.name && same_key(word, key.name) &&
          std::string_view(text).substr(end).starts_with(": ")) {
        text.replace(begin, key.name.size(), key.name);
      }
    }
  }
}

/// Writes keys as the handbook does; `list` is the key whose list items follow.
void write_keys(Line& line, std::string& list) {
  const std::string key(key_of(line.text));
  if (key.empty()) {
    if (line.text.starts_with("- {")) {
      write_keys_in_braces(line.text, keys_in_braces(list));
    }
    return;
  }
  const auto begin = line.text.find(key);
  const std::string canonical = canonical_key(key);
  if (canonical != key) {
    line.text = line.text.substr(0, begin) + canonical + line.text.substr(begin + key.size());
  }
  list = line.text.ends_with(':') ? canonical : list;
  const std::size_t value = line.text.find_first_not_of(' ', begin + canonical.size() + 1);
  if (value != std::string::npos && line.text[value] == '{') {
    write_keys_in_braces(line.text, keys_in_braces(canonical));
  }
}

bool same_scalar(const YamlNode& left, const YamlNode& right) {
  const auto plain = [](const std::string& text) {
    std::string out;
    for (const char byte : text) {
      if (byte != ' ' && byte != '\n' && byte != '_' && byte != '-') {
        out += byte;
      }
    }
    return out;
  };
  return left.text == right.text || plain(left.text) == plain(right.text);
}

bool same_tree(const YamlNode& left, const YamlNode& right) {
  return left.kind == right.kind && left.children.size() == right.children.size() &&
         same_scalar(left, right) &&
         std::equal(left.children.begin(), left.children.end(), right.children.begin(), same_tree);
}

std::optional<YamlNode> tree_of(const std::string& text) {
  Diagnostics ignored;
  Complaints complaints(ignored);
  const std::uint32_t file = complaints.add_file("file", text);
  auto tree = parse_yaml(file, text, complaints);
  return complaints.errors() > 0 ? std::nullopt : std::move(tree);
}

/// Blank lines: one at most, none at the ends, one before each section of the file.
std::string joined(const std::vector<Line>& lines) {
  std::string out;
  bool blank = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.text.empty()) {
      blank = blank || i == 0;
      if (!blank) {
        out += '\n';
        blank = true;
      }
      continue;
    }
    const bool section = line.indent == 0 && line.text.ends_with(":");
    const bool under_comment = i > 0 && lines[i - 1].text.starts_with('#');
    if (section && !blank && !under_comment) {
      out += '\n';
    }
    out += std::string(line.indent, ' ') + line.text + "\n";
    blank = false;
  }
  while (out.ends_with("\n\n")) {
    out.pop_back();
  }
  return out;
}

std::string form_of(const std::string& text) {
  const std::string source = normalized_lines(text);
  const auto before = tree_of(source);
  if (!before) {
    return text;
  }
  std::vector<Line> lines = lines_of(source);
  Indenter().place(lines);
  std::string list;
  for (Line& line : lines) {
    if (line.phrase) {
      line.text = canonical_bars(canonical_phrase(line.text));
    } else if (!line.literal) {
      write_keys(line, list);
    }
  }
  std::string result = joined(lines);
  const auto after = tree_of(result);
  // What a reader of the file understands must not change; a form not foreseen stays as it is.
  return after && same_tree(*before, *after) ? result : text;
}

}  // namespace

std::string formatted(const std::string& text) {
  std::string once = form_of(text);
  return form_of(once) == once ? once : text;  // a file so odd that it has no one form
}

}  // namespace concord::rules
