#pragma once

#include <span>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.h"
#include "store/schema.h"

namespace concord::store {

/// S102 for a database of another program, S103 for one of a newer Concord.
Result<void> check_identity(SQLite::Database& database, const std::string& path);

/// Runs the steps that the database lacks, in order, each whole or not at all: a process killed
/// between two leaves a store of the step before, which the next to open it takes further.
/// Throws what SQLite says.
Result<void> migrate(SQLite::Database& database, std::span<const Migration> steps,
                     const std::string& path);

}  // namespace concord::store
