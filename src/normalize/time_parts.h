#pragma once

#include <optional>
#include <span>

#include "normalize/leads.h"
#include "normalize/times.h"

namespace concord::normalize {

/// The pieces read_time is put together from.

/// A rule and what the words it begins with are.
struct LedRule {
  Leads leads;
  std::optional<TimePart> (*read)(const TimeScan&, std::uint32_t);
  Leads needs = 0;  // it reads nothing in a sentence without any of these; 0: needs none
};

/// What the first of the rules reads that reads anything.
std::optional<TimePart> first_led(std::span<const LedRule> rules, const TimeScan& at_time,
                                  std::uint32_t at);

/// Keeps in `best` the reading that reaches further; the one already there of equals.
void keep_longer(std::optional<TimePart>& best, std::optional<TimePart>&& other);

/// A date without a clock: the longest of read_date, read_fiscal_period, read_relative_time and
/// read_counted_part.
std::optional<TimePart> read_plain_date(const TimeScan& at_time, std::uint32_t at);

/// The same without counted parts, which hold such a date in turn.
std::optional<TimePart> read_container(const TimeScan& at_time, std::uint32_t at);

/// "the first week of October", "last Friday in May", "the 20th of next month", "the last four
/// months of 2021", "week 31 of 2027", "the week after next", "three Fridays from now", "the rest
/// of the year".  A week belongs to the period that holds its Thursday (ISO 8601).
std::optional<TimePart> read_counted_part(const TimeScan& at_time, std::uint32_t at);

/// Gives a day the part of day, clock or clocks that follow it: "Friday night", "Monday at 9",
/// "Tuesday from 2 to 2.30 pm".
void complete_day(const TimeScan& at_time, TimePart& date);

/// A clock, or from one clock to another, with the day that follows, else on the day of
/// publication: "9 a.m. on Friday", "between 3 and 8 yesterday", "8 tonight".
std::optional<TimePart> read_clock_first(const TimeScan& at_time, std::uint32_t at);

/// "the morning", "the night of March 5".
std::optional<TimePart> read_bare_day_part(const TimeScan& at_time, std::uint32_t at);

/// "the early hours of Sunday", "the small hours".
std::optional<TimePart> read_early_hours(const TimeScan& at_time, std::uint32_t at);

/// A day with the early hours after it: "Sunday in the early hours of the morning".
std::optional<TimePart> with_early_hours(const TimeScan& at_time, const TimePart& date);

/// A date, a clock or both.
std::optional<TimePart> read_part(const TimeScan& at_time, std::uint32_t at);

/// "early March", "the end of 2024", "earlier this month" (up to publication), "late on Friday".
std::optional<TimePart> read_third(const TimeScan& at_time, std::uint32_t at);

/// From `first` to the time that follows it, when one does.  `led`: "from" or "between" stands
/// before, so that "and" joins too.
std::optional<TimePart> read_range(const TimeScan& at_time, const TimePart& first, bool led);

/// A clock or, where none is, a bare hour, or "4.30", which stands only beside a clock or an event.
struct ClockOrHour {
  Clock clock;
  bool bare = false;
  bool dotted = false;
};
std::optional<ClockOrHour> clock_or_hour(const Scan& scan, std::uint32_t at);

/// Two clocks with a joint.  Halves of the day are carried over: 3 to 4 pm, 8 pm to 11.
struct ClockRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Clock first;
  Clock last;
  bool bare = false;  // both are plain hours: stands only beside a day
};
std::optional<ClockRange> read_clock_range(const Scan& scan, const ClockOrHour& first, bool led);

/// [first, last) on a day; a last clock not after the first is on the day after.
Period clock_range_period(const Period& day, const ClockRange& range);

/// A noun that a number before it would count; "tonight" and "last night" are none.
bool counts_noun(const Scan& scan, std::uint32_t at);

/// "8" in "8 tonight": an hour from 1 to 12 in figures or words that counts nothing.
std::optional<Clock> bare_hour(const Scan& scan, std::uint32_t at);

/// The hour in the half that a part of day tells: 9 on Friday night is 21.
Clock in_day_part(Clock clock, DayPart part);

/// A day of which nothing is known: XXXX-XX-XX.
Period unknown_day();

}  // namespace concord::normalize
