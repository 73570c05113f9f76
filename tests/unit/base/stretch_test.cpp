#include "base/stretch.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

// text:  Fire killed 12 &<-one byte  people
// file:  <p>Fire killed <b>12</b> &amp; people
const Stretch kPage[] = {
    {0, 3, 12, 12}, {12, 18, 2, 2}, {14, 24, 1, 1}, {15, 25, 1, 5}, {16, 30, 7, 7}};

TEST(Stretch, SpansOfTheTextStandInTheFile) {
  EXPECT_EQ(in_file(kPage, {5, 11}), (Span{8, 14}));
  EXPECT_EQ(in_file(kPage, {12, 14}), (Span{18, 20}));
  EXPECT_EQ(in_file(kPage, {5, 14}), (Span{8, 20})) << "with the markup between";
  EXPECT_EQ(in_file(kPage, {15, 16}), (Span{25, 30})) << "a reference as a whole";
  EXPECT_EQ(in_file(kPage, {20, 40}), std::nullopt) << "beyond the text";
  EXPECT_EQ(in_file({}, {0, 1}), std::nullopt);
}

TEST(Stretch, OnlyARunOfTheFileMayBeReplaced) {
  EXPECT_TRUE(is_whole_in_file(kPage, {5, 11}));
  EXPECT_TRUE(is_whole_in_file(kPage, {14, 20})) << "a reference goes with the words around it";
  EXPECT_FALSE(is_whole_in_file(kPage, {5, 14})) << "a tag stands between";
  EXPECT_FALSE(is_whole_in_file(kPage, {5, 5}));
  EXPECT_FALSE(is_whole_in_file(kPage, {20, 40}));
}

TEST(Stretch, PlacesOfTheFileAreFoundInTheText) {
  EXPECT_EQ(in_text(kPage, 0), 0U);
  EXPECT_EQ(in_text(kPage, 8), 5U);
  EXPECT_EQ(in_text(kPage, 16), 12U) << "inside a tag: what comes after it";
  EXPECT_EQ(in_text(kPage, 27), 15U);
  EXPECT_EQ(in_text(kPage, 99), std::nullopt);
}

}  // namespace
}  // namespace concord
