#include "report/places.h"

#include <algorithm>

namespace concord::report {

Places::Places(const std::vector<Document>& documents)
    : documents_(documents), lines_(documents.size()) {}

const LineIndex& Places::lines(DocumentId id) {
  auto& index = lines_[id.index];
  if (!index) {
    const Document& document = documents_[id.index];
    index.emplace(std::string_view(document.text).substr(document.body_begin));
  }
  return *index;
}

Place Places::place(DocumentId id, Span span) {
  const Document& document = documents_[id.index];
  if (span.begin < document.body_begin) {
    return {.span = span, .in_title = true};
  }
  Place place;
  place.span = {span.begin - document.body_begin, span.end - document.body_begin};
  const std::string_view body = std::string_view(document.text).substr(document.body_begin);
  const LineColumn at = lines(id).at(body, place.span.begin);
  place.line = at.line + (document.in_file ? document.first_line - 1 : 0);
  place.column = at.column;
  return place;
}

Location Places::location(DocumentId id, Span span) {
  const Document& document = documents_[id.index];
  const Place at = place(id, span);
  Location location;
  location.file = document.id;
  location.line = at.line;
  location.column = at.column;
  Span line = document.headline;
  if (!at.in_title) {
    const auto number =
        lines(id)
            .at(std::string_view(document.text).substr(document.body_begin), at.span.begin)
            .line;
    line = lines(id).line(number);
    line = {line.begin + document.body_begin, line.end + document.body_begin};
  }
  if (line.begin > span.begin || line.end < span.begin) {
    line = span;  // a title that ingest did not mark
  }
  location.excerpt = document.text.substr(line.begin, line.size());
  location.marked = {span.begin - line.begin, std::min(span.end, line.end) - line.begin};
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

}  // namespace concord::report
