#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

struct Row {
  std::string_view text;
  std::string_view values;  // read_values's notation
};

// Published on Sunday 24 March 2024 at noon.
constexpr Row kRows[] = {
    {"the first week of October 2023",
     "<the first week of October 2023> time 2023-W40 [2023-10-02,2023-10-09)"},
    {"last Friday in May", "<last Friday in May> time 2024-05-31 [2024-05-31,2024-06-01)"},
    {"the last day of February",
     "<the last day of February> time 2024-02-29 [2024-02-29,2024-03-01)"},
    {"the 15th day of next month",
     "<the 15th day of next month> time 2024-04-15 [2024-04-15,2024-04-16)"},
    {"the 20th of this month", "<the 20th of this month> time 2024-03-20 [2024-03-20,2024-03-21)"},
    {"the second Wednesday of October 2014",
     "<the second Wednesday of October 2014> time 2014-10-08 [2014-10-08,2014-10-09)"},
    {"the third to last week of 2018",
     "<the third to last week of 2018> time 2018-W50 [2018-12-10,2018-12-17)"},
    {"the last four months of 2021",
     "<the last four months of 2021> time P4M [2021-09-01,2022-01-01)"},
    {"the first two quarters of 2023",
     "<the first two quarters of 2023> time P2Q [2023-01-01,2023-07-01)"},
    {"week 31 of 2027", "<week 31 of 2027> time 2027-W31 [2027-08-02,2027-08-09)"},
    {"week 3", "<3> count 3 [3,3] ~[3,3]"},
    {"the week after next", "<the week after next> time 2024-W14 [2024-04-01,2024-04-08)"},
    {"Friday after next", "<Friday after next> time 2024-04-05 [2024-04-05,2024-04-06)"},
    {"two Fridays ago", "<two Fridays ago> time 2024-03-15 [2024-03-15,2024-03-16)"},
    {"the rest of the year", "<the rest of the year> time 2024 END [2024-03-24,2025-01-01)"},
    {"the week of March 6", "<the week of March 6> time 2024-W10 [2024-03-04,2024-03-11)"},
    {"the month of May", "the month of <May> time 2024-05 [2024-05-01,2024-06-01)"},
    {"the end of the month", "the end of <the month> time 2024-03 END [2024-03-21,2024-04-01)"},
    {"early this week", "early <this week> time 2024-W12 START [2024-03-18,2024-03-21)"},
    {"the beginning of 2017", "the beginning of <2017> time 2017 START [2017-01-01,2017-05-01)"},
    {"late last month", "late <last month> time 2024-02 END [2024-02-21,2024-03-01)"},
    {"next week on Friday", "<next week on Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"Tuesday of the following week", "<Tuesday of the following week> time XXXX-WXX-2 [-,-)"},
    {"the following year", "<the following year> time XXXX [-,-)"},
    {"the 2 previous weeks", "<the 2 previous weeks> time P2W [2024-03-10,2024-03-24)"},
    {"the past two weeks", "the past <two weeks> time P2W [2024-03-10,2024-03-24)"},
    {"the next five years", "the next <five years> time P5Y [2024-03-25,2029-03-25)"},
    {"the last 2 quarters", "the last <2 quarters> time P2Q [2023-07-01,2024-01-01)"},
    {"will return within five days", "within <five days> time P5D [2024-03-24,2024-03-29)"},
    {"died within five days", "within <five days> duration P5D [0,432000]"},
    {"will fly in two weeks", "in <two weeks> time 2024-04-07 [2024-04-07,2024-04-08)"},
    {"two weeks ago", "<two weeks ago> time 2024-W10 [2024-03-04,2024-03-11)"},
    {"2 years 1 month 21 days ago",
     "<2 years 1 month 21 days ago> time 2022-02-03 [2022-02-03,2022-02-04)"},
    {"will stay for three days from tomorrow",
     "<three days from tomorrow> time 2024-03-25 [2024-03-25,2024-03-28)"},
    {"a week starting Monday", "<a week starting Monday> time 2024-03-18 [2024-03-18,2024-03-25)"},
    {"3 to 4 pm", "<3 to 4 pm> time 2024-03-24T15:00 [2024-03-24T15:00,2024-03-24T16:00)"},
    {"8 pm to 11", "<8 pm to 11> time 2024-03-24T20:00 [2024-03-24T20:00,2024-03-24T23:00)"},
    {"Tuesday from 2:00 to 2.30 pm",
     "<Tuesday from 2:00 to 2.30 pm> time 2024-03-19T14:00 [2024-03-19T14:00,2024-03-19T14:30)"},
    {"between 3 and 8 yesterday",
     "between <3 and 8 yesterday> time 2024-03-23T03:00 [2024-03-23T03:00,2024-03-23T08:00)"},
    {"rose from 5 to 6 on Monday",
     "<5> count 5 [5,5] ~[5,5]; <6> count 6 [6,6] ~[6,6]; <Monday> time 2024-03-18 "
     "[2024-03-18,2024-03-19)"},
    {"the show starts at 8 tonight",
     "<8 tonight> time 2024-03-24T20:00 [2024-03-24T20:00,2024-03-24T21:00)"},
    {"killed 8 yesterday morning",
     "<8> count 8 [8,8] ~[8,8]; <yesterday morning> time 2024-03-23TMO "
     "[2024-03-23T04:00,2024-03-23T12:00)"},
    {"Monday at 15h30",
     "<Monday at 15h30> time 2024-03-18T15:30 [2024-03-18T15:30,2024-03-18T15:31)"},
    {"8h GMT on Thursday",
     "<8h GMT on Thursday> time 2024-03-21T08:00 [2024-03-21T08:00,2024-03-21T09:00)"},
    {"half past seven o'clock",
     "<half past seven o'clock> time 2024-03-24T07:30 [2024-03-24T07:30,2024-03-24T07:31)"},
    {"three quarters past 9 pm",
     "<three quarters past 9 pm> time 2024-03-24T21:45 [2024-03-24T21:45,2024-03-24T21:46)"},
    {"in the early hours of the morning", ""},
    {"Friday in the early hours of the morning",
     "<Friday in the early hours of the morning> time 2024-03-22TMO START "
     "[2024-03-22T04:00,2024-03-22T12:00)"},
    {"Saturday PM", "<Saturday PM> time 2024-03-23TAF [2024-03-23T12:00,2024-03-23T18:00)"},
    {"the night of March 5",
     "<the night of March 5> time 2024-03-05TNI [2024-03-05T18:00,2024-03-06T00:00)"},
    {"Sep-23-2020", "<Sep-23-2020> time 2020-09-23 [2020-09-23,2020-09-24)"},
    {"31/Oct/1974", "<31/Oct/1974> time 1974-10-31 [1974-10-31,1974-11-01)"},
    {"2019/aug/01", "<2019/aug/01> time 2019-08-01 [2019-08-01,2019-08-02)"},
    {"11 / 2016", "<11 / 2016> time 2016-11 [2016-11-01,2016-12-01)"},
    {"on march 3", "<march 3> time 2024-03-03 [2024-03-03,2024-03-04)"},
    {"he did march 3 miles", "<3 miles> length [mi_i] 3 [3,3] ~[2.5,3.5]"},
    {"two thousand and eighteen people",
     "<two thousand and eighteen> count 2018 [2018,2018] ~[2018,2018]"},
    {"in August two thousand and eighteen",
     "<August two thousand and eighteen> time 2018-08 [2018-08-01,2018-09-01)"},
    {"the nineteen seventies", "<the nineteen seventies> time 197 [1970-01-01,1980-01-01)"},
    {"Friday the 15th", "<Friday the 15th> time 2024-03-15 [2024-03-15,2024-03-16)"},
    {"Sunday 31", "<Sunday 31> time 2024-03-31 [2024-03-31,2024-04-01)"},
    {"on the 15th", "<the 15th> time 2024-03-15 [2024-03-15,2024-03-16)"},
    {"30 February 2024", ""},
    {"2/29/2023", ""},
    {"50/6/2018", ""},
    {"June 31, 2022", ""},
    {"from 2015 to May 5, 2017", "from <2015 to May 5, 2017> time 2015 [2015-01-01,2017-05-06)"},
    {"between January and now", "between <January and now> time 2024-01 [2024-01-01,2024-03-24)"},
    {"from Nov 18 to Dec 19, 2015",
     "from <Nov 18 to Dec 19, 2015> time 2015-11-18 [2015-11-18,2015-12-20)"},
    {"profit fell in the third quarter from $3 million a year earlier",
     "<the third quarter> time 2023-Q3 [2023-07-01,2023-10-01); <$3 million> money USD 3000000 "
     "[2500000,3500000] ~[2500000,3500000]; <a year earlier> time 2022-Q3 [2022-07-01,2022-10-01)"},
    {"up from $3 million a year earlier",
     "<$3 million> money USD 3000000 [2500000,3500000] ~[2500000,3500000]; <a year earlier> time "
     "2023 [2023-01-01,2024-01-01)"},
    {"as soon as Tuesday", "<Tuesday> time 2024-03-26 [2024-03-26,2024-03-27)"},
    {"shortly after the blast", ""},
    {"the recent sale", "<recent> time PAST_REF [-,2024-03-24)"},
    {"this winter", "<this winter> time 2023-WI [2023-12-01,2024-03-01)"},
    {"last winter", "<last winter> time 2023-WI [2023-12-01,2024-03-01)"},
    {"this Friday", "<this Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"Wednesday, March 20", "<Wednesday, March 20> time 2024-03-20 [2024-03-20,2024-03-21)"},
};

TEST(TimeParts, counted_parts_ranges_clocks_and_lengths) {
  for (const Row& row : kRows) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
