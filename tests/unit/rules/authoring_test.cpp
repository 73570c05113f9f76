#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rules.h"

namespace concord::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Lines = std::vector<std::string>;

Lines items(std::string_view line) {
  Lines written;
  for (const PhraseItem& item : items_of(line)) {
    EXPECT_EQ(line.substr(item.begin, item.written.size()), item.written);
    written.emplace_back(item.written);
  }
  return written;
}

TEST(Items, AreTheOuterPartsOfALine) {
  struct Row {
    std::string line;
    Lines items;
  };
  const Row rows[] = {
      {"kill~ {n} people", {"kill~", "{n}", "people"}},
      {"[death] toll [...6] (rose|is now) {n}",
       {"[death]", "toll", "[...6]", "(rose|is now)", "{n}"}},
      {"{n} of \"the US\" said 'it is' so", {"{n}", "of", "\"the US\"", "said", "'it is'", "so"}},
      {"{who:name} ['s] {n} !(a | the)", {"{who:name}", "['s]", "{n}", "!(a | the)"}},
      {"world's {n}", {"world's", "{n}"}},
      {"", {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(items(row.line), row.items) << row.line;
  }
}

TEST(Branches, EachAlternationIsOneBranchAtATime) {
  Lines phrases;
  for (const Branch& branch : branches_of("(killed|shot dead) {n} [old|young] people")) {
    phrases.push_back(branch.phrase);
  }
  EXPECT_THAT(
      phrases,
      ElementsAre("(killed) {n} [old|young] people", "(shot dead) {n} [old|young] people",
                  "(killed|shot dead) {n} (old) people", "(killed|shot dead) {n} (young) people"));
}

TEST(Branches, OfNestedGroupsAndWholeLines) {
  Lines written;
  for (const Branch& branch : branches_of("dead {n} | {n} (dead|(gone|lost) now)")) {
    written.push_back(branch.written);
  }
  EXPECT_THAT(written, ElementsAre("dead {n}", "{n} (dead|(gone|lost) now)", "dead",
                                   "(gone|lost) now", "gone", "lost"));
  EXPECT_THAT(branches_of("killed {n} !(a|an)"), IsEmpty()) << "nothing is found by a lookahead";
  EXPECT_THAT(branches_of("\"a|b\" {n}"), IsEmpty()) << "exact text has no branches";
}

Samples samples_of(const std::string& phrase, std::size_t most) {
  Diagnostics diagnostics;
  const RuleSet rules =
      load_text("press/a.yaml",
                "factrules: 1\npack: press\nlists:\n  body: { Watch: [the watch] }\n"
                "facts:\n  f:\n    describe: f\n    value: count\n    find: |\n"
                "      " +
                    phrase + "\n",
                diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << phrase;
  return sample(rules, rules.facts.at(0).find.at(0).phrases.at(0), "count", most);
}

TEST(Sample, WritesEveryWayWhereThereAreFew) {
  const Samples few = samples_of("[death] toll (is|was) {n}", 20);
  EXPECT_EQ(few.count, 4U);
  EXPECT_THAT(few.sentences, testing::UnorderedElementsAre("toll is 12", "death toll is 12",
                                                           "toll was 12", "death toll was 12"));
}

TEST(Sample, SpreadsOverManyWays) {
  const Samples many =
      samples_of("(kill~|wound~) [about|some] {n} [old|young|tall] (men|women)", 8);
  EXPECT_EQ(many.count, 8U * 3U * 4U * 2U);
  EXPECT_EQ(many.sentences.size(), 8U);
  EXPECT_EQ(many.sentences,
            samples_of("(kill~|wound~) [about|some] {n} [old|young|tall] (men|women)", 8).sentences)
      << "always the same";
}

TEST(Sample, SetsMarksAsTextsDo) {
  EXPECT_THAT(samples_of("{n} - seat house", 5).sentences, ElementsAre("12-seat house"));
  EXPECT_THAT(samples_of("{b:body} 's , {n}", 5).sentences, ElementsAre("the watch's, 12"));
}

TEST(LoadTexts, ReadsFilesInMemory) {
  Diagnostics diagnostics;
  const RuleSet rules = load_texts(
      {{"a/words.yaml", "factrules: 1\npack: a\nphrases:\n  folk: (people|men)\n"},
       {"a/f.yaml",
        "factrules: 1\npack: a\nfacts:\n  f:\n    describe: f\n    value: count\n    find: |\n"
        "      hurt {n} <folk>\n"}},
      true, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(rules.facts.size(), 1U);
  EXPECT_EQ(texts_of(rules).size(), 2U);
  EXPECT_EQ(texts_of(rules)[1].name, "a/f.yaml");
}

}  // namespace
}  // namespace concord::rules
