#include "compare/measure.h"

#include <array>
#include <string_view>
#include <utility>

#include "base/fold.h"

namespace concord::compare {
namespace {

// Base units are named in PACKS.md; the converter speaks UCUM.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kUcum = {
    {{"hectare", "har"},
     {"metre", "m"},
     {"meter", "m"},
     {"millimetre", "mm"},
     {"millimeter", "mm"},
     {"km/h", "km/h"}}};

bool is_measured(Dimension dimension) {
  switch (dimension) {
    case Dimension::length:
    case Dimension::area:
    case Dimension::volume:
    case Dimension::mass:
    case Dimension::speed:
    case Dimension::temperature:
    case Dimension::energy:
    case Dimension::power:
    case Dimension::pressure:
    case Dimension::data:
    case Dimension::money:
      return true;
    default:
      return false;
  }
}

std::string_view ucum_of(std::string_view unit) {
  for (const auto& [name, code] : kUcum) {
    if (name == unit) {
      return code;
    }
  }
  return unit;
}

std::optional<Quantity> in_base(const Quantity& quantity, const FactRule& rule,
                                const Services& services) {
  if (!services.convert || !is_measured(quantity.dimension) ||
      quantity.dimension == Dimension::money) {
    return std::nullopt;
  }
  if (auto converted = services.convert(quantity, ucum_of(rule.unit))) {
    return converted;
  }
  return services.convert(quantity, rule.unit);
}

/// Half of one unit in the last significant digit; trailing zeros of a whole measure are not
/// significant.
std::optional<Decimal> half_of_last_digit(const Quantity& quantity) {
  if (!quantity.nominal || quantity.nominal->coefficient == 0) {
    return std::nullopt;
  }
  const Decimal plain = normalized(*quantity.nominal);
  const int power = quantity.approximate_form || plain.exponent < 0 ? int{quantity.last_digit}
                                                                    : int{plain.exponent};
  return scaled(Decimal(5), power - 1);
}

/// "More than 85,000" and "85,000" are one round figure, told with and without its remainder.
void close_round_bounds(Measure& measure) {
  constexpr int kRound = 2;  // trailing zeros
  const auto is_round = [](const std::optional<Decimal>& bound) {
    return bound && bound->coefficient != 0 && normalized(*bound).exponent >= kRound;
  };
  for (Interval<Decimal>* interval : {&measure.hard, &measure.soft}) {
    interval->low_open = interval->low_open && !is_round(interval->low);
    interval->high_open = interval->high_open && !is_round(interval->high);
  }
}

Measure of_quantity(const Quantity& written, const FactRule& rule, const Services& services) {
  Measure measure;
  const std::optional<Quantity> converted = in_base(written, rule, services);
  const Quantity& base = converted ? *converted : written;
  measure.hard = base.hard;
  measure.soft = base.soft;
  measure.nominal = base.nominal;
  if (!measure.hard.low && !measure.hard.high && base.nominal) {
    measure.hard = Interval<Decimal>::exactly(*base.nominal);
  }
  measure.hedge = written.hedge;
  if (written.collective) {
    measure.worked_out = "collective";
  }
  if (written.dimension == Dimension::count) {
    close_round_bounds(measure);
  }
  if (!is_measured(written.dimension)) {
    return measure;
  }
  measure.written_unit = written.unit;
  if (const auto half = half_of_last_digit(written)) {
    Quantity step = written;
    step.nominal = *half;
    step.hard = step.soft = Interval<Decimal>::exactly(*half);
    const std::optional<Quantity> step_in_base = in_base(step, rule, services);
    measure.slack = converted && step_in_base ? step_in_base->nominal : half;
  }
  return measure;
}

Measure of_duration(const Duration& duration) {
  Measure measure;
  measure.hard = duration.seconds;
  measure.soft = duration.soft_seconds;
  measure.nominal = duration.nominal_seconds;
  if (!measure.hard.low && !measure.hard.high && duration.nominal_seconds) {
    measure.hard = Interval<Decimal>::exactly(*duration.nominal_seconds);
  }
  measure.hedge = duration.hedge;
  measure.written_unit = duration.unit;
  return measure;
}

Measure of_time(const TimeSpan& time) {
  Measure measure;
  measure.axis = Axis::time;
  if (time.begin) {
    measure.hard.low = Decimal(time.begin->seconds);
  }
  if (time.end) {
    measure.hard.high = Decimal(time.end->seconds);
    // A point of time is closed; a period ends before its end.
    measure.hard.high_open = !time.begin || *time.begin < *time.end;
  }
  if (time.anchor != Anchor::explicit_date) {
    measure.worked_out = "date";
  }
  return measure;
}

}  // namespace

Measure measure_of(const Value& value, const FactRule& rule, const Services& services) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return of_quantity(*quantity, rule, services);
  }
  if (const auto* duration = std::get_if<Duration>(&value)) {
    return of_duration(*duration);
  }
  if (const auto* time = std::get_if<TimeSpan>(&value)) {
    // "20 hours after the attack" is a length where a length is asked for.
    const bool length = rule.value_type == "duration" && time->offset;
    return length ? of_duration(*time->offset) : of_time(*time);
  }
  Measure measure;
  if (const auto* name = std::get_if<Name>(&value)) {
    measure.axis = Axis::name;
    measure.name = name->id;
    measure.part_of = name->part_of;
    return measure;
  }
  measure.axis = Axis::quote;
  measure.name = std::get<Quote>(value).text;
  return measure;
}

bool is_floor(const Measure& measure) {
  return measure.hard.low && !measure.hard.high;
}

bool is_ceiling(const Measure& measure) {
  return measure.hedge == Hedge::at_most || measure.hedge == Hedge::less_than ||
         measure.hedge == Hedge::as_many_as || (measure.hard.high && !measure.hard.low);
}

bool is_settled(const Measure& measure) {
  return measure.nominal && (measure.hedge == Hedge::exact || measure.hedge == Hedge::rounded) &&
         measure.hard.bounded();
}

bool is_vague(const Measure& measure) {
  return measure.hedge == Hedge::vague && !measure.nominal;
}

std::optional<Decimal> number_of(const Measure& measure) {
  if (measure.nominal) {
    return measure.nominal;
  }
  return measure.hard.low ? measure.hard.low : measure.hard.high;
}

std::optional<Decimal> coded_number(const Measure& measure) {
  const auto number = number_of(measure);
  // "Dozens" are more than 12: the least is one more than the round number, but 10,000 is round.
  const bool one_more =
      is_vague(measure) && number && Decimal(10) < *number && normalized(*number).exponent == 0;
  return one_more ? subtract(*number, Decimal(1)) : number;
}

Interval<Decimal> widened(const Interval<Decimal>& interval, const Decimal& amount) {
  Interval<Decimal> result = interval;
  if (interval.low) {
    result.low = subtract(*interval.low, amount);
  }
  if (interval.high) {
    result.high = add(*interval.high, amount);
  }
  return result;
}

std::optional<Decimal> percent_of(const Decimal& value, const Decimal& percent) {
  const Decimal size = value.is_negative() ? Decimal(-value.coefficient, value.exponent) : value;
  const auto product = multiply(size, percent);
  return product ? scaled(*product, -2) : std::nullopt;
}

std::string describe(const Value& value, const Services& services) {
  if (services.describe) {
    return services.describe(value);
  }
  if (const auto* name = std::get_if<Name>(&value)) {
    return name->id;
  }
  if (const auto* quote = std::get_if<Quote>(&value)) {
    return quote->text;
  }
  if (const auto* time = std::get_if<TimeSpan>(&value)) {
    return time->timex;
  }
  if (const auto* duration = std::get_if<Duration>(&value)) {
    return duration->nominal_seconds ? to_string(*duration->nominal_seconds) + " s" : duration->iso;
  }
  const auto& quantity = std::get<Quantity>(value);
  if (quantity.hedge == Hedge::between && quantity.hard.bounded()) {
    return to_string(*quantity.hard.low) + "-" + to_string(*quantity.hard.high);
  }
  std::string digits = quantity.nominal ? to_string(*quantity.nominal) : "some";
  if (quantity.hard.low && !quantity.hard.high) {
    return (quantity.hard.low_open ? "more than " : "at least ") + digits;
  }
  return digits;
}

std::string bare(const Measure& measure, const Value& value, const Services& services) {
  if (measure.axis == Axis::name) {
    return measure.name;
  }
  if (std::holds_alternative<Quantity>(value)) {
    if (measure.nominal) {
      return to_string(*measure.nominal);
    }
    if (measure.hard.bounded()) {
      return to_string(*measure.hard.low) + "-" + to_string(*measure.hard.high);
    }
    if (measure.hard.low || measure.hard.high) {
      return to_string(measure.hard.low ? *measure.hard.low : *measure.hard.high);
    }
  }
  return describe(value, services);
}

}  // namespace concord::compare
