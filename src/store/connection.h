#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/lock.h"
#include "store/store.h"

namespace concord::store {

/// One use of a prepared statement: bind, step, read columns; afterwards it is free for the next.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : statement_(statement) {}
  ~Query() { statement_.tryReset(); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Binds all parameters, in order.  Strings and blobs must outlive the use.
  template <class... T>
  Query& with(const T&... values) {
    (bind(values), ...);
    return *this;
  }
  bool step() { return statement_.executeStep(); }
  void run() {
    while (step()) {
    }
  }

  bool is_null(int column) const { return statement_.isColumnNull(column); }
  std::int64_t number(int column) const { return statement_.getColumn(column).getInt64(); }
  bool flag(int column) const { return number(column) != 0; }
  std::string text(int column) const { return std::string(view(column)); }
  /// Until the next step.
  std::string_view view(int column) const;
  std::optional<std::int64_t> number_or_null(int column) const {
    return is_null(column) ? std::nullopt : std::optional(number(column));
  }
  std::optional<std::string> text_or_null(int column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
  }

  /// Bytes that are no text.
  struct Blob {
    std::string_view bytes;
  };

 private:
  void bind(std::int64_t value) { statement_.bind(++bound_, value); }
  void bind(std::uint32_t value) { statement_.bind(++bound_, value); }
  void bind(int value) { statement_.bind(++bound_, value); }
  void bind(bool value) { statement_.bind(++bound_, value ? 1 : 0); }
  void bind(double value) { statement_.bind(++bound_, value); }
  void bind(std::nullopt_t) { statement_.bind(++bound_); }
  void bind(Timestamp value) { statement_.bind(++bound_, value.seconds); }
  void bind(std::string_view value) { statement_.bind(++bound_, std::string(value)); }
  void bind(const char* value) { bind(std::string_view(value)); }
  void bind(const std::string& value) { statement_.bindNoCopy(++bound_, value); }
  void bind(Blob value);
  template <class T>
  void bind(const std::optional<T>& value) {
    if (value) {
      bind(*value);
    } else {
      bind(std::nullopt);
    }
  }

  SQLite::Statement& statement_;
  int bound_ = 0;
};

/// What a Store holds; for one thread at a time, so that SQLite takes no mutex for it.
struct Connection {
  /// Opens `name`, which is `file` or a URI of it.
  Connection(std::string file, const std::string& name, int flags, const Access& given);

  /// A statement of this text, prepared once; one use at a time.  REQUIRES: `sql` is a literal.
  Query query(const char* sql);

  /// The number of a word in the table `name`, added if it is new.
  std::int64_t name_number(const std::string& text);
  /// The number of a source; 0 if the store has none of that name.
  std::int64_t source_number(const std::string& name);
  /// What is remembered of rows that a change has taken back.
  void forget();

  std::string path;
  Access access;
  WriterLock lock;  // given back after the database is closed
  SQLite::Database database;
  std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> readings;  // not in use
  std::unordered_map<std::string, std::int64_t> names;
  std::unordered_map<std::string, std::int64_t> sources;
};

/// While it lives, what a row refers to is not looked up as the row is written: for rows that name
/// only what their own change has just found or written, of which SQLite would look up each once
/// more.  `db check` looks at all of them.  REQUIRES: no change is open when it begins or ends.
class Unchecked {
 public:
  explicit Unchecked(Connection& connection);
  ~Unchecked();
  Unchecked(const Unchecked&) = delete;
  Unchecked& operator=(const Unchecked&) = delete;

 private:
  Connection& connection_;
};

/// All or nothing: what was written since goes back unless commit() was called.
class Change {
 public:
  explicit Change(Connection& connection);
  ~Change();
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;
  void commit();

 private:
  Connection& connection_;
  SQLite::Transaction transaction_;
  bool committed_ = false;
};

}  // namespace concord::store
