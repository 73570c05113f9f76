#include "ingest/encoding.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "ingest/complaint.h"

namespace concord::ingest {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// `bytes` in UTF-8; nothing when the encoding is unknown.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

struct Magic {
  std::string_view bytes;
  std::string_view name;
};

constexpr Magic kBinary[] = {
    {"PK\x03\x04", "a zip archive or office document"},
    {"\x1F\x8B", "compressed (gzip)"},
    {"%PDF-", "a PDF"},
    {"\x89PNG", "a picture (PNG)"},
    {"\xFF\xD8\xFF", "a picture (JPEG)"},
    {"GIF8", "a picture (GIF)"},
    {"BZh", "compressed (bzip2)"},
    {"\xFD"
     "7zXZ",
     "compressed (xz)"},
    {"\x28\xB5\x2F\xFD", "compressed (zstd)"},
    {"\x7F"
     "ELF",
     "a program"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"{\\rtf", "rich text"},
};

bool replace_bytes(Input& input, std::string decoded) {
  input.bytes = std::move(decoded);
  input.changed = true;
  return true;
}

bool is_utf8_name(const std::string& charset) {
  return charset.empty() || charset == "utf-8" || charset == "utf8" || charset == "us-ascii" ||
         charset == "ascii";
}

/// Browsers read Latin-1 as its superset (WHATWG Encoding).
const char* encoding_of(const std::string& charset) {
  const bool latin1 = charset == "iso-8859-1" || charset == "latin1" || charset == "latin-1";
  return latin1 ? "windows-1252" : charset.c_str();
}

}  // namespace

std::string_view binary_kind(std::string_view bytes) {
  for (const Magic& magic : kBinary) {
    if (bytes.starts_with(magic.bytes)) {
      return magic.name;
    }
  }
  return bytes.find('\0') != std::string_view::npos ? "binary data (it holds NUL bytes)"
                                                    : std::string_view();
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

void replace_invalid(Input& input, Diagnostics& diagnostics) {
  if (is_valid_utf8(input.bytes)) {
    return;
  }
  std::vector<std::uint32_t> replaced;
  replace_bytes(input, replace_invalid_utf8(input.bytes, replaced));
  constexpr std::size_t kReplacementSize = 3;
  Location where = locate(input.name, input.bytes, replaced.front(), kReplacementSize);
  where.line += input.first_line - 1;
  complain(diagnostics, "D103",
           "invalid UTF-8 in " + input.name + ", replaced by U+FFFD (" +
               std::to_string(replaced.size()) + (replaced.size() == 1000 ? " or more" : "") +
               " bytes)",
           std::move(where), "save the file as UTF-8");
}

std::string declared_charset(std::string_view html) {
  constexpr std::size_t kLookedAt = 4096;
  constexpr std::string_view kKey = "charset=";
  std::string head(html.substr(0, kLookedAt));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  std::size_t begin = head.find(kKey);
  if (begin == std::string::npos) {
    return {};
  }
  begin += kKey.size();
  if (begin < head.size() && (head[begin] == '"' || head[begin] == '\'')) {
    ++begin;
  }
  constexpr std::string_view kNameBytes = "abcdefghijklmnopqrstuvwxyz0123456789-_:.";
  const std::size_t end = std::min(head.find_first_not_of(kNameBytes, begin), head.size());
  constexpr std::size_t kLongestName = 40;
  return head.substr(begin, std::min(end - begin, kLongestName));
}

bool decode(Input& input, const std::string& charset, Diagnostics& diagnostics) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  const std::string_view bytes = input.bytes;
  if (is_utf16(bytes)) {
    if (std::optional<std::string> text = converted(bytes, "UTF-16")) {
      return replace_bytes(input, std::move(*text));
    }
  }
  if (const std::string_view kind = binary_kind(bytes); !kind.empty()) {
    complain(diagnostics, "D102", input.name + " is not text but " + std::string(kind),
             whole_file(input.name), "save it as plain text, Markdown, HTML, JSON or JSON Lines");
    return false;
  }
  if (bytes.starts_with(kUtf8Mark)) {
    input.bytes.erase(0, kUtf8Mark.size());
  } else if (!is_utf8_name(charset)) {
    std::optional<std::string> text = converted(bytes, encoding_of(charset));
    if (!text) {
      complain(diagnostics, "D108", "unknown encoding \"" + charset + "\" in " + input.name,
               whole_file(input.name), "save the file as UTF-8");
      return false;
    }
    return replace_bytes(input, std::move(*text));
  }
  replace_invalid(input, diagnostics);
  return true;
}

}  // namespace concord::ingest
