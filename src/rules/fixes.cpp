// Changes of rule files that mend a complaint.
#include <algorithm>
#include <string>

#include "base/line_index.h"
#include "rules/keys.h"
#include "rules/page.h"
#include "rules/rules.h"

namespace concord::rules {
namespace {

constexpr std::string_view kPhraseKeys[] = {
    "find",  "unless",     "phrases",   "cue",           "not cue",        "stops at",
    "nouns", "background", "aftermath", "compared with", "add to phrases", "add to unless"};

/// A complaint that a phrase behind a colon brings about: YAML makes a mapping, a list, a quoted
/// text of it, or stumbles.
bool may_be_slip(const Diagnostic& diagnostic) {
  constexpr std::string_view kCodes[] = {"E104", "E202", "E106", "E107", "E108", "E113", "E302"};
  return std::ranges::find(kCodes, diagnostic.code) != std::end(kCodes);
}

/// `    find: {n} people died` as a block: a bar, and the phrase on the next line.
std::optional<Fix> as_block(std::string_view line, std::uint32_t begin) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const bool item = line.substr(indent).starts_with("- ");
  const std::size_t key =
      item ? std::min(line.find_first_not_of(' ', indent + 1), line.size()) : indent;
  const std::size_t colon = line.find(": ", key);
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view name = line.substr(key, colon - key);
  const bool known =
      std::ranges::any_of(kPhraseKeys, [&](std::string_view one) { return same_key(one, name); });
  const std::size_t value = line.find_first_not_of(' ', colon + 1);
  constexpr std::string_view kTaken = "{[\"'!&*|>%@`#";
  if (!known || value == std::string_view::npos ||
      kTaken.find(line[value]) == std::string_view::npos) {
    return std::nullopt;
  }
  const bool bar = line[value] == '|' || line[value] == '>';
  const std::size_t phrase = bar ? line.find_first_not_of(" +-", value + 1) : value;
  if (phrase == std::string_view::npos || (bar && line[phrase] == '#')) {
    return std::nullopt;  // a block as it should be
  }
  Fix fix;
  fix.span = {begin + static_cast<std::uint32_t>(colon + 1),
              begin + static_cast<std::uint32_t>(line.size())};
  fix.replacement = " |\n" + std::string(key + 2, ' ') + std::string(line.substr(phrase));
  return fix;
}

/// The comment of an unused `# quiet:`, with its whole line where it stands alone.
Fix without_comment_at(std::string_view text, Span line, std::uint32_t begin) {
  const std::string_view before = text.substr(line.begin, begin - line.begin);
  const std::size_t code = before.find_last_not_of(' ');
  Fix fix;
  if (code == std::string_view::npos) {
    const auto end = std::min<std::size_t>(line.end + 1, text.size());
    fix.span = {line.begin, static_cast<std::uint32_t>(end)};
  } else {
    fix.span = {line.begin + static_cast<std::uint32_t>(code + 1), line.end};
  }
  return fix;
}

/// How many blanks a line that is indented with tabs should begin with: as many as the line before
/// it, two more where that one opens something or has fewer tabs, and as many more as it has blanks
/// beside the same tabs.
std::size_t indent_meant(const RuleText& file, const LineIndex& lines, std::uint32_t number) {
  std::size_t indent = 0;
  std::size_t tabs = 0;
  std::size_t blanks = 0;
  bool opens = false;
  for (std::uint32_t i = 1; i <= number; ++i) {
    const Span span = lines.line(i);
    const std::string_view line = std::string_view(file.text).substr(span.begin, span.size());
    const std::size_t code = line.find_first_not_of(" \t");
    if (code == std::string_view::npos) {
      continue;
    }
    const auto own = static_cast<std::size_t>(std::ranges::count(line.substr(0, code), '\t'));
    if (own == 0) {
      indent = code;
    } else if (tabs == 0) {
      indent += opens ? 2 : 0;
    } else {
      const std::size_t more = 2 * own + (code - own);
      const std::size_t less = 2 * tabs + blanks;
      indent = more >= less ? indent + (more - less) : indent - std::min(indent, less - more);
    }
    tabs = own;
    blanks = code - own;
    opens = line.back() == ':' || line.back() == '|' || line.back() == '>';
  }
  return indent;
}

/// Blanks for the tabs that a line begins with.
void mend_indent(const RuleText& file, const LineIndex& lines, Diagnostic& diagnostic) {
  const Span span = lines.line(diagnostic.where.line);
  const std::string_view line = std::string_view(file.text).substr(span.begin, span.size());
  const std::size_t code = std::min(line.find_first_not_of(" \t"), line.size());
  if (line.substr(0, code).find('\t') != std::string_view::npos) {
    diagnostic.fix = Fix{{span.begin, span.begin + static_cast<std::uint32_t>(code)},
                         std::string(indent_meant(file, lines, diagnostic.where.line), ' ')};
  }
}

void add_fix(const RuleText& file, const LineIndex& lines, Diagnostic& diagnostic) {
  if (diagnostic.where.line == 0 || diagnostic.where.line > lines.line_count()) {
    return;
  }
  if (diagnostic.code == "E105") {
    mend_indent(file, lines, diagnostic);
  }
  if (diagnostic.fix) {
    return;
  }
  const Span span = lines.line(diagnostic.where.line);
  const std::string_view line = std::string_view(file.text).substr(span.begin, span.size());
  if (diagnostic.code == "E214") {
    const std::size_t mark = line.find_last_not_of(' ');
    if (mark != std::string_view::npos && line[mark] == '>') {
      const auto at = span.begin + static_cast<std::uint32_t>(mark);
      diagnostic.fix = Fix{{at, at + 1}, "|"};
    }
  } else if (may_be_slip(diagnostic)) {
    diagnostic.fix = as_block(line, span.begin);
    if (diagnostic.fix) {
      const bool bar = line.find(": |") != std::string_view::npos;
      diagnostic.help =
          std::string(bar ? "phrases stand on the lines below the |; "
                          : "a phrase that begins with a mark stands below a |, on a line of its "
                            "own; ") +
          "`rules lint --fix` puts it there";
    }
  } else if (diagnostic.code == "W490") {
    const std::size_t comment = line.find("# quiet:");
    if (comment != std::string_view::npos) {
      diagnostic.fix =
          without_comment_at(file.text, span, span.begin + static_cast<std::uint32_t>(comment));
    }
  }
}

}  // namespace

void add_fixes(const std::vector<RuleText>& files, Diagnostics& diagnostics) {
  for (const RuleText& file : files) {
    const auto is_about = [&](const Diagnostic& one) { return one.where.file == file.name; };
    if (std::ranges::none_of(diagnostics, is_about)) {
      continue;
    }
    const LineIndex lines(file.text);
    for (Diagnostic& diagnostic : diagnostics) {
      if (is_about(diagnostic)) {
        add_fix(file, lines, diagnostic);
      }
    }
  }
}

std::optional<std::string> mended(const RuleText& file, const Diagnostics& diagnostics) {
  std::vector<Fix> fixes;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.fix && diagnostic.where.file == file.name) {
      fixes.push_back(*diagnostic.fix);
    }
  }
  std::ranges::sort(fixes, [](const Fix& a, const Fix& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
  std::string text;
  std::size_t at = 0;
  for (const Fix& fix : fixes) {
    if (fix.span.begin < at || fix.span.end > file.text.size()) {
      continue;
    }
    text += file.text.substr(at, fix.span.begin - at) + fix.replacement;
    at = fix.span.end;
  }
  text += file.text.substr(at);
  return fixes.empty() ? std::nullopt : std::optional(text);
}

}  // namespace concord::rules
