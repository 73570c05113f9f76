// Days as a text writes them.
#include "proofread/written_day.h"

#include <algorithm>
#include <cstdlib>
#include <span>

#include "base/calendar_names.h"

namespace concord::proofread {
namespace {

constexpr std::string_view kShortMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                             "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr int kFirstYear = 1700;
constexpr int kLastYear = 2200;

std::optional<int> index_in(std::string_view word, std::span<const std::string_view> names) {
  const auto found = std::ranges::find(names, word);
  return found == names.end() ? std::nullopt
                              : std::optional(static_cast<int>(found - names.begin()));
}

constexpr std::string_view kShortWeekdays[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

}  // namespace

std::optional<int> weekday_of(std::string_view word) {
  return index_in(word, kFoldedWeekdays);
}

std::optional<int> weekday_at(const CopyText& text, std::size_t i) {
  const std::string_view word = text.word(i);
  if (const auto named = weekday_of(word)) {
    return named;
  }
  const auto found = index_in(word.substr(0, 3), kShortWeekdays);
  const bool whole = found && kFoldedWeekdays[static_cast<std::size_t>(*found)].starts_with(word);
  return whole && word.size() <= 5 && text.is_capital(i) ? found : std::nullopt;
}

std::optional<int> month_of(std::string_view word) {
  const auto whole = index_in(word, kFoldedMonths);
  const auto found = whole ? whole : index_in(word, kShortMonths);
  return found ? std::optional(*found + 1) : word == "sept" ? std::optional(9) : std::nullopt;
}

std::optional<int> digits_of(std::string_view word, std::size_t digits) {
  if (word.empty() || word.size() > digits ||
      !std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  int number = 0;
  for (const char c : word) {
    number = 10 * number + (c - '0');
  }
  return number;
}

std::optional<int> year_in(std::string_view word) {
  const auto number = word.size() == 4 ? digits_of(word, 4) : std::nullopt;
  return number && *number >= kFirstYear && *number <= kLastYear ? number : std::nullopt;
}

std::optional<WrittenDay> written_day(const CopyText& text, const CopyValue& value) {
  const TimeSpan* time = value.time();
  if (time == nullptr || !time->begin || !time->end || time->offset ||
      time->end->seconds - time->begin->seconds > kSecondsPerDay) {
    return std::nullopt;
  }
  WrittenDay day;
  day.value = &value;
  for (std::size_t i = value.tokens.begin; i < value.tokens.end; ++i) {
    const std::string_view word = text.word(i);
    day.month = month_of(word).value_or(day.month);
    day.year = year_in(word) ? year_in(word) : day.year;
    const std::size_t stop = i + (text.word(i + 1) == "." ? 2 : 1);  // "Thurs., Sept. 5"
    const std::string_view next = text.word(text.word(stop) == "," ? stop + 1 : stop);
    const bool beside = month_of(next) || digits_of(next.substr(0, 1), 1) || next == "the";
    // "said Thursday the July 15 death": the weekday is that of the saying.
    const bool apart = next == "the" && month_of(text.word(i + 2));
    const auto named = weekday_at(text, i);
    day.weekday = named && beside && !apart ? named : day.weekday;
  }
  const CivilTime civil = to_civil(*time->begin);
  day.day = civil.day;
  if (text.written(value.mention->core).find(format_date(*time->begin)) != std::string::npos) {
    day.month = civil.month;  // "2025-09-05"
    day.year = civil.year;
  }
  return day.month == civil.month ? std::optional(day) : std::nullopt;
}

std::optional<int> nearest_year(const Document& document, const WrittenDay& day) {
  const auto year = year_of(document);
  if (!year) {
    return std::nullopt;
  }
  std::optional<int> best;
  std::int64_t least = 0;
  for (const int candidate : {*year - 1, *year, *year + 1}) {
    if (!is_valid_date(candidate, day.month, day.day)) {
      continue;
    }
    const Timestamp time = from_civil({.year = candidate, .month = day.month, .day = day.day});
    const std::int64_t distance = std::abs(time.seconds - document.published->begin.seconds);
    if (!best || distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

}  // namespace concord::proofread
