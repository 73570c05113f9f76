#include "ingest/html_scan.h"

#include <algorithm>
#include <iterator>

namespace concord::ingest {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same_letters(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lowered(a) == lowered(b); });
}

bool is_raw(std::string_view name) {
  constexpr std::string_view kRaw[] = {"script",   "style", "title", "textarea",
                                       "noscript", "svg",   "iframe"};
  return std::any_of(std::begin(kRaw), std::end(kRaw),
                     [name](std::string_view raw) { return same_letters(raw, name); });
}

/// Offset of "</name" from `from` on; the size of the page when it never closes.
std::size_t find_close(std::string_view html, std::string_view name, std::size_t from) {
  for (std::size_t at = html.find("</", from); at != std::string_view::npos;
       at = html.find("</", at + 2)) {
    if (same_letters(html.substr(at + 2, name.size()), name)) {
      return at;
    }
  }
  return html.size();
}

void append_utf8(std::uint32_t code_point, std::string& out) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xC0U | (code_point >> 6U));
    byte(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    byte(0xE0U | (code_point >> 12U));
    byte(0x80U | ((code_point >> 6U) & 0x3FU));
    byte(0x80U | (code_point & 0x3FU));
  } else {
    byte(0xF0U | (code_point >> 18U));
    byte(0x80U | ((code_point >> 12U) & 0x3FU));
    byte(0x80U | ((code_point >> 6U) & 0x3FU));
    byte(0x80U | (code_point & 0x3FU));
  }
}

struct Reference {
  std::string_view name;
  std::uint32_t code_point;
};

// The character references of news copy (HTML Living Standard, 13.5), sorted by name.
constexpr Reference kReferences[] = {
    {"Aacute", 0xC1},   {"Agrave", 0xC0},  {"Aring", 0xC5},   {"Auml", 0xC4},
    {"Ccedil", 0xC7},   {"Eacute", 0xC9},  {"Egrave", 0xC8},  {"Ntilde", 0xD1},
    {"Oacute", 0xD3},   {"Oslash", 0xD8},  {"Ouml", 0xD6},    {"Scaron", 0x160},
    {"Uuml", 0xDC},     {"aacute", 0xE1},  {"acirc", 0xE2},   {"aelig", 0xE6},
    {"agrave", 0xE0},   {"amp", '&'},      {"apos", '\''},    {"aring", 0xE5},
    {"atilde", 0xE3},   {"auml", 0xE4},    {"bdquo", 0x201E}, {"bull", 0x2022},
    {"ccedil", 0xE7},   {"cent", 0xA2},    {"copy", 0xA9},    {"deg", 0xB0},
    {"eacute", 0xE9},   {"ecirc", 0xEA},   {"egrave", 0xE8},  {"emsp", 0x2003},
    {"ensp", 0x2002},   {"euml", 0xEB},    {"euro", 0x20AC},  {"frac12", 0xBD},
    {"frac14", 0xBC},   {"frac34", 0xBE},  {"gt", '>'},       {"hellip", 0x2026},
    {"iacute", 0xED},   {"icirc", 0xEE},   {"iexcl", 0xA1},   {"iquest", 0xBF},
    {"iuml", 0xEF},     {"laquo", 0xAB},   {"ldquo", 0x201C}, {"lsaquo", 0x2039},
    {"lsquo", 0x2018},  {"lt", '<'},       {"mdash", 0x2014}, {"middot", 0xB7},
    {"minus", 0x2212},  {"nbsp", 0xA0},    {"ndash", 0x2013}, {"ntilde", 0xF1},
    {"oacute", 0xF3},   {"ocirc", 0xF4},   {"ordm", 0xBA},    {"oslash", 0xF8},
    {"otilde", 0xF5},   {"ouml", 0xF6},    {"pound", 0xA3},   {"quot", '"'},
    {"raquo", 0xBB},    {"rdquo", 0x201D}, {"reg", 0xAE},     {"rsaquo", 0x203A},
    {"rsquo", 0x2019},  {"sbquo", 0x201A}, {"scaron", 0x161}, {"sect", 0xA7},
    {"shy", 0xAD},      {"sup2", 0xB2},    {"sup3", 0xB3},    {"szlig", 0xDF},
    {"thinsp", 0x2009}, {"times", 0xD7},   {"trade", 0x2122}, {"uacute", 0xFA},
    {"uuml", 0xFC},     {"yen", 0xA5},
};

// What numeric references 128 to 159 mean: windows-1252, by the standard.
constexpr std::uint32_t kWindows1252[] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::uint32_t mended(std::uint32_t code_point) {
  if (code_point >= 0x80 && code_point < 0xA0) {
    return kWindows1252[code_point - 0x80];
  }
  const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
  return code_point == 0 || surrogate || code_point > 0x10FFFF ? 0xFFFD : code_point;
}

int digit_value(char c, bool hexadecimal) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char letter = lowered(c);
  return hexadecimal && letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// Appends what "&#..." at `at` stands for and returns the offset after it; `at` when it is none.
std::size_t append_numeric(std::string_view text, std::size_t at, std::string& out) {
  std::size_t digit = at + 2;
  const bool hexadecimal = digit < text.size() && lowered(text[digit]) == 'x';
  digit += hexadecimal ? 1 : 0;
  const std::size_t first = digit;
  std::uint32_t value = 0;
  for (; digit < text.size(); ++digit) {
    const int next = digit_value(text[digit], hexadecimal);
    if (next < 0) {
      break;
    }
    value = std::min<std::uint32_t>(
        value * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(next), 0x110000);
  }
  if (digit == first) {
    return at;
  }
  append_utf8(mended(value), out);
  return digit < text.size() && text[digit] == ';' ? digit + 1 : digit;
}

std::size_t append_named(std::string_view text, std::size_t at, std::string& out) {
  constexpr std::size_t kLongestName = 8;
  const std::string_view rest = text.substr(at + 1, kLongestName + 1);
  const std::string_view name = rest.substr(0, rest.find(';'));
  const auto* found = std::lower_bound(
      std::begin(kReferences), std::end(kReferences), name,
      [](const Reference& entry, std::string_view key) { return entry.name < key; });
  if (name.size() == rest.size() || found == std::end(kReferences) || found->name != name) {
    return at;
  }
  append_utf8(found->code_point, out);
  return at + 1 + name.size() + 1;
}

}  // namespace

HtmlPiece HtmlScanner::next() {
  while (at_ < html_.size()) {
    if (html_[at_] != '<') {
      return text_until_tag();
    }
    if (at_tag()) {
      return tag();
    }
    const char after = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    if (after != '!' && after != '?' && after != '/') {
      return text_until_tag();
    }
    skip_declaration();
  }
  return {};
}

bool HtmlScanner::at_tag() const {
  const std::size_t name = at_ + 1 < html_.size() && html_[at_ + 1] == '/' ? at_ + 2 : at_ + 1;
  return name < html_.size() && is_letter(html_[name]);
}

HtmlPiece HtmlScanner::text_until_tag() {
  const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
  HtmlPiece piece;
  piece.kind = HtmlPiece::Kind::text;
  piece.text = html_.substr(at_, end - at_);
  at_ = end;
  return piece;
}

void HtmlScanner::skip_declaration() {
  const bool comment = html_.substr(at_).starts_with("<!--");
  const std::size_t end = comment ? html_.find("-->", at_ + 4) : html_.find('>', at_);
  at_ = end == std::string_view::npos ? html_.size() : end + (comment ? 3 : 1);
}

HtmlPiece HtmlScanner::tag() {
  HtmlPiece piece;
  const bool closing = html_[at_ + 1] == '/';
  piece.kind = closing ? HtmlPiece::Kind::close : HtmlPiece::Kind::open;
  const std::size_t name = at_ + (closing ? 2 : 1);
  std::size_t end = name;
  while (end < html_.size() && !is_blank(html_[end]) && html_[end] != '>' && html_[end] != '/') {
    ++end;
  }
  piece.name = html_.substr(name, end - name);
  // The tag ends at the first > outside quotation marks.
  const std::size_t first = end;
  char quote = '\0';
  while (end < html_.size() && (quote != '\0' || html_[end] != '>')) {
    const char c = html_[end];
    if (quote != '\0') {
      quote = c == quote ? '\0' : quote;
    } else if ((c == '"' || c == '\'') && html_[end - 1] == '=') {
      quote = c;
    }
    ++end;
  }
  piece.attributes = html_.substr(first, end - first);
  at_ = std::min(end + 1, html_.size());
  if (!closing && is_raw(piece.name)) {
    const std::size_t close = find_close(html_, piece.name, at_);
    piece.text = html_.substr(at_, close - at_);
    at_ = close;
  }
  return piece;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lowered);
  return result;
}

std::string attribute(std::string_view attributes, std::string_view name) {
  std::size_t at = 0;
  while (at < attributes.size()) {
    at = std::min(attributes.find_first_not_of(" \t\r\n\f/", at), attributes.size());
    const std::size_t name_end =
        std::min(attributes.find_first_of(" \t\r\n\f/=", at + 1), attributes.size());
    const std::string_view found = attributes.substr(at, name_end - at);
    std::size_t value =
        std::min(attributes.find_first_not_of(" \t\r\n\f", name_end), attributes.size());
    if (value == attributes.size() || attributes[value] != '=') {
      at = name_end;
      continue;
    }
    value = std::min(attributes.find_first_not_of(" \t\r\n\f", value + 1), attributes.size());
    const bool quoted =
        value < attributes.size() && (attributes[value] == '"' || attributes[value] == '\'');
    const std::size_t end = quoted ? attributes.find(attributes[value], value + 1)
                                   : attributes.find_first_of(" \t\r\n\f", value);
    const std::size_t begin = value + (quoted ? 1 : 0);
    const std::size_t stop = std::min(end, attributes.size());
    if (same_letters(found, name)) {
      return resolved(attributes.substr(std::min(begin, stop), stop - std::min(begin, stop)));
    }
    at = stop + 1;
  }
  return {};
}

std::size_t append_reference(std::string_view text, std::size_t at, std::string& out) {
  const bool numeric = text.substr(at).starts_with("&#");
  const std::size_t end = numeric ? append_numeric(text, at, out) : append_named(text, at, out);
  if (end == at) {
    out += '&';
  }
  return std::max(end, at + 1);
}

std::string resolved(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t reference = std::min(text.find('&', at), text.size());
    out += text.substr(at, reference - at);
    at = reference == text.size() ? reference : append_reference(text, reference, out);
  }
  return out;
}

}  // namespace concord::ingest
