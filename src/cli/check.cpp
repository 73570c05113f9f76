#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {
namespace {

std::string summary(const Diagnostics& diagnostics, std::size_t drafts, std::size_t sources) {
  std::size_t counts[3] = {};
  for (const Diagnostic& diagnostic : diagnostics) {
    ++counts[static_cast<std::size_t>(diagnostic.severity)];
  }
  const auto counted = [](std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
  };
  return fmt::format("{} ({}, {}, {}); {} against {}\n", counted(diagnostics.size(), "finding"),
                     counted(counts[2], "error"), counted(counts[1], "warning"),
                     counted(counts[0], "note"), counted(drafts, "draft"),
                     counted(sources, "source"));
}

}  // namespace

void check(Session& session) {
  pipeline::Options options = session.options();
  options.drafts = session.arguments().inputs;
  options.inputs = session.arguments().against;
  if (options.drafts.empty() || options.inputs.empty()) {
    session.refuse(usage_error(
        options.drafts.empty() ? "check needs a draft" : "check needs sources to check against",
        "concord check draft.md --against a.txt,b.txt"));
    return;
  }
  const auto engine = session.engine();
  if (!engine) {
    return;
  }
  options.one_story = true;
  Diagnostics complaints;
  const auto checked = pipeline::check(*engine, options, complaints);
  session.complain(complaints);
  Diagnostics diagnostics;
  std::size_t sources = 0;
  for (const Findings& findings : checked) {
    sources = std::max(sources, findings.documents.size() - 1);
    for (Diagnostic& diagnostic :
         report::check_diagnostics(findings, engine->rules(), DocumentId{0})) {
      session.found(diagnostic.severity);
      diagnostics.push_back(std::move(diagnostic));
    }
  }
  const report::Format format = session.format(report::Format::human);
  if (format == report::Format::human) {
    for (const Diagnostic& diagnostic : diagnostics) {
      session.write(report::diagnostics_report({diagnostic}, format, session.style()) + "\n");
    }
  } else {
    session.write(report::diagnostics_report(diagnostics, format, session.style()));
  }
  if (!session.arguments().quiet &&
      (format == report::Format::human || format == report::Format::brief)) {
    session.write(summary(diagnostics, checked.size(), sources));
  }
  session.tell(fmt::format("{} drafts against {} sources", checked.size(), sources));
}

}  // namespace concord::cli
