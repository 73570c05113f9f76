#include "store/connection.h"

#include <sqlite3.h>
#include <utility>

namespace concord::store {
namespace {

constexpr std::size_t kMostRemembered = 10'000;  // words and sources; then they are looked up anew

SQLite::Database& writable(Connection& connection) {
  if (connection.access.mode == Mode::read) {
    throw SQLite::Exception("opened to read", SQLITE_READONLY);
  }
  return connection.database;
}

}  // namespace

std::string_view Query::view(int column) const {
  const SQLite::Column value = statement_.getColumn(column);
  const auto* bytes = static_cast<const char*>(value.getBlob());
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(value.getBytes()));
}

void Query::bind(Blob value) {
  const char* bytes = value.bytes.empty() ? "" : value.bytes.data();
  statement_.bindNoCopy(++bound_, bytes, static_cast<int>(value.bytes.size()));
}

Connection::Connection(std::string file, const std::string& name, int flags, const Access& given)
    : path(std::move(file)),
      access(given),
      database(name, flags | SQLite::OPEN_NOMUTEX, static_cast<int>(given.wait.count())) {}

Query Connection::query(const char* sql) {
  std::unique_ptr<SQLite::Statement>& statement = statements[sql];
  if (!statement) {
    statement = std::make_unique<SQLite::Statement>(database, sql);
  }
  return Query(*statement);
}

std::int64_t Connection::name_number(const std::string& text) {
  if (const auto known = names.find(text); known != names.end()) {
    return known->second;
  }
  std::int64_t number = 0;
  if (Query find = query("SELECT id FROM name WHERE text = ?"); find.with(text).step()) {
    number = find.number(0);
  } else {
    query("INSERT INTO name (text) VALUES (?)").with(text).run();
    number = database.getLastInsertRowid();
  }
  if (names.size() >= kMostRemembered) {
    names.clear();
  }
  names.emplace(text, number);
  return number;
}

std::int64_t Connection::source_number(const std::string& name) {
  if (const auto known = sources.find(name); known != sources.end()) {
    return known->second;
  }
  Query find = query("SELECT id FROM source WHERE name = ?");
  if (!find.with(name).step()) {
    return 0;
  }
  if (sources.size() >= kMostRemembered) {
    sources.clear();
  }
  return sources.emplace(name, find.number(0)).first->second;
}

void Connection::forget() {
  names.clear();
  sources.clear();
}

Unchecked::Unchecked(Connection& connection) : connection_(connection) {
  connection_.database.exec("PRAGMA foreign_keys = OFF");
}

Unchecked::~Unchecked() {
  (void)connection_.database.tryExec("PRAGMA foreign_keys = ON");
}

Change::Change(Connection& connection)
    : connection_(connection),
      transaction_(writable(connection), SQLite::TransactionBehavior::IMMEDIATE) {}

Change::~Change() {
  if (!committed_) {
    connection_.forget();
  }
}

void Change::commit() {
  transaction_.commit();
  committed_ = true;
}

}  // namespace concord::store
