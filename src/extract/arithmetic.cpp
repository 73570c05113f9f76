#include "extract/arithmetic.h"

namespace concord::extract {
namespace {

using Bound = std::optional<Decimal>;

Bound sum(const Bound& left, const Bound& right) {
  return left && right ? add(*left, *right) : std::nullopt;
}

Bound difference(const Bound& left, const Bound& right) {
  return left && right ? subtract(*left, *right) : std::nullopt;
}

Interval<Decimal> sum(const Interval<Decimal>& left, const Interval<Decimal>& right) {
  return {sum(left.low, right.low), sum(left.high, right.high), left.low_open || right.low_open,
          left.high_open || right.high_open};
}

Interval<Decimal> difference(const Interval<Decimal>& left, const Interval<Decimal>& right) {
  return {difference(left.low, right.high), difference(left.high, right.low),
          left.low_open || right.high_open, left.high_open || right.low_open};
}

bool is_plain(Hedge hedge) {
  return hedge == Hedge::exact || hedge == Hedge::rounded;
}

/// How a worked-out quantity is hedged: as its bounds say.
Hedge hedge_of(const Quantity& left, const Quantity& right, const Interval<Decimal>& hard) {
  if (is_plain(left.hedge) && is_plain(right.hedge)) {
    return left.hedge;
  }
  if (!hard.high) {
    return hard.low_open ? Hedge::more_than : Hedge::at_least;
  }
  if (!hard.low) {
    return hard.high_open ? Hedge::less_than : Hedge::at_most;
  }
  return is_plain(left.hedge) ? right.hedge : is_plain(right.hedge) ? left.hedge : Hedge::about;
}

bool same_measure(const Quantity& left, const Quantity& right) {
  return left.dimension == right.dimension && left.unit == right.unit;
}

}  // namespace

Quantity exactly(const Decimal& amount) {
  Quantity quantity;
  quantity.hard = Interval<Decimal>::exactly(amount);
  quantity.soft = quantity.hard;
  quantity.nominal = amount;
  return quantity;
}

std::optional<Quantity> plus(const Quantity& left, const Quantity& right) {
  if (!same_measure(left, right)) {
    return std::nullopt;
  }
  Quantity result = left;
  result.hard = sum(left.hard, right.hard);
  result.soft = sum(left.soft, right.soft);
  result.nominal = sum(left.nominal, right.nominal);
  result.hedge = hedge_of(left, right, result.hard);
  result.collective = left.collective || right.collective;
  result.approximate_form = left.approximate_form || right.approximate_form;
  return result.hard.low || result.hard.high ? std::optional(result) : std::nullopt;
}

std::optional<Quantity> minus(const Quantity& left, const Quantity& right) {
  if (!same_measure(left, right)) {
    return std::nullopt;
  }
  Quantity result = left;
  result.hard = difference(left.hard, right.hard);
  result.soft = difference(left.soft, right.soft);
  result.nominal = difference(left.nominal, right.nominal);
  result.hedge = hedge_of(left, right, result.hard);
  result.approximate_form = left.approximate_form || right.approximate_form;
  const bool negative = result.nominal && result.nominal->is_negative();
  return !negative && (result.hard.low || result.hard.high) ? std::optional(result) : std::nullopt;
}

namespace {

std::optional<Decimal> turned(const std::optional<Decimal>& value) {
  return value ? std::optional(Decimal(-value->coefficient, value->exponent)) : std::nullopt;
}

Interval<Decimal> turned(const Interval<Decimal>& interval) {
  return {turned(interval.high), turned(interval.low), interval.high_open, interval.low_open};
}

}  // namespace

Quantity negative(const Quantity& quantity) {
  Quantity result = quantity;
  result.hard = turned(quantity.hard);
  result.soft = turned(quantity.soft);
  result.nominal = turned(quantity.nominal);
  return result;
}

}  // namespace concord::extract
