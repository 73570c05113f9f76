// `concord rules sample` and `rules try`: one phrase by itself.
#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/commands.h"

namespace concord::cli {
namespace {

constexpr std::size_t kSentences = 20;

/// The phrase that the first input means; refuses where it means none.
std::optional<pipeline::Probe> probe_of(Session& session, const RuleSet& rules) {
  const Arguments& arguments = session.arguments();
  const auto probe = pipeline::probe_named(rules, arguments.inputs.front(), arguments.fact);
  if (!probe) {
    session.refuse(probe.error());
    return std::nullopt;
  }
  return *probe;
}

void refuse_all(Session& session, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    session.refuse(diagnostic);
  }
}

}  // namespace

void rules_sample(Session& session) {
  if (session.arguments().inputs.size() != 1) {
    session.refuse(usage_error("rules sample takes one phrase",
                               "put it in quotation marks: concord rules sample 'kill~ {n}'"));
    return;
  }
  const auto engine = session.engine(true);
  const auto probe = engine ? probe_of(session, engine->rules()) : std::nullopt;
  if (!probe) {
    return;
  }
  Diagnostics diagnostics;
  const pipeline::PhraseSamples samples =
      pipeline::sample_phrase(engine->rules(), *probe, kSentences, diagnostics);
  if (!diagnostics.empty()) {
    refuse_all(session, diagnostics);
    return;
  }
  session.write(report::samples_report(samples.sentences, samples.count,
                                       session.format(report::Format::human)));
}

void rules_try(Session& session) {
  if (session.arguments().inputs.size() < 2) {
    session.refuse(usage_error("rules try takes a phrase and articles",
                               "for example: concord rules try 'kill~ {n}' wire/"));
    return;
  }
  const auto engine = session.engine(true);
  const auto probe = engine ? probe_of(session, engine->rules()) : std::nullopt;
  if (!probe) {
    return;
  }
  Diagnostics diagnostics;
  const auto phrase = pipeline::phrase_engine(engine->rules(), *probe, diagnostics);
  if (!phrase || !diagnostics.empty()) {
    refuse_all(session, diagnostics);
    return;
  }
  pipeline::Options options = session.options();
  options.inputs.erase(options.inputs.begin());
  const Findings hits = pipeline::run(*phrase, options, pipeline::Stage::facts, diagnostics);
  session.complain(diagnostics);
  session.write(report::hits_report(hits, session.format(report::Format::human), session.style()));
}

}  // namespace concord::cli
