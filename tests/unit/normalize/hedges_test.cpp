#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

// Hedges inside and around one another, and how far a usual reading goes.
constexpr NotedRow kRows[] = {
    // two hedges: the outer one stays, a fifth wider
    {"up to about 150 people", "up to about <150> count 150 [0,180] ~[75,150]"},
    {"at least roughly 12 people", "at least roughly <12> count 12 [9,-] ~[12,18]"},
    {"more than about 30%", "more than about <30%> percent % 30 (24,-] ~(30,40]"},
    {"about 150 people", "about <150> count 150 [120,180] ~[135,165]"},
    {"over about 30 years", "about <30 years> duration P30Y [757366848,1136050272]"},
    {"up to about a mile", "up to about <a mile> length [mi_i] 1 [0,1.2] ~[0.5,1]"},
    {"up to about an hour", "up to about <an hour> duration PT1H [0,4320]"},
    {"up to about half an hour", "up to about <half an hour> duration PT30M [0,2160]"},
    // a hedge before a range
    {"killed at least 20 to 30 people", "at least <20 to 30> count 20 [20,-] ~[20,30]"},
    {"Up to 40 or 50 died", "Up to <40 or 50> count 50 [0,50] ~[40,50]"},
    {"No more than two or three men", "No more than <two or three> count 3 [0,3] ~[2,3]"},
    {"More than 20 or 30 died", "More than <20 or 30> count 20 (20,-] ~(20,30]"},
    {"fewer than 20-30 died", "fewer than <20-30> count 30 [0,30) ~[20,30)"},
    {"About 40 to 50 died", "About <40 to 50> count [40,50] ~[40,50]"},
    {"between at least 20 and 30", "between at least <20 and 30> count [20,30] ~[20,30]"},
    {"at least 2 or 3 dozen men", "at least <2 or 3 dozen> count 19 [19,-] ~[23,38]"},
    {"two or three dozen men", "<two or three dozen> count [19,44] ~[23,38]"},
    {"at least two to three hours", "at least <two to three hours> duration PT2H [7200,-]"},
    {"lasted over two to three months",
     "over <two to three months> duration P2M [5259492,7889238]"},
    // below, at, and above a number
    {"Not quite 100 died", "Not quite <100> count 100 [80,100) ~[93,100)"},
    {"As few as 10 died", "As few as <10> count 10 [10,-] ~[10,15]"},
    {"Toll nears 100", "nears <100> count 100 [80,100) ~[93,100)"},
    {"prices near $90", "near <$90> money USD 90 [72,108] ~[81,99]"},
    {"near 10 houses", "<10> count 10 [10,10] ~[10,10]"},
    // none at all
    {"Not a single person was hurt", "a <single> count 0 [0,0] ~[0,0]"},
    {"left without a single injury", "a <single> count 0 [0,0] ~[0,0]"},
    {"It was not a single gunman", ""},
    {"a single person was hurt", "<single> count 1 [1,1] ~[1,1]"},
    {"Not one vote was cast", "<one> count 0 [0,0] ~[0,0]"},
    {"Not one of the men died", "<one> count 0 [0,0] ~[0,0]"},
    {"not one but two men", "<one> count 1 [1,1] ~[1,1]; <two> count 2 [2,2] ~[2,2]"},
    {"No-one died", "<No-one> count 0 [0,0] ~[0,0]"},
    {"no one else was hurt", ""},
    {"nobody else was hurt", ""},
    {"no one man can", ""},
    // fractions have no last digit
    {"about a third of voters",
     "about <a third> ratio 0.333333333333 [0.2666666666664,0.3999999999996] "
     "~[0.2999999999997,0.3666666666663]"},
    {"1 in 5 voters", "<1 in 5> ratio 0.2 [0.2,0.2] ~[0.18,0.22]"},
    {"one in 100 voters", "<one in 100> ratio 0.01 [0.01,0.01] ~[0.005,0.015]"},
    {"a quarter of a mile", "<a quarter of a mile> length [mi_i] 0.25 [0.25,0.25] ~[0.225,0.275]"},
    // the usual reading stays within what the words commit to; the next round step is the same
    // in figures and words
    {"Roughly 100 died", "Roughly <100> count 100 [80,120] ~[80,120]"},
    {"north of $100 million",
     "north of <$100 million> money USD 100000000 (100000000,-] ~(100000000,200000000]"},
    {"more than 1.5 million",
     "more than <1.5 million> count 1500000 (1500000,-] ~(1500000,1600000]"},
    // a part of a magnitude, joined
    {"a quarter-million people",
     "<a quarter-million> count 250000 [245000,255000] ~[245000,255000]"},
    {"more than half-a-million homes",
     "more than <half-a-million> count 500000 (500000,-] ~(500000,600000]"},
    {"half-a-dozen men", "<half-a-dozen> count 6 [6,6] ~[5,7]"},
};

TEST(Hedges, inside_and_around_one_another) {
  for (const NotedRow& row : kRows) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(Hedges, of_a_length_of_time_keep_the_ends_of_its_range) {
  const auto value = value_of("two to three months");
  ASSERT_TRUE(value);
  const auto& duration = std::get<Duration>(*value);
  EXPECT_EQ(duration.soft_seconds, duration.seconds);
}

TEST(Hedges, of_a_bound_are_no_rise) {
  EXPECT_EQ(std::get<Quantity>(*value_of("up to 300")).trend, Trend::none);
}

}  // namespace
}  // namespace concord::normalize
