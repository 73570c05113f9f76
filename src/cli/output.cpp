#include "cli/output.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace concord::cli {
namespace {

constexpr std::size_t kBufferSize = 1U << 16U;

Diagnostic cannot_write(const std::string& path, int number) {
  Diagnostic diagnostic;
  diagnostic.message = fmt::format("cannot write {}: {}", path, std::strerror(number));
  return diagnostic;
}

/// The process whose unfinished `file` this is: of "a.md" and "a.md.tmp27" 27; 0 for other names.
pid_t writer_of(std::string_view name, std::string_view file) {
  constexpr std::string_view kMark = ".tmp";
  constexpr std::size_t kMostDigits = 9;
  if (!name.starts_with(file) || !name.substr(file.size()).starts_with(kMark)) {
    return 0;
  }
  const std::string_view digits = name.substr(file.size() + kMark.size());
  pid_t writer = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9' || digits.size() > kMostDigits) {
      return 0;
    }
    writer = writer * 10 + (digit - '0');
  }
  return writer;
}

}  // namespace

void Output::remove_leftovers(const std::string& path) {
  const std::filesystem::path whole(path);
  const std::filesystem::path folder = whole.has_parent_path() ? whole.parent_path() : ".";
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const pid_t writer = writer_of(entry->path().filename().string(), whole.filename().string());
    if (writer > 0 && (writer == getpid() || (kill(writer, 0) != 0 && errno == ESRCH))) {
      std::error_code ignored;
      std::filesystem::remove(entry->path(), ignored);
    }
  }
}

Result<Output> Output::to_file(const std::string& path) {
  struct stat status {};
  const bool there = stat(path.c_str(), &status) == 0;
  const bool directly = there && !S_ISREG(status.st_mode);
  const std::string name = directly ? path : fmt::format("{}.tmp{}", path, getpid());
  const int flags = O_WRONLY | O_CLOEXEC | (directly ? 0 : O_CREAT | O_EXCL);
  constexpr mode_t kMode = 0666;  // the umask takes its share
  const int descriptor = open(name.c_str(), flags, kMode);
  if (descriptor < 0) {
    return failure(cannot_write(path, errno));
  }
  Output output(descriptor);
  output.owned_ = true;
  output.path_ = path;
  output.temporary_ = directly ? "" : name;
  return output;
}

Output::Output(Output&& other) noexcept
    : descriptor_(other.descriptor_),
      owned_(std::exchange(other.owned_, false)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      buffer_(std::move(other.buffer_)),
      error_(std::move(other.error_)),
      failed_(other.failed_),
      has_text_(other.has_text_) {}

Output::~Output() {
  if (owned_) {
    close(descriptor_);
  }
  if (!temporary_.empty()) {
    unlink(temporary_.c_str());
  }
}

void Output::write(std::string_view text) {
  buffer_ += text;
  has_text_ = has_text_ || !text.empty();
  if (buffer_.size() >= kBufferSize) {
    flush();
  }
}

void Output::fail(int number) {
  failed_ = true;
  if (number != EPIPE) {
    error_ = cannot_write(path_.empty() ? "the output" : path_, number).message;
  }
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && !failed_) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
  buffer_.clear();
}

bool Output::finish() {
  flush();
  if (owned_ && close(descriptor_) != 0 && !failed_) {
    fail(errno);
  }
  owned_ = false;
  if (!temporary_.empty() && !failed_) {
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
      fail(errno);
    } else {
      temporary_.clear();
    }
  }
  return !failed_;
}

}  // namespace concord::cli
