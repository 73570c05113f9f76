#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/interval.h"
#include "base/span.h"
#include "base/timestamp.h"

namespace concord {

/// What a number measures.  `count` is a bare number or counted people and things.
enum class Dimension : std::uint8_t {
  count,
  ordinal,
  ratio,
  percent,
  percentage_points,
  money,
  age,
  duration,
  length,
  area,
  volume,
  mass,
  speed,
  temperature,
  energy,
  power,
  pressure,
  angle,
  data,
  magnitude,
  other
};

/// Kinds of values as a set: a bit for each Dimension, then durations and times.
using ValueClasses = std::uint32_t;
constexpr ValueClasses class_of(Dimension dimension) {
  return 1U << static_cast<std::uint32_t>(dimension);
}
constexpr ValueClasses kDurationClass = 1U << 24U;
constexpr ValueClasses kTimeClass = 1U << 25U;
constexpr ValueClasses kDateClass = 1U << 26U;  // a time that is not told from another event
constexpr ValueClasses kEveryClass = ~ValueClasses{0};

/// How the words hedge the number; VALUES.md section 2, a row each.
enum class Hedge : std::uint8_t {
  exact,
  rounded,
  about,
  just_under,
  just_over,
  more_than,
  well_over,
  at_least,
  less_than,
  at_most,
  as_many_as,
  between,
  vague,
  none_of
};

enum class Trend : std::uint8_t { none, up, down };

/// A quantity of any dimension.  Hard: what the words commit the writer to.  Soft: the usual
/// reading. All numbers are in the unit written (`unit`); convert (normalize.h) gives them in
/// another.
struct Quantity {
  Dimension dimension = Dimension::count;
  Interval<Decimal> hard;
  Interval<Decimal> soft;
  std::optional<Decimal> nominal;  // the number as written: 130 for "at least 130"
  Hedge hedge = Hedge::exact;
  std::string unit = "1";  // UCUM code, ISO 4217 for money, "%" for percent, "1" for a bare count
  std::string unit_text;   // as written: "acres"
  Trend trend = Trend::none;
  bool collective = false;  // "a dozen", "a pair": equal to 12, 2 only after normalization
  bool approximate_form =
      false;  // written with a magnitude word or a decimal: commits to half its last digit
  std::int8_t last_digit = 0;  // power of ten of the last significant digit written

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A length of time.  Calendar and exact parts are kept apart: a month is never silently 30 days.
struct Duration {
  Interval<Decimal>
      seconds;  // hard; months counted as 30.436875 days only here, for display and overlap
  Interval<Decimal> soft_seconds;
  std::optional<Decimal> nominal_seconds;
  Interval<Decimal> months;       // calendar part, empty when there is none
  std::optional<Decimal> amount;  // as written, in `unit`
  std::string unit;               // "hour", "day", "month" ...
  std::string iso;                // ISO 8601 / TIMEX3: "PT20H"
  Hedge hedge = Hedge::exact;

  friend bool operator==(const Duration&, const Duration&) = default;
};

enum class Anchor : std::uint8_t { explicit_date, publication, event, none };

/// A time: half-open [begin, end) in wall-clock time of the text; either may be missing (vague).
struct TimeSpan {
  std::optional<Timestamp> begin;
  std::optional<Timestamp> end;
  std::string timex;  // TIMEX3 value: "2024-03-22", "XXXX-WXX-6"
  std::string mod;    // TIMEX3 mod: "START", "APPROX" ...; empty if none
  Anchor anchor = Anchor::explicit_date;
  bool has_clock = false;          // finer than a day
  std::optional<int> weekday;      // 0 Sunday ... when the words name one
  std::optional<Duration> offset;  // "three days before ...": distance from the anchor event
  bool before_anchor = true;       // the offset's direction
  std::vector<std::string> alts;   // other readings, TIMEX3

  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

struct Name {
  std::string id;       // canonical name: list entry, else the words as written without title
  std::string part_of;  // the name it is part of; empty if none
  friend bool operator==(const Name&, const Name&) = default;
};

struct Quote {
  std::string speaker;  // last name or body; empty if unknown
  std::string text;     // without the marks
  friend bool operator==(const Quote&, const Quote&) = default;
};

using Value = std::variant<Quantity, Duration, TimeSpan, Name, Quote>;

/// A value where it stands: `full` is the whole expression (hedge included), `core` without the
/// hedge.
struct ValueMention {
  Span full;
  Span core;
  Value value;
};

}  // namespace concord
