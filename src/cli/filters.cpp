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
  const auto engine = session.plain_engine();
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

/// JSON goes out while the next documents are read.
void extract_lines(Session& session, report::Format format) {
  pipeline::Options options = session.options();
  if (!take_inputs(session, options)) {
    return;
  }
  const auto engine = session.plain_engine();
  if (!engine) {
    return;
  }
  Diagnostics diagnostics;
  const std::vector<Document> documents = pipeline::documents_of(*engine, options, diagnostics);
  session.complain(diagnostics);
  report::FactLines lines(documents, engine->rules(), format);
  pipeline::extract_in_parts(*engine, documents, options.jobs, [&](const std::vector<Fact>& facts) {
    lines.add(facts, [&](std::string_view text) { session.write(text); });
  });
  session.write(lines.finish());
  session.tell(fmt::format("{} documents", documents.size()));
}

}  // namespace

void extract(Session& session) {
  const report::Format format = session.format(report::Format::jsonl);
  if (format == report::Format::json || format == report::Format::jsonl) {
    extract_lines(session, format);
  } else {
    filter(session, pipeline::Stage::facts, report::extract_report);
  }
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
