#include "report/json_writer.h"

#include <utility>
#include <vector>

#include "base/utf8.h"

namespace concord::report {

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
  constexpr std::string_view kPlain = "\b\f\n\r\t\"\\";
  constexpr std::string_view kLetters = "bfnrt\"\\";
  std::string mended;
  if (!is_valid_utf8(value)) {  // the name of a file may hold any bytes
    std::vector<std::uint32_t> replaced;
    mended = replace_invalid_utf8(value, replaced);
    value = mended;
  }
  out_ += '"';
  for (const char c : value) {
    const auto special = kPlain.find(c);
    if (special != std::string_view::npos) {
      out_ += '\\';
      out_ += kLetters[special];
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out_ += "\\u00";
      out_ += kHex[static_cast<unsigned char>(c) >> 4U];
      out_ += kHex[static_cast<unsigned char>(c) & 15U];
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

}  // namespace concord::report
