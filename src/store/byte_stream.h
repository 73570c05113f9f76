#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace concord::store {

// Numbers take seven bits a byte, least first, negative ones interleaved (0 -1 1 -2 ...: zigzag, as
// Protocol Buffers do).  A text is written once: 0, its size and bytes; later n, the n-th of them.
// Vectors begin with their size, optionals with 0 or 1.

/// The last enumerator of a type that is written; a greater number is damage.
template <class T>
constexpr T kLast = T{};

template <class T>
concept Number = std::integral<T> || std::is_enum_v<T>;

class ByteWriter {
 public:
  template <class... T>
  void operator()(const T&... items) {
    (put(items), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  void put_unsigned(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U) {
      bytes_ += static_cast<char>(number | 0x80U);
    }
    bytes_ += static_cast<char>(number);
  }
  template <Number T>
  void put(const T& number) {
    if constexpr (std::signed_integral<T>) {
      const auto wide = static_cast<std::int64_t>(number);
      put_unsigned((static_cast<std::uint64_t>(wide) << 1U) ^
                   static_cast<std::uint64_t>(wide >> 63U));
    } else {
      put_unsigned(static_cast<std::uint64_t>(number));
    }
  }
  void put(std::string_view text) {
    const auto [known, fresh] = texts_.try_emplace(text, texts_.size() + 1);
    if (!fresh) {
      put_unsigned(known->second);
      return;
    }
    put_unsigned(0);
    put_unsigned(text.size());
    bytes_ += text;
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  template <class T>
  void put(const std::optional<T>& item) {
    bytes_ += item ? '\1' : '\0';
    if (item) {
      put(*item);
    }
  }
  template <class T>
  void put(const std::vector<T>& items) {
    put_unsigned(items.size());
    for (const T& item : items) {
      put(item);
    }
  }
  template <class T>
  void put(const T& item) {
    fields(*this, item);
  }

  std::string bytes_;
  std::unordered_map<std::string_view, std::uint64_t> texts_;  // of the items written
};

/// Reads what ByteWriter wrote.  Damaged bytes give anything, but never more than their size
/// warrants; is_whole() then is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... items) {
    (take(items), ...);
  }
  bool is_whole() const { return !damaged_ && rest_.empty(); }
  bool is_damaged() const { return damaged_; }
  /// From here on nothing is read.
  void fail() {
    damaged_ = true;
    rest_ = {};
  }

 private:
  std::uint64_t take_unsigned() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) {
        break;
      }
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
      if (byte < 0x80) {
        return number;
      }
    }
    fail();
    return 0;
  }
  /// A number of items of at least a byte each.
  std::size_t take_size() {
    const std::uint64_t size = take_unsigned();
    if (size > rest_.size()) {
      fail();
      return 0;
    }
    return static_cast<std::size_t>(size);
  }
  template <Number T>
  void take(T& number) {
    const std::uint64_t raw = take_unsigned();
    if constexpr (std::signed_integral<T>) {
      number = static_cast<T>(static_cast<std::int64_t>((raw >> 1U) ^ (0 - (raw & 1U))));
    } else {
      if constexpr (std::is_enum_v<T>) {
        if (raw > static_cast<std::uint64_t>(kLast<T>)) {
          fail();
          return;
        }
      }
      number = static_cast<T>(raw);
    }
  }
  void take(std::string_view& text) {
    const std::uint64_t known = take_unsigned();
    if (known > texts_.size()) {
      fail();
      return;
    }
    if (known > 0) {
      text = texts_[static_cast<std::size_t>(known - 1)];
      return;
    }
    const std::size_t size = take_size();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    texts_.push_back(text);
  }
  void take(std::string& text) {
    std::string_view view;
    take(view);
    text = view;
  }
  template <class T>
  void take(std::optional<T>& item) {
    bool there = false;
    take(there);
    item.reset();
    if (there) {
      T read{};
      take(read);
      item = std::move(read);
    }
  }
  template <class T>
  void take(std::vector<T>& items) {
    items.resize(take_size());
    for (T& item : items) {
      take(item);
    }
  }
  template <class T>
  void take(T& item) {
    fields(*this, item);
  }

  std::string_view rest_;
  std::vector<std::string_view> texts_;
  bool damaged_ = false;
};

}  // namespace concord::store
