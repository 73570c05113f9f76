#include "group/candidates.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace concord::group {
namespace {

constexpr std::uint32_t kMostPostings = 400;  // entries of one list looked at for one document
constexpr std::size_t kMostPairs = 40;
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

}  // namespace

std::optional<double> days_between(const Document& first, const Document& second) {
  if (!first.published || !second.published) {
    return std::nullopt;
  }
  const std::int64_t seconds = first.published->begin.seconds - second.published->begin.seconds;
  return std::abs(static_cast<double>(seconds)) / static_cast<double>(kSecondsPerDay);
}

std::vector<Pair> find_pairs(std::span<const Member> members, const std::vector<Features>& features,
                             const std::vector<std::uint32_t>& document_counts) {
  struct Posting {
    std::uint32_t place;
    float weight;
  };
  std::vector<std::vector<Posting>> index(document_counts.size());
  Accumulator sums(members.size());
  std::vector<Pair> pairs;
  const auto too_frequent =
      static_cast<std::uint32_t>(std::max<std::size_t>(20, members.size() / 10));
  for (std::uint32_t place = 0; place < members.size(); ++place) {
    for (const WeightedTerm& term : features[place].terms) {
      if (document_counts[term.term] < 2 || document_counts[term.term] > too_frequent) {
        continue;
      }
      // Members come in order of time: the latest postings are the nearest.
      std::vector<Posting>& list = index[term.term];
      const std::size_t from = list.size() > kMostPostings ? list.size() - kMostPostings : 0;
      for (std::size_t i = list.size(); i > from; --i) {
        if (!near_in_time(*members[list[i - 1].place].document, *members[place].document)) {
          break;
        }
        sums.add(list[i - 1].place, list[i - 1].weight * term.weight);
      }
      list.push_back({place, term.weight});
    }
    for (const std::uint32_t other : sums.take_best(kMostPairs)) {
      const float likeness = cosine(features[other].terms, features[place].terms);
      if (likeness >= kLeastLikeness) {
        pairs.push_back({other, place, likeness});
      }
    }
  }
  return pairs;
}

std::vector<std::uint32_t> find_originals(std::span<const Member> members,
                                          const std::vector<Features>& features) {
  constexpr float kContained = 0.6F;
  constexpr std::size_t kFewest = 8;     // sampled shingles: about 35 words
  constexpr std::size_t kMostKept = 64;  // documents under one shingle; boilerplate has more
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index;
  std::vector<std::uint32_t> originals(members.size());
  for (std::uint32_t place = 0; place < members.size(); ++place) {
    originals[place] = place;
    const std::vector<std::uint64_t>& shingles = features[place].shingles;
    if (shingles.size() < kFewest) {
      continue;
    }
    std::unordered_map<std::uint32_t, std::uint32_t> shared;
    for (const std::uint64_t shingle : shingles) {
      std::vector<std::uint32_t>& places = index[shingle];
      for (const std::uint32_t other : places) {
        ++shared[other];
      }
      if (places.size() < kMostKept) {
        places.push_back(place);
      }
    }
    for (const auto& [other, count] : shared) {
      const std::size_t shorter = std::min(shingles.size(), features[other].shingles.size());
      const Document& first = *members[other].document;
      const bool versions = first.item && first.item == members[place].document->item;
      if (static_cast<float>(count) >= kContained * static_cast<float>(shorter) && !versions) {
        originals[place] = std::min(originals[place], originals[other]);
      }
    }
  }
  return originals;
}

}  // namespace concord::group
