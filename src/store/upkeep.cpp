// The file itself: is it sound, how much is in it, a copy of it; and which inputs it has seen.
#include <filesystem>
#include <unistd.h>

#include <SQLiteCpp/Backup.h>

#include "base/hash.h"
#include "store/connection.h"
#include "store/fact_bytes.h"
#include "store/schema.h"
#include "store/trouble.h"

namespace concord::store {
namespace {

constexpr std::size_t kMostTroubles = 100;

/// What must hold of the rows, and is not a matter of one row alone; each query gives those for
/// which it does not.
struct Law {
  const char* sql;  // one column: what to call the row
  std::string_view trouble;
};

constexpr Law kLaws[] = {
    {"SELECT name FROM document WHERE id NOT IN (SELECT document FROM content)",
     "a document without its text: "},
    {"SELECT name FROM document WHERE id NOT IN (SELECT document FROM sketch)",
     "a document without its sketch: "},
    {"SELECT document FROM content WHERE document NOT IN (SELECT id FROM document)",
     "a text of no document: "},
    {"SELECT document FROM fact WHERE document NOT IN (SELECT id FROM document)",
     "a fact of no document: "},
    {"SELECT i.name FROM item i WHERE (SELECT count(*) FROM document WHERE item = i.id AND latest) "
     "<> 1",
     "an article without one latest version: "},
    {"SELECT i.name FROM item i WHERE (SELECT count(*) FROM document WHERE item = i.id) <> "
     "i.versions",
     "an article that miscounts its versions: "},
    {"SELECT d.name FROM document d JOIN document n ON n.item = d.item AND n.id <> d.id "
     "AND (n.version, n.time, n.id) > (d.version, d.time, d.id) WHERE d.latest",
     "an older version that counts as the latest: "},
    {"SELECT d.name FROM document d WHERE d.facts <> "
     "(SELECT count(*) FROM fact WHERE document = d.id)",
     "a document that miscounts its facts: "},
    {"SELECT name FROM finding WHERE last < first", "a finding that ends before it begins: "},
};

class Check {
 public:
  explicit Check(Connection& connection) : connection_(connection) {}

  Troubles run() {
    list("PRAGMA integrity_check", "", "ok");
    if (troubles_.empty()) {  // else its rows say anything
      list("PRAGMA foreign_key_check", "a row that points nowhere, in ", "");
      for (const Law& law : kLaws) {
        list(law.sql, law.trouble, "");
      }
      check_contents();
    }
    return std::move(troubles_);
  }

 private:
  bool add(std::string text) {
    if (troubles_.size() < kMostTroubles) {
      troubles_.push_back(std::move(text));
    }
    return troubles_.size() < kMostTroubles;
  }

  void list(const char* sql, std::string_view trouble, std::string_view sound) {
    SQLite::Statement statement(connection_.database, sql);
    Query rows(statement);
    while (rows.step()) {
      if (const std::string what = rows.text(0);
          (sound.empty() || what != sound) && !add(std::string(trouble) + what)) {
        return;
      }
    }
  }

  /// SQLite does not notice a changed byte inside a value.
  void check_contents() {
    Query rows = connection_.query(
        "SELECT d.name, d.text_hash, d.facts, c.text, c.facts FROM document d "
        "JOIN content c ON c.document = d.id");
    while (rows.step()) {
      if (static_cast<std::int64_t>(quick_hash(rows.view(3))) != rows.number(1) &&
          !add("a text that is not as it was put: " + rows.text(0))) {
        return;
      }
      const Unpacked unpacked = unpack_facts(rows.view(4), nullptr);
      const bool sound =
          unpacked.whole && static_cast<std::int64_t>(unpacked.packed) == rows.number(2);
      if (!sound && !add("facts that are not as they were put: " + rows.text(0))) {
        return;
      }
    }
  }

  Connection& connection_;
  Troubles troubles_;
};

/// Removes a file when the work on it did not end well.
class Unfinished {
 public:
  explicit Unfinished(std::string path) : path_(std::move(path)) {}
  ~Unfinished() {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
      (void)unlink((path_ + ending).c_str());
    }
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

 private:
  std::string path_;
};

}  // namespace

Result<Troubles> Store::check() const {
  return guarded(connection_->path, [&]() -> Result<Troubles> {
    try {
      return Check(*connection_).run();
    } catch (const SQLite::Exception& error) {
      const Diagnostic found = trouble_of(error, connection_->path);
      return found.code == "S104" ? Result<Troubles>(Troubles{error.what()}) : failure(found);
    }
  });
}

Result<Counts> Store::counts() const {
  return guarded(connection_->path, [&]() -> Result<Counts> {
    Query row = connection_->query(
        "SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM item), "
        "(SELECT count(*) FROM document), (SELECT total(facts) FROM document), "
        "(SELECT count(*) FROM story), (SELECT count(*) FROM snapshot), "
        "(SELECT count(*) FROM decision), "
        "(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size), "
        "(SELECT user_version FROM pragma_user_version)");
    row.step();
    return Counts{row.number(0), row.number(1), row.number(2),
                  row.number(3), row.number(4), row.number(5),
                  row.number(6), row.number(7), static_cast<int>(row.number(8))};
  });
}

Result<void> Store::settle() {
  return guarded(connection_->path, [&]() -> Result<void> {
    connection_->database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return {};
  });
}

Result<void> Store::backup(const std::string& path) const {
  return guarded(path, [&]() -> Result<void> {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
      return failure(trouble("S100", path + " is there already", "name a file that is not there"));
    }
    const std::string unfinished = path + ".tmp" + std::to_string(getpid());
    const Unfinished remover(unfinished);
    {
      SQLite::Database copy(unfinished, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      SQLite::Backup work(copy, connection_->database);
      work.executeStep(-1);
    }
    std::filesystem::rename(unfinished, path);
    return {};
  });
}

const std::string& Store::path() const {
  return connection_->path;
}

Result<Store> Store::reader() const {
  Access access = connection_->access;
  access.mode = Mode::read;
  access.one_moment = false;
  return open(connection_->path, access);
}

Result<std::optional<std::int64_t>> Store::is_known(const InputMark& mark) const {
  return guarded(connection_->path, [&]() -> Result<std::optional<std::int64_t>> {
    Query find = connection_->query(
        "SELECT documents FROM input WHERE path = ? AND size = ? AND changed = ? "
        "AND rules_hash = ?");
    find.with(mark.path, mark.size, mark.changed, mark.rules_hash);
    return find.step() ? std::optional(find.number(0)) : std::nullopt;
  });
}

Result<void> Store::remember(std::span<const InputMark> marks) {
  return guarded(connection_->path, [&]() -> Result<void> {
    Change change(*connection_);
    for (const InputMark& mark : marks) {
      connection_
          ->query(
              "INSERT OR REPLACE INTO input (path, size, changed, rules_hash, documents) "
              "VALUES (?, ?, ?, ?, ?)")
          .with(mark.path, mark.size, mark.changed, mark.rules_hash, mark.documents)
          .run();
    }
    change.commit();
    return {};
  });
}

}  // namespace concord::store
