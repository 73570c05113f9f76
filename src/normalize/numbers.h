#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "base/interval.h"
#include "normalize/scan.h"

namespace concord::normalize {

// Numbers, in the notation of a grammar; words in any case, a hyphen or blank between them, and
// tokenized wire text ("ninety - five", "59 . 2 %") too:
//
//   number    = figures [glyph] [exponent] { magnitude } [smaller] | cardinal { magnitude }
//             | fraction | vague | plural
//   figures   = digits of one script (ASCII, full width, Arabic-Indic) with western (1,200,300),
//               Indian (12,34,567) or blank (940 000) groups and a decimal point; "3 1/2", "1/2"
//   exponent  = "e-3" | "x10-3" | "× 10^8"
//   smaller   = ["and"] part below the last magnitude: "3 hundred and 21"
//   cardinal  = the words up to sextillion, short scale; lakh and crore; "twelve hundred", "one
//               twenty-two", "three million, two hundred thousand", "two point five"
//   fraction  = cardinal ordinal-plural ("twenty-three fifths") | article ordinal ("a third of")
//             | "half" | number "and" fraction | "one in five", "nine out of 10"
//   vague     = "a few", "several hundred", "a couple of thousand"
//   plural    = "dozens", "scores", "hundreds", "tens of thousands"
//
// Values are exact decimals; more digits than those hold are rounded and their bounds with them.
// Figures that no Decimal holds (10^400, 500 digits) and groups that are none (1,23,4) are no
// number, and nothing inside them is read.
// Sources: short scale as in ISO 80000 and every news style book; Indian numbering as in the Indian
// English press; the vague words' intervals are the project's own (hedges.h).

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

/// False where the number is its figures alone, told from the token after them: a comma, a full
/// stop, a longer word without a role.
bool may_go_on(const Scan& scan, std::uint32_t next);

/// "100s of", "$1000s": a power of ten in the plural, which is no span of years.
bool is_plural_figures(const Scan& scan, std::uint32_t at);

/// Makes `number` the `bigger` one that a magnitude of 10^power gives, ending at token `end`.
void multiply_by_power(Number& number, const Decimal& bigger, int power, std::uint32_t end);

/// The ordinal beginning at `at` ("third", "twenty-first", "20th").
std::optional<Number> read_ordinal(const Scan& scan, std::uint32_t at);

/// Cardinal in words only, without articles, fractions or vague words ("two hundred and three").
std::optional<Number> read_cardinal_words(const Scan& scan, std::uint32_t begin);

/// The value as an integer when it is one that fits.
std::optional<std::int64_t> whole_value(const Decimal& value);

/// The power of ten of the last significant digit of an exact decimal: 1200 -> 2, 1.5 -> -1, 0 ->
/// 0.
std::int8_t last_significant_power(const Decimal& value);

}  // namespace concord::normalize
