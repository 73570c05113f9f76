#include "group/collection.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "group/repeats.h"
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
std::vector<Sketch> sketches_of(const std::vector<Member>& members, const Parallel& parallel) {
  std::vector<Sketch> sketches(members.size());
  parallel(members.size(), [&](std::size_t i) {
    if (auto kept = read_sketch(members[i].sketch)) {
      sketches[i] = std::move(*kept);
    }
  });
  std::optional<Sketcher> sketcher;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (sketches[i].terms.empty() && members[i].tokens != nullptr) {
      sketches[i] = (sketcher ? *sketcher : sketcher.emplace()).sketch(members[i]);
    }
  }
  return sketches;
}

}  // namespace

Collection collect(std::span<const Member> members, const Parallel& parallel, bool likeness) {
  Collection all;
  all.numbers.resize(members.size());
  std::iota(all.numbers.begin(), all.numbers.end(), 0U);
  std::sort(all.numbers.begin(), all.numbers.end(),
            [&](std::uint32_t a, std::uint32_t b) { return comes_before(members[a], members[b]); });
  all.sorted.reserve(members.size());
  for (const std::uint32_t number : all.numbers) {
    all.sorted.push_back(members[number]);
  }
  std::vector<Sketch> sketches = sketches_of(all.sorted, parallel);
  Repeats repeats;
  NumberedTerms terms;
  parallel(likeness ? 2 : 1, [&](std::size_t part) {
    if (part == 0) {
      repeats = find_repeats(all.sorted, sketches);
    } else {
      terms = number_terms(sketches);
    }
  });
  all.originals = std::move(repeats.originals);
  if (!likeness) {
    all.features.documents.resize(members.size());
    return all;
  }
  if (!repeats.furniture.empty()) {
    remove_furniture(repeats.furniture, sketches);
    terms = number_terms(sketches);
  }
  for (Sketch& sketch : sketches) {
    sketch.shingles = {};
  }
  all.features = weigh(std::move(sketches), std::move(terms), parallel);
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
