#include "rules/amounts.h"

#include <algorithm>

namespace concord::rules {
namespace {

struct TimeUnit {
  std::string_view name;
  std::int64_t seconds;
};
constexpr std::int64_t kDay = 86400;
constexpr TimeUnit kTimeUnits[] = {
    {"second", 1}, {"minute", 60},     {"min", 60},          {"hour", 3600},       {"h", 3600},
    {"day", kDay}, {"week", 7 * kDay}, {"month", 30 * kDay}, {"year", 365 * kDay},
};
constexpr std::int64_t kLongest = kDay * 365 * 100;

struct Magnitude {
  std::string_view name;
  int power;
};
constexpr Magnitude kMagnitudes[] = {
    {"hundred", 2}, {"thousand", 3}, {"million", 6}, {"billion", 9}};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::optional<Amount> parse_amount(std::string_view text) {
  text = trimmed(text);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789.-"), text.size());
  const std::optional<Decimal> number = parse_decimal(text.substr(0, digits));
  if (!number) {
    return std::nullopt;
  }
  Amount amount;
  amount.number = *number;
  std::string_view rest = trimmed(text.substr(digits));
  for (const Magnitude& magnitude : kMagnitudes) {
    if (rest.starts_with(magnitude.name)) {
      const std::optional<Decimal> larger = scaled(amount.number, magnitude.power);
      if (!larger) {
        return std::nullopt;
      }
      amount.number = *larger;
      rest = trimmed(rest.substr(magnitude.name.size()));
    }
  }
  amount.percent = rest == "%" || rest == "percent" || rest == "per cent";
  if (!amount.percent) {
    amount.unit = rest;
  }
  return amount;
}

std::optional<std::int64_t> parse_duration(std::string_view text) {
  const std::optional<Amount> amount = parse_amount(text);
  if (!amount || amount->percent || amount->number.is_negative()) {
    return std::nullopt;
  }
  std::string_view unit = amount->unit;
  if (unit.size() > 1 && unit.ends_with('s')) {
    unit.remove_suffix(1);
  }
  const auto* row = std::ranges::find(kTimeUnits, unit, &TimeUnit::name);
  if (row == std::end(kTimeUnits)) {
    return std::nullopt;
  }
  const std::optional<Decimal> seconds = multiply(amount->number, Decimal(row->seconds));
  if (!seconds || *seconds > Decimal(kLongest)) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(seconds->to_double());
}

}  // namespace concord::rules
