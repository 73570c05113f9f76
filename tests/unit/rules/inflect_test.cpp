#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "rules/inflect_tables.h"
#include "rules/rules.h"
#include "said.h"

namespace concord::rules {
namespace {

struct Row {
  std::string_view word;
  std::string_view forms;
};

constexpr Row kRows[] = {
    {"kill", "kill kills killed killing"},
    {"rescue", "rescue rescues rescued rescuing"},
    {"injure", "injure injures injured injuring"},
    {"die", "die dies died dying"},
    {"flee", "flee fled flees fleeing"},
    {"stop", "stop stops stopped stopping"},
    {"shoot", "shoot shot shoots shooting"},
    {"bury", "bury buries buried burying"},
    {"destroy", "destroy destroys destroyed destroying"},
    {"fix", "fix fixes fixed fixing"},
    {"visit", "visit visits visited visiting"},
    {"admit", "admit admits admitted admitting"},
    {"occur", "occur occurs occurred occurring"},
    {"kidnap", "kidnap kidnaps kidnapped kidnapping kidnaped kidnaping"},
    {"travel", "travel travels travelled travelling traveled traveling"},
    {"panic", "panic panics panicked panicking"},
    {"crash", "crash crashes crashed crashing"},
    {"go", "go went gone goes going"},
    {"undergo", "undergo underwent undergone undergoes undergoing"},
    {"veto", "veto vetos vetoes vetoed vetoing"},
    {"quit", "quit quits quitting"},
    {"rain", "rain rains rained raining"},
    {"free", "free frees freed freeing"},
    {"be", "be was were been am is are being"},
    {"have", "have had has having"},
    {"take", "take took taken takes taking"},
    {"man", "man men"},
    {"child", "child children"},
    {"person", "person persons people"},
    {"wife", "wife wives"},
    {"Kill", "kill kills killed killing"},
    {"x", "x"},
    {"", ""},
    {"9", "9"},
};

TEST(Inflect, GivesEveryForm) {
  for (const Row& row : kRows) {
    EXPECT_EQ(joined(inflect(row.word)), row.forms) << row.word;
  }
}

TEST(InflectTables, AreSortedAsLookupNeeds) {
  EXPECT_TRUE(std::ranges::is_sorted(irregular_verbs(), {}, &IrregularVerb::base));
  EXPECT_TRUE(std::ranges::is_sorted(irregular_nouns(), {}, &IrregularNoun::singular));
  EXPECT_TRUE(std::ranges::is_sorted(doubling_verbs()));
}

TEST(InflectTables, HoldEachWordOnce) {
  std::set<std::string_view> verbs;
  for (const IrregularVerb& verb : irregular_verbs()) {
    EXPECT_TRUE(verbs.insert(verb.base).second) << verb.base;
  }
  EXPECT_GE(verbs.size(), 200U);
  EXPECT_GE(irregular_nouns().size(), 120U);
}

}  // namespace
}  // namespace concord::rules
