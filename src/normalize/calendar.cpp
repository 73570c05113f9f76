#include "normalize/calendar.h"

#include <array>
#include <utility>

namespace concord::normalize {
namespace {

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

constexpr std::int64_t kFirstDay = -719162;  // 0001-01-01
constexpr std::int64_t kLastDay = 2932896;   // 9999-12-31

Timestamp at_hour(std::int64_t day, int hour) {
  return {day * kSecondsPerDay + hour * std::int64_t{3600}};
}

}  // namespace

bool in_range(std::int64_t day) {
  return day >= kFirstDay && day <= kLastDay;
}

std::int64_t day_number(int year, int month, int day) {
  return day_of(from_civil({.year = year, .month = month, .day = day}));
}

std::int64_t day_of(Timestamp time) {
  const std::int64_t days = time.seconds / kSecondsPerDay;
  return time.seconds % kSecondsPerDay < 0 ? days - 1 : days;
}

CivilTime civil_of(std::int64_t day) {
  return to_civil(at_hour(day, 0));
}
int weekday_of(std::int64_t day) {
  return weekday(at_hour(day, 0));
}

IsoWeek iso_week(std::int64_t day) {
  const std::int64_t thursday = day - (weekday_of(day) + 6) % 7 + 3;
  const int year = civil_of(thursday).year;
  return {year, static_cast<int>((thursday - day_number(year, 1, 1)) / 7) + 1};
}

YearMonth carry(int year, int month) {
  const int months = year * 12 + (month - 1);
  const int back = months < 0 ? (months - 11) / 12 : months / 12;
  return {back, months - back * 12 + 1};
}

Period days_period(std::int64_t first, std::int64_t end, std::string timex, Grain grain) {
  Period made{.grain = grain, .span = {}};
  if (in_range(first) && in_range(end - 1)) {
    made.span.begin = at_hour(first, 0);
    made.span.end = at_hour(end, 0);
  }
  made.span.timex = std::move(timex);
  return made;
}

Period day_period(std::int64_t day) {
  return days_period(day, day + 1,
                     in_range(day) ? format_date(at_hour(day, 0)) : std::string("XXXX-XX-XX"),
                     Grain::day);
}

Period month_period(int year, int month) {
  const YearMonth next = carry(year, month + 1);
  return days_period(day_number(year, month, 1), day_number(next.year, next.month, 1),
                     padded(year, 4) + "-" + padded(month, 2), Grain::month);
}

Period year_period(int year) {
  return days_period(day_number(year, 1, 1), day_number(year + 1, 1, 1), padded(year, 4),
                     Grain::year);
}

Period decade_period(int first_year) {
  return days_period(day_number(first_year, 1, 1), day_number(first_year + 10, 1, 1),
                     padded(first_year / 10, 3), Grain::decade);
}

Period century_period(int number) {
  const int first = (number - 1) * 100;
  return days_period(day_number(first == 0 ? 1 : first, 1, 1), day_number(first + 100, 1, 1),
                     padded(number - 1, 2), Grain::century);
}

Period quarter_period(int year, int quarter) {
  const YearMonth next = carry(year, quarter * 3 + 1);
  return days_period(day_number(year, quarter * 3 - 2, 1), day_number(next.year, next.month, 1),
                     padded(year, 4) + "-Q" + std::to_string(quarter), Grain::quarter);
}

Period half_period(int year, int half) {
  const YearMonth next = carry(year, half * 6 + 1);
  return days_period(day_number(year, half * 6 - 5, 1), day_number(next.year, next.month, 1),
                     padded(year, 4) + "-H" + std::to_string(half), Grain::half_year);
}

Period season_period(int year, int season) {
  constexpr std::array<std::string_view, 5> kCodes = {"", "SP", "SU", "FA", "WI"};
  const YearMonth next = carry(year, season * 3 + 3);
  return days_period(day_number(year, season * 3, 1), day_number(next.year, next.month, 1),
                     padded(year, 4) + "-" + std::string(kCodes[static_cast<std::size_t>(season)]),
                     Grain::season);
}

Period week_period(std::int64_t any_day) {
  const std::int64_t monday = any_day - (weekday_of(any_day) + 6) % 7;
  const IsoWeek week = iso_week(any_day);
  return days_period(monday, monday + 7, padded(week.year, 4) + "-W" + padded(week.week, 2),
                     Grain::week);
}

Period weekend_period(std::int64_t any_day) {
  const std::int64_t monday = any_day - (weekday_of(any_day) + 6) % 7;
  const IsoWeek week = iso_week(any_day);
  return days_period(monday + 5, monday + 7,
                     padded(week.year, 4) + "-W" + padded(week.week, 2) + "-WE", Grain::weekend);
}

namespace {

// Whole months of a period that begins and ends with one; 0 for others.
int months_in(const CivilTime& begin, const CivilTime& end) {
  const bool whole = begin.day == 1 && end.day == 1 && begin.hour == 0 && end.hour == 0;
  return whole ? (end.year - begin.year) * 12 + end.month - begin.month : 0;
}

Timestamp month_after(const CivilTime& begin, int months) {
  const YearMonth month = carry(begin.year, begin.month + months);
  return from_civil({.year = month.year, .month = month.month, .day = 1});
}

}  // namespace

Third third_of(const Period& period, int third) {
  const Timestamp begin = *period.span.begin;
  const Timestamp end = *period.span.end;
  const CivilTime first = to_civil(begin);
  const int months = months_in(first, to_civil(end));
  const std::int64_t length = end.seconds - begin.seconds;
  if (months == 1) {
    constexpr std::int64_t kDekad = 10 * kSecondsPerDay;
    return {{begin.seconds + kDekad * third},
            third == 2 ? end : Timestamp{begin.seconds + kDekad * (third + 1)}};
  }
  if (months != 0 && months % 3 == 0) {
    return {month_after(first, months / 3 * third), month_after(first, months / 3 * (third + 1))};
  }
  const std::int64_t grain = length > kSecondsPerDay ? kSecondsPerDay : 1;
  const std::int64_t parts = length / grain;
  return {{begin.seconds + parts * third / 3 * grain},
          {begin.seconds + (parts * (third + 1) + 2) / 3 * grain}};
}

Period part_of_day(const Period& day, DayPart part) {
  struct Hours {
    std::string_view code;
    int begin;
    int end;
  };
  constexpr std::array<Hours, 7> kHours = {{{"", 0, 24},
                                            {"TMO", 4, 8},
                                            {"TMO", 4, 12},
                                            {"TMI", 11, 14},
                                            {"TAF", 12, 18},
                                            {"TEV", 18, 24},
                                            {"TNI", 18, 24}}};
  const Hours& hours = kHours[static_cast<std::size_t>(part)];
  Period made = day;
  made.grain = Grain::day_part;
  made.span.timex += hours.code;
  made.span.has_clock = true;
  if (day.span.begin) {
    made.span.begin = Timestamp{day.span.begin->seconds + hours.begin * std::int64_t{3600}};
    made.span.end = Timestamp{day.span.begin->seconds + hours.end * std::int64_t{3600}};
  }
  return made;
}

Period reference_period(std::string timex, const Reading& reading) {
  Period made{.grain = Grain::reference, .span = {}};
  made.span.anchor = Anchor::publication;
  if (reading.reference) {
    if (timex != "FUTURE_REF")
      made.span.end = *reading.reference;
    if (timex != "PAST_REF")
      made.span.begin = *reading.reference;
    if (timex == "PRESENT_REF")
      made.span.end = Timestamp{reading.reference->seconds + 1};
  }
  made.span.timex = std::move(timex);
  return made;
}

}  // namespace concord::normalize
