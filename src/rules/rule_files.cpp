#include "rules/rule_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace concord::rules {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

enum class Kind : std::uint8_t { folder, file, other };

/// Most file systems say it with the name; else it is looked up.
Kind kind_of(DIR* folder, const dirent& entry) {
  if (entry.d_type == DT_DIR || entry.d_type == DT_REG) {
    return entry.d_type == DT_DIR ? Kind::folder : Kind::file;
  }
  const auto is = [&](mode_t type, int follow) {
    struct stat facts {};
    return fstatat(dirfd(folder), entry.d_name, &facts, follow) == 0 &&
           (facts.st_mode & S_IFMT) == type;
  };
  if (is(S_IFDIR, AT_SYMLINK_NOFOLLOW)) {
    return Kind::folder;
  }
  return is(S_IFREG, 0) ? Kind::file : Kind::other;
}

/// Files and folders of one folder; `prefix` is its path, with a slash at the end if it has any.
void read_folder(DIR* folder, const std::string& prefix, std::vector<std::string>& files,
                 std::vector<std::string>& folders) {
  while (const dirent* entry = readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.')) {
      continue;
    }
    const Kind kind = kind_of(folder, *entry);
    if (kind == Kind::folder && name != "tests") {
      folders.push_back(prefix + entry->d_name + "/");
    } else if (kind == Kind::file && name.ends_with(".yaml")) {
      files.push_back(prefix + entry->d_name);
    }
  }
}

}  // namespace

std::vector<std::string> rule_files(const std::string& folder, std::error_code& error) {
  std::vector<std::string> files;
  std::vector<std::string> unread = {std::string()};
  while (!unread.empty()) {
    const std::string prefix = std::move(unread.back());
    unread.pop_back();
    const OpenFolder open(opendir((prefix.empty() ? folder : folder + "/" + prefix).c_str()));
    if (!open) {
      error = {errno, std::generic_category()};
      return files;
    }
    read_folder(open.get(), prefix, files, unread);
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace concord::rules
