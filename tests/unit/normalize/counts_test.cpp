#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

// VALUES.md section 2, a row or two a hedge: hard and soft intervals.
constexpr NotedRow kRows[] = {
    {"killing at least 130 people", "at least <130> count 130 [130,-] ~[130,195]"},
    {"killed 133 people", "<133> count 133 [133,133] ~[133,133]"},
    {"1.5 million people", "<1.5 million> count 1500000 [1450000,1550000] ~[1450000,1550000]"},
    {"1,200 people", "<1,200> count 1200 [1200,1200] ~[1150,1250]"},
    {"about 40 people", "about <40> count 40 [32,48] ~[36,44]"},
    {"some 1,200 homes", "some <1,200> count 1200 [960,1440] ~[1080,1320]"},
    {"40 or so people", "<40> or so count 40 [32,48] ~[36,44]"},
    {"nearly 100 people", "nearly <100> count 100 [80,100) ~[93,100)"},
    {"just over 100 people", "just over <100> count 100 (100,120] ~(100,107]"},
    {"more than 1,200 people", "more than <1,200> count 1200 (1200,-] ~(1200,1300]"},
    {"130-plus people", "<130>-plus count 130 (130,-] ~(130,140]"},
    {"130 or more people", "<130> or more count 130 [130,-] ~[130,195]"},
    {"well over 100 people", "well over <100> count 100 (100,-] ~[110,200]"},
    {"no fewer than 12 people", "no fewer than <12> count 12 [12,-] ~[12,18]"},
    {"fewer than 100 people", "fewer than <100> count 100 [0,100) ~[80,100)"},
    {"up to 200 people", "up to <200> count 200 [0,200] ~[100,200]"},
    {"as many as 14 people", "as many as <14> count 14 [0,14] ~[9,14]"},
    {"no more than 50 people", "no more than <50> count 50 [0,50] ~[25,50]"},
    {"between 20 and 30 people", "between <20 and 30> count [20,30] ~[20,30]"},
    {"20 to 30 people", "<20 to 30> count [20,30] ~[20,30]"},
    {"20-30 people", "<20-30> count [20,30] ~[20,30]"},
    {"from 20 to 30 people", "from <20 to 30> count [20,30] ~[20,30]"},
    {"two or three men", "<two or three> count [2,3] ~[2,3]"},
    {"rose from 20 to 30 people", "<20> count 20 [20,20] ~[20,20]; <30> count 30 [30,30] ~[30,30]"},
    {"a couple of men", "<a couple> count 2 [2,3] ~[2,2]"},
    {"a pair of men", "<a pair> count 2 [2,2] ~[2,2]"},
    {"a few people", "<a few> count [2,-] ~[3,5]"},
    {"a handful of people", "<a handful> count [2,-] ~[3,6]"},
    {"several people", "<several> count [2,-] ~[3,9]"},
    {"a dozen people", "<a dozen> count 12 [12,12] ~[11,13]"},
    {"half a dozen people", "<half a dozen> count 6 [6,6] ~[5,7]"},
    {"two dozen people", "<two dozen> count 24 [19,29] ~[23,26]"},
    {"dozens of people", "<dozens> count [13,-] ~[24,99]"},
    {"scores of people", "<scores> count [21,-] ~[40,199]"},
    {"hundreds of people", "<hundreds> count [101,-] ~[200,999]"},
    {"tens of thousands of people", "<tens of thousands> count [10000,-] ~[20000,99999]"},
    {"several hundred people", "<several hundred> count [200,-] ~[300,900]"},
    {"one in five people", "<one in five> ratio 0.2 [0.2,0.2] ~[0.18,0.22]"},
    {"two-thirds of voters",
     "<two-thirds> ratio 0.666666666667 [0.666666666667,0.666666666667] "
     "~[0.646666666667,0.686666666667]"},
    {"half of voters", "<half> ratio 0.5 [0.5,0.5] ~[0.48,0.52]"},
    {"no injuries", "<no> count 0 [0,0] ~[0,0]"},
    {"none were hurt", "<none> count 0 [0,0] ~[0,0]"},
    {"both men were killed", "<both> count 2 [2,2] ~[2,2]"},
    {"zero deaths", "<zero> count 0 [0,0] ~[0,0]"},
    {"an estimated 12 people", "an estimated <12> count 12 [9,15] ~[10,14]"},
    {"4 of the 11", "<4> count 4 [4,4] ~[4,4]; <11> count 11 [11,11] ~[11,11]"},
    {"exactly 12 people", "exactly <12> count 12 [12,12] ~[12,12]"},
    {"at least a dozen people", "at least <a dozen> count 12 [12,-] ~[12,18]"},
    {"940 000 people", "<940 000> count 940000 [940000,940000] ~[935000,945000]"},
    {"12,34,567 people", "<12,34,567> count 1234567 [1234567,1234567] ~[1234567,1234567]"},
    {"5 lakh people", "<5 lakh> count 500000 [450000,550000] ~[450000,550000]"},
    {"twelve hundred people", "<twelve hundred> count 1200 [1200,1200] ~[1150,1250]"},
    {"a million and a half people",
     "<a million and a half> count 1500000 [1450000,1550000] ~[1450000,1550000]"},
    {"two and a half million people",
     "<two and a half million> count 2500000 [2450000,2550000] ~[2450000,2550000]"},
    {"two hundred and fifty-three people",
     "<two hundred and fifty-three> count 253 [253,253] ~[253,253]"},
    {"half a million people", "<half a million> count 500000 [450000,550000] ~[450000,550000]"},
    {"2 bn people", "<2 bn> count 2000000000 [1500000000,2500000000] ~[1500000000,2500000000]"},
    {"one person was killed", "<one> count 1 [1,1] ~[1,1]"},
    {"one of the men", "<one> count 1 [1,-] ~[1,1]"},
    {"no one was hurt", ""},
    {"one another", ""},
    {"a third of voters",
     "<a third> ratio 0.333333333333 [0.333333333333,0.333333333333] "
     "~[0.313333333333,0.353333333333]"},
    {"the toll passed 1,000", "passed <1,000> count 1000 (1000,-] ~(1000,2000]"},
    {"rose by 12 to 96", "<12> count 12 [12,12] ~[12,12]; <96> count 96 [96,96] ~[96,96]"},
    {"51.2% to 46.1%",
     "<51.2%> percent % 51.2 [51.15,51.25] ~[51.15,51.25]; <46.1%> percent % 46.1 [46.05,46.15] "
     "~[46.05,46.15]"},
    {"Scores were injured", "<Scores> count [21,-] ~[40,199]"},
    {"a magnitude 7.0 quake", "<7.0> count 7 [6.95,7.05] ~[6.95,7.05]"},
    {"$30 million", "<$30 million> money USD 30000000 [29500000,30500000] ~[29500000,30500000]"},
    {"twenty million people",
     "<twenty million> count 20000000 [19500000,20500000] ~[19500000,20500000]"},
    {"two hundred thousand people",
     "<two hundred thousand> count 200000 [199500,200500] ~[199500,200500]"},
    {"BBC One", ""},
    {"the first nine months", "the first <nine months> duration P9M [23667714,23667714]"},
    {"twenty-three fifths of it", "<twenty-three fifths> ratio 4.6 [4.6,4.6] ~[4.58,4.62]"},
    {"two hundred and fifty-four hundredths",
     "<two hundred and fifty-four hundredths> count 200.54 [200.535,200.545] ~[200.535,200.545]"},
    {"three and two thirds",
     "<three and two thirds> count 3.666666666667 [3.666666666667,3.666666666667] "
     "~[3.666666666667,3.666666666667]"},
    {"one twenty-fifth", "<one twenty-fifth> ratio 0.04 [0.04,0.04] ~[0.02,0.06]"},
    {"five and a half million people",
     "<five and a half million> count 5500000 [5450000,5550000] ~[5450000,5550000]"},
    {"three lakh crore people",
     "<three lakh crore> count 3000000000000 [2500000000000,3500000000000] "
     "~[2500000000000,3500000000000]"},
    {"3 hundred and 21 people", "<3 hundred and 21> count 321 [321,321] ~[321,321]"},
    {"4 thousand 3 hundred people", "<4 thousand 3 hundred> count 4300 [4250,4350] ~[4250,4350]"},
    {"one twenty-two people", "<one twenty-two> count 122 [122,122] ~[122,122]"},
    {"twentyone people", "<twentyone> count 21 [21,21] ~[21,21]"},
    {"the thirtyfirst floor", "<thirtyfirst> ordinal 31 [31,31] ~[31,31]"},
    {"forty-five (45) people", "<forty-five (45)> count 45 [45,45] ~[45,45]"},
    {"three million, two hundred thousand people",
     "<three million, two hundred thousand> count 3200000 [3199500,3200500] ~[3199500,3200500]"},
    {"one hundred twenty-three quintillion four hundred fifty-six quadrillion",
     "<one hundred twenty-three quintillion four hundred fifty-six quadrillion> count "
     "123456000000000000000 [123455500000000000000,123456500000000000000] "
     "~[123455500000000000000,123456500000000000000]"},
    {"one hundred quintillion and one",
     "<one hundred quintillion and one> count 100000000000000000000 "
     "[99999999999500000000,100000000000500000000] ~[99999999999500000000,100000000000500000000]"},
    {"two hundred point seventy-one",
     "<two hundred point seventy-one> count 200.71 [200.705,200.715] ~[200.705,200.715]"},
    {"one in 12 people",
     "<one in 12> ratio 0.0833333333333 [0.0833333333333,0.0833333333333] "
     "~[0.0633333333333,0.1033333333333]"},
    {"more than 10 and less than 40 people",
     "more than <10 and less than 40> count (10,40) ~(10,40)"},
    {"more than 40 and less than 10",
     "more than <40> count 40 (40,-] ~(40,50]; less than <10> count 10 [0,10) ~[8,10)"},
    {"equal to 20", "equal to <20> count 20 [20,20] ~[20,20]"},
    {"less than 50 or equal", "less than <50> or equal count 50 [0,50] ~[25,50]"},
    {"20~100 people", "<20~100> count [20,100] ~[20,100]"},
    {"ranged from 30 to 20 people", "from <30 to 20> count [20,30] ~[20,30]"},
    {"Nine of the 31 passengers", "<Nine> count 9 [9,9] ~[9,9]; <31> count 31 [31,31] ~[31,31]"},
};

TEST(Counts, hedges_ranges_and_vague_words) {
  for (const NotedRow& row : kRows) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
