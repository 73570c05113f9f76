#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/decimal_text.h"

namespace concord {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kLargest = 1'000'000'000'000'000'000;
constexpr int kMaxExponent = 18;

constexpr int kLargestPower = 38;

constexpr std::array<Wide, kLargestPower + 1> powers_of_ten() {
  std::array<Wide, kLargestPower + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) {
    powers[i] = powers[i - 1] * 10;
  }
  return powers;
}

constexpr std::array<Wide, kLargestPower + 1> kPowers = powers_of_ten();

/// REQUIRES: 0 <= power <= kLargestPower.
Wide power_of_ten(int power) {
  return kPowers[static_cast<std::size_t>(power)];
}

Wide magnitude(Wide value) {
  return value < 0 ? -value : value;
}

/// Brings digits * 10^power into the invariant by moving zeros only; nothing when that is not
/// exact.
std::optional<Decimal> fit(Wide digits, int power) {
  if (digits == 0) {
    return Decimal(0, static_cast<std::int8_t>(power < 0 && power >= -kMaxExponent ? power : 0));
  }
  while ((magnitude(digits) > kLargest || power < -kMaxExponent) && digits % 10 == 0) {
    digits /= 10;
    ++power;
  }
  while (power > kMaxExponent && magnitude(digits) <= kLargest / 10) {
    digits *= 10;
    --power;
  }
  if (magnitude(digits) > kLargest || power < -kMaxExponent || power > kMaxExponent) {
    return std::nullopt;
  }
  return Decimal(static_cast<std::int64_t>(digits), static_cast<std::int8_t>(power));
}

int digit_count(Wide value) {
  const auto above = std::ranges::upper_bound(kPowers, magnitude(value));
  return static_cast<int>(above - kPowers.begin());
}

std::weak_ordering compare_whole(Wide left, Wide right) {
  if (left < right) {
    return std::weak_ordering::less;
  }
  return right < left ? std::weak_ordering::greater : std::weak_ordering::equivalent;
}

}  // namespace

bool Decimal::is_whole() const {
  return exponent >= 0 ||
         coefficient % static_cast<std::int64_t>(power_of_ten(-int{exponent})) == 0;
}

double Decimal::to_double() const {
  return static_cast<double>(coefficient) * std::pow(10.0, exponent);
}

std::weak_ordering operator<=>(const Decimal& left, const Decimal& right) {
  if (left.exponent == right.exponent) {
    return left.coefficient <=> right.coefficient;
  }
  const int sign_left = (left.coefficient > 0) - (left.coefficient < 0);
  const int sign_right = (right.coefficient > 0) - (right.coefficient < 0);
  if (sign_left != sign_right || sign_left == 0) {
    return sign_left <=> sign_right;
  }
  // Different orders of magnitude decide without scaling, so that the scaling below fits 128 bits.
  const int top_left = digit_count(left.coefficient) + left.exponent;
  const int top_right = digit_count(right.coefficient) + right.exponent;
  if (top_left != top_right) {
    return (sign_left > 0) == (top_left < top_right) ? std::weak_ordering::less
                                                     : std::weak_ordering::greater;
  }
  const int common = left.exponent < right.exponent ? left.exponent : right.exponent;
  return compare_whole(left.coefficient * power_of_ten(left.exponent - common),
                       right.coefficient * power_of_ten(right.exponent - common));
}

bool operator==(const Decimal& left, const Decimal& right) {
  return (left <=> right) == std::weak_ordering::equivalent;
}

namespace {

/// The digits of a plain decimal, with its point and sign taken out.
struct Digits {
  Wide value = 0;
  int significant = 0;
  int after_point = 0;
  std::size_t read = 0;  // characters used
  bool any = false;
};

Digits read_digits(std::string_view text, std::size_t from) {
  Digits digits;
  bool point = false;
  std::size_t i = from;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') {
      break;
    }
    digits.any = true;
    if (digits.significant > 0 || c != '0') {
      ++digits.significant;
    }
    if (digits.significant > 36) {
      break;
    }
    digits.value = digits.value * 10 + (c - '0');
    digits.after_point += point ? 1 : 0;
  }
  digits.read = i;
  return digits;
}

/// "e6", "E-3"; nothing else may follow.
std::optional<int> read_exponent(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  if ((text[0] != 'e' && text[0] != 'E') || text.size() < 2) {
    return std::nullopt;
  }
  const bool negative = text[1] == '-';
  std::size_t i = (negative || text[1] == '+') ? 2 : 1;
  if (i == text.size() || text.size() - i > 3) {
    return std::nullopt;
  }
  int power = 0;
  for (; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') {
      return std::nullopt;
    }
    power = power * 10 + (text[i] - '0');
  }
  return negative ? -power : power;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  const Digits digits = read_digits(text, negative ? 1 : 0);
  if (!digits.any || digits.significant > 36 || digits.after_point > 60) {
    return std::nullopt;
  }
  const auto power = read_exponent(text.substr(digits.read));
  if (!power) {
    return std::nullopt;
  }
  return fit(negative ? -digits.value : digits.value, *power - digits.after_point);
}

char* write_decimal(const Decimal& value, char* to) {
  std::array<char, 20> digits{};  // of 64 bits
  const auto end = std::to_chars(digits.begin(), digits.end(), std::abs(value.coefficient)).ptr;
  const auto size = end - digits.begin();
  if (value.coefficient < 0) {
    *to++ = '-';
  }
  if (value.exponent >= 0) {
    to = std::copy(digits.begin(), end, to);
    return value.coefficient == 0 ? to : std::fill_n(to, value.exponent, '0');
  }
  const std::ptrdiff_t places = -value.exponent;
  if (size <= places) {
    *to++ = '0';
    *to++ = '.';
    return std::copy(digits.begin(), end, std::fill_n(to, places - size, '0'));
  }
  to = std::copy(digits.begin(), end - places, to);
  *to++ = '.';
  return std::copy(end - places, end, to);
}

std::string to_string(const Decimal& value) {
  std::array<char, kLongestDecimal> text{};
  return {text.data(), write_decimal(value, text.data())};
}

std::optional<Decimal> add(const Decimal& left, const Decimal& right) {
  if (left.coefficient == 0) {
    return right;
  }
  if (right.coefficient == 0) {
    return left;
  }
  const int common = left.exponent < right.exponent ? left.exponent : right.exponent;
  const int shift_left = left.exponent - common;
  const int shift_right = right.exponent - common;
  if (shift_left > kMaxExponent || shift_right > kMaxExponent) {
    return std::nullopt;
  }
  return fit(
      left.coefficient * power_of_ten(shift_left) + right.coefficient * power_of_ten(shift_right),
      common);
}

std::optional<Decimal> subtract(const Decimal& left, const Decimal& right) {
  return add(left, Decimal(-right.coefficient, right.exponent));
}

std::optional<Decimal> multiply(const Decimal& left, const Decimal& right) {
  return fit(static_cast<Wide>(left.coefficient) * right.coefficient,
             left.exponent + right.exponent);
}

std::optional<Decimal> divide(const Decimal& left, const Decimal& right) {
  if (right.coefficient == 0) {
    return std::nullopt;
  }
  Wide numerator = left.coefficient;
  int power = left.exponent - right.exponent;
  while (numerator != 0 && magnitude(numerator) < power_of_ten(36)) {
    numerator *= 10;
    --power;
  }
  Wide quotient = numerator / right.coefficient;
  constexpr int kSignificant = 12;
  if (const int dropped = digit_count(quotient) - kSignificant; dropped > 0) {
    quotient /= power_of_ten(dropped - 1);
    const Wide last = quotient % 10;
    quotient /= 10;
    power += dropped;
    if (magnitude(last) >= 5) {
      quotient += last < 0 ? -1 : 1;
    }
  }
  while (quotient != 0 && power < 0 && quotient % 10 == 0) {
    quotient /= 10;
    ++power;
  }
  return fit(quotient, power);
}

std::optional<Decimal> scaled(const Decimal& value, int power) {
  return fit(value.coefficient, value.exponent + power);
}

Decimal normalized(const Decimal& value) {
  Decimal result = value;
  if (result.coefficient == 0) {
    return Decimal(0);
  }
  while (result.coefficient % 10 == 0 && result.exponent < kMaxExponent) {
    result.coefficient /= 10;
    ++result.exponent;
  }
  return result;
}

}  // namespace concord
