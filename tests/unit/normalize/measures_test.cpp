#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

struct Row {
  std::string_view text;
  std::string_view values;  // read_values's notation
};

// Units, currencies, ages, durations and ordinals.
constexpr Row kRows[] = {
    {"$4.2bn", "<$4.2bn> money USD 4200000000 [4150000000,4250000000] ~[4150000000,4250000000]"},
    {"€300m", "<€300m> money EUR 300000000 [299500000,300500000] ~[299500000,300500000]"},
    {"20 million euros",
     "<20 million euros> money EUR 20000000 [19500000,20500000] ~[19500000,20500000]"},
    {"a US$5 million deal",
     "<US$5 million> money USD 5000000 [4500000,5500000] ~[4500000,5500000]"},
    {"C$16.4 million",
     "<C$16.4 million> money CAD 16400000 [16350000,16450000] ~[16350000,16450000]"},
    {"A$20", "<A$20> money AUD 20 [20,20] ~[15,25]"},
    {"HK$10.05 billion",
     "<HK$10.05 billion> money HKD 10050000000 [10045000000,10055000000] "
     "~[10045000000,10055000000]"},
    {"20 USD", "<20 USD> money USD 20 [20,20] ~[15,25]"},
    {"£1.2-billion",
     "<£1.2-billion> money GBP 1200000000 [1150000000,1250000000] ~[1150000000,1250000000]"},
    {"$20-30 million", "<$20-30 million> money USD [20000000,30000000] ~[20000000,30000000]"},
    {"$20 million to $30 million",
     "<$20 million to $30 million> money USD [20000000,30000000] ~[20000000,30000000]"},
    {"between $2 and $3", "between <$2 and $3> money USD [2,3] ~[2,3]"},
    {"50 cents", "<50 cents> money USD 0.5 [0.5,0.5] ~[0.45,0.55]"},
    {"two dollars and 50 cents",
     "<two dollars and 50 cents> money USD 2.5 [2.495,2.505] ~[2.495,2.505]"},
    {"20 million pounds",
     "<20 million pounds> money GBP 20000000 [19500000,20500000] ~[19500000,20500000]"},
    {"20 pounds of rice", "<20 pounds> mass [lb_av] 20 [20,20] ~[15,25]"},
    {"Rs 500 crore",
     "<Rs 500 crore> money INR 5000000000 [4995000000,5005000000] ~[4995000000,5005000000]"},
    {"$1.5 million-a-year",
     "<$1.5 million> money USD 1500000 [1450000,1550000] ~[1450000,1550000]"},
    {"-$5", "<-$5> money USD -5 [-5,-5] ~[-5.5,-4.5]"},
    {"5 per cent", "<5 per cent> percent % 5 [5,5] ~[4.5,5.5]"},
    {"5%", "<5%> percent % 5 [5,5] ~[4.5,5.5]"},
    {"about 5 percent", "about <5 percent> percent % 5 [4,6] ~[4.5,5.5]"},
    {"20 to 30 per cent", "<20 to 30 per cent> percent % [20,30] ~[20,30]"},
    {"two percentage points", "<two percentage points> points pp 2 [2,2] ~[1.5,2.5]"},
    {"25 basis points", "<25 basis points> points bp 25 [25,25] ~[24.5,25.5]"},
    {"12.5%", "<12.5%> percent % 12.5 [12.45,12.55] ~[12.45,12.55]"},
    {"12,000 acres", "<12,000 acres> area [acr_i] 12000 [12000,12000] ~[11500,12500]"},
    {"5 km", "<5 km> length km 5 [5,5] ~[4.5,5.5]"},
    {"100 km/h winds", "<100 km/h> speed km/h 100 [100,100] ~[50,150]"},
    {"80 mph", "<80 mph> speed [mi_i]/h 80 [80,80] ~[75,85]"},
    {"6.5 square miles", "<6.5 square miles> area [mi_i]2 6.5 [6.45,6.55] ~[6.45,6.55]"},
    {"20 degrees Celsius", "<20 degrees Celsius> temperature Cel 20 [20,20] ~[15,25]"},
    {"-5°C", "<-5°C> temperature Cel -5 [-5,-5] ~[-5.5,-4.5]"},
    {"minus 10 degrees", "<minus 10 degrees> angle deg -10 [-10,-10] ~[-15,-5]"},
    {"30C", "<30C> temperature Cel 30 [30,30] ~[25,35]"},
    {"2 feet of water", "<2 feet> length [ft_i] 2 [2,2] ~[1.5,2.5]"},
    {"300 MW", "<300 MW> power MW 300 [300,300] ~[250,350]"},
    {"5 kWh", "<5 kWh> energy kW.h 5 [5,5] ~[4.5,5.5]"},
    {"3, 5 and 8 km",
     "<3> length km 3 [3,3] ~[2.5,3.5]; <5> length km 5 [5,5] ~[4.5,5.5]; <8 km> length km 8 [8,8] "
     "~[7.5,8.5]"},
    {"45 and 50 mg", "<45> mass mg 45 [45,45] ~[44.5,45.5]; <50 mg> mass mg 50 [50,50] ~[45,55]"},
    {"20 litres", "<20 litres> volume L 20 [20,20] ~[15,25]"},
    {"5m people", "<5m> count 5000000 [4500000,5500000] ~[4500000,5500000]"},
    {"100m sprint", "<100m> length m 100 [100,100] ~[50,150]"},
    {"half a mile", "<half a mile> length [mi_i] 0.5 [0.5,0.5] ~[0,1]"},
    {"hundreds of kilometres", "<hundreds of kilometres> length km [101,-] ~[200,999]"},
    {"a 5.8-magnitude quake", "<5.8> count 5.8 [5.75,5.85] ~[5.75,5.85]"},
    {"magnitude 5.8", "<5.8> count 5.8 [5.75,5.85] ~[5.75,5.85]"},
    {"aged 34", "aged <34> age a 34 [34,34] ~[34,34]"},
    {"a 34-year-old man", "<34-year-old> age a 34 [34,34] ~[34,34]"},
    {"John Smith, 34, said", "<34> age a 34 [34,34] ~[34,34]"},
    {"34 years old", "<34 years old> age a 34 [34,34] ~[34,34]"},
    {"aged 3, 5 and 7",
     "aged <3> age a 3 [3,3] ~[3,3]; <5> age a 5 [5,5] ~[5,5]; <7> age a 7 [7,7] ~[7,7]"},
    {"aged between 20 and 30", "aged between <20 and 30> age a [20,30] ~[20,30]"},
    {"in his 30s", "<30s> age a [30,39] ~[30,39]"},
    {"in her mid-20s", "mid-<20s> age a [20,29] ~[23,26]"},
    {"three-month-old baby", "<three-month-old> age mo 3 [3,3] ~[3,3]"},
    {"20 hours", "<20 hours> duration PT20H [72000,72000]"},
    {"a five-minute video", "<five-minute> duration PT5M [300,300]"},
    {"two and a half years", "<two and a half years> duration P2Y6M [77314532.4,80470227.6]"},
    {"48-hour deadline", "<48-hour> duration PT48H [172800,172800]"},
    {"2 hours 30 minutes", "<2 hours 30 minutes> duration PT2H30M [9000,9000]"},
    {"an hour and a half", "<an hour and a half> duration PT1H30M [5220,5580]"},
    {"more than two weeks", "more than <two weeks> duration P2W (1209600,-]"},
    {"a week", "<a week> duration P1W [604800,604800]"},
    {"several weeks", "<several weeks> duration PXW [1209600,-]"},
    {"for years", "<years> duration PXY [63113904,-]"},
    {"20-30 minutes", "<20-30 minutes> duration PT20M [1200,1800]"},
    {"half an hour", "<half an hour> duration PT30M [1800,1800]"},
    {"at least 72 hours", "at least <72 hours> duration PT72H [259200,-]"},
    {"two decades", "<two decades> duration P20Y [631139040,631139040]"},
    {"5.5 hours", "<5.5 hours> duration PT5H30M [19620,19980]"},
    {"the third man", "<third> ordinal 3 [3,3] ~[3,3]"},
    {"the 21st birthday", "<21st> ordinal 21 [21,21] ~[21,21]"},
    {"twenty-first", "<twenty-first> ordinal 21 [21,21] ~[21,21]"},
    {"worth $US160 million to $US171 million",
     "<$US160 million to $US171 million> money USD [160000000,171000000] ~[160000000,171000000]"},
    {"USD115", "<USD115> money USD 115 [115,115] ~[114.5,115.5]"},
    {"RM79 a month", "<RM79> money MYR 79 [79,79] ~[78.5,79.5]"},
    {"down to $-50.8bn",
     "<$-50.8bn> money USD -50800000000 [-50850000000,-50750000000] ~[-50850000000,-50750000000]"},
    {"a fall from 4.8 to 4.7 percent",
     "<4.8> percent % 4.8 [4.75,4.85] ~[4.75,4.85]; <4.7 percent> percent % 4.7 [4.65,4.75] "
     "~[4.65,4.75]"},
    {"5 degrees below zero", "<5 degrees below zero> angle deg -5 [-5,-5] ~[-5.5,-4.5]"},
    {"minus-130 degrees Fahrenheit",
     "<minus-130 degrees Fahrenheit> temperature [degF] -130 [-130,-130] ~[-135,-125]"},
    {"sub-7 nanometer chips", "sub-<7 nanometer> length nm 7 [0,7) ~[5.6,7)"},
    {".5 percent", "<.5 percent> percent % 0.5 [0.45,0.55] ~[0.45,0.55]"},
};

TEST(Measures, money_percents_units_ages_durations) {
  for (const Row& row : kRows) {
    EXPECT_EQ(read_values(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
