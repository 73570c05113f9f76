#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {

void group(Session& session) {
  pipeline::Options options = session.options();
  if (!take_inputs(session, options)) {
    return;
  }
  const auto engine = session.engine();
  if (!engine) {
    return;
  }
  Diagnostics diagnostics;
  const Findings findings = pipeline::run_until_stories(*engine, options, diagnostics);
  session.complain(diagnostics);
  session.write(
      report::group_report(findings, session.format(report::Format::jsonl), session.style()));
  session.tell(fmt::format("{} documents", findings.documents.size()));
}

}  // namespace concord::cli
