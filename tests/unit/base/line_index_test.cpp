#include "base/line_index.h"

#include <string>

#include <gtest/gtest.h>

namespace concord {
namespace {

TEST(LineIndex, FindsLinesAndColumns) {
  const std::string text = "ab\ncd\u00E9f\r\n\rz";
  const LineIndex index(text);
  struct Row {
    std::uint32_t offset;
    std::uint32_t line;
    std::uint32_t column;
  };
  const Row rows[] = {
      {0, 1, 1},  {2, 1, 3},              // the line end belongs to its line
      {3, 2, 1},  {5, 2, 3},  {7, 2, 4},  // columns count code points
      {8, 2, 5},  {9, 2, 5},              // between CR and LF
      {10, 3, 1}, {11, 4, 1}, {12, 4, 2}, {99, 4, 2},
  };
  for (const Row& row : rows) {
    const LineColumn place = index.at(text, row.offset);
    EXPECT_EQ(place.line, row.line) << row.offset;
    EXPECT_EQ(place.column, row.column) << row.offset;
  }
}

TEST(LineIndex, CountsColumnsOfLinesLongerThanABlock) {
  std::string text = "first\n";
  for (int i = 0; i < 5000; ++i) {
    text += "a\u00E9";
  }
  const LineIndex index(text);
  for (const std::uint32_t pairs : {0U, 682U, 683U, 1365U, 4999U}) {
    const LineColumn place = index.at(text, 6 + 3 * pairs);
    EXPECT_EQ(place.line, 2U);
    EXPECT_EQ(place.column, 2 * pairs + 1) << pairs;
  }
}

TEST(LineIndex, GivesLinesWithoutTheirEnds) {
  const std::string text = "ab\ncd\r\n\rz";
  const LineIndex index(text);
  ASSERT_EQ(index.line_count(), 4U);
  const char* const lines[] = {"ab", "cd", "", "z"};
  for (std::uint32_t i = 0; i < 4; ++i) {
    const Span span = index.line(i + 1);
    EXPECT_EQ(text.substr(span.begin, span.size()), lines[i]);
  }
}

TEST(LineIndex, OfNothingIsOneEmptyLine) {
  const LineIndex index("");
  EXPECT_EQ(index.line_count(), 1U);
  EXPECT_EQ(index.line(1), Span());
}

TEST(LineIndex, CountsTheLineAfterALastLineEnd) {
  EXPECT_EQ(LineIndex("a\n").line_count(), 2U);
}

}  // namespace
}  // namespace concord
