#include "normalize/amounts.h"

#include <algorithm>
#include <array>

#include "normalize/glued_money.h"
#include "normalize/money.h"
#include "normalize/units.h"

namespace concord::normalize {
namespace {

// A hyphen or nothing between a number and its unit: "48-hour", "48 hours".
std::uint32_t unit_position(const Scan& scan, std::uint32_t at) {
  return scan.dash(at) && scan.attached(at) && scan.attached(at + 1) ? at + 1 : at;
}

bool has_magnitude(const Scan& scan, const Number& number) {
  const Word& last = scan.word(number.end - 1);
  return number.letter_magnitude || last.number == NumberRole::magnitude ||
         last.number == NumberRole::plural_magnitude;
}

// bn, m, k written after figures.  A lone letter must touch them; "m" is metres unless money or a
// counted noun stands beside it.
void take_letter_magnitude(const Scan& scan, Number& number, bool money) {
  const std::uint32_t at = number.end;
  const Word& word = scan.word(at);
  if (!number.figures || number.form != NumberForm::plain ||
      word.number != NumberRole::letter_magnitude) {
    return;
  }
  const std::string_view shape = scan.spelling(at);
  const bool touches = scan.attached(at);
  const bool letter = shape.size() == 1;
  const bool metric = shape == "m" || shape == "mm" || shape == "t" || shape == "mil";
  const std::string_view next = scan.spelling(at + 1);
  const bool plural_noun = scan.noun_like(at + 1) && next.size() > 2 && next.back() == 's' &&
                           scan.word(at + 1).time_unit == TimeUnit::none;
  const bool counted = plural_noun || scan.has(at + 1, count_noun) ||
                       scan.vocabulary().units.knows(scan.token(at + 1).word);
  const bool currency =
      static_cast<bool>(scan.vocabulary().currencies_after.starting(scan.from(at + 1)));
  if ((letter && !touches && !money) || (shape == "mm" && !money) ||
      (metric && !money && !currency && !(shape == "m" && counted)) ||
      (shape == "cr" && !touches && !money)) {
    return;
  }
  if (const auto bigger = scaled(number.value, word.value)) {
    const int digit = number.approximate_form ? number.last_digit : 0;  // the last digit written
    number.value = *bigger;
    number.last_digit = static_cast<std::int8_t>(digit + word.value);
    number.approximate_form = true;
    number.letter_magnitude = true;
    number.magnitude = static_cast<std::int8_t>(word.value);
    ++number.end;
  }
}

// The currency written before the figures; its length in tokens.
struct CurrencyBefore {
  std::uint32_t length = 0;
  const CurrencyRow* row = nullptr;
};

CurrencyBefore currency_before(const Scan& scan, std::uint32_t at, std::uint32_t limit) {
  const auto hit = scan.vocabulary().currencies_before.ending(scan.between(limit, at));
  if (!hit) {
    return {};
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
  return {hit.length, &currency_rows()[hit.payload & kPayloadMask]};
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

Unit unit_of_currency(const CurrencyRow& row, bool minor, std::uint32_t begin, std::uint32_t end) {
  return {.dimension = Dimension::money,
          .code = row.code,
          .time = TimeUnit::none,
          .minor = minor,
          .text_begin = begin,
          .text_end = end};
}

// "won", "real" and the like are also verbs and adjectives.
bool currency_name_stands(const Scan& scan, const Number& number, std::uint32_t at,
                          std::uint32_t length) {
  const bool verb = length == 1 && scan.says(at, "won");
  return !verb || number.approximate_form || !(number.value < Decimal(1000));
}

std::optional<Unit> currency_after(const Scan& scan, const Number& number) {
  const std::uint32_t at = unit_position(scan, number.end);
  const auto& vocabulary = scan.vocabulary();
  const auto hit = vocabulary.currencies_after.starting(scan.from(at));
  if (hit && currency_name_stands(scan, number, at, hit.length)) {
    // "5 $20 bills": the sign belongs to the next figures
    const bool next_figures =
        scan.is_number(at + hit.length) && scan.attached(at + hit.length) && !scan.is_word(at);
    if (!next_figures) {
      return unit_of_currency(currency_rows()[hit.payload & kPayloadMask],
                              (hit.payload & kMinorFlag) != 0, at, at + hit.length);
    }
  }
  const bool pounds = scan.says(at, "pounds") || scan.says(at, "pound");
  if (pounds && has_magnitude(scan, number)) {
    return unit_of_currency(*find_currency("GBP"), false, at, at + 1);
  }
  if (scan.spelling(at) == "p" && number.figures && scan.attached(at) && number.end == at) {
    return unit_of_currency(*find_currency("GBP"), true, at, at + 1);
  }
  return std::nullopt;
}

Unit unit_of_row(const UnitRow& row, std::uint32_t begin, std::uint32_t end) {
  return {.dimension = row.dimension,
          .code = row.code,
          .time = TimeUnit::none,
          .minor = false,
          .text_begin = begin,
          .text_end = end};
}

std::optional<Unit> symbol_unit(const Scan& scan, const Number& number, std::uint32_t at) {
  if (!number.figures || !scan.is_word(at)) {
    return std::nullopt;
  }
  const bool lone_letter = scan.spelling(at).size() == 1 && scan.token(at).capital;
  if (lone_letter && (!scan.attached(at) || (scan.dash(at + 1) && scan.attached(at + 1)))) {
    return std::nullopt;
  }
  const WordId word = scan.token(at).word;
  for (const UnitSymbol& symbol : scan.vocabulary().unit_symbols) {
    if (symbol.word == word && symbol.spelling == scan.spelling(at)) {
      return unit_of_row(unit_rows()[symbol.row], at, at + 1);
    }
  }
  return std::nullopt;
}

std::optional<Unit> measure_unit(const Scan& scan, const Number& number) {
  std::uint32_t at = unit_position(scan, number.end);
  const bool vague = number.form != NumberForm::plain;
  const bool partitive = vague && scan.is(at, Cue::of);
  at += partitive ? 1U : 0U;
  at += number.form == NumberForm::fraction && scan.is(at, Cue::a) ? 1U : 0U;
  if (auto symbol = symbol_unit(scan, number, at)) {
    return symbol;
  }
  const auto hit = scan.vocabulary().units.starting(scan.from(at));
  if (!hit) {
    return std::nullopt;
  }
  const UnitRow& row = unit_rows()[hit.payload];
  const bool abbreviation = hit.length == 1 && scan.spelling(at).size() <= 2 && scan.is_word(at);
  if (abbreviation && (!number.figures || (scan.dash(number.end) && !scan.attached(number.end)))) {
    return std::nullopt;
  }
  return unit_of_row(row, at, at + hit.length);
}

bool is_old(const Scan& scan, std::uint32_t at) {
  return scan.is(at, Cue::old);
}

// year(s)-old, years old, years of age
std::uint32_t age_end(const Scan& scan, std::uint32_t unit_at) {
  const std::uint32_t next = unit_position(scan, unit_at + 1);
  if (is_old(scan, next)) {
    return next + 1;
  }
  if (scan.is(unit_at + 1, Cue::of) && scan.is(unit_at + 2, Cue::age)) {
    return unit_at + 3;
  }
  return 0;
}

std::optional<Unit> time_unit_after(const Scan& scan, const Number& number) {
  std::uint32_t at = unit_position(scan, number.end);
  if (number.form != NumberForm::plain) {
    at += scan.is(at, Cue::of) ? 1U : 0U;
    at += number.form == NumberForm::fraction && scan.is(at, Cue::a) ? 1U : 0U;
  }
  // "20 more minutes", "two full days", "five consecutive years"
  const bool qualified = (scan.is(at, Cue::more) || scan.is(at, Cue::whole)) && at == number.end;
  at += qualified ? 1U : 0U;
  const Word& word = scan.word(at);
  if (word.time_unit == TimeUnit::none) {
    return std::nullopt;
  }
  // "24 Hour Fitness" is a name; "16-Year-Old Girl" is an age in a headline
  const std::uint32_t old = age_end(scan, at);
  if (old == 0 && scan.token(at).capital && !scan.has(at, plural) &&
      !scan.token(number.begin).capital && number.figures) {
    return std::nullopt;
  }
  const bool letter =
      scan.spelling(at).size() == 1 && (!scan.attached(at) || !number.figures || at != number.end);
  if (letter) {
    return std::nullopt;
  }
  const bool ages = old != 0 && word.time_unit >= TimeUnit::day;
  return Unit{.dimension = ages ? Dimension::age : Dimension::duration,
              .code = "",
              .time = word.time_unit,
              .minor = false,
              .text_begin = at,
              .text_end = ages ? old : at + 1};
}

bool is_magnitude_word(const Scan& scan, std::uint32_t at) {
  return scan.says(at, "magnitude");
}

std::optional<Unit> read_unit(const Scan& scan, const Number& number) {
  if (number.form == NumberForm::fraction && number.end - number.begin > 2 &&
      scan.is(number.end - 2, Cue::in)) {
    return std::nullopt;
  }
  if (auto time = time_unit_after(scan, number)) {
    return time;
  }
  if (auto currency = currency_after(scan, number)) {
    return currency;
  }
  if (auto measure = measure_unit(scan, number)) {
    return measure;
  }
  const std::uint32_t at = unit_position(scan, number.end);
  if (at != number.end && is_magnitude_word(scan, at)) {
    return Unit{.dimension = Dimension::count, .code = "1", .text_begin = 0, .text_end = 0};
  }
  return std::nullopt;
}

// "two dollars and 50 cents".
void take_minor_part(const Scan& scan, Amount& amount) {
  if (amount.unit.dimension != Dimension::money || amount.unit.minor ||
      amount.number.form != NumberForm::plain) {
    return;
  }
  const std::uint32_t at = amount.end + (scan.is(amount.end, Cue::and_word) ? 1U : 0U);
  const auto part = scan.is_number(at) || scan.word(at).number == NumberRole::unit ||
                            scan.word(at).number == NumberRole::tens
                        ? read_number(scan, at)
                        : std::nullopt;
  const auto unit =
      part && part->form == NumberForm::plain ? currency_after(scan, *part) : std::nullopt;
  if (!unit || !unit->minor || !(part->value < Decimal(100))) {
    return;
  }
  const auto cents = scaled(part->value, -2);
  const auto sum = cents ? add(amount.number.value, *cents) : std::nullopt;
  if (sum) {
    amount.number.value = *sum;
    amount.number.approximate_form = true;
    amount.number.last_digit = -2;
    amount.end = unit->text_end;
  }
}

Number negated(Number number) {
  number.value.coefficient = -number.value.coefficient;
  return number;
}

// "-5", "minus 5", "$-5", "5 degrees below zero".
void take_sign(const Scan& scan, Amount& amount, std::uint32_t limit) {
  if (amount.number.form != NumberForm::plain) {
    return;
  }
  const std::uint32_t minus = minus_before(scan, amount.begin, limit, !amount.unit.bare());
  const bool temperature = amount.unit.dimension == Dimension::temperature ||
                           amount.unit.dimension == Dimension::angle || amount.unit.bare();
  const bool below = temperature && scan.says(amount.end, "below") &&
                     (scan.says(amount.end + 1, "zero") || scan.says(amount.end + 1, "freezing"));
  amount.negative = amount.negative || minus != 0 || below;
  amount.number = amount.negative ? negated(amount.number) : amount.number;
  amount.begin -= minus;
  amount.end += below ? 2U : 0U;
}

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

std::string_view code_of_age(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
    case TimeUnit::night:
      return "d";
    case TimeUnit::week:
      return "wk";
    case TimeUnit::month:
      return "mo";
    default:
      return "a";
  }
}

void describe_unit(const Scan& scan, const Unit& unit, Quantity& quantity) {
  quantity.dimension = unit.dimension;
  quantity.unit = unit.dimension == Dimension::age ? code_of_age(unit.time) : unit.code;
  if (unit.text_begin < unit.text_end) {
    quantity.unit_text = scan.text(scan.bytes(unit.text_begin, unit.text_end));
  }
}

Dimension plain_dimension(const Amount& amount) {
  const bool ratio = amount.unit.bare() && amount.number.form == NumberForm::fraction;
  return ratio ? Dimension::ratio : amount.unit.dimension;
}

bool hedge_bounds(Hedge hedge) {
  return hedge != Hedge::exact && hedge != Hedge::vague && hedge != Hedge::none_of;
}

}  // namespace

namespace {

Amount glued_amount(const Scan& scan, const GluedMoney& glued, std::uint32_t at,
                    std::uint32_t limit) {
  Amount amount{.begin = at - (at > limit ? glued.sign : 0U), .end = 0, .number = glued.number};
  take_letter_magnitude(scan, amount.number, true);
  amount.end = amount.number.end;
  amount.unit = unit_of_currency(*glued.currency, false, at, at);
  return amount;
}

}  // namespace

Bounds number_bounds(const Number& number, Hedge hedge, bool counted) {
  const bool own = number.form == NumberForm::vague ||
                   (number.form == NumberForm::collective && !hedge_bounds(hedge));
  if (own) {
    return {number.hard, number.soft};
  }
  return bounds_of({.value = number.value,
                    .last_digit = number.last_digit,
                    .approximate_form = number.approximate_form,
                    .counted = counted},
                   hedge);
}

std::optional<Amount> read_amount(const Scan& scan, std::uint32_t at, std::uint32_t limit) {
  if (const auto glued = read_glued_money(scan, at)) {
    return glued_amount(scan, *glued, at, limit);
  }
  auto number = read_number(scan, at);
  if (!number) {
    return std::nullopt;
  }
  Amount amount{.begin = at, .end = number->end, .number = *number};
  const bool inner_minus =
      at > limit + 1 && scan.dash(at - 1) && scan.attached(at) && scan.attached(at - 1);
  CurrencyBefore before = currency_before(scan, at, limit);
  if (before.row == nullptr && inner_minus) {  // "$-50.8bn"
    before = currency_before(scan, at - 1, limit);
    before.length += before.row != nullptr ? 1U : 0U;
    amount.negative = before.row != nullptr;
  }
  take_letter_magnitude(scan, amount.number, before.row != nullptr);
  amount.end = amount.number.end;
  if (before.row != nullptr) {
    amount.begin = at - before.length;
    amount.unit = unit_of_currency(*before.row, false, amount.begin, at);
    // "$20 million dollars", "US$20"
    const auto again = currency_after(scan, amount.number);
    amount.end = again && again->code == amount.unit.code ? again->text_end : amount.end;
  } else if (auto unit = read_unit(scan, amount.number)) {
    amount.unit = *unit;
    amount.end = std::max(amount.end, unit->text_end);
  }
  const bool point_before = scan.mark(at - 1, '.') && scan.attached(at) &&
                            amount.number.approximate_form &&
                            scan.spelling(at).find('.') == std::string_view::npos;
  if (point_before && amount.begin == at && at > limit && amount.number.value < Decimal(1)) {
    --amount.begin;  // ".5"
  }
  take_minor_part(scan, amount);
  apply_minor(amount);
  take_sign(scan, amount, limit);
  return amount;
}

Quantity quantity_of(const Scan& scan, const Amount& amount, Hedge hedge) {
  Quantity quantity;
  describe_unit(scan, amount.unit, quantity);
  quantity.dimension = plain_dimension(amount);
  const Number& number = amount.number;
  const Bounds bounds = number_bounds(number, hedge, quantity.dimension == Dimension::count);
  quantity.hard = bounds.hard;
  quantity.soft = bounds.soft;
  quantity.hedge = hedge;
  if (number.form == NumberForm::vague) {
    quantity.hedge = Hedge::vague;
  } else {
    quantity.nominal = number.value;
    quantity.hedge = hedge == Hedge::exact && number.approximate_form ? Hedge::rounded : hedge;
  }
  if (quantity.dimension == Dimension::ratio && hedge == Hedge::exact && !number.figures) {
    quantity.soft = {subtract(number.value, Decimal(2, -2)), add(number.value, Decimal(2, -2))};
  }
  if (quantity.dimension == Dimension::age && hedge == Hedge::exact &&
      number.form == NumberForm::plain) {
    quantity.soft = quantity.hard;  // ages are not rounded
  }
  quantity.collective = number.form == NumberForm::collective;
  quantity.approximate_form = number.approximate_form;
  quantity.last_digit = number.last_digit;
  return quantity;
}

Quantity quantity_between(const Scan& scan, const Amount& low, const Amount& high) {
  Quantity quantity = quantity_of(scan, high, Hedge::between);
  const Bounds low_bounds = number_bounds(low.number, Hedge::exact, false);
  const Bounds high_bounds = number_bounds(high.number, Hedge::exact, false);
  const bool plain = low.number.form == NumberForm::plain && high.number.form == NumberForm::plain;
  quantity.hard = plain ? Interval<Decimal>{low.number.value, high.number.value}
                        : Interval<Decimal>{low_bounds.hard.low, high_bounds.hard.high};
  quantity.soft =
      plain ? quantity.hard : Interval<Decimal>{low_bounds.soft.low, high_bounds.soft.high};
  if (quantity.hard.bounded() && *quantity.hard.high < *quantity.hard.low) {
    std::swap(quantity.hard.low, quantity.hard.high);
    quantity.soft = quantity.hard;
  }
  quantity.hedge = Hedge::between;
  quantity.nominal.reset();
  quantity.approximate_form = low.number.approximate_form || high.number.approximate_form;
  return quantity;
}

TimeUnitSize size_of(TimeUnit unit) {
  constexpr std::array<TimeUnitSize, 16> kSizes = {{{0, 0},
                                                    {1, 0},
                                                    {60, 0},
                                                    {3600, 0},
                                                    {86400, 0},
                                                    {86400, 0},
                                                    {172800, 0},
                                                    {604800, 0},
                                                    {1209600, 0},
                                                    {0, 1},
                                                    {0, 3},
                                                    {0, 3},
                                                    {0, 6},
                                                    {0, 12},
                                                    {0, 120},
                                                    {0, 1200}}};
  return kSizes[static_cast<std::size_t>(unit)];
}

std::string_view time_unit_name(TimeUnit unit) {
  constexpr std::array<std::string_view, 16> kNames = {
      "",          "second", "minute",  "hour",   "day",       "night", "weekend", "week",
      "fortnight", "month",  "quarter", "season", "half-year", "year",  "decade",  "century"};
  return kNames[static_cast<std::size_t>(unit)];
}

}  // namespace concord::normalize
