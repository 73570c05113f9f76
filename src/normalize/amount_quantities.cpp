#include <algorithm>
#include <array>

#include "normalize/amounts.h"

namespace concord::normalize {
namespace {

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

// Scales that go on below zero, where "under 40" has no floor.
bool goes_below_zero(Dimension dimension) {
  return dimension == Dimension::temperature || dimension == Dimension::angle;
}

// "a third", and a value finer than any digit that was written: "a quarter of an hour"
bool is_fraction(const Number& number) {
  return number.form == NumberForm::fraction ||
         (!number.approximate_form && number.last_digit >= 0 && !number.value.is_whole());
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
                    .counted = counted,
                    .fraction = is_fraction(number)},
                   hedge);
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
  if (goes_below_zero(quantity.dimension) && is_ceiling(hedge)) {
    quantity.hard.low.reset();
  }
  if (number.form == NumberForm::vague) {
    quantity.hedge = Hedge::vague;
  } else {
    quantity.nominal = number.value;
    quantity.hedge = hedge == Hedge::exact && number.approximate_form ? Hedge::rounded : hedge;
  }
  if (quantity.dimension == Dimension::ratio && hedge == Hedge::exact &&
      number.form == NumberForm::fraction) {
    const bool slash = number.figures && !scan.is_word(number.end - 2);  // "1/8" is meant so
    const Decimal points = slash ? Decimal(0) : points_of_fraction(number.value);
    quantity.soft = {subtract(number.value, points), add(number.value, points)};
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
  const auto told = [](const Number& number) {
    return number.form == NumberForm::plain || number.form == NumberForm::fraction;
  };
  const bool plain = told(low.number) && told(high.number);
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
  static constexpr std::array<TimeUnitSize, 16> kSizes = {{{0, 0},
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
  static constexpr std::array<std::string_view, 16> kNames = {
      "",          "second", "minute",  "hour",   "day",       "night", "weekend", "week",
      "fortnight", "month",  "quarter", "season", "half-year", "year",  "decade",  "century"};
  return kNames[static_cast<std::size_t>(unit)];
}

}  // namespace concord::normalize
