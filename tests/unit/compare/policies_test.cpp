#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compare/measure.h"
#include "story.h"

namespace concord::compare {
namespace {

struct Case {
  const char* name;
  std::vector<std::string> rows;
  std::map<std::string, std::string> printed;
};

class Policies : public ::testing::TestWithParam<Case> {};

TEST_P(Policies, PrintTheirFigure) {
  RuleSet rules = test_rules();
  rules.sources.groups["official"] = {"health ministry", "police"};
  rules.sources.authority["deaths"] = {"official", "agency"};
  const Told told = tell(GetParam().rows, rules);
  const Finding* finding = main_finding(told);
  ASSERT_NE(finding, nullptr);
  for (const auto& [policy, text] : GetParam().printed) {
    EXPECT_EQ(finding->policies.at(policy), text) << policy;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Published, Policies,
    ::testing::Values(
        Case{"seed_row_1",
             {"a 133", "b >=130"},
             {{"gtd", "130"}, {"acled", "130"}, {"range", "130-133"}, {"ucdp", "130 (130-133)"}}},
        Case{"most_recent",
             {"a 93 at=10:00", "b 133 at=14:00"},
             {{"gtd", "133"}, {"latest", "133"}, {"range", "133"}}},
        Case{"majority_of_voices",
             {"a 12", "b 14", "c 14", "d 14"},
             {{"gtd", "14"}, {"majority", "14"}, {"acled", "12"}}},
        Case{"copies_are_one_voice",
             {"a 12", "b 14", "c 14 copy=b", "d 12"},
             {{"gtd", "12"}, {"majority", "12"}}},
        Case{"no_majority_lowest",
             {"a 12", "b 14", "c 15"},
             {{"gtd", "12"}, {"ucdp", "12 (12-15)"}}},
        Case{"priority_source",
             {"a 12", "b 14 by=police", "c 12"},
             {{"emdat", "14"}, {"authority", "14"}, {"gtd", "12"}}},
        Case{"missing_are_added",
             {"a 12", "b 12", "a 3 fact=missing"},
             {{"emdat", "15"}, {"gtd", "12"}}},
        Case{"party_is_dropped", {"a 12", "b 40 by=Rebels"}, {{"gtd", "12"}, {"range", "12"}}},
        Case{"floor_that_repeats_the_old",
             {"a 12 at=08:00", "b 14 at=09:00", "c >=12 at=14:00"},
             {{"gtd", "14"}, {"acled", "14"}, {"ucdp", "14 (14)"}, {"range", "14"}}},
        Case{"floor_beside_the_new",
             {"a 12 at=08:00", "b 15 at=09:00", "c >12 at=14:00"},
             {{"gtd", "15"}, {"acled", "15"}, {"ucdp", "15 (12-15)"}}},
        Case{"rough_number_beside_the_new",
             {"a 12 at=08:00", "b 14 at=09:00", "c ~13 at=14:00"},
             {{"gtd", "14"}, {"latest", "14"}, {"range", "14"}}},
        Case{"vague_word_beside_a_number",
             {"a dozens at=08:00", "b 15 at=07:00"},
             {{"gtd", "15"}, {"acled", "15"}, {"majority", "15"}, {"range", "13-15"}}},
        Case{"vague_word_after_a_number",
             {"a 15 at=08:00", "b hundreds at=09:00"},
             {{"gtd", "101"}, {"acled", "100"}, {"range", "101+"}}},
        Case{"vague_word_alone", {"a dozens"}, {{"gtd", "13"}, {"acled", "12"}, {"range", "13+"}}},
        Case{"floors_only", {"a >=12"}, {{"range", "12+"}, {"gtd", "12"}}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Policies, FigureIsThatOfThePolicyAskedFor) {
  const std::vector<std::string> rows = {"a 12", "b 14", "c 14", "d 14"};
  const auto figure = [&](const Options& options) {
    return describe(*main_finding(tell(rows, test_rules(), options))->figure, {});
  };
  EXPECT_EQ(figure({}), "14");
  EXPECT_EQ(figure({"acled", {}}), "12");
  EXPECT_EQ(figure({"acled", {{"deaths", "majority"}}}), "14");
  EXPECT_EQ(figure({"range", {}}), "12-14");
}

TEST(Policies, TheTiersOfADeskRankSourcesThatRulesDoNotName) {
  RuleSet rules = test_rules();
  rules.sources.tiers = {{"b"}, {"c"}};
  const auto authority = [&](const std::vector<std::string>& rows) {
    return main_finding(tell(rows, rules))->policies.at("authority");
  };
  EXPECT_EQ(authority({"a 12", "b 14", "c 13"}), "14");
  EXPECT_EQ(authority({"a 12", "c 13"}), "13");
  rules.sources.authority["deaths"] = {"a"};  // rules stand above a desk
  EXPECT_EQ(authority({"a 12", "b 14", "c 13"}), "12");
}

TEST(Policies, LearnedPoliciesTakeTheSideOfSourcesThatAreOftenConfirmed) {
  std::vector<std::string> rows;
  for (int company = 0; company < 12; ++company) {
    const std::string key = " fact=revenue key=company" + std::to_string(company);
    for (const char* row : {"a 12EUR", "b 12EUR", "c 40EUR"}) {
      rows.push_back(row + key);
    }
  }
  rows.emplace_back("a 12EUR fact=revenue key=contested");
  rows.emplace_back("c 40EUR fact=revenue key=contested");
  const Told told = tell(rows, test_rules());
  std::size_t contested = 0;
  for (const Finding& finding : told.findings.findings) {
    if (finding.key.starts_with("contested") && finding.policies.contains("dependence")) {
      EXPECT_EQ(finding.policies.at("dependence"), "12");
      EXPECT_EQ(finding.policies.at("truthfinder"), "12");
      ++contested;
    }
  }
  EXPECT_EQ(contested, 1U);
}

}  // namespace
}  // namespace concord::compare
