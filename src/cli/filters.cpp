// extract, figures and group: the recipe up to a stage, documents in, JSON Lines out.
#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {
namespace {

using Report = std::string (*)(const Findings&, const RuleSet&, report::Format,
                               const report::Style&);

void filter(Session& session, pipeline::Stage last, Report report_of) {
  pipeline::Options options = session.options();
  if (!take_inputs(session, options)) {
    return;
  }
  const auto engine = session.engine();
  if (!engine) {
    return;
  }
  Diagnostics diagnostics;
  const Findings findings = pipeline::run(*engine, options, last, diagnostics);
  session.complain(diagnostics);
  session.write(
      report_of(findings, engine->rules(), session.format(report::Format::jsonl), session.style()));
  session.tell(fmt::format("{} documents", findings.documents.size()));
}

}  // namespace

void extract(Session& session) {
  filter(session, pipeline::Stage::facts, report::extract_report);
}

void figures(Session& session) {
  filter(session, pipeline::Stage::figures, report::figures_report);
}

void group(Session& session) {
  filter(session, pipeline::Stage::stories,
         [](const Findings& findings, const RuleSet&, report::Format format,
            const report::Style& style) { return report::group_report(findings, format, style); });
}

}  // namespace concord::cli
