#include "pipeline/codes.h"

#include <gtest/gtest.h>

#include "pipeline/pipeline.h"

namespace concord::pipeline {
namespace {

RuleSet rules() {
  RuleSet set;
  set.facts.emplace_back().name = "deaths";
  set.checks.emplace_back().name = "implausible-jump";
  return set;
}

TEST(Codes, AreMadeOfNames) {
  const RuleSet set = rules();
  const Codes codes(set);
  for (const char* code : {"deaths", "deaths/behind", "behind", "stale", "implausible-jump",
                           "deaths/hedge-lost", "ahead", "all"}) {
    EXPECT_TRUE(codes.knows(code)) << code;
  }
  for (const char* code : {"deathz", "deathz/behind", "deaths/behnd", "", "deaths/behind/now"}) {
    EXPECT_FALSE(codes.knows(code)) << code;
  }
}

TEST(Codes, UnknownOnesGetTheNearest) {
  const RuleSet set = rules();
  const Codes codes(set);
  EXPECT_EQ(codes.nearest("deathz/behind"), "did you mean `deaths/behind`?");
  EXPECT_EQ(codes.nearest("implausible-jmp"), "did you mean `implausible-jump`?");
  EXPECT_EQ(codes.nearest("weather/sunny"), "");
}

TEST(Codes, NamesInTheSettingsThatNobodyKnowsAreTold) {
  const RuleSet set = rules();
  Desk desk;
  const auto at = [](std::uint32_t line) { return Location{.file = "concord.yaml", .line = line}; };
  desk.names = {{"deaths", false, at(2)},       {"deathz", false, at(3)},
                {"deaths/behind", true, at(5)}, {"implausible-jmp", true, at(6)},
                {"stale", true, at(7)},         {"behind", false, at(8)}};
  const Diagnostics unknown = unknown_names(set, desk);
  ASSERT_EQ(unknown.size(), 3U);
  EXPECT_EQ(unknown[0].message, "no fact is called `deathz`");
  EXPECT_EQ(unknown[0].help, "did you mean `deaths`?");
  EXPECT_EQ(unknown[0].where.line, 3U);
  EXPECT_EQ(unknown[1].message, "no diagnostic is called `implausible-jmp`");
  EXPECT_EQ(unknown[1].help, "did you mean `implausible-jump`?");
  EXPECT_EQ(unknown[2].where.line, 8U);
}

}  // namespace
}  // namespace concord::pipeline
