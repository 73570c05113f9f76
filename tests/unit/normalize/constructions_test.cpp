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
    {"the loan was extended for an additional year",
     "<an additional year> duration P1Y [31556952,31556952]"},
    {"it will take a year or two", "<a year or two> duration P1Y [31556952,63113904]"},
    {"left a day or two ago", "<a day or two ago> time PAST_REF before P1D [-,2024-03-24)"},
    {"meets every other Tuesday", "<every other Tuesday> time XXXX-WXX-2 [-,-)"},
    {"runs every second Sunday", "<every second Sunday> time XXXX-WXX-7 [-,-)"},
    {"is held every third year", "<every third year> time P3Y [-,-)"},
    {"comes every Saturday morning", "<every Saturday morning> time XXXX-WXX-6TMO [-,-)"},
    {"comes on Saturday mornings", "<Saturday mornings> time XXXX-WXX-6TMO [-,-)"},
    {"comes each summer", "<each summer> time XXXX-SU [-,-)"},
    {"opens the first Monday of each month",
     "<the first Monday of each month> time XXXX-WXX-1 [-,-)"},
    {"in the early hours of Sunday",
     "<the early hours of Sunday> time 2024-03-24TMO START [2024-03-24T00:00,2024-03-24T06:00)"},
    {"in the early hours of Sunday morning",
     "<the early hours of Sunday morning> time 2024-03-24TMO START "
     "[2024-03-24T00:00,2024-03-24T06:00)"},
    {"in the small hours of the morning",
     "<the small hours of the morning> time 2024-03-24TMO START "
     "[2024-03-24T00:00,2024-03-24T06:00)"},
    {"the early hours of the war", ""},
    {"in mid-afternoon",
     "mid-<afternoon> time 2024-03-24TAF MID [2024-03-24T14:00,2024-03-24T16:00)"},
    {"at mid-afternoon on Monday",
     "mid-<afternoon on Monday> time 2024-03-18TAF MID [2024-03-18T14:00,2024-03-18T16:00)"},
    {"on March 3, 4 and 5",
     "<March 3> time 2024-03-03 [2024-03-03,2024-03-04); <4> time 2024-03-04 "
     "[2024-03-04,2024-03-05); <5> time 2024-03-05 [2024-03-05,2024-03-06)"},
    {"on March 3 and 4, 2021",
     "<March 3> time 2021-03-03 [2021-03-03,2021-03-04); <4, 2021> time 2021-03-04 "
     "[2021-03-04,2021-03-05)"},
    {"on the 3rd and 4th of March",
     "<the 3rd> time 2024-03-03 [2024-03-03,2024-03-04); <4th of March> time 2024-03-04 "
     "[2024-03-04,2024-03-05)"},
    {"on 5 and 6 March",
     "<5> time 2024-03-05 [2024-03-05,2024-03-06); <6 March> time 2024-03-06 "
     "[2024-03-06,2024-03-07)"},
    {"On March 3 and 4 people were hurt",
     "<March 3> time 2024-03-03 [2024-03-03,2024-03-04); <4> count 4 [4,4] ~[4,4]"},
    {"On March 3, 40 were hurt and 4 died",
     "<March 3> time 2024-03-03 [2024-03-03,2024-03-04); <40> count 40 [40,40] ~[40,40]; <4> count "
     "4 [4,4] ~[4,4]"},
    {"for the three months ended March 31",
     "the <three months> duration P3M [7889238,7889238]; <March 31> time 2023-03-31 "
     "[2023-03-31,2023-04-01)"},
    {"Monday to Friday, 9 a.m. to 5 p.m.",
     "<Monday to Friday> time 2024-03-18 [2024-03-18,2024-03-23); <9 a.m. to 5 p.m.> time "
     "2024-03-24T09:00 [2024-03-24T09:00,2024-03-24T17:00)"},
    {"tried to get around Wednesday's ruling",
     "<Wednesday> time 2024-03-20 [2024-03-20,2024-03-21)"},
    {"the second half of the game", "<second> ordinal 2 [2,2] ~[2,2]"},
    {"the first half of the year",
     "<the first half of the year> time 2024-H1 [2024-01-01,2024-07-01)"},
    {"the last half of 2023", "<the last half of 2023> time 2023-H2 [2023-07-01,2024-01-01)"},
    {"the previous evening", "<the previous evening> time XXXX-XX-XX [-,-)"},
    {"the comparable year-ago quarter",
     "<the comparable year-ago quarter> time 2022-Q4 [2022-10-01,2023-01-01)"},
    {"the year-ago third quarter",
     "<the year-ago third quarter> time 2022-Q3 [2022-07-01,2022-10-01)"},
    {"In the second quarter sales rose from the same period last year",
     "<the second quarter> time 2023-Q2 [2023-04-01,2023-07-01); <the same period last year> time "
     "2022-Q2 [2022-04-01,2022-07-01)"},
    {"In the second quarter net was $3 million. A year earlier net was $2 million",
     "<the second quarter> time 2023-Q2 [2023-04-01,2023-07-01); <$3 million> money USD 3000000 "
     "[2500000,3500000] ~[2500000,3500000]; <A year earlier> time 2022-Q2 [2022-04-01,2022-07-01); "
     "<$2 million> money USD 2000000 [1500000,2500000] ~[1500000,2500000]"},
    {"In the second quarter net was $3 million, in the nine months $8 million against $7 million a "
     "year earlier",
     "<the second quarter> time 2023-Q2 [2023-04-01,2023-07-01); <$3 million> money USD 3000000 "
     "[2500000,3500000] ~[2500000,3500000]; the <nine months> duration P9M [23667714,23667714]; "
     "<$8 million> money USD 8000000 [7500000,8500000] ~[7500000,8500000]; <$7 million> money USD "
     "7000000 [6500000,7500000] ~[6500000,7500000]; <a year earlier> time 2023 "
     "[2023-01-01,2024-01-01)"},
    {"last year's quarter", "<last year's quarter> time 2023 [2023-01-01,2024-01-01)"},
    {"the 2022 quarter", "<the 2022 quarter> time 2022 [2022-01-01,2023-01-01)"},
    {"rose from 40 in 1980 to more than 300",
     "<40> count 40 [40,40] ~[40,40]; <1980> time 1980 [1980-01-01,1981-01-01); more than <300> "
     "count 300 (300,-] ~(300,400]"},
    {"a nineteen ninety-seven attack", "<nineteen ninety-seven> time 1997 [1997-01-01,1998-01-01)"},
    {"will be released on Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"could also be named on Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"is to meet on Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"was expected to be sentenced on Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"appears to be killed on Friday", "<Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"must leave by Nov. 5", "<Nov. 5> time 2024-11-05 [2024-11-05,2024-11-06)"},
    {"may have left on Friday", "<Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"the trial begins Tuesday", "<Tuesday> time 2024-03-26 [2024-03-26,2024-03-27)"},
    {"the vote takes place on Tuesday", "<Tuesday> time 2024-03-26 [2024-03-26,2024-03-27)"},
    {"met the president on Friday", "<Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"at seven twenty-seven on Friday",
     "<seven twenty-seven on Friday> time 2024-03-22T07:27 [2024-03-22T07:27,2024-03-22T07:28)"},
    {"seven thirty-five pm",
     "<seven thirty-five pm> time 2024-03-24T19:35 [2024-03-24T19:35,2024-03-24T19:36)"},
    {"between 6:30 and 9 GMT",
     "between <6:30 and 9 GMT> time 2024-03-24T06:30 [2024-03-24T06:30,2024-03-24T09:00)"},
    {"8 pm in the evening on Friday",
     "<8 pm in the evening on Friday> time 2024-03-22T20:00 [2024-03-22T20:00,2024-03-22T21:00)"},
    {"24 October 10 o'clock",
     "<24 October 10 o'clock> time 2023-10-24T10:00 [2023-10-24T10:00,2023-10-24T11:00)"},
    {"from 01/21/2021 10:00 to 01/01/2023 07:00",
     "from <01/21/2021 10:00 to 01/01/2023 07:00> time 2021-01-21T10:00 "
     "[2021-01-21T10:00,2023-01-01T07:00)"},
    {"from March to date", "from <March to date> time 2024-03 [2024-03-01,2024-03-24)"},
    {"in less than an hour",
     "in less than <an hour> time 2024-03-24T13:00 BEFORE [2024-03-24T12:00,2024-03-24T13:00)"},
    {"later than 2018", "<2018> time 2018 [2018-01-01,2019-01-01)"},
    {"on March 15, 44 BC", "<March 15, 44 BC> time BC0044-03-15 [-,-)"},
    {"20161016", "<20161016> time 2016-10-16 [2016-10-16,2016-10-17)"},
    {"99999999", "<99999999> count 99999999 [99999999,99999999] ~[99999999,99999999]"},
    {"May 5th night", "<May 5th night> time 2024-05-05TNI [2024-05-05T18:00,2024-05-06T00:00)"},
    {"the 20th next month", "<the 20th next month> time 2024-04-20 [2024-04-20,2024-04-21)"},
    {"on the afternoon of the 12th",
     "<the afternoon of the 12th> time 2024-03-12TAF [2024-03-12T12:00,2024-03-12T18:00)"},
    {"the week before last", "<the week before last> time 2024-W10 [2024-03-04,2024-03-11)"},
    {"the weekend before last",
     "<the weekend before last> time 2024-W10-WE [2024-03-09,2024-03-11)"},
    {"the Tuesday before last",
     "<the Tuesday before last> time 2024-03-12 [2024-03-12,2024-03-13)"},
    {"a week ago Friday", "<a week ago Friday> time 2024-03-15 [2024-03-15,2024-03-16)"},
    {"on Tuesday week", "<Tuesday week> time 2024-04-02 [2024-04-02,2024-04-03)"},
    {"Thursday last", "<Thursday last> time 2024-03-21 [2024-03-21,2024-03-22)"},
    {"this week-end", "<this week-end> time 2024-W12-WE [2024-03-23,2024-03-25)"},
    {"from the 13 to 15 July", "from the <13 to 15 July> time 2024-07-13 [2024-07-13,2024-07-16)"},
    {"the previous three quarters",
     "the previous <three quarters> time P3Q [2023-04-01,2024-01-01)"},
    {"40 tons of refined copper a year", "<40 tons> mass [ston_av] 40 [40,40] ~[35,45]"},
    {"it will reach 100 in 3.5 seconds",
     "<100> count 100 [100,100] ~[50,150]; <3.5 seconds> duration PT3.5S [3.45,3.55]"},
    {"the Easter weekend", "<the Easter weekend> time 2024-W13-WE [2024-03-29,2024-04-02)"},
    {"Labor Day weekend", "<Labor Day weekend> time 2023-W35-WE [2023-09-02,2023-09-05)"},
    {"Thanksgiving weekend 2023",
     "<Thanksgiving weekend 2023> time 2023-W47-WE [2023-11-23,2023-11-27)"},
    {"World Refugee Day", "<World Refugee Day> time 2023-06-20 [2023-06-20,2023-06-21)"},
    {"Guru Gobind Singh Jayanti 2014",
     "<Guru Gobind Singh Jayanti 2014> time 2014-01-07 [2014-01-07,2014-01-08)"},
    {"two and three-quarter million",
     "<two and three-quarter million> count 2750000 [2745000,2755000] ~[2745000,2755000]"},
    {"in his mid-forties", "mid-<forties> age a [40,49] ~[43,46]"},
    {"between the ages of 5 and 11", "ages of <5 and 11> age a [5,11] ~[5,11]"},
    {"grew 3 to 4 per cent", "<3 to 4 per cent> percent % [3,4] ~[3,4]"},
    {"rose 5 percent to 20 percent",
     "<5 percent> percent % 5 [5,5] ~[4.5,5.5]; <20 percent> percent % 20 [20,20] ~[15,25]"},
    {"Rs. 20", "<Rs. 20> money INR 20 [20,20] ~[15,25]"},
    {"opened in March two years ago", "<March two years ago> time 2022-03 [2022-03-01,2022-04-01)"},
    {"opened on March 5, a year ago",
     "<March 5, a year ago> time 2023-03-05 [2023-03-05,2023-03-06)"},
    {"at Christmas three years ago",
     "<Christmas three years ago> time 2021-12-25 [2021-12-25,2021-12-26)"},
    {"in March, 2 people died",
     "<March> time 2024-03 [2024-03-01,2024-04-01); <2> count 2 [2,2] ~[2,2]"},
    {"in March two people died",
     "<March> time 2024-03 [2024-03-01,2024-04-01); <two> count 2 [2,2] ~[2,2]"},
    {"Thursday at 8 gmt",
     "<Thursday at 8 gmt> time 2024-03-21T08:00 [2024-03-21T08:00,2024-03-21T09:00)"},
    {"Monday the twenty fifth six pm",
     "<Monday the twenty fifth six pm> time 2024-03-25T18:00 [2024-03-25T18:00,2024-03-25T19:00)"},
    {"King's Day 2014", "<King's Day 2014> time 2014-04-26 [2014-04-26,2014-04-27)"},
    {"Jamat ul-Vida 2017", "<Jamat ul-Vida 2017> time 2017-06-23 [2017-06-23,2017-06-24)"},
    {"over the past year and a half",
     "<the past year and a half> duration P1Y6M [45757580.4,48913275.6]"},
    {"as recently as last week", "<last week> time 2024-W11 [2024-03-11,2024-03-18)"},
    {"a quarter-century ago", "<a quarter-century ago> time 1999 [1999-01-01,2000-01-01)"},
    {"the first three quarters", "the first <three quarters> duration P3Q [23667714,23667714]"},
    {"at this time last year", "<last year> time 2023 [2023-01-01,2024-01-01)"},
    {"a year ago this week", "<a year ago this week> time 2023-W11 [2023-03-13,2023-03-20)"},
    {"a year ago today", "<a year ago today> time 2023-03-24 [2023-03-24,2023-03-25)"},
    {"two years ago this month", "<two years ago this month> time 2022-03 [2022-03-01,2022-04-01)"},
    {"ten years ago Tuesday", "<ten years ago Tuesday> time 2014-03-19 [2014-03-19,2014-03-20)"},
    {"in the week to March 9",
     "<the week> duration P1W [604800,604800]; <March 9> time 2024-03-09 [2024-03-09,2024-03-10)"},
    {"one or two hundred people", "<one or two hundred> count [100,200] ~[100,200]"},
    {"between one and two hundred people",
     "between <one and two hundred> count [100,200] ~[100,200]"},
    {"5-6,000 people", "<5-6,000> count [5000,6000] ~[5000,6000]"},
    {"5-1,500 people", "<5-1,500> count [5,1500] ~[5,1500]"},
    {"200-1,000 people", "<200-1,000> count [200,1000] ~[200,1000]"},
    {"a thousand and one nights",
     "<a thousand and one nights> duration P1001D [86486400,86486400]"},
    {"thirty-some people", "<thirty>-some count 30 [24,36] ~[27,33]"},
    {"21 January 2012 13:11:23.678",
     "<21 January 2012 13:11:23.678> time 2012-01-21T13:11:23 [2012-01-21T13:11,2012-01-21T13:11)"},
    {"15 May 2004 16:10 -0400",
     "<15 May 2004 16:10 -0400> time 2004-05-15T16:10 [2004-05-15T16:10,2004-05-15T16:11)"},
};

TEST(Constructions, are_read) {
  for (const Row& row : kRows) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
