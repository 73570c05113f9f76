#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "press_rules.h"

namespace concord::pipeline {
namespace {

using testing::HasSubstr;
using Outcome = ExampleResult::Outcome;

ExampleResult first_result(const std::string& example) {
  const RuleTest test = test_rules(engine_with(example), "");
  EXPECT_EQ(test.examples.size(), 1U) << example;
  return test.examples.empty() ? ExampleResult() : test.examples.front();
}

TEST(TestRules, EveryWayAnExampleCanEnd) {
  struct Row {
    const char* example;
    Outcome outcome;
  };
  const Row rows[] = {
      {"      - text: The attack killed 12 people.\n        get: 12\n", Outcome::right},
      {"      - text: The attack killed twelve people.\n        get: 12\n", Outcome::right},
      {"      - text: The attack killed at least 12 people.\n        get: at least 12\n",
       Outcome::right},
      {"      - text: The attack killed at least 12 people.\n        get: 12\n",
       Outcome::wrong_value},
      {"      - text: The attack killed 12 people.\n        get: 13\n", Outcome::wrong_value},
      {"      - text: The attack hurt 12 people.\n        get: 12\n", Outcome::missing},
      {"      - text: The attack hurt 12 people.\n        get: nothing\n", Outcome::right},
      {"      - text: The attack killed 12 people.\n        get: nothing\n", Outcome::noisy},
      {"      - text: The attack killed 12 people and later 3 people died.\n        get: 12\n",
       Outcome::noisy},
      {"      - text: He denied that the attack killed 12 people.\n        get: 12\n"
       "        mode: denied\n",
       Outcome::right},
      {"      - text: The attack killed 12 people.\n        get: 12\n        mode: denied\n",
       Outcome::wrong_mode},
      {"      - text: The attack killed 12 people.\n        get: 12\n        event: other\n",
       Outcome::wrong_event},
      {"      - text: In the Tern siege of 2004, 12 people died.\n        get: 12\n"
       "        event: other\n",
       Outcome::right},
      {"      - text: The attack killed 12 people, according to police.\n        get: 12\n"
       "        by: police\n",
       Outcome::right},
      {"      - text: The attack killed 12 people.\n        get: 12\n        by: police\n",
       Outcome::wrong_by},
  };
  for (const Row& row : rows) {
    const ExampleResult result = first_result(row.example);
    EXPECT_EQ(static_cast<int>(result.outcome), static_cast<int>(row.outcome))
        << row.example << "found " << result.found;
  }
}

TEST(TestRules, AKilledMatchNamesItsKiller) {
  const ExampleResult result =
      first_result("      - text: It killed 12 people in a film.\n        get: 12\n");
  EXPECT_EQ(static_cast<int>(result.outcome), static_cast<int>(Outcome::missing));
  EXPECT_THAT(result.hint, HasSubstr("press/deaths.yaml"));
}

TEST(TestRules, CoverageCountsPhrasesThatExamplesReach) {
  const RuleTest test = test_rules(engine_with(kTwoExamples), "");
  ASSERT_EQ(test.coverage.size(), 3U);
  EXPECT_EQ(test.coverage[0].written, "kill~ {n} people");
  EXPECT_EQ(test.coverage[0].reached, 1U);
  EXPECT_EQ(test.coverage[1].reached, 0U) << "no example has a figure before died";
  EXPECT_EQ(test.coverage[2].reached, 0U);
}

TEST(TestRules, ChecksAreThreeValued) {
  const std::string checks = R"(
checks:
  never-many:
    describe: A cap
    must: deaths <= 100
    within: event
    severity: warning
    examples:
      - given: { deaths: 12 }
        verdict: holds
      - given: { deaths: 120 }
        verdict: broken
      - given: { deaths: at least 12 }
        verdict: possible
      - given: { deaths: 12 }
        verdict: broken
)";
  const RuleTest test = test_rules(engine_with(kTwoExamples, checks), "never-many");
  EXPECT_TRUE(test.examples.empty()) << "only the check was asked for";
  ASSERT_EQ(test.checks.size(), 4U);
  for (const std::size_t i : {0U, 1U, 2U}) {
    EXPECT_EQ(test.checks[i].outcome, Outcome::right) << test.checks[i].found;
  }
  EXPECT_NE(test.checks[3].outcome, Outcome::right);
  EXPECT_EQ(test.checks[3].found, "holds");
}

TEST(TestRules, OnlyNamesAFactWithOrWithoutItsPack) {
  const Engine engine = engine_with(kTwoExamples);
  EXPECT_EQ(test_rules(engine, "deaths").examples.size(), 2U);
  EXPECT_EQ(test_rules(engine, "press/deaths").examples.size(), 2U);
  EXPECT_EQ(test_rules(engine, "death").examples.size(), 0U);
}

}  // namespace
}  // namespace concord::pipeline
