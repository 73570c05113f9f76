#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compare/measure.h"
#include "story.h"

namespace concord::compare {
namespace {

struct Case {
  const char* name;
  std::vector<std::string> rows;
  const char* figure;    // label, "c" if corrected
  const char* internal;  // check of the contradiction found, "-" without a check, "" for none
};

class Resolve : public ::testing::TestWithParam<Case> {};

TEST_P(Resolve, StandsByOneFigure) {
  const Told told = tell(GetParam().rows);
  ASSERT_EQ(told.findings.figures.size(), 1U);
  const Figure& figure = told.findings.figures[0];
  EXPECT_EQ(describe(figure.value, {}) + (figure.corrected ? " c" : ""), GetParam().figure);
  std::string internal;
  for (const Finding& finding : told.internal) {
    EXPECT_EQ(finding.detail, Detail::internal);
    internal += finding.check.empty() ? "-" : finding.check;
  }
  EXPECT_EQ(internal, GetParam().internal);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Resolve,
    ::testing::Values(
        Case{"single", {"a 12"}, "12", ""}, Case{"floor_becomes_exact", {"a >=4", "a 4"}, "4", ""},
        Case{"higher_floor", {"a >=60", "a >=130"}, "at least 130", ""},
        Case{"body_over_headline",
             {"a 115 part=headline", "a >=130"},
             "at least 130",
             "headline-matches-body"},
        Case{"caption", {"a 130", "a 115 part=caption"}, "130", "caption-matches-body"},
        Case{"hedge_dropped", {"a 130 part=headline", "a >=130"}, "at least 130", ""},
        Case{"headline_alone", {"a 12 part=headline"}, "12", ""},
        Case{"first_of_two", {"a 12", "a 14"}, "12", "-"},
        Case{"stated_most", {"a 12 part=lead", "a 14", "a 12"}, "12", "-"},
        Case{"headline_supports", {"a 12 part=headline", "a 12 part=lead", "a 7"}, "12", "-"},
        Case{"small_part_further_down", {"a 12 part=headline", "a 12 part=lead", "a 3"}, "12", ""},
        Case{"corrected", {"a 133", "a 120 mode=corrected"}, "120 c", ""},
        Case{"two_voices", {"a 12 by=Police", "a 14 by=Hospital"}, "12", ""},
        Case{"possible_beside_stated", {"a 12", "a 200 mode=possible"}, "12", ""},
        Case{"possible_alone", {"a 200 mode=possible", "a 300 mode=denied"}, "200", ""},
        Case{"projection_without_figure", {"a 133", "a none mode=projected"}, "133", ""}),
    [](const auto& row) { return std::string(row.param.name); });

/// Facts whose words stand in a text: the filler is the first occurrence of each number.
Told in_text(const std::string& text, const std::vector<std::string>& numbers) {
  std::vector<std::string> rows;
  for (const std::string& number : numbers) {
    rows.push_back("a " + number);
  }
  Told told = StoryReader(test_rules()).read(rows);
  told.findings.documents[0].text = text;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(text.find(numbers[i]));
    told.findings.facts[i].filler = {at, at + static_cast<std::uint32_t>(numbers[i].size())};
    told.findings.facts[i].sentence = {0, static_cast<std::uint32_t>(text.size())};
  }
  told.findings.figures = resolve(told.rules, told.findings.documents, told.findings.facts,
                                  told.findings.stories, test_services(), told.internal);
  return told;
}

struct CueCase {
  const char* text;
  std::vector<std::string> numbers;
  const char* figure;
};

class Cues : public ::testing::TestWithParam<CueCase> {};

TEST_P(Cues, TellTheLaterFigure) {
  const Told told = in_text(GetParam().text, GetParam().numbers);
  ASSERT_EQ(told.findings.figures.size(), 1U);
  const Figure& figure = told.findings.figures[0];
  EXPECT_EQ(describe(figure.value, {}) + (figure.corrected ? " c" : ""), GetParam().figure);
  EXPECT_TRUE(told.internal.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Sequences, Cues,
    ::testing::Values(
        CueCase{"The toll rose from 93 to 115 by noon.", {"93", "115"}, "115"},
        CueCase{"The toll is 115, up from 93.", {"115", "93"}, "115"},
        CueCase{"Police put it at 115; they had earlier said 133 died.", {"115", "133"}, "115 c"},
        CueCase{"The toll was lowered to 115 from 133.", {"115", "133"}, "115 c"},
        CueCase{"An initial toll of 93 was given; it is 115.", {"93", "115"}, "115 c"},
        CueCase{"Police held 11. An earlier version of this article said that 14 people were held.",
                {"11", "14"},
                "11 c"},
        CueCase{"Police held 11. This story misstated the number as 14.", {"11", "14"}, "11 c"},
        CueCase{"The fire earlier on Monday killed 12.", {"12"}, "12"}));

TEST(Resolve, PartOfTheTollDoesNotStand) {
  const Told told =
      in_text("Fire kills 31 people. Officials said 12 children died of smoke.", {"31", "12"});
  EXPECT_EQ(describe(told.findings.figures[0].value, {}), "31");
  EXPECT_TRUE(told.internal.empty());
}

TEST(Resolve, WhatTheArticleOpensWithStandsBeforeASingleCase) {
  const Told told = tell({"a 2 part=headline", "a 1"});
  EXPECT_EQ(describe(told.findings.figures[0].value, {}), "2");
  EXPECT_TRUE(told.internal.empty());
}

TEST(Resolve, WhatTellsOfOneSpeaksForNoCount) {
  EXPECT_EQ(describe(tell({"a 5", "a >=1", "a 4"}).findings.figures[0].value, {}), "5");
  EXPECT_EQ(describe(tell({"a 4", "a >=1", "a >=1", "a 5"}).findings.figures[0].value, {}), "4");
}

TEST(Resolve, AFigureWithoutANounIsNoPart) {
  const Told told = in_text("Crash kills 14 near Mesk. Police said 17 people died.", {"14", "17"});
  EXPECT_EQ(told.internal.size(), 1U);
}

/// The same, each figure in the sentence of its line.
Told in_sentences(const std::string& text, const std::vector<std::string>& numbers) {
  Told told = in_text(text, numbers);
  for (Fact& fact : told.findings.facts) {
    const auto ends = [&](std::size_t at) {
      return text[at] == '\n' ||
             (text[at] == '.' && (at + 1 == text.size() || text[at + 1] == ' '));
    };
    std::size_t begin = fact.filler.begin;
    while (begin > 0 && !ends(begin - 1)) {
      --begin;
    }
    begin += text[begin] == ' ' ? 1U : 0U;
    std::size_t end = fact.filler.end;
    while (end < text.size() && !ends(end)) {
      ++end;
    }
    end += end < text.size() && text[end] == '.' ? 1U : 0U;
    fact.sentence = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  told.internal.clear();
  told.findings.figures = resolve(told.rules, told.findings.documents, told.findings.facts,
                                  told.findings.stories, test_services(), told.internal);
  return told;
}

struct PageCase {
  const char* text;
  std::vector<std::string> numbers;
  const char* figure;
};

class Pages : public ::testing::TestWithParam<PageCase> {};

TEST_P(Pages, AddUpAndGrow) {
  const Told told = in_sentences(GetParam().text, GetParam().numbers);
  EXPECT_EQ(describe(told.findings.figures[0].value, {}), GetParam().figure);
  EXPECT_TRUE(told.internal.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Pages,
    ::testing::Values(
        PageCase{"20:45 Here 19 died.\n16:40 Police say 14 people died.", {"19", "14"}, "19"},
        PageCase{"**14:20** Here 14 died.\n\n**16:40** Police say 19 died.", {"14", "19"}, "19"},
        PageCase{"- 14:20: Here 14 died.\n- 16:40: Police say 19 died.", {"14", "19"}, "19"},
        PageCase{"9.30am\nAt least 14 died.\n10.15pm\nPolice: 19 died.", {"14", "19"}, "19"},
        PageCase{"Some 17 died on the spot. Later 12 died in hospital.", {"17", "12"}, "29"},
        PageCase{"There 19 officers were hurt. In the square 15 marchers were also hurt.",
                 {"19", "15"},
                 "34"},
        PageCase{"Tests confirmed 24 cases. There are 90 cases.", {"24", "90"}, "90"},
        PageCase{
            "Crews raised to 36 the number of dead. The rains killed 120 people.", {"36"}, "36"}));

TEST(Resolve, WhoDiedInOneOfThePlacesArePartOfAll) {
  const Told part = in_sentences(
      "The fires killed 29 people. All 17 people who died in the mill were kin.", {"29", "17"});
  EXPECT_EQ(describe(part.findings.figures[0].value, {}), "29");
  EXPECT_TRUE(part.internal.empty());
  const Told all = in_sentences(
      "The fire killed 29 people. All 17 people who died in the fire were kin.", {"29", "17"});
  EXPECT_EQ(all.internal.size(), 1U);
}

TEST(Resolve, QuotesOfOneDocumentAreFiguresOfTheirOwn) {
  const Told told = tell({"a quote:We_will_rebuild_the_bridge fact=quote key=Reed",
                          "a quote:rebuild_the_bridge fact=quote key=Reed part=headline",
                          "a quote:Nobody_was_told fact=quote key=Reed"});
  ASSERT_EQ(told.findings.figures.size(), 2U);
  EXPECT_EQ(told.findings.figures[0].facts.size(), 2U);
}

TEST(Resolve, FactsSetAsideByUnlessLinesHaveNoFigure) {
  Told told = StoryReader(test_rules()).read({"a 12"});
  told.findings.facts[0].excluded_by = "x.yaml:1";
  EXPECT_TRUE(resolve(told.rules, told.findings.documents, told.findings.facts,
                      told.findings.stories, test_services(), told.internal)
                  .empty());
}

}  // namespace
}  // namespace concord::compare
