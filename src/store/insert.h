#pragma once

#include <cstddef>
#include <vector>

#include "store/connection.h"

namespace concord::store {

/// The same insertion of one row and of several: to begin and end a statement takes as long as two
/// rows.  REQUIRES: both are literals, `several` with `at_once` times the parameters of `one`.
struct Insertion {
  const char* one;
  const char* several;
  std::size_t at_once;
};

/// Writes all rows; bind(query, row) binds the parameters of one.
template <class Entry, class Bind>
void insert_all(Connection& connection, const Insertion& insertion, const std::vector<Entry>& rows,
                Bind bind) {
  for (std::size_t at = 0; at < rows.size();) {
    const bool several = rows.size() - at >= insertion.at_once;
    Query query = connection.query(several ? insertion.several : insertion.one);
    for (const std::size_t end = at + (several ? insertion.at_once : 1); at < end; ++at) {
      bind(query, rows[at]);
    }
    query.run();
  }
}

}  // namespace concord::store
