#pragma once

#include <optional>
#include <string>

#include "normalize/date_parts.h"
#include "normalize/times.h"

namespace concord::normalize {

/// Times told from publication, or from the story where the words point back into it.

/// "yesterday", "tonight", "recently", "the nineties", "that day", "daily": the table of
/// fixed_time_rows().
std::optional<TimePart> read_fixed_time(const TimeScan& at_time, std::uint32_t at);

/// "Christmas", "Eid al-Fitr 2024", "Thanksgiving of next year", "last Easter".
std::optional<TimePart> read_holiday(const TimeScan& at_time, std::uint32_t at);

enum class Step : std::uint8_t { none, back, here, ahead };

/// "last", "this", "the coming", "this past".
struct StepAt {
  Step step = Step::none;
  std::uint32_t end = 0;
  bool recent = false;  // "this past": the latest one
  bool story = false;   // "the following": after what was told
};
StepAt step_at(const Scan& scan, std::uint32_t at);

/// The calendar unit `shift` units from the one that holds `today`; nothing for clock units.
std::optional<Period> unit_period(std::int64_t today, TimeUnit unit, int shift);

/// `number` units back from publication or ahead of it: "the past two weeks", "the next 3 days".
/// Days, weeks, months and years roll from the day of publication; quarters, decades and, in a text
/// of plans (Prefer::future), all units are whole ones of the calendar.
std::optional<Period> length_period(const TimeScan& at_time, TimeUnit unit, int number, Step step);

/// "the month", "this year", "my week", "year" after "end of": the unit that holds publication.
std::optional<TimePart> read_whole_unit(const TimeScan& at_time, std::uint32_t at);

/// A part told from publication.
TimePart present_part(std::uint32_t begin, std::uint32_t end, Period period);

/// TIMEX3 of a unit, a weekday (0 Sunday) or a month that nothing fixes: XXXX-WXX, XXXX-WXX-5.
std::string open_unit(TimeUnit unit);
std::string weekday_timex(int weekday);

/// A period that nothing fixes: timex only.
Period open_period(Grain grain, std::string timex);

}  // namespace concord::normalize
