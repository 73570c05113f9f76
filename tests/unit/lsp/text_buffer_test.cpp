#include "lsp/text_buffer.h"

#include <gtest/gtest.h>

namespace concord::lsp {
namespace {

// "a", e with a combining acute, a flame (two UTF-16 units), "b"; then the three line ends.
const std::string kText =
    "ae\xCC\x81\xF0\x9F\x94\xA5"
    "b\r\nsecond\rthird\nlast";

struct Row {
  std::uint32_t offset;
  TextPosition utf8;
  TextPosition utf16;
};

TEST(TextBuffer, KnowsPlacesByByteAndByPosition) {
  const TextBuffer buffer(kText);
  const std::vector<Row> rows = {
      {0, {0, 0}, {0, 0}},  {1, {0, 1}, {0, 1}},  {2, {0, 2}, {0, 2}},  {4, {0, 4}, {0, 3}},
      {8, {0, 8}, {0, 5}},  {9, {0, 9}, {0, 6}},  {11, {1, 0}, {1, 0}}, {17, {1, 6}, {1, 6}},
      {18, {2, 0}, {2, 0}}, {24, {3, 0}, {3, 0}}, {28, {3, 4}, {3, 4}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.offset);
    EXPECT_EQ(buffer.position_of(row.offset, Encoding::utf8), row.utf8);
    EXPECT_EQ(buffer.position_of(row.offset, Encoding::utf16), row.utf16);
    EXPECT_EQ(buffer.offset_of(row.utf8, Encoding::utf8), row.offset);
    EXPECT_EQ(buffer.offset_of(row.utf16, Encoding::utf16), row.offset);
  }
}

TEST(TextBuffer, PlacesThatAreNoneStandAtTheNextThatIs) {
  const TextBuffer buffer(kText);
  EXPECT_EQ(buffer.offset_of({0, 99}, Encoding::utf16), 9U) << "the end of the line";
  EXPECT_EQ(buffer.offset_of({0, 4}, Encoding::utf16), 4U) << "between two surrogates";
  EXPECT_EQ(buffer.offset_of({0, 6}, Encoding::utf8), 4U) << "inside a character";
  EXPECT_EQ(buffer.offset_of({99, 3}, Encoding::utf8), kText.size());
  EXPECT_EQ(buffer.position_of(10, Encoding::utf8), (TextPosition{0, 9})) << "inside CR LF";
  EXPECT_EQ(buffer.position_of(9999, Encoding::utf16), (TextPosition{3, 4}));
  EXPECT_EQ(TextBuffer("").offset_of({1, 1}, Encoding::utf16), 0U);
}

TEST(TextBuffer, ReplacesWhatStandsBetweenTwoPlaces) {
  TextBuffer buffer(kText);
  buffer.replace({{0, 3}, {0, 5}}, "!", Encoding::utf16);
  EXPECT_EQ(buffer.text().substr(0, 6), "ae\xCC\x81!b");
  buffer.replace({{1, 2}, {0, 1}}, "x\ny", Encoding::utf16);  // the ends the wrong way round
  EXPECT_EQ(buffer.text(), "ax\nycond\rthird\nlast");
  EXPECT_EQ(buffer.offset_of({1, 1}, Encoding::utf8), 4U);
  buffer.replace({{99, 0}, {99, 0}}, "\nend", Encoding::utf8);
  EXPECT_TRUE(buffer.text().ends_with("last\nend"));
}

}  // namespace
}  // namespace concord::lsp
