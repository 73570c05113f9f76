#include "compare/positions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concord::compare {
namespace {

using ::testing::ElementsAre;

Interval<Decimal> closed(int low, int high) {
  return {Decimal(low), Decimal(high)};
}
Interval<Decimal> from(int low) {
  return {Decimal(low), std::nullopt};
}

TEST(Sweep, FewestGroupsLowestFirst) {
  const std::vector<Interval<Decimal>> intervals = {closed(93, 93), from(60), closed(133, 133),
                                                    from(130)};
  const Sweep swept = sweep(intervals, {Decimal(93), Decimal(60), Decimal(133), Decimal(130)});
  EXPECT_EQ(swept.common.size(), 2U);
  EXPECT_THAT(swept.group, ElementsAre(0, 0, 1, 1));
  EXPECT_THAT(swept.committed, ElementsAre(true, false, true, true));
}

TEST(Sweep, OpenEndsDoNotMeet) {
  Interval<Decimal> under = closed(0, 12);
  under.high_open = true;
  EXPECT_EQ(sweep({under, closed(12, 12)}, {std::nullopt, std::nullopt}).common.size(), 2U);
  EXPECT_EQ(sweep({closed(0, 12), closed(12, 12)}, {std::nullopt, std::nullopt}).common.size(), 1U);
}

TEST(Sweep, HostileIntervals) {
  EXPECT_TRUE(sweep({}, {}).common.empty());
  const Sweep inside_out =
      sweep({closed(9, 3), closed(1, 2), {}}, {std::nullopt, std::nullopt, std::nullopt});
  for (const std::uint32_t group : inside_out.group) {
    EXPECT_LT(group, inside_out.common.size());
  }
}

std::uint32_t place(const CompareRule& rule,
                    const std::vector<std::pair<std::string, std::string>>& names,
                    std::vector<std::uint32_t>& positions) {
  std::vector<Claim> claims(names.size());
  std::vector<Claim*> pointers;
  for (std::size_t i = 0; i < names.size(); ++i) {
    claims[i].measure.axis = Axis::name;
    claims[i].measure.name = names[i].first;
    claims[i].measure.part_of = names[i].second;
    pointers.push_back(&claims[i]);
  }
  const std::uint32_t count = find_positions(rule, pointers);
  for (const Claim& claim : claims) {
    positions.push_back(claim.position);
  }
  return count;
}

TEST(Names, PartsStandWithTheirWhole) {
  std::vector<std::uint32_t> positions;
  EXPECT_EQ(
      place({}, {{"Cell", "Branch"}, {"Branch", "Group"}, {"Group", ""}, {"Other", ""}}, positions),
      2U);
  EXPECT_THAT(positions, ElementsAre(0, 0, 0, 1));
}

TEST(Names, RuleTaxonomyAndCircles) {
  CompareRule rule;
  rule.part_of = {{"A", "B"}, {"B", "A"}};
  std::vector<std::uint32_t> positions;
  EXPECT_EQ(place(rule, {{"A", ""}, {"B", ""}}, positions), 2U);
}

}  // namespace
}  // namespace concord::compare
