// Nights: what was found, kept once while it stands.
#include <functional>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>

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

void add_snapshot(Connection& connection, const Snapshot& snapshot) {
  connection
      .query(
          "INSERT INTO snapshot (name, time, rules_hash, program, parameters, summary) "
          "VALUES (?, ?, ?, ?, ?, ?)")
      .with(snapshot.id, snapshot.time, snapshot.rules_hash, snapshot.program, snapshot.parameters,
            snapshot.summary)
      .run();
}

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

struct SnapshotWriter::Work {
  Work(Connection& open, const Snapshot& snapshot) : connection(open), change(open) {
    before = newest(connection);
    if (before.id == snapshot.id && before.row != 0) {
      take_back(connection, before.row);
      before = newest(connection);
    }
  }

  /// Begins the night: what stood before is to be matched with what is found.
  void begin(const Snapshot& snapshot) {
    add_snapshot(connection, snapshot);
    row = connection.database.getLastInsertRowid();
    Query rows =
        connection.query("SELECT id, name, json_hash, story FROM finding WHERE last IS NULL");
    while (rows.step()) {
      standing.emplace(key(rows.text(1), rows.number(2)),
                       Stood{rows.number(0), rows.text(1), rows.text(3)});
    }
  }

  /// True if it stood before and now does not end.
  bool goes_on(const StoredFinding& finding) {
    auto [from, to] = standing.equal_range(key(finding.id, hash_of(finding)));
    for (; from != to; ++from) {
      Query same = connection.query("SELECT 1 FROM finding WHERE id = ? AND json = ?");
      if (same.with(from->second.row, finding.json).step()) {
        standing.erase(from);
        return true;
      }
    }
    return false;
  }

  void end_the_rest() {
    for (const auto& [name, stood] : standing) {
      connection.query("UPDATE finding SET last = ? WHERE id = ?")
          .with(before.row, stood.row)
          .run();
    }
  }

  struct Stood {
    Row row = 0;
    std::string name;
    std::string story;
  };
  static std::string key(const std::string& id, std::int64_t hash) {
    return id + ' ' + std::to_string(hash);
  }

  Connection& connection;
  Change change;
  Newest before;
  Row row = 0;
  std::unordered_multimap<std::string, Stood> standing;
  std::unordered_set<std::string> added;  // ids
};

SnapshotWriter::SnapshotWriter(std::unique_ptr<Work> work) : work_(std::move(work)) {}
SnapshotWriter::SnapshotWriter(SnapshotWriter&&) noexcept = default;
SnapshotWriter& SnapshotWriter::operator=(SnapshotWriter&&) noexcept = default;
SnapshotWriter::~SnapshotWriter() = default;

Result<void> SnapshotWriter::add(std::span<const StoredFinding> findings) {
  return guarded(work_->connection.path, [&]() -> Result<void> {
    for (const StoredFinding& finding : findings) {
      if (work_->added.insert(finding.id).second && !work_->goes_on(finding)) {
        add_finding(work_->connection, work_->row, finding);
      }
    }
    return {};
  });
}

void SnapshotWriter::carry_over(const std::function<bool(const std::string& story)>& stories) {
  std::erase_if(work_->standing, [&](const auto& one) {
    return stories(one.second.story) && !work_->added.contains(one.second.name);
  });
}

Result<Row> SnapshotWriter::commit(const std::string& summary) {
  return guarded(work_->connection.path, [&]() -> Result<Row> {
    work_->connection.query("UPDATE snapshot SET summary = ? WHERE id = ?")
        .with(summary, work_->row)
        .run();
    work_->end_the_rest();
    work_->change.commit();
    return work_->row;
  });
}

Result<SnapshotWriter> Store::write_snapshot(const Snapshot& snapshot) {
  return guarded(connection_->path, [&]() -> Result<SnapshotWriter> {
    auto work = std::make_unique<SnapshotWriter::Work>(*connection_, snapshot);
    Query older = connection_->query("SELECT 1 FROM snapshot WHERE name = ?");
    if (older.with(snapshot.id).step()) {
      return failure(trouble("S109", "the snapshot " + snapshot.id + " has later ones already",
                             "a snapshot is only replaced while it is the newest"));
    }
    work->begin(snapshot);
    return SnapshotWriter(std::move(work));
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
