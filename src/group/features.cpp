#include "group/features.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "group/numbering.h"

namespace concord::group {
namespace {

constexpr std::size_t kDocuments = 4;  // that have one term, about
constexpr std::size_t kAhead = 8;      // terms whose slots are fetched before they are looked up

/// Rarer terms tell more: the collection and so much news outside it are counted together.
float rarity(std::size_t documents, std::uint32_t count, float share) {
  constexpr float kOutside = 300;  // documents
  const float all = static_cast<float>(documents) + kOutside;
  return std::log(all / (static_cast<float>(count) + 0.5F + kOutside * share));
}

/// Named in the headline or the first words: the least that Sketcher gives to such a name.
bool is_head_name(const Term& term) {
  return term.share == kOtherShare && term.weight >= kHeadNameWeight;
}

/// A word that says what happened; not a name, a day, or one that stands in every second article.
bool is_subject(const Term& term) {
  constexpr float kEverywhere = 0.35F;
  return term.share < kEverywhere && term.share >= kOtherShare && term.weight != kDayWeight;
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

/// True if one of the terms stands anywhere in the document.
bool has_any(const TermVector& document, const std::vector<std::uint32_t>& terms) {
  return std::ranges::any_of(terms, [&](std::uint32_t term) {
    return std::ranges::binary_search(document, term, {}, &WeightedTerm::term);
  });
}

}  // namespace

NumberedTerms number_terms(const std::vector<Sketch>& sketches) {
  NumberedTerms numbered;
  numbered.begins.reserve(sketches.size());
  std::size_t total = 0;
  for (const Sketch& sketch : sketches) {
    numbered.begins.push_back(total);
    total += sketch.terms.size();
  }
  numbered.numbers.reserve(total);
  Features& features = numbered.features;
  features.names.resize(sketches.size());
  Numbering numbering(total / kDocuments);
  for (std::size_t i = 0; i < sketches.size(); ++i) {
    const std::vector<Term>& terms = sketches[i].terms;
    for (std::size_t k = 0; k < terms.size(); ++k) {
      numbering.fetch(terms[std::min(k + kAhead, terms.size() - 1)].hash);
      const std::uint32_t number = numbering.number(terms[k].hash);
      if (number == features.counts.size()) {
        features.counts.push_back(0);
        features.subjects.push_back(false);
      }
      ++features.counts[number];
      numbered.numbers.push_back(number);
      if (is_head_name(terms[k])) {
        features.names[i].push_back(number);
      } else if (is_subject(terms[k])) {
        features.subjects[number] = true;
      }
    }
    std::ranges::sort(features.names[i]);
  }
  return numbered;
}

Features weigh(std::vector<Sketch> sketches, NumberedTerms numbered, const Parallel& parallel) {
  Features features = std::move(numbered.features);
  features.documents.resize(sketches.size());
  parallel(sketches.size(), [&](std::size_t i) {
    features.documents[i] = weighed(sketches[i], numbered.numbers.data() + numbered.begins[i],
                                    features.counts, sketches.size());
    sketches[i] = {};
  });
  return features;
}

bool may_be_one(const Features& features, std::uint32_t first, std::uint32_t second) {
  const auto& some = features.names[first];
  const auto& others = features.names[second];
  const auto names = [&](std::uint32_t term) {
    return std::ranges::binary_search(some, term) || std::ranges::binary_search(others, term);
  };
  const TermVector& left = features.documents[first];
  const TermVector& right = features.documents[second];
  // a dateline or the first word of a sentence is no name there, and still the same word
  const bool apart =
      !some.empty() && !others.empty() && !has_any(right, some) && !has_any(left, others);
  const bool subject = std::ranges::any_of(left, [&](const WeightedTerm& one) {
    return features.subjects[one.term] && !names(one.term) &&
           std::ranges::binary_search(right, one.term, {}, &WeightedTerm::term);
  });
  return !apart && subject;
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
