#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "compare/compare.h"

namespace concord::compare {
namespace {

SourceClaim claim(const std::string& event, const std::string& source, const std::string& value) {
  return {.event = event, .fact = "deaths", .source = source, .value = value};
}

struct Row {
  const char* name;
  std::vector<SourceClaim> claims;
  const char* value;
  std::size_t answers;
  std::size_t sources;
  bool tied;
};

class Chosen : public ::testing::TestWithParam<Row> {};

TEST_P(Chosen, ByMajority) {
  const auto chosen = choose(GetParam().claims, "majority");
  ASSERT_EQ(chosen.size(), 1U);
  EXPECT_EQ(chosen[0].value, GetParam().value);
  EXPECT_EQ(chosen[0].answers, GetParam().answers);
  EXPECT_EQ(chosen[0].sources, GetParam().sources);
  EXPECT_EQ(chosen[0].tied, GetParam().tied);
}

INSTANTIATE_TEST_SUITE_P(
    Majorities, Chosen,
    ::testing::Values(Row{"one_source", {claim("e", "a", "12")}, "12", 1, 1, false},
                      Row{"two_of_three",
                          {claim("e", "a", "12"), claim("e", "b", "15"), claim("e", "c", "15")},
                          "15",
                          2,
                          2,
                          false},
                      Row{"a_source_twice_counts_once",
                          {claim("e", "a", "12"), claim("e", "a", "12"), claim("e", "b", "15"),
                           claim("e", "c", "15")},
                          "15",
                          2,
                          2,
                          false}),
    [](const auto& row) { return row.param.name; });

class Orders : public ::testing::TestWithParam<const char*> {};

TEST_P(Orders, TiesAreNotBrokenByTheOrderOfTheFile) {
  std::vector<SourceClaim> claims;
  for (int event = 0; event < 12; ++event) {
    const std::string name = "e" + std::to_string(event);
    claims.push_back(claim(name, "a", std::to_string(10 + event)));
    claims.push_back(claim(name, "b", std::to_string(50 + event)));
  }
  const auto straight = choose(claims, GetParam());
  std::ranges::reverse(claims);
  const auto reversed = choose(claims, GetParam());
  ASSERT_EQ(straight.size(), reversed.size());
  std::size_t lower = 0;
  for (std::size_t i = 0; i < straight.size(); ++i) {
    EXPECT_EQ(straight[i].event, reversed[i].event);
    EXPECT_EQ(straight[i].value, reversed[i].value);
    EXPECT_TRUE(straight[i].tied || std::string_view(GetParam()) == "dependence");
    lower += straight[i].value < "50" ? 1 : 0;
  }
  if (std::string_view(GetParam()) == "majority") {
    EXPECT_GT(lower, 0U);
    EXPECT_LT(lower, straight.size()) << "nor always for the lower or the higher";
  }
}

INSTANTIATE_TEST_SUITE_P(Policies, Orders,
                         ::testing::Values("majority", "truthfinder", "dependence"),
                         [](const auto& row) { return std::string(row.param); });

TEST(Choose, SourcesThatAreRightElsewhereAreBelieved) {
  std::vector<SourceClaim> claims;
  for (int event = 0; event < 30; ++event) {
    const std::string name = "e" + std::to_string(event);
    for (const char* good : {"a", "b", "c"}) {
      claims.push_back(claim(name, good, std::to_string(100 + event)));
    }
    claims.push_back(claim(name, "wrong" + std::to_string(event % 2), std::to_string(7 + event)));
  }
  claims.push_back(claim("last", "a", "41"));
  claims.push_back(claim("last", "wrong0", "77"));
  for (const char* policy : {"truthfinder", "dependence"}) {
    const auto chosen = choose(claims, policy);
    const auto last = std::ranges::find(chosen, "last", &ChosenValue::event);
    ASSERT_NE(last, chosen.end());
    EXPECT_EQ(last->value, "41") << policy;
  }
}

TEST(Choose, NothingOfNothing) {
  EXPECT_TRUE(choose({}, "dependence").empty());
}

}  // namespace
}  // namespace concord::compare
