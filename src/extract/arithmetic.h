#pragma once

#include <optional>

#include "model/value.h"

namespace concord::extract {

/// An exact count of `amount`.
Quantity exactly(const Decimal& amount);

/// Sum and difference of two quantities of one dimension and unit by interval arithmetic on hard
/// and soft bounds; nothing when they measure different things or do not fit.
std::optional<Quantity> plus(const Quantity& left, const Quantity& right);
/// The quantity with its sign turned: a loss is a negative profit.  Keeps unit and hedge.
Quantity negative(const Quantity& quantity);

std::optional<Quantity> minus(const Quantity& left, const Quantity& right);

}  // namespace concord::extract
