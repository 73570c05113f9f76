#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

struct Row {
  std::string_view text;
  std::string_view values;  // read_brief's notation
};

// VALUES.md section 3, and input that no number can hold.
constexpr Row kRows[] = {
    {"a $4.2bn deal", "<$4.2bn> money USD 4200000000"},
    {"9/11", ""},
    {"24/7", ""},
    {"Boeing 737", ""},
    {"an F-16 jet", ""},
    {"Covid-19", ""},
    {"a K-9 unit", ""},
    {"the M-19 movement", ""},
    {"a magnitude-5.9 quake", "<5.9> count 5.9"},
    {"49ers", ""},
    {"10 Downing Street", ""},
    {"Highway 61", ""},
    {"call 555-1234", ""},
    {"won 31-20", ""},
    {"the mid-1990s", "the mid-<1990s> time 199 MID"},
    {"the 2019-20 season", "<2019-20> time 2019"},
    {"won 31-20 on Sunday", "<Sunday> time 2024-03-24"},
    {"a 2-2 draw", ""},
    {"200 a day", "<200> count 200"},
    {"more than 1,200 a day", "more than <1,200> count 1200"},
    {"between 20 and 30", "between <20 and 30> count"},
    {"up to 200", "up to <200> count 200"},
    {"about 5 per cent", "about <5 per cent> percent % 5"},
    {"he may go", ""},
    {"they march on", ""},
    {"a second man", "<second> ordinal 2"},
    {"fall of the city", ""},
    {"last man", ""},
    {"three days before the rampage", "<three days> before time P3D before P3D"},
    {"two and a half years", "<two and a half years> duration P2Y6M"},
    {"which one", ""},
    {"the one", ""},
    {"a mix", ""},
    {"more than 30000 in 2009", "more than <30000> count 30000; <2009> time 2009"},
    {"Twenty-six soldiers", "<Twenty-six> count 26"},
    {"10 students", "<10> count 10"},
    {"in 2021", "<2021> time 2021"},
    {"hundreds", "<hundreds> count"},
    {"a hundred dollars", "<a hundred dollars> money USD 100"},
    {"940 000 t", "<940 000 t> mass t 940000"},
    {"12,34,567", "<12,34,567> count 1234567"},
    {"50/6/2018", ""},
    {"31/31/2018", ""},
    {"2.15pm", "<2.15pm> time 2024-03-24T14:15"},
    {"John Smith, 34, said", "<34> age a 34"},
    {"In West Orsk, three, including a boy, died", "<three> count 3"},
    {"In West Orsk, three, police said, died", "<three> count 3"},
    {"Of the Browns, two, the elder ones, died", "<two> count 2"},
    {"The victims, three, all of them boys", "<three> count 3"},
    {"The price a foot of rope", ""},
    {"Car park P3 is full", ""},
    {"John Smith Jr., 34, said", "<34> age a 34"},
    {"15-year-old", "<15-year-old> age a 15"},
    {"five-year-old", "<five-year-old> age a 5"},
    {"3.5%", "<3.5%> percent % 3.5"},
    {"more than $5 million", "more than <$5 million> money USD 5000000"},
    {"10^400", ""},
    {"99999999999999999999999999999999999999999999999999", ""},
    {"between 30 and 20", "between <30 and 20> count"},
    {"between 30 and 20 people", "between <30 and 20> count"},
    {"between $30 and 20 km", "<$30> money USD 30; <20 km> length km 20"},
    {"١٢٣ people", "<١٢٣> count 123"},
    {"１２３ people", "<１２３> count 123"},
    {"١2３ people", "<١2３> count 123"},
    {"1,23,4 people", ""},
    {"5.5x10400 km", ""},
    {"two million million million million", ""},
    {"1.2.3", ""},
    {"192.168.1.2", ""},
    {"+44 20 7946 0958", ""},
    {"the 90210 ZIP code", ""},
    {"22pm", ""},
    {"2.1 pm wide", "<2.1 pm> length pm 2.1"},
    {"at 2 pm wide awake", "<2 pm> time 2024-03-24T14:00"},
    {"a PS5 console", ""},
    {"a PS8.1bn bid", "<PS8.1bn> money GBP 8100000000"},
    {"12 below zero", "<12 below zero> angle deg -12"},
    {"22 Avenue Foch", ""},
    {"358 Palo Way", ""},
    {"ALL 20 DEAD", "<20> count 20"},
    {"$3 a gallon", "<$3> money USD 3"},
    {"a dollar store", ""},
    {"a real mess", ""},
    {"one of the men", "<one> count 1"},
    {"no one", ""},
    {"a baker's dozen", ""},
    {"the SCP 06F6", ""},
    {"in the 2000 block of Oak Street", "<2000> count 2000"},
    {"the 2013 block party", "<2013> time 2013"},
    {"sent 20 in 2019", "<20> count 20; <2019> time 2019"},
    {"10 Road Deaths Reported", "<10> count 10"},
};

TEST(Pitfalls, what_other_readers_get_wrong) {
  for (const Row& row : kRows) {
    EXPECT_EQ(read_brief(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
