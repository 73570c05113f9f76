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

std::vector<Pair> find_pairs(std::span<const Member> members, const Features& features) {
  std::vector<std::vector<WeightedTerm>> index(
      features.counts.size());  // term: the document's place
  Accumulator sums(members.size());
  std::vector<Pair> pairs;
  for (std::uint32_t place = 0; place < members.size(); ++place) {
    const TermVector terms = rarest_terms(features, place);
    std::size_t budget = kMostVisits;
    for (const WeightedTerm& term : terms) {
      // Members come in order of time: the latest entries are the nearest.
      std::vector<WeightedTerm>& list = index[term.term];
      const std::size_t from = list.size() - std::min(list.size(), budget);
      budget -= list.size() - from;
      for (std::size_t i = list.size(); i > from; --i) {
        if (!near_in_time(*members[list[i - 1].term].document, *members[place].document)) {
          break;
        }
        sums.add(list[i - 1].term, list[i - 1].weight * term.weight);
      }
      list.push_back({place, term.weight});
    }
    for (const std::uint32_t other : sums.take_best(kMostPairs)) {
      const float likeness = cosine(features.documents[other], features.documents[place]);
      if (likeness >= kLeastLikeness) {
        pairs.push_back({other, place, likeness});
      }
    }
  }
  return pairs;
}

Repeats find_repeats(std::span<const Member> members, const std::vector<Sketch>& sketches) {
  constexpr float kContained = 0.6F;
  constexpr std::size_t kFewest = 8;     // sampled shingles: about 35 words
  constexpr std::size_t kMostKept = 32;  // documents under one shingle; boilerplate has more
  constexpr double kLongestDelay = 7;    // days that a copy may come late
  constexpr std::size_t kSeveral = 3;    // documents that share furniture with one
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
  Accumulator shared(members.size());
  Repeats repeats;
  repeats.originals.resize(members.size());
  for (std::uint32_t place = 0; place < members.size(); ++place) {
    repeats.originals[place] = place;
    const std::vector<std::uint64_t>& shingles = sketches[place].shingles;
    if (shingles.size() < kFewest) {
      continue;
    }
    for (const std::uint64_t shingle : shingles) {
      std::vector<std::uint32_t>& places = index[shingle];
      for (const std::uint32_t other : places) {
        shared.add(other, 1);
      }
      if (places.size() < kMostKept) {
        places.push_back(place);
      }
    }
    const auto own = static_cast<float>(shingles.size());
    const std::size_t known = repeats.furniture.size();
    for (const auto& [other, count] : shared.take_all()) {
      const float shorter = std::min(own, static_cast<float>(sketches[other].shingles.size()));
      const Document& first = *members[other].document;
      const bool versions = first.item && first.item == members[place].document->item;
      if (count < kContained * shorter || versions) {
        continue;
      }
      if (days_between(first, *members[place].document).value_or(0) <= kLongestDelay) {
        repeats.originals[place] = std::min(repeats.originals[place], repeats.originals[other]);
      } else {
        repeats.furniture.emplace_back(other, place);
      }
    }
    const bool several = repeats.furniture.size() >= known + kSeveral;
    repeats.furniture.resize(several ? known + kSeveral : known);
  }
  return repeats;
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
