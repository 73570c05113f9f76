#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "normalize/calendar.h"
#include "normalize/found.h"
#include "normalize/scan.h"

namespace concord::normalize {

/// A period and the tokens it was read from.
struct TimePart {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Period period;
  std::uint32_t core_begin = 0;  // past "early", "later"; 0: the same as begin
  bool range = false;            // from one time to another: "from" before it belongs to it
};

/// A sentence and what its times are read against.
struct TimeScan {
  const Scan& scan;
  const Reading& reading;

  std::optional<std::int64_t> today() const {
    return reading.reference ? std::optional(day_of(*reading.reference)) : std::nullopt;
  }
};

enum class FixedTime : std::uint8_t {
  day,
  day_part,
  now,
  past,
  future,
  decade,
  set,
  story,
  year_end
};

/// A phrase that names a time by itself: "yesterday", "recently", "the nineties", "every day".
struct FixedTimeRow {
  FixedTime kind = FixedTime::now;
  DayPart part = DayPart::none;  // day_part
  int days = 0;                  // day, day_part: from publication; decade: first year
  std::string_view phrases;
  std::string_view timex = {};  // set, story
};
std::span<const FixedTimeRow> fixed_time_rows();

/// How the day of a holiday is found.
enum class HolidayRule : std::uint8_t {
  date,       // month, day; `which` tells what is done when it falls on a weekend
  weekday,    // the day-th `which` (0 Sunday) of a month; -1 its last
  western,    // days from Easter Sunday
  orthodox,   // days from Orthodox Easter Sunday
  hebrew,     // month from Nisan, day; begins at sunset of the day before
  islamic,    // month, day; `which`, if any, is the last such weekday before it
  chinese,    // month, day
  hindu,      // month from Chaitra, lunar day 1..30, standing at hour `which`
  sankranti,  // sidereal sign, days from the sun's entry
};

/// A holiday; `offset` days after what its rule gives, `days` long.
struct HolidayRow {
  std::string_view phrases;
  HolidayRule rule = HolidayRule::date;
  int month = 0;
  int day = 0;
  int which = 0;
  int offset = 0;
  int days = 1;
};
std::span<const HolidayRow> holiday_rows();

/// Explicit and half-explicit dates: ISO, numeric, month names, weekdays, years, decades, quarters.
std::optional<TimePart> read_date(const TimeScan& at_time, std::uint32_t at);

/// A year in figures or words; no other reading is weighed.
struct YearAt {
  int year = 0;
  std::uint32_t end = 0;
};
std::optional<YearAt> year_at(const Scan& scan, std::uint32_t at);

/// "the first quarter of 2025", "Q2", "third-quarter", "first half", "fiscal 1989", "the 19th
/// century".
std::optional<TimePart> read_fiscal_period(const TimeScan& at_time, std::uint32_t at);

/// "last week", "this year", "next Friday", "yesterday", "recently", "the nineties".
std::optional<TimePart> read_relative_time(const TimeScan& at_time, std::uint32_t at);

/// "9 a.m.", "10:30", "2.15pm", "noon", "half past nine", "1300 GMT".
struct Clock {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  bool has_minute = false;
  bool has_second = false;
  bool half_known = false;  // a.m. or p.m., or 24 hours
  bool of_day = false;      // written in 24 hours: "21:00", "00:30"
  std::optional<int> zone_minutes = {};
};
std::optional<Clock> read_clock(const Scan& scan, std::uint32_t at);

/// "4.30", which may as well be a number: an hour with its minutes.
std::optional<Clock> read_dotted_figures(const Scan& scan, std::uint32_t at);

/// A time zone at `at` ("GMT", "EST", "local time", "GMT+2", "+0100"); `end` is `at` if there is
/// none.
struct ZoneAt {
  std::uint32_t end = 0;
  std::optional<int> minutes;  // from UTC, where the words tell it
};
ZoneAt zone_at(const Scan& scan, std::uint32_t at);

/// The same after a clock with minutes, where "-0400" behind a blank is an offset too (RFC 5322).
ZoneAt zone_or_offset(const Scan& scan, std::uint32_t at);

/// The same of an offset alone, written against what stands before: "+0100", "-08:00".
ZoneAt offset_after(const Scan& scan, std::uint32_t at);

/// A clock time on a day; the day may be open ("XXXX-XX-XX").
Period clock_period(const Period& day, const Clock& clock);

/// Does the sentence look forward at this place ("will", "due") or back ("was", "killed")?
std::optional<Prefer> direction(const Scan& scan, std::uint32_t at);

/// The same where the verb itself stands for the time and leaves no doubt: "will be passed in",
/// "takes effect in", "was passed in"; nothing where a noun between may have the date ("agreed a
/// vote on"), or where the verb only reports or plans.
std::optional<Prefer> plain_direction(const Scan& scan, std::uint32_t at);

/// The whole time expression at `at`: date and clock joined, early/mid/late, hedges, ranges.
std::optional<Found> read_time(const TimeScan& at_time, std::uint32_t at, std::uint32_t limit);

/// Turns a duration just read into a time or a period where the words say so: "three days ago",
/// "two hours later", "three days before the attack", "the past two weeks".  False: it stays a
/// duration.
bool anchor_duration(const TimeScan& at_time, Found& found, std::uint32_t limit);

}  // namespace concord::normalize
