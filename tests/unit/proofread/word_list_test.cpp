#include "proofread/word_list.h"

#include <gtest/gtest.h>

namespace concord::proofread {
namespace {

TEST(WordList, HasItsWordsAndNoOthers) {
  static constexpr WordList kWords{"of", "an", "spokeswoman", "a", "the", "coach", "actor"};
  for (const char* word : {"of", "an", "spokeswoman", "a", "the", "coach", "actor"}) {
    EXPECT_TRUE(kWords.contains(word)) << word;
  }
  for (const char* word :
       {"", "o", "on", "thee", "roach", "spokeswomen", "The", "internationalization",
        "counterrevolutionaries", "electroencephalographically"}) {
    EXPECT_FALSE(kWords.contains(word)) << word;
  }
  static_assert(kWords.contains("coach") && !kWords.contains("couch"));
}

}  // namespace
}  // namespace concord::proofread
