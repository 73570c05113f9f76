#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concord {

/// A point of time in whole seconds since 1970-01-01T00:00:00, proleptic Gregorian, without leap
/// seconds.  Whether it is UTC or a local wall clock is said by whoever holds it.
struct Timestamp {
  std::int64_t seconds = 0;
  friend constexpr auto operator<=>(Timestamp, Timestamp) = default;
};

constexpr std::int64_t kSecondsPerDay = 86400;

struct CivilTime {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
  int hour = 0;
  int minute = 0;
  int second = 0;
  friend constexpr auto operator<=>(const CivilTime&, const CivilTime&) = default;
};

/// REQUIRES: fields in range (use is_valid_date first for read input); years -9999..9999.
Timestamp from_civil(const CivilTime& civil);
CivilTime to_civil(Timestamp time);
bool is_valid_date(int year, int month, int day);
int days_in_month(int year, int month);

/// 0 = Sunday ... 6 = Saturday.
int weekday(Timestamp time);

/// An ISO 8601 date, or date and time with or without an offset, as written.
struct IsoTime {
  Timestamp utc;  // offset applied; a date alone is its midnight
  bool has_time = false;
  std::optional<int> offset_minutes;  // "Z" is 0

  friend bool operator==(const IsoTime&, const IsoTime&) = default;
};

/// Reads "2024-03-23", "2024-03-23T18:00Z", "2024-03-23 18:00:05+03:00"; nothing when it is not
/// one.
std::optional<IsoTime> parse_iso8601(std::string_view text);

/// "2024-03-23" or "2024-03-23T18:00:00".
std::string format_date(Timestamp time);
std::string format_date_time(Timestamp time);

}  // namespace concord
