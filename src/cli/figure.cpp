// The figure each policy would print, of a stored story or of a file of claims.
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/desk_session.h"
#include "cli/read_whole.h"
#include "ingest/ingest.h"

namespace concord::cli {
namespace {

void choose_among_claims(Session& session) {
  const std::string& path = session.arguments().claims;
  const std::optional<std::string> text = read_whole(path);
  if (!text) {
    Diagnostic complaint = usage_error("cannot read " + path, "");
    complaint.code = "D100";
    session.complain({complaint});
    return;
  }
  std::istringstream stream(*text);
  std::vector<SourceClaim> claims;
  Diagnostics diagnostics;
  std::string line;
  for (std::uint32_t number = 1; std::getline(stream, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    if (auto claim = ingest::read_source_claim(line)) {
      claims.push_back(std::move(*claim));
    } else {
      Diagnostic complaint = claim.error();
      complaint.where.file = path;
      complaint.where.line = number;
      diagnostics.push_back(std::move(complaint));
    }
  }
  session.complain(diagnostics);
  const std::string& policy = session.arguments().policy;
  if (!policy.empty() && policy != "majority" && policy != "truthfinder" &&
      policy != "dependence") {
    session.refuse(usage_error(fmt::format("--claims knows nothing that `{}` needs", policy),
                               "it is one of majority, truthfinder, dependence"));
    return;
  }
  const auto chosen = pipeline::choose(claims, policy.empty() ? "dependence" : policy);
  session.write(
      report::chosen_report(chosen, session.format(report::Format::jsonl), session.style()));
}

}  // namespace

void figure(Session& session) {
  const Arguments& given = session.arguments();
  if (!given.claims.empty()) {
    choose_among_claims(session);
    return;
  }
  if (given.inputs.size() != 2) {
    session.refuse(usage_error("figure wants a story and a fact",
                               "concord figure STORY deaths; see concord story list"));
    return;
  }
  const auto engine = session.plain_engine();
  const auto store = engine ? session.open_store(store::Mode::read) : std::nullopt;
  const auto story = store ? find_story(session, *store, given.inputs[0]) : std::nullopt;
  if (!story) {
    return;
  }
  const store::RuleNames names(engine->rules());
  const auto findings =
      pipeline::compare_story(*engine, *store, names, *story, session.options(),
                              {.known = known_until(session), .received = std::nullopt});
  if (!succeeded(session, findings)) {
    return;
  }
  const std::string text = report::figure_report(*findings, given.inputs[1], given.policy,
                                                 session.format(report::Format::human));
  if (text.empty()) {
    std::set<std::string_view> facts;
    for (const Finding& finding : findings->findings) {
      facts.insert(finding.fact);
    }
    const std::vector<std::string_view> known(facts.begin(), facts.end());
    session.refuse(usage_error(fmt::format("no source of the story gives `{}`", given.inputs[1]),
                               did_you_mean(given.inputs[1], known, "see concord story show")));
    return;
  }
  session.write(text);
}

}  // namespace concord::cli
