#include "base/utf8.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

using namespace std::string_literals;

struct Row {
  std::string in;
  std::string out;  // replaced
  std::vector<std::uint32_t> places;
};

const std::string kMark = "\uFFFD";

std::vector<Row> rows() {
  return {
      {"", "", {}},
      {"plain ASCII of some length", "plain ASCII of some length", {}},
      {"\u00E9 \u20AC \U0001F600", "\u00E9 \u20AC \U0001F600", {}},
      {"a\x80", "a" + kMark, {1}},
      {"\xC3", kMark, {0}},
      {"\xC3(", kMark + "(", {0}},
      {"\xE2\x82", kMark + kMark, {0, 3}},
      {"12345678\xE2\x82 9", "12345678" + kMark + kMark + " 9", {8, 11}},
      {"\xC0\xAF", kMark + kMark, {0, 3}},                                // overlong
      {"\xE0\x80\x80", kMark + kMark + kMark, {0, 3, 6}},                 // overlong
      {"\xED\xA0\x80", kMark + kMark + kMark, {0, 3, 6}},                 // surrogate
      {"\xF4\x90\x80\x80", kMark + kMark + kMark + kMark, {0, 3, 6, 9}},  // beyond U+10FFFF
      {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF", {}},
      {"\xED\x9F\xBF", "\xED\x9F\xBF", {}},
      {"\xFF\xFE", kMark + kMark, {0, 3}},
      {"a\0b"s, "a\0b"s, {}},
  };
}

TEST(Utf8, ReplacesEachByteThatIsNoPart) {
  for (const Row& row : rows()) {
    std::vector<std::uint32_t> places;
    EXPECT_EQ(replace_invalid_utf8(row.in, places), row.out);
    EXPECT_EQ(places, row.places);
    EXPECT_EQ(is_valid_utf8(row.in), row.places.empty());
    EXPECT_TRUE(is_valid_utf8(row.out));
  }
}

TEST(Utf8, ReportsAtMostAThousandPlaces) {
  std::vector<std::uint32_t> places;
  EXPECT_EQ(code_points(replace_invalid_utf8(std::string(5000, '\xFF'), places)), 5000U);
  EXPECT_EQ(places.size(), 1000U);
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(code_points(""), 0U);
  EXPECT_EQ(code_points("a\u00E9\u20AC\U0001F600"), 4U);
  EXPECT_EQ(code_points("the \u00E9t\u00E9 of \u20AC\U0001F600 and no more"), 25U);
}

TEST(Utf8, KnowsWhereCodePointsStart) {
  const std::string text = "a\u20ACb";
  const bool starts[] = {true, true, false, false, true, true};
  for (std::size_t i = 0; i < std::size(starts); ++i) {
    EXPECT_EQ(is_code_point_start(text, i), starts[i]) << i;
  }
}

TEST(Utf8, PrintsNoControls) {
  EXPECT_EQ(without_controls("a\tb\nc"), "a\tb\nc");
  EXPECT_EQ(without_controls("\x1B[2J"), kMark + "[2J");
  EXPECT_EQ(without_controls("a\x7F\u0085z"), "a" + kMark + kMark + "z");
  EXPECT_EQ(without_controls("a\u202Ez\u2066\u200F"), "a" + kMark + "z" + kMark + kMark);
  EXPECT_EQ(without_controls("\u2019\u00A0\u2060"), "\u2019\u00A0\u2060");
  EXPECT_EQ(without_controls("\xC3"), kMark);
}

}  // namespace
}  // namespace concord
