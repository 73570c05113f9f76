#include <algorithm>

#include "normalize/durations.h"
#include "normalize/hedges.h"
#include "normalize/ranges.h"
#include "normalize/units.h"

namespace concord::normalize {
namespace {

bool is_divisible(Dimension dimension) {
  return dimension == Dimension::length || dimension == Dimension::mass ||
         dimension == Dimension::volume;
}

// Customary units are bracketed in UCUM; a mile and 800 meters are two distances.
bool same_system(const UnitRow& one, const UnitRow& other) {
  return one.code.starts_with('[') == other.code.starts_with('[');
}

std::uint32_t part_position(const Scan& scan, std::uint32_t end) {
  std::uint32_t at = end;
  at += scan.mark(at, ',') ? 1U : 0U;
  at += scan.is(at, Cue::and_word) ? 1U : 0U;
  return at;
}

bool starts_number(const Scan& scan, std::uint32_t at) {
  const NumberRole role = scan.word(at).number;
  return scan.is_number(at) || role == NumberRole::unit || role == NumberRole::tens;
}

bool add_smaller(Amount& amount, const Amount& part) {
  const UnitRow* larger = find_unit(amount.unit.code);
  const UnitRow* smaller = find_unit(part.unit.code);
  if (larger == nullptr || smaller == nullptr || part.unit.dimension != amount.unit.dimension ||
      !(smaller->factor < larger->factor) || !same_system(*larger, *smaller)) {
    return false;
  }
  const auto base = convert_amount(amount.number.value, *larger, *smaller);
  const auto sum = base ? add(*base, part.number.value) : std::nullopt;
  if (!sum) {
    return false;
  }
  amount.number.value = normalized(*sum);
  amount.number.approximate_form = part.number.approximate_form;
  amount.number.last_digit = part.number.approximate_form ? part.number.last_digit : std::int8_t{0};
  amount.unit = part.unit;
  amount.end = part.end;
  return true;
}

// ---- "a mile"

bool is_measurable(Dimension dimension) {
  return dimension == Dimension::length || dimension == Dimension::mass ||
         dimension == Dimension::volume || dimension == Dimension::area;
}

// Names of units that are also everyday things: "a foot", "a yard", "a cup".
bool is_everyday_thing(std::string_view code) {
  static constexpr std::string_view kThings[] = {"[ft_i]",     "[yd_i]",  "[cup_us]",
                                                 "[stone_av]", "[car_m]", "[pt_us]"};
  return std::ranges::find(kThings, code) != std::ranges::end(kThings);
}

bool is_common_currency(std::string_view code) {
  static constexpr std::string_view kCodes[] = {"USD", "EUR", "GBP", "INR", "RUB", "CHF"};
  return std::ranges::find(kCodes, code) != std::ranges::end(kCodes);
}

bool is_singular(const Scan& scan, const Unit& unit) {
  const std::string_view last = scan.spelling(unit.text_end - 1);
  return !last.ends_with('s') && scan.is_word(unit.text_end - 1);
}

bool stands_alone(const Scan& scan, const Unit& unit) {
  const std::uint32_t next = unit.text_end;
  return !scan.noun_like(next) && !scan.token(next).capital && !scan.dash(next) &&
         !scan.is_number(next) && scan.word(next).number == NumberRole::none;
}

/// "a foot of rain", "an inch of snow": what lies or stands so high, which no price is asked for.
bool is_fallen(const Scan& scan, const Unit& unit) {
  static constexpr std::string_view kFallen[] = {"rain",  "rainfall",  "snow",       "snowfall",
                                                 "water", "rainwater", "floodwater", "mud",
                                                 "ice",   "hail"};
  return scan.is(unit.text_end, Cue::of) &&
         std::ranges::any_of(
             kFallen, [&](std::string_view word) { return scan.says(unit.text_end + 1, word); });
}

// "$3 a gallon", "the price a barrel": a noun or an amount before it makes a rate of it.
bool is_rate(const Scan& scan, std::uint32_t at, std::uint32_t limit) {
  const bool hedged =
      static_cast<bool>(scan.vocabulary().hedges_before.ending(scan.between(limit, at)));
  const bool amount_before = at > 0 && at == limit;
  const bool word_before = scan.is_word(at - 1) && !scan.has(at - 1, function_word);
  return !hedged &&
         (amount_before || word_before || scan.mark(at - 1, '%') || scan.is_number(at - 1));
}

}  // namespace

void take_compound_measure(const Scan& scan, Amount& amount) {
  for (int i = 0; i < 3 && is_divisible(amount.unit.dimension); ++i) {
    const std::uint32_t at = part_position(scan, amount.end);
    if (amount.number.form != NumberForm::plain || !starts_number(scan, at)) {
      return;
    }
    const auto part = read_amount(scan, at, at);
    if (!part || part->number.form != NumberForm::plain || !add_smaller(amount, *part)) {
      return;
    }
  }
}

namespace {

constexpr std::int64_t kMostFeet = 9;  // of what has its height told so
constexpr std::int64_t kInches = 12;   // in a foot

bool is_mark_of(const Scan& scan, std::uint32_t at, std::span<const std::string_view> marks) {
  return scan.attached(at) && std::ranges::find(marks, scan.spelling(at)) != marks.end();
}

void become_inches(Amount& amount, std::int64_t feet, std::int64_t inches, std::uint32_t end) {
  amount.number.value = Decimal(feet * kInches + inches);
  amount.number.last_digit = 0;
  amount.unit.dimension = Dimension::length;
  amount.unit.code = "[in_i]";
  amount.end = end;
}

// 6'2": the marks of feet and inches
std::uint32_t past_inch_mark(const Scan& scan, const Amount& amount) {
  static constexpr std::string_view kFeet[] = {"'", "’", "′"};
  static constexpr std::string_view kInchMarks[] = {"\"", "”", "″"};
  const std::uint32_t at = amount.end;
  return amount.unit.bare() && amount.number.figures && is_mark_of(scan, at, kFeet) &&
                 scan.is_number(at + 1) && scan.attached(at + 1) &&
                 is_mark_of(scan, at + 2, kInchMarks)
             ? at + 3
             : 0;
}

// "six-foot-four", "six foot four"; "a 10 foot four men built" counts men
std::uint32_t past_spelled_inches(const Scan& scan, const Amount& amount) {
  const std::uint32_t dash = amount.end;
  const bool joined = scan.dash(dash) && scan.attached(dash) && scan.attached(dash + 1);
  const std::uint32_t at = dash + (joined ? 1U : 0U);
  const bool number = scan.is_number(at) || scan.word(at).number == NumberRole::unit;
  const bool last = joined || !scan.is_word(at + 1) || scan.says(at + 1, "tall");
  return amount.unit.code == "[ft_i]" && scan.says(dash - 1, "foot") && number && last ? at + 1 : 0;
}

}  // namespace

void take_feet_and_inches(const Scan& scan, Amount& amount) {
  const auto feet =
      amount.number.form == NumberForm::plain ? whole_value(amount.number.value) : std::nullopt;
  if (!feet || *feet < 1 || *feet > kMostFeet) {
    return;
  }
  const std::uint32_t marked = past_inch_mark(scan, amount);
  const std::uint32_t end = marked != 0 ? marked : past_spelled_inches(scan, amount);
  const auto part = end != 0 ? read_number(scan, end - (marked != 0 ? 2U : 1U)) : std::nullopt;
  const auto inches =
      part && part->form == NumberForm::plain ? whole_value(part->value) : std::nullopt;
  if (inches && *inches < kInches && part->end == end - (marked != 0 ? 1U : 0U)) {
    become_inches(amount, *feet, *inches, end);
  }
}

std::optional<TimeUnit> lettered_unit(const Scan& scan, std::uint32_t at, TimeUnit larger) {
  constexpr std::int64_t kMost = 59;
  const auto number =
      scan.is_number(at) && scan.attached(at + 1) ? read_figures(scan.spelling(at)) : std::nullopt;
  const auto value = number ? whole_value(number->value) : std::nullopt;
  if (!value || *value > kMost) {
    return std::nullopt;
  }
  const bool minutes = larger == TimeUnit::hour && scan.says(at - 1, "h");
  if (minutes && scan.says(at + 1, "m")) {
    return TimeUnit::minute;
  }
  const bool seconds = minutes || (larger == TimeUnit::minute && scan.says(at - 1, "m"));
  return seconds && scan.says(at + 1, "s") ? std::optional(TimeUnit::second) : std::nullopt;
}

namespace {

// "a mile and a half", "a pound and a quarter"
void take_fraction_after(const Scan& scan, Amount& amount) {
  const std::uint32_t part = amount.end + 2;
  if (!scan.is(amount.end, Cue::and_word) || !scan.is(amount.end + 1, Cue::a) ||
      scan.word(part).number != NumberRole::fraction || scan.is(part + 1, Cue::of)) {
    return;
  }
  const auto extra = divide(Decimal(1), Decimal(scan.word(part).value));
  const auto sum = extra ? add(amount.number.value, *extra) : std::nullopt;
  if (sum) {
    amount.number.value = normalized(*sum);
    amount.number.approximate_form = true;
    amount.number.last_digit = last_significant_power(amount.number.value);
    amount.end = part + 1;
  }
}

}  // namespace

std::optional<Found> read_article_amount(const Scan& scan, std::uint32_t at, std::uint32_t limit) {
  if (!scan.is(at, Cue::a)) {
    return std::nullopt;
  }
  Amount amount{.begin = at, .end = at + 1, .number = {.begin = at, .end = at + 1}};
  amount.number.value = Decimal(1);
  const auto unit = read_named_unit(scan, amount.number);
  const bool fallen = unit && unit->dimension == Dimension::length && is_fallen(scan, *unit);
  const bool known =
      unit && (unit->dimension == Dimension::money
                   ? is_common_currency(unit->code)
                   : is_measurable(unit->dimension) && (fallen || !is_everyday_thing(unit->code)));
  if (!known || !is_singular(scan, *unit) || !stands_alone(scan, *unit) ||
      (is_rate(scan, at, limit) && !(fallen && at != limit))) {
    return std::nullopt;
  }
  amount.unit = *unit;
  amount.end = unit->text_end;
  apply_minor(amount);
  if (amount.unit.dimension != Dimension::money) {
    take_fraction_after(scan, amount);
  }
  const FoundHedge hedge = find_hedge(scan, at, amount.end, limit);
  Quantity quantity = quantity_of(scan, amount, hedge.hedge);
  if (hedge.loose) {
    loosen(hedge.hedge, false, quantity.hard);
  }
  return Found{hedge.begin, hedge.end, at, amount.end, std::move(quantity)};
}

}  // namespace concord::normalize
