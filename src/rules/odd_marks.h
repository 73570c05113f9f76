#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace concord::rules {

/// A mark with which a phrase is read, and then matches no sentence.
struct OddMark {
  std::size_t begin = 0;  // bytes of the phrase
  std::size_t size = 0;
  std::string_view message;
  std::string_view help;
};

/// The first one of a phrase line; nothing where there is none.
std::optional<OddMark> odd_mark(std::string_view phrase);

/// True for phrases that all begin as the items of a list do.  A single one among others means the
/// hyphen ("a year - long siege").
bool are_items(const std::vector<std::string_view>& phrases);
inline constexpr OddMark kItem = {0, 1, "these phrases ask for a hyphen before their first word",
                                  "below a | the lines have no - in front"};

}  // namespace concord::rules
