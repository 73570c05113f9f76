#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

struct Row {
  std::string_view text;
  std::string_view values;  // read_brief's notation
};

// "m" is millions or meters, as the words around it tell; in doubt meters.
constexpr Row kRows[] = {
    {"The population is 335m", "<335m> count 335000000"},
    {"Its audience rose to 4m in March", "<4m> count 4000000; <March> time 2024-03"},
    {"votes: 2m", "<2m> count 2000000"},
    {"The war killed 20m", "<20m> count 20000000"},
    {"A 3m-strong workforce", "<3m> count 3000000"},
    {"5m users", "<5m> count 5000000"},
    {"The population lives 20m above the sea", "<20m> length m 20"},
    {"It killed two people 20m away", "<two> count 2; <20m> length m 20"},
    {"A swimmer was killed 20m from the shore", "<20m> length m 20"},
    {"The queue of voters was 20m long", "<20m> length m 20"},
    {"The employees must stand at 2m", "<2m> length m 2"},
    {"The waves that hit people rose to 4m", "<4m> length m 4"},
    {"won the 100m freestyle", "<100m> length m 100"},
    {"The wall was 3m", "<3m> length m 3"},
    {"It was 3m", "<3m> length m 3"},
    // past adjectives, and by the verb of many
    {"The band sold 2.4m physical and digital copies", "<2.4m> count 2400000"},
    {"Some 6m young people are idle", "Some <6m> count 6000000"},
    {"It seized 1.5m counterfeit cigarettes", "<1.5m> count 1500000"},
    {"Over 4m were driven out", "Over <4m> count 4000000"},
    {"Unemployment fell to 1.2m in May", "<1.2m> count 1200000; <May> time 2023-05"},
    {"It used two 4m wooden beams", "<two> count 2; <4m> length m 4"},
    {"The 2m concrete walls fell", "<2m> length m 2"},
    {"The last 3m were the hardest", "<3m> length m 3"},
    // money before the first end of a range, and letters at both
    {"raised $20-30m", "<$20-30m> money USD"},
    {"raised £200m-300m", "<£200m-300m> money GBP"},
    {"raised $2-3bn", "<$2-3bn> money USD"},
    {"20m-30m people", "<20m-30m> count"},
    {"20-30m people", "<20-30m> count"},
    {"20-30m long", "<20-30m> length m"},
    {"5m-10m euros", "<5m-10m euros> money EUR"},
};

TEST(Letters, of_magnitudes_and_meters) {
  for (const Row& row : kRows) {
    EXPECT_EQ(read_brief(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
