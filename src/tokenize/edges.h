#pragma once

#include <cstdint>
#include <vector>

#include "tokenize/byte_class.h"

namespace concord::tokenize {

/// Bits of the 64 bytes at which a token begins, and of those just after a token.  In order, starts
/// and ends take turns; an end may lie on the next start, and the last may lie beyond the text.
struct Edges {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
};

/// Where tokens begin and end, worked out for 64 bytes at a time without a branch a byte.
/// Feed the blocks in order; it carries runs from one block to the next.
class EdgeFinder {
 public:
  /// The edges of blocks[at].  REQUIRES: at >= 1, blocks[at + 1] exists, called with at = 1, 2, 3
  /// ...
  Edges find(const std::vector<Block>& blocks, std::size_t at);

 private:
  std::uint64_t letters_ = 0;  // letters of the block before, with what is joined to them
  std::uint64_t digits_ = 0;
  std::uint64_t singles_ = 0;     // one-letter words of the block before
  std::uint64_t inner_dots_ = 0;  // dots of "U.S" in the block before
  std::uint64_t alone_ = 0;       // apostrophes of "'s" in the block before
  std::uint64_t dots_ = 0;        // dots and hyphens of the block before that are marks
  std::uint64_t hyphens_ = 0;
  bool word_run_ = false;  // the run at the end of the block before began with a letter
};

}  // namespace concord::tokenize
