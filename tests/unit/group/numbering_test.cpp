#include "group/numbering.h"

#include <gtest/gtest.h>

namespace concord::group {
namespace {

TEST(Numbering, NumbersInOrderOfFirstComing) {
  Numbering numbering;
  EXPECT_EQ(numbering.number(7), 0U);
  EXPECT_EQ(numbering.number(0), 1U);
  EXPECT_EQ(numbering.number(7), 0U);
  EXPECT_EQ(numbering.size(), 2U);
}

TEST(Numbering, GrowsBeyondTheRoomThatWasAskedFor) {
  Numbering numbering(3000);
  constexpr std::uint32_t kMany = 10'000;
  for (std::uint64_t i = 0; i < kMany; ++i) {
    ASSERT_EQ(numbering.number(i << 40U), i);
  }
  EXPECT_EQ(numbering.number(0), 0U);
}

TEST(Numbering, KeepsItsNumbersAsItGrows) {
  Numbering numbering;
  constexpr std::uint32_t kMany = 20'000;
  for (std::uint64_t i = 0; i < kMany; ++i) {
    ASSERT_EQ(numbering.number(i << 40U), i);
  }
  for (std::uint64_t i = 0; i < kMany; ++i) {
    ASSERT_EQ(numbering.number(i << 40U), i);
  }
  EXPECT_EQ(numbering.size(), kMany);
}

}  // namespace
}  // namespace concord::group
