#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "cli/commands.h"
#include "rules/rules.h"

namespace concord::cli {
namespace {

RuleSet load(const std::string& path, Diagnostics& diagnostics) {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored)) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return rules::load_text(path, text, diagnostics);
  }
  rules::LoadOptions options;
  options.with_examples = true;
  return rules::load(path, options, diagnostics);
}

std::string summary(const RuleSet& rules, const Diagnostics& diagnostics) {
  std::size_t counts[3] = {};
  for (const Diagnostic& diagnostic : diagnostics) {
    ++counts[static_cast<std::size_t>(diagnostic.severity)];
  }
  return fmt::format("{} facts, {} checks in {} files: {} errors, {} warnings, {} notes\n",
                     rules.facts.size(), rules.checks.size(), rules.files.size(), counts[2],
                     counts[1], counts[0]);
}

}  // namespace

void rules_lint(Session& session) {
  const std::string path = session.arguments().inputs.empty() ? session.rules_folder()
                                                              : session.arguments().inputs.front();
  Diagnostics diagnostics;
  const RuleSet rules = load(path, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.code == "E100") {
      session.refuse(diagnostic);
      return;
    }
  }
  rules::lint(rules, diagnostics);
  const pipeline::Engine compiled(rules,
                                  diagnostics);  // what loads may still be impossible to match
  for (const Diagnostic& diagnostic : diagnostics) {
    session.found(diagnostic.severity);
  }
  const report::Format format = session.format(report::Format::human);
  session.write(report::diagnostics_report(diagnostics, format, session.style()));
  if (format == report::Format::human || format == report::Format::brief) {
    session.write(summary(rules, diagnostics));
  }
}

}  // namespace concord::cli
