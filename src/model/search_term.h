#pragma once

#include <cstdint>

namespace concord {

/// A word of a document by which others of its story are found, as a hash.
struct SearchTerm {
  std::uint64_t hash = 0;
  float weight = 0;  // how much it tells in this document
};

}  // namespace concord
