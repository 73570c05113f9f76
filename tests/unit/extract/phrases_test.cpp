// What the items of a phrase match: words, gaps, marks, slots (RULES.md sections 4 and 5).
#include <gtest/gtest.h>

#include "reading.h"

namespace concord {
namespace {

constexpr std::string_view kHead = "factrules: 1\npack: desk\nversion: 1.0.0\n";

std::string one_fact(std::string_view value_type, std::string_view phrases) {
  std::string yaml(kHead);
  yaml +=
      "lists:\n  group:\n    Red Dawn:\n      - Red Dawn [Front]\n      - '\"RD\"'\n"
      "    Red Dawn North: { part of: Red Dawn, written: Red Dawn in the North }\n";
  yaml +=
      "facts:\n  f:\n    describe: d\n    value: " + std::string(value_type) + "\n    find: |\n";
  std::string rest(phrases);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    yaml += "      " + rest.substr(0, end) + "\n";
    rest = end == std::string::npos ? "" : rest.substr(end + 1);
  }
  return yaml;
}

struct Case {
  std::string_view type;
  std::string_view phrases;
  std::string_view text;
  std::string_view facts;
};

constexpr Case kCases[] = {
    // words, inflection, options, alternatives
    {"count", "kill~ {n}", "The blast killed 12 people.", "f=12"},
    {"count", "kill~ {n}", "The blast skilled 12 people.", ""},
    {"count", "{n} (dead|killed)", "At least 60 KILLED in the hall", "f=at least 60"},
    {"count", "[death] toll is {n}", "The toll is 7. The death toll is 9.", "f=7\nf=9"},
    {"count", "so-called {n}", "the so-called 12 met", "f=12"},
    // exact words keep their capitals
    {"count", "\"US\" {n}", "The US 12 are here, gave us 13 more.", "f=12"},
    // gaps are lazy, bounded, stay in the sentence and cross no number
    {"count", "{n} ...3 killed", "40 were later also killed.", "f=40"},
    {"count", "{n} ...3 killed", "40 of the men were killed.", ""},
    {"count", "{n} ...6 killed", "145 wounded and 60 were killed.", "f=60"},
    {"count", "{n} ...6 killed", "There were 40. Police killed nobody.", ""},
    {"count", "{n} ...8 killed", "40, he said on 3 May 2021, were killed.", "f=40"},
    {"count", "{n} ...6! killed", "40 people in 12 towns were killed.", "f=40"},
    // comma, quotes, brackets and dashes are looked through; other marks are not
    {"count", "{n} killed", "40 (killed) here", "f=40"},
    {"count", "{n} people killed", "40 people - killed by fire", "f=40"},
    {"count", "{n} killed", "There were 40; killed by fire", ""},
    {"count", "{n} : killed", "There were 40: killed by fire", "f=40"},
    {"count", "{n} people were killed", "40 people, including 3 children, were killed.", "f=40"},
    // without looks ahead and takes no words
    {"count", "{n} killed !(a|<count>)", "40 killed in fire", "f=40"},
    {"count", "{n} killed !(a|<count>)", "Four men killed. Four killed a man.", ""},
    {"count", "{n} killed !<count>", "Four killed dozens.", ""},
    // value slots
    {"count", "died {n}", "They died 20 minutes later, died 5 percent, died 34.", "f=34"},
    {"count_a", "{n} child~", "a child, two children, an old child", "f=1\nf=2"},
    {"duration", "{d} after the attack", "He spoke 20 hours after the attack.", "f=20 hours"},
    {"duration", "{d} after ...4 fled", "20 hours after at least four gunmen fled", "f=20 hours"},
    {"date", "on {t}", "on 3 May 2021", "f=2021-05-03"},
    {"percent", "{n} of the vote", "She won 42.3 percent of the vote.", "f=42.3%"},
    {"money", "fine of {n}", "a fine of $4.2 million", "f=4.2 million dollars"},
    {"number", "magnitude {n}", "a magnitude 6.1 quake", "f=6.1"},
    {"age", "{n} , died", "Ana Ruiz, 34, died.", "f=34 years old"},
    {"name", "accused {g}", "He accused President Ana Ruiz of Oria of fraud.",
     "f=Ana Ruiz of Oria"},
    {"name", "accused {g}", "He accused the rich of fraud.", ""},
    {"group", "blamed [the] {g}", "He blamed Red Dawn Front.", "f=Red Dawn"},
    {"group", "blamed {g}", "He blamed Red Dawn in the North.", "f=Red Dawn North"},
    {"group", "blamed {g}", "He blamed RD. He blamed rd.", "f=Red Dawn"},
    {"text", "cause : {c}", "The cause: smoke inhalation, she said.", "f=smoke inhalation"},
    // a phrase may write the hedge itself
    {"count", "more than {n} killed", "more than 40 killed", "f=more than 40"},
};

TEST(Phrases, MatchWhatTheyWrite) {
  for (const Case& c : kCases) {
    const ReadingDesk desk(one_fact(c.type, c.phrases));
    EXPECT_EQ(desk.read(c.text), c.facts) << c.phrases << "\n" << c.text;
  }
}

TEST(Phrases, MeasuresOfAnotherKindAreNotTaken) {
  const ReadingDesk desk(std::string(kHead) +
                         "facts:\n  area:\n    describe: d\n    value: measure\n    unit: hectare\n"
                         "    find: burned ...3 {n}\n");
  EXPECT_EQ(desk.read("It burned some 12,000 acres."), "area=about 12,000 acres");
  EXPECT_EQ(desk.read("It burned for 12 kilometers."), "");
}

TEST(Phrases, APhraseThatMatchesNothingIsRefused) {
  const ReadingDesk desk(one_fact("count", "[{n}] [people]"));
  ASSERT_FALSE(desk.complaints().empty());
  EXPECT_EQ(desk.read("40 people"), "");
}

TEST(Phrases, ASentenceOfManyMarksAndOptionsTakesBoundedTime) {
  const ReadingDesk desk(
      one_fact("count", "[a] [a] [a] [a] [a] [a] [a] [a] ...12 [b] ...12 [b] ...12 x {n}"));
  std::string text = "a ";
  for (int i = 0; i < 4000; ++i) {
    text += "a, b ( ";
  }
  EXPECT_EQ(desk.read(text), "");
}

}  // namespace
}  // namespace concord
