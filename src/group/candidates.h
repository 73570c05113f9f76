#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "group/features.h"
#include "group/group.h"

namespace concord::group {

/// Two documents (places in the sorted members, first < second) and how much they are alike, 0
/// to 1.
struct Pair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  float likeness = 0;
};

/// Days between two publications; nothing when a time is unknown.
std::optional<double> days_between(const Document& first, const Document& second);

/// Pairs that may be one story: near enough in time and alike by an inverted index of the rarer
/// terms, at most 40 for each document.  Near-linear: frequent terms are not looked up.
std::vector<Pair> find_pairs(std::span<const Member> members, const Features& features,
                             const Parallel& parallel);

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
