#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

// Margins, ratios, plural figures and units written together.
constexpr NotedRow kRows[] = {
    {"plus or minus 3 percentage points",
     "plus or minus <3 percentage points> points pp [-3,3] ~[-3,3]"},
    {"10 +/- 3 people", "<10 +/- 3> count [7,13] ~[7,13]"},
    {"5.2 ± 0.3 km", "<5.2 ± 0.3 km> length km [4.9,5.5] ~[4.9,5.5]"},
    {"plus 3 people", "<3> count 3 [3,3] ~[3,3]"},
    {"a two-to-one margin", "<two-to-one> ratio 2 [2,2] ~[2,2]"},
    {"outnumber men three to one", "<three to one> ratio 3 [3,3] ~[3,3]"},
    {"10 to 1 people", "<10> count 10 [10,10] ~[10,10]; <1> count 1 [1,1] ~[1,1]"},
    {"moved 3 to one place", "<3> count 3 [3,3] ~[3,3]; <one> count 1 [1,1] ~[1,1]"},
    {"two to three people", "<two to three> count [2,3] ~[2,3]"},
    {"more than three times higher", "more than <three times> ratio 3 (3,-] ~(3,4]"},
    {"two times a day", "<two> count 2 [2,2] ~[2,2]"},
    {"a multi-million-dollar deal", "<million-dollar> money USD (1000000,-] ~[2000000,9999999]"},
    {"$100s of millions", "<$100s of millions> money USD [100000000,-] ~[200000000,999999999]"},
    {"100s of people", "<100s> count [101,-] ~[200,999]"},
    {"1000s of people", "<1000s> count [1001,-] ~[2000,9999]"},
    {"in the 1900s", "<the 1900s> time 19 [1900-01-01,2000-01-01)"},
    {"a score of people", "<a score> count 20 [16,24] ~[18,22]"},
    {"a score of 20", "<20> count 20 [20,20] ~[20,20]"},
    {"between 20 – 30 people", "between <20 – 30> count [20,30] ~[20,30]"},
    {"rose by 50 bps", "<50 bps> points bp 50 [50,50] ~[45,55]"},
    {"50,000 sq. ft.", "<50,000 sq. ft> area [ft_i]2 50000 [50000,50000] ~[45000,55000]"},
    {"a 3,000-square-foot house", "<3,000-square-foot> area [ft_i]2 3000 [3000,3000] ~[2500,3500]"},
    {"25 m/s", "<25 m/s> speed m/s 25 [25,25] ~[24.5,25.5]"},
    {"25 m away", "<25 m> length m 25 [25,25] ~[24.5,25.5]"},
    {"9st 4lb", "<9st 4lb> mass [lb_av] 130 [130,130] ~[129.5,130.5]"},
    {"the 21st man", "<21st> ordinal 21 [21,21] ~[21,21]"},
    {"6'2\" tall", "<6'2\"> length [in_i] 74 [74,74] ~[73.5,74.5]"},
    {"a six-foot-four man", "<six-foot-four> length [in_i] 76 [76,76] ~[75.5,76.5]"},
    {"a six-foot wall", "<six-foot> length [ft_i] 6 [6,6] ~[5.5,6.5]"},
    {"20 NM off", "<20 NM> length [nmi_i] 20 [20,20] ~[15,25]"},
    {"20 nm chips", "<20 nm> length nm 20 [20,20] ~[15,25]"},
    {"SDR 2.5 billion",
     "<SDR 2.5 billion> money XDR 2500000000 [2450000000,2550000000] ~[2450000000,2550000000]"},
    {"$(3.4) million",
     "<$(3.4) million> money USD -3400000 [-3450000,-3350000] ~[-3450000,-3350000]"},
};

TEST(Margins, ratios_and_units_written_together) {
  for (const NotedRow& row : kRows) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
