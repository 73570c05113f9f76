#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/line_text.h"
#include "base/span.h"

namespace concord {

enum class Severity : std::uint8_t { note, warning, error };

/// A place in a file or document.  `line` and `column` are 1-based, columns in code points; 0 is
/// unknown.  `excerpt` is the whole source line, so that printing needs no file; `marked` is the
/// byte range of the narrowest words meant, inside `excerpt`.
struct Location {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  LineText excerpt;
  Span marked;

  friend bool operator==(const Location&, const Location&) = default;
};

/// Text that may replace `span`: bytes of the file, a byte order mark not counted; of a document
/// that is a line of another file, bytes of its text.
struct Fix {
  Span span;
  std::string replacement;
  Location where;  // the words replaced, in the file; of a rule file not set
};

/// Why nobody need look at a diagnostic again: somebody did.
struct Suppression {
  bool in_source = true;  // by a comment in the draft; else a decision in the store
  std::string reason;
  std::string until;  // as people write it; empty: for good
  friend bool operator==(const Suppression&, const Suppression&) = default;
};

/// A complaint about our inputs (rules, documents, drafts, flags): what was found, what was
/// expected, where, and the likely mend.  Verdicts about the world are Findings, not Diagnostics.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;     // stable: "E310", "D101", "deaths/behind"
  std::string message;  // one line
  Location where;
  std::string help;  // the mend; may be empty
  std::vector<Diagnostic> notes;
  std::optional<Fix> fix;
  std::optional<Fix> offer;  // what too few sources support for a fix: for a person to choose
  std::string finding;       // id of the finding it tells of; empty if none
  std::optional<Suppression> suppression;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace concord
