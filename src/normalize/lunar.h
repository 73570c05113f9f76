#pragma once

#include <cstdint>
#include <optional>

namespace concord::normalize {

/// Days of other calendars as days since 1970-01-01.  REQUIRES: Gregorian years 1 to 9999.

/// Easter Sunday of the Gregorian (anonymous computus) and of the Julian calendar (Meeus).
std::int64_t western_easter(int year);
std::int64_t orthodox_easter(int year);

/// A day of the Hebrew calendar that falls in a Gregorian year; months from Nisan (1) on, Adar of
/// leap years is the second one.  Reingold and Dershowitz, Calendrical Calculations, ch. 8.
std::int64_t hebrew_day(int gregorian_year, int month, int day);

/// A day of the Islamic calendar that falls in a Gregorian year, the first of two: months of the
/// tabular calendar (civil epoch, 16 July 622) begun by the new moon as Umm al-Qura does. Sightings
/// move the real day by one either way.
std::optional<std::int64_t> islamic_day(int gregorian_year, int month, int day);

/// A day of the Chinese calendar: months from the day of the new moon in Beijing, the eleventh
/// holds the winter solstice, of thirteen the first without an entry of the sun into a sign is
/// intercalary (GB/T 33661-2017).
std::int64_t chinese_day(int gregorian_year, int month, int day);

/// The day in India on which a lunar day (tithi: 1..15 waxing, 16..30 waning) of a month counted
/// from new moon to new moon (1 Chaitra) stands at an hour of local time; intercalary months hold
/// no feast.  Sun and moon by the principal terms of Meeus, Astronomical Algorithms, ch. 25 and 47.
std::optional<std::int64_t> hindu_day(int gregorian_year, int month, int tithi, int hour);

/// The day in India on which the sun's entry into a sidereal sign is kept (0 Mesha, 9 Makara).
std::int64_t sankranti_day(int gregorian_year, int sign);

}  // namespace concord::normalize
