#include "normalize/lunar.h"

#include <array>
#include <cmath>
#include <numbers>

#include "normalize/calendar.h"

namespace concord::normalize {
namespace {

std::int64_t floor_divide(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

// ---- Hebrew

constexpr std::int64_t kHebrewEpoch = -2092590;  // 1 Tishri of year 1, 7 October 3761 BC (Julian)

bool is_hebrew_leap(std::int64_t year) {
  return (7 * year + 1) % 19 < 7;
}

// Days from the epoch to the new year, the four postponements included.
std::int64_t hebrew_elapsed(std::int64_t year) {
  const std::int64_t months = floor_divide(235 * year - 234, 19);
  const std::int64_t parts = 12084 + 13753 * months;
  const std::int64_t day = 29 * months + floor_divide(parts, 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

std::int64_t hebrew_new_year(std::int64_t year) {
  const std::int64_t before = hebrew_elapsed(year - 1);
  const std::int64_t now = hebrew_elapsed(year);
  const std::int64_t after = hebrew_elapsed(year + 1);
  const int delay = after - now == 356 ? 2 : now - before == 382 ? 1 : 0;
  return kHebrewEpoch + now + delay;
}

int hebrew_month_length(std::int64_t year, int month) {
  const std::int64_t days = hebrew_new_year(year + 1) - hebrew_new_year(year);
  switch (month) {
    case 2:
    case 4:
    case 6:
    case 10:
    case 13:
      return 29;
    case 8:
      return days % 10 == 5 ? 30 : 29;
    case 9:
      return days % 10 == 3 ? 29 : 30;
    case 12:
      return is_hebrew_leap(year) ? 30 : 29;
    default:
      return 30;
  }
}

std::int64_t hebrew_date(std::int64_t year, int month, int day) {
  const int last = is_hebrew_leap(year) ? 13 : 12;
  std::int64_t days = hebrew_new_year(year) + day - 1;
  // the year begins with the seventh month
  for (int i = 7; i != month; i = i == last ? 1 : i + 1) {
    days += hebrew_month_length(year, i);
  }
  return days;
}

// ---- sun and moon; times are days since 1970-01-01T00:00 UT

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}
double turned(double degrees) {
  return degrees - 360 * std::floor(degrees / 360);
}
double centuries(double days) {
  return (days - 10957.5) / 36525;
}

double sun_longitude(double days) {
  const double t = centuries(days);
  const double mean = 280.46646 + 36000.76983 * t;
  const double anomaly = radians(357.52911 + 35999.05029 * t);
  const double center = (1.914602 - 0.004817 * t) * std::sin(anomaly) +
                        (0.019993 - 0.000101 * t) * std::sin(2 * anomaly) +
                        0.000289 * std::sin(3 * anomaly);
  return turned(mean + center - 0.00569);
}

double moon_longitude(double days) {
  // multiples of the mean elongation, the sun's and the moon's anomaly, the argument of latitude
  struct Term {
    double degrees;
    int d, m, l, f;
  };
  constexpr std::array<Term, 21> kTerms = {
      {{6.288774, 0, 0, 1, 0},  {1.274027, 2, 0, -1, 0},  {0.658314, 2, 0, 0, 0},
       {0.213618, 0, 0, 2, 0},  {-0.185116, 0, 1, 0, 0},  {-0.114332, 0, 0, 0, 2},
       {0.058793, 2, 0, -2, 0}, {0.057066, 2, -1, -1, 0}, {0.053322, 2, 0, 1, 0},
       {0.045758, 2, -1, 0, 0}, {-0.040923, 0, 1, -1, 0}, {-0.034720, 1, 0, 0, 0},
       {-0.030383, 0, 1, 1, 0}, {0.015327, 2, 0, 0, -2},  {-0.012528, 0, 0, 1, 2},
       {0.010980, 0, 0, 1, -2}, {0.010675, 4, 0, -1, 0},  {0.010034, 0, 0, 3, 0},
       {0.008548, 4, 0, -2, 0}, {-0.007888, 2, 1, -1, 0}, {-0.006766, 2, 1, 0, 0}}};
  const double t = centuries(days);
  const double elongation = radians(297.8501921 + 445267.1114034 * t);
  const double sun = radians(357.5291092 + 35999.0502909 * t);
  const double moon = radians(134.9633964 + 477198.8675055 * t);
  const double latitude = radians(93.2720950 + 483202.0175233 * t);
  double longitude = 218.3164477 + 481267.88123421 * t;
  for (const Term& term : kTerms) {
    longitude += term.degrees *
                 std::sin(term.d * elongation + term.m * sun + term.l * moon + term.f * latitude);
  }
  return turned(longitude);
}

double elongation_at(double days) {
  return turned(moon_longitude(days) - sun_longitude(days));
}

constexpr double kSynodicMonth = 29.530588861;
constexpr double kSiderealYear = 365.256363;

// The moment near `guess` at which the moon stands `degrees` before the sun's longitude.
double when_elongation(double guess, double degrees) {
  double when = guess;
  for (int i = 0; i < 6; ++i) {
    const double off = turned(degrees - elongation_at(when) + 180) - 180;
    when += off * kSynodicMonth / 360;
  }
  return when;
}

// Lahiri's ayanamsha: how far the sidereal signs lie behind the equinox.
double sidereal_sun(double days) {
  return turned(sun_longitude(days) - 23.85 - 1.3969 * centuries(days));
}

double when_sidereal(double guess, double degrees) {
  double when = guess;
  for (int i = 0; i < 6; ++i) {
    const double off = turned(degrees - sidereal_sun(when) + 180) - 180;
    when += off * kSiderealYear / 360;
  }
  return when;
}

constexpr double kIndia = 5.5 / 24;
constexpr double kBeijing = 8.0 / 24;

// The first new moon not before a day.
double new_moon_from(double day) {
  const double passed = elongation_at(day);
  return when_elongation(day + (360 - passed) / 360 * kSynodicMonth, 0);
}

constexpr std::int64_t kIslamicEpoch = -492148;  // 16 July 622 (Julian)

// Umm al-Qura: the month begins with the day after the new moon, or one later when the moon was new
// after sunset in Mecca (about 15:00 UT).
std::int64_t islamic_month_from(std::int64_t tabular) {
  constexpr double kAfterSunset = 9.0 / 24;
  const double moon = when_elongation(static_cast<double>(tabular) - 1.5, 0);
  return static_cast<std::int64_t>(std::floor(moon + kAfterSunset)) + 1;
}

std::int64_t solstice_day(int year) {
  auto when = static_cast<double>(day_number(year, 12, 22));
  for (int i = 0; i < 6; ++i) {
    when += (turned(270 - sun_longitude(when) + 180) - 180) * 365.2422 / 360;
  }
  return static_cast<std::int64_t>(std::floor(when + kBeijing));
}

// The first day of the Chinese month that holds a day.
std::int64_t chinese_month_of(std::int64_t day) {
  double moon = new_moon_from(static_cast<double>(day) - 31);
  auto begin = static_cast<std::int64_t>(std::floor(moon + kBeijing));
  while (true) {
    moon = new_moon_from(moon + 20);
    const auto next = static_cast<std::int64_t>(std::floor(moon + kBeijing));
    if (next > day) {
      return begin;
    }
    begin = next;
  }
}

// The sun's sign when a day begins in Beijing: a month that keeps it is intercalary.
int chinese_sign(std::int64_t day) {
  return static_cast<int>(sun_longitude(static_cast<double>(day) - kBeijing) / 30);
}

}  // namespace

std::int64_t western_easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31;
  return day_number(year, month, (h + l - 7 * m + 114) % 31 + 1);
}

std::int64_t orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int month = (d + e + 114) / 31;
  const int day = (d + e + 114) % 31 + 1;
  const int behind = year / 100 - year / 400 - 2;  // the Julian calendar
  return day_number(year, month, day) + behind;
}

std::int64_t hebrew_day(int gregorian_year, int month, int day) {
  // months before Tishri belong to the Hebrew year that began in the autumn before
  const std::int64_t autumn = gregorian_year + 3761;
  const std::int64_t year = month < 7 || month > 10 ? autumn - 1 : autumn;
  const int named = month == 12 && is_hebrew_leap(year) ? 13 : month;
  return hebrew_date(year, named, day);
}

std::optional<std::int64_t> islamic_day(int gregorian_year, int month, int day) {
  const std::int64_t first = day_number(gregorian_year, 1, 1);
  const std::int64_t end = day_number(gregorian_year + 1, 1, 1);
  std::int64_t year = floor_divide((first - kIslamicEpoch) * 30, 10631);
  for (int i = 0; i < 4; ++i, ++year) {
    const std::int64_t tabular = kIslamicEpoch + (year - 1) * 354 +
                                 floor_divide(3 + 11 * year, 30) + std::int64_t{29} * (month - 1) +
                                 month / 2;
    const std::int64_t when = islamic_month_from(tabular) + day - 1;
    if (when >= first && when < end) {
      return when;
    }
  }
  return std::nullopt;
}

std::int64_t chinese_day(int gregorian_year, int month, int day) {
  const std::int64_t from = chinese_month_of(solstice_day(gregorian_year - 1));
  const std::int64_t until = chinese_month_of(solstice_day(gregorian_year));
  const bool has_leap = until - from > 365;
  int number = 11;  // the month of the solstice
  std::int64_t begin = from;
  bool leap_seen = false;
  for (int i = 0; i < 14; ++i) {
    const std::int64_t next = chinese_month_of(begin + 45);
    const bool leap = has_leap && !leap_seen && chinese_sign(begin) == chinese_sign(next);
    leap_seen = leap_seen || leap;
    if (i > 0 && !leap) {
      number = number % 12 + 1;
    }
    if (!leap && number == month && (i > 1 || month > 10)) {
      return begin + day - 1;
    }
    begin = next;
  }
  return begin + day - 1;
}

std::optional<std::int64_t> hindu_day(int gregorian_year, int month, int tithi, int hour) {
  const std::int64_t first = day_number(gregorian_year, 1, 1);
  const std::int64_t end = day_number(gregorian_year + 1, 1, 1);
  double moon = new_moon_from(static_cast<double>(first) - 40);
  for (int i = 0; i < 16; ++i) {
    const double next = new_moon_from(moon + 20);
    const int sign = static_cast<int>(sidereal_sun(moon) / 30);
    const bool intercalary = static_cast<int>(sidereal_sun(next) / 30) == sign;
    if (!intercalary && (sign + 1) % 12 + 1 == month) {
      const double from = when_elongation(moon + (tithi - 1) * 0.9844, 12.0 * (tithi - 1));
      const double at = hour / 24.0;
      const auto day = static_cast<std::int64_t>(std::ceil(from + kIndia - at));
      if (day >= first && day < end) {
        return day;
      }
    }
    moon = next;
  }
  return std::nullopt;
}

std::int64_t sankranti_day(int gregorian_year, int sign) {
  // Mesha about 14 April
  const double guess = static_cast<double>(day_number(gregorian_year, 4, 14)) +
                       30.44 * (sign >= 9 ? sign - 12 : sign);
  constexpr double kAfterSunset = 6.0 / 24;  // an entry after sunset is kept on the day after
  return static_cast<std::int64_t>(
      std::floor(when_sidereal(guess, 30.0 * sign) + kIndia + kAfterSunset));
}

}  // namespace concord::normalize
