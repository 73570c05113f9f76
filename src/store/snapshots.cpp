// Nights: what was found, kept once while it stands.
#include <functional>
#include <unordered_map>

#include "base/hash.h"
#include "store/connection.h"
#include "store/trouble.h"

namespace concord::store {
namespace {

std::int64_t hash_of(const StoredFinding& finding) {
  return static_cast<std::int64_t>(stable_hash(finding.story, quick_hash(finding.json)));
}

/// The newest snapshot; row 0 if there is none.
struct Newest {
  Row row = 0;
  std::string id;
};

Newest newest(Connection& connection) {
  Query find = connection.query("SELECT id, name FROM snapshot ORDER BY id DESC LIMIT 1");
  return find.step() ? Newest{find.number(0), find.text(1)} : Newest{};
}

/// As if the newest snapshot had never been.
void take_back(Connection& connection, Row row) {
  connection.query("DELETE FROM finding WHERE first = ?").with(row).run();
  // `last` is the snapshot before the one that no longer had the finding.
  connection
      .query(
          "UPDATE finding SET last = NULL WHERE last = "
          "(SELECT max(id) FROM snapshot WHERE id < ?)")
      .with(row)
      .run();
  connection.query("DELETE FROM snapshot WHERE id = ?").with(row).run();
}

/// The findings that stand, to be matched with those of the new night.
class Standing {
 public:
  explicit Standing(Connection& connection) : connection_(connection) {
    Query rows = connection.query("SELECT id, name, json_hash FROM finding WHERE last IS NULL");
    while (rows.step()) {
      open_.emplace(key(rows.text(1), rows.number(2)), rows.number(0));
    }
  }

  /// True if it stood before and now does not end.
  bool goes_on(const StoredFinding& finding) {
    auto [from, to] = open_.equal_range(key(finding.id, hash_of(finding)));
    for (; from != to; ++from) {
      Query same = connection_.query("SELECT 1 FROM finding WHERE id = ? AND json = ?");
      if (same.with(from->second, finding.json).step()) {
        open_.erase(from);
        return true;
      }
    }
    return false;
  }

  void end_the_rest(Row last) {
    for (const auto& [name, row] : open_) {
      connection_.query("UPDATE finding SET last = ? WHERE id = ?").with(last, row).run();
    }
  }

 private:
  static std::string key(const std::string& id, std::int64_t hash) {
    return id + ' ' + std::to_string(hash);
  }

  Connection& connection_;
  std::unordered_multimap<std::string, Row> open_;
};

void add_finding(Connection& connection, Row snapshot, const StoredFinding& finding) {
  connection
      .query(
          "INSERT INTO finding (name, first, story, relation, detail, severity, json, json_hash) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .with(finding.id, snapshot, finding.story, finding.relation, finding.detail, finding.severity,
            finding.json, hash_of(finding))
      .run();
}

}  // namespace

Result<Row> Store::put_snapshot(const Snapshot& snapshot, std::span<const StoredFinding> findings) {
  return guarded(connection_->path, [&]() -> Result<Row> {
    Change change(*connection_);
    Newest before = newest(*connection_);
    if (before.id == snapshot.id && before.row != 0) {
      take_back(*connection_, before.row);
      before = newest(*connection_);
    }
    Query older = connection_->query("SELECT 1 FROM snapshot WHERE name = ?");
    if (older.with(snapshot.id).step()) {
      return failure(trouble("S109", "the snapshot " + snapshot.id + " has later ones already",
                             "a snapshot is only replaced while it is the newest"));
    }
    connection_
        ->query(
            "INSERT INTO snapshot (name, time, rules_hash, program, parameters, summary) "
            "VALUES (?, ?, ?, ?, ?, ?)")
        .with(snapshot.id, snapshot.time, snapshot.rules_hash, snapshot.program,
              snapshot.parameters, snapshot.summary)
        .run();
    const Row row = connection_->database.getLastInsertRowid();
    Standing standing(*connection_);
    for (const StoredFinding& finding : findings) {
      if (!standing.goes_on(finding)) {
        add_finding(*connection_, row, finding);
      }
    }
    standing.end_the_rest(before.row);
    change.commit();
    return row;
  });
}

Result<std::vector<Snapshot>> Store::snapshots() const {
  return guarded(connection_->path, [&]() -> Result<std::vector<Snapshot>> {
    std::vector<Snapshot> snapshots;
    Query rows = connection_->query(
        "SELECT id, name, time, rules_hash, program, parameters, summary FROM snapshot ORDER BY "
        "id");
    while (rows.step()) {
      snapshots.push_back({rows.number(0), rows.text(1), Timestamp{rows.number(2)}, rows.text(3),
                           rows.text(4), rows.text(5), rows.text(6)});
    }
    return snapshots;
  });
}

Result<void> Store::for_each_finding(Row snapshot,
                                     const std::function<bool(const StoredFinding&)>& use) const {
  return guarded(connection_->path, [&]() -> Result<void> {
    SQLite::Statement statement(
        connection_->database,
        "SELECT name, story, relation, detail, severity, json FROM finding "
        "WHERE first <= ? AND (last IS NULL OR last >= ?) ORDER BY name, id");
    Query rows(statement);
    rows.with(snapshot, snapshot);
    while (rows.step() && use({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                               rows.text(5)})) {
    }
    return {};
  });
}

}  // namespace concord::store
