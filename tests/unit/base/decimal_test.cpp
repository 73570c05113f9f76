#include "base/decimal.h"

#include <gtest/gtest.h>

#include "base/decimal_text.h"

namespace concord {
namespace {

struct Reading {
  const char* in;
  const char* out;  // null: not a decimal
};

TEST(Decimal, ReadsAndKeepsTheDigitsAsWritten) {
  const Reading rows[] = {
      {"0", "0"},
      {"133", "133"},
      {"-12", "-12"},
      {"1.50", "1.50"},
      {"1e6", "1000000"},
      {"1.2e3", "1200"},
      {"1000000000000000000", "1000000000000000000"},
      {"", nullptr},
      {"-", nullptr},
      {"1,200", nullptr},
      {"12 ", nullptr},
      {"0x10", nullptr},
      {"nan", nullptr},
      {"1e400", nullptr},
      {"1234567890123456789012345", nullptr},
  };
  for (const Reading& row : rows) {
    const std::optional<Decimal> value = parse_decimal(row.in);
    ASSERT_EQ(value.has_value(), row.out != nullptr) << row.in;
    if (value) {
      EXPECT_EQ(to_string(*value), row.out) << row.in;
    }
  }
}

TEST(Decimal, IsWrittenWithoutAnExponent) {
  struct Row {
    Decimal in;
    const char* out;
  };
  const Row rows[] = {
      {Decimal(12, 2), "1200"},
      {Decimal(0, 5), "0"},
      {Decimal(0, -2), "0.00"},
      {Decimal(5, -1), "0.5"},
      {Decimal(-5, -3), "-0.005"},
      {Decimal(-1250, -2), "-12.50"},
      {Decimal(150, -3), "0.150"},
      {Decimal(1, -18), "0.000000000000000001"},
      {Decimal(-1'000'000'000'000'000'000, 18), "-1000000000000000000000000000000000000"},
      {Decimal(1'000'000'000'000'000'000, -18), "1.000000000000000000"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(to_string(row.in), row.out);
    EXPECT_LE(to_string(row.in).size(), kLongestDecimal);
  }
}

TEST(Decimal, ReadsFiveHundredDigitsAsNothing) {
  EXPECT_FALSE(parse_decimal(std::string(500, '9')));
}

TEST(Decimal, ComparesByValue) {
  EXPECT_EQ(Decimal(150, -2), Decimal(15, -1));
  EXPECT_EQ(Decimal(12, 2), Decimal(1200));
  EXPECT_NE(Decimal(1), Decimal(1, 1));
  EXPECT_LT(Decimal(-5), Decimal(3));
  EXPECT_LT(Decimal(999'999'999'999'999'999), Decimal(1, 18));
  EXPECT_LT(Decimal(1, -18), Decimal(1, 18));
  EXPECT_EQ(Decimal(0, 5), Decimal(0, -5));
}

TEST(Decimal, AddsSubtractsAndMultipliesExactly) {
  EXPECT_EQ(add(Decimal(15, -1), Decimal(25, -2)), Decimal(175, -2));
  EXPECT_EQ(subtract(Decimal(4), Decimal(11)), Decimal(-7));
  EXPECT_EQ(multiply(Decimal(12, -1), Decimal(1, 6)), Decimal(1200000));
  EXPECT_FALSE(multiply(Decimal(999'999'999'999), Decimal(999'999'999'999)));
  EXPECT_FALSE(add(Decimal(1, 18), Decimal(1, -18)));
}

TEST(Decimal, DividesToTwelveSignificantDigits) {
  EXPECT_EQ(divide(Decimal(10), Decimal(4)), Decimal(25, -1));
  const std::optional<Decimal> third = divide(Decimal(1), Decimal(3));
  ASSERT_TRUE(third);
  EXPECT_EQ(to_string(*third), "0.333333333333");
  EXPECT_EQ(divide(Decimal(2), Decimal(3)), Decimal(666'666'666'667, -12));
  EXPECT_EQ(divide(Decimal(-2), Decimal(3)), Decimal(-666'666'666'667, -12));
  EXPECT_FALSE(divide(Decimal(1), Decimal(0)));
}

TEST(Decimal, ScalesByPowersOfTen) {
  EXPECT_EQ(scaled(Decimal(42, -1), 9), Decimal(4'200'000'000));
  EXPECT_FALSE(scaled(Decimal(1), 400));
}

TEST(Decimal, NormalizedDropsTrailingZeros) {
  const Decimal value = normalized(Decimal(1200));
  EXPECT_EQ(value.coefficient, 12);
  EXPECT_EQ(value.exponent, 2);
  EXPECT_EQ(normalized(Decimal(0, 3)), Decimal(0));
}

TEST(Decimal, KnowsWholeNumbers) {
  EXPECT_TRUE(Decimal(1200, -2).is_whole());
  EXPECT_FALSE(Decimal(125, -2).is_whole());
  EXPECT_TRUE(Decimal(-3).is_negative());
}

}  // namespace
}  // namespace concord
