#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "group/sketch.h"

namespace concord::group {

// Bytes of a sketch, numbers least byte first:
//
//    1 byte   version of this form
//   12 bytes  how many kinds, terms, shingles
//    8 bytes  a kind: weight and share, as floats; terms of one kind share it
//   10 bytes  a term: its hash, the number of its kind
//    8 bytes  a shingle, ascending
//
// Everything comes back bit for bit: stories of stored sketches are those of the documents.

std::string sketch_bytes(const Sketch& sketch);

/// Nothing when they are not such bytes, or of another version: the sketch has to be made anew.
std::optional<Sketch> read_sketch(std::string_view bytes);

/// Only its terms, in their order; none where read_sketch gives nothing.
std::vector<Term> read_terms(std::string_view bytes);

}  // namespace concord::group
