#include "base/whole_word.h"

#include <cctype>

#include <gtest/gtest.h>

namespace concord {
namespace {

TEST(WholeWord, StandsAloneOrIsNotFound) {
  const auto find = [](std::string_view text, std::string_view word, std::size_t from = 0) {
    const auto is_inside = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    return find_whole_word(text, word, from, is_inside);
  };
  constexpr std::size_t kNowhere = std::string_view::npos;
  EXPECT_EQ(find("tern", "tern"), 0U);
  EXPECT_EQ(find("lantern, tern and terns", "tern"), 9U);
  EXPECT_EQ(find("lantern, tern and terns", "tern", 10), kNowhere);
  EXPECT_EQ(find("in tern market.", "tern market"), 3U);
  EXPECT_EQ(find("lantern terns", "tern"), kNowhere);
  EXPECT_EQ(find("tern", ""), kNowhere);
  EXPECT_EQ(find("", "tern"), kNowhere);
}

}  // namespace
}  // namespace concord
