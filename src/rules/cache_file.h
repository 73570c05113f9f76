#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/shared_bytes.h"

namespace concord::rules {

/// Bytes that an earlier run worked out, in one file of the user's cache folder.  They come back
/// only whole, under the same key, and if nobody else could have written them: a missing, damaged,
/// older or foreign file is the same as none.  A file that nobody touched since it was written is
/// whole; of any other the sum is taken.
class CacheFile {
 public:
  /// `magic` names what the bytes are and the version of their form; an empty `path` keeps nothing.
  CacheFile(std::string path, std::string_view magic);

  std::optional<SharedBytes> find(std::uint64_t key) const;

  /// Keeps the bytes in place of those under other keys; whole or not at all (rename).  A folder
  /// that cannot be written is no error.  Of files of one kind (the name up to its first "-") the
  /// folder keeps the newest 64.
  void keep(std::uint64_t key, std::string_view bytes) const;

 private:
  std::string path_;
  std::string magic_;
};

/// Where bytes of this kind that were worked out of a folder of rules are kept; empty for an empty
/// `cache_folder`.  Folders of one name in different places do not share a file.
std::string cache_path(const std::string& cache_folder, std::string_view kind,
                       const std::string& rules_folder);

/// A 64-bit hash of many bytes, eight at a time; the same in every run on one machine.  Finds
/// change and damage, not malice.
std::uint64_t quick_hash(std::string_view bytes, std::uint64_t seed = 0);

/// All bytes of a file; nothing when it cannot be read.
std::optional<std::string> read_file(const std::string& path);

}  // namespace concord::rules
