#include "base/lexicon.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

TEST(Lexicon, NumbersWordsDenselyFromOne) {
  Lexicon lexicon;
  EXPECT_EQ(lexicon.add("killed"), 1U);
  EXPECT_EQ(lexicon.add("Injured"), 2U);
  EXPECT_EQ(lexicon.add("KILLED"), 1U);
  EXPECT_EQ(lexicon.add(""), kUnknownWord);
  EXPECT_EQ(lexicon.add("\u00AD"), kUnknownWord);
  EXPECT_EQ(lexicon.size(), 2U);
  EXPECT_EQ(lexicon.spelling(2), "injured");
}

TEST(Lexicon, FindsWhatItHoldsAndNothingElse) {
  Lexicon lexicon;
  const WordId brien = lexicon.add("O'Brien");
  const WordId lengthy = lexicon.add("counterrevolutionaries");
  EXPECT_EQ(lexicon.find("o\u2019brien"), brien);
  EXPECT_EQ(lexicon.find("CounterRevolutionaries"), lengthy);
  EXPECT_EQ(lexicon.find("counterrevolutionary"), kUnknownWord);
  EXPECT_EQ(lexicon.find("brien"), kUnknownWord);
  EXPECT_EQ(lexicon.find(""), kUnknownWord);
}

// Enough words that the table grows and that some pass others on the way to their place.
TEST(Lexicon, HoldsManyWords) {
  constexpr WordId kCount = 20000;
  const auto word = [](WordId i) {
    return i % 5 == 0 ? "a-rather-long-word-" + std::to_string(i) : "w" + std::to_string(i);
  };
  Lexicon lexicon;
  for (WordId i = 1; i <= kCount; ++i) {
    ASSERT_EQ(lexicon.add(word(i)), i);
  }
  for (WordId i = 1; i <= kCount; ++i) {
    ASSERT_EQ(lexicon.find(word(i)), i);
    ASSERT_EQ(lexicon.spelling(i), word(i));
    ASSERT_EQ(lexicon.find(word(i) + "x"), kUnknownWord);
  }
}

}  // namespace
}  // namespace concord
