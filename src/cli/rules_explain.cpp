#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/rule_files.h"

namespace concord::cli {
namespace {

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
  const std::string& asked = session.arguments().why_not;
  const std::optional<RuleId> why_not = fact_named(engine->rules(), asked);
  if (!asked.empty() && !why_not) {
    session.refuse(no_such_fact(engine->rules(), asked));
    return;
  }
  for (Document& document : documents_of(session, session.arguments().inputs.front())) {
    const Proof proof = pipeline::prove(*engine, std::move(document), why_not);
    session.write(
        report::proof_report(proof, engine->rules(), session.format(report::Format::human)));
  }
}

}  // namespace concord::cli
