#include "tokenize/layout.h"

#include <algorithm>

namespace concord::tokenize {
namespace {

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) {
    ++span.begin;
  }
  while (span.begin < span.end && is_blank(text[span.end - 1])) {
    --span.end;
  }
  return span;
}

/// Trimmed lines of `part`; blank ones are empty spans.  Lines end at LF, or at CR in a text
/// without LF.
std::vector<Span> lines_of(std::string_view text, Span part, char line_end) {
  constexpr std::size_t kUsual = 16;
  std::vector<Span> lines;
  lines.reserve(kUsual);
  const std::string_view within = text.substr(0, part.end);
  std::uint32_t begin = part.begin;
  while (begin < part.end) {
    const std::size_t found = within.find(line_end, begin);
    const auto end = found == std::string_view::npos ? part.end : static_cast<std::uint32_t>(found);
    lines.push_back(trimmed(text, {begin, end}));
    begin = end + 1;
  }
  return lines;
}

bool ends_a_statement(std::string_view text, Span line) {
  const std::string_view part = text.substr(line.begin, line.size());
  static constexpr std::string_view kEnds[] = {".", "!", "?", ":", "\"", "\u201D", ")"};
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

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// "begins on Tuesday," and "June 18": a line that cannot end there, whatever its width.  "by:
/// Holt" and other fields begin anew.
bool goes_on(std::string_view text, Span line, Span next) {
  constexpr std::size_t kField = 24;  // bytes to the colon of a field
  static constexpr std::string_view kOpen[] = {" the", " a",  " an",   " of",  " in",
                                               " on",  " at", " to",   " and", " or",
                                               " for", " by", " with", " from"};
  const std::string_view above = text.substr(line.begin, line.size());
  const std::string_view below = text.substr(next.begin, next.size());
  if (ends_a_statement(text, line) || below.substr(0, kField).find(':') != std::string_view::npos) {
    return false;
  }
  const bool open = std::any_of(std::begin(kOpen), std::end(kOpen),
                                [&](std::string_view word) { return above.ends_with(word); });
  const bool letters = below.size() > 1 && is_lower(below[0]) && is_lower(below[1]);
  const bool spaced = above.find(' ') != std::string_view::npos;
  return spaced && (above.ends_with(',') || open || letters);
}

void add_block(std::string_view text, const Span* first, const Span* last,
               std::vector<Span>& paragraphs) {
  if (last - first > 1 && is_hard_wrapped(text, first, last)) {
    paragraphs.push_back({first->begin, (last - 1)->end});
    return;
  }
  for (const Span* line = first; line != last; ++line) {
    if (line != first && goes_on(text, *(line - 1), *line)) {
      paragraphs.back().end = line->end;
    } else {
      paragraphs.push_back(*line);
    }
  }
}

void add_paragraphs(std::string_view text, Span part, std::vector<Span>& paragraphs) {
  const char line_end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  const std::vector<Span> lines = lines_of(text, part, line_end);
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
