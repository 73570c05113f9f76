#include "cli/rule_files.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include <fmt/format.h>

#include "base/nearest.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "rules/rules.h"

namespace concord::cli {
namespace {

template <class Rule>
std::vector<std::string_view> names_of(const std::vector<Rule>& rules) {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules) {
    names.emplace_back(rule.name);
  }
  return names;
}

Diagnostic unknown_rule(const RuleSet& rules, std::string_view written, std::string_view what,
                        const std::vector<std::string_view>& known) {
  const std::string_view name = written.substr(written.rfind('/') + 1);
  if (rules::is_written(rules, name)) {
    return usage_error(fmt::format("`{}` has errors, so it was left out", name),
                       "mend what is told above; `concord rules lint` tells it again");
  }
  return usage_error(fmt::format("no {} is called `{}`", what, written), did_you_mean(name, known));
}

}  // namespace

Result<std::vector<std::string>> rule_files_of(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) {
    return std::vector<std::string>{path};
  }
  std::vector<std::string> files;
  std::filesystem::recursive_directory_iterator entries(path, error);
  for (const std::filesystem::recursive_directory_iterator end; !error && entries != end;
       entries.increment(error)) {
    if (entries->path().filename().native().starts_with('.')) {
      entries.disable_recursion_pending();
    } else if (entries->path().extension() == ".yaml" && entries->is_regular_file(error)) {
      files.push_back(entries->path().string());
    }
  }
  if (error) {
    Diagnostic diagnostic = usage_error(fmt::format("cannot read {}: {}", path, error.message()),
                                        "name a rule file or a folder of them");
    diagnostic.code = "E100";
    return failure(diagnostic);
  }
  std::ranges::sort(files);
  return files;
}

std::optional<RuleId> fact_named(const RuleSet& rules, std::string_view name) {
  for (std::uint32_t i = 0; i < rules.facts.size(); ++i) {
    const FactRule& fact = rules.facts[i];
    if (fact.name == name || fact.pack + "/" + fact.name == name) {
      return RuleId{i};
    }
  }
  return std::nullopt;
}

Diagnostic no_such_fact(const RuleSet& rules, std::string_view written) {
  return unknown_rule(rules, written, "fact", names_of(rules.facts));
}

Diagnostic no_such_rule(const RuleSet& rules, std::string_view written) {
  std::vector<std::string_view> names = names_of(rules.facts);
  std::ranges::move(names_of(rules.checks), std::back_inserter(names));
  return unknown_rule(rules, written, "fact or check", names);
}

bool replace_file(const std::string& path, const std::string& text) {
  auto output = Output::to_file(path);
  if (!output) {
    return false;
  }
  output->write(text);
  return output->finish();
}

}  // namespace concord::cli
