#pragma once

#include <string>
#include <system_error>
#include <vector>

namespace concord::rules {

/// Paths of the .yaml files below `folder`, relative to it, in byte order.  Left out are hidden
/// files and folders, and folders "tests": they hold story tests, which are articles and verdicts
/// and no rules.  Links to files are files; links to folders are not followed.
std::vector<std::string> rule_files(const std::string& folder, std::error_code& error);

}  // namespace concord::rules
