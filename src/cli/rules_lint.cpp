#include <algorithm>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/lint_scope.h"
#include "cli/rule_files.h"
#include "rules/rules.h"

namespace concord::cli {
namespace {

constexpr int kMostPasses = 100;  // a broken file shows its next mistake when the first is mended

using File = LintScope::File;

std::vector<rules::RuleText> texts_of(const std::vector<File>& files) {
  std::vector<rules::RuleText> texts;
  for (const File& file : files) {
    texts.push_back(file.text);
  }
  return texts;
}

bool has_error(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics,
                             [](const Diagnostic& one) { return one.severity == Severity::error; });
}

/// The rules of the scope, and all there is to say of the files that it names.
RuleSet lint_once(const Session& session, const LintScope& scope, Diagnostics& diagnostics) {
  Diagnostics all;
  RuleSet rules = rules::load_texts(texts_of(scope.rules), true, all);
  const bool sound = !has_error(all);  // else a name may be missing that is only misread
  rules::lint(rules, session.now(), all);
  rules::add_fixes(rules::texts_of(rules), all);
  for (const rules::RuleText& story : texts_of(scope.stories)) {
    rules::read_story_tests(story, sound ? &rules : nullptr, all);
    rules::add_fixes({story}, all);
  }
  const pipeline::Engine compiled(rules, all);  // what loads may still be impossible to match
  pipeline::check_examples(compiled, all);
  std::ranges::copy_if(all, std::back_inserter(diagnostics),
                       [&](const Diagnostic& one) { return scope.tells(one.where.file); });
  return rules;
}

std::string summary(const RuleSet& rules, const LintScope& scope, const Diagnostics& diagnostics) {
  std::size_t counts[3] = {};
  for (const Diagnostic& diagnostic : diagnostics) {
    ++counts[static_cast<std::size_t>(diagnostic.severity)];
  }
  const auto told = [&](const auto& rule) { return scope.tells(rules.files[rule.where.file]); };
  const auto named = [](const File& file) { return file.named; };
  return fmt::format(
      "{} facts, {} checks in {} files: {} errors, {} warnings, {} notes\n",
      std::ranges::count_if(rules.facts, told), std::ranges::count_if(rules.checks, told),
      std::ranges::count_if(scope.rules, named) + std::ranges::count_if(scope.stories, named),
      counts[2], counts[1], counts[0]);
}

void tell_mended(Session& session, const Diagnostics& diagnostics, const File& file) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.fix && diagnostic.where.file == file.text.name) {
      session.write(
          fmt::format("mended {}:{}: {}\n", file.path, diagnostic.where.line, diagnostic.message));
    }
  }
}

/// Mends a file as far as the complaints of one pass allow; true if it changed.
bool mend_file(Session& session, File& file, const Diagnostics& diagnostics, bool for_people) {
  const rules::RuleText read{file.text.name, rules::normalized_lines(file.text.text)};
  const auto text = rules::mended(read, diagnostics);
  if (!file.named || !text || *text == read.text) {
    return false;
  }
  if (!replace_file(file.path, *text)) {
    session.refuse(usage_error(fmt::format("cannot write {}", file.path)));
    return false;
  }
  if (for_people) {
    tell_mended(session, diagnostics, file);
  }
  file.text.text = *text;
  return true;
}

/// Mends what can be mended, pass by pass; says in which files.
void mend(Session& session, LintScope& scope, bool for_people) {
  bool changed = true;
  for (int pass = 0; pass < kMostPasses && changed; ++pass) {
    Diagnostics diagnostics;
    lint_once(session, scope, diagnostics);
    changed = false;
    for (auto* files : {&scope.rules, &scope.stories}) {
      for (File& file : *files) {
        changed = mend_file(session, file, diagnostics, for_people) || changed;
      }
    }
  }
}

/// What is to be linted; refuses where nothing is.
std::optional<LintScope> scope_of(Session& session) {
  const std::vector<std::string>& inputs = session.arguments().inputs;
  const std::string folder = session.rules_folder();
  if (inputs.size() > 1) {
    session.refuse(usage_error("rules lint takes one file or folder",
                               "without one it reads the rules in use"));
    return std::nullopt;
  }
  auto scope = lint_scope(inputs.empty() ? folder : inputs.front(), folder);
  if (!scope) {
    session.refuse(scope.error());
    return std::nullopt;
  }
  return std::move(*scope);
}

}  // namespace

void rules_lint(Session& session) {
  std::optional<LintScope> scope = scope_of(session);
  if (!scope) {
    return;
  }
  const report::Format format = session.format(report::Format::human);
  if (session.arguments().fix) {
    mend(session, *scope, format == report::Format::human);
  }
  Diagnostics diagnostics;
  const RuleSet rules = lint_once(session, *scope, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    session.found(diagnostic.severity);
  }
  session.write(report::diagnostics_report(diagnostics, format, session.style()));
  if (format == report::Format::human || format == report::Format::brief) {
    session.write(summary(rules, *scope, diagnostics));
  }
}

}  // namespace concord::cli
