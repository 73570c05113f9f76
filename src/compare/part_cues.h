#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace concord::compare {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

/// True if a sentence's words say that its figure is of one place, house or hour: `lead` stands
/// before the figure, `before` are its last words, nearest first, and `after` is all that follows.
bool tells_place_or_hour(std::string_view lead, const std::vector<std::string>& before,
                         std::string_view after);

}  // namespace concord::compare
