#include "advise/quote_words.h"

#include <gtest/gtest.h>

namespace concord::advise {
namespace {

TEST(QuoteWords, MarkWhatDiffers) {
  struct Row {
    const char* draft;
    const char* other;
    const char* differing;
    const char* marked;
  };
  constexpr Row kRows[] = {
      {"we did all we could", "we did what we could", "all", "we did [-all-] {+what+} we could"},
      {"we saw no smoke there", "we saw no fire or smoke there", "no smoke",
       "we saw no {+fire or+} smoke there"},
      {"we saw a big fire there", "we saw a fire there", "big", "we saw a [-big-] fire there"},
      {"we saw it", "we saw it today", "it", "we saw it {+today+}"},
      {"we saw a big fire", "It was late, and dark, but we saw a fire", "big",
       "... we saw a [-big-] fire"},
      {"We saw a big fire. Nobody else was there", "We saw a huge fire", "big",
       "We saw a [-big-] {+huge+} fire. ..."},
  };
  for (const Row& row : kRows) {
    const auto words = quote_words(row.draft, row.other);
    ASSERT_TRUE(words) << row.draft;
    EXPECT_EQ(words->marked, row.marked);
    EXPECT_EQ(std::string(row.draft).substr(words->differing.begin, words->differing.size()),
              row.differing);
  }
}

TEST(QuoteWords, APartDiffersInNothing) {
  EXPECT_FALSE(quote_words("we saw it", "We saw it."));
  EXPECT_FALSE(quote_words("we saw it", "It was late, and dark, but we saw it"));
}

}  // namespace
}  // namespace concord::advise
