#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rules/rules.h"

namespace concord::cli {

/// What `rules lint PATH` reads, and what it tells of.  A part of the rules means something only
/// beside all others, whose words and facts it uses; so the whole folder is read and only the part
/// is told of.
struct LintScope {
  struct File {
    rules::RuleText text;
    std::string path;    // where it lies
    bool named = false;  // told of
  };
  std::vector<File> rules;
  std::vector<File> stories;

  /// True if complaints about the file of this name are told.
  bool tells(const std::string& name) const;
};

/// The scope of a file or folder, read beside the rules of `folder`: all that lies at or below the
/// path.  What lies outside of `folder` is read as a folder of rules of its own where it holds
/// packs, else as if it lay in `folder`, in the place of files of the same name.  Fails with E100
/// where nothing is at the path.
Result<LintScope> lint_scope(const std::string& path, const std::string& folder);

}  // namespace concord::cli
