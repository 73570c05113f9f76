#pragma once

#include <span>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.h"
#include "store/schema.h"

namespace concord::store {

/// S102 for a database of another program, S103 for one of a newer Concord.
Result<void> check_identity(SQLite::Database& database, const std::string& path);

/// Runs the steps that the database lacks, in order, all of them or none: whoever is killed leaves
/// the store as it was, or one without tables.  Throws what SQLite says.
Result<void> migrate(SQLite::Database& database, std::span<const Migration> steps,
                     const std::string& path);

}  // namespace concord::store
