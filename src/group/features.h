#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "group/group.h"

namespace concord::group {

/// A term of a document and how much it weighs there; vectors of them are sorted by term.
struct WeightedTerm {
  std::uint32_t term = 0;
  float weight = 0;
};
using TermVector = std::vector<WeightedTerm>;

struct Features {
  TermVector terms;                     // of length 1
  std::vector<std::uint64_t> shingles;  // sampled, sorted, distinct
};

/// What grouping compares of each document: TF-IDF weights of content words, names (which weigh
/// more), pairs of names and numbers, the headline and the first sentences weighing more; and a
/// sample of the 4-word shingles of its running text.  `document_counts` gets the number of
/// documents of each term.
std::vector<Features> find_features(std::span<const Member> members,
                                    std::vector<std::uint32_t>& document_counts);

/// Cosine of two vectors of length 1, 0 to 1.
float cosine(const TermVector& left, const TermVector& right);

}  // namespace concord::group
