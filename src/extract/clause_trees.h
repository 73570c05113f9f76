#pragma once

#include <cstdint>
#include <vector>

#include "extract/program.h"

namespace concord::extract {

/// Files the phrases of a category under their clauses.
class ClauseTrees {
 public:
  /// Fills `out`.  REQUIRES: the clauses of the program are complete.
  ClauseTrees(const Program& program, Index& out) : program_(program), out_(out) {}

  /// In ascending order.
  void add(std::uint32_t phrase);

  /// Call once, after the last add.
  void grow();

 private:
  std::vector<std::uint32_t> clauses_of(std::uint32_t phrase) const;
  void branch(std::size_t begin, std::size_t end, std::size_t depth);
  void post();

  struct Filed {
    std::vector<std::uint32_t> clauses;
    std::uint32_t phrase = 0;
  };

  const Program& program_;
  Index& out_;
  std::vector<Filed> filed_;
  std::vector<std::uint32_t> roots_;
};

}  // namespace concord::extract
