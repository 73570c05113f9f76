#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/value.h"
#include "normalize/numbers.h"

namespace concord::normalize {

// Hedges, and the two intervals each gives to a number N: hard, what the words commit the writer
// to, and soft, the usual reading.  h is half of the last digit written; of a fraction, a tenth of
// it but no less than two points.  A soft bound lies within the hard ones.
//
//   exact         N            hard [N,N]       soft N +- h for round numbers of 100 and above
//   rounded       1.5 million  hard N +- h      soft the same
//   about         about, -odd  hard [.8N,1.2N]  soft N +- max(10 %, h)
//   just_under    nearly       hard [.8N,N)     soft [.93N,N)
//   just_over     just over    hard (N,1.2N]    soft (N,1.07N]
//   more_than     over, N-plus hard (N,inf)     soft (N, the next round step]
//   well_over     well over    hard (N,inf)     soft [1.1N,2N]
//   at_least      N or more    hard [N,inf)     soft [N,1.5N]
//   less_than     fewer than   hard [0,N)       soft [.8N,N)
//   at_most       up to        hard [0,N]       soft [.5N,N]
//   as_many_as    as many as   hard [0,N]       soft [.7N,N]
//
// Bounds of counts are rounded outward to whole numbers; scales that go on below zero have no
// floor. Sources: the distinctions of TIMEX3 mod (ISO 24617-1), MS Recognizers' NumberRange and
// CQE's bounds; the widths are the project's own.

/// A hedge in words, before or after the number.
struct HedgeRow {
  Hedge hedge = Hedge::exact;
  bool belongs = false;      // part of the full expression though it leaves the number as it is
  std::string_view phrases;  // between '|', tokens between blanks
};

std::span<const HedgeRow> hedge_rows_before();
std::span<const HedgeRow> hedge_rows_after();

/// The hard and soft interval of a number under a hedge: one row of VALUES.md's table.
/// `counted`: bounds are rounded outward to whole numbers.
struct Bounds {
  Interval<Decimal> hard;
  Interval<Decimal> soft;
};
struct Written {
  Decimal value;
  std::int8_t last_digit = 0;
  bool approximate_form = false;
  bool counted = true;
  bool fraction = false;  // "a third", "one in five": it has no last digit
};
Bounds bounds_of(const Written& number, Hedge hedge);

/// How far the usual reading of a fraction goes to either side: two points, of a small one half of
/// itself.
Decimal points_of_fraction(const Decimal& value);

/// TIMEX3 mod of a hedge ("MORE_THAN", "APPROX" ...); empty for none.
std::string_view timex_mod(Hedge hedge);

/// The word a report puts before the number ("at least"); empty for an exact one.
std::string_view hedge_text(Hedge hedge);

/// A hedge found next to tokens [begin, end).
struct FoundHedge {
  Hedge hedge = Hedge::exact;
  std::uint32_t begin = 0;  // of the whole expression, hedge included
  std::uint32_t end = 0;
  bool loose = false;  // "up to about 150": the bound itself is only about right
};

/// True of a hedge that leaves no upper bound, or of one that sets it.
bool is_floor(Hedge hedge);
bool is_ceiling(Hedge hedge);

/// Moves the bound that a hedge sets a fifth outward; of a count to a whole number.
void loosen(Hedge hedge, bool counted, Interval<Decimal>& hard);

/// The same of a length of time, where the hedge is loose.
void loosen_bound(const FoundHedge& hedge, Duration& duration);

/// The range A to B under a hedge: "at least 20 to 30" commits to no upper bound.  Other hedges
/// leave it closed.
void bound_range(Hedge hedge, Interval<Decimal>& hard, Interval<Decimal>& soft);

/// Tokens of the longest hedge before a number that begins at `at`; 0 for none.
std::uint32_t hedge_length(const Scan& scan, std::uint32_t at);

/// Looks before `begin` (not further than `limit`) and after `end`; the hedge after wins over
/// "about" before, a bound before wins over all else.
FoundHedge find_hedge(const Scan& scan, std::uint32_t begin, std::uint32_t end,
                      std::uint32_t limit);

}  // namespace concord::normalize
