#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {

void figures(Session& session) {
  pipeline::Options options = session.options();
  if (!take_inputs(session, options)) {
    return;
  }
  const auto engine = session.engine();
  if (!engine) {
    return;
  }
  Diagnostics diagnostics;
  const Findings findings = pipeline::run_until_figures(*engine, options, diagnostics);
  session.complain(diagnostics);
  session.write(report::figures_report(findings, engine->rules(),
                                       session.format(report::Format::jsonl), session.style()));
  session.tell(fmt::format("{} documents", findings.documents.size()));
}

}  // namespace concord::cli
