#include <algorithm>
#include <array>

#include "normalize/numbers.h"

namespace concord::normalize {
namespace {

struct Character {
  char value = 0;  // '0'..'9', ',', '.', or 0 for anything else
  std::size_t length = 1;
};

/// A run of code points by their UTF-8 bytes that stand for the characters from `value` on.
struct ForeignRow {
  std::string_view lead;
  unsigned char first;
  unsigned char last;
  char value;
};

// Arabic-Indic and extended digits with their separators, full-width digits, comma and point.
constexpr ForeignRow kForeign[] = {{"\xD9", 0xA0, 0xA9, '0'},     {"\xDB", 0xB0, 0xB9, '0'},
                                   {"\xD9", 0xAB, 0xAB, '.'},     {"\xD9", 0xAC, 0xAC, ','},
                                   {"\xEF\xBC", 0x90, 0x99, '0'}, {"\xEF\xBC", 0x8C, 0x8C, ','},
                                   {"\xEF\xBC", 0x8E, 0x8E, '.'}};

Character next_character(std::string_view rest) {
  const char first = rest.front();
  if ((first >= '0' && first <= '9') || first == ',' || first == '.') {
    return {first, 1};
  }
  for (const ForeignRow& row : kForeign) {
    const std::size_t last = row.lead.size();
    const auto byte = last < rest.size() ? static_cast<unsigned char>(rest[last]) : 0U;
    if (rest.starts_with(row.lead) && byte >= row.first && byte <= row.last) {
      return {static_cast<char>(row.value + static_cast<char>(byte - row.first)), last + 1};
    }
  }
  return {};
}

constexpr std::size_t kLongestNumber = 40;  // more digits never fit a Decimal

struct Digits {
  std::array<char, kLongestNumber> text{};
  std::size_t size = 0;
  std::array<std::uint8_t, kLongestNumber> group_ends{};  // digits before each comma
  std::size_t commas = 0;
  std::size_t points = 0;
  std::size_t point_at = 0;  // digits before the last point
};

bool collect(std::string_view token, Digits& digits) {
  while (!token.empty()) {
    const Character character = next_character(token);
    if (character.value == 0 || digits.size == kLongestNumber || digits.commas == kLongestNumber) {
      return false;
    }
    token.remove_prefix(character.length);
    if (character.value == ',') {
      if (digits.points > 0 || digits.size == 0)
        return false;
      digits.group_ends[digits.commas++] = static_cast<std::uint8_t>(digits.size);
    } else if (character.value == '.') {
      ++digits.points;
      digits.point_at = digits.size;
    } else {
      digits.text[digits.size++] = character.value;
    }
  }
  return digits.size > 0 && digits.points <= 1;
}

// 1,200,300 or 12,34,567: the last group has three digits, the others three or two all alike.
bool groups_are_sound(const Digits& digits) {
  if (digits.commas == 0) {
    return true;
  }
  const std::size_t whole = digits.points == 1 ? digits.point_at : digits.size;
  if (whole - digits.group_ends[digits.commas - 1] != 3 || digits.group_ends[0] > 3) {
    return false;
  }
  std::size_t width = 0;
  for (std::size_t i = 1; i < digits.commas; ++i) {
    const std::size_t group =
        static_cast<std::size_t>(digits.group_ends[i]) - digits.group_ends[i - 1];
    if ((group != 2 && group != 3) || (width != 0 && group != width)) {
      return false;
    }
    width = group;
  }
  return width != 2 || digits.group_ends[0] <= 2;
}

}  // namespace

namespace {

struct Glyph {
  std::string_view text;
  std::int64_t over;
  std::int64_t under;
};

// Unicode vulgar fractions, U+00BC .. U+00BE and U+2153 .. U+215E.
constexpr Glyph kGlyphs[] = {{"½", 1, 2}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅓", 1, 3}, {"⅔", 2, 3},
                             {"⅕", 1, 5}, {"⅖", 2, 5}, {"⅗", 3, 5}, {"⅘", 4, 5}, {"⅙", 1, 6},
                             {"⅚", 5, 6}, {"⅛", 1, 8}, {"⅜", 3, 8}, {"⅝", 5, 8}, {"⅞", 7, 8}};

// "½", "2½".
std::optional<Figures> read_with_glyph(std::string_view token) {
  for (const Glyph& glyph : kGlyphs) {
    if (!token.ends_with(glyph.text)) {
      continue;
    }
    const std::string_view rest = token.substr(0, token.size() - glyph.text.size());
    const auto whole = rest.empty() ? std::optional(Figures{}) : read_figures(rest);
    const auto part = divide(Decimal(glyph.over), Decimal(glyph.under));
    const auto sum =
        whole && part && !whole->decimals ? add(whole->value, normalized(*part)) : std::nullopt;
    return sum ? std::optional(Figures{.value = *sum, .decimals = true}) : std::nullopt;
  }
  return std::nullopt;
}

constexpr std::size_t kMostPlain = 18;  // digits that always fit a Decimal

// "133": nearly all figures of a text have no separators.
std::optional<Figures> read_plain(std::string_view token) {
  if (token.empty() || token.size() > kMostPlain) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return Figures{.value = Decimal(value),
                 .leading_zero = token[0] == '0' && token.size() > 1,
                 .digits = static_cast<std::uint8_t>(token.size())};
}

}  // namespace

std::optional<Figures> read_figures(std::string_view token) {
  if (const auto plain = read_plain(token)) {
    return plain;
  }
  if (!token.empty() && (token.back() & '\x80') != 0) {
    if (const auto mixed = read_with_glyph(token)) {
      return mixed;
    }
  }
  Digits digits;
  if (!collect(token, digits) || !groups_are_sound(digits)) {
    return std::nullopt;
  }
  std::array<char, kLongestNumber + 1> plain{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < digits.size; ++i) {
    if (digits.points == 1 && i == digits.point_at) {
      plain[size++] = '.';
    }
    plain[size++] = digits.text[i];
  }
  std::string_view text(plain.data(), size);
  std::array<char, kLongestNumber + 2> with_zero{};
  if (text.front() == '.') {  // ".5"
    with_zero[0] = '0';
    std::copy(text.begin(), text.end(), with_zero.begin() + 1);
    text = std::string_view(with_zero.data(), size + 1);
  }
  const auto value = parse_decimal(text);
  if (!value) {
    return std::nullopt;
  }
  return Figures{
      .value = *value,
      .decimals = digits.points == 1 && digits.point_at<digits.size, .grouped = digits.commas> 0,
      .leading_zero = digits.text[0] == '0' && digits.size > 1 && digits.point_at != 1,
      .digits = static_cast<std::uint8_t>(digits.size)};
}

std::optional<std::int64_t> whole_value(const Decimal& value) {
  const Decimal plain = normalized(value);
  if (plain.exponent < 0) {
    return std::nullopt;
  }
  std::int64_t whole = plain.coefficient;
  for (int i = 0; i < plain.exponent; ++i) {
    if (__builtin_mul_overflow(whole, std::int64_t{10}, &whole)) {
      return std::nullopt;
    }
  }
  return whole;
}

std::int8_t last_significant_power(const Decimal& value) {
  if (value.coefficient == 0) {
    return 0;
  }
  std::int64_t coefficient = value.coefficient;
  int power = value.exponent;
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++power;
  }
  return static_cast<std::int8_t>(power);
}

}  // namespace concord::normalize
