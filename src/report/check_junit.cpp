// JUnit XML: a test suite a draft, a test case a finding; findings that do not fail the run are
// test cases with output.
#include <algorithm>

#include <fmt/format.h>

#include "report/check_formats.h"
#include "report/night_formats.h"
#include "report/report.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::report {
namespace {

std::size_t failures_of(const CheckRun& run, const CheckedDraft& draft) {
  return static_cast<std::size_t>(std::ranges::count_if(
      draft.diagnostics, [&](const Diagnostic& diagnostic) { return fails(run, diagnostic); }));
}

std::string test_case(const CheckRun& run, const CheckedDraft& draft,
                      const Diagnostic& diagnostic) {
  std::string text = full_message(diagnostic);
  for (const Diagnostic* note : evidence_of(diagnostic)) {
    text += fmt::format("\n{}: {}", wording::to_string(note->where), marked_words(note->where));
  }
  const bool failed = fails(run, diagnostic);
  const bool set_aside = diagnostic.suppression.has_value();
  const std::string line =
      diagnostic.where.line > 0 ? fmt::format(" line=\"{}\"", diagnostic.where.line) : "";
  return fmt::format(
      "  <testcase name=\"{}\" classname=\"{}\" file=\"{}\"{}>\n   {}{}</{}>\n  </testcase>\n",
      xml_escaped(wording::to_string(diagnostic.where) + " " + diagnostic.code),
      xml_escaped(draft.file), xml_escaped(draft.file), line,
      failed ? fmt::format("<failure message=\"{}\" type=\"{}\">", xml_escaped(diagnostic.message),
                           wording::name_of(diagnostic.severity))
      : set_aside
          ? fmt::format("<skipped message=\"{}\">", xml_escaped(diagnostic.suppression->reason))
          : "<system-out>",
      xml_escaped(text),
      failed      ? "failure"
      : set_aside ? "skipped"
                  : "system-out");
}

std::string test_suite(const CheckRun& run, const CheckedDraft& draft) {
  const std::size_t tests = std::max<std::size_t>(draft.diagnostics.size(), 1);
  std::string text = fmt::format(
      " <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" "
      "file=\"{}\">\n",
      xml_escaped(draft.file), tests, failures_of(run, draft),
      std::ranges::count_if(draft.diagnostics,
                            [](const Diagnostic& d) { return d.suppression.has_value(); }),
      xml_escaped(draft.file));
  for (const Diagnostic& diagnostic : draft.diagnostics) {
    text += test_case(run, draft, diagnostic);
  }
  if (draft.diagnostics.empty()) {
    text += fmt::format("  <testcase name=\"no findings\" classname=\"{}\"/>\n",
                        xml_escaped(draft.file));
  }
  return text + " </testsuite>\n";
}

}  // namespace

std::string check_junit(const CheckRun& run) {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::string suites;
  for (const CheckedDraft& draft : run.drafts) {
    tests += std::max<std::size_t>(draft.diagnostics.size(), 1);
    failures += failures_of(run, draft);
    suites += test_suite(run, draft);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"concord check\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}"
      "</testsuites>\n",
      tests, failures, suites);
}

}  // namespace concord::report
