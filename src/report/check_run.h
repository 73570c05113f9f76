#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "report/format.h"

namespace concord::report {

/// One draft as checked.
struct CheckedDraft {
  std::string file;         // as its diagnostics name it
  Diagnostics diagnostics;  // in the order of the text
};

/// Ids of findings that were known before.
using Baseline = std::set<std::string, std::less<>>;

/// What `concord check` found.
struct CheckRun {
  std::vector<CheckedDraft> drafts;
  std::string version;               // of the program
  std::optional<Severity> fail_on;   // what fails the run; absent: nothing does
  std::optional<Baseline> baseline;  // absent: nothing to compare with
};

/// True if the finding fails the run: severe enough, and not known before.
bool fails(const CheckRun& run, const Diagnostic& diagnostic);

/// The run for other tools: sarif (SARIF 2.1.0, OASIS), rdjsonl (reviewdog's Diagnostic, a line
/// each), github (workflow commands of GitHub Actions), junit (JUnit XML: a test case a finding, of
/// which those that fail the run are failures), csv (RFC 4180) or md.  REQUIRES: one of these
/// formats.
std::string check_report(const CheckRun& run, Format format);

/// The finding ids of an earlier report of `check` in json, jsonl or sarif.
Baseline read_baseline(std::string_view report);

/// Notes with a place other than the diagnostic's own: the evidence.
std::vector<const Diagnostic*> evidence_of(const Diagnostic& diagnostic);

/// The message, then the notes without a place and the help, a line each.
std::string full_message(const Diagnostic& diagnostic);

/// The marked words of a place.
std::string_view marked_words(const Location& where);

/// A path as a URI reference (RFC 3986): bytes that may not stand there become %XX.
std::string uri_of(std::string_view path);

}  // namespace concord::report
