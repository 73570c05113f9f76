#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/utf8.h"
#include "cli/commands.h"

namespace concord::cli {
namespace {

/// The fact that --why-not names, nothing when it names none; refuses a wrong name.
std::optional<RuleId> why_not_of(Session& session, const RuleSet& rules, bool& wrong) {
  const std::string& name = session.arguments().why_not;
  std::vector<std::string_view> names;
  for (std::uint32_t i = 0; i < rules.facts.size(); ++i) {
    const FactRule& fact = rules.facts[i];
    if (fact.name == name || fact.pack + "/" + fact.name == name) {
      return RuleId{i};
    }
    names.emplace_back(fact.name);
  }
  wrong = !name.empty();
  if (wrong) {
    session.refuse(
        usage_error(fmt::format("no fact is called `{}`", name), did_you_mean(name, names)));
  }
  return std::nullopt;
}

std::vector<Document> documents_of(Session& session, const std::string& input) {
  std::error_code ignored;
  if (std::filesystem::exists(input, ignored)) {
    Diagnostics diagnostics;
    std::vector<Document> documents = pipeline::read_corpus(session.options(), diagnostics);
    session.complain(diagnostics);
    return documents;
  }
  std::vector<std::uint32_t> replaced;
  Document document;
  document.id = document.source = "text";
  document.text = replace_invalid_utf8(input, replaced);
  return {document};
}

}  // namespace

void rules_explain(Session& session) {
  if (session.arguments().inputs.size() != 1) {
    session.refuse(usage_error("rules explain takes one sentence or one file",
                               "a sentence stands in quotation marks"));
    return;
  }
  const auto engine = session.engine(true);
  if (!engine) {
    return;
  }
  bool wrong = false;
  const std::optional<RuleId> why_not = why_not_of(session, engine->rules(), wrong);
  if (wrong) {
    return;
  }
  for (Document& document : documents_of(session, session.arguments().inputs.front())) {
    const Proof proof = pipeline::prove(*engine, std::move(document), why_not);
    session.write(
        report::proof_report(proof, engine->rules(), session.format(report::Format::human)));
  }
}

}  // namespace concord::cli
