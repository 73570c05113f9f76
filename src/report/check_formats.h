#pragma once

#include <cstdint>
#include <string>

#include "report/check_run.h"

namespace concord::report {

/// A file each.
std::string check_sarif(const CheckRun& run);
std::string check_rdjsonl(const CheckRun& run);
std::string check_github(const CheckRun& run);
std::string check_junit(const CheckRun& run);
std::string check_csv(const CheckRun& run);
std::string check_markdown(const CheckRun& run);

/// Columns after the marked words: in code points, 1-based.
std::uint32_t end_column(const Location& where);

/// True if the fix replaces the very words that the diagnostic marks; only then does a format that
/// counts in lines and columns know where.
bool is_fix_of_mark(const Diagnostic& diagnostic);

}  // namespace concord::report
