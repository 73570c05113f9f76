#include "store/lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/timestamp.h"
#include "store/store.h"
#include "store/trouble.h"

namespace concord::store {
namespace {

constexpr std::chrono::milliseconds kPause{20};

std::string host() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown host";
}

/// "12345 (concord nightly) on desk-1": what stands in the file, without what does not print.
std::string holder(int file) {
  std::array<char, 512> bytes{};
  const ssize_t size = pread(file, bytes.data(), bytes.size(), 0);
  std::string text(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
  return text.empty() ? "another process" : "process " + text;
}

/// The holder wrote its name when it began.
std::string since(int file) {
  struct stat facts {};
  if (fstat(file, &facts) != 0) {
    return {};
  }
  return ", since " + format_date_time(Timestamp{facts.st_mtim.tv_sec}) + "Z";
}

Diagnostic cannot_lock(const std::string& store, int number) {
  const std::string code = number == EROFS || number == EACCES    ? "S106"
                           : number == ENOSPC || number == EDQUOT ? "S105"
                                                                  : "S100";
  return trouble(code, store + " cannot be written: " + std::strerror(number),
                 "a writer needs the file " + store + "-lock beside it");
}

bool write_holder(int file, const std::string& command) {
  const std::string text = std::to_string(getpid()) + " (" + command + ") on " + host() + "\n";
  return ftruncate(file, 0) == 0 &&
         pwrite(file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

void wait_a_little() {
  const timespec time{0, std::chrono::nanoseconds(kPause).count()};
  nanosleep(&time, nullptr);
}

bool sleep_before(std::chrono::steady_clock::time_point deadline) {
  if (std::chrono::steady_clock::now() >= deadline) {
    return false;
  }
  wait_a_little();
  return true;
}

/// True if the holder has said who it is.
bool is_named(int file) {
  char byte = 0;
  return pread(file, &byte, 1, 0) == 1;
}

}  // namespace

WriterLock::WriterLock(WriterLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

WriterLock::~WriterLock() {
  if (file_ >= 0) {
    close(file_);
  }
}

Result<WriterLock> WriterLock::take(const std::string& store, const std::string& command,
                                    std::chrono::milliseconds wait) {
  constexpr mode_t kMode = 0666;  // the umask takes its share
  const int file =
      ::open((store + "-lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kMode);
  if (file < 0) {
    return failure(cannot_lock(store, errno));
  }
  WriterLock lock(file);
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      return failure(cannot_lock(store, errno));
    }
    if (!sleep_before(deadline)) {
      if (!is_named(file)) {
        wait_a_little();  // it has just begun
      }
      return failure(trouble("S107", store + " is being written by " + holder(file) + since(file),
                             "wait for it to end, then run this again"));
    }
  }
  if (!write_holder(file, command)) {
    return failure(cannot_lock(store, errno));
  }
  return lock;
}

std::optional<std::string> writer_of(const std::string& path) {
  std::error_code error;
  const auto real = std::filesystem::weakly_canonical(path, error);
  const int file = ::open((real.string() + "-lock").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (error || file < 0) {
    return std::nullopt;
  }
  const WriterLock lock(file);
  // A shared lock: two who only look do not see one another.
  return flock(file, LOCK_SH | LOCK_NB) == 0 ? std::nullopt
                                             : std::optional(holder(file) + since(file));
}

}  // namespace concord::store
