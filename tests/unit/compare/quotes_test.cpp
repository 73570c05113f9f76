#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compare/quote_likeness.h"
#include "compare/quote_words.h"
#include "story.h"

namespace concord::compare {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string as_row(const std::string& source, std::string text, const std::string& more = "") {
  for (char& c : text) {
    c = c == ' ' ? '_' : c;
  }
  return source + " quote:" + text + " fact=quote key=Reed " + more;
}

std::vector<std::string> summaries(const Told& told) {
  std::vector<std::string> result;
  for (const Finding& finding : told.findings.findings) {
    result.push_back(name_of(finding.relation) + "/" + name_of(finding.detail));
  }
  return result;
}

constexpr const char* kFull =
    "The crew left the bridge and was heading north, where, according to preliminary data, a boat "
    "was held ready for "
    "them from the Norvik side to leave the strait";
constexpr const char* kThin =
    "The crew left the bridge and headed north, where a boat had been held ready for them to "
    "leave.";

TEST(Quotes, Relations) {
  struct Row {
    const char* a;
    const char* b;
    std::vector<std::string> expected;
  };
  const Row rows[] = {
      {"We will rebuild the bridge.", "we will rebuild the bridge", {"agreement/same"}},
      {"We will rebuild [the] bridge.", "We will rebuild the bridge", {"agreement/same"}},
      {"We will rebuild [the] bridge in the [old] town.",
       "We will rebuild the bridge in the town",
       {"agreement/compatible"}},
      {"Every family in the town knows someone who worked at the terminal",
       "We will not rest until every family knows what happened at the terminal",
       {"uncorroborated/one_source", "uncorroborated/one_source"}},
      {"We will rebuild the bridge this year, whatever it costs",
       "whatever it costs",
       {"agreement/compatible"}},
      {kFull, kThin, {"discrepancy/wording"}},
      // the same but for its last word, its first, or its hedge
      {"We have enough vaccine for every child in the province",
       "We have enough vaccine for every child in the country",
       {"discrepancy/wording"}},
      {"Nobody in this company knew that the dam was unsafe",
       "Everybody in this company knew that the dam was unsafe, but nobody said so",
       {"discrepancy/wording"}},
      {"There may have been a fault in the brakes",
       "There was a fault in the brakes",
       {"discrepancy/wording"}},
      {"We may never have received any warning about the bridge",
       "We never received any warning about the bridge",
       {"discrepancy/wording"}},
      {"We're certain that the bridge will hold",
       "We are certain that the bridge will hold, whatever the river does.",
       {"agreement/compatible"}},
      {"The river rose faster than anyone here had seen, and the bridge went first",
       "Nobody slept. The river rose faster than anyone here had seen",
       {"agreement/compatible"}},
      {"A lot of the men who built the bridge with Anna are taking it pretty hard",
       "Anna was one of those who cared more about others. So the men today are taking it really "
       "hard",
       {"uncorroborated/one_source", "uncorroborated/one_source"}},
      {"We will rebuild the bridge.",
       "Nobody was told of the flood.",
       {"uncorroborated/one_source", "uncorroborated/one_source"}},
  };
  for (const Row& row : rows) {
    EXPECT_THAT(summaries(tell({as_row("a", row.a), as_row("b", row.b)})),
                ::testing::UnorderedElementsAreArray(row.expected))
        << row.a;
  }
}

TEST(Quotes, LostHedgeAndActorAreNoted) {
  const Told told = tell({as_row("a", kFull), as_row("b", kThin)});
  ASSERT_EQ(told.findings.findings.size(), 1U);
  const Finding& finding = told.findings.findings[0];
  EXPECT_THAT(finding.notes, Contains("b lacks the hedge \"according to\""));
  EXPECT_THAT(finding.notes, Contains("b lacks the hedge \"preliminary\""));
  EXPECT_THAT(finding.notes, Contains("b lacks the actor \"from the Norvik side\""));
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(finding.positions.size(), 2U);
  EXPECT_EQ(finding.evidence.size(), 2U);
}

TEST(Quotes, WhatADraftDoesNotQuoteIsNotAskedForInItsName) {
  const std::vector<std::string> rows = {
      as_row("a", "We will rebuild the bridge."),
      as_row("b", "We will rebuild the bridge."),
      "b quote:Nobody_was_told_of_the_flood. fact=quote key=Stone",
      "a 12",
      "b 14",
      "b 3 fact=missing"};
  EXPECT_EQ(tell(rows).findings.findings.size(), 4U);
  const Told told =
      tell(rows, test_rules(), {.policy = "gtd", .fact_policy = {}, .of = DocumentId{0}});
  ASSERT_EQ(told.findings.documents[0].source, "a");
  EXPECT_EQ(told.findings.findings.size(), 3U) << "Stone is b's alone";
  EXPECT_FALSE(main_finding(told, "deaths")->policies.empty());
  EXPECT_TRUE(main_finding(told, "missing")->policies.empty());
}

TEST(Quotes, NoActorStandsInTheNextSentence) {
  const Told told =
      tell({as_row("a", "They believe in nothing. This is where our dreams die here."),
            as_row("b", "They believe in peace and that is where our dreams die.")});
  for (const Finding& finding : told.findings.findings) {
    for (const std::string& note : finding.notes) {
      EXPECT_THAT(note, ::testing::Not(::testing::HasSubstr("actor")));
    }
  }
}

TEST(Quotes, CommasAndApostrophesMakeNoThirdWording) {
  const Told told = tell({as_row("a", "We don't know who opened the gate of the bridge,"),
                          as_row("b", "We don’t know who opened the gate of the bridge."),
                          as_row("c", "We know who opened the gate of the bridge.")});
  ASSERT_EQ(told.findings.findings.size(), 1U);
  ASSERT_EQ(told.findings.findings[0].positions.size(), 2U);
  EXPECT_THAT(told.findings.findings[0].positions[0].sources, ElementsAre("a", "b"));
}

TEST(Quotes, CarriersOfOneSpeechAgree) {
  EXPECT_THAT(summaries(tell({as_row("a", "It is over"), as_row("b", "It is over", "copy=a")})),
              ElementsAre("agreement/same"));
}

TEST(Quotes, WhatAnArticleQuotedBeforeItWasRewrittenIsGone) {
  const std::string old = "We do not know how many were on the bridge when it fell";
  const std::string now = "We do not yet know how many were on the bridge when it fell";
  const Told told =
      tell({as_row("a", old, "doc=a1 at=10:00 item=x:1"),
            as_row("a", now, "doc=a2 at=12:00 item=x:2"), as_row("b", now, "at=11:00")});
  EXPECT_THAT(summaries(told), ElementsAre("agreement/same"));
}

TEST(Quotes, TwoQuotesOfOneDocumentAreNotOne) {
  const Told told = tell({as_row("a", "The bridge over the strait will open in May"),
                          as_row("a", "The bridge over the strait will not open in June")});
  EXPECT_EQ(told.findings.findings.size(), 2U);
}

TEST(Quotes, AThirdLikeTwoOfOneDocumentIsTheLikestOfThem) {
  const Told told = tell({as_row("a", "My client denies everything and will cooperate with them"),
                          as_row("a", "My client will cooperate with the investigators in town"),
                          as_row("b", "My client denies it all and will cooperate with them")});
  EXPECT_THAT(summaries(told),
              ::testing::UnorderedElementsAre("discrepancy/wording", "uncorroborated/one_source"));
}

TEST(Quotes, SmallWordsAloneAreANote) {
  const Told told = tell({as_row("a", "I think that the council has to close the bridge at once"),
                          as_row("b", "I think the council has to close this bridge at once")});
  ASSERT_EQ(told.findings.findings.size(), 1U);
  EXPECT_EQ(told.findings.findings[0].detail, Detail::wording);
  EXPECT_EQ(told.findings.findings[0].severity, Severity::note);
}

TEST(Quotes, ADenialOrADoubtIsNoSmallWord) {
  const Told told = tell({as_row("a", "We think that we may never know why the old mill burned"),
                          as_row("b", "We think that we will never know why the old mill burned")});
  ASSERT_EQ(told.findings.findings.size(), 1U);
  EXPECT_EQ(told.findings.findings[0].detail, Detail::wording);
  EXPECT_NE(told.findings.findings[0].severity, Severity::note);
}

TEST(QuoteWords, LikenessOfPassages) {
  struct Row {
    const char* a;
    const char* b;
    Likeness expected;
  };
  const Row rows[] = {
      {"the dam will hold", "The dam will hold.", Likeness::equal},
      {"the dam won't hold", "the dam will not hold", Likeness::equal},
      {"the dam will hold", "I say the dam will hold", Likeness::part},
      {"We believe that most of the crew left", "Most of the crew left", Likeness::reworded},
      {"We believe that most of the crew left", "most of the crew left", Likeness::part},
      {"It is late. Most of the crew left", "Most of the crew left", Likeness::part},
      {"And so most of the crew left", "Most of the crew left", Likeness::part},
      {"outraged by the violent actions of this man",
       "It is late. We are outraged by the violent acts of this man", Likeness::reworded},
      {"it's with a heavy heart that I close the school",
       "it's with heavy heart that I close the school", Likeness::retouched},
      {"we remain stead-fast in our pledge to the city",
       "we remain steadfast in our pledge to the city", Likeness::equal},
      {"the school will close on Monday", "the school board met the parents", Likeness::different},
      {"the neighbourhood realised it had to honour the men",
       "the neighborhood realized it had to honor the men", Likeness::part},
      {"the ship altered (its course) toward the boats", "the ship altered toward the boats",
       Likeness::equal},
      // a few words in common, and sentences of two lengths
      {"They don't trust anybody here",
       "They don't trust the council to mend a single street, and why "
       "should they",
       Likeness::different},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(likeness(wording_of(row.a), wording_of(row.b)), row.expected) << row.a;
    EXPECT_EQ(likeness(wording_of(row.b), wording_of(row.a)), row.expected) << row.a;
  }
}

TEST(QuoteWords, CommonPassageLeavesOutWhatOnlyOneQuotes) {
  const Passage passage =
      common_passage(wording_of("It is late. We are outraged by the violent acts of this man"),
                     wording_of("Outraged by the violent actions of this man. We say so."));
  EXPECT_THAT(passage.first.words, ElementsAre("we", "are", "outraged", "by", "the", "violent",
                                               "acts", "of", "this", "man"));
  EXPECT_THAT(passage.second.words,
              ElementsAre("outraged", "by", "the", "violent", "actions", "of", "this", "man"));
}

TEST(QuoteWords, LostTurns) {
  const auto lost = [](const char* full, const char* other) {
    return lost_turns(wording_of(full), wording_of(other));
  };
  EXPECT_THAT(lost("the dam may hold", "the dam will hold"), ElementsAre("may"));
  EXPECT_THAT(lost("the dam will hold", "the dam may hold"), IsEmpty());
  EXPECT_THAT(lost("the dam won't hold", "the dam will hold"), ElementsAre("not"));
  EXPECT_THAT(lost("the dam could hold", "the dam might hold"), IsEmpty());
  EXPECT_THAT(lost("the dam will hold, and we do not fear the night", "the dam will hold"),
              IsEmpty());
}

TEST(QuoteWords, LostPhrases) {
  const Wording full = wording_of(kFull);
  const Wording thin = wording_of(kThin);
  EXPECT_THAT(lost_hedges(full, thin), ElementsAre("according to", "preliminary"));
  EXPECT_THAT(lost_hedges(thin, full), IsEmpty());
  EXPECT_THAT(lost_actors(full, thin), ElementsAre("from the Norvik side"));
  EXPECT_THAT(lost_actors(thin, full), IsEmpty());
}

TEST(QuoteWords, HostileTextIsRead) {
  EXPECT_TRUE(wording_of("").words.empty());
  EXPECT_TRUE(wording_of("\xE2\x80").stems.size() <= 1);
  const std::string endless(100000, 'x');
  EXPECT_EQ(wording_of(endless).words.size(), 1U);
  std::string many;
  for (int i = 0; i < 5000; ++i) {
    many += "w" + std::to_string(i) + " ";
  }
  EXPECT_LE(wording_of(many).words.size(), 400U);
}

}  // namespace
}  // namespace concord::compare
