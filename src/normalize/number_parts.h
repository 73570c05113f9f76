#pragma once

#include <cstdint>
#include <optional>

#include "normalize/numbers.h"

namespace concord::normalize {

/// The parts of a number, each read where it may stand.  Only numbers.cpp puts them together.

/// thousand, million ... and their plurals; not "hundred" or "tens".
inline bool is_magnitude(const Word& word) {
  return word.number == NumberRole::magnitude ||
         (word.number == NumberRole::plural_magnitude && word.value >= 3);
}

/// A word that a cardinal in words can begin with.
inline bool begins_cardinal(const Word& word) {
  return (word.number >= NumberRole::unit && word.number <= NumberRole::letter_magnitude) ||
         word.number == NumberRole::plural_magnitude;
}

/// Position of the next number word: past a hyphen written against both neighbors.
inline std::uint32_t past_hyphen(const Scan& scan, std::uint32_t at) {
  return scan.dash(at) && scan.attached(at) && scan.attached(at + 1) ? at + 1 : at;
}

/// The same past a hyphen between blanks too, as in tokenized wire text ("one - third").
std::uint32_t past_any_hyphen(const Scan& scan, std::uint32_t at);

/// A fraction in words; `under` 0 is none.
struct FractionWords {
  std::uint32_t end = 0;
  std::int64_t over = 0;   // numerator
  std::int64_t under = 0;  // denominator; 0 is no fraction
};

/// "a half", "one-third", "three quarters".
FractionWords read_fraction_words(const Scan& scan, std::uint32_t at);

/// "two and a half", "three and two thirds"; "a million and a quarter" adds the fraction of the
/// last magnitude.
void take_and_a_half(const Scan& scan, Number& number);

/// "twenty-three fifths", "two hundred and fifty-four hundredths": a cardinal in words divided by
/// the plural ordinal after it.
void take_denominator(const Scan& scan, Number& number);

/// "3 hundred and 21", "4 thousand 3 hundred": figures with the smaller parts after them.
void take_lower_parts(const Scan& scan, Number& number);

/// "one in five", "nine out of 10".
void take_odds(const Scan& scan, Number& number);

/// "3 1/2", "1/2": the slash and both figures written together.
void take_slash_fraction(const Scan& scan, Number& number);

/// "2 ½".
void take_glyph(const Scan& scan, Number& number);

/// A fraction that stands for itself: "half", "two-thirds", "a third of", "half a million".
std::optional<Number> read_fraction(const Scan& scan, std::uint32_t at);

/// "a few", "several hundred", "a couple of thousand", "a handful".
std::optional<Number> read_vague(const Scan& scan, std::uint32_t begin);

/// "100s of people", "10s of thousands": figures in the plural.
std::optional<Number> read_plural_figures(const Scan& scan, std::uint32_t at);

/// "multi-million": more than one of them.
std::optional<Number> read_multiple_magnitude(const Scan& scan, std::uint32_t at);

/// "a score of people".
std::optional<Number> read_score(const Scan& scan, std::uint32_t at);

/// "dozens", "hundreds", "tens of thousands".
std::optional<Number> read_plural_magnitude(const Scan& scan, std::uint32_t at);

}  // namespace concord::normalize
