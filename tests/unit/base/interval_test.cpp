#include "base/interval.h"

#include <vector>

#include <gtest/gtest.h>

namespace concord {
namespace {

using Whole = Interval<int>;

Whole half_open(int low, int high) {
  Whole interval{low, high};
  interval.high_open = true;
  return interval;
}

TEST(Interval, OverlapsWhereAPointIsShared) {
  EXPECT_TRUE(overlaps(Whole::exactly(133), Whole{130, std::nullopt}));
  EXPECT_FALSE(overlaps(Whole::exactly(12), Whole::exactly(14)));
  EXPECT_TRUE(overlaps(Whole{1, 5}, Whole{5, 9}));
  EXPECT_FALSE(overlaps(half_open(1, 5), Whole{5, 9}));
  EXPECT_TRUE(overlaps(Whole{}, Whole::exactly(7)));
  EXPECT_FALSE(overlaps(Whole{std::nullopt, 4}, Whole{5, std::nullopt}));
}

TEST(Interval, ContainsWhatLiesInside) {
  EXPECT_TRUE(contains(Whole{130, std::nullopt}, Whole::exactly(133)));
  EXPECT_FALSE(contains(Whole::exactly(133), Whole{130, std::nullopt}));
  EXPECT_FALSE(contains(half_open(1, 5), Whole{1, 5}));
  EXPECT_TRUE(contains(Whole{1, 5}, half_open(1, 5)));
}

// Laws over every interval with bounds in 0..2, open or not.
std::vector<Whole> small_universe() {
  std::vector<Whole> all;
  const std::optional<int> bounds[] = {std::nullopt, 0, 1, 2};
  for (const auto& low : bounds) {
    for (const auto& high : bounds) {
      for (int flags = 0; flags < 4; ++flags) {
        const bool empty = low && high && (*high < *low || (*high == *low && flags != 0));
        if (!empty) {
          all.push_back(Whole{low, high, (flags & 1) != 0, (flags & 2) != 0});
        }
      }
    }
  }
  return all;
}

TEST(Interval, OverlapIsSymmetricAndFollowsFromContainment) {
  const std::vector<Whole> all = small_universe();
  for (const Whole& first : all) {
    EXPECT_TRUE(overlaps(first, first));
    EXPECT_TRUE(contains(first, first));
    for (const Whole& second : all) {
      EXPECT_EQ(overlaps(first, second), overlaps(second, first));
      EXPECT_FALSE(is_before(first, second) && is_before(second, first));
      if (contains(first, second)) {
        EXPECT_TRUE(overlaps(first, second));
      }
    }
  }
}

}  // namespace
}  // namespace concord
