#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {

void compare(Session& session) {
  pipeline::Options options = session.options();
  if (options.inputs.empty()) {
    session.refuse(usage_error("compare needs articles to compare", "concord compare a.txt b.txt"));
    return;
  }
  const auto engine = session.engine();
  if (!engine) {
    return;
  }
  options.one_story = true;
  Diagnostics diagnostics;
  const Findings findings = pipeline::run(*engine, options, pipeline::Stage::findings, diagnostics);
  session.complain(diagnostics);
  session.write(report::compare_report(findings, engine->rules(),
                                       session.format(report::Format::human), session.style()));
  for (const Finding& finding : findings.findings) {
    const bool differs = finding.relation == Relation::update ||
                         finding.relation == Relation::discrepancy ||
                         finding.severity != Severity::note;
    if (differs) {
      session.found(finding.severity);
    }
  }
  session.tell(fmt::format("{} documents, {} facts, {} findings", findings.documents.size(),
                           findings.facts.size(), findings.findings.size()));
}

}  // namespace concord::cli
