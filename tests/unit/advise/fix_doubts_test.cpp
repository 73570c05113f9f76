#include "advise/fix_doubts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_findings.h"
#include "advise/earlier_time.h"
#include "advise/figure_parts.h"

namespace concord::advise {
namespace {

using sample::add_fact;
using sample::count;
using sample::document;
using testing::HasSubstr;
using testing::IsEmpty;

FigureWords around(const std::string& text, const std::string& figure) {
  Document draft;
  draft.text = text;
  const auto at = static_cast<std::uint32_t>(text.find(figure));
  const auto end = at + static_cast<std::uint32_t>(figure.size());
  const Words before = words_in(draft, {0, at});
  return {before, words_in(draft, {end, static_cast<std::uint32_t>(text.size())}), before};
}

TEST(FixDoubts, WordsOfAnEarlierTime) {
  constexpr const char* kEarlier[] = {
      "On Wednesday evening, officials had put the toll at 12.",
      "The toll rose from nine to 12 on Wednesday.",
      "The toll rose from 12 to 17 on Thursday.",
      "The toll climbed to 12 on Wednesday.",
      "The mayor at first said 12 people were killed.",
      "First reports spoke of 12 dead.",
      "Officials initially gave a toll of 12.",
      "By noon on Wednesday, the explosion had killed 12 people.",
      "Turnout reached 12 percent by five in the afternoon.",
      "As of five o'clock on Wednesday, 12 people have died.",
      "With 48 percent of the ballots counted, the party had 12 percent.",
      "The toll stood at 12 on Wednesday night.",
      "Twelve hours on, 12 people had died.",
      "It killed 12 people, the police said late on Sunday.",
      "That is more than the 12 reported.",
      "The mayor said 12 had died, later correcting himself.",
  };
  constexpr const char* kNow[] = {
      "An explosion in Tern killed 12 people on Wednesday morning.",
      "A bomb on Wednesday evening killed 12 people, officials said.",
      "The blast has killed 12 people so far.",
      "The toll has risen to 12.",
      "Toll climbs to 12",
      "Officials said 12 people had died.",
      "It killed 12 people who had slept in the hall.",
      "12 people were killed by two bombs on Wednesday.",
      "The town had 12 deaths.",
      "A total of 12 people died on Wednesday night.",
  };
  for (const char* text : kEarlier) {
    EXPECT_TRUE(may_be_of_earlier_time(around(text, "12"))) << text;
  }
  for (const char* text : kNow) {
    EXPECT_FALSE(may_be_of_earlier_time(around(text, "12"))) << text;
  }
}

TEST(FixDoubts, PartsSumToTheFigure) {
  struct Row {
    const char* text;
    bool has_parts;
  };
  constexpr Row kRows[] = {
      {"It killed 12 people, nine men and three women.", true},
      {"It killed 12 people. Nine of them were men, two women and one a child.", true},
      {"Two men, a woman and nine boys.", true},
      {"Of the dead, 1 was 90, eleven were young.", false},
      {"It killed 12 people and injured 34.", false},
      {"It killed 12 people, including three children.", false},
      {"He is 9 years old and she is 3 years old.", false},
      {"Nine came. Three left.", false},
      {"On June 9 three people came.", false},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(are_parts_in(numbers_by_sentence(row.text), 12), row.has_parts) << row.text;
  }
  EXPECT_TRUE(are_parts_in(numbers_by_sentence("Twenty-two and 1,200 people."), 1222));
  EXPECT_TRUE(is_all_or_some({"nine", "of", "the"}));
  EXPECT_TRUE(is_all_or_some({"all"}));
  EXPECT_FALSE(is_all_or_some({"a", "total", "of"}));
  EXPECT_FALSE(is_all_or_some({}));
}

/// What speaks against the change of a draft's "12" to what two sources say.
std::string doubt(const std::string& draft, const std::string& by = "") {
  Findings findings;
  findings.documents = {document("draft", draft),
                        document("gazette",
                                 "An explosion in Tern killed 17 people on Wednesday, "
                                 "the fire service said. Mayor Aldo spoke."),
                        document("lantern", "The blast killed 17, the hospital in Tern said.")};
  const FactId own = add_fact(findings, 0, "12", count(12));
  const std::vector<FactId> support = {add_fact(findings, 1, "17", count(17)),
                                       add_fact(findings, 2, "17", count(17))};
  findings.facts[1].sentence.end =
      static_cast<std::uint32_t>(findings.documents[1].text.find(" Mayor"));
  if (!by.empty()) {
    findings.facts[0].by = Attribution{by, {}, false};
  }
  return FixDoubts(findings, DocumentId{0}).doubt_of(own, support);
}

TEST(FixDoubts, WordsOfAnotherEvent) {
  const std::string another = "another event";
  EXPECT_THAT(doubt("On Monday, a crash near Tolby killed 12 people."), HasSubstr(another));
  EXPECT_THAT(doubt("The sinking killed 12 people."), HasSubstr(another));
  EXPECT_THAT(doubt("A ferry sank. It killed 12 people."), HasSubstr(another));
  EXPECT_THAT(doubt("Another explosion killed 12 people."), HasSubstr(another));
  EXPECT_THAT(doubt("It killed 12 people in Lomar."), HasSubstr(another));
  EXPECT_THAT(doubt("It killed 12 people on Monday."), HasSubstr(another));
  EXPECT_THAT(doubt("The bomb killed 12 people on Wednesday."), IsEmpty());
  EXPECT_THAT(doubt("The disaster killed 12 people in Tern, near Lomar."), IsEmpty());
  EXPECT_THAT(doubt("It killed 12 people, the fire service said."), IsEmpty());
}

TEST(FixDoubts, WhoSaysItIsNamedByASource) {
  const std::string draft = "It killed 12 people, they said.";
  EXPECT_THAT(doubt(draft, "mayor"), HasSubstr("they do not have it from \"mayor\""));
  EXPECT_THAT(doubt(draft, "Aldo"), HasSubstr("\"Aldo\"")) << "who is named speaks of other things";
  EXPECT_THAT(doubt(draft, "fire service of Tern"), IsEmpty());
  EXPECT_THAT(doubt(draft, "hospital"), IsEmpty());
  EXPECT_THAT(doubt(draft, "officials"), IsEmpty()) << "they may be any of them";
}

TEST(FixDoubts, ADayOfSayingIsOneOfTheSources) {
  EXPECT_THAT(doubt("It killed 12 people, officials said on Wednesday."), IsEmpty());
  EXPECT_THAT(doubt("On Monday, as on Wednesday, officials said it killed 12 people."), IsEmpty());
}

TEST(FixDoubts, PartsOfTheFigureStay) {
  EXPECT_THAT(doubt("It killed 12 people. Of the dead, nine were men and three women."),
              HasSubstr("parts"));
  EXPECT_THAT(doubt("All 12 were workers."), HasSubstr("parts"));
}

}  // namespace
}  // namespace concord::advise
