#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/shared_bytes.h"
#include "rules/rules.h"

namespace concord::pipeline {

/// The compiled rules of an earlier run of this very program, one file a rules folder.  Its bytes
/// are laid out as in memory, so they are only ever read by the build that wrote them.
class MatcherCache {
 public:
  /// An empty `folder` keeps nothing.
  MatcherCache(const std::string& folder, const std::string& rules_folder);

  std::optional<SharedBytes> find(const std::string& rules_hash) const;
  void keep(const std::string& rules_hash, const std::string& bytes) const;

 private:
  rules::CacheFile file_;
  std::uint64_t program_;  // tells this build from others; 0 when it cannot be told
};

}  // namespace concord::pipeline
