#include "rules/phrase_words.h"

#include <algorithm>

namespace concord::rules {
namespace {

bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

constexpr std::string_view kAsciiMarks = ",;:$%-&/.#";

struct WideMark {
  std::string_view written;
  std::string_view text;
};
constexpr WideMark kWideMarks[] = {
    {"–", "-"}, {"—", "-"},     {"€", "€"}, {"£", "£"},
    {"¥", "¥"}, {"₽", "₽"}, {"₹", "₹"}, {"°", "°"},
};
constexpr std::string_view kNoLetters[] = {"“", "”", "‘", "’", "…"};

constexpr std::string_view kApostrophe = "’";

bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

/// True if `text` begins with a non-ASCII character that is no letter.
bool starts_wide_mark(std::string_view text) {
  if (is_ascii(text.front())) {
    return false;
  }
  return leading_mark(text).size > 0 || starts_invisible(text) ||
         std::ranges::any_of(kNoLetters,
                             [&](std::string_view mark) { return text.starts_with(mark); });
}

/// True for the comma or point at `at` inside a figure (1,200) or between initials (U.S.).
bool joins_figures_or_initials(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (is_digit(text[at - 1]) && rest.size() > 1 && is_digit(rest[1])) {
    return true;
  }
  const bool after_initial =
      rest.front() == '.' && is_ascii_letter(text[at - 1]) && (at == 1 || text[at - 2] == '.');
  const bool before_initial =
      rest.size() > 1 && is_ascii_letter(rest[1]) && (rest.size() == 2 || !is_word_byte(rest[2]));
  return after_initial && (at > 1 || before_initial);
}

/// Bytes of the word that goes on at `at`; 0 when it ends there.
std::size_t continuation(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const char byte = rest.front();
  if (is_ascii_letter(byte) || is_digit(byte)) {
    return 1;
  }
  if (byte == '\'' || byte == '-') {
    return rest.size() > 1 && is_word_byte(rest[1]) && !starts_wide_mark(rest.substr(1)) ? 1 : 0;
  }
  if (rest.starts_with(kApostrophe)) {
    const std::string_view next = rest.substr(kApostrophe.size());
    return !next.empty() && is_word_byte(next.front()) ? kApostrophe.size() : 0;
  }
  if (byte == ',' || byte == '.') {
    return joins_figures_or_initials(text, at) ? 1 : 0;
  }
  return is_word_byte(byte) && !starts_wide_mark(rest) ? 1 : 0;
}

/// 20th -> 20, th: figures stand alone where a part begins with one.
void split_figures(std::string_view part, std::vector<std::string_view>& out) {
  while (!part.empty() && is_digit(part.front())) {
    const std::size_t letters = std::min(part.find_first_not_of("0123456789.,"), part.size());
    out.push_back(part.substr(0, letters));
    part.remove_prefix(letters);
    const std::size_t digits = std::min(part.find_first_of("0123456789"), part.size());
    if (digits > 0) {
      out.push_back(part.substr(0, digits));
      part.remove_prefix(digits);
    }
  }
  if (!part.empty()) {
    out.push_back(part);
  }
}

void split_genitive(std::string_view part, std::vector<std::string_view>& out) {
  for (const std::string_view ending : {"'s", "'S", "’s", "’S"}) {
    if (part.size() > ending.size() && part.ends_with(ending)) {
      split_figures(part.substr(0, part.size() - ending.size()), out);
      out.push_back(part.substr(part.size() - ending.size()));
      return;
    }
  }
  split_figures(part, out);
}

}  // namespace

bool is_word_byte(char byte) {
  return is_ascii_letter(byte) || is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80;
}

bool starts_invisible(std::string_view text) {
  constexpr std::string_view kThree[] = {"\u1680", "\u3000", "\uFEFF"};
  if (text.starts_with("\u00a0") || text.starts_with("\u00ad")) {
    return true;
  }
  if (text.size() >= 3 && text.starts_with("\xE2\x80")) {  // spaces, joiners, directions
    const auto last = static_cast<unsigned char>(text[2]);
    return (last >= 0x80 && last <= 0x8F) || (last >= 0xA8 && last <= 0xAF);
  }
  if (text.size() >= 3 && text.starts_with("\xE2\x81")) {
    const auto last = static_cast<unsigned char>(text[2]);
    return last >= 0x9F && last <= 0xAF;
  }
  return std::ranges::any_of(kThree, [&](std::string_view mark) { return text.starts_with(mark); });
}

bool mixes_alphabets(std::string_view word) {
  const bool latin = std::ranges::any_of(word, is_ascii_letter);
  return latin && std::ranges::any_of(word, [](char byte) {
           const auto lead = static_cast<unsigned char>(byte);
           return lead >= 0xCD && lead <= 0xD3;  // the lead bytes of Greek and Cyrillic
         });
}

bool is_name(std::string_view text) {
  return !text.empty() && is_ascii_letter(text.front()) && std::ranges::all_of(text, [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '-';
  });
}

std::string_view leading_word(std::string_view text) {
  if (text.empty() || !is_word_byte(text.front()) || starts_wide_mark(text)) {
    return {};
  }
  std::size_t end = 1;
  while (end < text.size()) {
    const std::size_t more = continuation(text, end);
    if (more == 0) {
      break;
    }
    end += more;
  }
  return text.substr(0, end);
}

std::vector<std::string_view> split_word(std::string_view word) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t hyphen = word.find('-'); hyphen != std::string_view::npos;
       hyphen = word.find('-', hyphen + 1)) {
    const bool single_tail = hyphen + 2 == word.size() && is_ascii_letter(word.back());
    if (hyphen > begin && !single_tail) {
      split_genitive(word.substr(begin, hyphen - begin), parts);
      parts.push_back(word.substr(hyphen, 1));
      begin = hyphen + 1;
    }
  }
  split_genitive(word.substr(begin), parts);
  return parts;
}

PunctuationMark leading_mark(std::string_view text) {
  if (is_ascii(text.front())) {
    const std::size_t at = kAsciiMarks.find(text.front());
    return at == std::string_view::npos ? PunctuationMark()
                                        : PunctuationMark{kAsciiMarks.substr(at, 1), 1};
  }
  for (const WideMark& mark : kWideMarks) {
    if (text.starts_with(mark.written)) {
      return {mark.text, mark.written.size()};
    }
  }
  return {};
}

std::string_view without_comment(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    quoted = line[i] == '"' ? !quoted : quoted;
    if (line[i] == '#' && !quoted && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t')) {
      return line.substr(0, i);
    }
  }
  return line;
}

}  // namespace concord::rules
