#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "rules/yaml_tree.h"

namespace concord::rules {

/// Parsed rule files from an earlier run, in one file of the cache folder; keyed by a hash of each
/// file's bytes.  Whatever is wrong with it, the rules load as if it were not there.
class TreeCache {
 public:
  /// `folder` empty = no cache.  `purpose` keeps caches of different rule folders apart.
  TreeCache(const std::string& folder, std::string_view purpose);

  /// The tree of a file with these bytes, when an earlier run kept it.
  std::optional<YamlNode> find(std::uint64_t content) const;

  /// Keeps the tree of a file for save.
  void keep(std::uint64_t content, const YamlNode& tree);

  /// Writes what was found or kept in this run, when that differs from what was read; whole or not
  /// at all (rename).  A folder that cannot be written is no error.
  void save() const;

 private:
  void read();

  std::string path_;
  std::string bytes_;
  std::map<std::uint64_t, std::string_view> old_;  // views into bytes_
  mutable std::map<std::uint64_t, bool> used_;
  std::map<std::uint64_t, std::string> fresh_;
};

}  // namespace concord::rules
