#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {
namespace {

std::string summary(const Diagnostics& diagnostics, std::size_t drafts, std::size_t sources,
                    std::size_t known) {
  std::size_t counts[3] = {};
  for (const Diagnostic& diagnostic : diagnostics) {
    ++counts[static_cast<std::size_t>(diagnostic.severity)];
  }
  const auto counted = [](std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
  };
  return fmt::format("{} ({}, {}, {}){}; {} against {}\n", counted(diagnostics.size(), "finding"),
                     counted(counts[2], "error"), counted(counts[1], "warning"),
                     counted(counts[0], "note"),
                     known == 0 ? std::string() : fmt::format(", {} known before", known),
                     counted(drafts, "draft"), counted(sources, "source"));
}

std::optional<report::Baseline> read_baseline(Session& session) {
  const std::string& path = session.arguments().baseline;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    session.refuse(usage_error(fmt::format("cannot read the baseline {}", path),
                               "an earlier report, made with -f json -o FILE"));
    return std::nullopt;
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return report::read_baseline(text);
}

/// What is known already is not told again to people.
Diagnostics shown_to_people(const report::CheckRun& run, std::size_t& known) {
  Diagnostics shown;
  for (const report::CheckedDraft& draft : run.drafts) {
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      if (run.baseline && run.baseline->contains(diagnostic.finding)) {
        ++known;
      } else {
        shown.push_back(diagnostic);
      }
    }
  }
  return shown;
}

void write_for_people(Session& session, const report::CheckRun& run, report::Format format,
                      std::size_t sources) {
  std::size_t known = 0;
  const Diagnostics shown = shown_to_people(run, known);
  if (format == report::Format::human) {
    for (const Diagnostic& diagnostic : shown) {
      session.write(report::diagnostics_report({diagnostic}, format, session.style()) + "\n");
    }
  } else {
    session.write(report::diagnostics_report(shown, format, session.style()));
  }
  if (!session.arguments().quiet) {
    session.write(summary(shown, run.drafts.size(), sources, known));
  }
}

void write(Session& session, const report::CheckRun& run, std::size_t sources) {
  const report::Format format = session.format(report::Format::human);
  if (format == report::Format::human || format == report::Format::brief) {
    write_for_people(session, run, format, sources);
    return;
  }
  if (format != report::Format::json && format != report::Format::jsonl) {
    session.write(report::check_report(run, format));
    return;
  }
  Diagnostics all;
  for (const report::CheckedDraft& draft : run.drafts) {
    all.insert(all.end(), draft.diagnostics.begin(), draft.diagnostics.end());
  }
  session.write(report::diagnostics_report(all, format, session.style()));
}

}  // namespace

void check(Session& session) {
  pipeline::Options options = session.options();
  options.drafts = session.arguments().inputs;
  options.inputs = session.arguments().against;
  if (options.drafts.empty()) {
    session.refuse(
        usage_error("check needs a draft", "concord check draft.md --against a.txt,b.txt"));
    return;
  }
  const auto engine = session.plain_engine();
  if (!engine) {
    return;
  }
  options.one_story = true;
  Diagnostics complaints;
  const auto checked = pipeline::check(*engine, options, complaints);
  session.complain(complaints);
  report::CheckRun run;
  run.version = CONCORD_VERSION;
  run.fail_on = session.arguments().fail_on;
  if (!session.arguments().baseline.empty()) {
    run.baseline = read_baseline(session);
    if (!run.baseline) {
      return;
    }
  }
  std::size_t sources = 0;
  for (const Findings& findings : checked) {
    sources = std::max(sources, findings.documents.size() - 1);
    run.drafts.push_back({findings.documents.front().id,
                          report::check_diagnostics(findings, engine->rules(), DocumentId{0})});
    for (const Diagnostic& diagnostic : run.drafts.back().diagnostics) {
      if (report::fails(run, diagnostic)) {
        session.found(diagnostic.severity);
      }
    }
  }
  write(session, run, sources);
  session.tell(fmt::format("{} drafts against {} sources", checked.size(), sources));
}

}  // namespace concord::cli
