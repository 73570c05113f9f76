#include "normalize/split.h"

namespace concord::normalize {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

std::size_t code_point_length(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// Two-byte letters (Latin, Greek, Cyrillic ...); signs such as ° and £ share the lead byte C2.
bool is_letter(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return is_ascii_letter(text[at]) || (byte >= 0xC3 && byte < 0xE0);
}

struct ByteRange {
  std::string_view lead;
  unsigned char first;
  unsigned char last;
};

// Digits and fractions beyond ASCII, by their UTF-8 bytes: ½, Arabic-Indic, ⅓, full width.
constexpr ByteRange kDigits[] = {{"\xC2", 0xBC, 0xBE},     {"\xD9", 0xA0, 0xA9},
                                 {"\xD9", 0xAB, 0xAC},     {"\xDB", 0xB0, 0xB9},
                                 {"\xE2\x85", 0x90, 0x9E}, {"\xEF\xBC", 0x90, 0x99}};

// Bytes of the digit at `at`; 0 if there is none.
std::size_t digit_length(std::string_view text, std::size_t at) {
  if (at >= text.size() || is_digit(text[at])) {
    return at < text.size() ? 1 : 0;
  }
  for (const ByteRange& range : kDigits) {
    const std::size_t last = at + range.lead.size();
    const auto byte = last < text.size() ? static_cast<unsigned char>(text[last]) : 0U;
    if (text.substr(at).starts_with(range.lead) && byte >= range.first && byte <= range.last) {
      return range.lead.size() + 1;
    }
  }
  return 0;
}

bool separates_digits(std::string_view text, std::size_t at) {
  return (text[at] == ',' || text[at] == '.') && digit_length(text, at + 1) != 0;
}

std::size_t number_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t length = digit_length(text, at);
    if (length == 0 && !separates_digits(text, at)) {
      break;
    }
    at += length == 0 ? 1 : length;
  }
  return at;
}

// Letters, apostrophes between letters ('s apart), and the dots of "U.S." and "a.m.".
std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const auto dotted = [&](std::size_t i) {
    const bool single_before = i == begin + 1 || (i >= 2 && text[i - 2] == '.');
    const bool single_after = i + 1 < text.size() && is_ascii_letter(text[i + 1]) &&
                              (i + 2 >= text.size() || !is_letter(text, i + 2));
    return text[i] == '.' && single_before && (single_after || (i >= 3 && text[i - 2] == '.'));
  };
  while (at < text.size()) {
    if (is_letter(text, at)) {
      at += code_point_length(static_cast<unsigned char>(text[at]));
    } else if (is_digit(text[at])) {
      at = number_end(text, at);
    } else if (dotted(at) || (text[at] == '\'' && at + 1 < text.size() &&
                              is_ascii_letter(text[at + 1]) && text.substr(at, 2) != "'s")) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

TokenizedText split_phrase(std::string_view text, const Lexicon& lexicon) {
  TokenizedText made;
  std::size_t at = 0;
  bool space = false;
  while (at < text.size()) {
    if (is_space(text[at])) {
      space = true;
      ++at;
      continue;
    }
    Token token{.span = {}, .space_before = space, .capital = is_capital(text[at])};
    std::size_t end = at;
    if (digit_length(text, at) != 0) {
      token.kind = TokenKind::number;
      end = number_end(text, at);
    } else if (is_letter(text, at)) {
      end = word_end(text, at);
    } else if (text.substr(at, 2) == "'s") {
      end = at + 2;
    } else {
      token.kind = TokenKind::punctuation;
      end = at + code_point_length(static_cast<unsigned char>(text[at]));
    }
    end = end > text.size() ? text.size() : end;
    token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    token.word = lexicon.find(text.substr(at, end - at));
    made.tokens.push_back(token);
    at = end;
    space = false;
  }
  const auto count = static_cast<std::uint32_t>(made.tokens.size());
  made.sentences.push_back(
      {.tokens = {0, count}, .paragraph = 0, .span = {0, static_cast<std::uint32_t>(text.size())}});
  made.paragraphs.push_back({.sentences = {0, 1},
                             .part = Part::body,
                             .span = {0, static_cast<std::uint32_t>(text.size())}});
  return made;
}

}  // namespace concord::normalize
