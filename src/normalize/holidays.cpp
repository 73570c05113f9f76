#include "normalize/relative_times.h"

namespace concord::normalize {
namespace {

// Fixed dates and rules of the holidays that English-language news names.  Sources: 5 U.S.C. 6103
// for the United States; Banking and Financial Dealings Act 1971 for the United Kingdom; the
// Gregorian computus.
constexpr HolidayRow kHolidays[] = {
    {"new year 's day|new year 's|new year day|new years day|new years", 1, 1},
    {"new year 's eve|new years eve", 12, 31},
    {"valentine 's day|valentines day|valentine day", 2, 14},
    {"st patrick 's day|st . patrick 's day|saint patrick 's day|st patricks day", 3, 17},
    {"april fools|april fool 's day|april fools ' day|april fools day", 4, 1},
    {"earth day", 4, 22},
    {"may day|international workers ' day", 5, 1},
    {"independence day|fourth of july|the fourth of july", 7, 4},
    {"bastille day", 7, 14},
    {"halloween|hallowe'en", 10, 31},
    {"veterans day|veteran 's day|armistice day|remembrance day", 11, 11},
    {"christmas eve|xmas eve", 12, 24},
    {"christmas day|christmas|xmas", 12, 25},
    {"boxing day", 12, 26},
    {"juneteenth", 6, 19},
    {"international women 's day", 3, 8},
    {"epiphany", 1, 6},
    {"australia day", 1, 26},
    {"anzac day", 4, 25},
    {"canada day", 7, 1},
    {"guy fawkes night|bonfire night|guy fawkes day", 11, 5},
    {"all saints ' day|all saints day", 11, 1},
    {"groundhog day", 2, 2},
    {"martin luther king day|martin luther king jr . day|mlk day|martin luther king 's day", 1, 3,
     1},
    {"presidents day|presidents ' day|president 's day|washington 's birthday", 2, 3, 1},
    {"mother 's day|mothers day|mothers ' day", 5, 2, 0},
    {"memorial day", 5, -1, 1},
    {"father 's day|fathers day|fathers ' day", 6, 3, 0},
    {"labor day", 9, 1, 1},
    {"columbus day|indigenous peoples ' day", 10, 2, 1},
    {"thanksgiving|thanksgiving day", 11, 4, 4},
    {"ash wednesday", 0, -46},
    {"palm sunday", 0, -7},
    {"maundy thursday", 0, -3},
    {"good friday", 0, -2},
    {"easter saturday|holy saturday", 0, -1},
    {"easter|easter sunday", 0, 0},
    {"easter monday", 0, 1},
    {"shrove tuesday|mardi gras", 0, -47},
    {"pentecost|whit sunday", 0, 49},
    {"whit monday", 0, 50},
};

std::int64_t easter(int year) {  // anonymous Gregorian computus
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31;
  return day_number(year, month, (h + l - 7 * m + 114) % 31 + 1);
}

std::int64_t holiday_day(const HolidayRow& row, int year) {
  if (row.month == 0) {
    return easter(year) + row.day;
  }
  if (row.weekday < 0) {
    return day_number(year, row.month, row.day);
  }
  const std::int64_t first = day_number(year, row.month, 1);
  if (row.day > 0) {
    return first + (row.weekday - weekday_of(first) + 7) % 7 + 7 * (row.day - 1);
  }
  const std::int64_t last = day_number(year, row.month, days_in_month(year, row.month));
  return last - (weekday_of(last) - row.weekday + 7) % 7;
}

}  // namespace

std::optional<TimePart> read_holiday(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const std::uint32_t first = at + (scan.is(at, Cue::the) ? 1U : 0U);
  auto hit = scan.vocabulary().holidays.starting(scan.from(at));
  std::uint32_t begin = at;
  if (!hit && first != at) {
    hit = scan.vocabulary().holidays.starting(scan.from(first));
    begin = first;
  }
  if (!hit) {
    return std::nullopt;
  }
  const HolidayRow& row = holiday_rows()[hit.payload];
  const std::uint32_t end = begin + hit.length;
  const std::uint32_t next =
      end + (scan.mark(end, ',') || scan.is(end, Cue::of) || scan.is(end, Cue::in) ? 1U : 0U);
  if (const auto year = year_at(scan, next)) {
    return TimePart{begin, year->end, day_period(holiday_day(row, year->year))};
  }
  if (!at_time.today()) {
    return std::nullopt;
  }
  const std::int64_t today = *at_time.today();
  const int now = civil_of(today).year;
  std::int64_t best = holiday_day(row, now);
  const bool ahead = direction(scan, at).value_or(at_time.reading.prefer) == Prefer::future;
  if (ahead && best < today)
    best = holiday_day(row, now + 1);
  if (!ahead && best > today + 60)
    best = holiday_day(row, now - 1);
  return present_part(begin, end, day_period(best));
}

std::span<const HolidayRow> holiday_rows() {
  return kHolidays;
}

}  // namespace concord::normalize
