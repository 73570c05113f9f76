#include "tokenize/layout.h"

#include <algorithm>

namespace concord::tokenize {
namespace {

constexpr std::string_view kBlank = " \t\r\n\v\f";

Span trimmed(std::string_view text, Span span) {
  const std::string_view part = text.substr(span.begin, span.size());
  const std::size_t first = part.find_first_not_of(kBlank);
  if (first == std::string_view::npos) {
    return {span.begin, span.begin};
  }
  const std::size_t last = part.find_last_not_of(kBlank);
  return {span.begin + static_cast<std::uint32_t>(first),
          span.begin + static_cast<std::uint32_t>(last) + 1};
}

/// Trimmed lines of `part`; blank ones are empty spans.
std::vector<Span> lines_of(std::string_view text, Span part) {
  std::vector<Span> lines;
  std::uint32_t begin = part.begin;
  while (begin < part.end) {
    const std::size_t found = text.substr(0, part.end).find_first_of("\n\r", begin);
    const auto end = found == std::string_view::npos ? part.end : static_cast<std::uint32_t>(found);
    lines.push_back(trimmed(text, {begin, end}));
    const bool two = end + 1 < part.end && text[end] == '\r' && text[end + 1] == '\n';
    begin = end + (two ? 2 : 1);
  }
  return lines;
}

bool ends_a_statement(std::string_view text, Span line) {
  const std::string_view part = text.substr(line.begin, line.size());
  constexpr std::string_view kEnds[] = {".", "!", "?", ":", "\"", "\u201D", ")"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [part](std::string_view end) { return part.ends_with(end); });
}

/// Lines of one width that mostly break inside sentences: text wrapped by hand or by mail.
bool is_hard_wrapped(std::string_view text, const Span* first, const Span* last) {
  constexpr std::uint32_t kWidest = 120;
  constexpr std::size_t kNarrowest = 40;
  const auto inner = static_cast<std::size_t>(last - first) - 1;
  std::size_t bytes = 0;
  std::size_t broken = 0;
  for (const Span* line = first; line != last; ++line) {
    if (line->size() > kWidest) {
      return false;
    }
    if (line + 1 != last) {
      bytes += line->size();
      broken += ends_a_statement(text, *line) ? 0 : 1;
    }
  }
  return bytes >= kNarrowest * inner && 2 * broken > inner;
}

void add_block(std::string_view text, const Span* first, const Span* last,
               std::vector<Span>& paragraphs) {
  if (last - first > 1 && is_hard_wrapped(text, first, last)) {
    paragraphs.push_back({first->begin, (last - 1)->end});
    return;
  }
  paragraphs.insert(paragraphs.end(), first, last);
}

void add_paragraphs(std::string_view text, Span part, std::vector<Span>& paragraphs) {
  const std::vector<Span> lines = lines_of(text, part);
  const Span* const end = lines.data() + lines.size();
  const Span* line = lines.data();
  while (line != end) {
    const Span* const last = std::find_if(line, end, [](Span each) { return each.empty(); });
    if (line != last) {
      add_block(text, line, last, paragraphs);
    }
    line = std::find_if(last, end, [](Span each) { return !each.empty(); });
  }
}

}  // namespace

std::vector<Span> find_paragraphs(std::string_view text, Span headline) {
  std::vector<Span> paragraphs;
  const auto size = static_cast<std::uint32_t>(text.size());
  const Span title = trimmed(text, headline);
  if (title.empty()) {
    add_paragraphs(text, {0, size}, paragraphs);
    return paragraphs;
  }
  add_paragraphs(text, {0, title.begin}, paragraphs);
  paragraphs.push_back(title);
  add_paragraphs(text, {title.end, size}, paragraphs);
  return paragraphs;
}

}  // namespace concord::tokenize
