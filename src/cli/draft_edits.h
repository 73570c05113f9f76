#pragma once

#include <string>

#include "cli/session.h"

namespace concord::cli {

/// A draft from standard input, which can be read but once.
struct StandardInput {
  std::string name;   // as its diagnostics have it
  std::string bytes;  // empty: no draft came from there, or it was no plain text
};

/// Writes the changes that a check proposes as a unified diff, and changes nothing.
void write_diff(Session& session, const report::CheckRun& run, const StandardInput& standard);

/// Makes them, each file in one piece, takes the diagnostics that are mended out of the run, and
/// returns what was changed and what was left and why, for people; empty for other formats, which
/// get it on the side.
std::string make_fixes(Session& session, report::CheckRun& run);

}  // namespace concord::cli
