#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace concord::extract {

/// Items of a program: its own while it is compiled, or the bytes of an earlier run where they lie.
template <class T>
class Table {
 public:
  Table() = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  Table(Table&&) = delete;
  Table& operator=(Table&&) = delete;
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
  void append(const std::vector<T>& items) {
    own_.insert(own_.end(), items.begin(), items.end());
    see(own_.data(), own_.size());
  }
  T& own(std::size_t i) { return own_[i]; }

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

}  // namespace concord::extract
