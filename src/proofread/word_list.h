#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace concord::proofread {

/// Words to look for in running text, put in order of their length when the program is compiled: a
/// word is held against those as long as itself.  Each has fewer than 24 bytes.
template <std::size_t N>
class WordList {
 public:
  template <class... Words>
  constexpr explicit WordList(const Words&... words) : words_{std::string_view(words)...} {
    std::ranges::sort(words_, {}, [](std::string_view word) { return word.size(); });
    for (const std::string_view word : words_) {
      for (std::size_t longer = word.size() + 1; longer < begin_.size(); ++longer) {
        ++begin_[longer];
      }
    }
  }

  constexpr bool contains(std::string_view word) const {
    if (word.size() + 1 >= begin_.size()) {
      return false;
    }
    for (std::size_t i = begin_[word.size()]; i < begin_[word.size() + 1]; ++i) {
      if (words_[i].front() == word.front() && words_[i] == word) {
        return true;
      }
    }
    return false;
  }

 private:
  static constexpr std::size_t kSizes = 24;

  std::array<std::string_view, N> words_;
  std::array<std::uint16_t, kSizes + 1> begin_{};  // of the words of each size, and of longer ones
};

template <class... Words>
WordList(const Words&...) -> WordList<sizeof...(Words)>;

}  // namespace concord::proofread
