#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/check_run.h"

namespace concord::report {

/// A file each.
std::string check_sarif(const CheckRun& run);
std::string check_rdjsonl(const CheckRun& run);
std::string check_github(const CheckRun& run);
std::string check_junit(const CheckRun& run);
std::string check_csv(const CheckRun& run);
std::string check_markdown(const CheckRun& run);

/// Notes with a place other than the diagnostic's own: the evidence.
std::vector<const Diagnostic*> evidence_of(const Diagnostic& diagnostic);

/// The message, then the notes without a place and the help, a line each.
std::string full_message(const Diagnostic& diagnostic);

/// The marked words of a place.
std::string_view marked_words(const Location& where);

/// Columns after the marked words: in code points, 1-based.
std::uint32_t end_column(const Location& where);

/// True if the fix replaces the very words that the diagnostic marks; only then does a format that
/// counts in lines and columns know where.
bool is_fix_of_mark(const Diagnostic& diagnostic);

/// A path as a URI reference (RFC 3986): bytes that may not stand there become %XX.
std::string uri_of(std::string_view path);

}  // namespace concord::report
