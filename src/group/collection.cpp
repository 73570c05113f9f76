#include "group/collection.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "group/candidates.h"
#include "group/sketch_bytes.h"

namespace concord::group {
namespace {

/// Known times first, earliest first; then by id.
bool comes_before(const Member& left, const Member& right) {
  const auto& first = left.document->published;
  const auto& second = right.document->published;
  if (first.has_value() != second.has_value()) {
    return first.has_value();
  }
  if (first && first->begin != second->begin) {
    return first->begin < second->begin;
  }
  return left.document->id < right.document->id;
}

/// Empty for a member with neither a readable sketch nor tokens: it is alone.
Sketch sketch_of(Sketcher& sketcher, const Member& member) {
  return member.tokens != nullptr ? sketcher.sketch(member) : Sketch();
}

}  // namespace

Collection collect(std::span<const Member> members) {
  Collection all;
  all.numbers.resize(members.size());
  std::iota(all.numbers.begin(), all.numbers.end(), 0U);
  std::sort(all.numbers.begin(), all.numbers.end(),
            [&](std::uint32_t a, std::uint32_t b) { return comes_before(members[a], members[b]); });
  all.sorted.reserve(members.size());
  for (const std::uint32_t number : all.numbers) {
    all.sorted.push_back(members[number]);
  }
  Sketcher sketcher;
  std::vector<Sketch> sketches;
  sketches.reserve(members.size());
  for (const Member& member : all.sorted) {
    auto kept = member.sketch.empty() ? std::nullopt : read_sketch(member.sketch);
    sketches.push_back(kept ? std::move(*kept) : sketch_of(sketcher, member));
  }
  Repeats repeats = find_repeats(all.sorted, sketches);
  all.originals = std::move(repeats.originals);
  remove_furniture(repeats.furniture, sketches);
  all.features = weigh(sketches);
  return all;
}

Parallel one_by_one() {
  return [](std::size_t count, const std::function<void(std::size_t)>& call) {
    for (std::size_t i = 0; i < count; ++i) {
      call(i);
    }
  };
}

}  // namespace concord::group
