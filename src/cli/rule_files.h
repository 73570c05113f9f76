#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "model/rule.h"

namespace concord::cli {

/// The rule files that a path names: itself, or the .yaml files below a folder in byte order.
/// Fails when there is nothing at the path.
Result<std::vector<std::string>> rule_files_of(const std::string& path);

/// Puts `text` in the place of a file that nobody ever sees half written; false when it cannot.
bool replace_file(const std::string& path, const std::string& text);

/// The fact of this name, with or without its pack before it; nothing when there is none.
std::optional<RuleId> fact_named(const RuleSet& rules, std::string_view name);

/// The complaint about a name of no fact, which says whether one was left out for its errors and
/// else which one is called like it.
Diagnostic no_such_fact(const RuleSet& rules, std::string_view written);

/// As no_such_fact, for a name that may be a check's.
Diagnostic no_such_rule(const RuleSet& rules, std::string_view written);

}  // namespace concord::cli
