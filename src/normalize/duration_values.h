#pragma once

#include <optional>
#include <string>

#include "normalize/amounts.h"

namespace concord::normalize {

/// Months count as 30.436875 days, a twelfth of the mean Gregorian year.
constexpr std::int64_t kSecondsPerMonth = 2629746;

/// Seconds of one such unit.
std::int64_t seconds_in(TimeUnit unit);

/// Gives a duration the seconds, months and unit of so many units.
void fill(Duration& duration, const Bounds& amounts, TimeUnit unit);

/// "a week".
Duration of_one(TimeUnit unit, Hedge hedge);

/// "for weeks": two at least.
Duration of_unsaid_number(TimeUnit unit);

/// Makes a duration longer by so many of a smaller unit: "30 minutes" after "2 hours".
void add_part(Duration& duration, const Decimal& amount, TimeUnit unit);

/// ISO 8601 of an amount of a unit ("PT20H", "P2Y6M"); "X" stands for an unsaid number.
std::string iso_duration(const std::optional<Decimal>& amount, TimeUnit unit);

/// The duration that an amount with a unit of time states.
Duration duration_of(const Amount& amount, Hedge hedge);

/// "between two and three hours".
Duration duration_between(const Amount& low, const Amount& high);

}  // namespace concord::normalize
