// The index by which a text finds the articles of its story.
#include "store/term_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "store/insert.h"
#include "store/trouble.h"

namespace concord::store {
namespace {

constexpr int kSegmentBits = 14;         // 16384 articles a segment: some megabytes of terms
constexpr std::int64_t kMostHits = 256;  // articles looked at for one term, the newest first

constexpr Insertion kTerms = {
    "INSERT OR IGNORE INTO term (segment, hash, item) VALUES (?, ?, ?)",
    "INSERT OR IGNORE INTO term (segment, hash, item) VALUES (?, ?, ?), (?, ?, ?), (?, ?, ?), "
    "(?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), "
    "(?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), "
    "(?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), (?, ?, ?), "
    "(?, ?, ?)",
    25};

/// How much articles share with a text.
class Shares {
 public:
  explicit Shares(Connection& connection) : connection_(connection) {}

  void add(const SearchTerm& term, std::int64_t newest) {
    hits_.clear();
    for (std::int64_t segment = segment_of(newest); segment >= 0; --segment) {
      Query find = connection_.query(
          "SELECT item FROM term WHERE segment = ? AND hash = ? ORDER BY item DESC LIMIT ?");
      const auto room = kMostHits - static_cast<std::int64_t>(hits_.size());
      find.with(segment, static_cast<std::int64_t>(term.hash), room);
      while (find.step()) {
        hits_.push_back(find.number(0));
      }
      if (static_cast<std::int64_t>(hits_.size()) >= kMostHits) {
        break;
      }
    }
    const double worth =
        term.weight *
        std::log2(1.0 + static_cast<double>(kMostHits) / (1.0 + static_cast<double>(hits_.size())));
    for (const Row item : hits_) {
      shared_.emplace_back(item, worth);
    }
  }

  /// Best first; newest first among equals.
  std::vector<Row> best(std::size_t most) {
    std::ranges::stable_sort(shared_, {}, &std::pair<Row, double>::first);
    std::vector<std::pair<double, Row>> ranked;
    for (const auto& [item, worth] : shared_) {
      if (ranked.empty() || ranked.back().second != item) {
        ranked.emplace_back(0, item);
      }
      ranked.back().first += worth;
    }
    const std::size_t count = std::min(most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count),
                      ranked.end(), std::greater<>());
    std::vector<Row> items;
    for (std::size_t i = 0; i < count; ++i) {
      items.push_back(ranked[i].second);
    }
    return items;
  }

 private:
  Connection& connection_;
  std::vector<Row> hits_;
  std::vector<std::pair<Row, double>> shared_;  // an article and the worth of a term it has
};

}  // namespace

std::int64_t segment_of(Row item) {
  return item >> kSegmentBits;
}

void TermRows::add(Row item, std::span<const SearchTerm> terms) {
  for (const SearchTerm& term : terms) {
    rows_.push_back({segment_of(item), static_cast<std::int64_t>(term.hash), item});
  }
}

void TermRows::write(Connection& connection) {
  std::ranges::sort(rows_);
  insert_all(connection, kTerms, rows_, [](Query& insert, const TermRow& row) {
    insert.with(row.segment, row.hash, row.item);
  });
  rows_.clear();
}

Result<std::vector<Row>> Store::near(std::span<const SearchTerm> terms, std::size_t most) const {
  return guarded(connection_->path, [&]() -> Result<std::vector<Row>> {
    Query newest = connection_->query("SELECT coalesce(max(id), 0) FROM item");
    newest.step();
    const Row last = newest.number(0);
    Shares shares(*connection_);
    for (const SearchTerm& term : terms) {
      shares.add(term, last);
    }
    std::vector<Row> rows;
    for (const Row item : shares.best(most)) {
      Query latest = connection_->query("SELECT id FROM document WHERE item = ? AND latest = 1");
      if (latest.with(item).step()) {
        rows.push_back(latest.number(0));
      }
    }
    return rows;
  });
}

}  // namespace concord::store
