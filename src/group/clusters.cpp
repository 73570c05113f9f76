#include "group/clusters.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace concord::group {
namespace {

// The average likeness at which two groups become one, measured on news of known incidents.
// Follow-ups come at all distances, but ever more other stories lie between: the logarithm of the
// days.
constexpr float kAlike = 0.107F;
constexpr float kAlikeEachDoubling = 0.035F;  // for each doubling of 1 + days
constexpr float kAlikeUndated = 0.18F;
// The pages of one outlet have furniture and manner in common; its follow-ups come within a week.
constexpr float kAlikeOneOutlet = 0.08F;
constexpr double kFollowUp = 7;  // days

/// The story that a member is known to belong to: where it is pinned, else where it was put before.
std::string_view known_story(const Member& member) {
  return member.document->story ? *member.document->story : member.story;
}

TermVector sum_of(const TermVector& left, const TermVector& right) {
  TermVector sum;
  sum.reserve(left.size() + right.size());
  auto a = left.begin();
  auto b = right.begin();
  while (a != left.end() || b != right.end()) {
    if (b == right.end() || (a != left.end() && a->term < b->term)) {
      sum.push_back(*a++);
    } else if (a == left.end() || b->term < a->term) {
      sum.push_back(*b++);
    } else {
      sum.push_back({a->term, a->weight + b->weight});
      ++a;
      ++b;
    }
  }
  return sum;
}

}  // namespace

Clusters::Clusters(std::span<const Member> members, const Features& features)
    : features_(features) {
  parents_.resize(members.size());
  std::iota(parents_.begin(), parents_.end(), 0U);
  for (const Member& member : members) {
    sets_.push_back({{}, 1, member.document->story, member.story});
  }
}

std::uint32_t Clusters::find(std::uint32_t place) {
  while (parents_[place] != place) {
    parents_[place] = parents_[parents_[place]];
    place = parents_[place];
  }
  return place;
}

void Clusters::join(std::uint32_t first, std::uint32_t second) {
  first = find(first);
  second = find(second);
  if (first == second || !may_join(first, second)) {
    return;
  }
  // The earliest member stays the root: the story is named after it.
  const std::uint32_t root = std::min(first, second);
  const std::uint32_t other = std::max(first, second);
  Set& into = sets_[root];
  Set& from = sets_[other];
  into.sum = sum_of(sum(root), sum(other));
  into.size += from.size;
  into.pin = into.pin ? into.pin : from.pin;
  into.known = into.known.empty() ? from.known : into.known;
  from = Set();
  parents_[other] = root;
}

const TermVector& Clusters::sum(std::uint32_t root) const {
  return sets_[root].size > 1 ? sets_[root].sum : features_.documents[root];
}

float Clusters::likeness(std::uint32_t first, std::uint32_t second) const {
  const float pairs =
      static_cast<float>(sets_[first].size) * static_cast<float>(sets_[second].size);
  return cosine(sum(first), sum(second)) / pairs;
}

bool Clusters::may_be_one(const Pair& pair) const {
  return group::may_be_one(features_, pair.first, pair.second);
}

bool Clusters::may_join(std::uint32_t first, std::uint32_t second) const {
  const Set& left = sets_[first];
  const Set& right = sets_[second];
  if (left.pin && right.pin) {
    return *left.pin == *right.pin;
  }
  if (left.pin || right.pin) {
    const Set& other = left.pin ? right : left;
    return other.known.empty() || other.known == *(left.pin ? left : right).pin;
  }
  return true;
}

float threshold(const Document& first, const Document& second) {
  const std::optional<double> days = days_between(first, second);
  if (!days) {
    return kAlikeUndated;
  }
  const bool one_outlet = first.source == second.source && *days > kFollowUp;
  return kAlike + (one_outlet ? kAlikeOneOutlet : 0) +
         kAlikeEachDoubling * static_cast<float>(std::log2(1 + *days));
}

void join_known(std::span<const Member> members, Clusters& clusters) {
  std::vector<std::pair<std::string_view, std::uint32_t>> known;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    if (const std::string_view story = known_story(members[i]); !story.empty()) {
      known.emplace_back(story, i);
    }
  }
  std::sort(known.begin(), known.end());
  for (std::size_t i = 1; i < known.size(); ++i) {
    if (known[i].first == known[i - 1].first) {
      clusters.join(known[i - 1].second, known[i].second);
    }
  }
}

void join_alike(std::span<const Member> members, std::vector<Pair> pairs, Clusters& clusters) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return a.likeness != b.likeness ? a.likeness > b.likeness
                                    : std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
  for (const Pair& pair : pairs) {
    const float least = threshold(*members[pair.first].document, *members[pair.second].document);
    if (pair.likeness < least || !clusters.may_be_one(pair)) {
      continue;
    }
    const std::uint32_t first = clusters.find(pair.first);
    const std::uint32_t second = clusters.find(pair.second);
    if (first != second && clusters.likeness(first, second) >= least) {
      clusters.join(first, second);
    }
  }
}

}  // namespace concord::group
