#include "ingest/complaint.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"

namespace concord::ingest {
namespace {

constexpr std::size_t kLongestExcerpt = 240;  // bytes

constexpr std::string_view kErrors[] = {"D100", "D102", "D104", "D105", "D106", "D108", "D110"};

std::size_t back_to_code_point(std::string_view text, std::size_t offset) {
  while (offset > 0 && !is_code_point_start(text, offset)) {
    --offset;
  }
  return offset;
}

}  // namespace

Location locate(const std::string& file, std::string_view text, std::size_t offset,
                std::size_t size) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_begin =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const std::size_t line_end = std::min(text.find_first_of("\r\n", offset), text.size());

  Location where;
  where.file = file;
  where.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  where.column = static_cast<std::uint32_t>(code_points(before.substr(line_begin))) + 1;

  // A long line is shown from a little before the place.
  std::size_t begin = line_begin;
  if (offset - line_begin > kLongestExcerpt / 2) {
    begin = back_to_code_point(text, offset - kLongestExcerpt / 2);
  }
  const std::size_t end = back_to_code_point(text, std::min(line_end, begin + kLongestExcerpt));
  where.excerpt = LineText(text.substr(begin, end - begin));
  where.marked.begin = static_cast<std::uint32_t>(std::min(offset, end) - begin);
  where.marked.end =
      static_cast<std::uint32_t>(std::min(offset + size, std::max(offset, end)) - begin);
  where.marked.end = std::max(where.marked.begin,
                              std::min(where.marked.end, static_cast<std::uint32_t>(end - begin)));
  return where;
}

Location whole_file(const std::string& file) {
  Location where;
  where.file = file;
  return where;
}

void complain(Diagnostics& diagnostics, std::string code, std::string message, Location where,
              std::string help) {
  Diagnostic diagnostic;
  const bool error = std::find(std::begin(kErrors), std::end(kErrors), code) != std::end(kErrors);
  diagnostic.severity = error ? Severity::error : Severity::warning;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.where = std::move(where);
  diagnostic.help = std::move(help);
  diagnostics.push_back(std::move(diagnostic));
}

}  // namespace concord::ingest
