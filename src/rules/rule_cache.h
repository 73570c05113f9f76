#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/rule.h"
#include "rules/cache_file.h"

namespace concord::rules {

/// The rule set of an earlier run, so that an unchanged rules folder need not be parsed again: two
/// files a rules folder in the cache folder.  Whatever is wrong with it, the rules load as if it
/// were not there.
class RuleCache {
 public:
  /// `folder` empty = no cache.  `purpose` keeps the caches of different rules folders apart.
  RuleCache(const std::string& folder, std::string_view purpose);

  /// The rule set kept for files with this hash, with the trees of its phrases or without.
  std::optional<RuleSet> find(std::uint64_t content, bool with_trees) const;

  /// Keeps a rule set; whole or not at all (rename).  A folder that cannot be written is no error.
  void keep(std::uint64_t content, const RuleSet& rules) const;

 private:
  CacheFile rules_;
  CacheFile trees_;  // apart, because most runs need none
};

}  // namespace concord::rules
