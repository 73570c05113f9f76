#include "group/features.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace concord::group {
namespace {

/// Numbers the terms of all documents in order of their first place.
class TermTable {
 public:
  explicit TermTable(std::size_t most_terms) : slots_(std::bit_ceil(2 * most_terms + 2)) {}

  std::uint32_t number(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != 0 && slots_[at].hash != hash) {
      at = (at + 1) & (slots_.size() - 1);
    }
    if (slots_[at].number == 0) {
      slots_[at] = {hash, ++size_};
    }
    return slots_[at].number - 1;
  }

  std::uint32_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  // 1 + the term's number; 0 = free
  };
  std::vector<Slot> slots_;
  std::uint32_t size_ = 0;
};

/// Rarer terms tell more: the collection and so much news outside it are counted together.
float rarity(std::size_t documents, std::uint32_t count, float share) {
  constexpr float kOutside = 300;  // documents
  const float all = static_cast<float>(documents) + kOutside;
  return std::log(all / (static_cast<float>(count) + 0.5F + kOutside * share));
}

/// Weights of one document from its terms and their numbers.
TermVector weighed(const Sketch& sketch, const std::uint32_t* numbers,
                   const std::vector<std::uint32_t>& counts, std::size_t documents) {
  TermVector vector;
  double squares = 0;
  for (std::size_t i = 0; i < sketch.terms.size(); ++i) {
    const Term& term = sketch.terms[i];
    const std::uint32_t count = counts[numbers[i]];
    const float weight = term.weight * rarity(documents, count, term.share);
    squares += static_cast<double>(weight) * static_cast<double>(weight);
    if (count > 1) {
      vector.push_back({numbers[i], weight});
    }
  }
  const auto length = static_cast<float>(std::sqrt(squares));
  for (WeightedTerm& term : vector) {
    term.weight /= length;
  }
  std::sort(vector.begin(), vector.end(),
            [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
  return vector;
}

}  // namespace

Features weigh(const std::vector<Sketch>& sketches) {
  std::size_t total = 0;
  for (const Sketch& sketch : sketches) {
    total += sketch.terms.size();
  }
  Features features;
  std::vector<std::uint32_t> numbers;
  numbers.reserve(total);
  TermTable table(total);
  for (const Sketch& sketch : sketches) {
    for (const Term& term : sketch.terms) {
      numbers.push_back(table.number(term.hash));
      features.counts.resize(table.size());
      ++features.counts[numbers.back()];
    }
  }
  const std::uint32_t* next = numbers.data();
  for (const Sketch& sketch : sketches) {
    features.documents.push_back(weighed(sketch, next, features.counts, sketches.size()));
    next += sketch.terms.size();
  }
  return features;
}

float cosine(const TermVector& left, const TermVector& right) {
  float sum = 0;
  auto a = left.begin();
  auto b = right.begin();
  while (a != left.end() && b != right.end()) {
    if (a->term < b->term) {
      ++a;
    } else if (b->term < a->term) {
      ++b;
    } else {
      sum += a->weight * b->weight;
      ++a;
      ++b;
    }
  }
  return sum;
}

}  // namespace concord::group
