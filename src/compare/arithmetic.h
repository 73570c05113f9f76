#pragma once

#include <optional>

#include "base/decimal.h"
#include "base/interval.h"
#include "model/check.h"

namespace concord::compare {

/// Interval arithmetic; a bound that does not fit becomes unbounded, so the result never excludes a
/// true value.
Interval<Decimal> plus(const Interval<Decimal>& a, const Interval<Decimal>& b);
Interval<Decimal> negated(const Interval<Decimal>& a);

/// Whether `left op right` holds for all, some or no values of the two intervals.
Verdict3 verdict_on(const CheckExpression& check, const Interval<Decimal>& left,
                    const Interval<Decimal>& right);

/// Smallest interval around both.
Interval<Decimal> hull(const Interval<Decimal>& a, const Interval<Decimal>& b);
/// What both allow; `a` itself when they share nothing.
Interval<Decimal> common(const Interval<Decimal>& a, const Interval<Decimal>& b);

}  // namespace concord::compare
