#include "rules/cache_file.h"

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

// File: magic, key (8 bytes), checksum of the bytes (8 bytes), the bytes.
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

/// Finds damage, nothing more: eight bytes at a time, for the cache is there to be fast.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = kHashSeed ^ bytes.size();
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    sum = (sum ^ number_at(bytes, 0)) * 0x9e3779b97f4a7c15ULL;
    sum ^= sum >> 29U;
  }
  return stable_hash(bytes, sum);
}

bool is_own(const struct stat& facts) {
  return facts.st_uid == geteuid() && (facts.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

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
  if (!file || file->size() < header || !file->starts_with(magic_) ||
      number_at(*file, magic_.size()) != key ||
      number_at(*file, magic_.size() + 8) != checksum(std::string_view(*file).substr(header))) {
    return std::nullopt;
  }
  file->erase(0, header);
  return file;
}

void CacheFile::keep(std::uint64_t key, std::string_view bytes) const {
  if (path_.empty()) {
    return;
  }
  std::string whole = magic_;
  append_number(whole, key);
  append_number(whole, checksum(bytes));
  whole += bytes;
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
