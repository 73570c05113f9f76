#include <algorithm>
#include <array>

#include "normalize/number_parts.h"

namespace concord::normalize {
namespace {

std::int64_t denominator(const Word& word, bool plural_form) {
  if (plural_form) {
    return word.number == NumberRole::fraction_plural ? word.value : 0;
  }
  switch (word.number) {
    case NumberRole::fraction:
      return word.value;
    case NumberRole::ordinal_unit:
      return word.value >= 3 ? word.value : 0;
    case NumberRole::ordinal_tens:
      return word.value;
    case NumberRole::ordinal_power:
      return word.value == 2 ? 100 : word.value == 3 ? 1000 : 0;
    default:
      return 0;
  }
}

}  // namespace

// "a half", "one-third", "three quarters".
FractionWords read_fraction_words(const Scan& scan, std::uint32_t at) {
  const Word& first = scan.word(at);
  const bool single = first.cue == Cue::a || first.cue == Cue::one ||
                      (scan.is_number(at) && scan.spelling(at) == "1");
  const bool counted = first.number == NumberRole::unit && first.value > 1;
  if (!single && !counted) {
    return {};
  }
  const std::uint32_t name = past_hyphen(scan, at + 1);
  const std::int64_t under = denominator(scan.word(name), !single);
  if (under == 0 || (counted && first.value >= under)) {
    return {};
  }
  return {.end = name + 1, .over = single ? 1 : first.value, .under = under};
}

// "two and a half", "a million and a quarter": adds the fraction of the last magnitude.
void take_and_a_half(const Scan& scan, Number& number) {
  if (!scan.is(number.end, Cue::and_word)) {
    return;
  }
  FractionWords part = read_fraction_words(scan, number.end + 1);
  if (part.under == 0 &&
      scan.word(number.end + 1).number == NumberRole::fraction) {  // "one hour and half"
    part = {.end = number.end + 2, .over = 1, .under = scan.word(number.end + 1).value};
  }
  if (part.under != 2 && part.under != 4) {
    return;
  }
  const Word& before = scan.word(number.end - 1);
  const int power = is_magnitude(before) || before.number == NumberRole::hundred ? before.value : 0;
  const auto extra = scaled(Decimal(part.over * (100 / part.under), -2), power);
  const auto sum = extra ? add(number.value, *extra) : std::nullopt;
  if (!sum) {
    return;
  }
  number.value = normalized(*sum);
  number.end = part.end;
  number.approximate_form = true;
  number.last_digit = last_significant_power(number.value);
}

namespace {

Number half_dozen(std::uint32_t begin, std::uint32_t end) {
  Number number{.begin = begin, .end = end, .form = NumberForm::collective, .value = Decimal(6)};
  number.hard = Interval<Decimal>::exactly(Decimal(6));
  number.soft = {Decimal(5), Decimal(7)};
  return number;
}

std::optional<Number> fraction_number(const Scan& scan, std::uint32_t begin,
                                      const FractionWords& part) {
  const auto value = divide(Decimal(part.over), Decimal(part.under));
  if (!value) {
    return std::nullopt;
  }
  Number number{
      .begin = begin, .end = part.end, .form = NumberForm::fraction, .value = normalized(*value)};
  std::uint32_t at = part.end;
  at += scan.is(at, Cue::of) ? 1U : 0U;
  at += scan.is(at, Cue::a) ? 1U : 0U;
  at = at == part.end ? past_hyphen(scan, at) : at;
  if (scan.word(at).number == NumberRole::dozen && part.over == 1 && part.under == 2) {
    return half_dozen(begin, at + 1);
  }
  const Word& word = scan.word(at);
  const bool multiplies = word.number == NumberRole::magnitude ||
                          (word.number == NumberRole::hundred && part.under == 2);
  const auto product =
      multiplies && 100 % part.under == 0 ? scaled(number.value, word.value) : std::nullopt;
  if (product) {
    number.form = NumberForm::plain;
    number.magnitude = static_cast<std::int8_t>(word.value);
    number.value = *product;
    number.end = at + 1;
    number.approximate_form = true;
    number.last_digit = last_significant_power(*product);
  }
  return number;
}

// "half" by itself, not "first half", "half-time", "half past".
std::optional<Number> read_half(const Scan& scan, std::uint32_t at) {
  if (scan.word(at).number != NumberRole::fraction || scan.word(at).value != 2) {
    return std::nullopt;
  }
  const NumberRole before = scan.word(at - 1).number;
  const bool period = before == NumberRole::ordinal_unit || before == NumberRole::ordinal_suffix ||
                      scan.is(at - 1, Cue::the) || scan.cue(at - 1) == Cue::last ||
                      scan.cue(at - 1) == Cue::next;
  const bool compound = scan.dash(at + 1) && scan.attached(at + 1) &&
                        scan.word(at + 2).time_unit == TimeUnit::none &&
                        !scan.vocabulary().units.knows(scan.token(at + 2).word) &&
                        scan.word(at + 2).number == NumberRole::none;
  if (period || compound || scan.is(at + 1, Cue::past)) {
    return std::nullopt;
  }
  return fraction_number(scan, at, {.end = at + 1, .over = 1, .under = 2});
}

// Denominators that people say "one in ten" with; other pairs are two counts.
bool usual_odds(const Decimal& over, const Decimal& under) {
  constexpr std::array<std::int64_t, 16> kUnder = {2,  3,  4,  5,  6,  7,   8,    9,
                                                   10, 12, 20, 25, 50, 100, 1000, 10000};
  if (over == Decimal(1)) {
    for (const std::int64_t usual : kUnder) {
      if (under == Decimal(usual))
        return true;
    }
    return false;
  }
  return over < under && (under == Decimal(3) || under == Decimal(4) || under == Decimal(5) ||
                          under == Decimal(10) || under == Decimal(100));
}

}  // namespace

// A fraction in words; "a third" and "a quarter" only where something is divided.
std::optional<Number> read_fraction(const Scan& scan, std::uint32_t at) {
  if (auto half = read_half(scan, at)) {
    return half;
  }
  const FractionWords part = read_fraction_words(scan, at);
  if (part.under == 0) {
    return std::nullopt;
  }
  const bool article = scan.is(at, Cue::a);
  const bool divides = scan.is(part.end, Cue::of) ||
                       (part.under >= 3 && part.under <= 10 && !scan.is_word(part.end) &&
                        !scan.dash(part.end) && part.under != 4);
  if (article && part.under != 2 && !divides) {
    return std::nullopt;
  }
  const bool quarters = part.under == 4 && !scan.dash(at + 1);
  const Cue before = scan.cue(at - 1);
  if (quarters && (before == Cue::last || before == Cue::past || before == Cue::next)) {
    return std::nullopt;
  }
  if (part.under > 20 && !scan.dash(at + 1)) {
    return std::nullopt;
  }
  return fraction_number(scan, at, part);
}

// "one in five", "nine out of 10".
void take_odds(const Scan& scan, Number& number) {
  if (number.form != NumberForm::plain || !(number.value < Decimal(10)) ||
      number.approximate_form) {
    return;
  }
  std::uint32_t at = number.end;
  if (scan.is(at, Cue::in)) {
    at += 1;
  } else if (scan.is(at, Cue::out) && scan.is(at + 1, Cue::of)) {
    at += 2;
  } else {
    return;
  }
  at += scan.is(at, Cue::every) ? 1U : 0U;
  if (scan.is_number(at) == false && scan.word(at).number == NumberRole::none) {
    return;
  }
  std::optional<Number> under;
  if (scan.is_number(at)) {
    const auto figures = read_figures(scan.spelling(at));
    if (figures)
      under = Number{.begin = at, .end = at + 1, .value = figures->value};
  } else {
    under = read_cardinal_words(scan, at);
  }
  const bool timed =
      under && (scan.word(under->end).time_unit != TimeUnit::none || scan.dash(under->end));
  if (!under || timed || !usual_odds(number.value, under->value)) {
    return;
  }
  const auto ratio = divide(number.value, under->value);
  if (ratio) {
    number.value = normalized(*ratio);
    number.form = NumberForm::fraction;
    number.end = under->end;
  }
}

// "3 1/2", "1/2": the slash and both figures written together.
void take_slash_fraction(const Scan& scan, Number& number) {
  const auto slashed = [&](std::uint32_t at) {
    return scan.is_number(at) && scan.mark(at + 1, '/') && scan.attached(at + 1) &&
           scan.is_number(at + 2) && scan.attached(at + 2) && !scan.mark(at + 3, '/');
  };
  const bool mixed = slashed(number.end) && scan.token(number.end).space_before;
  const std::uint32_t at = mixed ? number.end : number.begin;
  if (!slashed(at) || scan.mark(at - 1, '/')) {
    return;
  }
  const auto over = read_figures(scan.spelling(at));
  const auto under = read_figures(scan.spelling(at + 2));
  constexpr std::array<std::int64_t, 9> kUnder = {2, 3, 4, 5, 8, 10, 16, 32, 100};
  const bool usual = under && std::ranges::find(kUnder, under->value.coefficient) != kUnder.end() &&
                     under->value.is_whole();
  if (!over || !usual || !(over->value < under->value) || over->value == Decimal(0)) {
    return;
  }
  const auto part = divide(over->value, under->value);
  const auto sum = part && mixed ? add(number.value, normalized(*part)) : part;
  if (sum) {
    number.value = normalized(*sum);
    number.end = at + 3;
    number.form = mixed ? NumberForm::plain : NumberForm::fraction;
    number.approximate_form = mixed;
    number.last_digit = last_significant_power(number.value);
  }
}

// "2½", "½".
void take_glyph(const Scan& scan, Number& number) {
  constexpr struct {
    std::string_view glyph;
    Decimal value;
  } kGlyphs[] = {{"½", {5, -1}}, {"¼", {25, -2}}, {"¾", {75, -2}}, {"⅛", {125, -3}}};
  for (const auto& glyph : kGlyphs) {
    if (scan.spelling(number.end) == glyph.glyph) {
      if (const auto sum = add(number.value, glyph.value)) {
        number.value = *sum;
        number.approximate_form = true;
        number.last_digit = last_significant_power(*sum);
        ++number.end;
      }
      return;
    }
  }
}

}  // namespace concord::normalize
