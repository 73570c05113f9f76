#include "tokenize/word_set.h"

#include <gtest/gtest.h>

namespace concord::tokenize {
namespace {

constexpr WordSet kWords({"a", "a.m.", "no", "nos", "investigators", "café", "sixteen-letters-"});

TEST(WordSet, HoldsItsWordsHoweverTheyAreWritten) {
  for (const char* word :
       {"a", "A", "a.m.", "A.M.", "No", "nos", "Investigators", "CAFÉ", "sixteen-letters-"}) {
    EXPECT_TRUE(kWords.holds(folded_key(word))) << word;
  }
  for (const char* word : {"", "b", "am", "nose", "n", "investigator", "cafe", "sixteen-letters",
                           "sixteen-letters-and-more", "\u00AD"}) {
    EXPECT_FALSE(kWords.holds(folded_key(word))) << word;
  }
}

TEST(WordSet, KeysOfItsWordsAreFoldedKeys) {
  for (const char* word : {"", "a", "u.s.", "eight-by", "investigators", "sixteen-letters-"}) {
    EXPECT_EQ(key_of(word), folded_key(word)) << word;
  }
}

}  // namespace
}  // namespace concord::tokenize
