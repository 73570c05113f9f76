#include "normalize/number_parts.h"

namespace concord::normalize {
namespace {

bool is_digit_word(const Word& word) {
  return word.number == NumberRole::unit && word.value <= 9;
}

// "two point five", "two hundred point seventy-one": the digits after "point".
void take_decimals(const Scan& scan, Number& number) {
  if (!scan.is(number.end, Cue::point)) {
    return;
  }
  std::uint32_t at = number.end + 1;
  std::int8_t exponent = 0;
  std::int64_t digits = 0;
  if (scan.word(at).number == NumberRole::tens) {
    const std::uint32_t unit = past_hyphen(scan, at + 1);
    const bool two = is_digit_word(scan.word(unit)) && scan.word(unit).value > 0;
    digits = scan.word(at).value + (two ? scan.word(unit).value : 0);
    exponent = -2;
    at = two ? unit + 1 : at + 1;
  }
  while (exponent > -6 && is_digit_word(scan.word(at))) {
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
    multiply_by_power(number, *bigger, word.value, at + 1);
  }
}

// "three lakh crore", "three thousand million": a magnitude of a magnitude.
void take_second_magnitude(const Scan& scan, Number& number) {
  const Word& word = scan.word(number.end);
  const auto group = scaled(number.value, -number.magnitude);
  const bool alone = group && group->is_whole() && *group < Decimal(1000);
  if (!is_magnitude(word) || word.value < number.magnitude || !alone || number.magnitude > 9) {
    return;
  }
  if (const auto bigger = scaled(number.value, word.value)) {
    multiply_by_power(number, *bigger, word.value, number.end + 1);
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
  if (is_magnitude(scan.word(number.end - 1))) {
    take_second_magnitude(scan, number);
  } else {
    take_and_a_half(scan, number);
    take_magnitudes(scan, number);
    take_lower_parts(scan, number);
  }
  if (is_magnitude(scan.word(number.end - 1))) {
    take_and_a_half(scan, number);
  }
  take_dozens(scan, number);
  take_odds(scan, number);
}

struct SmallerPart {
  Decimal value;
  std::uint32_t end = 0;
  int power = 0;  // of its own magnitude word
};

// A whole number in figures or a word, with "hundred" or a magnitude after it.
std::optional<SmallerPart> read_smaller_part(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  const auto figures = scan.is_number(at) ? read_figures(scan.spelling(at)) : std::nullopt;
  const bool small = word.number == NumberRole::unit && word.value > 0;
  const bool plain = figures && !figures->decimals && !figures->grouped && !figures->leading_zero &&
                     figures->value.coefficient != 0;
  if (!small && !plain) {
    return std::nullopt;
  }
  SmallerPart part{.value = figures ? figures->value : Decimal(word.value), .end = at + 1};
  const Word& next = scan.word(at + 1);
  const auto bigger = next.number == NumberRole::hundred || is_magnitude(next)
                          ? scaled(part.value, next.value)
                          : std::nullopt;
  return bigger ? SmallerPart{*bigger, at + 2, next.value} : part;
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

// "1'000'000", "１，０００": groups behind marks that are no part of a figure's token
void join_marked_groups(const Scan& scan, Number& number) {
  constexpr std::size_t kGroup = 3;
  constexpr int kMostGroups = 5;
  for (int i = 0; i < kMostGroups; ++i) {
    const std::uint32_t mark = number.end;
    const bool separates =
        scan.mark(mark, '\'') || scan.spelling(mark) == "’" || scan.spelling(mark) == "，";
    const bool attached = separates && scan.attached(mark) && scan.attached(mark + 1);
    const auto more =
        attached && scan.is_number(mark + 1) ? read_figures(scan.spelling(mark + 1)) : std::nullopt;
    const auto shifted = more && !more->decimals && !more->grouped && more->digits == kGroup
                             ? scaled(number.value, 3)
                             : std::nullopt;
    const auto sum = shifted ? add(*shifted, more->value) : std::nullopt;
    if (!sum) {
      return;
    }
    number.value = *sum;
    number.last_digit = last_significant_power(*sum);
    number.end = mark + 2;
  }
}

bool names_measure(const Scan& scan, std::uint32_t at) {
  const auto& vocabulary = scan.vocabulary();
  return is_magnitude(scan.word(at)) || vocabulary.units.starting(scan.from(at)) ||
         vocabulary.currencies_after.starting(scan.from(at));
}

// "59 . 2 %", "$ 46 . 8 million", "1 .5 million": tokenized wire text and slips of scanners, where
// a measure shows that the point is no full stop.
void join_decimals(const Scan& scan, Number& number) {
  const std::uint32_t point = number.end;
  const std::uint32_t rest = point + 1;
  const bool apart = scan.mark(point, '.') && !scan.attached(point) && scan.is_number(rest);
  if (!apart || number.end != number.begin + 1) {
    return;
  }
  const auto digits = read_figures(scan.spelling(rest));
  const bool signed_before =
      static_cast<bool>(scan.vocabulary().currencies_before.ending(scan.between(0, number.begin)));
  if (!digits || digits->decimals || digits->grouped || digits->digits > 6 ||
      !(signed_before || names_measure(scan, rest + 1))) {
    return;
  }
  const auto part = scaled(digits->value, -static_cast<int>(digits->digits));
  const auto sum = part ? add(number.value, *part) : std::nullopt;
  if (sum) {
    number.value = *sum;
    number.end = rest + 1;
    number.approximate_form = true;
    number.last_digit = static_cast<std::int8_t>(-static_cast<int>(digits->digits));
  }
}

constexpr int kLargestPowerWritten = 15;

// The whole number at `at`, with a sign written against it before; nothing when it is too large.
std::optional<int> read_exponent(const Scan& scan, std::uint32_t& at) {
  const bool minus = scan.dash(at);
  const std::uint32_t digits = at + (minus || scan.mark(at, '+') ? 1U : 0U);
  const auto figures = scan.is_number(digits) && scan.attached(digits)
                           ? read_figures(scan.spelling(digits))
                           : std::nullopt;
  const auto power = figures && !figures->decimals ? whole_value(figures->value) : std::nullopt;
  if (!power || *power > kLargestPowerWritten) {
    return std::nullopt;
  }
  at = digits + 1;
  return minus ? -static_cast<int>(*power) : static_cast<int>(*power);
}

// "9.8e-3", "5.5x10-3", "3 × 10^8".
void take_scientific(const Scan& scan, Number& number) {
  std::uint32_t at = number.end;
  const bool glued = scan.attached(at) && (scan.says(at, "x10") || scan.says(at, "e"));
  const bool times = scan.spelling(at) == "×" || scan.says(at, "x");
  if (glued) {
    at += 1;
  } else if (times && scan.spelling(at + 1) == "10") {
    at += 2;
  } else {
    return;
  }
  at += scan.mark(at, '^') ? 1U : 0U;
  const auto power = scan.attached(at) ? read_exponent(scan, at) : std::nullopt;
  const auto value = power ? scaled(number.value, *power) : std::nullopt;
  if (value) {
    number.last_digit = static_cast<std::int8_t>(number.last_digit + *power);
    number.value = *value;
    number.approximate_form = true;
    number.end = at;
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

void multiply_by_power(Number& number, const Decimal& bigger, int power, std::uint32_t end) {
  const int digit = number.approximate_form ? number.last_digit : 0;  // the last digit written
  number.value = bigger;
  number.approximate_form = true;
  number.magnitude = static_cast<std::int8_t>(number.magnitude + power);
  number.last_digit = static_cast<std::int8_t>(digit + power);
  number.end = end;
}

void take_lower_parts(const Scan& scan, Number& number) {
  for (int i = 0; i < 3 && number.figures && number.magnitude >= 2; ++i) {
    const bool joined = scan.is(number.end, Cue::and_word);
    const auto part = read_smaller_part(scan, number.end + (joined ? 1U : 0U));
    const auto step = scaled(Decimal(1), number.magnitude);
    const bool hundreds = number.magnitude == 2 && joined;
    const bool stands = part && step && part->value < *step && (part->power != 0 || hundreds) &&
                        scan.word(part->end).time_unit == TimeUnit::none;
    const auto sum = stands ? add(number.value, part->value) : std::nullopt;
    if (!sum) {
      return;
    }
    number.value = *sum;
    number.end = part->end;
    number.magnitude = static_cast<std::int8_t>(part->power);
    number.approximate_form = part->power != 0;
    number.last_digit = part->power != 0 ? number.magnitude : last_significant_power(number.value);
  }
}

std::uint32_t past_any_hyphen(const Scan& scan, std::uint32_t at) {
  return scan.mark(at, '-') && scan.attached(at) == scan.attached(at + 1) ? at + 1 : at;
}

bool may_go_on(const Scan& scan, std::uint32_t next) {
  if (next >= scan.size() || scan.mark(next, ',') || scan.mark(next, ')') ||
      (scan.mark(next, '.') && scan.attached(next))) {
    return false;
  }
  constexpr std::uint32_t kLongestSpelled = 4;  // "over", "x10", "e"
  const Token& token = scan.token(next);
  const Word& word = scan.word(next);
  return token.kind != TokenKind::word || token.span.size() <= kLongestSpelled ||
         word.number != NumberRole::none || word.cue != Cue::none;
}

Number number_of_figures(const Scan& scan, std::uint32_t at, const Figures& figures) {
  Number number{.begin = at, .end = at + 1, .value = figures.value, .figures = true};
  number.leading_zero = figures.leading_zero;
  number.approximate_form = figures.decimals;
  number.last_digit =
      figures.decimals ? figures.value.exponent : last_significant_power(figures.value);
  if (!may_go_on(scan, number.end)) {
    return number;
  }
  if (!figures.decimals && !figures.grouped) {
    join_groups(scan, number);
    join_marked_groups(scan, number);
    join_decimals(scan, number);
    take_slash_fraction(scan, number);
    take_glyph(scan, number);
  }
  if (number.form == NumberForm::plain) {
    take_scientific(scan, number);
    take_scale(scan, number);
  }
  return number;
}

std::optional<Number> read_number(const Scan& scan, std::uint32_t at) {
  if (scan.is_number(at)) {
    if (auto many = read_plural_figures(scan, at)) {
      return many;
    }
    const auto figures = read_after_point(scan, at);
    return figures ? std::optional(number_of_figures(scan, at, *figures)) : std::nullopt;
  }
  const Cue cue = scan.cue(at);
  if (scan.word(at).number == NumberRole::none && cue != Cue::a && cue != Cue::one) {
    return std::nullopt;
  }
  const NumberRole first_role = scan.word(at).number;
  const bool odds = scan.is(at, Cue::one) && scan.is(at + 2, Cue::in);  // "one man in ten"
  if ((first_role == NumberRole::unit || first_role == NumberRole::tens) && !odds &&
      scan.nothing_follows(at + 1)) {
    return read_cardinal_words(scan, at);
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
  if (auto many = read_multiple_magnitude(scan, at)) {
    return many;
  }
  if (auto score = read_score(scan, at)) {
    return score;
  }
  const std::uint32_t first = at + (scan.is(at, Cue::a) ? 1U : 0U);
  const NumberRole role = scan.word(first).number;
  const bool article = first != at;
  if (role == NumberRole::dozen && scan.is(first - 1, Cue::s)) {  // "a baker's dozen"
    return std::nullopt;
  }
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
  take_denominator(scan, *number);
  if (number->form == NumberForm::plain) {
    take_decimals(scan, *number);
    take_scale(scan, *number);
  }
  return number;
}

}  // namespace concord::normalize
