#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace concord::pipeline {

/// Results that threads finish in any order, handed on in order of their numbers (0, 1, 2 ...);
/// who is too far ahead waits, so that few are held at any time.
template <class T>
class InOrder {
 public:
  InOrder(std::size_t producers, std::size_t most_held)
      : producers_(producers), most_held_(most_held) {}

  /// False when nobody wants results any more.
  bool put(std::size_t number, T result) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || number < next_ + most_held_; });
    held_.emplace(number, std::move(result));
    changed_.notify_all();
    return !stopped_;
  }

  /// A producer puts nothing more.
  void finish() {
    const std::scoped_lock lock(mutex_);
    --producers_;
    changed_.notify_all();
  }

  /// The next result; nothing when all producers have finished and all results are taken.
  std::optional<T> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return held_.contains(next_) || producers_ == 0; });
    const auto found = held_.find(next_);
    if (found == held_.end()) {
      return std::nullopt;
    }
    std::optional<T> result(std::move(found->second));
    held_.erase(found);
    ++next_;
    changed_.notify_all();
    return result;
  }

  void stop() {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, T> held_;
  std::size_t next_ = 0;
  std::size_t producers_;
  std::size_t most_held_;
  bool stopped_ = false;
};

}  // namespace concord::pipeline
