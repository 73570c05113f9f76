#include "rules/stamps.h"

#include <algorithm>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"

namespace concord::rules {
namespace {

constexpr std::time_t kGrain = 2;  // seconds: the coarsest clock of a file system (FAT)

std::uint64_t mixed(std::uint64_t hash, std::uint64_t number) {
  constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15ULL;
  hash = (hash ^ number) * kOdd;
  return hash ^ (hash >> 29U);
}

std::uint64_t mixed(std::uint64_t hash, const timespec& time) {
  return mixed(mixed(hash, static_cast<std::uint64_t>(time.tv_sec)),
               static_cast<std::uint64_t>(time.tv_nsec));
}

/// A place that paths are followed from, so that the way to it is walked once for all of them.
class Place {
 public:
  explicit Place(const std::string& folder)
      : number_(open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {}
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() {
    if (number_ >= 0) {
      close(number_);
    }
  }

  /// False where there is no regular file of that name.
  bool look_at(const std::string& name, struct stat& file) const {
    return number_ >= 0 && fstatat(number_, name.c_str(), &file, 0) == 0 && S_ISREG(file.st_mode);
  }

 private:
  int number_;
};

}  // namespace

std::optional<std::uint64_t> stamps_of(const std::string& folder,
                                       const std::vector<std::string>& names) {
  const Place place(folder);
  const std::time_t settled = std::time(nullptr) - kGrain;
  std::uint64_t stamps = kHashSeed;
  for (const std::string& name : names) {
    struct stat file {};
    if (!place.look_at(name, file) ||
        std::max(file.st_mtim.tv_sec, file.st_ctim.tv_sec) >= settled) {
      return std::nullopt;
    }
    stamps = stable_hash(name, stamps);
    for (const std::uint64_t number : {std::uint64_t{file.st_dev}, std::uint64_t{file.st_ino},
                                       static_cast<std::uint64_t>(file.st_size)}) {
      stamps = mixed(stamps, number);
    }
    stamps = mixed(mixed(stamps, file.st_mtim), file.st_ctim);
  }
  return stamps;
}

}  // namespace concord::rules
