#include "rules/rule_cache.h"

#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "base/hash.h"
#include "rules/rule_bytes.h"

namespace concord::rules {
namespace {

// File: magic, hash of the rule files (8 bytes), checksum of the rest (8 bytes), encoded rule set.
// A change of RuleSet, of the phrases' reading or of the tables of inflection needs a new number
// here; tests/unit/rules/cache_test.cpp reminds of it.
constexpr std::string_view kMagic = "concord rule set 2\n";
constexpr std::size_t kHeader = kMagic.size() + 16;

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

void append_number(std::string& bytes, std::uint64_t number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof raw);
}

/// Finds damage, nothing more: eight bytes at a time, for the cache is there to be fast.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = kHashSeed ^ bytes.size();
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    sum = (sum ^ number_at(bytes, 0)) * 0x9e3779b97f4a7c15ULL;
    sum ^= sum >> 29U;
  }
  return stable_hash(bytes, sum);
}

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return std::nullopt;
  }
  std::string bytes;
  struct stat facts {};
  const bool regular = fstat(file, &facts) == 0 && S_ISREG(facts.st_mode);
  bytes.resize(regular ? static_cast<std::size_t>(facts.st_size) : 0);
  std::size_t filled = 0;
  ssize_t more = regular ? 1 : -1;
  while (more > 0 && filled < bytes.size()) {
    more = read(file, bytes.data() + filled, bytes.size() - filled);
    filled += more > 0 ? static_cast<std::size_t>(more) : 0;
  }
  close(file);
  if (more < 0) {
    return std::nullopt;
  }
  bytes.resize(filled);
  return bytes;
}

RuleCache::RuleCache(const std::string& folder, std::string_view purpose) {
  if (!folder.empty()) {
    path_ = folder + "/rules-" + short_hex(stable_hash(purpose)) + ".cache";
  }
}

std::optional<RuleSet> RuleCache::find(std::uint64_t content) const {
  const std::optional<std::string> file =
      path_.empty() ? std::nullopt : std::optional<std::string>(read_file(path_));
  if (!file || file->size() < kHeader || !std::string_view(*file).starts_with(kMagic)) {
    return std::nullopt;
  }
  const std::string_view body = std::string_view(*file).substr(kHeader);
  if (number_at(*file, kMagic.size()) != content ||
      number_at(*file, kMagic.size() + 8) != checksum(body)) {
    return std::nullopt;
  }
  return decode(body);
}

void RuleCache::keep(std::uint64_t content, const RuleSet& rules) const {
  if (path_.empty()) {
    return;
  }
  const std::string body = encode(rules);
  std::string bytes(kMagic);
  append_number(bytes, content);
  append_number(bytes, checksum(body));
  bytes += body;
  std::error_code error;
  const std::filesystem::path path(path_);
  std::filesystem::create_directories(path.parent_path(), error);
  const std::string unfinished = path_ + "." + std::to_string(getpid());
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) {
    std::filesystem::rename(unfinished, path, error);
  }
  if (!file || error) {
    std::filesystem::remove(unfinished, error);
  }
}

}  // namespace concord::rules
