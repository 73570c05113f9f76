// Laws of reading times, on random dates and on random runs of the words of time.
#include <array>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "value_reader.h"

namespace concord {
namespace {

std::vector<ValueMention> read_at(const std::string& text, Timestamp reference,
                                  normalize::Prefer prefer = normalize::Prefer::past) {
  return read_values(text, {.reference = reference, .prefer = prefer});
}

Timestamp any_time(int first_year, int last_year) {
  const int year = *rc::gen::inRange(first_year, last_year + 1);
  const int month = *rc::gen::inRange(1, 13);
  return from_civil({.year = year,
                     .month = month,
                     .day = *rc::gen::inRange(1, days_in_month(year, month) + 1),
                     .hour = *rc::gen::inRange(0, 24),
                     .minute = *rc::gen::inRange(0, 60)});
}

normalize::Prefer any_preference() {
  return *rc::gen::arbitrary<bool>() ? normalize::Prefer::past : normalize::Prefer::future;
}

constexpr std::array<std::string_view, 72> kWords = {
    "last",      "next",      "this",    "the",     "first",  "second",  "third",   "of",
    "in",        "on",        "at",      "from",    "to",     "between", "and",     "until",
    "within",    "ago",       "later",   "before",  "after",  "early",   "late",    "mid",
    "end",       "rest",      "week",    "weeks",   "month",  "months",  "year",    "years",
    "day",       "days",      "quarter", "weekend", "hour",   "minutes", "Friday",  "Sunday",
    "March",     "February",  "May",     "summer",  "winter", "morning", "night",   "noon",
    "yesterday", "tomorrow",  "tonight", "now",     "today",  "Easter",  "Ramadan", "Diwali",
    "Hanukkah",  "Christmas", "fiscal",  "past",    "coming", "every",   "century", "decade",
    "starting",  "two",       "30",      "2024",    "10:30",  "p.m.",    "GMT",     "–"};

std::string any_run() {
  std::string text;
  const int length = *rc::gen::inRange(1, 12);
  for (int i = 0; i < length; ++i) {
    const std::string_view joint =
        *rc::gen::elementOf(std::vector<std::string_view>{" ", " ", " ", " ", "-", ", ", "/"});
    text += i == 0 ? "" : joint;
    text += kWords[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(kWords.size())))];
  }
  return text;
}

RC_GTEST_PROP(Times, a_time_begins_before_it_ends, ()) {
  const std::string text = any_run();
  const Timestamp reference = any_time(1, 9999);
  for (const ValueMention& mention : read_at(text, reference, any_preference())) {
    if (const auto* time = std::get_if<TimeSpan>(&mention.value)) {
      const bool ordered = !time->begin || !time->end || *time->begin <= *time->end;
      RC_ASSERT(ordered);
      RC_ASSERT(!time->timex.empty());
    }
  }
}

RC_GTEST_PROP(Times, spans_follow_each_other_on_code_points, ()) {
  const std::string text = any_run();
  std::uint32_t from = 0;
  for (const ValueMention& mention : read_at(text, any_time(1900, 2100), any_preference())) {
    RC_ASSERT(mention.full.begin >= from);
    RC_ASSERT(mention.full.begin < mention.full.end);
    const bool within =
        mention.full.begin <= mention.core.begin && mention.core.end <= mention.full.end;
    RC_ASSERT(within);
    RC_ASSERT(
        is_valid_utf8(std::string_view(text).substr(mention.full.begin, mention.full.size())));
    from = mention.full.end;
  }
}

// The Gregorian calendar repeats after 400 years, to the weekday.
RC_GTEST_PROP(Times, four_hundred_years_move_every_reading_along, ()) {
  const std::string phrase = *rc::gen::elementOf(std::vector<std::string>{
      "on Friday", "last week", "next month", "yesterday morning", "three days ago", "a week ago",
      "in March", "on March 3", "this weekend", "last summer", "next Tuesday",
      "the third week of last month", "the past two weeks", "the end of the year",
      "will end in two months", "Q2", "Thanksgiving", "at 9 p.m.", "two hours ago"});
  const Timestamp now = any_time(1600, 2400);
  constexpr std::int64_t kCycle = 146097 * kSecondsPerDay;
  const auto here = read_at(phrase, now);
  const auto there = read_at(phrase, Timestamp{now.seconds + kCycle});
  RC_ASSERT(here.size() == 1U);
  RC_ASSERT(there.size() == 1U);
  const auto& first = std::get<TimeSpan>(here.front().value);
  const auto& second = std::get<TimeSpan>(there.front().value);
  RC_ASSERT(first.begin.has_value());
  RC_ASSERT(second.begin.has_value());
  RC_ASSERT(second.begin->seconds - first.begin->seconds == kCycle);
  RC_ASSERT(second.end->seconds - first.end->seconds == kCycle);
}

RC_GTEST_PROP(Times, the_zone_of_the_machine_does_not_matter, ()) {
  const std::string text = any_run();
  const Timestamp now = any_time(1900, 2100);
  const auto read_in = [&](const char* zone) {
    setenv("TZ", zone, 1);
    tzset();
    auto values = read_at(text, now);
    std::vector<Value> all;
    for (ValueMention& mention : values) {
      all.push_back(std::move(mention.value));
    }
    return all;
  };
  const auto east = read_in("Asia/Tokyo");
  const auto west = read_in("America/Los_Angeles");
  unsetenv("TZ");
  tzset();
  RC_ASSERT(east == west);
}

RC_GTEST_PROP(Times, a_printed_date_reads_back_as_itself, ()) {
  const Timestamp when = any_time(1000, 2999);
  const std::string date = format_date(when);
  const std::string clock = format_date_time(when).substr(0, 16);
  for (const std::string& text : {date, clock}) {
    const auto values = read_at(text, any_time(1900, 2100));
    RC_ASSERT(values.size() == 1U);
    RC_ASSERT(std::get<TimeSpan>(values.front().value).timex == text);
    RC_ASSERT(values.front().full.size() == text.size());
  }
}

RC_GTEST_PROP(Times, no_calendar_has_the_thirty_first_of_a_short_month, ()) {
  const int year = *rc::gen::inRange(1900, 2100);
  const int month = *rc::gen::elementOf(std::vector<int>{2, 4, 6, 9, 11});
  const int day = *rc::gen::inRange(days_in_month(year, month) + 1, 32);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  constexpr std::array<std::string_view, 12> kNames = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::string name(kNames[static_cast<std::size_t>(month - 1)]);
  const std::string number = std::to_string(year);
  for (const std::string& text : {number + "-" + two(month) + "-" + two(day),
                                  name + " " + std::to_string(day) + ", " + number,
                                  std::to_string(day) + " " + name + " " + number}) {
    RC_ASSERT(read_at("on " + text, any_time(1900, 2100)).empty());
  }
}

}  // namespace
}  // namespace concord
