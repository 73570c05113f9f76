#include "report/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "base/decimal_text.h"
#include "base/utf8.h"

namespace concord::report {
namespace {

constexpr std::size_t kLongestInteger = 20;  // of 64 bits, with its sign

constexpr char kWide = 1;  // in kEscapes: stands as it is, if the text is UTF-8

/// By byte: what stands after the backslash, 0 for bytes that need none.
constexpr std::array<char, 256> escapes() {
  std::array<char, 256> letters{};
  std::fill(letters.begin(), letters.begin() + 0x20, 'u');
  letters[0x7F] = 'u';
  std::fill(letters.begin() + 0x80, letters.end(), kWide);
  constexpr std::string_view kPlain = "\b\f\n\r\t\"\\";
  constexpr std::string_view kLetters = "bfnrt\"\\";
  for (std::size_t i = 0; i < kPlain.size(); ++i) {
    letters[static_cast<unsigned char>(kPlain[i])] = kLetters[i];
  }
  return letters;
}
constexpr std::array<char, 256> kEscapes = escapes();

/// The first byte from `at` on that may not stand as it is; the size when there is none.
std::size_t next_special(std::string_view text, std::size_t at) {
  constexpr std::size_t kStride = 4;  // a question for several bytes
  const auto escape = [&](std::size_t i) { return kEscapes[static_cast<unsigned char>(text[i])]; };
  while (at + kStride <= text.size() &&
         (escape(at) | escape(at + 1) | escape(at + 2) | escape(at + 3)) == 0) {
    at += kStride;
  }
  while (at < text.size() && escape(at) == 0) {
    ++at;
  }
  return at;
}

}  // namespace

void JsonWriter::grow(std::size_t bytes) {
  constexpr std::size_t kFirst = 1024;
  out_.resize(std::max({kFirst, 2 * out_.size(), size_ + bytes}));
}

template <class Integer>
void JsonWriter::append_number(Integer value) {
  char* const end = room_for(kLongestInteger);
  size_ += static_cast<std::size_t>(std::to_chars(end, end + kLongestInteger, value).ptr - end);
}

void JsonWriter::new_line() {
  const std::size_t blanks = 2 * static_cast<std::size_t>(depth_);
  char* const end = room_for(1 + blanks);
  *end = '\n';
  std::fill_n(end + 1, blanks, ' ');
  size_ += 1 + blanks;
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) {
    append(",");
  }
  first_ = false;
  if (indented_ && depth_ > 0) {
    new_line();
  }
}

void JsonWriter::open(char bracket) {
  separate();
  append({&bracket, 1});
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (indented_ && !first_) {
    new_line();
  }
  append({&bracket, 1});
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  escape(name);
  append(indented_ ? ": " : ":");
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  escape(value);
}

void JsonWriter::number(const Decimal& value) {
  separate();
  if (value.exponent == 0) {
    append_number(value.coefficient);
  } else {
    char* const end = room_for(kLongestDecimal);
    size_ += static_cast<std::size_t>(write_decimal(value, end) - end);
  }
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  append_number(value);
}

void JsonWriter::boolean(bool value) {
  separate();
  append(value ? "true" : "false");
}

void JsonWriter::null() {
  separate();
  append("null");
}

void JsonWriter::append_special(char c, char letter) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  const std::array<char, 6> text = {'\\', letter, '0', '0', kHex[byte >> 4U], kHex[byte & 15U]};
  append({text.data(), letter == 'u' ? text.size() : 2});
}

void JsonWriter::escape(std::string_view value) {
  std::size_t special = next_special(value, 0);
  if (special == value.size()) {
    char* end = room_for(value.size() + 2);
    *end++ = '"';
    end = std::copy(value.begin(), value.end(), end);
    *end = '"';
    size_ += value.size() + 2;
    return;
  }
  std::string mended;
  if (!is_valid_utf8(value)) {  // the name of a file may hold any bytes
    std::vector<std::uint32_t> replaced;
    mended = replace_invalid_utf8(value, replaced);
    value = mended;
    special = next_special(value, 0);
  }
  append("\"");
  std::size_t plain = 0;  // what is not yet written
  while (special < value.size()) {
    const char c = value[special];
    const char letter = kEscapes[static_cast<unsigned char>(c)];
    if (letter != kWide) {
      append(value.substr(plain, special - plain));
      plain = special + 1;
      append_special(c, letter);
    }
    special = next_special(value, special + 1);
  }
  append(value.substr(plain));
  append("\"");
}

}  // namespace concord::report
