#include "normalize/glued_money.h"

#include <algorithm>
#include <string>

#include "normalize/number_parts.h"

namespace concord::normalize {
namespace {

struct Letters {
  std::string_view letters;
  std::string_view code;
  bool with_sign;  // only after "$"
};

static constexpr Letters kLetters[] = {
    {"US", "USD", true},   {"A", "AUD", true},    {"AU", "AUD", true},  {"C", "CAD", true},
    {"CA", "CAD", true},   {"NZ", "NZD", true},   {"HK", "HKD", true},  {"S", "SGD", true},
    {"RM", "MYR", false},  {"Rs", "INR", false},  {"Rp", "IDR", false}, {"KSh", "KES", false},
    {"Sh", "KES", false},  {"Shs", "KES", false}, {"Tk", "BDT", false}, {"Dh", "AED", false},
    {"Dhs", "AED", false}, {"PS", "GBP", false},  // the pound sign as some wires spell it
    {"P", "PHP", false},   {"R", "ZAR", false},   {"N", "NGN", false},  {"Bt", "THB", false},
};

constexpr std::string_view kDigits = "0123456789";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

const CurrencyRow* currency_of(std::string_view letters, bool signed_before) {
  for (const Letters& row : kLetters) {
    if (row.letters == letters && row.with_sign == signed_before) {
      return find_currency(row.code);
    }
  }
  return letters.size() == 3 && !signed_before ? find_currency(letters) : nullptr;
}

/// "R450 000", "R1 250 000": groups of thousands that a blank parts, as South Africa writes them;
/// the token after the last.
std::uint32_t past_groups(const Scan& scan, std::uint32_t at) {
  constexpr std::uint32_t kMostGroups = 4;
  std::uint32_t end = at + 1;
  while (end <= at + kMostGroups && scan.is_number(end) && scan.spelling(end).size() == 3 &&
         scan.token(end).space_before) {
    ++end;
  }
  return end;
}

/// "PS5", "P3", "R101" and "N95" are things; "PS5bn", "P3.8 billion", "R450,000" and "R25.99" are
/// money.
bool names_a_thing(const Scan& scan, std::uint32_t at, std::string_view letters,
                   std::optional<int> power) {
  const std::uint32_t next = at + (scan.dash(at + 1) ? 2U : 1U);
  const bool large = power != 0 || is_magnitude(scan.word(next));
  const std::string_view token = scan.spelling(at);
  const bool grouped = token.find(',') != std::string_view::npos ||
                       (letters == "R" && past_groups(scan, at) != at + 1);
  const bool hundredths = token.size() > 4 && token[token.size() - 3] == '.';
  if (letters == "PS") {
    return !large;
  }
  return letters.size() == 1 && !large && !grouped && !(letters == "R" && hundredths);
}

// "1.5m" -> 6: the power of the letters after the figures; nothing for other letters.
std::optional<int> power_of(std::string_view letters) {
  static constexpr struct {
    std::string_view letters;
    int power;
  } kPowers[] = {{"", 0},   {"k", 3},  {"K", 3},   {"m", 6},  {"M", 6},   {"mn", 6},  {"mil", 6},
                 {"b", 9},  {"bn", 9}, {"B", 9},   {"t", 12}, {"tn", 12}, {"cr", 7},  {"mln", 6},
                 {"Mn", 6}, {"Bn", 9}, {"bln", 9}, {"BN", 9}, {"MN", 6},  {"trn", 12}};
  const auto* found =
      std::ranges::find(kPowers, letters, [](const auto& row) { return row.letters; });
  return found == std::ranges::end(kPowers) ? std::nullopt : std::optional(found->power);
}

constexpr std::size_t kLongestGlued = 24;

}  // namespace

bool may_be_glued(const Scan& scan, std::uint32_t at) {
  const Token& token = scan.token(at);
  if (!scan.is_word(at) || !token.capital || token.span.size() < 2 ||
      token.span.size() > kLongestGlued) {
    return false;
  }
  const std::string_view text = scan.spelling(at);
  return is_digit(text.back()) || std::ranges::any_of(text, is_digit);
}

std::optional<GluedMoney> read_glued_money(const Scan& scan, std::uint32_t at) {
  if (!may_be_glued(scan, at)) {
    return std::nullopt;
  }
  const std::string_view token = scan.spelling(at);
  const std::size_t first = token.find_first_of(kDigits);
  const std::size_t last = token.find_last_of(kDigits) + 1;
  const bool signed_before = at > 0 && scan.mark(at - 1, '$') && scan.attached(at);
  const std::string_view letters = token.substr(0, first);
  const auto power = power_of(token.substr(last));
  const CurrencyRow* currency =
      names_a_thing(scan, at, letters, power) ? nullptr : currency_of(letters, signed_before);
  const std::uint32_t end = letters == "R" && power == 0 ? past_groups(scan, at) : at + 1;
  std::string digits(token.substr(first, last - first));
  for (std::uint32_t group = at + 1; group < end; ++group) {
    digits.append(1, ',').append(scan.spelling(group));
  }
  const auto figures = currency == nullptr || !power ? std::nullopt : read_figures(digits);
  if (!figures) {
    return std::nullopt;
  }
  Number number = number_of_figures(scan, at, *figures);
  number.end = std::max(number.end, end);
  const auto bigger = *power == 0 ? std::nullopt : scaled(number.value, *power);
  if (bigger) {
    multiply_by_power(number, *bigger, *power, number.end);
    number.letter_magnitude = true;
  }
  return GluedMoney{currency, number, signed_before ? 1U : 0U};
}

}  // namespace concord::normalize
