#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

// Days that are named behind their part, clocks beside a day and what has no day of its own.
constexpr NotedRow kDays[] = {
    {"Later in the day Friday the deal fell through",
     "Later in the day <Friday> time 2024-03-22 END [2024-03-22,2024-03-23)"},
    {"early in the day on 3 May",
     "early in the day on <3 May> time 2024-05-03 START [2024-05-03T00:00,2024-05-03T08:00)"},
    {"Late in the day he left",
     "Late in <the day> time 2024-03-24 END [2024-03-24T16:00,2024-03-25T00:00)"},
    {"must be paid today before 11am",
     "<today before 11am> time 2024-03-24T11:00 BEFORE [2024-03-24T00:00,2024-03-24T11:00)"},
    {"on 3-4 March at 7pm",
     "<3-4 March at 7pm> time 2024-03-03T19:00 [2024-03-03T19:00,2024-03-04T20:00)"},
    {"met on Friday after 9.30pm",
     "<Friday after 9.30pm> time 2024-03-22T21:30 AFTER [2024-03-22T21:30,2024-03-23T00:00)"},
    {"before dawn on Friday", "<Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"At dawn on Friday the tanks came",
     "<dawn on Friday> time 2024-03-22TMO [2024-03-22T04:00,2024-03-22T08:00)"},
    {"They sleep by day and hunt at night", "<night> time XXXX-XX-XXTNI [-,-)"},
    {"left at 9.15 on Friday",
     "<9.15 on Friday> time 2024-03-22T09:15 [2024-03-22T09:15,2024-03-22T09:16)"},
    {"The crown traded at 9.15 on Friday",
     "<9.15> count 9.15 [9.145,9.155] ~[9.145,9.155]; <Friday> time 2024-03-22 "
     "[2024-03-22,2024-03-23)"},
    {"open from 4 until 17 of April",
     "from <4 until 17 of April> time 2024-04-04 [2024-04-04,2024-04-18)"},
};

// Years in short, named years and parts of years.
constexpr NotedRow kYears[] = {
    {"built in the summer of '68, it burned",
     "<the summer of '68> time 1968-SU [1968-06-01,1968-09-01)"},
    {"moved in June '98, he said", "<June '98> time 1998-06 [1998-06-01,1998-07-01)"},
    {"‘14 boats sank,’ he said", "<14> count 14 [14,14] ~[14,14]"},
    {"the winter of 2015-16 was mild",
     "the <winter of 2015-16> time 2015-WI [2015-12-01,2016-03-01)"},
    {"in the year 1066", "<the year 1066> time 1066 [1066-01-01,1067-01-01)"},
    {"temperatures in the 90s on Friday", "<Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"in the 90s", "<the 90s> time 199 [1990-01-01,2000-01-01)"},
    {"the final quarter of 2019",
     "<the final quarter of 2019> time 2019-Q4 [2019-10-01,2020-01-01)"},
    {"lost it in the final quarter", ""},
    {"on April 3,2019 it closed", "<April 3,2019> time 2019-04-03 [2019-04-03,2019-04-04)"},
};

// Lengths that publication bounds, and what only looks like one.
constexpr NotedRow kRolling[] = {
    {"over the next year", "<the next year> time 2025 [2024-03-25,2025-03-25)"},
    {"within the next decade", "<the next decade> time 203 [2024-03-25,2034-03-25)"},
    {"for the last week", "<the last week> time 2024-W11 [2024-03-17,2024-03-24)"},
    {"in the last week of May", "<the last week of May> time 2024-W22 [2024-05-27,2024-06-03)"},
    {"over the past year", "<the past year> time P1Y [2023-03-24,2024-03-24)"},
    {"next year", "<next year> time 2025 [2025-01-01,2026-01-01)"},
    {"the first two weeks of June",
     "<the first two weeks of June> time P2W [2024-06-01,2024-06-15)"},
    {"the last three weeks of March",
     "<the last three weeks of March> time P3W [2024-03-11,2024-04-01)"},
    {"could last over a week", "over <a week> duration P1W (604800,-]"},
    {"open seven days a week", "<seven days> duration P7D [604800,604800]"},
    {"lasted 2h 15m", "<2h 15m> duration PT2H15M [8100,8100]"},
};

// What is arranged lies ahead, what is talked of has happened.
constexpr NotedRow kDirection[] = {
    {"Talks resume Monday", "<Monday> time 2024-03-25 [2024-03-25,2024-03-26)"},
    {"They did not plan to close it on Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"The deadline was extended to Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"It had been due to expire Friday", "<Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"They will appeal against Friday's verdict",
     "<Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"They will hold Friday's rally", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"Neither could be reached Friday", "<Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"It could be reached Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"The ban takes effect in 30 days", "in <30 days> time 2024-04-23 [2024-04-23,2024-04-24)"},
    {"He lost it all in 30 days", "<30 days> duration P30D [2592000,2592000]"},
};

// Decades of life; groups of an age are none of the calendar.
constexpr NotedRow kAges[] = {
    {"a 30-something driver", "<30-something> age a [30,39] ~[30,39]"},
    {"a man in his late 20s or early 30s",
     "late <20s> age a [20,29] ~[26,29]; early <30s> age a [30,39] ~[30,33]"},
    {"in their 40s, fifties and 60s",
     "<40s> age a [40,49] ~[40,49]; <fifties> age a [50,59] ~[50,59]; <60s> age a [60,69] "
     "~[60,69]"},
    {"two forty-somethings",
     "<two> count 2 [2,2] ~[2,2]; <forty-somethings> age a [40,49] ~[40,49]"},
    {"the over-50s and under-18s", ""},
    {"in the mid-90s", "the mid-<90s> time 199 MID [1993-05-01,1996-09-01)"},
};

// How many times as much, in one word.
constexpr NotedRow kTimes[] = {
    {"a tenfold rise", "<tenfold> ratio 10 [10,10] ~[10,10]"},
    {"Crime rose threefold", "<threefold> ratio 3 [3,3] ~[3,3]"},
    {"or about 12 of them", "about <12> count 12 [9,15] ~[10,14]"},
    {"15,000 square km of forest",
     "<15,000 square km> area km2 15000 [15000,15000] ~[14500,15500]"},
};

TEST(NewsTimes, days) {
  for (const NotedRow& row : kDays) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(NewsTimes, years) {
  for (const NotedRow& row : kYears) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(NewsTimes, rolling) {
  for (const NotedRow& row : kRolling) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(NewsTimes, direction) {
  for (const NotedRow& row : kDirection) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(NewsTimes, ages) {
  for (const NotedRow& row : kAges) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(NewsTimes, times) {
  for (const NotedRow& row : kTimes) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
