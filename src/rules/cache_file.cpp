#include "rules/cache_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace concord::rules {
namespace {

// File: the bytes; then, so that cutting them off is cheap, magic, key (8 bytes), checksum of the
// bytes (8 bytes), time of writing (8 bytes, nanoseconds).
constexpr std::size_t kNumbers = 24;
constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr std::size_t kMostFiles = 64;  // of one kind in a folder; each is some megabytes

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

std::uint64_t nanoseconds_of(const timespec& time) {
  return static_cast<std::uint64_t>(time.tv_sec * kNanoseconds + time.tv_nsec);
}

timespec timespec_of(std::uint64_t nanoseconds) {
  const auto time = static_cast<std::int64_t>(nanoseconds);
  return {time / kNanoseconds, time % kNanoseconds};
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
  std::uint64_t written() const { return nanoseconds_of(facts_.st_mtim); }

 private:
  int number_;
  bool is_regular_ = false;
  struct stat facts_ {};
};

struct MappedFile {
  SharedBytes bytes;
  std::uint64_t written = 0;  // nanoseconds, as the file system has it
};

/// The bytes of a cache file that only this user can have written, not copied: it changes by being
/// replaced, never in place.
std::optional<MappedFile> map_own(const std::string& path) {
  const OpenFile file(path);
  const std::size_t size = file.is_regular() && is_own(file.facts()) ? file.size() : 0;
  if (size == 0) {
    return std::nullopt;
  }
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number(), 0);
  if (bytes == MAP_FAILED) {
    return std::nullopt;
  }
  return MappedFile{{{static_cast<const char*>(bytes), size},
                     {bytes, [size](void* mapped) { munmap(mapped, size); }}},
                    file.written()};
}

/// Writes a file that is on the disk, and of that time of writing, before anybody can find it.
bool write_whole(const std::string& path, std::string_view bytes, std::uint64_t written) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return false;
  }
  ssize_t more = 1;
  while (more > 0 && !bytes.empty()) {
    more = write(file, bytes.data(), bytes.size());
    bytes.remove_prefix(more > 0 ? static_cast<std::size_t>(more) : 0);
  }
  const timespec times[] = {timespec_of(written), timespec_of(written)};
  const bool done = more > 0 && futimens(file, times) == 0 && fsync(file) == 0;
  return close(file) == 0 && done;
}

/// Leaves the newest files of the kind of `path` ("rules-*.cache") in its folder: packs come and
/// go, and each leaves one.
void prune(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  const std::string kind = name.substr(0, name.find('-') + 1);
  if (kind.empty()) {
    return;
  }
  std::error_code error;
  std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> files;
  for (const auto& entry : std::filesystem::directory_iterator(path.parent_path(), error)) {
    const std::string other = entry.path().filename().string();
    if (other.starts_with(kind) && other.ends_with(".cache") && entry.is_regular_file(error)) {
      files.emplace_back(entry.last_write_time(error), entry.path());
    }
  }
  std::sort(files.begin(), files.end(), std::greater<>());
  for (std::size_t i = kMostFiles; i < files.size(); ++i) {
    std::filesystem::remove(files[i].second, error);
  }
}

}  // namespace

std::string cache_path(const std::string& cache_folder, std::string_view kind,
                       const std::string& rules_folder) {
  if (cache_folder.empty()) {
    return {};
  }
  std::error_code unknown;  // the working directory is gone: the name alone tells
  const std::string place = std::filesystem::absolute(rules_folder, unknown).string();
  return cache_folder + "/" + std::string(kind) + "-" +
         short_hex(stable_hash(place, stable_hash(rules_folder))) + ".cache";
}

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
  std::optional<MappedFile> file = map_own(path_);
  const std::size_t header = magic_.size() + kNumbers;
  if (!file || file->bytes.view.size() < header) {
    return std::nullopt;
  }
  const std::size_t size = file->bytes.view.size() - header;
  const std::string_view head = file->bytes.view.substr(size);
  file->bytes.view = file->bytes.view.substr(0, size);
  const auto number = [&](std::size_t i) { return number_at(head, magic_.size() + 8 * i); };
  if (!head.starts_with(magic_) || number(0) != key) {
    return std::nullopt;
  }
  // Whoever changes a byte moves the time of writing; a sum over megabytes would cost a start more
  // than all that it goes on to read of them.
  const bool untouched = number(2) == file->written;
  if (!untouched && number(1) != quick_hash(file->bytes.view)) {
    return std::nullopt;
  }
  return file->bytes;
}

void CacheFile::keep(std::uint64_t key, std::string_view bytes) const {
  if (path_.empty()) {
    return;
  }
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  std::string whole(bytes);
  whole += magic_;
  append_number(whole, key);
  append_number(whole, quick_hash(bytes));
  append_number(whole, nanoseconds_of(now));
  std::error_code error;
  const std::filesystem::path path(path_);
  std::filesystem::create_directories(path.parent_path(), error);
  const std::string unfinished = path_ + "." + std::to_string(getpid());
  const bool written = write_whole(unfinished, whole, nanoseconds_of(now));
  if (written) {
    std::filesystem::rename(unfinished, path, error);
  }
  if (!written || error) {
    std::filesystem::remove(unfinished, error);
  }
  prune(path);
}

}  // namespace concord::rules
