#include "proofread/stems.h"

#include <algorithm>

namespace concord::proofread {
namespace {

constexpr std::size_t kStem = 4;  // letters that two forms of a word share

}  // namespace

bool is_empty_word(std::string_view word) {
  constexpr std::string_view kEmpty[] = {
      "after", "with", "from", "that", "over", "into",  "says",  "said", "more",  "than",  "about",
      "when",  "were", "have", "been", "will", "their", "which", "year", "years", "people"};
  return word.size() < kStem || is_in(word, kEmpty);
}

std::set<std::string_view> stems_in(const CopyText& text, std::size_t begin, std::size_t end,
                                    std::string_view noun) {
  std::set<std::string_view> stems;
  for (std::size_t i = begin; i < end; ++i) {
    if (text.is_word(i) && text.value(i) == nullptr && text.word(i) != noun &&
        !is_empty_word(text.word(i))) {
      stems.insert(text.word(i).substr(0, kStem));
    }
  }
  return stems;
}

std::size_t shared(const std::set<std::string_view>& one, const std::set<std::string_view>& other) {
  return static_cast<std::size_t>(
      std::ranges::count_if(one, [&](std::string_view stem) { return other.contains(stem); }));
}

}  // namespace concord::proofread
