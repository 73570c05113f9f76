#include "group/candidates.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace concord::group {
namespace {

constexpr std::size_t kMostTerms = 60;     // looked up for one document
constexpr std::size_t kMostVisits = 2000;  // entries of the index looked at for one document
constexpr std::size_t kMostPairs = 24;
constexpr float kLeastLikeness = 0.08F;
constexpr double kLongestGap = 400;  // days between documents of one story

/// Sums of products by document, for one query document at a time.
class Accumulator {
 public:
  explicit Accumulator(std::size_t size) : sums_(size, 0) {}

  void add(std::uint32_t place, float amount) {
    if (sums_[place] == 0) {
      touched_.push_back(place);
    }
    sums_[place] += amount;
  }

  /// Every place with its sum; everything is zero afterwards.
  std::vector<std::pair<std::uint32_t, float>> take_all() {
    std::vector<std::pair<std::uint32_t, float>> all;
    for (const std::uint32_t place : touched_) {
      all.emplace_back(place, sums_[place]);
      sums_[place] = 0;
    }
    touched_.clear();
    return all;
  }

  /// The places with the largest sums, best first; everything is zero afterwards.
  std::vector<std::uint32_t> take_best(std::size_t count) {
    const auto better = [this](std::uint32_t a, std::uint32_t b) {
      return sums_[a] != sums_[b] ? sums_[a] > sums_[b] : a < b;
    };
    count = std::min(count, touched_.size());
    std::partial_sort(touched_.begin(), touched_.begin() + static_cast<std::ptrdiff_t>(count),
                      touched_.end(), better);
    std::vector<std::uint32_t> best(touched_.begin(),
                                    touched_.begin() + static_cast<std::ptrdiff_t>(count));
    for (const std::uint32_t place : touched_) {
      sums_[place] = 0;
    }
    touched_.clear();
    return best;
  }

 private:
  std::vector<float> sums_;
  std::vector<std::uint32_t> touched_;
};

bool near_in_time(const Document& first, const Document& second) {
  const std::optional<double> days = days_between(first, second);
  return !days || *days <= kLongestGap;
}

/// The terms of a document that the fewest documents share, rarest first.
TermVector rarest_terms(const Features& features, std::uint32_t place) {
  TermVector terms = features.documents[place];
  const std::size_t count = std::min(kMostTerms, terms.size());
  const auto rarer = [&features](const WeightedTerm& a, const WeightedTerm& b) {
    return std::pair(features.counts[a.term], a.term) < std::pair(features.counts[b.term], b.term);
  };
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(count), terms.end(),
                    rarer);
  terms.resize(count);
  return terms;
}

}  // namespace

std::optional<double> days_between(const Document& first, const Document& second) {
  if (!first.published || !second.published) {
    return std::nullopt;
  }
  const std::int64_t seconds = first.published->begin.seconds - second.published->begin.seconds;
  return std::abs(static_cast<double>(seconds)) / static_cast<double>(kSecondsPerDay);
}

namespace {

/// By term: the documents that have it among their rarest, in order of time.
using TermIndex = std::vector<std::vector<WeightedTerm>>;  // WeightedTerm::term: the place

/// Of the members that `wanted` says.
template <class Wanted>
TermIndex index_terms(const Features& features, const std::vector<TermVector>& rarest,
                      Wanted wanted) {
  TermIndex index(features.counts.size());
  for (std::uint32_t place = 0; place < rarest.size(); ++place) {
    if (wanted(place)) {
      for (const WeightedTerm& term : rarest[place]) {
        index[term.term].push_back({place, term.weight});
      }
    }
  }
  return index;
}

/// Adds up what the document has in common with earlier ones, the nearest first.
void look_up(std::span<const Member> members, const TermIndex& index, const TermVector& terms,
             std::uint32_t place, Accumulator& sums) {
  std::size_t budget = kMostVisits;
  for (const WeightedTerm& term : terms) {
    const std::vector<WeightedTerm>& list = index[term.term];
    const auto earlier = std::lower_bound(
        list.begin(), list.end(), place,
        [](const WeightedTerm& entry, std::uint32_t bound) { return entry.term < bound; });
    const auto size = static_cast<std::size_t>(earlier - list.begin());
    const std::size_t from = size - std::min(size, budget);
    budget -= size - from;
    for (std::size_t i = size; i > from; --i) {
      if (!near_in_time(*members[list[i - 1].term].document, *members[place].document)) {
        break;
      }
      sums.add(list[i - 1].term, list[i - 1].weight * term.weight);
    }
  }
}

}  // namespace

std::vector<Pair> find_pairs(std::span<const Member> members, const Features& features,
                             const Parallel& parallel) {
  const std::size_t at_once = std::max<std::size_t>(256, members.size() / 64);  // documents
  std::vector<TermVector> rarest(members.size());
  for (std::uint32_t place = 0; place < members.size(); ++place) {
    rarest[place] = rarest_terms(features, place);
  }
  // Two that were put into stories before need no look at each other.
  const auto is_new = [&](std::uint32_t place) { return members[place].story.empty(); };
  const TermIndex all = index_terms(features, rarest, [](std::uint32_t) { return true; });
  const TermIndex fresh = index_terms(features, rarest, is_new);
  std::vector<std::vector<Pair>> found((members.size() + at_once - 1) / at_once);
  const auto look = [&](std::size_t part) {
    Accumulator sums(members.size());
    const std::size_t end = std::min((part + 1) * at_once, members.size());
    for (auto place = static_cast<std::uint32_t>(part * at_once); place < end; ++place) {
      look_up(members, is_new(place) ? all : fresh, rarest[place], place, sums);
      for (const std::uint32_t other : sums.take_best(kMostPairs)) {
        const float likeness = cosine(features.documents[other], features.documents[place]);
        if (likeness >= kLeastLikeness) {
          found[part].push_back({other, place, likeness});
        }
      }
    }
  };
  parallel(found.size(), look);
  std::vector<Pair> pairs;
  for (const std::vector<Pair>& some : found) {
    pairs.insert(pairs.end(), some.begin(), some.end());
  }
  return pairs;
}

namespace {

/// Documents by the shingles that stand for the others: a quarter of those sampled.
class ShingleIndex {
 public:
  explicit ShingleIndex(std::size_t documents) : shared_(documents) {}

  /// Earlier documents that share enough with this one to be looked at, in order of first sharing;
  /// takes the document in.
  std::vector<std::uint32_t> add(std::uint32_t place, const std::vector<std::uint64_t>& shingles) {
    constexpr std::uint64_t kOneIn = 4;
    constexpr float kEnough = 0.25F;  // of those looked up, in this document
    float looked_up = 0;
    for (const std::uint64_t shingle : shingles) {
      if ((shingle >> 32U) % kOneIn != 0) {
        continue;
      }
      ++looked_up;
      std::vector<std::uint32_t>& places = places_[shingle];
      for (const std::uint32_t other : places) {
        shared_.add(other, 1);
      }
      if (places.size() < kMostKept) {
        places.push_back(place);
      }
    }
    std::vector<std::uint32_t> found;
    sizes_.resize(place + 1);
    sizes_[place] = looked_up;
    for (const auto& [other, count] : shared_.take_all()) {
      if (count >= kEnough * std::min(looked_up, sizes_[other])) {
        found.push_back(other);
      }
    }
    return found;
  }

 private:
  static constexpr std::size_t kMostKept = 32;  // documents under one shingle; boilerplate has more

  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places_;
  std::vector<float> sizes_;  // of each document: shingles looked up
  Accumulator shared_;
};

/// How many elements two sorted vectors have in common.
std::size_t common(const std::vector<std::uint64_t>& left,
                   const std::vector<std::uint64_t>& right) {
  std::size_t count = 0;
  auto a = left.begin();
  auto b = right.begin();
  while (a != left.end() && b != right.end()) {
    if (*a == *b) {
      ++count;
      ++a;
      ++b;
    } else {
      *a < *b ? ++a : ++b;
    }
  }
  return count;
}

/// True if the documents share most of the shorter one's text, and are not versions of one item.
bool repeats(std::span<const Member> members, const std::vector<Sketch>& sketches,
             std::uint32_t first, std::uint32_t second) {
  constexpr double kContained = 0.6;
  const std::vector<std::uint64_t>& left = sketches[first].shingles;
  const std::vector<std::uint64_t>& right = sketches[second].shingles;
  const auto& item = members[first].document->item;
  const bool versions = item && item == members[second].document->item;
  return !versions && static_cast<double>(common(left, right)) >=
                          kContained * static_cast<double>(std::min(left.size(), right.size()));
}

}  // namespace

Repeats find_repeats(std::span<const Member> members, const std::vector<Sketch>& sketches) {
  constexpr std::size_t kFewest = 8;   // sampled shingles: about 35 words
  constexpr double kLongestDelay = 7;  // days that a copy may come late
  constexpr std::size_t kSeveral = 3;  // documents that share furniture with one
  ShingleIndex index(members.size());
  Repeats result;
  result.originals.resize(members.size());
  for (std::uint32_t place = 0; place < members.size(); ++place) {
    std::uint32_t& original = result.originals[place];
    original = place;
    if (sketches[place].shingles.size() < kFewest) {
      continue;
    }
    const std::size_t known = result.furniture.size();
    for (const std::uint32_t other : index.add(place, sketches[place].shingles)) {
      if (!repeats(members, sketches, other, place)) {
        continue;
      }
      const auto days = days_between(*members[other].document, *members[place].document);
      if (days.value_or(0) <= kLongestDelay) {
        original = std::min(original, result.originals[other]);
      } else {
        result.furniture.emplace_back(other, place);
      }
    }
    const bool several = result.furniture.size() >= known + kSeveral;
    result.furniture.resize(several ? known + kSeveral : known);
  }
  return result;
}

void remove_furniture(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
                      std::vector<Sketch>& sketches) {
  const auto by_hash = [](const Term& a, const Term& b) { return a.hash < b.hash; };
  std::vector<std::pair<std::uint32_t, std::vector<Term>>> taken;  // of a document, sorted
  for (const auto& [first, second] : pairs) {
    std::vector<Term> left = sketches[first].terms;
    std::vector<Term> right = sketches[second].terms;
    std::sort(left.begin(), left.end(), by_hash);
    std::sort(right.begin(), right.end(), by_hash);
    std::vector<Term> common;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                          std::back_inserter(common), by_hash);
    taken.emplace_back(first, common);
    taken.emplace_back(second, std::move(common));
  }
  for (const auto& [place, terms] : taken) {
    std::erase_if(sketches[place].terms, [&, &gone = terms](const Term& term) {
      return std::binary_search(gone.begin(), gone.end(), term, by_hash);
    });
  }
}

}  // namespace concord::group
