#include "normalize/numbers.h"

#include <algorithm>
#include <array>

namespace concord::normalize {
namespace {

constexpr std::uint32_t kMaxNumberTokens = 24;  // bounds the work on hostile "hundred hundred ..."

bool is_magnitude(const Word& word) {
  return word.number == NumberRole::magnitude ||
         (word.number == NumberRole::plural_magnitude && word.value >= 3);
}

// Position of the next number word: past a hyphen written against both neighbors.
std::uint32_t past_hyphen(const Scan& scan, std::uint32_t at) {
  return scan.dash(at) && scan.attached(at) && scan.attached(at + 1) ? at + 1 : at;
}

struct CardinalState {
  Decimal total;
  std::int64_t group = 0;
  int last_magnitude = 19;
  bool any = false;
  bool ended_in_magnitude = false;

  bool take(const Word& word);
  bool take_magnitude(int power);
  std::optional<Decimal> value() const { return add(total, Decimal(group)); }
};

bool CardinalState::take_magnitude(int power) {
  if (power > 18 || power >= last_magnitude || (any && group == 0)) {
    return false;
  }
  const auto part = scaled(Decimal(any ? group : 1), power);
  const auto sum = part ? add(total, *part) : std::nullopt;
  if (!sum) {
    return false;
  }
  total = *sum;
  group = 0;
  last_magnitude = power;
  ended_in_magnitude = true;
  return true;
}

bool CardinalState::take(const Word& word) {
  const std::int64_t rest = group % 100;
  bool taken = false;
  switch (word.number) {
    case NumberRole::unit:
      taken = (rest == 0 && (word.value != 0 || !any)) ||
              (rest >= 20 && rest % 10 == 0 && word.value >= 1 && word.value <= 9);
      group += taken ? word.value : 0;
      break;
    case NumberRole::tens:
      taken = rest == 0;
      group += taken ? word.value : 0;
      break;
    case NumberRole::hundred:
      taken = group < 100 && (group > 0 || !any);
      group = taken ? (group == 0 ? 100 : group * 100) : group;
      break;
    default:
      if (is_magnitude(word)) {
        taken = take_magnitude(word.value);
        any = any || taken;
        return taken;
      }
      return false;
  }
  any = any || taken;
  ended_in_magnitude = ended_in_magnitude && !taken;
  return taken;
}

bool small_number_word(const Word& word) {
  return word.number == NumberRole::unit || word.number == NumberRole::tens;
}

// After "hundred" or a magnitude, "and" may join a smaller part.
bool and_joins(const Scan& scan, std::uint32_t at) {
  const NumberRole before = scan.word(at - 1).number;
  return scan.is(at, Cue::and_) && small_number_word(scan.word(at + 1)) &&
         scan.word(at + 1).value != 0 &&
         (before == NumberRole::hundred || before == NumberRole::magnitude) &&
         scan.word(at + 2).time_unit == TimeUnit::none;
}

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

struct FractionWords {
  std::uint32_t end = 0;
  std::int64_t over = 0;   // numerator
  std::int64_t under = 0;  // denominator; 0 is no fraction
};

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
  if (!scan.is(number.end, Cue::and_)) {
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
    const int digit = decimals ? number.last_digit : last_significant_power(number.value);
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

std::optional<Number> read_figure_number(const Scan& scan, std::uint32_t at) {
  const auto figures = read_after_point(scan, at);
  if (!figures) {
    return std::nullopt;
  }
  Number number{.begin = at, .end = at + 1, .value = figures->value, .figures = true};
  number.leading_zero = figures->leading_zero;
  number.approximate_form = figures->decimals;
  number.last_digit =
      figures->decimals ? figures->value.exponent : last_significant_power(figures->value);
  if (!figures->decimals && !figures->grouped) {
    join_groups(scan, number);
    take_slash_fraction(scan, number);
    take_glyph(scan, number);
  }
  if (number.form == NumberForm::plain) {
    take_scale(scan, number);
  }
  return number;
}

struct VagueRow {
  VagueWord word;
  std::int64_t hard_low;
  std::int64_t hard_high;  // 0 is unbounded
  std::int64_t soft_low;
  std::int64_t soft_high;
};

constexpr VagueRow kVague[] = {
    {VagueWord::few, 2, 0, 3, 5},     {VagueWord::handful, 2, 0, 3, 6},
    {VagueWord::several, 2, 0, 3, 9}, {VagueWord::couple, 2, 3, 2, 2},
    {VagueWord::pair, 2, 2, 2, 2},    {VagueWord::multiple, 2, 0, 2, 9},
};

void set_bounds(Number& number, std::int64_t hard_low, std::int64_t hard_high,
                std::int64_t soft_low, std::int64_t soft_high, int power) {
  const auto at_power = [power](std::int64_t amount) { return scaled(Decimal(amount), power); };
  number.hard.low = at_power(hard_low);
  number.hard.high = hard_high == 0 ? std::nullopt : at_power(hard_high);
  number.soft.low = at_power(soft_low);
  number.soft.high = at_power(soft_high);
}

bool few_may_stand(const Scan& scan, std::uint32_t at) {
  const Cue before = scan.cue(at - 1);
  return before == Cue::last || before == Cue::past || before == Cue::next ||
         before == Cue::coming || before == Cue::every || before == Cue::the ||
         before == Cue::that || before == Cue::previous ||
         scan.word(at - 1).number == NumberRole::ordinal_unit;
}

// "a few", "several hundred", "a couple of thousand", "a handful".
std::optional<Number> read_vague(const Scan& scan, std::uint32_t begin) {
  const std::uint32_t at = begin + (scan.is(begin, Cue::a) ? 1U : 0U);
  const Word& word = scan.word(at);
  if (word.number != NumberRole::vague) {
    return std::nullopt;
  }
  const auto kind = static_cast<VagueWord>(word.value);
  const bool free = kind == VagueWord::several || kind == VagueWord::multiple;
  if (at == begin && !free && !(kind == VagueWord::few && few_may_stand(scan, at)) &&
      !(kind == VagueWord::couple && few_may_stand(scan, at) && !scan.is(at - 1, Cue::the))) {
    return std::nullopt;
  }
  Number number{.begin = begin, .end = at + 1, .form = NumberForm::vague};
  std::uint32_t next = at + 1;
  next += scan.is(next, Cue::of) && kind == VagueWord::couple ? 1U : 0U;
  int power = 0;
  for (int i = 0; i < 2; ++i) {
    const Word& bigger = scan.word(next);
    if (bigger.number != NumberRole::hundred && !is_magnitude(bigger))
      break;
    power += bigger.value;
    number.end = ++next;
  }
  const bool dozens = power == 0 && scan.word(next).number == NumberRole::dozen;
  const VagueRow& row = kVague[static_cast<std::size_t>(word.value)];
  const std::int64_t times = dozens ? 12 : 1;
  set_bounds(number, row.hard_low * times, row.hard_high * times, row.soft_low * times,
             row.soft_high * times, power);
  number.end += dozens ? next + 1 - number.end : 0;
  if (row.hard_high != 0) {
    number.form = NumberForm::collective;
    number.value = number.soft.low.value_or(Decimal(2));
  }
  return number;
}

// "dozens", "hundreds", "tens of thousands".
std::optional<Number> read_plural_magnitude(const Scan& scan, std::uint32_t at) {
  const Word& word = scan.word(at);
  Number number{.begin = at, .end = at + 1, .form = NumberForm::vague};
  if (word.number == NumberRole::dozens) {
    set_bounds(number, 13, 0, 24, 99, 0);
    return number;
  }
  if (word.number == NumberRole::scores) {
    if (!scan.is(at + 1, Cue::of) && !scan.is(at + 1, Cue::more) && !scan.has(at + 1, count_noun)) {
      return std::nullopt;
    }
    set_bounds(number, 21, 0, 40, 199, 0);
    return number;
  }
  if (word.number != NumberRole::plural_magnitude) {
    return std::nullopt;
  }
  int power = word.value;
  bool compound = false;
  while (scan.is(number.end, Cue::of) && is_magnitude(scan.word(number.end + 1)) && power < 15) {
    power += scan.word(number.end + 1).value;
    number.end += 2;
    compound = true;
  }
  const auto unit = scaled(Decimal(1), power);
  const auto above = unit ? (compound ? unit : add(*unit, Decimal(1))) : std::nullopt;
  const auto next = unit ? scaled(*unit, 1) : std::nullopt;
  if (!above || !next) {
    return std::nullopt;
  }
  number.hard.low = *above;
  number.soft.low = multiply(*unit, Decimal(2));
  number.soft.high = subtract(*next, Decimal(1));
  return number;
}

}  // namespace

std::optional<Number> read_cardinal_words(const Scan& scan, std::uint32_t begin) {
  CardinalState state;
  std::uint32_t at = begin;
  std::uint32_t end = begin;
  while (at < begin + kMaxNumberTokens) {
    std::uint32_t next = at;
    if (state.any) {
      next = past_hyphen(scan, at);
      next += and_joins(scan, next) ? 1U : 0U;
    }
    if (!state.take(scan.word(next))) {
      break;
    }
    at = next + 1;
    end = at;
  }
  const auto value = state.any ? state.value() : std::nullopt;
  if (!value) {
    return std::nullopt;
  }
  Number number{.begin = begin, .end = end, .value = *value};
  number.approximate_form = state.ended_in_magnitude;
  number.magnitude = static_cast<std::int8_t>(state.ended_in_magnitude ? state.last_magnitude : 0);
  number.last_digit = last_significant_power(*value);
  return number;
}

std::optional<Number> read_number(const Scan& scan, std::uint32_t at) {
  if (scan.is_number(at)) {
    return read_figure_number(scan, at);
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

std::optional<Number> read_ordinal(const Scan& scan, std::uint32_t at) {
  if (scan.is_number(at)) {
    const auto figures = read_figures(scan.spelling(at));
    if (!figures || figures->decimals || !scan.attached(at + 1) ||
        scan.word(at + 1).number != NumberRole::ordinal_suffix) {
      return std::nullopt;
    }
    return Number{.begin = at, .end = at + 2, .value = figures->value, .figures = true};
  }
  const auto whole = read_cardinal_words(scan, at);
  const std::uint32_t last = whole ? past_hyphen(scan, whole->end) : at;
  const std::uint32_t joined = whole && scan.is(last, Cue::and_) ? last + 1 : last;
  const Word& word = scan.word(joined);
  const std::int64_t rest = whole ? whole_value(whole->value).value_or(1) % 100 : 0;
  Decimal base = whole ? whole->value : Decimal(0);
  std::optional<Decimal> value;
  if (word.number == NumberRole::ordinal_unit &&
      (!whole || rest == 0 || (rest >= 20 && rest % 10 == 0 && word.value < 10))) {
    value = add(base, Decimal(word.value));
  } else if (word.number == NumberRole::ordinal_tens && (!whole || rest == 0)) {
    value = add(base, Decimal(word.value));
  } else if (word.number == NumberRole::ordinal_power) {
    value = scaled(whole ? base : Decimal(1), word.value);
  }
  if (!value) {
    return std::nullopt;
  }
  return Number{.begin = at, .end = joined + 1, .value = *value};
}

}  // namespace concord::normalize
