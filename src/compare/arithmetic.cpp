#include "compare/arithmetic.h"

#include <utility>

#include "compare/measure.h"

namespace concord::compare {
namespace {

std::optional<Decimal> sum(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b ? add(*a, *b) : std::nullopt;
}

bool is_point(const Interval<Decimal>& interval) {
  return interval.bounded() && *interval.low == *interval.high;
}

Decimal tolerance_of(const CheckExpression& check, const Interval<Decimal>& left,
                     const Interval<Decimal>& right) {
  if (!check.tolerance) {
    return Decimal(0);
  }
  if (!check.tolerance_is_percent) {
    return *check.tolerance;
  }
  const auto& base = right.high ? right.high : right.low ? right.low : left.high;
  const auto amount = base ? percent_of(*base, *check.tolerance) : std::nullopt;
  return amount.value_or(Decimal(0));
}

/// left <= right, with right moved up by the tolerance.
Verdict3 at_most(const Interval<Decimal>& left, const Interval<Decimal>& right) {
  if (is_before(right, left)) {
    return Verdict3::broken;
  }
  const bool always = left.high && right.low && *left.high <= *right.low;
  return always ? Verdict3::holds : Verdict3::possible;
}

Verdict3 less(const Interval<Decimal>& left, const Interval<Decimal>& right) {
  if (left.low && right.high && *right.high <= *left.low) {
    return Verdict3::broken;
  }
  return is_before(left, right) ? Verdict3::holds : Verdict3::possible;
}

Verdict3 equal(const Interval<Decimal>& left, const Interval<Decimal>& right,
               const Decimal& tolerance) {
  if (!overlaps(left, widened(right, tolerance))) {
    return Verdict3::broken;
  }
  if (!left.bounded() || !right.bounded()) {
    return Verdict3::possible;
  }
  const auto over = subtract(*left.high, *right.low);
  const auto under = subtract(*right.high, *left.low);
  const bool always = over && under && *over <= tolerance && *under <= tolerance;
  return always ? Verdict3::holds : Verdict3::possible;
}

Verdict3 not_equal(const Interval<Decimal>& left, const Interval<Decimal>& right) {
  if (!overlaps(left, right)) {
    return Verdict3::holds;
  }
  return is_point(left) && is_point(right) ? Verdict3::broken : Verdict3::possible;
}

}  // namespace

Interval<Decimal> plus(const Interval<Decimal>& a, const Interval<Decimal>& b) {
  Interval<Decimal> result;
  result.low = sum(a.low, b.low);
  result.high = sum(a.high, b.high);
  result.low_open = result.low && (a.low_open || b.low_open);
  result.high_open = result.high && (a.high_open || b.high_open);
  return result;
}

Interval<Decimal> negated(const Interval<Decimal>& a) {
  const auto minus = [](const std::optional<Decimal>& value) {
    return value ? std::optional<Decimal>(Decimal(-value->coefficient, value->exponent))
                 : std::nullopt;
  };
  return Interval<Decimal>{minus(a.high), minus(a.low), a.high_open, a.low_open};
}

Verdict3 verdict_on(const CheckExpression& check, const Interval<Decimal>& left,
                    const Interval<Decimal>& right) {
  const Decimal tolerance = tolerance_of(check, left, right);
  switch (check.comparison) {
    case Comparison::equal:
      return equal(left, right, tolerance);
    case Comparison::at_most:
      return at_most(left, widened(right, tolerance));
    case Comparison::at_least:
      return at_most(right, widened(left, tolerance));
    case Comparison::less:
      return less(left, right);
    case Comparison::greater:
      return less(right, left);
    case Comparison::not_equal:
      return not_equal(left, right);
  }
  return Verdict3::unknown;
}

Interval<Decimal> hull(const Interval<Decimal>& a, const Interval<Decimal>& b) {
  Interval<Decimal> result;
  if (a.low && b.low) {
    const auto& lower = *b.low < *a.low ? b : a;
    result.low = lower.low;
    result.low_open = *a.low == *b.low ? a.low_open && b.low_open : lower.low_open;
  }
  if (a.high && b.high) {
    const auto& higher = *a.high < *b.high ? b : a;
    result.high = higher.high;
    result.high_open = *a.high == *b.high ? a.high_open && b.high_open : higher.high_open;
  }
  return result;
}

Interval<Decimal> common(const Interval<Decimal>& a, const Interval<Decimal>& b) {
  if (!overlaps(a, b)) {
    return a;
  }
  Interval<Decimal> result = a;
  if (b.low && (!a.low || *a.low < *b.low || (*a.low == *b.low && b.low_open))) {
    result.low = b.low;
    result.low_open = b.low_open;
  }
  if (b.high && (!a.high || *b.high < *a.high || (*a.high == *b.high && b.high_open))) {
    result.high = b.high;
    result.high_open = b.high_open;
  }
  return result;
}

}  // namespace concord::compare
