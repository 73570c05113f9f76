#pragma once

#include <array>
#include <string_view>

namespace concord {

/// The months as English writes them, January first.
inline constexpr std::array<std::string_view, 12> kMonthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// The same in folded text.
inline constexpr std::array<std::string_view, 12> kFoldedMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

/// The days of the week as weekday() counts them: Sunday is 0.
inline constexpr std::array<std::string_view, 7> kWeekdayNames = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

/// The same in folded text.
inline constexpr std::array<std::string_view, 7> kFoldedWeekdays = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

}  // namespace concord
