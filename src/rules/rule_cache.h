#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/rule.h"
#include "rules/cache_file.h"

namespace concord::rules {

/// The rule set of an earlier run, so that an unchanged rules folder need not be parsed again,
/// nor even read: three files a rules folder in the cache folder.  Whatever is wrong with it, the
/// rules load as if it were not there.
class RuleCache {
 public:
  /// `folder` empty = no cache.
  RuleCache(const std::string& folder, const std::string& rules_folder);

  /// The hash of files that had these stamps when last read.
  std::optional<std::uint64_t> content(std::uint64_t stamps) const;
  void know(std::uint64_t stamps, std::uint64_t content) const;

  /// The rule set kept for files with this hash, with its phrases or without.
  std::optional<RuleSet> find(std::uint64_t content, bool with_phrases) const;

  /// Keeps a rule set; whole or not at all (rename).  A folder that cannot be written is no error.
  void keep(std::uint64_t content, const RuleSet& rules) const;

 private:
  CacheFile stamps_;
  CacheFile rules_;
  CacheFile phrases_;  // apart, because most runs need none
};

}  // namespace concord::rules
