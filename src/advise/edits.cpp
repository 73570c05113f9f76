#include "advise/edits.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/line_index.h"
#include "base/span.h"

namespace concord::advise {
namespace {

constexpr std::size_t kContext = 3;  // lines

struct Change {
  std::size_t begin = 0;
  std::size_t end = 0;
  const Diagnostic* diagnostic = nullptr;
  bool again = false;  // of the headline, where the title of a page has its words too
};

/// Where the words of a fix stand in the file; nothing if other words stand there.
std::optional<Change> change_of(std::string_view bytes, const LineIndex& lines,
                                const Diagnostic& diagnostic) {
  const Location& where = diagnostic.fix->where;
  if (where.line == 0 || where.line > lines.line_count()) {
    return std::nullopt;
  }
  const Span line = lines.line(where.line);
  std::string_view found = bytes.substr(line.begin, line.size());
  std::size_t begin = line.begin;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";  // of a file's byte order
  if (where.line == 1 && found.starts_with(kMark) && !where.excerpt.view().starts_with(kMark)) {
    found.remove_prefix(kMark.size());
    begin += kMark.size();
  }
  if (found != where.excerpt.view() || where.marked.empty()) {
    return std::nullopt;
  }
  return Change{begin + where.marked.begin, begin + where.marked.end, &diagnostic};
}

/// The words inside the element that `open` begins ("<title"), from byte `from` on; empty if it is
/// not there.
Span inside(std::string_view bytes, std::string_view open, std::string_view close,
            std::size_t from) {
  const std::size_t at = bytes.find(open, from);
  const std::size_t begin = at == std::string_view::npos ? at : bytes.find('>', at);
  const std::size_t end = begin == std::string_view::npos ? begin : bytes.find(close, begin);
  return end == std::string_view::npos
             ? Span{}
             : Span{static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end)};
}

/// The same change in the <title> of a page, where that has the words of its <h1>: whoever mends
/// one alone makes the page contradict itself.
std::optional<Change> change_in_title(std::string_view bytes, const Change& change) {
  const Span title = inside(bytes, "<title", "</title>", 0);
  const Span heading = inside(bytes, "<h1", "</h1>", title.end);
  if (title.empty() || heading.empty() || change.begin < heading.begin ||
      heading.end < change.end) {
    return std::nullopt;
  }
  const std::string_view words = bytes.substr(heading.begin, heading.size());
  const std::size_t at = bytes.substr(title.begin, title.size()).find(words);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t begin = title.begin + at + (change.begin - heading.begin);
  return Change{begin, begin + (change.end - change.begin), change.diagnostic, true};
}

std::string left_because(const Diagnostic& diagnostic) {
  if (diagnostic.suppression) {
    return "set aside: " + diagnostic.suppression->reason;
  }
  return diagnostic.fix ? "its words do not stand in the file in one piece" : diagnostic.help;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string diff_line(char mark, std::string_view line) {
  const bool whole = line.ends_with('\n');
  return mark + std::string(line) + (whole ? "" : "\n\\ No newline at end of file\n");
}

/// The lines [first, last) with the changed ones among them.
std::string hunk(const std::vector<std::string_view>& before,
                 const std::vector<std::string_view>& after, std::size_t first, std::size_t last) {
  std::string text = fmt::format("@@ -{0},{1} +{0},{1} @@\n", first + 1, last - first);
  for (std::size_t i = first; i < last;) {
    if (before[i] == after[i]) {
      text += diff_line(' ', before[i++]);
      continue;
    }
    std::size_t end = i;
    while (end < last && before[end] != after[end]) {
      ++end;
    }
    for (std::size_t line = i; line < end; ++line) {
      text += diff_line('-', before[line]);
    }
    for (; i < end; ++i) {
      text += diff_line('+', after[i]);
    }
  }
  return text;
}

/// What the diagnostics change, in text order; notes what they leave.
std::vector<Change> changes_of(std::string_view bytes, const Diagnostics& diagnostics,
                               EditedDraft& edited) {
  const LineIndex lines(bytes);
  std::vector<Change> changes;
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool asks = diagnostic.severity != Severity::note && !diagnostic.help.empty();
    if (!diagnostic.fix && !diagnostic.offer && !asks) {
      continue;
    }
    const auto change = diagnostic.fix && !diagnostic.suppression
                            ? change_of(bytes, lines, diagnostic)
                            : std::nullopt;
    if (change) {
      changes.push_back(*change);
      if (const auto again = change_in_title(bytes, *change)) {
        changes.push_back(*again);
      }
    } else {
      edited.left.push_back({&diagnostic, left_because(diagnostic)});
    }
  }
  std::ranges::stable_sort(changes, {}, &Change::begin);
  return changes;
}

}  // namespace

EditedDraft edit_draft(std::string_view bytes, const Diagnostics& diagnostics) {
  EditedDraft edited;
  const std::vector<Change> changes = changes_of(bytes, diagnostics, edited);
  std::size_t done = 0;
  for (const Change& change : changes) {
    if (change.begin < done) {
      if (!change.again) {
        edited.left.push_back({change.diagnostic, "another change stands there"});
      }
      continue;
    }
    const std::string& replacement = change.diagnostic->fix->replacement;
    edited.bytes += bytes.substr(done, change.begin - done);
    edited.bytes += replacement;
    done = change.end;
    if (change.again) {
      continue;
    }
    edited.made.push_back(
        {change.diagnostic,
         fmt::format("\"{}\" -> \"{}\"", bytes.substr(change.begin, change.end - change.begin),
                     replacement)});
  }
  edited.bytes += bytes.substr(done);
  return edited;
}

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  const std::size_t count = std::min(old_lines.size(), new_lines.size());
  std::string text;
  std::size_t next = 0;
  while (true) {
    while (next < count && old_lines[next] == new_lines[next]) {
      ++next;
    }
    if (next == count) {
      return text;
    }
    const std::size_t first = next - std::min(next, kContext);
    std::size_t last = next;  // after the last changed line of the hunk
    for (std::size_t i = next; i < count && i <= last + 2 * kContext; ++i) {
      last = old_lines[i] != new_lines[i] ? i + 1 : last;
    }
    next = last;
    text += text.empty() ? fmt::format("--- a/{0}\n+++ b/{0}\n", name) : "";
    text += hunk(old_lines, new_lines, first, std::min(last + kContext, count));
  }
}

}  // namespace concord::advise
