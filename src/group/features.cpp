#include "group/features.h"

#include <algorithm>
#include <cmath>

#include "group/numbering.h"

namespace concord::group {
namespace {

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
  vector.reserve(sketch.terms.size());
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

Features weigh(std::vector<Sketch> sketches, const Parallel& parallel) {
  std::vector<std::size_t> begins;  // of each document's terms in `numbers`
  begins.reserve(sketches.size());
  std::size_t total = 0;
  for (const Sketch& sketch : sketches) {
    begins.push_back(total);
    total += sketch.terms.size();
  }
  Features features;
  std::vector<std::uint32_t> numbers;
  numbers.reserve(total);
  Numbering numbering;
  for (const Sketch& sketch : sketches) {
    for (const Term& term : sketch.terms) {
      numbers.push_back(numbering.number(term.hash));
      features.counts.resize(numbering.size());
      ++features.counts[numbers.back()];
    }
  }
  features.documents.resize(sketches.size());
  parallel(sketches.size(), [&](std::size_t i) {
    features.documents[i] =
        weighed(sketches[i], numbers.data() + begins[i], features.counts, sketches.size());
    sketches[i] = {};
  });
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
