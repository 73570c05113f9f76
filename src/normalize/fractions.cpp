#include <algorithm>
#include <array>

#include "normalize/number_parts.h"

namespace concord::normalize {
namespace {

/// The name of a part: "third", "twenty-fifths", "millionths".
struct Denominator {
  std::uint32_t end = 0;
  std::int64_t value = 0;  // 0 is none
};

std::int64_t power_of_ten(int power) {
  std::int64_t value = 1;
  for (int i = 0; i < power; ++i) {
    value *= 10;
  }
  return value;
}

// What divides by itself: "thirds", "third"; "second" and "seconds" do not.
std::int64_t plain_denominator(const Word& word, bool plural_form) {
  switch (word.number) {
    case NumberRole::fraction_plural:
      return plural_form ? word.value : 0;
    case NumberRole::power_plural:
      return plural_form ? power_of_ten(word.value) : 0;
    case NumberRole::fraction:
      return plural_form ? 0 : word.value;
    case NumberRole::ordinal_unit:
      return plural_form || word.value < 3 ? 0 : word.value;
    case NumberRole::ordinal_tens:
      return plural_form ? 0 : word.value;
    case NumberRole::ordinal_power:
      return plural_form ? 0 : power_of_ten(word.value);
    default:
      return 0;
  }
}

Denominator read_denominator(const Scan& scan, std::uint32_t at, bool plural_form) {
  const Word& first = scan.word(at);
  const std::uint32_t second = past_hyphen(scan, at + 1);
  if (first.number == NumberRole::tens) {  // twenty-fifth
    const Word& last = scan.word(second);
    const bool ordinal = !plural_form && last.number == NumberRole::ordinal_unit;
    const std::int64_t unit = ordinal ? last.value : plain_denominator(last, plural_form);
    const bool joined = second != at + 1 || plural_form;
    return joined && unit > 0 && unit < 10 ? Denominator{second + 1, first.value + unit}
                                           : Denominator{};
  }
  return {at + 1, plain_denominator(first, plural_form)};
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
  const std::uint32_t name = past_any_hyphen(scan, at + 1);
  Denominator part = read_denominator(scan, name, !single);
  if (part.value == 0 && counted && name != at + 1 && scan.word(name).value == 4) {
    part = read_denominator(scan, name, false);  // "three-quarter million"
  }
  if (part.value == 0) {
    return {};
  }
  return {.end = part.end, .over = single ? 1 : first.value, .under = part.value};
}

namespace {

bool measured(const Scan& scan, std::uint32_t at) {
  return scan.word(at).time_unit != TimeUnit::none ||
         scan.vocabulary().units.knows(scan.token(at).word) ||
         scan.vocabulary().currencies_after.knows(scan.token(at).word);
}

// "and a third" may begin the next thing counted: it belongs to the number only where a unit or
// nothing follows.
bool adds_to_number(const Scan& scan, std::uint32_t at, const FractionWords& part) {
  const bool halves = part.under == 2 || part.under == 4;
  const bool single = part.over == 1 && scan.is(at, Cue::a);
  return part.under != 0 && part.over < part.under &&
         (halves || !single || !scan.is_word(part.end) || measured(scan, part.end));
}

std::optional<Decimal> value_of(const FractionWords& part) {
  const auto value = divide(Decimal(part.over), Decimal(part.under));
  return value ? std::optional(normalized(*value)) : std::nullopt;
}

void add_fraction(Number& number, const Decimal& part, int power, std::uint32_t end) {
  const auto extra = scaled(part, power);
  const auto sum = extra ? add(number.value, *extra) : std::nullopt;
  if (!sum) {
    return;
  }
  number.value = normalized(*sum);
  number.end = end;
  constexpr std::int8_t kFinest = -6;  // a third has no last digit
  number.approximate_form = part.exponent >= kFinest;
  number.last_digit = number.approximate_form ? last_significant_power(number.value) : kFinest;
}

// The magnitude a fraction after "and" is of: its own ("a quarter million") or the number's.
struct Scale {
  int power = 0;
  std::uint32_t end = 0;
};

Scale scale_of(const Scan& scan, std::uint32_t joint, std::uint32_t end, bool halves) {
  const Word& own = scan.word(end);
  const Word& before = scan.word(joint - 1);
  if (own.number == NumberRole::magnitude && is_magnitude(before)) {
    return {own.value, end + 1};
  }
  const bool takes = is_magnitude(before) || (halves && before.number == NumberRole::hundred);
  return {takes ? before.value : 0, end};
}

}  // namespace

// "two and a half", "two-and-a-half", "a million and a quarter", "three and two thirds".
void take_and_a_half(const Scan& scan, Number& number) {
  const std::uint32_t joint = past_any_hyphen(scan, number.end);
  if (!scan.is(joint, Cue::and_word)) {
    return;
  }
  const std::uint32_t begin = past_any_hyphen(scan, joint + 1);
  FractionWords part = read_fraction_words(scan, begin);
  if (part.under == 0 && scan.word(begin).number == NumberRole::fraction) {  // "one hour and half"
    part = {.end = begin + 1, .over = 1, .under = scan.word(begin).value};
  }
  if (!adds_to_number(scan, begin, part)) {
    return;
  }
  const bool halves = part.under == 2 || part.under == 4;
  const Scale scale = scale_of(scan, number.end, part.end, halves);
  if (const auto value = value_of(part)) {
    add_fraction(number, *value, scale.power, scale.end);
  }
}

namespace {

// The last "and" of a cardinal; its end when there is none.
std::uint32_t last_and(const Scan& scan, const Number& number) {
  for (std::uint32_t at = number.end; at > number.begin + 1; --at) {
    if (scan.is(at - 1, Cue::and_word)) {
      return at - 1;
    }
  }
  return number.end;
}

}  // namespace

namespace {

void divide_number(Number& number, const Decimal& over, std::int64_t under, std::uint32_t end) {
  if (const auto value = divide(over, Decimal(under))) {
    number.value = normalized(*value);
    number.end = end;
    number.form = NumberForm::fraction;
  }
}

// "two hundred and fifty-four hundredths": the fraction stands alone after "and".
void add_last_part(const Scan& scan, Number& number, std::uint32_t joint, std::int64_t under,
                   std::uint32_t end) {
  const auto whole = subtract(number.value, Decimal(number.tail));
  const auto value = value_of({.end = end, .over = number.tail, .under = under});
  if (whole && value) {
    const Scale scale = scale_of(scan, joint, end, false);
    number.value = *whole;
    add_fraction(number, *value, scale.power, scale.end);
  }
}

}  // namespace

// "twenty-three fifths", "a hundred trillionths".  A smaller numerator after "and" stands alone:
// "two hundred and fifty-four hundredths" is 200.54, "a hundred and six fifths" 21.2.
void take_denominator(const Scan& scan, Number& number) {
  const std::uint32_t at = past_hyphen(scan, number.end);
  const std::int64_t under = plain_denominator(scan.word(at), true);
  if (under == 0 || number.figures) {
    return;
  }
  const std::uint32_t joint = last_and(scan, number);
  const bool joined = joint != number.end;
  if (joined && number.tail < under) {
    add_last_part(scan, number, joint, under, at + 1);
    return;
  }
  if (under == 4) {  // "seventeen quarters" are a time
    return;
  }
  const Word& last = scan.word(number.end - 1);
  const bool compound = last.number == NumberRole::tens && !joined &&
                        number.end > number.begin + 1 && under > 2 && under < 10;
  const std::int64_t tens = compound ? last.value : 0;  // "one hundred thirty-fifths"
  if (const auto over = subtract(number.value, Decimal(tens))) {
    divide_number(number, *over, tens + under, at + 1);
  }
}

namespace {

// Past "of a", "a" or a hyphen, written apart or joined: "a quarter-million", "half-a-million".
std::uint32_t past_of_a(const Scan& scan, std::uint32_t begin) {
  std::uint32_t at = past_hyphen(scan, begin);
  for (const Cue cue : {Cue::of, Cue::a}) {
    at = scan.is(at, cue) ? past_hyphen(scan, at + 1) : at;
  }
  return at;
}

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
  const std::uint32_t at = past_of_a(scan, part.end);
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

// "half" by itself, not "first half", "half-time", "half past"; "quarter" before a magnitude.
std::optional<Number> read_half(const Scan& scan, std::uint32_t at) {
  if (scan.word(at).number != NumberRole::fraction) {
    return std::nullopt;
  }
  if (scan.word(at).value != 2) {
    return scan.word(at + 1).number == NumberRole::magnitude
               ? fraction_number(scan, at, {.end = at + 1, .over = 1, .under = 4})
               : std::nullopt;
  }
  const NumberRole before = scan.word(at - 1).number;
  const bool period = before == NumberRole::ordinal_unit || before == NumberRole::ordinal_suffix ||
                      scan.is(at - 1, Cue::the) || scan.is(at - 1, Cue::this_word) ||
                      scan.cue(at - 1) == Cue::last || scan.cue(at - 1) == Cue::next;
  const std::uint32_t whole = past_of_a(scan, at + 1);
  const bool of_whole = whole > at + 2 && (is_magnitude(scan.word(whole)) ||
                                           scan.word(whole).number == NumberRole::dozen);
  const bool compound = !of_whole && scan.dash(at + 1) && scan.attached(at + 1) &&
                        scan.word(at + 2).time_unit == TimeUnit::none &&
                        !scan.vocabulary().units.knows(scan.token(at + 2).word) &&
                        scan.word(at + 2).number == NumberRole::none;
  if (period || compound || scan.is(at + 1, Cue::past)) {
    return std::nullopt;
  }
  return fraction_number(scan, at, {.end = at + 1, .over = 1, .under = 2});
}

// "one in N" for any N people count by; other pairs are two counts unless they are usual.
bool usual_odds(const Decimal& over, const Decimal& under) {
  if (over == Decimal(1)) {
    const auto whole = whole_value(under);
    return whole && *whole >= 2 && (*whole < 1000 || *whole % 1000 == 0);
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
  if (part.under == 0 || part.over >= part.under) {
    return std::nullopt;
  }
  const bool article = scan.is(at, Cue::a);
  const bool of_magnitude =
      scan.dash(part.end) && scan.word(past_hyphen(scan, part.end)).number == NumberRole::magnitude;
  const bool to_next = scan.is(at - 1, Cue::between) && scan.is(part.end, Cue::and_word) &&
                       scan.is(part.end + 1, Cue::a);  // "between a quarter and a third"
  // "down a fifth since 2019", "cut by a third"; "lost a third game" counts games
  const bool moved =
      (scan.has(at - 1, goes_up) || scan.has(at - 1, goes_down) || scan.is(at - 1, Cue::by)) &&
      at > 0 && !scan.noun_like(part.end) && !scan.dash(part.end);
  const bool divides =
      scan.is(part.end, Cue::of) || of_magnitude || to_next || moved ||
      (part.under >= 3 && part.under != 4 && !scan.is_word(part.end) && !scan.dash(part.end));
  if (article && part.under != 2 && !divides) {
    return std::nullopt;
  }
  const bool quarters = part.under == 4 && !scan.dash(at + 1);
  const Cue before = scan.cue(at - 1);
  if (quarters &&
      (before == Cue::last || before == Cue::past || before == Cue::next ||
       before == Cue::previous || scan.word(at - 1).number == NumberRole::ordinal_unit ||
       before == Cue::coming || before == Cue::following)) {
    return std::nullopt;
  }
  return fraction_number(scan, at, part);
}

namespace {

// "one child in five", "one household in 10": what is shared out
bool is_shared_out(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kNouns[] = {
      "household", "family", "adult",    "voter",   "employee", "respondent", "couple",  "patient",
      "home",      "birth",  "business", "company", "firm",     "school",     "american"};
  return scan.has(at, person) || scan.says_any(at, kNouns);
}

// Past "in", "out of", "over": where the second number of odds begins; 0 for none.
std::uint32_t odds_position(const Scan& scan, const Number& number) {
  const std::uint32_t at = number.end;
  std::uint32_t under = 0;
  if (scan.is(at, Cue::in) || (scan.says(at, "over") && number.value == Decimal(1))) {
    under = at + 1;
  } else if (scan.is(at, Cue::out) && scan.is(at + 1, Cue::of)) {
    under = at + 2;
  } else if (number.value == Decimal(1) && scan.is(at + 1, Cue::in) && is_shared_out(scan, at)) {
    under = at + 2;  // "one child in five"
  } else {
    return 0;
  }
  return under + (scan.is(under, Cue::every) ? 1U : 0U);
}

std::optional<Number> read_plain_number(const Scan& scan, std::uint32_t at) {
  if (!scan.is_number(at)) {
    return scan.word(at).number == NumberRole::none ? std::nullopt : read_cardinal_words(scan, at);
  }
  const auto figures = read_figures(scan.spelling(at));
  if (!figures) {
    return std::nullopt;
  }
  Number number{.begin = at, .end = at + 1};
  number.value = figures->value;
  return number;
}

}  // namespace

// "one in five", "nine out of 10", "one over three".
void take_odds(const Scan& scan, Number& number) {
  const bool small = number.form == NumberForm::plain && number.value < Decimal(10);
  const std::uint32_t at =
      small && !number.approximate_form ? odds_position(scan, number) : std::uint32_t{0};
  const auto under = at != 0 ? read_plain_number(scan, at) : std::nullopt;
  if (!under || !usual_odds(number.value, under->value)) {
    return;
  }
  const bool timed = scan.word(under->end).time_unit != TimeUnit::none || scan.dash(under->end);
  const bool hedged = scan.says(number.end, "over") && scan.is_word(under->end);
  // "one man in five cars" is one man
  const bool noun = scan.noun_like(under->end) && !scan.has(under->end, past) &&
                    !scan.spelling(under->end).ends_with("ed");
  const bool counted = noun && !scan.is(at - 1, Cue::every) && is_shared_out(scan, number.end);
  const auto ratio = timed || hedged || counted ? std::nullopt : divide(number.value, under->value);
  if (ratio) {
    number.value = normalized(*ratio);
    number.form = NumberForm::fraction;
    number.end = under->end;
  }
}

// "3 1/2", "3-1/2", "1/2": the slash and both figures written together.
void take_slash_fraction(const Scan& scan, Number& number) {
  const auto slashed = [&](std::uint32_t at) {
    return scan.is_number(at) && scan.mark(at + 1, '/') && scan.attached(at + 1) &&
           scan.is_number(at + 2) && scan.attached(at + 2) && !scan.mark(at + 3, '/');
  };
  const bool joined = scan.mark(number.end, '-') && scan.attached(number.end) &&
                      scan.attached(number.end + 1) && slashed(number.end + 1);
  const bool mixed = joined || (slashed(number.end) && scan.token(number.end).space_before);
  const std::uint32_t at = mixed ? number.end + (joined ? 1U : 0U) : number.begin;
  if (!slashed(at) || scan.mark(at - 1, '/')) {
    return;
  }
  const auto over = read_figures(scan.spelling(at));
  const auto under = read_figures(scan.spelling(at + 2));
  static constexpr std::array<std::int64_t, 9> kUnder = {2, 3, 4, 5, 8, 10, 16, 32, 100};
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

// "2 ½": the glyph a token of its own.
void take_glyph(const Scan& scan, Number& number) {
  const auto glyph =
      scan.is_number(number.end) ? read_figures(scan.spelling(number.end)) : std::nullopt;
  if (!glyph || !glyph->decimals || glyph->digits != 0 || !(glyph->value < Decimal(1))) {
    return;
  }
  add_fraction(number, glyph->value, 0, number.end + 1);
}

}  // namespace concord::normalize
