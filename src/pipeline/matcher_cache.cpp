#include "pipeline/matcher_cache.h"

#include <sys/stat.h>

#include "base/hash.h"

namespace concord::pipeline {
namespace {

constexpr std::string_view kMagic = "concord matcher 1\n";

/// A rebuilt program is another file: its size, time and place tell it from the one before.
std::uint64_t identity_of_program() {
  struct stat facts {};
  if (stat("/proc/self/exe", &facts) != 0) {
    return 0;
  }
  std::uint64_t identity = kHashSeed;
  for (const auto number :
       {static_cast<std::uint64_t>(facts.st_dev), static_cast<std::uint64_t>(facts.st_ino),
        static_cast<std::uint64_t>(facts.st_size), static_cast<std::uint64_t>(facts.st_mtim.tv_sec),
        static_cast<std::uint64_t>(facts.st_mtim.tv_nsec)}) {
    identity = stable_hash(std::to_string(number) + " ", identity);
  }
  return identity;
}

}  // namespace

MatcherCache::MatcherCache(const std::string& folder, const std::string& rules_folder)
    : file_(rules::cache_path(folder, "matcher", rules_folder), kMagic),
      program_(identity_of_program()) {}

std::optional<SharedBytes> MatcherCache::find(const std::string& rules_hash) const {
  return program_ == 0 ? std::nullopt : file_.find(stable_hash(rules_hash, program_));
}

void MatcherCache::keep(const std::string& rules_hash, const std::string& bytes) const {
  if (program_ != 0) {
    file_.keep(stable_hash(rules_hash, program_), bytes);
  }
}

}  // namespace concord::pipeline
