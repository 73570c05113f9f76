#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "group/group.h"
#include "group/sketch.h"

namespace concord::group {

/// What documents have word for word in common.
struct Repeats {
  /// For each member the earliest one (lowest place) whose running text it repeats within days: at
  /// least 60% of the shorter one's sampled shingles.  Its own place when it repeats none.
  /// Versions of one item are no copies.
  std::vector<std::uint32_t> originals;
  /// Pairs that share as much at a longer distance, of members that do so with several: what they
  /// share is not news but the furniture of a page ("Check your email to activate your profile").
  std::vector<std::pair<std::uint32_t, std::uint32_t>> furniture;
};
Repeats find_repeats(std::span<const Member> members, const std::vector<Sketch>& sketches);

/// Takes from the documents of each pair the terms that both have.
void remove_furniture(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
                      std::vector<Sketch>& sketches);

}  // namespace concord::group
