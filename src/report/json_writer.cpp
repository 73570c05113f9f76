#include "report/json_writer.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace concord::report {
namespace {

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
  while (at < text.size() && kEscapes[static_cast<unsigned char>(text[at])] == 0) {
    ++at;
  }
  return at;
}

}  // namespace

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) {
    out_ += ',';
  }
  first_ = false;
  if (indented_ && depth_ > 0) {
    new_line();
  }
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (indented_ && !first_) {
    new_line();
  }
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  escape(name);
  out_ += indented_ ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  escape(value);
}

void JsonWriter::number(const Decimal& value) {
  separate();
  out_ += to_string(value);
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::text_field(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::text_or_null(std::string_view name, std::string_view value) {
  key(name);
  if (value.empty()) {
    null();
  } else {
    text(value);
  }
}

void JsonWriter::number_field(std::string_view name, std::uint64_t value) {
  key(name);
  number(value);
}

void JsonWriter::number_or_null(std::string_view name, const std::optional<Decimal>& value) {
  key(name);
  if (value) {
    number(*value);
  } else {
    null();
  }
}

void JsonWriter::boolean_field(std::string_view name, bool value) {
  key(name);
  boolean(value);
}

void JsonWriter::null_field(std::string_view name) {
  key(name);
  null();
}

void JsonWriter::escape(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string mended;
  std::size_t special = next_special(value, 0);
  if (special < value.size() && !is_valid_utf8(value)) {  // the name of a file may hold any bytes
    std::vector<std::uint32_t> replaced;
    mended = replace_invalid_utf8(value, replaced);
    value = mended;
    special = next_special(value, 0);
  }
  out_ += '"';
  std::size_t plain = 0;  // what is not yet written
  while (special < value.size()) {
    const char c = value[special];
    const char letter = kEscapes[static_cast<unsigned char>(c)];
    if (letter != kWide) {
      out_.append(value, plain, special - plain);
      plain = special + 1;
      out_ += '\\';
      out_ += letter;
      if (letter == 'u') {
        out_ += "00";
        out_ += kHex[static_cast<unsigned char>(c) >> 4U];
        out_ += kHex[static_cast<unsigned char>(c) & 15U];
      }
    }
    special = next_special(value, special + 1);
  }
  out_.append(value, plain);
  out_ += '"';
}

}  // namespace concord::report
