#include "group/candidates.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

namespace concord::group {
namespace {

constexpr std::size_t kMostTerms = 60;     // looked up for one document
constexpr std::size_t kMostVisits = 2000;  // entries of the index looked at for one document
constexpr std::size_t kMostPairs = 24;
constexpr float kLeastLikeness = 0.08F;
constexpr std::int64_t kLongestGap = 400 * kSecondsPerDay;  // between documents of one story

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
    const auto end =
        touched_.begin() + static_cast<std::ptrdiff_t>(std::min(count, touched_.size()));
    std::partial_sort(touched_.begin(), end, touched_.end(), better);
    std::vector<std::uint32_t> best(touched_.begin(), end);
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

/// One document laid out by term, to be held against many.
class Spread {
 public:
  explicit Spread(std::size_t terms) : weights_(terms, 0) {}

  void open(const TermVector& document) {
    for (const WeightedTerm& term : document) {
      weights_[term.term] = term.weight;
    }
  }
  void close(const TermVector& document) {
    for (const WeightedTerm& term : document) {
      weights_[term.term] = 0;
    }
  }

  /// The very number that cosine() gives: the same products in the same order, and zeros.  A
  /// function of its own, so that the sum stays in a register.
  [[gnu::noinline]] float cosine_with(const TermVector& other) const {
    const float* const weights = weights_.data();
    float sum = 0;
    for (const WeightedTerm& term : other) {
      sum += term.weight * weights[term.term];
    }
    return sum;
  }

 private:
  std::vector<float> weights_;
};

/// When the members were published, in seconds; they are in order of it, those without a time last.
class Times {
 public:
  explicit Times(std::span<const Member> members) {
    seconds_.reserve(members.size());
    for (const Member& member : members) {
      if (const auto& published = member.document->published) {
        seconds_.push_back(published->begin.seconds);
      }
    }
  }

  /// The first of the members that are near one; any is near one without a time.
  std::uint32_t first_near(std::uint32_t member) const {
    if (member >= seconds_.size()) {
      return 0;
    }
    const auto end = seconds_.begin() + member;
    return static_cast<std::uint32_t>(
        std::lower_bound(seconds_.begin(), end, seconds_[member] - kLongestGap) - seconds_.begin());
  }

 private:
  std::vector<std::int64_t> seconds_;  // of those that have a time
};

/// The terms of a document that the fewest documents share, rarest first.
TermVector rarest_terms(const Features& features, std::uint32_t place) {
  constexpr unsigned kTermBits = 32;
  const TermVector& terms = features.documents[place];
  std::vector<std::pair<std::uint64_t, float>> ranked;  // by count, then number of the term
  ranked.reserve(terms.size());
  for (const WeightedTerm& term : terms) {
    ranked.emplace_back(std::uint64_t{features.counts[term.term]} << kTermBits | term.term,
                        term.weight);
  }
  const std::size_t count = std::min(kMostTerms, ranked.size());
  const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(count);
  std::nth_element(ranked.begin(), end, ranked.end());
  std::sort(ranked.begin(), end);
  TermVector rarest;
  rarest.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    rarest.push_back({static_cast<std::uint32_t>(ranked[i].first), ranked[i].second});
  }
  return rarest;
}

/// By term: the documents that have it among their rarest, in order of time.
class TermIndex {
 public:
  using Entries = std::span<const WeightedTerm>;  // WeightedTerm::term: the place

  /// Of the members that `wanted` says.
  template <class Wanted>
  TermIndex(std::size_t terms, const std::vector<TermVector>& rarest, Wanted wanted)
      : ends_(terms + 1, 0) {
    const auto for_each = [&](auto call) {
      for (std::uint32_t place = 0; place < rarest.size(); ++place) {
        if (wanted(place)) {
          for (const WeightedTerm& term : rarest[place]) {
            call(place, term);
          }
        }
      }
    };
    for_each([&](std::uint32_t, const WeightedTerm& term) { ++ends_[term.term + 1]; });
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
    entries_.resize(ends_.back());
    for_each([&](std::uint32_t place, const WeightedTerm& term) {
      entries_[ends_[term.term]++] = {place, term.weight};
    });
  }

  Entries of(std::uint32_t term) const {
    const std::uint32_t begin = term == 0 ? 0 : ends_[term - 1];
    return {entries_.data() + begin, entries_.data() + ends_[term]};
  }

 private:
  std::vector<std::uint32_t> ends_;  // of each term's entries, which begin where the last one's end
  std::vector<WeightedTerm> entries_;
};

/// Adds up what the document has in common with earlier ones, the nearest first.
void look_up(const Times& times, const TermIndex& index, const TermVector& terms,
             std::uint32_t place, Accumulator& sums) {
  const std::uint32_t first_near = times.first_near(place);
  std::size_t budget = kMostVisits;
  for (const WeightedTerm& term : terms) {
    const TermIndex::Entries list = index.of(term.term);
    const auto earlier = std::lower_bound(
        list.begin(), list.end(), place,
        [](const WeightedTerm& entry, std::uint32_t bound) { return entry.term < bound; });
    const auto size = static_cast<std::size_t>(earlier - list.begin());
    const std::size_t from = size - std::min(size, budget);
    budget -= size - from;
    for (std::size_t i = size; i > from && list[i - 1].term >= first_near; --i) {
      sums.add(list[i - 1].term, list[i - 1].weight * term.weight);
    }
  }
}

}  // namespace

std::optional<double> days_between(const Document& first, const Document& second) {
  if (!first.published || !second.published) {
    return std::nullopt;
  }
  const std::int64_t seconds = first.published->begin.seconds - second.published->begin.seconds;
  return std::abs(static_cast<double>(seconds)) / static_cast<double>(kSecondsPerDay);
}

std::vector<Pair> find_pairs(std::span<const Member> members, const Features& features,
                             const Parallel& parallel) {
  const std::size_t at_once = std::max<std::size_t>(256, members.size() / 64);  // documents
  const Times times(members);
  std::vector<TermVector> rarest(members.size());
  parallel(members.size(), [&](std::size_t place) {
    rarest[place] = rarest_terms(features, static_cast<std::uint32_t>(place));
  });
  // Two that were put into stories before need no look at each other.
  const auto is_new = [&](std::uint32_t place) { return members[place].story.empty(); };
  const TermIndex all(features.counts.size(), rarest, [](std::uint32_t) { return true; });
  const TermIndex fresh(features.counts.size(), rarest, is_new);
  std::vector<std::vector<Pair>> found((members.size() + at_once - 1) / at_once);
  const auto look = [&](std::size_t part) {
    Accumulator sums(members.size());
    Spread spread(features.counts.size());
    const std::size_t end = std::min((part + 1) * at_once, members.size());
    for (auto place = static_cast<std::uint32_t>(part * at_once); place < end; ++place) {
      look_up(times, is_new(place) ? all : fresh, rarest[place], place, sums);
      spread.open(features.documents[place]);
      const std::vector<std::uint32_t> best = sums.take_best(kMostPairs);
      for (std::size_t i = 0; i < best.size(); ++i) {
        const std::uint32_t other = best[i];
        __builtin_prefetch(features.documents[best[std::min(i + 1, best.size() - 1)]].data());
        const float likeness = spread.cosine_with(features.documents[other]);
        if (likeness >= kLeastLikeness) {
          found[part].push_back({other, place, likeness});
        }
      }
      spread.close(features.documents[place]);
    }
  };
  parallel(found.size(), look);
  std::vector<Pair> pairs;
  for (const std::vector<Pair>& some : found) {
    pairs.insert(pairs.end(), some.begin(), some.end());
  }
  return pairs;
}

}  // namespace concord::group
