#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "group/features.h"
#include "group/group.h"

namespace concord::group {

/// Documents as grouping compares them.
struct Collection {
  std::vector<std::uint32_t> numbers;    // place -> number of the member
  std::vector<Member> sorted;            // known times first, earliest first; then by id
  std::vector<std::uint32_t> originals;  // by place: see Repeats
  Features features;                     // by place, without what is a page's furniture
};

/// Without `likeness` nobody asks how alike the documents are: which are copies is found, and the
/// features are empty.
Collection collect(std::span<const Member> members, const Parallel& parallel, bool likeness = true);

/// Work on one thread.
Parallel one_by_one();

}  // namespace concord::group
