#include "cli/rule_files.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/nearest.h"
#include "cli/arguments.h"
#include "cli/output.h"

namespace concord::cli {

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

std::string rule_meant(const RuleSet& rules, std::string_view written) {
  std::vector<std::string_view> names;
  for (const FactRule& fact : rules.facts) {
    names.emplace_back(fact.name);
  }
  for (const CheckRule& check : rules.checks) {
    names.emplace_back(check.name);
  }
  return did_you_mean(written.substr(written.rfind('/') + 1), names);
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
