#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/rule.h"

namespace concord::cli {

/// The rule files that a path names: itself, or the .yaml files below a folder in byte order.
/// Fails when there is nothing at the path.
Result<std::vector<std::string>> rule_files_of(const std::string& path);

/// Puts `text` in the place of a file that nobody ever sees half written; false when it cannot.
bool replace_file(const std::string& path, const std::string& text);

/// "did you mean `deaths`?", of the facts and checks; empty when none is called like it.
std::string rule_meant(const RuleSet& rules, std::string_view written);

}  // namespace concord::cli
