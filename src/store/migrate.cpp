#include "store/migrate.h"

#include "store/trouble.h"

namespace concord::store {
namespace {

int version_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

Result<void> check_identity(SQLite::Database& database, const std::string& path) {
  const int application = database.execAndGet("PRAGMA application_id").getInt();
  const int tables = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
  if (application != kApplicationId && (application != 0 || tables > 0)) {
    return failure(
        trouble("S102", path + " is not a store of Concord: it is a database of another program"));
  }
  if (const int version = version_of(database); version > schema_version()) {
    return failure(trouble("S103",
                           path + " is of a newer version of Concord (schema " +
                               std::to_string(version) + ", this program knows up to " +
                               std::to_string(schema_version()) + ")",
                           "use the newer program; this one leaves the store as it is"));
  }
  return {};
}

Result<void> migrate(SQLite::Database& database, std::span<const Migration> steps,
                     const std::string& path) {
  if (version_of(database) == 0) {
    database.exec("PRAGMA journal_mode = WAL");
  }
  const auto version = static_cast<std::size_t>(version_of(database));
  if (version >= steps.size()) {
    return {};
  }
  // All steps or none: who is killed between two of them would leave a store that only a writer
  // can read.
  SQLite::Transaction change(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (std::size_t step = version; step < steps.size(); ++step) {
    database.exec(std::string(steps[step].statements));
  }
  database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.exec("PRAGMA user_version = " + std::to_string(steps.size()));
  if (database.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt64() > 0) {
    return failure(damaged(path, "its rows do not fit together"));
  }
  change.commit();
  return {};
}

}  // namespace concord::store
