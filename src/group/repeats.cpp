#include "group/repeats.h"

#include <algorithm>
#include <iterator>

#include "group/candidates.h"
#include "group/numbering.h"

namespace concord::group {
namespace {

/// Documents by the shingles that stand for the others: a quarter of those sampled.
class ShingleIndex {
 public:
  explicit ShingleIndex(const std::vector<Sketch>& sketches)
      : numbers_(number_of_shingles(sketches) / kOneIn),
        shared_(sketches.size(), 0),
        looked_up_(sketches.size(), 0) {}

  /// Earlier documents that share enough with this one to be looked at, in order of first sharing;
  /// takes the document in.
  std::vector<std::uint32_t> add(std::uint32_t place, const std::vector<std::uint64_t>& shingles) {
    const auto stands = [](std::uint64_t shingle) { return (shingle >> 32U) % kOneIn == 0; };
    for (const std::uint64_t shingle : shingles) {
      if (stands(shingle)) {
        numbers_.fetch(shingle);
      }
    }
    for (const std::uint64_t shingle : shingles) {
      if (stands(shingle)) {
        ++looked_up_[place];
        add(place, shingle);
      }
    }
    std::vector<std::uint32_t> found;
    for (const std::uint32_t other : touched_) {
      constexpr float kEnough = 0.25F;  // of those looked up, in this document
      const std::uint32_t most = std::min(looked_up_[place], looked_up_[other]);
      if (static_cast<float>(shared_[other]) >= kEnough * static_cast<float>(most)) {
        found.push_back(other);
      }
      shared_[other] = 0;
    }
    touched_.clear();
    return found;
  }

 private:
  static constexpr std::uint64_t kOneIn = 4;
  static constexpr std::size_t kMostKept = 32;  // documents under one shingle; boilerplate has more

  static std::size_t number_of_shingles(const std::vector<Sketch>& sketches) {
    std::size_t number = 0;
    for (const Sketch& sketch : sketches) {
      number += sketch.shingles.size();
    }
    return number;
  }

  /// Nearly every shingle is of one document alone: only others need a list.
  void add(std::uint32_t place, std::uint64_t shingle) {
    const std::uint32_t number = numbers_.number(shingle);
    if (number == first_.size()) {
      first_.push_back({place, 0});
      return;
    }
    auto& [first, list] = first_[number];
    share(first);
    if (list == 0) {
      lists_.emplace_back();
      list = static_cast<std::uint32_t>(lists_.size());
    }
    std::vector<std::uint32_t>& later = lists_[list - 1];
    for (const std::uint32_t other : later) {
      share(other);
    }
    if (later.size() + 1 < kMostKept) {
      later.push_back(place);
    }
  }

  void share(std::uint32_t other) {
    if (shared_[other]++ == 0) {
      touched_.push_back(other);
    }
  }

  struct Places {
    std::uint32_t first = 0;
    std::uint32_t list = 0;  // 1 + the number of the list of the later ones; 0: there are none
  };

  Numbering numbers_;
  std::vector<Places> first_;  // by number of the shingle
  std::vector<std::vector<std::uint32_t>> lists_;
  std::vector<std::uint32_t> shared_;     // by document: shingles shared with the one being added
  std::vector<std::uint32_t> touched_;    // those that share any
  std::vector<std::uint32_t> looked_up_;  // by document: shingles
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
  ShingleIndex index(sketches);
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
