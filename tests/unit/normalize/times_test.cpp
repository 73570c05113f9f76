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
    {"on Saturday", "<Saturday> time 2024-03-23 [2024-03-23,2024-03-24)"},
    {"on Sunday", "<Sunday> time 2024-03-24 [2024-03-24,2024-03-25)"},
    {"on Monday", "<Monday> time 2024-03-18 [2024-03-18,2024-03-19)"},
    {"next Friday", "<next Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"last Friday", "<last Friday> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"will meet on Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"March 22, 2024", "<March 22, 2024> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"22 March", "<22 March> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"22 March 2024", "<22 March 2024> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"March 22", "<March 22> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"on the 22nd of March", "<the 22nd of March> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"earlier in March", "<earlier in March> time 2024-03 START [2024-03-01,2024-03-24)"},
    {"in March", "<March> time 2024-03 [2024-03-01,2024-04-01)"},
    {"March 2024", "<March 2024> time 2024-03 [2024-03-01,2024-04-01)"},
    {"last week", "<last week> time 2024-W11 [2024-03-11,2024-03-18)"},
    {"this week", "<this week> time 2024-W12 [2024-03-18,2024-03-25)"},
    {"next month", "<next month> time 2024-04 [2024-04-01,2024-05-01)"},
    {"yesterday", "<yesterday> time 2024-03-23 [2024-03-23,2024-03-24)"},
    {"yesterday morning",
     "<yesterday morning> time 2024-03-23TMO [2024-03-23T04:00,2024-03-23T12:00)"},
    {"today", "<today> time 2024-03-24 [2024-03-24,2024-03-25)"},
    {"tomorrow", "<tomorrow> time 2024-03-25 [2024-03-25,2024-03-26)"},
    {"tonight", "<tonight> time 2024-03-24TNI [2024-03-24T18:00,2024-03-25T00:00)"},
    {"last night", "<last night> time 2024-03-23TNI [2024-03-23T18:00,2024-03-24T00:00)"},
    {"three days before the attack", "<three days> before time P3D before P3D [-,-)"},
    {"two hours after the blast", "<two hours> after time PT2H after PT2H [-,-)"},
    {"three days ago", "<three days ago> time 2024-03-21 [2024-03-21,2024-03-22)"},
    {"several weeks ago", "<several weeks ago> time PAST_REF before PXW [-,2024-03-24)"},
    {"two years ago", "<two years ago> time 2022 [2022-01-01,2023-01-01)"},
    {"two hours ago", "<two hours ago> time 2024-03-24T10:00 [2024-03-24T10:00,2024-03-24T11:00)"},
    {"two hours later", "<two hours later> time PT2H after PT2H [-,-)"},
    {"in 2021", "<2021> time 2021 [2021-01-01,2022-01-01)"},
    {"since 2010", "<2010> time 2010 [2010-01-01,2011-01-01)"},
    {"mid-1990s", "<mid-1990s> time 199 MID [1993-05-02,1996-08-31)"},
    {"the 1990s", "<the 1990s> time 199 [1990-01-01,2000-01-01)"},
    {"the nineties", "<the nineties> time 199 [1990-01-01,2000-01-01)"},
    {"the first quarter of 2025",
     "<the first quarter of 2025> time 2025-Q1 [2025-01-01,2025-04-01)"},
    {"Q2", "<Q2> time 2023-Q2 [2023-04-01,2023-07-01)"},
    {"third-quarter profit", "<third-quarter> time 2023-Q3 [2023-07-01,2023-10-01)"},
    {"the second half of 2023", "<the second half of 2023> time 2023-H2 [2023-07-01,2024-01-01)"},
    {"fiscal 1989", "<fiscal 1989> time 1989 [1989-01-01,1990-01-01)"},
    {"the year-ago quarter", "<the year-ago quarter> time 2022-Q4 [2022-10-01,2023-01-01)"},
    {"2.15pm", "<2.15pm> time 2024-03-24T14:15 [2024-03-24T14:15,2024-03-24T14:16)"},
    {"9 a.m. on Friday",
     "<9 a.m. on Friday> time 2024-03-22T09:00 [2024-03-22T09:00,2024-03-22T10:00)"},
    {"Friday at 9 a.m.",
     "<Friday at 9 a.m.> time 2024-03-22T09:00 [2024-03-22T09:00,2024-03-22T10:00)"},
    {"10:30", "<10:30> time 2024-03-24T10:30 [2024-03-24T10:30,2024-03-24T10:31)"},
    {"at 10:30 GMT on March 5",
     "<10:30 GMT on March 5> time 2024-03-05T10:30 [2024-03-05T10:30,2024-03-05T10:31)"},
    {"half past nine",
     "<half past nine> time 2024-03-24T09:30 [2024-03-24T09:30,2024-03-24T09:31)"},
    {"noon", "<noon> time 2024-03-24T12:00 [2024-03-24T12:00,2024-03-24T13:00)"},
    {"midnight on Saturday",
     "<midnight on Saturday> time 2024-03-23T00:00 [2024-03-23T00:00,2024-03-23T00:01)"},
    {"1300 GMT", "<1300 GMT> time 2024-03-24T13:00 [2024-03-24T13:00,2024-03-24T13:01)"},
    {"between 9 and 11 a.m.",
     "between <9 and 11 a.m.> time 2024-03-24T09:00 [2024-03-24T09:00,2024-03-24T11:00)"},
    {"from March 5 to March 9",
     "from <March 5 to March 9> time 2024-03-05 [2024-03-05,2024-03-10)"},
    {"March 5-9", "<March 5-9> time 2024-03-05 [2024-03-05,2024-03-10)"},
    {"5-9 March 2024", "<5-9 March 2024> time 2024-03-05 [2024-03-05,2024-03-10)"},
    {"2010-2015", "<2010-2015> time 2010 [2010-01-01,2016-01-01)"},
    {"the 2019-20 season", "<2019-20> time 2019 [2019-01-01,2021-01-01)"},
    {"Monday to Friday", "<Monday to Friday> time 2024-03-18 [2024-03-18,2024-03-23)"},
    {"early March", "<early March> time 2024-03 START [2024-03-01,2024-03-11)"},
    {"late on Friday", "<late on Friday> time 2024-03-22 END [2024-03-22T16:00,2024-03-23T00:00)"},
    {"the end of 2024", "<the end of 2024> time 2024 END [2024-09-01,2025-01-01)"},
    {"late last year", "<late last year> time 2023 END [2023-09-01,2024-01-01)"},
    {"Christmas", "<Christmas> time 2023-12-25 [2023-12-25,2023-12-26)"},
    {"Good Friday", "<Good Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"Thanksgiving", "<Thanksgiving> time 2023-11-23 [2023-11-23,2023-11-24)"},
    {"2024-03-22", "<2024-03-22> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"22/03/2024", "<22/03/2024> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"3/22/2024", "<3/22/2024> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"22.03.2024", "<22.03.2024> time 2024-03-22 [2024-03-22,2024-03-23)"},
    {"nineteen ninety-four", "<nineteen ninety-four> time 1994 [1994-01-01,1995-01-01)"},
    {"the 19th century", "<the 19th century> time 18 [1800-01-01,1900-01-01)"},
    {"last summer", "<last summer> time 2023-SU [2023-06-01,2023-09-01)"},
    {"in the spring", "<the spring> time 2024-SP [2024-03-01,2024-06-01)"},
    {"the weekend", "<the weekend> time 2024-W12-WE [2024-03-23,2024-03-25)"},
    {"every day", "<every day> time P1D [-,-)"},
    {"recently", "<recently> time PAST_REF [-,2024-03-24)"},
    {"now", "<now> time PRESENT_REF [2024-03-24,2024-03-24)"},
    {"Friday night", "<Friday night> time 2024-03-22TNI [2024-03-22T18:00,2024-03-23T00:00)"},
    {"around March 5", "around <March 5> time 2024-03-05 APPROX [2024-03-05,2024-03-06)"},
    {"10:35 a.m. (0735 GMT) Friday",
     "<10:35 a.m. (0735 GMT) Friday> time 2024-03-22T10:35 [2024-03-22T10:35,2024-03-22T10:36)"},
    {"31 February",
     "<31> count 31 [31,31] ~[31,31]; <February> time 2024-02 [2024-02-01,2024-03-01)"},
    {"25:00", ""},
    {"May 3", "<May 3> time 2024-05-03 [2024-05-03,2024-05-04)"},
    {"he may 3 times", "<3> count 3 [3,3] ~[3,3]"},
};

TEST(Times, dates_clocks_and_relative_times) {
  for (const Row& row : kRows) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
