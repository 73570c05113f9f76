#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "store/connection.h"
#include "store/fact_bytes.h"

namespace concord::store {

/// The index of the facts of a batch of documents: a row each, as packed.
class FactRows {
 public:
  explicit FactRows(Connection& connection) : connection_(connection) {}

  void add(Row document, std::span<const Fact> facts, const RuleNames& names);
  void write();

 private:
  struct FactRow {
    Row document = 0;
    std::int64_t place = 0;
    std::int64_t rule = 0;
    std::optional<std::int64_t> kind;
    std::optional<std::int64_t> key;
    std::optional<double> low;
    std::optional<double> nominal;
    std::optional<double> high;
  };
  Connection& connection_;
  std::vector<FactRow> rows_;
};

}  // namespace concord::store
