#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "base/interval.h"
#include "normalize/scan.h"

namespace concord::normalize {

enum class NumberForm : std::uint8_t {
  plain,       // 133, two hundred and fifty-three
  collective,  // a dozen, two dozen: nominal with its own intervals
  vague,       // dozens, a few, tens of thousands: intervals only
  fraction     // two-thirds, half, 1/2
};

/// A number as read, without hedge or unit.
struct Number {
  std::uint32_t begin = 0;  // tokens
  std::uint32_t end = 0;
  NumberForm form = NumberForm::plain;
  Decimal value;
  Interval<Decimal> hard;  // collective and vague only
  Interval<Decimal> soft;
  bool figures = false;
  bool leading_zero = false;      // 007, 03
  bool letter_magnitude = false;  // ended in bn, m, k
  bool approximate_form = false;  // a magnitude word or decimals: commits to half the last digit
  // power of ten of the last digit written (approximate_form) or else of the last significant one:
  // 6 for "30 million", -1 for "12.5", 2 for "1,200"
  std::int8_t last_digit = 0;
  std::int8_t magnitude = 0;  // power of ten of the magnitude words: 6 for millions
  std::int8_t tail = 0;       // what tens and units of a cardinal in words add up to
};

/// The digits of one number token: western or Indian groups, a decimal point, ASCII, full-width or
/// Arabic-Indic digits.  Nothing for what is none of these or does not fit a Decimal.
struct Figures {
  Decimal value;
  bool decimals = false;
  bool grouped = false;
  bool leading_zero = false;
  std::uint8_t digits = 0;
};
std::optional<Figures> read_figures(std::string_view token);

/// The cardinal, fraction or vague number beginning at token `at`, longest reading.
std::optional<Number> read_number(const Scan& scan, std::uint32_t at);

/// The number whose digits were read already from the token at `at`, with the words that follow.
Number number_of_figures(const Scan& scan, std::uint32_t at, const Figures& figures);

/// Makes `number` the `bigger` one that a magnitude of 10^power gives, ending at token `end`.
void multiply_by_power(Number& number, const Decimal& bigger, int power, std::uint32_t end);

/// The ordinal beginning at `at` ("third", "twenty-first", "20th").
std::optional<Number> read_ordinal(const Scan& scan, std::uint32_t at);

/// Cardinal in words only, without articles, fractions or vague words ("two hundred and three").
std::optional<Number> read_cardinal_words(const Scan& scan, std::uint32_t at);

/// The value as an integer when it is one that fits.
std::optional<std::int64_t> whole_value(const Decimal& value);

/// The power of ten of the last significant digit of an exact decimal: 1200 -> 2, 1.5 -> -1, 0 ->
/// 0.
std::int8_t last_significant_power(const Decimal& value);

}  // namespace concord::normalize
