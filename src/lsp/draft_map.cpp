#include "lsp/draft_map.h"

#include <algorithm>

namespace concord::lsp {
namespace {

/// Where the body begins in its file; nothing where it does not stand there byte for byte.
std::optional<std::size_t> body_in(std::string_view file, const Document& document) {
  const std::string_view body = std::string_view(document.text).substr(document.body_begin);
  if (!document.in_file || body.empty()) {
    return std::nullopt;
  }
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < document.first_line && at < file.size(); ++line) {
    at = std::min(file.find('\n', at), file.size() - 1) + 1;
  }
  const std::size_t found = file.find(body, at);
  return found == std::string_view::npos ? std::nullopt : std::optional(found);
}

}  // namespace

DraftMap::DraftMap(const Document& document, std::string_view file)
    : is_page_(!document.page.empty()),
      lines_(is_page_ ? std::string_view(document.page)
                      : std::string_view(document.text).substr(document.body_begin)),
      headline_(document.headline),
      body_begin_(document.body_begin),
      line_before_(document.in_file ? document.first_line - 1 : 0) {
  if (is_page_) {
    stretches_ = document.page == file ? document.stretches : std::vector<Stretch>();
  } else if (const auto body = body_in(file, document)) {
    const auto size = static_cast<std::uint32_t>(document.text.size()) - body_begin_;
    stretches_ = {{body_begin_, static_cast<std::uint32_t>(*body), size, size}};
  }
}

std::optional<Span> DraftMap::in_file(Span span) const {
  return concord::in_file(stretches_, span);
}

std::optional<Span> DraftMap::in_file(const Location& where) const {
  std::uint32_t begin = headline_.begin;
  if (where.line > 0) {
    if (where.line <= line_before_ || where.line - line_before_ > lines_.line_count()) {
      return std::nullopt;
    }
    begin = lines_.line(where.line - line_before_).begin;
    if (is_page_) {
      return stretches_.empty()
                 ? std::nullopt
                 : std::optional(Span{begin + where.marked.begin, begin + where.marked.end});
    }
    begin += body_begin_;
  }
  return in_file(Span{begin + where.marked.begin, begin + where.marked.end});
}

}  // namespace concord::lsp
