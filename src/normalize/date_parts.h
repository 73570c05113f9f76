#pragma once

#include <cstdint>
#include <optional>

#include "normalize/times.h"

namespace concord::normalize {

/// A whole number in at most `max_digits` figures, without separators.
std::optional<std::int64_t> small_whole(const Scan& scan, std::uint32_t at, std::size_t max_digits);

/// True if a mark, or a dash, stands between two tokens without spaces.
bool attached_mark(const Scan& scan, std::uint32_t at, char mark);
bool attached_dash(const Scan& scan, std::uint32_t at);

/// True for a day of the Gregorian calendar in the years 1 to 9999.
bool is_date(std::int64_t year, std::int64_t month, std::int64_t day);

/// REQUIRES: is_date(year, month, day).
TimePart of_date(std::uint32_t begin, std::uint32_t end, std::int64_t year, std::int64_t month,
                 std::int64_t day);

/// 24 is 2024 and 89 is 1989; a year of four digits is itself.
std::int64_t full_year(std::int64_t year, std::size_t digits);

/// The year that puts a month and day nearest to publication, or on the side the sentence looks
/// to; nothing without a reference time.
std::optional<int> nearest_year(const TimeScan& at_time, std::uint32_t at, int month, int day);

/// A day or month of a year that is known, worked out from publication, or left open (XXXX-03-22).
Period open_day(int month, int day);
Period day_of_year(const TimeScan& at_time, std::uint32_t at, std::optional<int> year, int month,
                   int day);
Period month_of_year(const TimeScan& at_time, std::uint32_t at, std::optional<int> year, int month);

/// Dates in figures alone: 2024-03-22; 3/22/2024 and 22/03/2024 (both readings kept);
/// 3/2015; 22.03.2024.
std::optional<TimePart> read_iso_date(const Scan& scan, std::uint32_t at);
std::optional<TimePart> read_numeric_date(const TimeScan& at_time, std::uint32_t at);
std::optional<TimePart> read_month_and_year(const Scan& scan, std::uint32_t at);
std::optional<TimePart> read_dotted_date(const Scan& scan, std::uint32_t at);

}  // namespace concord::normalize
