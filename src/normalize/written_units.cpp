#include "normalize/written_units.h"

#include <algorithm>

#include "normalize/money.h"
#include "normalize/units.h"

namespace concord::normalize {

std::uint32_t past_rounding(const Scan& scan, std::uint32_t at) {
  static constexpr std::string_view kRounding[] = {"odd", "plus", "some"};
  const bool joined = scan.dash(at) && scan.attached(at) && scan.attached(at + 1);
  return joined && scan.says_any(at + 1, kRounding) ? at + 2 : at;
}

// A hyphen or nothing between a number and its unit: "48-hour", "48 hours"; "30-odd miles".
std::uint32_t unit_position(const Scan& scan, std::uint32_t at) {
  at = past_rounding(scan, at);
  return scan.dash(at) && scan.attached(at) && scan.attached(at + 1) ? at + 1 : at;
}

Unit unit_of_currency(const CurrencyRow& row, bool minor, std::uint32_t begin, std::uint32_t end) {
  return {.dimension = Dimension::money,
          .code = row.code,
          .time = TimeUnit::none,
          .minor = minor,
          .power = 0,
          .text_begin = begin,
          .text_end = end};
}

namespace {

bool has_magnitude(const Scan& scan, const Number& number) {
  const Word& last = scan.word(number.end - 1);
  return number.letter_magnitude || last.number == NumberRole::magnitude ||
         last.number == NumberRole::plural_magnitude;
}

std::optional<Unit> unit_of_code(const Scan& scan, std::uint32_t at) {
  const CurrencyCode code =
      scan.is_word(at) ? read_currency_code(scan.spelling(at)) : CurrencyCode{};
  if (code.row == nullptr) {
    return std::nullopt;
  }
  Unit unit = unit_of_currency(*code.row, false, at, at + 1);
  unit.power = code.power;
  return unit;
}

// The hundredth part written with one letter: 50p, 50c.
std::optional<Unit> letter_of_hundredth(const Scan& scan, const Number& number) {
  static constexpr struct {
    std::string_view letter;
    std::string_view code;
  } kLetters[] = {{"p", "GBP"}, {"c", "USD"}};
  const std::uint32_t at = number.end;
  const bool close = scan.attached(at) || !scan.is_word(at + 1);
  for (const auto& row : kLetters) {
    if (number.figures && close && scan.spelling(at) == row.letter) {
      return unit_of_currency(*find_currency(row.code), true, at, at + 1);
    }
  }
  return std::nullopt;
}

// "stole 300 pounds in cash", "fined 200 pounds", "cost 50 pounds": what is no weight
bool is_paid(const Scan& scan, const Number& number, std::uint32_t next) {
  static constexpr std::string_view kAfter[] = {"cash", "fine", "reward", "notes", "damages"};
  static constexpr std::string_view kBefore[] = {"fined", "paid", "pay",     "costs", "cost",
                                                 "pays",  "owed", "donated", "spent", "earned",
                                                 "stole", "owes", "charged", "worth", "sterling"};
  const bool in_cash = scan.is(next, Cue::in) && scan.says(next + 1, "cash");
  const bool of_cash = scan.is(next, Cue::of) && scan.says(next + 1, "cash");
  const bool weighs = scan.is(next, Cue::of) && !of_cash;
  return in_cash || of_cash || scan.says_any(next, kAfter) || scan.says(next, "sterling") ||
         (!weighs && number.begin > 0 && scan.says_any(number.begin - 1, kBefore) &&
          !scan.says(number.begin - 1, "stole"));
}

// "won", "real" and the like are also verbs and adjectives.
bool currency_name_stands(const Scan& scan, const Number& number, std::uint32_t at,
                          std::uint32_t length) {
  const bool verb = length == 1 && scan.says(at, "won");
  return !verb || number.approximate_form || !(number.value < Decimal(1000));
}

}  // namespace

std::optional<Unit> currency_after(const Scan& scan, const Number& number) {
  std::uint32_t at = unit_position(scan, number.end);
  at +=
      number.form == NumberForm::vague && scan.is(at, Cue::of) ? 1U : 0U;  // "thousands of dollars"
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
  if (pounds && (has_magnitude(scan, number) || is_paid(scan, number, at + 1))) {
    return unit_of_currency(*find_currency("GBP"), false, at, at + 1);
  }
  if (auto code = unit_of_code(scan, at)) {
    return code;
  }
  return letter_of_hundredth(scan, number);
}

namespace {

Unit unit_of_row(const UnitRow& row, std::uint32_t begin, std::uint32_t end) {
  return {.dimension = row.dimension,
          .code = row.code,
          .time = TimeUnit::none,
          .minor = false,
          .power = 0,
          .text_begin = begin,
          .text_end = end};
}

// "30 C outside": the scale's letter apart from the figures, no name or number after it.
bool letter_of_scale(const Scan& scan, std::uint32_t at) {
  const bool scale = scan.spelling(at) == "C" || scan.spelling(at) == "F";
  return scale && !scan.token(at + 1).capital && !scan.is_number(at + 1);
}

std::optional<Unit> symbol_unit(const Scan& scan, const Number& number, std::uint32_t at) {
  if (!number.figures || !scan.is_word(at) ||
      (scan.is_number(at + 1) && scan.attached(at + 1))) {  // "06F6"
    return std::nullopt;
  }
  if (scan.spelling(at) == "st" && !scan.attached(at)) {  // "9st 4lb"
    return std::nullopt;
  }
  const bool lone_letter = scan.spelling(at).size() == 1 && scan.token(at).capital;
  if (lone_letter && ((!scan.attached(at) && !letter_of_scale(scan, at)) || number.leading_zero ||
                      (scan.dash(at + 1) && scan.attached(at + 1)))) {
    return std::nullopt;
  }
  const WordId word = scan.token(at).word;
  for (const UnitSymbol& symbol : scan.vocabulary().unit_symbols) {
    if (symbol.word == word && symbol.spelling() == scan.spelling(at)) {
      return unit_of_row(unit_rows()[symbol.row], at, at + 1);
    }
  }
  return std::nullopt;
}

// "2 in.", where no word follows that "in" could lead to.
bool is_inch(const Scan& scan, const Number& number, std::uint32_t at) {
  if (!number.figures || !scan.is(at, Cue::in) || scan.token(at).capital) {
    return false;
  }
  const std::uint32_t before = number.begin - 1;
  const bool after_feet =
      scan.says(before, "ft") || scan.says(before, "feet") || scan.says(before, "foot");
  const std::uint32_t next = at + 1;
  const bool last = next == scan.size() || scan.mark(next, '.') || scan.mark(next, ',') ||
                    scan.mark(next, ';') || scan.mark(next, ')');
  return scan.attached(at) || after_feet || last;
}

// 9": the mark of inches, unless it closes a quotation begun shortly before.
bool is_inch_mark(const Scan& scan, const Number& number, std::uint32_t at) {
  constexpr std::uint32_t kReach = 48;
  if (!number.figures || !scan.mark(at, '"') || !scan.attached(at)) {
    return false;
  }
  bool open = false;
  for (std::uint32_t i = 1; i <= kReach && i <= at; ++i) {
    open = open != scan.mark(at - i, '"');
  }
  return !open;
}

std::optional<Unit> inch_unit(const Scan& scan, const Number& number, std::uint32_t at) {
  return is_inch(scan, number, at) || is_inch_mark(scan, number, at)
             ? std::optional(unit_of_row(*find_unit("[in_i]"), at, at + 1))
             : std::nullopt;
}

// "20 (kg)": the end of a unit in parentheses.
std::uint32_t past_parenthesis(const Scan& scan, std::uint32_t unit_begin, std::uint32_t end) {
  return scan.mark(unit_begin - 1, '(') && scan.mark(end, ')') ? end + 1 : end;
}

// "20 NM", "20 nm off the coast": nautical miles, which no chip is wide.
const UnitRow& nautical_or(const UnitRow& row, const Scan& scan, std::uint32_t at) {
  const bool off = scan.says(at + 1, "off") || scan.says(at + 1, "north") ||
                   scan.says(at + 1, "south") || scan.says(at + 1, "east") ||
                   scan.says(at + 1, "west") || scan.says(at + 1, "offshore");
  return row.code == "nm" && (scan.spelling(at) == "NM" || (off && scan.spelling(at) == "nm"))
             ? *find_unit("[nmi_i]")
             : row;
}

// "12 TB patients", "nine GB athletes": capitals before what is counted are no symbol
bool names_people_or_cases(const Scan& scan, std::uint32_t at) {
  const std::string_view letters = scan.spelling(at);
  const bool capitals = letters.size() > 1 && std::ranges::all_of(letters, [](char letter) {
                          return letter >= 'A' && letter <= 'Z';
                        });
  static constexpr std::string_view kCounted[] = {"athletes", "infections", "sufferers",
                                                  "swimmers", "fans",       "supporters"};
  return capitals && (scan.has(at + 1, persons) || scan.has(at + 1, count_noun) ||
                      scan.says_any(at + 1, kCounted));
}

std::optional<Unit> measure_unit(const Scan& scan, const Number& number) {
  std::uint32_t at = unit_position(scan, number.end);
  const bool vague = number.form != NumberForm::plain;
  const bool partitive = vague && scan.is(at, Cue::of);
  at += partitive ? 1U : 0U;
  const bool share =
      number.form == NumberForm::fraction || (number.figures && number.value < Decimal(1));
  at += share && scan.is(at, Cue::a) ? 1U : 0U;  // "half a mile", "½ a mile"
  constexpr std::uint32_t kWithMark = 3;         // "25 m/s" is more than "25 m"
  auto hit = scan.vocabulary().units.starting(scan.from(at));
  if (auto symbol = hit.length < kWithMark ? symbol_unit(scan, number, at) : std::nullopt) {
    return symbol;
  }
  if (auto inch = inch_unit(scan, number, at)) {
    return inch;
  }
  at += number.figures && scan.mark(at, '(') && at == number.end ? 1U : 0U;
  hit = scan.vocabulary().units.starting(scan.from(at));
  const std::uint32_t last = at + hit.length - 1;
  if (hit && scan.is_number(last) && !scan.attached(last)) {  // "5 ft 2 in" has no square feet
    hit = scan.vocabulary().units.starting(scan.between(at, last));
  }
  if (!hit || (scan.mark(at - 1, '(') && !scan.mark(at + hit.length, ')')) ||
      (scan.is_number(at + hit.length) && scan.attached(at + hit.length))) {
    return std::nullopt;
  }
  if (hit.length == 1 && names_people_or_cases(scan, at)) {
    return std::nullopt;
  }
  const UnitRow& row = nautical_or(unit_rows()[hit.payload], scan, at);
  const bool abbreviation = hit.length == 1 && scan.spelling(at).size() <= 2 && scan.is_word(at);
  if (abbreviation && (!number.figures || (scan.dash(number.end) && !scan.attached(number.end)))) {
    return std::nullopt;
  }
  return unit_of_row(row, at, past_parenthesis(scan, at, at + hit.length));
}

bool is_old(const Scan& scan, std::uint32_t at) {
  return scan.is(at, Cue::old);
}

// "43yo", "43-y-o", "43 y/o": the token after it; 0 where there is none
std::uint32_t short_age_end(const Scan& scan, const Number& number, std::uint32_t at) {
  constexpr std::int64_t kOldest = 125;
  if (!number.figures || number.form != NumberForm::plain || Decimal(kOldest) < number.value) {
    return 0;
  }
  if (scan.says(at, "yo") && scan.attached(at)) {
    return at + 1;
  }
  const bool parted = scan.says(at, "y") && (scan.mark(at + 1, '/') || scan.dash(at + 1)) &&
                      scan.attached(at + 1) && scan.attached(at + 2) && scan.says(at + 2, "o");
  return parted ? at + 3 : 0;
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

}  // namespace

std::optional<Unit> time_unit_after(const Scan& scan, const Number& number) {
  std::uint32_t at = unit_position(scan, number.end);
  if (number.form != NumberForm::plain) {
    at += scan.is(at, Cue::of) ? 1U : 0U;
    at += number.form == NumberForm::fraction && scan.is(at, Cue::a) ? 1U : 0U;
  }
  if (const std::uint32_t end = short_age_end(scan, number, at); end != 0) {
    return Unit{.dimension = Dimension::age,
                .code = "a",
                .time = TimeUnit::year,
                .minor = false,
                .power = 0,
                .text_begin = at,
                .text_end = end};
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
              .power = 0,
              .text_begin = at,
              .text_end = ages ? old : at + 1};
}

std::optional<Unit> read_named_unit(const Scan& scan, const Number& number) {
  auto currency = currency_after(scan, number);
  return currency ? currency : measure_unit(scan, number);
}

}  // namespace concord::normalize
