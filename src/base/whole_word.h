#pragma once

#include <cstddef>
#include <string_view>

namespace concord {

/// Where `word` stands in the text first, at `from` or behind, and is no part of a longer one; npos
/// if it does not.  `is_inside` tells the bytes that words are made of.
template <class IsInside>
std::size_t find_whole_word(std::string_view text, std::string_view word, std::size_t from,
                            IsInside is_inside) {
  for (std::size_t at = word.empty() ? std::string_view::npos : text.find(word, from);
       at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_inside(text[at - 1])) && (end == text.size() || !is_inside(text[end]))) {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace concord
