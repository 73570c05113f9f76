#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace concord::report {
namespace {

constexpr std::string_view kCut = "...";
constexpr std::uint32_t kLongestWord = 20;  // a longer one may be cut in two

/// Offsets at which code points begin, and the end of the text.
std::vector<std::uint32_t> code_point_starts(std::string_view text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (is_code_point_start(text, i)) {
      starts.push_back(i);
    }
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

struct Window {
  std::uint32_t begin = 0;  // code points
  std::uint32_t end = 0;
};

Window around(Window mark, std::uint32_t count, std::uint32_t width) {
  if (count <= width) {
    return {0, count};
  }
  const std::uint32_t room = width - 2 * static_cast<std::uint32_t>(kCut.size());
  const std::uint32_t size = std::min(mark.end - mark.begin, room);
  const std::uint32_t before = (room - size) * 2 / 3;  // what leads to a figure tells most about it
  Window window;
  window.begin = mark.begin > before ? mark.begin - before : 0;
  window.end = std::min(window.begin + room, count);
  window.begin = std::min(window.begin, window.end > room ? window.end - room : 0);
  return window;
}

/// The bytes of a line that a window of `width` code points around the mark can show, and as many
/// beside it: a line of megabytes is not read to its ends for each of its marks.
Span near_mark(std::string_view line, Span marked, std::size_t width) {
  const std::size_t beside = 4 * width;  // bytes; a code point has at most four
  const auto start_at = [&](std::size_t offset) {
    offset = std::min(offset, line.size());
    while (offset > 0 && !is_code_point_start(line, offset)) {
      --offset;
    }
    return static_cast<std::uint32_t>(offset);
  };
  return {start_at(marked.begin > beside ? marked.begin - beside : 0),
          start_at(marked.begin + std::min<std::size_t>(marked.size(), beside) + beside)};
}

}  // namespace

Excerpt excerpt(std::string_view line, Span marked, std::uint32_t width) {
  width = std::max<std::uint32_t>(width, 20);
  const Span near = near_mark(line, marked, width);
  std::string flat(line.substr(near.begin, near.size()));
  marked = {marked.begin - near.begin, marked.end - near.begin};
  std::ranges::replace(flat, '\t', ' ');
  if (near.end == line.size()) {
    flat.erase(flat.find_last_not_of(" \r\n") + 1);
  }
  const auto starts = code_point_starts(flat);
  const auto count = static_cast<std::uint32_t>(starts.size() - 1);
  const auto index_of = [&](std::uint32_t offset) {
    const auto found = std::ranges::lower_bound(starts, offset);
    return std::min(static_cast<std::uint32_t>(found - starts.begin()), count);
  };
  const Window mark{index_of(marked.begin), index_of(marked.end)};
  Window window = around(mark, count, width);
  const auto is_space = [&](std::uint32_t i) { return flat[starts[i]] == ' '; };
  if (window.begin > 0) {
    std::uint32_t word = window.begin;
    while (word < mark.begin && word - window.begin < kLongestWord && !is_space(word)) {
      ++word;
    }
    window.begin = word < mark.begin && is_space(word) ? word + 1 : window.begin;
  }
  if (window.end < count) {
    std::uint32_t word = window.end;
    while (word > mark.end && window.end - word < kLongestWord && !is_space(word)) {
      --word;
    }
    window.end = word > mark.end && is_space(word) ? word : window.end;
  }
  Excerpt result;
  result.text = near.begin + window.begin > 0 ? kCut : "";
  result.column = static_cast<std::uint32_t>(result.text.size()) + mark.begin - window.begin;
  const std::string_view shown = std::string_view(flat).substr(
      starts[window.begin], starts[window.end] - starts[window.begin]);
  result.text += without_controls(shown);
  result.text += window.end < count || near.end < line.size() ? kCut : "";
  result.marked = std::max(1U, std::min(mark.end, window.end) - std::min(mark.begin, window.end));
  return result;
}

}  // namespace concord::report
