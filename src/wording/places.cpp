#include "wording/places.h"

#include <algorithm>

namespace concord::wording {
namespace {

/// The text whose lines are told: the page itself where it was kept, else what was given.
std::string_view told_text(const Document& document) {
  return document.page.empty() ? std::string_view(document.text).substr(document.body_begin)
                               : std::string_view(document.page);
}

/// A span of the document in that text; nothing for words that do not stand there.
std::optional<Span> told_span(const Document& document, Span span) {
  if (!document.page.empty()) {
    return concord::in_file(document.stretches, span);
  }
  if (span.begin < document.body_begin) {
    return std::nullopt;
  }
  return Span{span.begin - document.body_begin, span.end - document.body_begin};
}

/// Lines of the file above the text.  A text in another encoding stands in its file line by line,
/// though not byte for byte.
std::uint32_t lines_above(const Document& document) {
  const bool by_line = document.in_file || document.id == document.path;
  return by_line ? document.first_line - 1 : 0;
}

}  // namespace

Places::Places(const std::vector<Document>& documents)
    : documents_(documents), lines_(documents.size()), last_(documents.size()) {}

const LineIndex& Places::lines(DocumentId id) {
  auto& index = lines_[id.index];
  if (!index) {
    index.emplace(told_text(documents_[id.index]));
  }
  return *index;
}

LineText Places::text_of(DocumentId id, std::string_view line) {
  Shown& last = last_[id.index];
  if (last.begin != line.data() || last.text.size() != line.size()) {
    last = {line.data(), LineText(line)};
  }
  return last.text;
}

Place Places::place(DocumentId id, Span span) {
  const Document& document = documents_[id.index];
  Place place;
  place.in_title = span.begin < document.body_begin;
  place.span = place.in_title
                   ? span
                   : Span{span.begin - document.body_begin, span.end - document.body_begin};
  if (const auto told = told_span(document, span)) {
    const LineColumn at = lines(id).at(told_text(document), told->begin);
    place.line = at.line + lines_above(document);
    place.column = at.column;
  }
  return place;
}

Location Places::location(DocumentId id, Span span) {
  const Document& document = documents_[id.index];
  const Place at = place(id, span);
  Location location;
  location.file = document.id;
  location.line = at.line;
  location.column = at.column;
  std::string_view text = document.text;
  Span marked = span;
  Span line = document.headline;
  if (const auto told = told_span(document, span)) {
    text = told_text(document);
    marked = *told;
    line = lines(id).line(lines(id).at(text, marked.begin).line);
  }
  if (line.begin > marked.begin || line.end < marked.begin) {
    line = marked;  // a title that ingest did not mark
  }
  location.excerpt = text_of(id, text.substr(line.begin, line.size()));
  location.marked = {marked.begin - line.begin, std::min(marked.end, line.end) - line.begin};
  return location;
}

std::string to_string(const Location& location) {
  std::string text = location.file;
  if (location.line > 0) {
    text += ':' + std::to_string(location.line);
    if (location.column > 0) {
      text += ':' + std::to_string(location.column);
    }
  }
  return text;
}

}  // namespace concord::wording
