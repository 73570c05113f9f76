#pragma once

#include <span>
#include <string>
#include <string_view>

namespace concord {

/// Insertions, deletions, replacements and swaps of neighbors that turn one word into the other,
/// letters compared without case and `_`, `-` and space alike; counts no further than `limit` + 1.
std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t limit);

/// The name most like `word` (at most a third of its letters differ), else one that begins with it;
/// else empty.  Of equally like names the first; only the first 10,000 names are looked at.
std::string_view nearest(std::string_view word, std::span<const std::string_view> names);

/// "did you mean `nearest`?", or `otherwise` when no name is like `word`.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> names,
                         std::string otherwise = {});

/// "a, b or c"
std::string listed(std::span<const std::string_view> names);

}  // namespace concord
