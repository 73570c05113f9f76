#include "base/nearest.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace concord {
namespace {

constexpr std::size_t kLongestCompared = 64;
constexpr std::size_t kMostCompared = 10'000;

char plain(char letter) {
  if (letter >= 'A' && letter <= 'Z') {
    return static_cast<char>(letter - 'A' + 'a');
  }
  return letter == '_' || letter == '-' ? ' ' : letter;
}

bool begins_with(std::string_view name, std::string_view word) {
  return name.size() > word.size() && edit_distance(name.substr(0, word.size()), word, 1) == 0;
}

/// The first name that begins with `word`, if that is long enough to say something: "inbox".
std::string_view completed(std::string_view word, std::span<const std::string_view> names) {
  constexpr std::size_t kFewestLetters = 4;
  const auto looked_at = names.first(std::min(names.size(), kMostCompared));
  const auto found = std::ranges::find_if(
      looked_at, [&](std::string_view name) { return begins_with(name, word); });
  return word.size() < kFewestLetters || found == looked_at.end() ? std::string_view() : *found;
}

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t limit) {
  const std::size_t more =
      from.size() > to.size() ? from.size() - to.size() : to.size() - from.size();
  if (more > limit || from.size() > kLongestCompared || to.size() > kLongestCompared) {
    return limit + 1;
  }
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) {
    last[j] = j;
  }
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = plain(from[i - 1]) == plain(to[j - 1]) ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + replaced});
      if (i > 1 && j > 1 && plain(from[i - 1]) == plain(to[j - 2]) &&
          plain(from[i - 2]) == plain(to[j - 1])) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[to.size()], limit + 1);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::string_view best;
  std::size_t best_distance = limit + 1;
  for (const std::string_view name : names.first(std::min(names.size(), kMostCompared))) {
    const std::size_t distance = edit_distance(word, name, limit);
    if (distance < best_distance && distance < std::max(word.size(), name.size())) {
      best_distance = distance;
      best = name;
    }
  }
  return best.empty() ? completed(word, names) : best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> names,
                         std::string otherwise) {
  const std::string_view name = nearest(word, names);
  return name.empty() ? std::move(otherwise) : "did you mean `" + std::string(name) + "`?";
}

std::string listed(std::span<const std::string_view> names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) {
      text += i + 1 == names.size() ? " or " : ", ";
    }
    text += names[i];
  }
  return text;
}

}  // namespace concord
