// `concord rules diff` and `rules bench`: rules over a corpus.
#include <algorithm>

#include <fmt/format.h>

#include "cli/commands.h"

namespace concord::cli {
namespace {

/// The rules of a folder made ready; refuses one that cannot be read.
std::optional<pipeline::Engine> engine_of(Session& session, const std::string& folder) {
  pipeline::Options options;
  options.rules_folder = folder;
  Diagnostics diagnostics;
  std::optional<pipeline::Engine> engine(std::in_place, options, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error) {
      session.refuse(diagnostic);
    }
  }
  const bool unreadable = std::ranges::any_of(
      diagnostics, [](const Diagnostic& diagnostic) { return diagnostic.code == "E100"; });
  return unreadable ? std::nullopt : std::move(engine);
}

}  // namespace

void rules_diff(Session& session) {
  const std::vector<std::string>& inputs = session.arguments().inputs;
  if (inputs.size() < 3) {
    session.refuse(usage_error("rules diff takes two folders of rules and articles",
                               "for example: concord rules diff rules/ my-rules/ wire/"));
    return;
  }
  const auto before = engine_of(session, inputs[0]);
  const auto after = engine_of(session, inputs[1]);
  if (!before || !after) {
    return;
  }
  pipeline::Options options = session.options();
  options.inputs.erase(options.inputs.begin(), options.inputs.begin() + 2);
  Diagnostics diagnostics;
  Findings read;
  read.documents = pipeline::read_corpus(options, diagnostics);
  session.complain(diagnostics);
  const auto changes = pipeline::diff_rules(*before, *after, read.documents, options.jobs);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    session.found(Severity::note);
  }
  session.write(report::changes_report(changes, read, session.format(report::Format::human),
                                       session.style()));
}

void rules_bench(Session& session) {
  if (session.arguments().inputs.empty()) {
    session.refuse(
        usage_error("rules bench needs articles", "for example: concord rules bench corpus/"));
    return;
  }
  const auto engine = session.engine();
  if (!engine) {
    return;
  }
  Diagnostics diagnostics;
  const auto documents = pipeline::read_corpus(session.options(), diagnostics);
  session.complain(diagnostics);
  std::uint64_t sentences = 0;
  const auto costs = pipeline::bench_rules(*engine, documents, sentences);
  const double most = session.arguments().most;
  for (const PhraseCost& cost : costs) {
    const double each = static_cast<double>(cost.nanoseconds) / 1000 /
                        static_cast<double>(std::max<std::uint64_t>(sentences, 1));
    if (most > 0 && each > most) {
      session.found(Severity::error);
    }
  }
  session.write(report::costs_report(costs, sentences, engine->rules(),
                                     session.format(report::Format::human), session.style()));
}

}  // namespace concord::cli
