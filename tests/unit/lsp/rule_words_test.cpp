#include "lsp/rule_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concord::lsp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kRules =
    "factrules: 1\n"
    "facts:\n"
    "  deaths:\n"
    "    # a comment\n"
    "    find:\n"
    "      - phrases: |\n"
    "          kill~ {n:cou} <peo\n"
    "    compare:\n"
    "      sev\n"
    "  injured:\n"
    "    value: count\n";

RuleWords words_at(std::string_view marked) {
  const TextBuffer buffer(kRules);
  const std::size_t at = kRules.find(marked);
  EXPECT_NE(at, std::string::npos);
  static TextBuffer kept("");
  kept = buffer;
  return rule_words_at(kept, static_cast<std::uint32_t>(at + marked.size()));
}

TEST(RuleWords, KnowTheKeysAbove) {
  EXPECT_THAT(words_at("<pe").path, ElementsAre("facts", "deaths", "find", "phrases"));
  EXPECT_THAT(words_at("      se").path, ElementsAre("facts", "deaths", "compare"));
  EXPECT_THAT(words_at("fact").path, IsEmpty());
}

TEST(RuleWords, KnowWhatIsBegun) {
  EXPECT_EQ(words_at("<pe").opened, '<');
  EXPECT_EQ(words_at("<pe").word, "peo");
  EXPECT_TRUE(words_at("{n:co").in_type);
  EXPECT_FALSE(words_at("{n").in_type);
  EXPECT_EQ(words_at("kil").opened, 0);
  EXPECT_TRUE(words_at("      sev").at_key);
  EXPECT_TRUE(words_at("    va").at_key);
  EXPECT_FALSE(words_at("value: co").at_key);
  EXPECT_EQ(words_at("value: co").key, "value");
}

TEST(RuleWords, NamesOfASection) {
  EXPECT_THAT(names_below(TextBuffer(kRules), "facts"), ElementsAre("deaths", "injured"));
  EXPECT_THAT(names_below(TextBuffer(kRules), "checks"), IsEmpty());
}

}  // namespace
}  // namespace concord::lsp
