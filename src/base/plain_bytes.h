#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/shared_bytes.h"
#include "base/table.h"

namespace concord {

template <class T>
concept PlainData = std::is_trivially_copyable_v<T>;

constexpr std::size_t kTableAlign = 8;  // tables begin at a multiple of it

/// Puts what is told one after the other: numbers and plain structs as they lie in memory, texts,
/// vectors and tables with their length, other structs by the `fields(bytes, item)` of their own
/// namespace, which writer and reader share so that they cannot differ.  The form is that of this
/// very build on this machine: what one build wrote no other may read.
class PlainWriter {
 public:
  template <class... T>
  void operator()(const T&... items) {
    (put(items), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <PlainData T>
  void put(const T& item) {
    bytes_.append(reinterpret_cast<const char*>(&item), sizeof item);
  }
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  void put(const std::vector<bool>& bits) {
    put(bits.size());
    for (const bool bit : bits) {
      bytes_ += bit ? '\1' : '\0';
    }
  }
  template <PlainData T>
  void put(const std::vector<T>& items) {
    put(items.size());
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
  }
  template <PlainData T>
  void put(const Table<T>& items) {
    static_assert(alignof(T) <= kTableAlign);
    put(items.size());
    bytes_.resize((bytes_.size() + kTableAlign - 1) / kTableAlign * kTableAlign);
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
  }
  template <class T>
  void put(const std::vector<T>& items) {
    put(items.size());
    for (const T& item : items) {
      put(item);
    }
  }
  template <class T>
  void put(const T& item) {
    fields(*this, item);
  }

  std::string bytes_;
};

/// Takes in the same order what a PlainWriter put.  Tables lie in the bytes themselves, so that
/// whoever keeps one keeps `owner` too.
class PlainReader {
 public:
  explicit PlainReader(SharedBytes bytes)
      : all_(bytes.view), rest_(bytes.view), owner_(std::move(bytes.owner)) {}

  template <class... T>
  void operator()(T&... items) {
    (take(items), ...);
  }
  /// True if there was enough for all that was taken, and nothing is left.
  bool is_whole() const { return !short_ && rest_.empty(); }
  const std::shared_ptr<const void>& owner() const { return owner_; }

 private:
  std::string_view next(std::size_t size) {
    if (size > rest_.size()) {
      short_ = true;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  /// A number of items of at least `least` bytes each; 0 when they cannot all be there.
  std::size_t size_of(std::size_t least) {
    std::size_t size = 0;
    take(size);
    if (size > rest_.size() / least) {
      short_ = true;
      return 0;
    }
    return size;
  }

  template <PlainData T>
  void take(T& item) {
    if (const std::string_view bytes = next(sizeof item); !bytes.empty()) {
      std::memcpy(&item, bytes.data(), sizeof item);
    }
  }
  void take(std::string& text) { text = next(size_of(1)); }
  void take(std::vector<bool>& bits) {
    for (const char byte : next(size_of(1))) {
      bits.push_back(byte != '\0');
    }
  }
  template <PlainData T>
  void take(std::vector<T>& items) {
    items.resize(size_of(sizeof(T)));
    const std::string_view bytes = next(items.size() * sizeof(T));
    if (!bytes.empty()) {
      std::memcpy(items.data(), bytes.data(), bytes.size());
    }
  }
  template <PlainData T>
  void take(Table<T>& items) {
    const std::size_t size = size_of(sizeof(T));
    next((kTableAlign - (all_.size() - rest_.size()) % kTableAlign) % kTableAlign);
    const char* const bytes = next(size * sizeof(T)).data();
    if (bytes == nullptr || reinterpret_cast<std::uintptr_t>(bytes) % alignof(T) != 0) {
      short_ = short_ || size > 0;
      return;
    }
    items.see(reinterpret_cast<const T*>(bytes), size);
  }
  template <class T>
  void take(std::vector<T>& items) {
    items.resize(size_of(sizeof(std::size_t)));
    for (T& item : items) {
      take(item);
    }
  }
  template <class T>
  void take(T& item) {
    fields(*this, item);
  }

  std::string_view all_;
  std::string_view rest_;
  std::shared_ptr<const void> owner_;
  bool short_ = false;
};

}  // namespace concord
