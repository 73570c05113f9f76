#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "group/group.h"
#include "group/sketch.h"

namespace concord::group {

/// A term of the collection and how much it weighs in one document; vectors are sorted by term.
struct WeightedTerm {
  std::uint32_t term = 0;
  float weight = 0;
};
using TermVector = std::vector<WeightedTerm>;

/// The documents as TF-IDF vectors of length 1 (of length 0 without terms), and the number of
/// documents that have each term.  Terms that only one document has keep a part in its length but
/// are left out: they meet nothing.
struct Features {
  std::vector<TermVector> documents;
  std::vector<std::uint32_t> counts;
  std::vector<std::vector<std::uint32_t>> names;  // terms that a document's head names, sorted
  std::vector<bool> subjects;                     // of each term: a word that says what happened
};

/// The terms of all documents by number, and what is known of them before they are weighed.
struct NumberedTerms {
  std::vector<std::uint32_t> numbers;  // of the terms of all sketches, one after the other
  std::vector<std::size_t> begins;     // of each sketch's among them
  Features features;                   // all but the documents
};
NumberedTerms number_terms(const std::vector<Sketch>& sketches);

/// REQUIRES: `numbered` of these sketches.
Features weigh(std::vector<Sketch> sketches, NumberedTerms numbered, const Parallel& parallel);

/// False for two documents that plainly tell of two events, however alike their words are: neither
/// has a name of the other's head (a shooting in one town and in another), or they share names and
/// days and no other word of any weight (an election and a fire in one town).
bool may_be_one(const Features& features, std::uint32_t first, std::uint32_t second);

/// Cosine of two vectors of length 1, 0 to 1.
float cosine(const TermVector& left, const TermVector& right);

}  // namespace concord::group
