#include "rules/cache_file.h"

#include <array>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
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

/// All bytes of a regular file; if `own`, of one that only this user can have written.
std::optional<std::string> read_regular(const std::string& path, bool own) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return std::nullopt;
  }
  std::string bytes;
  struct stat facts {};
  const bool regular =
      fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && (!own || is_own(facts));
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
  return read_regular(path, false);
}

CacheFile::CacheFile(std::string path, std::string_view magic)
    : path_(std::move(path)), magic_(magic) {}

std::optional<std::string> CacheFile::find(std::uint64_t key) const {
  if (path_.empty()) {
    return std::nullopt;
  }
  std::optional<std::string> file = read_regular(path_, true);
  const std::size_t header = magic_.size() + kNumbers;
  if (!file || file->size() < header) {
    return std::nullopt;
  }
  const std::string_view head = std::string_view(*file).substr(file->size() - header);
  const std::string_view bytes = std::string_view(*file).substr(0, file->size() - header);
  if (!head.starts_with(magic_) || number_at(head, magic_.size()) != key ||
      number_at(head, magic_.size() + 8) != quick_hash(bytes)) {
    return std::nullopt;
  }
  file->resize(bytes.size());
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
