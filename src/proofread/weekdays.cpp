// Weekdays beside dates.
#include <algorithm>
#include <cstdlib>
#include <set>

#include <fmt/format.h>

#include "base/calendar_names.h"
#include "proofread/checks.h"
#include "proofread/written_day.h"

namespace concord::proofread {
namespace {

std::optional<int> weekday_in(const WrittenDay& day, int year) {
  return is_valid_date(year, day.month, day.day)
             ? std::optional(
                   weekday(from_civil({.year = year, .month = day.month, .day = day.day})))
             : std::nullopt;
}

/// Years that the tokens [begin, end) speak of: a date without a year may lie in any of them.
std::set<int> years_spoken_of(const CopyText& text, std::size_t begin, std::size_t end) {
  std::set<int> years;
  for (std::size_t i = begin; i < end; ++i) {
    if (const auto year = year_in(text.word(i))) {
      years.insert(*year);
    }
  }
  return years;
}

/// The years that a date may lie in: of a day of these weeks, those told right before and beside
/// it; of any other, those of the whole text.
std::set<int> years_for(const CopyText& text, const WrittenDay& day, int nearest) {
  constexpr std::int64_t kWeeks = 60 * kSecondsPerDay;
  constexpr std::size_t kBefore = 25;
  constexpr std::size_t kBeforeDayAhead = 8;
  constexpr std::size_t kBehind = 12;
  const std::size_t at = day.value->tokens.begin;
  const bool valid = is_valid_date(nearest, day.month, day.day);
  const Timestamp time =
      valid ? from_civil({.year = nearest, .month = day.month, .day = day.day}) : Timestamp{};
  const bool near = valid && text.document().published &&
                    std::abs(time.seconds - text.document().published->begin.seconds) < kWeeks;
  const bool ahead = near && time.seconds > text.document().published->end.seconds;
  // "in 2021 and 2023. The next launch is planned for Friday, June 18": no past year is meant
  constexpr std::string_view kWill[] = {"will", "is", "are"};
  if (ahead && any_in(text, at - std::min(at, kBeforeDayAhead), at, kWill)) {
    return {};  // "gutted in 2014, will reopen on Friday, September 5"
  }
  const std::size_t before = std::min(at, ahead ? kBeforeDayAhead : kBefore);
  return near ? years_spoken_of(text, at - before, std::min(text.size(), at + kBehind))
              : years_spoken_of(text, 0, text.size());
}

/// "Two years ago, on Thursday, May 11": the year that the words before the date lead to.
std::optional<int> year_ago(const CopyText& text, const WrittenDay& day) {
  constexpr std::size_t kBefore = 6;
  constexpr std::string_view kYears[] = {"a", "one", "two", "three", "four", "five"};
  const auto now = year_of(text.document());
  const std::size_t at = day.value->tokens.begin;
  for (std::size_t i = at - std::min(at, kBefore); i + 1 < at && now; ++i) {
    const bool years = text.word(i + 1) == "years" || text.word(i + 1) == "year";
    const auto number = digits_of(text.word(i), 2);
    const auto* word = std::ranges::find(kYears, text.word(i));
    if (years && text.word(i + 2) == "ago" && (number || word != std::end(kYears))) {
      const auto told = static_cast<int>(word - std::begin(kYears));
      return *now - (number ? *number : std::max(1, told));
    }
  }
  return std::nullopt;
}

/// "The vote is set for Sunday, January 11" in a text of June: that of the next year.
bool is_to_come(const CopyText& text, const WrittenDay& day) {
  constexpr std::size_t kBefore = 8;
  constexpr std::string_view kWill[] = {
      "will",   "set",   "scheduled", "due",   "planned", "next",    "slated", "expected",
      "begins", "opens", "starts",    "until", "be",      "through", "coming", "planning"};
  const std::size_t at = day.value->tokens.begin;
  return any_in(text, at - std::min(at, kBefore), at, kWill);
}

/// "He was held on Monday, September 8" in a text of March: that of the autumn before, though the
/// next one is a few days nearer.
bool may_be_past(const CopyText& text, const WrittenDay& day, int year) {
  constexpr std::int64_t kMonths = 60 * kSecondsPerDay;
  const auto& published = text.document().published;
  return published && from_civil({.year = year, .month = day.month, .day = day.day}).seconds >
                          published->end.seconds + kMonths;
}

/// The weekday that stands after the date: "March 12, a Friday".
std::optional<int> weekday_after(const CopyText& text, const CopyValue& value, std::size_t& at) {
  std::size_t i = value.tokens.end;
  if (text.word(i) == "(") {
    ++i;
  } else if (text.word(i) == "," && (text.word(i + 1) == "a" || text.word(i + 1) == "which")) {
    i += text.word(i + 1) == "a" ? 2 : 4;  // "which was a"
  } else {
    return std::nullopt;
  }
  at = i;
  const bool is_end = text.is_break(i + 1);
  return is_end ? weekday_of(text.word(i)) : std::nullopt;
}

/// The weekday before a date in brackets: "on Thursday (March 12)".
std::optional<int> weekday_before(const CopyText& text, const CopyValue& value, std::size_t& at) {
  const std::size_t begin = value.tokens.begin;
  if (begin < 2 || text.word(begin - 1) != "(" || text.word(value.tokens.end) != ")") {
    return std::nullopt;
  }
  at = begin - 2;
  return weekday_of(text.word(at));
}

/// "Thu, Sep 5", "Thurs., Sept. 5", "Thursday, 2025-09-05": the weekday before a comma that is not
/// read with the date.
std::optional<int> weekday_apart(const CopyText& text, const CopyValue& value, std::size_t& at) {
  std::size_t i = value.tokens.begin;
  if (i < 2 || text.word(i - 1) != ",") {
    return std::nullopt;
  }
  i -= text.word(i - 2) == "." && i > 2 ? 3 : 2;
  const auto found = weekday_at(text, i);
  at = found ? i : at;
  return found;
}

void check_weekday(const CopyText& text, WrittenDay day, CopyNotes& notes) {
  std::size_t at = day.value->tokens.begin;
  while (!weekday_at(text, at) && at + 1 < day.value->tokens.end) {
    ++at;
  }
  if (!day.weekday) {
    day.weekday = weekday_before(text, *day.value, at);
  }
  if (!day.weekday) {
    day.weekday = weekday_apart(text, *day.value, at);
  }
  if (!day.weekday) {
    day.weekday = weekday_after(text, *day.value, at);
  }
  const auto year = day.year ? day.year : nearest_year(text.document(), day);
  const auto right = year ? weekday_in(day, *year) : std::nullopt;
  if (!day.weekday || !right || *right == *day.weekday) {
    return;
  }
  const auto fits = [&](int other) { return weekday_in(day, other) == day.weekday; };
  const bool may_be_next = year_of(text.document()) && is_to_come(text, day) &&
                           from_civil({.year = *year, .month = day.month, .day = day.day}) <
                               text.document().published->begin &&
                           fits(*year + 1);
  const auto ago = year_ago(text, day);
  const bool of_last_year =
      may_be_past(text, day, *year) && !is_to_come(text, day) && fits(*year - 1);
  if (!day.year && (may_be_next || of_last_year || (ago && fits(*ago)) ||
                    std::ranges::any_of(years_for(text, day, *year), fits))) {
    return;
  }
  const std::string date =
      format_date(from_civil({.year = *year, .month = day.month, .day = day.day}));
  const std::string_view name = kWeekdayNames[*right];
  notes.add(text.span(at, at + 1),
            fmt::format("{} was a {}, not a {}", date, name, kWeekdayNames[*day.weekday]),
            {{day.value->mention->core, "the date"}},
            fmt::format("write \"{}\", or see which of the two is right", name));
}

}  // namespace

void check_weekdays(const CopyText& text, CopyNotes& notes) {
  for (const CopyValue& value : text.values()) {
    if (const auto day = written_day(text, value)) {
      check_weekday(text, *day, notes);
    }
  }
}

}  // namespace concord::proofread
