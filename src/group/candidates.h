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
/// terms, at most 40 for each document.  Near-linear: frequent terms are not looked up.  REQUIRES:
/// members in order of time, those without one last.
std::vector<Pair> find_pairs(std::span<const Member> members, const Features& features,
                             const Parallel& parallel);

}  // namespace concord::group
