#include "group/group.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "group/candidates.h"
#include "group/features.h"
#include "group/sketch_bytes.h"

namespace concord::group {
namespace {

// The average likeness at which two groups become one, measured on news of known incidents.
// Follow-ups come at all distances, but ever more other stories lie between: the logarithm of the
// days.
constexpr float kAlike = 0.11F;
constexpr float kAlikeEachDoubling = 0.035F;  // for each doubling of 1 + days
constexpr float kAlikeUndated = 0.18F;
// The pages of one outlet have furniture and manner in common; its follow-ups come within a week.
constexpr float kAlikeOneOutlet = 0.06F;
constexpr double kFollowUp = 7;  // days

/// Sets of documents that grow together; each set knows the sum of its vectors, its times and its
/// pin.
class Clusters {
 public:
  Clusters(std::span<const Member> members, const Features& features) {
    parents_.resize(members.size());
    std::iota(parents_.begin(), parents_.end(), 0U);
    for (std::size_t i = 0; i < members.size(); ++i) {
      sets_.push_back({features.documents[i], 1, members[i].document->story, members[i].story});
    }
  }

  std::uint32_t find(std::uint32_t place) {
    while (parents_[place] != place) {
      parents_[place] = parents_[parents_[place]];
      place = parents_[place];
    }
    return place;
  }

  /// Joins two sets if they may.
  void join(std::uint32_t first, std::uint32_t second) {
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
    into.sum = sum_of(into.sum, from.sum);
    into.size += from.size;
    into.pin = into.pin ? into.pin : from.pin;
    into.known = into.known.empty() ? from.known : into.known;
    from = Set();
    parents_[other] = root;
  }

  /// The average likeness of the members of two sets.  REQUIRES: roots.
  float likeness(std::uint32_t first, std::uint32_t second) const {
    const float pairs =
        static_cast<float>(sets_[first].size) * static_cast<float>(sets_[second].size);
    return cosine(sets_[first].sum, sets_[second].sum) / pairs;
  }

  /// Pins differ from each other, and a pinned story takes no documents from another story.
  bool may_join(std::uint32_t first, std::uint32_t second) const {
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

  const std::optional<std::string>& pin(std::uint32_t root) const { return sets_[root].pin; }

 private:
  struct Set {
    TermVector sum;
    std::uint32_t size = 0;
    std::optional<std::string> pin;
    std::string_view known;  // the story of members that were put into one before
  };

  static TermVector sum_of(const TermVector& left, const TermVector& right) {
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

  std::vector<std::uint32_t> parents_;
  std::vector<Set> sets_;
};

/// How alike two documents must be to be one story: more when days lie between them.
float threshold(const Document& first, const Document& second) {
  const std::optional<double> days = days_between(first, second);
  if (!days) {
    return kAlikeUndated;
  }
  const bool one_outlet = first.source == second.source && *days > kFollowUp;
  return kAlike + (one_outlet ? kAlikeOneOutlet : 0) +
         kAlikeEachDoubling * static_cast<float>(std::log2(1 + *days));
}

/// The story that a member is known to belong to: where it is pinned, else where it was put before.
std::string_view known_story(const Member& member) {
  return member.document->story ? *member.document->story : member.story;
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
    if (pair.likeness < least) {
      continue;
    }
    const std::uint32_t first = clusters.find(pair.first);
    const std::uint32_t second = clusters.find(pair.second);
    if (first != second && clusters.likeness(first, second) >= least) {
      clusters.join(first, second);
    }
  }
}

/// All unpinned documents are one story, except those that share nearly nothing with the rest.
void join_named_by_hand(std::span<const Member> members, const Features& features,
                        Clusters& clusters) {
  constexpr float kUnrelated = 0.03F;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    for (std::uint32_t k = 0; k < i; ++k) {
      const bool pinned = members[i].document->story && members[k].document->story;
      if (!pinned && cosine(features.documents[i], features.documents[k]) > kUnrelated) {
        clusters.join(k, i);
      }
    }
  }
}

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

/// The id of each set's story, by root: its pin, else that of its earliest member that has one,
/// else a hash of the earliest.
std::vector<std::string> ids_of(std::span<const Member> sorted, Clusters& clusters) {
  std::vector<std::string> ids(sorted.size());
  for (std::uint32_t place = 0; place < sorted.size(); ++place) {
    const std::uint32_t root = clusters.find(place);
    if (ids[root].empty()) {
      ids[root] = clusters.pin(root) ? *clusters.pin(root) : std::string(sorted[place].story);
    }
  }
  for (std::uint32_t place = 0; place < sorted.size(); ++place) {
    if (std::string& id = ids[place]; clusters.find(place) == place && id.empty()) {
      id = "s" + short_hex(stable_hash(sorted[place].document->id));
    }
  }
  return ids;
}

/// Stories in order of their earliest document, from sets over the sorted members.
Stories to_stories(std::span<const Member> sorted, const std::vector<std::uint32_t>& numbers,
                   const std::vector<std::uint32_t>& originals, Clusters& clusters) {
  Stories result;
  result.placements.resize(sorted.size());
  const std::vector<std::string> ids = ids_of(sorted, clusters);
  std::vector<StoryId> story_of_root(sorted.size());
  for (std::uint32_t place = 0; place < sorted.size(); ++place) {
    const std::uint32_t root = clusters.find(place);
    if (root == place) {
      story_of_root[root] = {static_cast<std::uint32_t>(result.stories.size())};
      result.stories.push_back({ids[root],
                                sorted[place].tokens != nullptr
                                    ? title_of(*sorted[place].document, *sorted[place].tokens)
                                    : std::string(),
                                {}});
    }
    const StoryId story = story_of_root[root];
    const DocumentId document{numbers[place]};
    result.stories[story.index].documents.push_back(document);
    Placement& placement = result.placements[document.index];
    placement.story = story;
    if (originals[place] != place && clusters.find(originals[place]) == root) {
      placement.copy_of = DocumentId{numbers[originals[place]]};
    }
  }
  return result;
}

/// Empty for a member with neither a readable sketch nor tokens: it is alone.
Sketch sketch_of(Sketcher& sketcher, const Member& member) {
  return member.tokens != nullptr ? sketcher.sketch(member) : Sketch();
}

Parallel in_parallel(const Options& options) {
  if (options.parallel) {
    return options.parallel;
  }
  return [](std::size_t count, const std::function<void(std::size_t)>& call) {
    for (std::size_t i = 0; i < count; ++i) {
      call(i);
    }
  };
}

}  // namespace

std::string title_of(const Document& document, const TokenizedText& tokens) {
  const std::string_view text = document.text;
  if (!document.headline.empty()) {
    return std::string(text.substr(document.headline.begin, document.headline.size()));
  }
  const std::vector<Sentence>& sentences = tokens.sentences;
  if (sentences.empty()) {
    return document.id;
  }
  constexpr std::size_t kLongest = 80;
  const std::string_view sentence = text.substr(sentences[0].span.begin, sentences[0].span.size());
  std::size_t end = 0;
  for (std::size_t count = 0; end < sentence.size(); ++end) {
    if (is_code_point_start(sentence, end) && ++count > kLongest) {
      return std::string(sentence.substr(0, end)) + "\u2026";
    }
  }
  return std::string(sentence);
}

Stories group(std::span<const Member> members, const Options& options) {
  std::vector<std::uint32_t> numbers(members.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  std::sort(numbers.begin(), numbers.end(),
            [&](std::uint32_t a, std::uint32_t b) { return comes_before(members[a], members[b]); });
  std::vector<Member> sorted;
  sorted.reserve(members.size());
  for (const std::uint32_t number : numbers) {
    sorted.push_back(members[number]);
  }

  Sketcher sketcher;
  std::vector<Sketch> sketches;
  sketches.reserve(sorted.size());
  for (const Member& member : sorted) {
    auto kept = member.sketch.empty() ? std::nullopt : read_sketch(member.sketch);
    sketches.push_back(kept ? std::move(*kept) : sketch_of(sketcher, member));
  }
  const auto [originals, furniture] = find_repeats(sorted, sketches);
  remove_furniture(furniture, sketches);
  const Features features = weigh(sketches);
  Clusters clusters(sorted, features);
  join_known(sorted, clusters);
  for (std::uint32_t place = 0; place < sorted.size(); ++place) {
    clusters.join(originals[place], place);
  }
  if (options.one_story) {
    join_named_by_hand(sorted, features, clusters);
  } else {
    join_alike(sorted, find_pairs(sorted, features, in_parallel(options)), clusters);
  }
  return to_stories(sorted, numbers, originals, clusters);
}

}  // namespace concord::group
