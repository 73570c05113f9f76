#pragma once

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace concord {

/// Items that are the table's own, while they are made, or the bytes of an earlier run where they
/// lie.
template <class T>
class Table {
 public:
  Table() = default;
  explicit Table(std::vector<T> own) { take(std::move(own)); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  Table(Table&& other) noexcept
      : items_(std::exchange(other.items_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        own_(std::move(other.own_)) {}
  Table& operator=(Table&& other) noexcept {
    items_ = std::exchange(other.items_, nullptr);
    size_ = std::exchange(other.size_, 0);
    own_ = std::move(other.own_);
    return *this;
  }
  ~Table() = default;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T* data() const { return items_; }
  const T* begin() const { return items_; }
  const T* end() const { return items_ + size_; }
  const T& operator[](std::size_t i) const { return items_[i]; }

  /// The items from then on are `own`.
  void take(std::vector<T> own) {
    own_ = std::move(own);
    see(own_.data(), own_.size());
  }
  /// REQUIRES, as for `append` and `own`: the items are the table's own.
  T& push_back(const T& item) {
    own_.push_back(item);
    see(own_.data(), own_.size());
    return own_.back();
  }
  template <class Items>
  void append(const Items& items) {
    own_.insert(own_.end(), std::begin(items), std::end(items));
    see(own_.data(), own_.size());
  }
  T& own(std::size_t i) { return own_[i]; }

  /// Copies items that lie elsewhere, so that the table can be changed.
  void make_own() {
    if (items_ != own_.data()) {
      take(std::vector<T>(begin(), end()));
    }
  }

  /// The items from then on lie elsewhere.  REQUIRES: they outlive the table.
  void see(const T* items, std::size_t size) {
    items_ = items;
    size_ = size;
  }

 private:
  const T* items_ = nullptr;
  std::size_t size_ = 0;
  std::vector<T> own_;
};

}  // namespace concord
