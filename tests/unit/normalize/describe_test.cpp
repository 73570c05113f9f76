#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

struct Row {
  std::string_view text;
  std::string_view described;
};

constexpr Row kDescriptions[] = {
    {"133", "133"},
    {"at least 130", "at least 130"},
    {"1,200", "1,200"},
    {"130 or more", "at least 130"},
    {"nearly 100", "nearly 100"},
    {"fewer than 10", "fewer than 10"},
    {"between 20 and 30", "20 to 30"},
    {"a few", "a few"},
    {"dozens", "dozens"},
    {"tens of thousands", "tens of thousands"},
    {"a dozen", "12"},
    {"two-thirds", "two-thirds"},
    {"20 hours", "20 hours"},
    {"one hour", "1 hour"},
    {"2 hours 30 minutes", "150 minutes"},
    {"more than two weeks", "more than 2 weeks"},
    {"€4.2bn", "4.2 billion euros"},
    {"about $5 million", "about 5 million dollars"},
    {"5 per cent", "5%"},
    {"12,000 acres", "12,000 acres"},
    {"20 degrees Celsius", "20 degrees Celsius"},
    {"34-year-old", "34 years old"},
    {"21st", "21st"},
    {"12th", "12th"},
    {"March 22, 2024", "2024-03-22"},
    {"March 2024", "2024-03-01 to 2024-03-31"},
    {"Saturday", "Saturday"},
    {"three days before", "3 days before"},
};

TEST(Describe, as_a_report_writes_it) {
  for (const Row& row : kDescriptions) {
    const auto value = value_of(row.text);
    ASSERT_TRUE(value) << row.text;
    EXPECT_EQ(describe(*value), row.described) << row.text;
  }
}

struct Conversion {
  std::string_view text;
  std::string_view unit;
  std::string_view amount;  // exact decimal digits
};

// Factors of NIST SP 811 by hand.
constexpr Conversion kConversions[] = {
    {"100 acres", "har", "40.468564224"},
    {"1 mile", "km", "1.609344"},
    {"12 inches", "[ft_i]", "1"},
    {"100 mph", "km/h", "160.9344"},
    {"32 degrees Fahrenheit", "Cel", "0"},
    {"20°C", "[degF]", "68"},
    {"1 square mile", "har", "258.9988110336"},
    {"5 kWh", "J", "18000000"},
    {"2 tonnes", "kg", "2000"},
    {"3 km", "", "3000"},
    {"1 US gallon", "L", "3.785411784"},
    {"25 basis points", "pp", "0.25"},
};

TEST(Convert, by_exact_factors) {
  for (const Conversion& row : kConversions) {
    const auto value = value_of(row.text);
    ASSERT_TRUE(value) << row.text;
    const auto converted = convert(std::get<Quantity>(*value), row.unit);
    ASSERT_TRUE(converted) << row.text;
    EXPECT_EQ(to_string(normalized(*converted->nominal)), row.amount) << row.text;
  }
}

TEST(Convert, refuses_what_measures_something_else) {
  const auto area = value_of("100 acres");
  ASSERT_TRUE(area);
  EXPECT_FALSE(convert(std::get<Quantity>(*area), "km"));
  EXPECT_FALSE(convert(std::get<Quantity>(*area), "parsec"));
}

TEST(Convert, carries_both_intervals) {
  const auto value = value_of("at least 100 acres");
  ASSERT_TRUE(value);
  const auto hectares = convert(std::get<Quantity>(*value), "har");
  ASSERT_TRUE(hectares);
  EXPECT_EQ(hectares->hedge, Hedge::at_least);
  EXPECT_EQ(to_string(normalized(*hectares->hard.low)), "40.468564224");
  EXPECT_FALSE(hectares->hard.high);
}

TEST(ReadOne, takes_whole_texts_only) {
  EXPECT_TRUE(value_of("at least 130"));
  EXPECT_TRUE(value_of("  20 hours "));
  EXPECT_FALSE(value_of("at least 130 people"));
  EXPECT_FALSE(value_of("130 and 140"));
  EXPECT_FALSE(value_of(""));
  EXPECT_FALSE(value_of("people"));
}

}  // namespace
}  // namespace concord::normalize
