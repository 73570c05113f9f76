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

/// A day of the month: "22", "22nd", "the 22nd", "twenty-second".
struct DayAt {
  int day = 0;
  std::uint32_t end = 0;
  bool ordinal = false;
};
std::optional<DayAt> day_at(const Scan& scan, std::uint32_t at);

/// A month's name with its dot.  "may" and "march" need a capital letter; in a sentence without any
/// capital a preposition, number or weekday before them.
struct MonthAt {
  int month = 0;
  std::uint32_t end = 0;
  bool common_word = false;
};
std::optional<MonthAt> month_at(const Scan& scan, std::uint32_t at);

/// A weekday's name; the short forms that are also words ("sun", "sat") need a capital.
/// 0 is Sunday.
struct WeekdayAt {
  int weekday = 0;
  std::uint32_t end = 0;
  bool common_word = false;
};
std::optional<WeekdayAt> weekday_at(const Scan& scan, std::uint32_t at);

/// The year that may follow a month or day: ", 2024", "of 2024", "'96", "last year",
/// "two thousand and eighteen".
std::optional<YearAt> year_after(const TimeScan& at_time, std::uint32_t at);

/// "nineteen ninety-four", "two thousand and eighteen", "nineteen hundred ninety".
std::optional<YearAt> year_in_words(const Scan& scan, std::uint32_t at);

/// The date of a month and day with the year of its era after it: "March 15, 44 BC".
std::optional<TimePart> with_era(const Scan& scan, const TimePart& date, int month, int day);

/// "AD", "B.C.", "BCE" at `at`.
enum class Era : std::uint8_t { untold, after_christ, before_christ };
struct EraAt {
  Era era = Era::untold;
  std::uint32_t end = 0;
};
EraAt era_at(const Scan& scan, std::uint32_t at);

/// "79" in "AD 79".
bool follows_era(const Scan& scan, std::uint32_t at);

/// The year told after a list of days that goes on after `day`, which ends at `end`: 2024 in
/// "March 3, 4 and 5, 2024".
std::optional<YearAt> year_after_list(const TimeScan& at_time, int day, std::uint32_t end);

/// A day whose month stands before the list it is in: "25" in "April 24 and 25".
std::optional<TimePart> read_listed_day(const TimeScan& at_time, std::uint32_t at);

/// A day whose month stands after the list it begins: "the 3rd" in "the 3rd and 4th of March".
std::optional<TimePart> read_day_before_list(const TimeScan& at_time, std::uint32_t at);

/// Past "-", "to", "until", "through" between two days of a month; 0 if there is none.
std::uint32_t past_range_joint(const Scan& scan, std::uint32_t at);

/// From the first to the last period.
Period period_between(const Period& first, const Period& last);

/// A date written with a month's name: "March 22, 2024", "March 2024", "in March", "22 March",
/// "the 22nd of March", "5-9 March", "31/Oct/1974".
std::optional<TimePart> read_month_first(const TimeScan& at_time, std::uint32_t at);
std::optional<TimePart> read_day_first(const TimeScan& at_time, std::uint32_t at);

/// "Saturday", "Saturday, March 23", "Friday last week", "Monday the 13th".
std::optional<TimePart> read_weekday(const TimeScan& at_time, std::uint32_t at);

/// "2021", "2010-2015", "2018 March 18", "in two thousand and twenty"; "1990s", "the '80s",
/// "the nineteen seventies".
std::optional<TimePart> read_bare_year(const TimeScan& at_time, std::uint32_t at);
std::optional<TimePart> read_decade(const Scan& scan, std::uint32_t at);

/// The end of a date or hour that no calendar has: "February 30", "31 June 2022", "50/6/2018",
/// "14 pm"; `at` when there is none.
std::uint32_t past_impossible_date(const Scan& scan, std::uint32_t at);

/// 24 is 2024 and 89 is 1989; a year of four digits is itself.
std::int64_t full_year(std::int64_t year, std::size_t digits);

/// The year that puts a month and day nearest to publication, or on the side the sentence looks
/// to; nothing without a reference time.
std::optional<int> nearest_year(const TimeScan& at_time, std::uint32_t at, int month, int day);

/// A day or month of a year that is known, worked out from publication, or left open (XXXX-03-22).
Period open_day(int month, int day);
Period open_month(int month);
Period day_of_year(const TimeScan& at_time, std::uint32_t at, std::optional<int> year, int month,
                   int day);
Period month_of_year(const TimeScan& at_time, std::uint32_t at, std::optional<int> year, int month);

/// A time told in another zone than the text's, where both are known, on the clock of the text.
void move_to_text_zone(const Reading& reading, const std::optional<int>& zone, TimeSpan& span);

/// Dates in figures alone: 2024-03-22; 3/22/2024 and 22/03/2024 (both readings kept);
/// 3/2015, 11 / 2016; 22.03.2024.
std::optional<TimePart> read_iso_date(const TimeScan& at_time, std::uint32_t at);
std::optional<TimePart> read_numeric_date(const TimeScan& at_time, std::uint32_t at);
std::optional<TimePart> read_month_and_year(const Scan& scan, std::uint32_t at);
std::optional<TimePart> read_dotted_date(const Scan& scan, std::uint32_t at);

}  // namespace concord::normalize
