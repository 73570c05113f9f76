#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "store/connection.h"

namespace concord::store {

/// The terms of a batch of articles, written in the order of their table: so each of its pages is
/// touched once.
class TermRows {
 public:
  void add(Row item, std::span<const SearchTerm> terms);
  void write(Connection& connection);

 private:
  struct TermRow {
    std::int64_t segment = 0;
    std::int64_t hash = 0;
    Row item = 0;
    friend auto operator<=>(const TermRow&, const TermRow&) = default;
  };
  std::vector<TermRow> rows_;
};

/// The segment of an article's terms.
std::int64_t segment_of(Row item);

}  // namespace concord::store
