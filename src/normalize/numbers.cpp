#include "normalize/number_parts.h"

namespace concord::normalize {
namespace {

// "two point five": the digits after "point".
void take_decimals(const Scan& scan, Number& number) {
  if (!scan.is(number.end, Cue::point) || scan.word(number.end + 1).number != NumberRole::unit) {
    return;
  }
  std::uint32_t at = number.end + 1;
  std::int8_t exponent = 0;
  std::int64_t digits = 0;
  while (exponent > -6 && scan.word(at).number == NumberRole::unit && scan.word(at).value <= 9) {
    digits = digits * 10 + scan.word(at).value;
    --exponent;
    ++at;
  }
  const auto sum = exponent == 0 ? std::nullopt : add(number.value, Decimal(digits, exponent));
  if (sum) {
    number.value = *sum;
    number.end = at;
    number.approximate_form = true;
    number.last_digit = exponent;
  }
}

// "2.5 million", "$1.2-billion", "two and a half thousand".
void take_magnitudes(const Scan& scan, Number& number) {
  for (int i = 0; i < 2; ++i) {
    const std::uint32_t at = past_hyphen(scan, number.end);
    const Word& word = scan.word(at);
    const bool takes = is_magnitude(word) || (number.figures && word.number == NumberRole::hundred);
    const auto bigger = takes ? scaled(number.value, word.value) : std::nullopt;
    if (!bigger) {
      return;
    }
    const bool decimals = number.approximate_form;
    const int digit = decimals ? number.last_digit : 0;  // the last digit written
    number.value = *bigger;
    number.approximate_form = true;
    number.magnitude = static_cast<std::int8_t>(number.magnitude + word.value);
    number.last_digit = static_cast<std::int8_t>(digit + word.value);
    number.end = at + 1;
  }
}

void take_dozens(const Scan& scan, Number& number) {
  const std::uint32_t at = past_hyphen(scan, number.end);
  const bool dozens_of =
      scan.word(at).number == NumberRole::dozens && number.form == NumberForm::plain;
  if ((scan.word(at).number != NumberRole::dozen && !dozens_of) || !number.value.is_whole()) {
    return;
  }
  const auto product = multiply(number.value, Decimal(12));
  const auto whole = product ? whole_value(*product) : std::nullopt;
  if (!whole || *whole > 1'000'000'000'000) {
    return;
  }
  const auto low = std::optional(Decimal(*whole * 8 / 10));  // a fifth less, rounded outward
  const auto high = std::optional(Decimal((*whole * 12 + 9) / 10));
  const auto soft_low = product ? subtract(*product, Decimal(1)) : std::nullopt;
  const auto soft_high = product ? add(*product, Decimal(2)) : std::nullopt;
  if (!low || !high || !soft_low || !soft_high) {
    return;
  }
  number.form = NumberForm::collective;
  number.end = at + 1;
  const bool one = number.value == Decimal(1);
  number.hard = one ? Interval<Decimal>::exactly(*product) : Interval<Decimal>{*low, *high};
  number.soft =
      one ? Interval<Decimal>{Decimal(11), Decimal(13)} : Interval<Decimal>{*soft_low, *soft_high};
  number.value = *product;
}

// What follows the digits: "and a half", "million", "dozen", "in five".
void take_scale(const Scan& scan, Number& number) {
  if (!is_magnitude(scan.word(number.end - 1))) {
    take_and_a_half(scan, number);
    take_magnitudes(scan, number);
  }
  if (is_magnitude(scan.word(number.end - 1))) {
    take_and_a_half(scan, number);
  }
  take_dozens(scan, number);
  take_odds(scan, number);
}

// "940 000": groups of three figures between single blanks.
void join_groups(const Scan& scan, Number& number) {
  const auto groupable = [&](std::uint32_t at) {
    return scan.is_number(at) && scan.token(at).space_before && scan.spelling(at).size() == 3 &&
           scan.token(at).span.begin - scan.token(at - 1).span.end <= 3;
  };
  const std::size_t first = scan.spelling(number.begin).size();
  if (first > 3 || number.leading_zero || !groupable(number.end) ||
      scan.name_like(number.begin - 1)) {
    return;
  }
  for (int i = 0; i < 5 && groupable(number.end); ++i) {
    const auto group = read_figures(scan.spelling(number.end));
    const auto shifted = scaled(number.value, 3);
    const auto sum =
        group && shifted && !group->decimals ? add(*shifted, group->value) : std::nullopt;
    if (!sum) {
      return;
    }
    number.value = *sum;
    number.last_digit = last_significant_power(*sum);
    ++number.end;
  }
}

// ".5": the tokenizer leaves the point outside the number.
std::optional<Figures> read_after_point(const Scan& scan, std::uint32_t at) {
  const bool point =
      scan.mark(at - 1, '.') && scan.attached(at) && (at == 1 || scan.token(at - 1).space_before);
  const auto digits = read_figures(scan.spelling(at));
  if (!point || !digits || digits->decimals || digits->grouped || digits->digits > 12) {
    return digits;
  }
  const auto value = scaled(digits->value, -static_cast<int>(digits->digits));
  return value ? std::optional(Figures{.value = *value, .decimals = true}) : digits;
}

}  // namespace

bool is_magnitude(const Word& word) {
  return word.number == NumberRole::magnitude ||
         (word.number == NumberRole::plural_magnitude && word.value >= 3);
}

// Position of the next number word: past a hyphen written against both neighbors.
std::uint32_t past_hyphen(const Scan& scan, std::uint32_t at) {
  return scan.dash(at) && scan.attached(at) && scan.attached(at + 1) ? at + 1 : at;
}

Number number_of_figures(const Scan& scan, std::uint32_t at, const Figures& figures) {
  Number number{.begin = at, .end = at + 1, .value = figures.value, .figures = true};
  number.leading_zero = figures.leading_zero;
  number.approximate_form = figures.decimals;
  number.last_digit =
      figures.decimals ? figures.value.exponent : last_significant_power(figures.value);
  if (!figures.decimals && !figures.grouped) {
    join_groups(scan, number);
    take_slash_fraction(scan, number);
    take_glyph(scan, number);
  }
  if (number.form == NumberForm::plain) {
    take_scale(scan, number);
  }
  return number;
}

std::optional<Number> read_number(const Scan& scan, std::uint32_t at) {
  if (scan.is_number(at)) {
    const auto figures = read_after_point(scan, at);
    return figures ? std::optional(number_of_figures(scan, at, *figures)) : std::nullopt;
  }
  if (auto fraction = read_fraction(scan, at)) {
    return fraction;
  }
  if (auto vague = read_vague(scan, at)) {
    return vague;
  }
  if (auto many = read_plural_magnitude(scan, at)) {
    return many;
  }
  const std::uint32_t first = at + (scan.is(at, Cue::a) ? 1U : 0U);
  const NumberRole role = scan.word(first).number;
  const bool article = first != at;
  if (role == NumberRole::dozen) {
    Number number{.begin = at, .end = first, .value = Decimal(1)};
    take_dozens(scan, number);
    return number;
  }
  if (article && role != NumberRole::hundred && role != NumberRole::magnitude) {
    return std::nullopt;
  }
  auto number = read_cardinal_words(scan, first);
  if (!number) {
    return std::nullopt;
  }
  number->begin = at;
  take_decimals(scan, *number);
  take_scale(scan, *number);
  return number;
}

}  // namespace concord::normalize
