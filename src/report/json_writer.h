#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace concord::report {

/// Writes JSON into a string.  A number is written digit by digit as its Decimal has it, which is
/// why no library that goes through double does this. Bytes that are not UTF-8 become U+FFFD.
/// REQUIRES: keys and values alternate inside objects.
class JsonWriter {
 public:
  enum class Layout : std::uint8_t { line, indented };

  explicit JsonWriter(Layout layout) : indented_(layout == Layout::indented) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void text(std::string_view value);
  void number(const Decimal& value);
  void number(std::uint64_t value);
  void boolean(bool value);
  void null();

  // Fields whose names are our own words: letters that need no escape.
  void text_field(std::string_view name, std::string_view value) {
    plain_key(name);
    text(value);
  }
  /// null when `value` is empty
  void text_or_null(std::string_view name, std::string_view value) {
    plain_key(name);
    value.empty() ? null() : text(value);
  }
  void number_field(std::string_view name, std::uint64_t value) {
    plain_key(name);
    number(value);
  }
  void number_or_null(std::string_view name, const std::optional<Decimal>& value) {
    plain_key(name);
    value ? number(*value) : null();
  }
  void boolean_field(std::string_view name, bool value) {
    plain_key(name);
    boolean(value);
  }
  void null_field(std::string_view name) {
    plain_key(name);
    null();
  }

  /// Starts a new line between two values of JSON Lines.
  void end_line() {
    append("\n");
    first_ = true;
  }

  std::size_t size() const { return size_; }

  /// What was written since the last take.
  std::string take() {
    out_.resize(size_);
    size_ = 0;
    return std::move(out_);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void new_line();
  /// In the header, so that the names, which are known where they are written, are copied at once.
  void plain_key(std::string_view name) {
    constexpr std::size_t kMarks = 4;  // " " : and a blank
    separate();
    char* end = room_for(name.size() + kMarks);
    *end++ = '"';
    end = std::copy(name.begin(), name.end(), end);
    *end++ = '"';
    *end++ = ':';
    *end = ' ';
    size_ += name.size() + (indented_ ? kMarks : kMarks - 1);
    after_key_ = true;
  }
  void escape(std::string_view value);
  void append_special(char c, char letter);
  void append(std::string_view text) {
    char* const end = room_for(text.size());
    std::copy(text.begin(), text.end(), end);
    size_ += text.size();
  }
  /// Where the next bytes go.
  char* room_for(std::size_t bytes) {
    if (size_ + bytes > out_.size()) {
      grow(bytes);
    }
    return out_.data() + size_;
  }
  void grow(std::size_t bytes);
  template <class Integer>
  void append_number(Integer value);

  std::string out_;  // longer than what is written, so that little is asked at each piece
  std::size_t size_ = 0;
  bool indented_;
  bool first_ = true;  // nothing yet in the innermost bracket
  bool after_key_ = false;
  int depth_ = 0;
};

}  // namespace concord::report
