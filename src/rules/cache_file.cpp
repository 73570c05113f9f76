#include "rules/cache_file.h"

#include <array>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "base/hash.h"

namespace concord::rules {
namespace {

// File: the bytes; then, so that cutting them off is cheap, magic, key (8 bytes), checksum of the
// bytes (8 bytes).
constexpr std::size_t kNumbers = 16;

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

bool is_own(const struct stat& facts) {
  return facts.st_uid == geteuid() && (facts.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/// A file open for reading.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : number_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    is_regular_ = number_ >= 0 && fstat(number_, &facts_) == 0 && S_ISREG(facts_.st_mode);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  OpenFile(OpenFile&&) = delete;
  OpenFile& operator=(OpenFile&&) = delete;
  ~OpenFile() {
    if (number_ >= 0) {
      close(number_);
    }
  }

  int number() const { return number_; }
  bool is_regular() const { return is_regular_; }
  const struct stat& facts() const { return facts_; }
  std::size_t size() const { return static_cast<std::size_t>(facts_.st_size); }

 private:
  int number_;
  bool is_regular_ = false;
  struct stat facts_ {};
};

/// The bytes of a cache file that only this user can have written, not copied: it changes by being
/// replaced, never in place.
std::optional<SharedBytes> map_own(const std::string& path) {
  const OpenFile file(path);
  const std::size_t size = file.is_regular() && is_own(file.facts()) ? file.size() : 0;
  if (size == 0) {
    return std::nullopt;
  }
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number(), 0);
  if (bytes == MAP_FAILED) {
    return std::nullopt;
  }
  return SharedBytes{{static_cast<const char*>(bytes), size},
                     {bytes, [size](void* mapped) { munmap(mapped, size); }}};
}

}  // namespace

std::uint64_t quick_hash(std::string_view bytes, std::uint64_t seed) {
  constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15ULL;
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  // Four sums side by side: each waits for its own multiplication alone.
  std::array<std::uint64_t, 4> sums = {seed ^ bytes.size(), seed + 1, seed + 2, seed + 3};
  for (; bytes.size() >= sums.size() * kWord; bytes.remove_prefix(sums.size() * kWord)) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
      sums[i] = (sums[i] ^ number_at(bytes, i * kWord)) * kOdd;
      sums[i] ^= sums[i] >> 29U;
    }
  }
  std::uint64_t all = stable_hash(bytes);
  for (const std::uint64_t sum : sums) {
    all = (all ^ sum) * kOdd;
    all ^= all >> 29U;
  }
  return all;
}

std::optional<std::string> read_file(const std::string& path) {
  const OpenFile file(path);
  if (!file.is_regular()) {
    return std::nullopt;
  }
  std::string bytes(file.size(), '\0');
  std::size_t filled = 0;
  ssize_t more = 1;
  while (more > 0 && filled < bytes.size()) {
    more = read(file.number(), bytes.data() + filled, bytes.size() - filled);
    filled += more > 0 ? static_cast<std::size_t>(more) : 0;
  }
  if (more < 0) {
    return std::nullopt;
  }
  bytes.resize(filled);
  return bytes;
}

CacheFile::CacheFile(std::string path, std::string_view magic)
    : path_(std::move(path)), magic_(magic) {}

std::optional<SharedBytes> CacheFile::find(std::uint64_t key) const {
  if (path_.empty()) {
    return std::nullopt;
  }
  std::optional<SharedBytes> file = map_own(path_);
  const std::size_t header = magic_.size() + kNumbers;
  if (!file || file->view.size() < header) {
    return std::nullopt;
  }
  const std::string_view head = file->view.substr(file->view.size() - header);
  const std::string_view bytes = file->view.substr(0, file->view.size() - header);
  if (!head.starts_with(magic_) || number_at(head, magic_.size()) != key ||
      number_at(head, magic_.size() + 8) != quick_hash(bytes)) {
    return std::nullopt;
  }
  file->view = bytes;
  return file;
}

void CacheFile::keep(std::uint64_t key, std::string_view bytes) const {
  if (path_.empty()) {
    return;
  }
  std::string whole(bytes);
  whole += magic_;
  append_number(whole, key);
  append_number(whole, quick_hash(bytes));
  std::error_code error;
  const std::filesystem::path path(path_);
  std::filesystem::create_directories(path.parent_path(), error);
  const std::string unfinished = path_ + "." + std::to_string(getpid());
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  std::filesystem::permissions(
      unfinished, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
  file.write(whole.data(), static_cast<std::streamsize>(whole.size()));
  file.close();
  if (file) {
    std::filesystem::rename(unfinished, path, error);
  }
  if (!file || error) {
    std::filesystem::remove(unfinished, error);
  }
}

}  // namespace concord::rules
