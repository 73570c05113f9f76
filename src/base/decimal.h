#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concord {

/// An exact decimal number, coefficient * 10^exponent, that keeps the digits as written
/// ("1.50" is 150e-2).  Comparison is by value: 1.50 == 1.5.
/// Invariant: |coefficient| <= 10^18 and -18 <= exponent <= 18.
struct Decimal {
  std::int64_t coefficient = 0;
  std::int8_t exponent = 0;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole)  // NOLINT(google-explicit-constructor): counts are decimals
      : coefficient(whole) {}
  constexpr Decimal(std::int64_t digits, std::int8_t power)
      : coefficient(digits), exponent(power) {}

  bool is_whole() const;
  bool is_negative() const { return coefficient < 0; }
  double to_double() const;
};

std::weak_ordering operator<=>(const Decimal& left, const Decimal& right);
bool operator==(const Decimal& left, const Decimal& right);

/// Reads "-12", "3.50", "1e6"; nothing else may stand in `text`.
/// Returns nothing when it is not such a number or does not fit the invariant (10^400, 500 digits).
std::optional<Decimal> parse_decimal(std::string_view text);

/// Exact digits without an exponent: "1.50", "4200000000".
std::string to_string(const Decimal& value);

/// Exact arithmetic; nothing when the result does not fit.
std::optional<Decimal> add(const Decimal& left, const Decimal& right);
std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);

/// left / right rounded half away from zero to 12 significant digits; nothing when right is zero or
/// the result does not fit.  The only inexact operation.
std::optional<Decimal> divide(const Decimal& left, const Decimal& right);

/// value * 10^power, exact; nothing when it does not fit.
std::optional<Decimal> scaled(const Decimal& value, int power);

/// The same number without trailing zeros in the coefficient (1.50 -> 1.5, 1200 -> 12e2).
Decimal normalized(const Decimal& value);

}  // namespace concord
