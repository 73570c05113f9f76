#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

// Figures with a point are hours beside another clock; a night goes on past midnight.
constexpr NotedRow kClocks[] = {
    {"the gate opens between 4.30 and 5.30pm",
     "between <4.30 and 5.30pm> time 2024-03-24T16:30 [2024-03-24T16:30,2024-03-24T17:30)"},
    {"shut from 2.15 to 3.15 pm",
     "from <2.15 to 3.15 pm> time 2024-03-24T14:15 [2024-03-24T14:15,2024-03-24T15:15)"},
    {"open 2.15-3.15pm", "<2.15-3.15pm> time 2024-03-24T14:15 [2024-03-24T14:15,2024-03-24T15:15)"},
    {"between 10.30 and 11.45 a.m. it rained",
     "between <10.30 and 11.45 a.m.> time 2024-03-24T10:30 [2024-03-24T10:30,2024-03-24T11:45)"},
    {"it ran from 7.30-8pm",
     "from <7.30-8pm> time 2024-03-24T19:30 [2024-03-24T19:30,2024-03-24T20:00)"},
    {"from 7.30pm to 8.15 he sang",
     "from <7.30pm to 8.15> time 2024-03-24T19:30 [2024-03-24T19:30,2024-03-24T20:15)"},
    {"the rate rose from 2.15 to 3.15 percent",
     "<2.15> percent % 2.15 [2.145,2.155] ~[2.145,2.155]; <3.15 percent> percent % 3.15 "
     "[3.145,3.155] ~[3.145,3.155]"},
    {"between 4.30 and 5.30 people came", "between <4.30 and 5.30> count [4.3,5.3] ~[4.3,5.3]"},
    {"At 3.30 on Saturday the police came",
     "<3.30 on Saturday> time 2024-03-23T03:30 [2024-03-23T03:30,2024-03-23T03:31)"},
    {"died at 3.30 on Saturday",
     "<3.30 on Saturday> time 2024-03-23T03:30 [2024-03-23T03:30,2024-03-23T03:31)"},
    {"the crown stood at 3.30 on Saturday",
     "<3.30> count 3.3 [3.295,3.305] ~[3.295,3.305]; <Saturday> time 2024-03-23 "
     "[2024-03-23,2024-03-24)"},
    {"closed on Saturday at 3.30",
     "<Saturday> time 2024-03-23 [2024-03-23,2024-03-24); <3.30> count 3.3 [3.295,3.305] "
     "~[3.295,3.305]"},
    {"the body was found at about 6.45 on Saturday morning",
     "about <6.45 on Saturday morning> time 2024-03-23T06:45 APPROX "
     "[2024-03-23T06:45,2024-03-23T06:46)"},
    {"back at 8.15 on Friday evening",
     "<8.15 on Friday evening> time 2024-03-22T20:15 [2024-03-22T20:15,2024-03-22T20:16)"},
    {"It began at 2000 hours",
     "<2000 hours> time 2024-03-24T20:00 [2024-03-24T20:00,2024-03-24T20:01)"},
    {"after 2000 hours of work", "<2000 hours> duration PT2000H [7200000,7200000]"},
    {"the curfew runs from 21:00 to 05:00 local time",
     "from <21:00 to 05:00 local time> time 2024-03-24T21:00 [2024-03-24T21:00,2024-03-25T05:00)"},
    {"from 23:30 to 01:30 the power was out",
     "from <23:30 to 01:30> time 2024-03-24T23:30 [2024-03-24T23:30,2024-03-25T01:30)"},
    {"shut from 22.00 to 05.00",
     "from <22.00 to 05.00> time 2024-03-24T22:00 [2024-03-24T22:00,2024-03-25T05:00)"},
    {"rose from 22.00 to 25.00",
     "<22.00> count 22 [21.995,22.005] ~[21.995,22.005]; <25.00> count 25 [24.995,25.005] "
     "~[24.995,25.005]"},
    {"from 10.00 to 16.30", "from <10.00 to 16.30> count [10,16.3] ~[10,16.3]"},
    {"from 22.00 to 5.00",
     "<22.00> count 22 [21.995,22.005] ~[21.995,22.005]; <5.00> count 5 [4.995,5.005] "
     "~[4.995,5.005]"},
    {"from 9:00 to 5:00",
     "from <9:00 to 5:00> time 2024-03-24T09:00 [2024-03-24T09:00,2024-03-24T17:00)"},
    {"from 9 p.m. to 5 a.m.",
     "from <9 p.m. to 5 a.m.> time 2024-03-24T21:00 [2024-03-24T21:00,2024-03-25T05:00)"},
    {"10 minutes to midnight",
     "<10 minutes to midnight> time 2024-03-24T23:50 [2024-03-24T23:50,2024-03-24T23:51)"},
    {"half past midnight",
     "<half past midnight> time 2024-03-24T00:30 [2024-03-24T00:30,2024-03-24T00:31)"},
    {"he died at ten to nine.",
     "<ten to nine> time 2024-03-24T08:50 [2024-03-24T08:50,2024-03-24T08:51)"},
    {"he cut it from ten to nine.", "<ten> count 10 [10,10] ~[10,10]; <nine> count 9 [9,9] ~[9,9]"},
    {"he finished in 2:03:41.", ""},
    {"a time of 9:05", ""},
    {"a start time of 9:05", "<9:05> time 2024-03-24T09:05 [2024-03-24T09:05,2024-03-24T09:06)"},
    {"John 3:16", ""},
    {"it began at 9:05 in the morning",
     "<9:05 in the morning> time 2024-03-24T09:05 [2024-03-24T09:05,2024-03-24T09:06)"},
    {"8:15pm local time (1715 GMT)",
     "<8:15pm local time (1715 GMT)> time 2024-03-24T20:15 [2024-03-24T20:15,2024-03-24T20:16)"},
    {"8 p.m. ET (0000 GMT)",
     "<8 p.m. ET (0000 GMT)> time 2024-03-24T20:00 [2024-03-24T20:00,2024-03-24T21:00)"},
    {"late last night",
     "late <last night> time 2024-03-23TNI END [2024-03-23T22:00,2024-03-24T02:00)"},
    {"early last night",
     "early <last night> time 2024-03-23TNI START [2024-03-23T18:00,2024-03-23T20:00)"},
    {"the attack came overnight",
     "<overnight> time 2024-03-23TNI [2024-03-23T18:00,2024-03-24T06:00)"},
};

// On which side of publication, Sunday 24 March 2024, a month and day lie; names that are no dates.
constexpr NotedRow kSides[] = {
    {"she died on the 3rd of April", "<the 3rd of April> time 2023-04-03 [2023-04-03,2023-04-04)"},
    {"the court approved it on April 9", "<April 9> time 2023-04-09 [2023-04-09,2023-04-10)"},
    {"the law was passed in May", "<May> time 2023-05 [2023-05-01,2023-06-01)"},
    {"he was elected on April 9", "<April 9> time 2023-04-09 [2023-04-09,2023-04-10)"},
    {"in May he resigned", "<May> time 2023-05 [2023-05-01,2023-06-01)"},
    {"the tax came into force in July", "<July> time 2023-07 [2023-07-01,2023-08-01)"},
    {"the team agreed a vote on April 9", "<April 9> time 2024-04-09 [2024-04-09,2024-04-10)"},
    {"the talks were set for April 9", "<April 9> time 2024-04-09 [2024-04-09,2024-04-10)"},
    {"he was due in court on April 9", "<April 9> time 2024-04-09 [2024-04-09,2024-04-10)"},
    {"the lawyer charged with fraud faces trial in May",
     "<May> time 2024-05 [2024-05-01,2024-06-01)"},
    {"two men held in Brisk face trial in May",
     "<two> count 2 [2,2] ~[2,2]; <May> time 2024-05 [2024-05-01,2024-06-01)"},
    {"the embattled mayor leaves in May", "<May> time 2024-05 [2024-05-01,2024-06-01)"},
    {"the minister said the vote on April 9 would go ahead",
     "<April 9> time 2024-04-09 [2024-04-09,2024-04-10)"},
    {"if it was passed in May", "<May> time 2024-05 [2024-05-01,2024-06-01)"},
    {"the law will be passed in February", "<February> time 2025-02 [2025-02-01,2025-03-01)"},
    {"the law takes effect in January", "<January> time 2025-01 [2025-01-01,2025-02-01)"},
    {"the tax comes into force in January", "<January> time 2025-01 [2025-01-01,2025-02-01)"},
    {"the election is in November", "<November> time 2024-11 [2024-11-01,2024-12-01)"},
    {"the bank will appeal the ruling in February",
     "<February> time 2024-02 [2024-02-01,2024-03-01)"},
    {"he will meet them on March 20", "<March 20> time 2024-03-20 [2024-03-20,2024-03-21)"},
    {"she plans to retire in February", "<February> time 2025-02 [2025-02-01,2025-03-01)"},
    {"it is due in February", "<February> time 2025-02 [2025-02-01,2025-03-01)"},
    {"it was due in February", "<February> time 2024-02 [2024-02-01,2024-03-01)"},
    {"he has worked here since May", "<May> time 2023-05 [2023-05-01,2023-06-01)"},
    {"the plant was closed until May", "<May> time 2024-05 [2024-05-01,2024-06-01)"},
    {"the ads booked in December", "<December> time 2023-12 [2023-12-01,2024-01-01)"},
    {"the museum opened in May", "<May> time 2023-05 [2023-05-01,2023-06-01)"},
    {"the singer died in Brisk on April 9", "<April 9> time 2023-04-09 [2023-04-09,2023-04-10)"},
    {"they were expecting a child in May", "<May> time 2024-05 [2024-05-01,2024-06-01)"},
    {"they are meeting on April 9", "<April 9> time 2024-04-09 [2024-04-09,2024-04-10)"},
    {"the report was released in April", "<April> time 2023-04 [2023-04-01,2023-05-01)"},
    {"the game is on Saturday", "<Saturday> time 2024-03-30 [2024-03-30,2024-03-31)"},
    {"in three weeks he lost 5 kg",
     "<three weeks> duration P3W [1814400,1814400]; <5 kg> mass kg 5 [5,5] ~[4.5,5.5]"},
    {"in 10 days, the leaders meet", "in <10 days> time 2024-04-03 [2024-04-03,2024-04-04)"},
    {"April Jones, 5, went missing", "<5> age a 5 [5,5] ~[5,5]"},
    {"June Smith won", ""},
    {"April Sales Rise", "<April> time 2024-04 [2024-04-01,2024-05-01)"},
    {"August Stone rose", ""},
    {"in June Smith won", "<June> time 2023-06 [2023-06-01,2023-07-01)"},
    {"the April Brisk attack", "<April> time 2024-04 [2024-04-01,2024-05-01)"},
    {"Bloody Sunday was in 1972", "<1972> time 1972 [1972-01-01,1973-01-01)"},
    {"Black Monday", ""},
    {"Black Friday", "<Black Friday> time 2023-11-24 [2023-11-24,2023-11-25)"},
};

// Seasons of two years, eras and years that are known roughly.
constexpr NotedRow kYears[] = {
    {"in 2010/11 the deficit rose", "<2010/11> time 2010 [2010-01-01,2012-01-01)"},
    {"the 2023/24 budget", "<2023/24> time 2023 [2023-01-01,2025-01-01)"},
    {"2010/11/12", "<2010/11/12> time 2010-11-12 [2010-11-12,2010-11-13)"},
    {"in 2010/03", "<2010/03> time 2010-03 [2010-03-01,2010-04-01)"},
    {"the fiscal year 2022-23", "the <fiscal year 2022-23> time 2022 [2022-01-01,2024-01-01)"},
    {"the third century BC", "<the third century BC> time BC02 [-,-)"},
    {"the third century AD", "<the third century AD> time 02 [0200-01-01,0300-01-01)"},
    {"erupted in AD 79.", "<AD 79> time 0079 [0079-01-01,0080-01-01)"},
    {"an ad 79 people saw", "<79> count 79 [79,79] ~[79,79]"},
    {"built circa 1850", "circa <1850> time 1850 APPROX [1850-01-01,1851-01-01)"},
    {"circa 1,850 people", "circa <1,850> count 1850 [1480,2220] ~[1665,2035]"},
    {"dates to around 1850", "around <1850> time 1850 APPROX [1850-01-01,1851-01-01)"},
    {"in about 1420", "about <1420> time 1420 APPROX [1420-01-01,1421-01-01)"},
    {"in about 1420 cases", "about <1420> count 1420 [1136,1704] ~[1278,1562]"},
    {"around 1850 people came", "around <1850> count 1850 [1480,2220] ~[1665,2035]"},
    {"dates from c.1500", "c.<1500> time 1500 APPROX [1500-01-01,1501-01-01)"},
    {"dating back to 1650", "<1650> time 1650 [1650-01-01,1651-01-01)"},
    {"the past decade was hard", "<the past decade> time P10Y [2014-03-24,2024-03-24)"},
    {"this past year", "<this past year> time 2023 [2023-01-01,2024-01-01)"},
};

// "over" that says during, ranges of two units, lengths without a number.
constexpr NotedRow kLengths[] = {
    {"costs $1.2 trillion over five years",
     "<$1.2 trillion> money USD 1200000000000 [1150000000000,1250000000000] "
     "~[1150000000000,1250000000000]; <five years> duration P5Y [157784760,157784760]"},
    {"paid $40,000 over six months",
     "<$40,000> money USD 40000 [40000,40000] ~[35000,45000]; <six months> duration P6M "
     "[15778476,15778476]"},
    {"Over two days, 40 died",
     "<two days> duration P2D [172800,172800]; <40> count 40 [40,40] ~[40,40]"},
    {"the town lost 400 jobs over two years",
     "<400> count 400 [400,400] ~[350,450]; <two years> duration P2Y [63113904,63113904]"},
    {"the fund fell over two years", "<two years> duration P2Y [63113904,63113904]"},
    {"over five years ago", "over <five years ago> time 2019 BEFORE [-,2020-01-01)"},
    {"for over five years", "over <five years> duration P5Y (157784760,-]"},
    {"it took police over two hours", "over <two hours> duration PT2H (7200,-]"},
    {"they lost over two hours", "over <two hours> duration PT2H (7200,-]"},
    {"prices rose over two years", "<two years> duration P2Y [63113904,63113904]"},
    {"40 percent over a year",
     "<40 percent> percent % 40 [40,40] ~[35,45]; <a year> duration P1Y [31556952,31556952]"},
    {"he waited over two hours", "over <two hours> duration PT2H (7200,-]"},
    {"over 40 people died", "over <40> count 40 (40,-] ~(40,50]"},
    {"people over two years of age", "over <two years of age> age a 2 (2,-] ~(2,3]"},
    {"jail of 18 months to two years",
     "<18 months to two years> duration P18M [47335428,63113904]"},
    {"it lasts from six months to a year",
     "from <six months to a year> duration P6M [15778476,31556952]"},
    {"from two years to 18 months",
     "<two years> duration P2Y [63113904,63113904]; <18 months> duration P18M [47335428,47335428]"},
    {"a two-to-three-month delay", "<two-to-three-month> duration P2M [5259492,7889238]"},
    {"two to three weeks ago",
     "<two to three weeks ago> time PAST_REF before P2W [2024-02-26,2024-03-11)"},
    {"between two and three years ago",
     "between <two and three years ago> time PAST_REF before P2Y [2021-01-01,2023-01-01)"},
    {"more than two weeks after the collapse",
     "<more than two weeks> after time P2W MORE_THAN after P2W [-,-)"},
    {"at least three days before the attack",
     "<at least three days> before time P3D EQUAL_OR_MORE before P3D [-,-)"},
    {"hurt the day after the vote", "<the day> after time P1D after P1D [-,-)"},
    {"the week before the blast", "<the week> before time P1W before P1W [-,-)"},
    {"the day after tomorrow", "<the day after tomorrow> time 2024-03-26 [2024-03-26,2024-03-27)"},
    {"the day before Easter 2023",
     "<the day> before Easter 2023 time 2023-04-08 [2023-04-08,2023-04-09)"},
    {"the week before Easter 2023",
     "<the week> before time P1W before P1W [-,-); <Easter 2023> time 2023-04-09 "
     "[2023-04-09,2023-04-10)"},
    {"a day or two ago", "<a day or two ago> time PAST_REF before P1D [-,2024-03-24)"},
    {"he waited for a second.", "<a second> duration PT1S [1,1]"},
    {"they search for a second.", "<second> ordinal 2 [2,2] ~[2,2]"},
    {"he asked for a second opinion", "<second> ordinal 2 [2,2] ~[2,2]"},
    {"every second counts", ""},
    {"a split second later", ""},
    {"decades of neglect ruined it", "<decades> duration PXE [631139040,-]"},
    {"after months of talks", "<months> duration PXM [5259492,-]"},
    {"six years of age", "<six years of age> age a 6 [6,6] ~[6,6]"},
    {"the first days of the week", "<first> ordinal 1 [1,1] ~[1,1]"},
    {"the hours of operation", ""},
};

// Ages told by a verb, a bound or a list.
constexpr NotedRow kAges[] = {
    {"he was 45.", "<45> age a 45 [45,45] ~[45,45]"},
    {"she is 81 and lives alone", "<81> age a 81 [81,81] ~[81,81]"},
    {"the score was 45.", "<45> count 45 [45,45] ~[45,45]"},
    {"he was 45 minutes late", "<45 minutes> duration PT45M [2700,2700]"},
    {"he turned 81 last November",
     "<81> age a 81 [81,81] ~[81,81]; <last November> time 2023-11 [2023-11-01,2023-12-01)"},
    {"he turned 180 degrees", "<180 degrees> angle deg 180 [180,180] ~[175,185]"},
    {"children under five must be vaccinated", "under <five> age a 5 [0,5) ~[4,5)"},
    {"a child under 12 was killed", "under <12> age a 12 [0,12) ~[9.6,12)"},
    {"men over 60 were asked to stay", "over <60> age a 60 (60,-] ~(60,70]"},
    {"people under 40 tonnes of mud", "under <40 tonnes> mass t 40 [0,40) ~[32,40)"},
    {"a mother of three, 29, was shot",
     "<three> count 3 [3,3] ~[3,3]; <29> age a 29 [29,29] ~[29,29]"},
    {"a wife and two children, 6 and 9.",
     "<two> count 2 [2,2] ~[2,2]; <6> age a 6 [6,6] ~[6,6]; <9> age a 9 [9,9] ~[9,9]"},
    {"he won two games, 6 and 9.",
     "<two> count 2 [2,2] ~[2,2]; <6> count 6 [6,6] ~[6,6]; <9> count 9 [9,9] ~[9,9]"},
    {"three boys aged 12, 13 and 15 drowned",
     "<three> count 3 [3,3] ~[3,3]; aged <12> age a 12 [12,12] ~[12,12]; <13> age a 13 [13,13] "
     "~[13,13]; <15> age a 15 [15,15] ~[15,15]"},
    {"boys aged 12, 13 and 15 adults",
     "aged <12> age a 12 [12,12] ~[12,12]; <13> age a 13 [13,13] ~[13,13]; <15> count 15 [15,15] "
     "~[15,15]"},
    {"18-to-34-year-olds voted", "<18-to-34-year-olds> age a [18,34] ~[18,34]"},
    {"over the age of 75", "over the age of <75> age a 75 (75,-] ~(75,76]"},
    {"under the age of five", "under the age of <five> age a 5 [0,5) ~[4,5)"},
    {"at the age of 75", "age of <75> age a 75 [75,75] ~[75,75]"},
};

TEST(ToldTimes, clocks) {
  for (const NotedRow& row : kClocks) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(ToldTimes, sides) {
  for (const NotedRow& row : kSides) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(ToldTimes, years) {
  for (const NotedRow& row : kYears) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(ToldTimes, lengths) {
  for (const NotedRow& row : kLengths) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(ToldTimes, ages) {
  for (const NotedRow& row : kAges) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
