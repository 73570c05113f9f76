#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace concord::cli {

/// Where a command's result goes: the one place that writes it and sees whether that worked.
class Output {
 public:
  /// Standard output.
  explicit Output(int descriptor) : descriptor_(descriptor) {}

  /// Removes what runs that were killed have left beside the file: what `to_file` of a process that
  /// is gone had not put in its place.
  static void remove_leftovers(const std::string& path);

  /// A file that appears under its name when finish() succeeds, so that nobody reads half of it.  A
  /// path that is there and is no ordinary file (a pipe, /dev/stdout) is written directly.
  static Result<Output> to_file(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  void write(std::string_view text);

  /// Writes what is left and puts a file in its place.  False if anything was not written; then
  /// error() says why, empty when the reader simply went away.
  bool finish();
  const std::string& error() const { return error_; }
  bool failed() const { return failed_; }
  bool has_text() const { return has_text_; }

 private:
  void flush();
  void fail(int number);

  int descriptor_;
  bool owned_ = false;
  std::string path_;       // empty: standard output
  std::string temporary_;  // empty: written directly
  std::string buffer_;
  std::string error_;
  bool failed_ = false;
  bool has_text_ = false;
};

}  // namespace concord::cli
