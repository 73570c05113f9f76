#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace concord::extract {

/// How often a folded word stands in a million words of English news, roughly: by classes of the
/// common words, 2 for everything else.  Only the order matters: it chooses under which word a
/// phrase is filed.
class WordFrequency {
 public:
  WordFrequency();
  std::uint32_t per_million(std::string_view word) const;

 private:
  std::vector<std::pair<std::string_view, std::uint32_t>> table_;  // sorted; views of constants
};

}  // namespace concord::extract
