#include "normalize/glued_money.h"

#include <algorithm>

namespace concord::normalize {
namespace {

struct Letters {
  std::string_view letters;
  std::string_view code;
  bool with_sign;  // only after "$"
};

constexpr Letters kLetters[] = {
    {"US", "USD", true},  {"A", "AUD", true},   {"AU", "AUD", true},  {"C", "CAD", true},
    {"CA", "CAD", true},  {"NZ", "NZD", true},  {"HK", "HKD", true},  {"S", "SGD", true},
    {"RM", "MYR", false}, {"Rs", "INR", false}, {"Rp", "IDR", false}, {"KSh", "KES", false},
    {"Sh", "KES", false}, {"Tk", "BDT", false}, {"Dh", "AED", false}, {"Dhs", "AED", false},
};

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

}  // namespace

bool may_be_glued(const Scan& scan, std::uint32_t at) {
  const Token& token = scan.token(at);
  return scan.is_word(at) && token.capital && token.span.size() > 1 &&
         is_digit(scan.spelling(at).back());
}

std::optional<GluedMoney> read_glued_money(const Scan& scan, std::uint32_t at) {
  if (!may_be_glued(scan, at)) {
    return std::nullopt;
  }
  const std::string_view token = scan.spelling(at);
  const auto first =
      static_cast<std::size_t>(std::ranges::find_if(token, is_digit) - token.begin());
  const bool signed_before = at > 0 && scan.mark(at - 1, '$') && scan.attached(at);
  const CurrencyRow* currency = currency_of(token.substr(0, first), signed_before);
  const auto figures = currency == nullptr ? std::nullopt : read_figures(token.substr(first));
  if (!figures) {
    return std::nullopt;
  }
  return GluedMoney{currency, number_of_figures(scan, at, *figures), signed_before ? 1U : 0U};
}

}  // namespace concord::normalize
