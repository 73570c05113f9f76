#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

// Figures as sports, court, health and business pages write them.
static constexpr NotedRow kFigures[] = {
    {"in his late teens or early 20s",
     "late <teens> age a [13,19] ~[17,19]; early <20s> age a [20,29] ~[20,23]"},
    {"in her early to mid-twenties", "early to mid-<twenties> age a [20,29] ~[20,26]"},
    {"a 43yo man", "<43yo> age a 43 [43,43] ~[43,43]"},
    {"a 43 y/o driver", "<43 y/o> age a 43 [43,43] ~[43,43]"},
    {"The patient, F/43, was taken", "<43> age a 43 [43,43] ~[43,43]"},
    {"The victims were 8, 11 and 14 years old",
     "<8> age a 8 [8,8] ~[8,8]; <11> age a 11 [11,11] ~[11,11]; <14 years old> age a 14 [14,14] "
     "~[14,14]"},
    {"an octogenarian", "<octogenarian> age a [80,89] ~[80,89]"},
    {"two centenarians", "<two> count 2 [2,2] ~[2,2]; <centenarians> age a 100 [100,-] ~[100,109]"},
    {"The average age of a buyer is now 33.",
     "<now> time PRESENT_REF [2024-03-24,2024-03-24); <33> age a 33 [33,33] ~[33,33]"},
    {"The minister, 54, will visit", "<54> age a 54 [54,54] ~[54,54]"},
    {"babies under six months", "under <six months> age mo 6 [0,6) ~[4.8,6)"},
    {"The boy was -5 years old", ""},
    {"took 300 pounds in cash", "<300 pounds> money GBP 300 [300,300] ~[250,350]"},
    {"300 pounds of copper", "<300 pounds> mass [lb_av] 300 [300,300] ~[250,350]"},
    {"fined 200 pounds", "<200 pounds> money GBP 200 [200,200] ~[150,250]"},
    {"a fee of £85m plus £10m",
     "<£85m> money GBP 85000000 [84500000,85500000] ~[84500000,85500000]; <£10m> money GBP "
     "10000000 [9500000,10500000] ~[9500000,10500000]"},
    {"Tk 500 crore",
     "<Tk 500 crore> money BDT 5000000000 [4995000000,5005000000] ~[4995000000,5005000000]"},
    {"Shs 3.7bn",
     "<Shs 3.7bn> money KES 3700000000 [3650000000,3750000000] ~[3650000000,3750000000]"},
    {"N2.5trn",
     "<N2.5trn> money NGN 2500000000000 [2450000000000,2550000000000] "
     "~[2450000000000,2550000000000]"},
    {"kr 500m", ""},
    {"at 86.72/$1", ""},
    {"at N1,532/$1", "<N1,532> money NGN 1532 [1532,1532] ~[1531.5,1532.5]"},
    {"tonight at 9/8c", "<tonight at 9> time 2024-03-24T21:00 [2024-03-24T21:00,2024-03-24T22:00)"},
    {"4-1/4 cents", "<4-1/4 cents> money USD 0.0425 [0.04245,0.04255] ~[0.04245,0.04255]"},
    {"It cost $1 .5 million",
     "<$1 .5 million> money USD 1500000 [1450000,1550000] ~[1450000,1550000]"},
    {"a blood pressure of 120 over 80", ""},
    {"a 10-by-12-foot cell", ""},
    {"a field of 10 by 12 feet",
     "<10> length [ft_i] 10 [10,10] ~[5,15]; <12 feet> length [ft_i] 12 [12,12] ~[11.5,12.5]"},
    {"He took 5-43 in 18.2 overs", "<18.2> count 18.2 [18.15,18.25] ~[18.15,18.25]"},
    {"won by 3-21 to 1-19", ""},
    {"in the 90+4th minute", ""},
    {"run over 2m 4f", ""},
    {"Flat 3, Mill Lane", ""},
    {"on floor 3", ""},
    {"the Group of Seven", ""},
    {"a ratio of 3:1", "<3:1> ratio 3 [3,3] ~[3,3]"},
    {"a ratio of one to four", "<one to four> ratio 0.25 [0.25,0.25] ~[0.25,0.25]"},
    {"a 3:1 ratio", "<3:1> ratio 3 [3,3] ~[3,3]"},
    {"one household in five", "<one household in five> ratio 0.2 [0.2,0.2] ~[0.18,0.22]"},
    {"One patient in every 250",
     "<One patient in every 250> ratio 0.004 [0.004,0.004] ~[0.002,0.006]"},
    {"a 5-to-1 shot", "<5-to-1> ratio 5 [5,5] ~[5,5]"},
    {"down a fifth since Monday",
     "<a fifth> ratio 0.2 [0.2,0.2] ~[0.18,0.22]; <Monday> time 2024-03-18 "
     "[2024-03-18,2024-03-19)"},
    {"lost a third game", "<third> ordinal 3 [3,3] ~[3,3]"},
    {"by between a quarter and a third",
     "between <a quarter and a third> ratio [0.25,0.333333333333] ~[0.25,0.333333333333]"},
    {"in 3-1/2 years", "in <3-1/2 years> time 2027-09 [2027-09-01,2027-10-01)"},
    {"a mile and a half", "<a mile and a half> length [mi_i] 1.5 [1.45,1.55] ~[1.45,1.55]"},
    {"½ a mile", "<½ a mile> length [mi_i] 0.5 [0.45,0.55] ~[0.45,0.55]"},
    {"takes place over seven phases", "<seven> count 7 [7,7] ~[7,7]"},
    {"nine hours over two days",
     "<nine hours> duration PT9H [32400,32400]; <two days> duration P2D [172800,172800]"},
    {"The army lost 30 to 40 men", "<30 to 40> count [30,40] ~[30,40]"},
    {"Troops advanced 2 to 3 km", "<2 to 3 km> length km [2,3] ~[2,3]"},
    {"0.9 mmol/L", "<0.9 mmol/L> other mmol/L 0.9 [0.85,0.95] ~[0.85,0.95]"},
    {"a pulse of 60bpm", "<60bpm> other {beat}/min 60 [60,60] ~[55,65]"},
    {"up 5pp", "<5pp> points pp 5 [5,5] ~[4.5,5.5]"},
    {"45 tmcft of water", "<45 tmcft> volume 10*9.[cft_i] 45 [45,45] ~[44.5,45.5]"},
    {"8.5 bcm of gas", "<8.5 bcm> volume km3 8.5 [8.45,8.55] ~[8.45,8.55]"},
};

// Times beside what is arranged, what is over and what only looks like a day.
static constexpr NotedRow kTimes[] = {
    {"On 12.5.2024 he left", "<12.5.2024> time 2024-05-12 [2024-05-12,2024-05-13)"},
    {"Version 12.5.2024 is out", ""},
    {"a 9/4 winner", ""},
    {"10/1 outsiders", ""},
    {"Independence Day, 15 August", "<15 August> time 2024-08-15 [2024-08-15,2024-08-16)"},
    {"Christmas Day, 25 December",
     "<Christmas Day> time 2023-12-25 [2023-12-25,2023-12-26); <25 December> time 2023-12-25 "
     "[2023-12-25,2023-12-26)"},
    {"overnight on Wednesday",
     "<overnight on Wednesday> time 2024-03-20TNI [2024-03-20T18:00,2024-03-21T06:00)"},
    {"in place until 9am on Wednesday",
     "<9am on Wednesday> time 2024-03-27T09:00 [2024-03-27T09:00,2024-03-27T10:00)"},
    {"gave MPs until 5 p.m. Thursday",
     "<5 p.m. Thursday> time 2024-03-28T17:00 [2024-03-28T17:00,2024-03-28T18:00)"},
    {"The sanctions expire on July 31", "<July 31> time 2024-07-31 [2024-07-31,2024-08-01)"},
    {"The squad flies out on Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"Ireland play Wales on Saturday", "<Saturday> time 2024-03-30 [2024-03-30,2024-03-31)"},
    {"The strike lasts from 00:01 on Friday to 23:59 on Sunday",
     "from <00:01 on Friday to 23:59 on Sunday> time 2024-03-29T00:01 "
     "[2024-03-29T00:01,2024-03-31T23:59)"},
    {"expected to hit on Friday", "<Friday> time 2024-03-29 [2024-03-29,2024-03-30)"},
    {"put back to this day week", "<this day week> time 2024-03-31 [2024-03-31,2024-04-01)"},
    {"set for Thursday fortnight", "<Thursday fortnight> time 2024-04-11 [2024-04-11,2024-04-12)"},
    {"It opened at 9am on Monday and closed at 5pm",
     "<9am on Monday> time 2024-03-18T09:00 [2024-03-18T09:00,2024-03-18T10:00); <5pm> time "
     "2024-03-18T17:00 [2024-03-18T17:00,2024-03-18T18:00)"},
    {"The hearing is at 10 tomorrow",
     "<10 tomorrow> time 2024-03-25T10:00 [2024-03-25T10:00,2024-03-25T11:00)"},
};

TEST(NewsFigures, figures) {
  for (const NotedRow& row : kFigures) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

TEST(NewsFigures, times) {
  for (const NotedRow& row : kTimes) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
