#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/value.h"
#include "normalize/normalize.h"
#include "normalize/words.h"

namespace concord::normalize {

/// How finely a time is given.
enum class Grain : std::uint8_t {
  reference,
  century,
  decade,
  year,
  half_year,
  quarter,
  season,
  month,
  week,
  weekend,
  day,
  day_part,
  clock
};

/// A stretch of the calendar: what it is and how fine.  `span.timex` is always set; begin and end
/// only where the words (or the reference time) fix them.
struct Period {
  Grain grain = Grain::day;
  TimeSpan span;
};

/// Days since 1970-01-01.
std::int64_t day_number(int year, int month, int day);
CivilTime civil_of(std::int64_t day);
int weekday_of(std::int64_t day);  // 0 Sunday
std::int64_t day_of(Timestamp time);

/// ISO 8601 week.
struct IsoWeek {
  int year = 0;
  int week = 0;
};
IsoWeek iso_week(std::int64_t day);

/// Years are limited to 1..9999; months may be any number and carry into the year.
struct YearMonth {
  int year = 0;
  int month = 1;
};
YearMonth carry(int year, int month);

Period day_period(std::int64_t day);
Period month_period(int year, int month);
Period year_period(int year);
Period decade_period(int first_year);
Period century_period(int number);  // 20 is 1901..2000
Period quarter_period(int year, int quarter);
Period half_period(int year, int half);
Period season_period(int year,
                     int season);  // Word::season; a winter is named by the year it begins in
Period week_period(std::int64_t any_day);  // Monday to Sunday
Period weekend_period(std::int64_t any_day);
Period part_of_day(const Period& day, DayPart part);

/// The first, middle or last third (0, 1, 2) of a period: of months their dekads (1-10, 11-20, 21
/// to the end), of longer periods whole months, of a week whole days rounded outward, of a day
/// hours. REQUIRES: begin and end are set.
struct Third {
  Timestamp begin;
  Timestamp end;
};
Third third_of(const Period& period, int third);

/// A stretch of days.
Period days_period(std::int64_t first, std::int64_t end, std::string timex, Grain grain);

/// "now", "recently": PRESENT_REF, PAST_REF, FUTURE_REF.
Period reference_period(std::string timex, const Reading& reading);

/// Is the date one that can be computed with (years 1..9999)?
bool in_range(std::int64_t day);

}  // namespace concord::normalize
