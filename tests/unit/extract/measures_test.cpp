// What a figure measures: contexts that hand it to another fact, figures that count more than their
// fact, figures side by side, floors.
#include <gtest/gtest.h>

#include "reading.h"

namespace concord {
namespace {

constexpr std::string_view kRules = R"(factrules: 1
pack: desk
version: 1.0.0
contexts:
  war:
    becomes: { deaths: war_dead, hurt: nothing }
    cue: |
      civil war
      {x:count} soldiers ...3 (killed|dead)
    not cue: since the civil war
    reaches: both
    at most: 8 words
facts:
  deaths:
    describe: d
    value: count
    event: any
    find:
      - phrases: |
          {n} (people|soldiers) ...3 (killed|dead)
          {n} (killed|dead)
          kill~ {n} people
      - phrases: murder of {n} monks and {more:count} cooks
        value: n, more
      - phrases: a man was killed
        set: { n: 1 }
        hedge: at least
  war_dead:
    describe: d
    value: count
    event: any
    find: the {n} fallen
  hurt:
    describe: d
    value: count
    event: any
    find:
      - phrases: "{n} people hurt"
      - phrases: "{n} people shot"
        less: deaths
      - phrases: a man was shot
        set: { n: 1 }
        hedge: at least
        less: deaths
)";

constexpr Row kMeasures[] = {
    // a context hands the figure over
    {"In the civil war 300 people were killed.", "war_dead=300"},
    {"The civil war, which ended in spring, left 300 dead.", "war_dead=300"},
    {"A bomb killed 12 people, the first since the civil war.", "deaths=12"},
    {"On Monday 12 soldiers were reported killed.", "war_dead=12"},
    {"In the civil war 40 people hurt were treated.", ""},
    {"The civil war ended; 300 people were killed.", "deaths=300"},
    // what was shot less what was killed
    {"There were 6 people shot.", "hurt=6"},
    {"There were 6 people shot. Two people were killed.", "hurt=4\ndeaths=2"},
    {"There were 6 people shot, 2 killed. In all 3 people were killed.",
     "hurt=4\ndeaths=2\ndeaths=3"},
    {"There were 2 people shot. Two people were killed.", "deaths=2"},
    {"There were at least 6 people shot. At least 2 people were killed.",
     "hurt=at least 4\ndeaths=at least 2"},
    {"There were 6 people shot. On Monday a man was killed.",
     "hurt=up to 5\ndeaths=at least 1"},
    {"There were 2 people shot. Nine people were killed.", "hurt=2\ndeaths=9"},
    {"On Monday a man was shot.", "hurt=at least 1"},
    {"On Monday a man was shot; a man was killed.", "deaths=at least 1"},
    // side by side, and a floor
    {"The murder of six monks and two cooks shook the town.", "deaths=6\ndeaths=2"},
    {"On Monday a man was killed.", "deaths=at least 1"},
};

TEST(Measures, OfFigures) {
  const ReadingDesk desk(kRules);
  ASSERT_TRUE(desk.complaints().empty());
  for (const Row& row : kMeasures) {
    EXPECT_EQ(desk.read(row.text), row.facts) << row.text;
  }
}

}  // namespace
}  // namespace concord
