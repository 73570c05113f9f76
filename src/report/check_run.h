#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "report/format.h"

namespace concord::report {

/// The story of the store that a draft was held against.
struct HeldAgainst {
  std::string id;         // empty: of articles that no night has put into a story yet
  std::string title;      // empty: no story
  std::string certainty;  // "none", "likely", "certain", "pinned"
  std::size_t documents = 0;
  float likeness = 0;  // 0 to 1; 0 if pinned
  float needed = 0;
};

/// One draft as checked.
struct CheckedDraft {
  std::string file;                  // as its diagnostics name it
  Diagnostics diagnostics;           // in the order of the text
  std::optional<HeldAgainst> story;  // absent: no store was asked
  std::vector<HeldAgainst> others;   // stories that come next
};

/// Findings that were known before, by their ids.
using Baseline = std::map<std::string, Diagnostic, std::less<>>;

/// What `concord check` found.
struct CheckRun {
  std::vector<CheckedDraft> drafts;
  std::string version;               // of the program
  std::optional<Severity> fail_on;   // what fails the run; absent: nothing does
  std::optional<Baseline> baseline;  // absent: nothing to compare with
};

/// True if the finding fails the run: severe enough, not known before and not set aside.
bool fails(const CheckRun& run, const Diagnostic& diagnostic);

/// The run for other tools: sarif (SARIF 2.1.0, OASIS), rdjsonl (reviewdog's Diagnostic, a line
/// each), github (workflow commands of GitHub Actions), junit (JUnit XML: a test case a finding, of
/// which those that fail the run are failures), csv (RFC 4180) or md.  REQUIRES: one of these
/// formats.
std::string check_report(const CheckRun& run, Format format);

/// The same as JSON, one object or a line a diagnostic: what diagnostics_report gives, and `drafts`
/// with the stories they were held against.  REQUIRES: json or jsonl.
std::string check_json(const CheckRun& run, Format format);

/// "story    Bomb in Tern kills 12 (s3412, 14 articles): certain, ...", a line or two for people.
std::string story_line(const CheckedDraft& draft);

/// What the baseline told of the files of this run, and the run does not: mended since, or no
/// longer so.  In the order of file, line and id.
std::vector<const Diagnostic*> absent_from(const CheckRun& run);

/// Notes with a place other than the diagnostic's own: the evidence.
std::vector<const Diagnostic*> evidence_of(const Diagnostic& diagnostic);

/// The message, then the notes without a place and the help, a line each.
std::string full_message(const Diagnostic& diagnostic);

/// The marked words of a place.
std::string_view marked_words(const Location& where);

/// A path as a URI reference (RFC 3986): bytes that may not stand there become %XX.
std::string uri_of(std::string_view path);

}  // namespace concord::report
