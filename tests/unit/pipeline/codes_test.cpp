#include "pipeline/codes.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace concord::pipeline
