// `concord rules tune` and `rules doc`.
#include <algorithm>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/read_whole.h"
#include "cli/rule_files.h"

namespace concord::cli {
namespace {

/// The lines of a file that are not blank; refuses one that cannot be read.
std::optional<std::vector<std::string>> sentences_of(Session& session, const std::string& flag,
                                                     const std::string& path) {
  const std::optional<std::string> text = path.empty() ? std::nullopt : read_whole(path);
  if (!text) {
    session.refuse(usage_error(path.empty() ? fmt::format("rules tune needs --{} FILE", flag)
                                            : fmt::format("cannot read {}", path),
                               "a file of sentences, one a line"));
    return std::nullopt;
  }
  std::vector<std::uint32_t> replaced;
  const std::string sound = replace_invalid_utf8(*text, replaced);
  std::vector<std::string> sentences;
  for (std::size_t begin = 0; begin < sound.size();) {
    const std::size_t end = std::min(sound.find('\n', begin), sound.size());
    std::string line = sound.substr(begin, end - begin);
    line.erase(line.find_last_not_of(" \r\t") + 1);
    if (!line.empty()) {
      sentences.push_back(std::move(line));
    }
    begin = end + 1;
  }
  return sentences;
}

std::string told(const FactRule& fact, const RuleSet& rules, const pipeline::Tuning& tuning) {
  std::string text;
  for (const std::string& sentence : tuning.not_found) {
    text += fmt::format("not found to begin with: {}\n", sentence);
  }
  for (const std::string& sentence : tuning.unproved) {
    text += fmt::format("right, and not found to begin with: {}\n", sentence);
  }
  for (const std::string& sentence : tuning.left) {
    text += fmt::format("no line removes this without harm: {}\n", sentence);
  }
  if (tuning.sound) {
    text +=
        fmt::format("add to `unless:` of {} ({}):\n", fact.name, rules.files.at(fact.where.file));
    for (const std::string& line : tuning.lines) {
      text += fmt::format("      {}\n", line);
    }
  }
  return without_controls(text);
}

}  // namespace

void rules_tune(Session& session) {
  if (session.arguments().inputs.size() != 1) {
    session.refuse(usage_error("rules tune takes one fact",
                               "concord rules tune deaths --wrong bad.txt --right good.txt"));
    return;
  }
  const auto wrong = sentences_of(session, "wrong", session.arguments().wrong);
  const auto right =
      wrong ? sentences_of(session, "right", session.arguments().right) : std::nullopt;
  if (!right) {
    return;
  }
  const auto engine = session.engine(true);
  if (!engine) {
    return;
  }
  const std::string& asked = session.arguments().inputs.front();
  const std::optional<RuleId> rule = fact_named(engine->rules(), asked);
  if (!rule) {
    session.refuse(no_such_fact(engine->rules(), asked));
    return;
  }
  const pipeline::Tuning tuning = pipeline::tune(*engine, *rule, *wrong, *right);
  session.write(told(engine->rules().facts[rule->index], engine->rules(), tuning));
  if (tuning.sound) {
    return;
  }
  session.found(Severity::error);
  if (!tuning.unproved.empty()) {
    session.write("no line can be proved before these are found: mend the phrases first\n");
    return;
  }
  session.write(tuning.left.empty() && tuning.lines.empty()
                    ? "nothing to remove\n"
                    : "no set of lines removes all wrong and no right\n");
}

void rules_doc(Session& session) {
  const std::vector<std::string>& inputs = session.arguments().inputs;
  if (inputs.size() > 1) {
    session.refuse(usage_error("rules doc takes one pack", "without one it writes all"));
    return;
  }
  const auto engine = session.engine(true);
  if (!engine) {
    return;
  }
  const std::string pack = inputs.empty() ? std::string() : inputs.front();
  std::vector<std::string_view> packs;
  for (const FactRule& fact : engine->rules().facts) {
    packs.emplace_back(fact.pack);
  }
  if (!pack.empty() && std::ranges::find(packs, pack) == packs.end()) {
    session.refuse(
        usage_error(fmt::format("there is no pack `{}`", pack), did_you_mean(pack, packs)));
    return;
  }
  session.write(report::handbook(engine->rules(), pack, pipeline::sample_all(engine->rules())));
}

}  // namespace concord::cli
