#pragma once

#include <chrono>
#include <string>

#include "base/result.h"

namespace concord::store {

/// The right to write a store: held by one process of all that see its file, given back when the
/// process ends in whatever way.  It is a lock on the file "<store>-lock", in which stands who
/// holds it.
class WriterLock {
 public:
  WriterLock() = default;
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  ~WriterLock();

  /// Waits for it; S107 names the holder, S100, S105 and S106 say why there can be no lock.
  static Result<WriterLock> take(const std::string& store, const std::string& command,
                                 std::chrono::milliseconds wait);

  /// Of an open file, which it closes.
  explicit WriterLock(int file) : file_(file) {}

 private:
  int file_ = -1;
};

}  // namespace concord::store
