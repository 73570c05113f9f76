#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "cli/commands.h"
#include "wording/finding_text.h"

namespace concord::cli {
namespace {

constexpr report::Format kPages[] = {report::Format::html, report::Format::md, report::Format::csv};

/// The comparison in a format of the nightly report.
void write_page(Session& session, const Findings& findings, const RuleSet& rules,
                report::Format format) {
  std::optional<report::Designs> designs(std::in_place);
  if (format == report::Format::html) {
    designs = session.designs();
  }
  if (!designs) {
    return;
  }
  report::Night night = report::night_of(findings);
  night.now = session.arguments().now;
  night.run.version = CONCORD_VERSION;
  if (const auto page = report::night_report(night, rules, format, *designs)) {
    session.write(*page);
  } else {
    session.refuse(page.error());
  }
}

}  // namespace

void compare(Session& session) {
  pipeline::Options options = session.options();
  if (options.inputs.empty()) {
    session.refuse(usage_error("compare needs articles to compare", "concord compare a.txt b.txt"));
    return;
  }
  const auto engine = session.plain_engine();
  if (!engine) {
    return;
  }
  options.one_story = true;
  Diagnostics diagnostics;
  const Findings findings = pipeline::run(*engine, options, pipeline::Stage::findings, diagnostics);
  session.complain(diagnostics);
  const report::Format format = session.format(report::Format::human);
  if (std::ranges::find(kPages, format) != std::end(kPages)) {
    write_page(session, findings, engine->rules(), format);
  } else {
    session.write(report::compare_report(findings, engine->rules(), format, session.style()));
  }
  for (const Finding& finding : findings.findings) {
    if (wording::is_difference(finding)) {
      session.found(finding.severity);
    }
  }
  session.tell(fmt::format("{} documents, {} facts, {} findings", findings.documents.size(),
                           findings.facts.size(), findings.findings.size()));
}

}  // namespace concord::cli
