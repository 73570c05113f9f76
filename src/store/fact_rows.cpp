#include "store/fact_rows.h"

#include <variant>

#include "store/insert.h"

namespace concord::store {
namespace {

constexpr Insertion kFacts = {
    "INSERT INTO fact (document, place, rule, kind, key, low, nominal, high) VALUES "
    "(?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO fact (document, place, rule, kind, key, low, nominal, high) VALUES "
    "(?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), "
    "(?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), "
    "(?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), "
    "(?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), "
    "(?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), "
    "(?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), "
    "(?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), "
    "(?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?), "
    "(?, ?, ?, ?, ?, ?, ?, ?)",
    25};

/// The figure of a value, for comparing in SQL.
struct Numbers {
  std::optional<double> low;
  std::optional<double> nominal;
  std::optional<double> high;
};

std::optional<double> number(const std::optional<Decimal>& value) {
  return value ? std::optional(value->to_double()) : std::nullopt;
}

std::optional<double> number(const std::optional<Timestamp>& time) {
  return time ? std::optional(static_cast<double>(time->seconds)) : std::nullopt;
}

Numbers numbers_of(const Quantity& value) {
  return {number(value.hard.low), number(value.nominal), number(value.hard.high)};
}
Numbers numbers_of(const Duration& value) {
  return {number(value.seconds.low), number(value.nominal_seconds), number(value.seconds.high)};
}
Numbers numbers_of(const TimeSpan& value) {
  return {number(value.begin), std::nullopt, number(value.end)};
}
Numbers numbers_of(const Name&) {
  return {};
}
Numbers numbers_of(const Quote&) {
  return {};
}

std::optional<std::int64_t> name_or_null(Connection& connection, const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(connection.name_number(text));
}

}  // namespace

void FactRows::add(Row document, std::span<const Fact> facts, const RuleNames& names) {
  std::int64_t place = 0;
  for (const Fact& fact : facts) {
    const auto [low, nominal, high] =
        std::visit([](const auto& value) { return numbers_of(value); }, fact.value);
    const std::int64_t rule = connection_.name_number(std::string(names.name_of(fact.rule)));
    const auto kind = name_or_null(connection_, fact.kind);
    const auto key = name_or_null(connection_, fact.key);
    rows_.push_back({document, place++, rule, kind, key, low, nominal, high});
  }
}

void FactRows::write() {
  insert_all(connection_, kFacts, rows_, [](Query& insert, const FactRow& row) {
    insert.with(row.document, row.place, row.rule, row.kind, row.key, row.low, row.nominal,
                row.high);
  });
  rows_.clear();
}

}  // namespace concord::store
