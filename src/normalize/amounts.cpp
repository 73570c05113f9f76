#include "normalize/amounts.h"

#include <algorithm>

#include "normalize/glued_money.h"
#include "normalize/letter_magnitudes.h"
#include "normalize/money.h"
#include "normalize/written_units.h"

namespace concord::normalize {
namespace {

// The currency written before the figures; its length in tokens.
struct CurrencyBefore {
  std::uint32_t length = 0;
  const CurrencyRow* row = nullptr;
  std::int8_t power = 0;
};

CurrencyBefore currency_before(const Scan& scan, std::uint32_t at, std::uint32_t limit) {
  const auto hit = scan.vocabulary().currencies_before.ending(scan.between(limit, at));
  if (!hit) {
    const CurrencyCode code = at > limit && scan.is_word(at - 1)
                                  ? read_currency_code(scan.spelling(at - 1))
                                  : CurrencyCode{};
    return code.row == nullptr ? CurrencyBefore{} : CurrencyBefore{1, code.row, code.power};
  }
  const std::uint32_t first = at - hit.length;
  // "a $20 bill" is no Australian money, "try 20" no Turkish
  const bool article = hit.length > 1 && scan.is(first, Cue::a) &&
                       !(scan.token(first).capital && scan.attached(first + 1));
  const bool common_word =
      hit.length == 1 && scan.is_word(first) && !scan.token(first).capital && !scan.attached(at);
  if (article || common_word) {
    return article ? currency_before(scan, at, first + 1) : CurrencyBefore{};
  }
  return {hit.length, &currency_rows()[hit.payload & kPayloadMask], 0};
}

// "minus 5", "minus-5", "-5": how many tokens the sign takes.
std::uint32_t minus_before(const Scan& scan, std::uint32_t at, std::uint32_t limit, bool measured) {
  if (at <= limit) {
    return 0;
  }
  if (scan.is(at - 1, Cue::minus)) {
    return 1;
  }
  if (at >= limit + 2 && scan.dash(at - 1) && scan.is(at - 2, Cue::minus)) {
    return 2;
  }
  const bool free_left = at - 1 == 0 || scan.token(at - 1).space_before || scan.mark(at - 2, '(');
  const bool sign = scan.dash(at - 1) && scan.attached(at) && free_left &&
                    scan.spelling(at - 1) != "—" && scan.spelling(at - 1) != "–";
  return sign && (measured || !scan.is_number(at - 2)) ? 1 : 0;
}

bool is_magnitude_word(const Scan& scan, std::uint32_t at) {
  return scan.says(at, "magnitude");
}

// "0.25 of a percentage point"
std::optional<Unit> points_of_one(const Scan& scan, const Number& number) {
  if (!number.figures || !(number.value < Decimal(1)) || !scan.is(number.end, Cue::of) ||
      !scan.is(number.end + 1, Cue::a)) {
    return std::nullopt;
  }
  Number beyond = number;
  beyond.end += 2;
  const auto unit = read_named_unit(scan, beyond);
  return unit && unit->dimension == Dimension::percentage_points ? unit : std::nullopt;
}

std::optional<Unit> read_unit(const Scan& scan, const Number& number) {
  if (number.form == NumberForm::fraction && number.end - number.begin > 2 &&
      scan.is(number.end - 2, Cue::in)) {
    return std::nullopt;
  }
  if (auto time = time_unit_after(scan, number)) {
    return time;
  }
  if (auto named = read_named_unit(scan, number)) {
    // "14 pm" is a clock misread, "2.1 pm" a length.
    const bool clock = number.value.is_whole() && scan.is(unit_position(scan, number.end), Cue::pm);
    return clock ? std::nullopt : named;
  }
  if (auto points = points_of_one(scan, number)) {
    return points;
  }
  const std::uint32_t at = unit_position(scan, number.end);
  if (at != number.end && is_magnitude_word(scan, at)) {
    return Unit{.dimension = Dimension::count, .code = "1", .text_begin = 0, .text_end = 0};
  }
  return std::nullopt;
}

// "thirteen dollars forty-five", "$20 43", "15 dollars and 15": hundredths without their name,
// where nothing is counted by them.
bool bare_hundredths(const Scan& scan, const Amount& amount, const Number& part) {
  const bool sign = amount.unit.text_begin < amount.number.begin;
  const bool adjacent = part.begin == amount.end;
  const bool two_digits = part.figures && scan.spelling(part.begin).size() == 2;
  return !scan.is_word(part.end) && !scan.is_number(part.end) && !scan.mark(part.end, '%') &&
         !scan.mark(part.end, ':') && !scan.dash(part.end) &&
         (sign ? adjacent && two_digits : part.value < Decimal(100)) && part.value.is_whole() &&
         !(part.value < Decimal(1));
}

// "two dollars and 50 cents".
void take_minor_part(const Scan& scan, Amount& amount) {
  if (amount.unit.dimension != Dimension::money || amount.unit.minor ||
      amount.number.form != NumberForm::plain || amount.number.approximate_form) {
    return;
  }
  const std::uint32_t at = amount.end + (scan.is(amount.end, Cue::and_word) ? 1U : 0U);
  const auto part = scan.is_number(at) || scan.word(at).number == NumberRole::unit ||
                            scan.word(at).number == NumberRole::tens
                        ? read_number(scan, at)
                        : std::nullopt;
  if (!part || part->form != NumberForm::plain || !(part->value < Decimal(100))) {
    return;
  }
  const auto unit = currency_after(scan, *part);
  const bool named = unit && unit->minor;
  const auto cents = named || (!unit && bare_hundredths(scan, amount, *part))
                         ? scaled(part->value, -2)
                         : std::nullopt;
  const auto sum = cents ? add(amount.number.value, *cents) : std::nullopt;
  if (sum) {
    amount.number.value = *sum;
    amount.number.approximate_form = true;
    amount.number.last_digit = -2;
    amount.end = named ? unit->text_end : part->end;
  }
}

Number negated(Number number) {
  number.value.coefficient = -number.value.coefficient;
  return number;
}

// "- 20 degrees", "- 1,200": a sign apart from its figures is a minus only for temperatures and
// where nothing else stands in the text; elsewhere it is a bullet or a dash.
std::uint32_t minus_apart(const Scan& scan, const Amount& amount, std::uint32_t limit) {
  const std::uint32_t at = amount.begin;
  const bool apart = at > limit && scan.dash(at - 1) && scan.token(at).space_before &&
                     (at == 1 || scan.token(at - 1).space_before) && !scan.is_number(at - 2);
  const bool whole_text = at == 1 && amount.end == scan.size() && amount.number.figures;
  return apart && (amount.unit.dimension == Dimension::temperature || whole_text ||
                   amount.unit.dimension == Dimension::angle)
             ? 1
             : 0;
}

// "-5", "minus 5", "$-5", "5 degrees below zero".
void take_sign(const Scan& scan, Amount& amount, std::uint32_t limit) {
  const bool slash = amount.number.form == NumberForm::fraction && amount.number.figures;
  if (amount.number.form != NumberForm::plain && !slash && !scan.is(amount.begin - 1, Cue::minus)) {
    return;
  }
  std::uint32_t minus = minus_before(scan, amount.begin, limit, !amount.unit.bare());
  minus = minus == 0 ? minus_apart(scan, amount, limit) : minus;
  const bool temperature = amount.unit.dimension == Dimension::temperature ||
                           amount.unit.dimension == Dimension::angle || amount.unit.bare();
  const bool below = temperature && scan.says(amount.end, "below") &&
                     (scan.says(amount.end + 1, "zero") || scan.says(amount.end + 1, "freezing"));
  amount.negative = amount.negative || minus != 0 || below;
  amount.number = amount.negative ? negated(amount.number) : amount.number;
  amount.begin -= minus;
  amount.end += below ? 2U : 0U;
  if (below && amount.unit.bare()) {  // "12 below zero"
    amount.unit.dimension = Dimension::angle;
    amount.unit.code = "deg";
  }
}

// "30 MUSD", "75 USD million".
void take_power_of_currency(const Scan& scan, Amount& amount) {
  if (amount.unit.dimension != Dimension::money || amount.number.form != NumberForm::plain) {
    return;
  }
  const Word& next = scan.word(amount.end);
  const bool after = next.number == NumberRole::magnitude && amount.number.magnitude == 0 &&
                     amount.unit.text_end == amount.end;
  const int power = after ? next.value : int{amount.unit.power};
  const auto bigger = power != 0 ? scaled(amount.number.value, power) : std::nullopt;
  if (!bigger) {
    return;
  }
  Number& number = amount.number;
  const int digit = number.approximate_form ? number.last_digit : 0;
  number.value = *bigger;
  number.last_digit = static_cast<std::int8_t>(digit + power);
  number.magnitude = static_cast<std::int8_t>(power);
  number.approximate_form = true;
  amount.end += after ? 1U : 0U;
}

}  // namespace

void apply_minor(Amount& amount) {
  if (!amount.unit.minor) {
    return;
  }
  const auto hundredth = [](std::optional<Decimal>& value) {
    if (value)
      value = scaled(*value, -2);
  };
  Number& number = amount.number;
  if (const auto value = scaled(number.value, -2)) {
    number.value = *value;
    number.last_digit = static_cast<std::int8_t>(number.last_digit - 2);
  }
  for (auto* bound : {&number.hard.low, &number.hard.high, &number.soft.low, &number.soft.high}) {
    hundredth(*bound);
  }
}

namespace {

Amount glued_amount(const Scan& scan, const GluedMoney& glued, std::uint32_t at,
                    std::uint32_t limit) {
  Amount amount{.begin = at - (at > limit ? glued.sign : 0U), .end = 0, .number = glued.number};
  take_letter_magnitude(scan, amount.number, true);
  amount.end = amount.number.end;
  amount.unit = unit_of_currency(*glued.currency, false, at, at);
  return amount;
}

// The currency written before the figures, past a minus between them: "$-50.8bn".
void take_currency_before(const Scan& scan, Amount& amount, std::uint32_t limit) {
  const std::uint32_t at = amount.number.begin;
  const bool inner_minus =
      at > limit + 1 && scan.dash(at - 1) && scan.attached(at) && scan.attached(at - 1);
  CurrencyBefore before = currency_before(scan, at, limit);
  if (before.row == nullptr && inner_minus) {
    before = currency_before(scan, at - 1, limit);
    before.length += before.row != nullptr ? 1U : 0U;
    amount.negative = before.row != nullptr;
  }
  if (before.row != nullptr) {
    amount.begin = at - before.length;
    amount.unit = unit_of_currency(*before.row, false, amount.begin, at);
    amount.unit.power = before.power;
  }
}

// "$(3.4) million": accounts write what is lost in brackets.
void take_bracketed_loss(const Scan& scan, Amount& amount, std::uint32_t limit) {
  const std::uint32_t at = amount.number.begin;
  const bool bracketed = at > limit + 1 && scan.mark(at - 1, '(') && scan.attached(at - 1) &&
                         scan.attached(at) && scan.mark(amount.number.end, ')') &&
                         amount.number.figures;
  const CurrencyBefore before = bracketed ? currency_before(scan, at - 1, limit) : CurrencyBefore{};
  if (before.row == nullptr) {
    return;
  }
  amount.begin = at - 1 - before.length;
  amount.unit = unit_of_currency(*before.row, false, amount.begin, at);
  amount.unit.power = before.power;
  amount.negative = true;
  const std::uint32_t close = amount.number.end;
  const Word& next = scan.word(close + 1);
  const bool takes = next.number == NumberRole::magnitude;
  const auto bigger = takes ? scaled(amount.number.value, next.value) : std::nullopt;
  amount.number.end = close + 1;
  if (bigger) {
    multiply_by_power(amount.number, *bigger, next.value, close + 2);
  }
  amount.end = amount.number.end;
}

// "$20 million dollars", "US$20": the currency again, in words.
void take_currency_again(const Scan& scan, Amount& amount) {
  const bool named = scan.is_word(unit_position(scan, amount.number.end));
  const auto again = named ? currency_after(scan, amount.number) : std::nullopt;
  amount.end = again && again->code == amount.unit.code ? again->text_end : amount.end;
}

// What stands after the figures: "bn", "dollars", "miles".
void take_unit(const Scan& scan, Amount& amount, Letters letters) {
  const bool signed_before = amount.unit.dimension == Dimension::money;
  take_letter_magnitude(scan, amount.number, signed_before || letters == Letters::of_money);
  amount.end = amount.number.end;
  if (signed_before) {
    take_currency_again(scan, amount);
  } else if (auto unit = read_unit(scan, amount.number)) {
    amount.unit = *unit;
    amount.end = std::max(amount.end, unit->text_end);
  }
}

// ".5": the point that the tokenizer leaves outside.
void take_point(const Scan& scan, Amount& amount, std::uint32_t limit) {
  const std::uint32_t at = amount.number.begin;
  const bool point_before = scan.mark(at - 1, '.') && scan.attached(at) &&
                            amount.number.approximate_form &&
                            scan.spelling(at).find('.') == std::string_view::npos;
  if (point_before && amount.begin == at && at > limit && amount.number.value < Decimal(1)) {
    --amount.begin;
  }
}

}  // namespace

std::optional<Amount> read_amount(const Scan& scan, std::uint32_t at, std::uint32_t limit,
                                  Letters letters) {
  if (const auto glued = read_glued_money(scan, at)) {
    return glued_amount(scan, *glued, at, limit);
  }
  auto number = read_number(scan, at);
  if (!number) {
    return std::nullopt;
  }
  Amount amount{.begin = at, .end = number->end, .number = *number};
  take_currency_before(scan, amount, limit);
  take_bracketed_loss(scan, amount, limit);
  const bool alone = scan.nothing_follows(amount.end);
  if (!alone) {
    take_unit(scan, amount, letters);
  }
  take_point(scan, amount, limit);
  take_power_of_currency(scan, amount);
  if (!alone) {
    take_minor_part(scan, amount);
  }
  apply_minor(amount);
  take_sign(scan, amount, limit);
  return amount;
}

}  // namespace concord::normalize
