#include <filesystem>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/rule_files.h"
#include "rules/rules.h"

namespace concord::cli {
namespace {

constexpr int kMostPasses = 100;  // a broken file shows its next mistake when the first is mended

bool is_file(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

RuleSet load(const std::string& path, Diagnostics& diagnostics) {
  if (is_file(path)) {
    return rules::load_text(path, read_whole(path).value_or(""), diagnostics);
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

RuleSet lint_once(const Session& session, const std::string& path, Diagnostics& diagnostics) {
  RuleSet rules = load(path, diagnostics);
  rules::lint(rules, session.now(), diagnostics);
  rules::add_fixes(rules::texts_of(rules), diagnostics);
  return rules;
}

void tell_mended(Session& session, const Diagnostics& diagnostics, const std::string& file,
                 const std::string& where) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.fix && diagnostic.where.file == file) {
      session.write(
          fmt::format("mended {}:{}: {}\n", where, diagnostic.where.line, diagnostic.message));
    }
  }
}

/// Mends what can be mended, pass by pass; says in which files.
void mend(Session& session, const std::string& path, bool for_people) {
  for (int pass = 0; pass < kMostPasses; ++pass) {
    Diagnostics diagnostics;
    const RuleSet rules = lint_once(session, path, diagnostics);
    bool changed = false;
    for (const rules::RuleText& file : rules::texts_of(rules)) {
      const auto text = rules::mended(file, diagnostics);
      const std::string where = is_file(path) ? path : path + "/" + file.name;
      if (!text || *text == file.text) {
        continue;
      }
      if (!replace_file(where, *text)) {
        session.refuse(usage_error(fmt::format("cannot write {}", where)));
        return;
      }
      changed = true;
      if (for_people) {
        tell_mended(session, diagnostics, file.name, where);
      }
    }
    if (!changed) {
      return;
    }
  }
}

}  // namespace

void rules_lint(Session& session) {
  const std::string path = session.arguments().inputs.empty() ? session.rules_folder()
                                                              : session.arguments().inputs.front();
  const report::Format format = session.format(report::Format::human);
  if (session.arguments().fix) {
    mend(session, path, format == report::Format::human);
  }
  Diagnostics diagnostics;
  const RuleSet rules = lint_once(session, path, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.code == "E100") {
      session.refuse(diagnostic);
      return;
    }
  }
  const pipeline::Engine compiled(rules,
                                  diagnostics);  // what loads may still be impossible to match
  for (const Diagnostic& diagnostic : diagnostics) {
    session.found(diagnostic.severity);
  }
  session.write(report::diagnostics_report(diagnostics, format, session.style()));
  if (format == report::Format::human || format == report::Format::brief) {
    session.write(summary(rules, diagnostics));
  }
}

}  // namespace concord::cli
