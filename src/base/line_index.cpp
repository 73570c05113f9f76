#include "base/line_index.h"

#include <algorithm>
#include <cassert>

#include "base/utf8.h"

namespace concord {
namespace {

constexpr std::size_t kBlock = 256;

}  // namespace

LineIndex::LineIndex(std::string_view text) {
  starts_.push_back(0);
  // Text without CR, nearly all there is, is searched for LF alone, many bytes at a time.
  const bool only_lf = text.find('\r') == std::string_view::npos;
  const auto next = [&](std::size_t from) {
    return only_lf ? text.find('\n', from) : text.find_first_of("\r\n", from);
  };
  for (std::size_t at = next(0); at != std::string_view::npos; at = next(at)) {
    const bool two = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    ends_.push_back(static_cast<std::uint32_t>(at));
    at += two ? 2 : 1;
    starts_.push_back(static_cast<std::uint32_t>(at));
  }
  ends_.push_back(static_cast<std::uint32_t>(text.size()));
  std::size_t count = 0;
  for (std::size_t block = 0; block <= text.size(); block += kBlock) {
    counts_.push_back(static_cast<std::uint32_t>(count));
    count += code_points(text.substr(block, kBlock));
  }
  counts_.push_back(static_cast<std::uint32_t>(count));
}

std::size_t LineIndex::code_points_before(std::string_view text, std::uint32_t offset) const {
  const std::size_t block = offset / kBlock;
  const bool ascii =
      counts_[block + 1] - counts_[block] == std::min(kBlock, text.size() - block * kBlock);
  if (ascii) {
    return counts_[block] + offset % kBlock;
  }
  return counts_[block] + code_points(text.substr(block * kBlock, offset - block * kBlock));
}

LineColumn LineIndex::at(std::string_view text, std::uint32_t offset) const {
  const auto size = static_cast<std::uint32_t>(text.size());
  offset = std::min(offset, size);
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  const std::uint32_t begin = starts_[line - 1];
  // An offset inside a line's end stands at the end of that line.
  const std::uint32_t end = std::min(offset, std::max(begin, ends_[line - 1]));
  const std::size_t before = code_points_before(text, end) - code_points_before(text, begin);
  return {line, static_cast<std::uint32_t>(before) + 1};
}

Span LineIndex::line(std::uint32_t line) const {
  assert(line >= 1 && line <= line_count());
  return {starts_[line - 1], ends_[line - 1]};
}

}  // namespace concord
