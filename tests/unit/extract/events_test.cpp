// Which event owns a figure (RULES.md section 5, "Event ownership").
#include <gtest/gtest.h>

#include "reading.h"

namespace concord {
namespace {

constexpr std::string_view kRules = R"(factrules: 1
pack: desk
version: 1.0.0
lists:
  place:
    Oria: [Oria]
    Oria Harbor: { part of: Oria, written: [Oria Harbor] }
    Sund: [Sund]
events:
  attack:
    nouns: (attack|bombing|siege)
    told apart by: [place, date, name]
    compared with: (since|than|like)
    background: |
      (last|previous) (year|month)
      {n:count} (years|months) (ago|earlier)
      (years|months) after (a|an) <nouns>
    known:
      Velde school siege: { place: Velde, date: 2004-09-01 }
  election:
    nouns: (election|vote)
    told apart by: [date]
    compared with: from
facts:
  deaths:
    describe: d
    value: count
    find: |
      kill~ {n}
      {n} [people] (died|killed|dead)
      {n} people were killed
  quake_deaths:
    describe: d
    value: count
    event: any
    find: "{n} crushed"
  day:
    describe: d
    value: date
    event: main
    find: attack on {t}
)";

struct EventRow {
  std::string_view text;
  std::string_view facts;
  std::string_view published = {};
};

constexpr EventRow kRows[] = {
    // ordinary sentences are the story's own
    {"The attack in Oria killed 12 people.", "deaths=12"},
    {"12 people died.", "deaths=12", "2024-03-24"},
    {"12 people were killed on Friday.", "deaths=12", "2024-03-24"},
    {"The attack killed 12 people in January.", "deaths=12", "2024-03-24"},
    // a year beside the noun, beside the figure, at the sentence's opening
    {"A 2021 bombing in Sund that killed 13 soldiers was recalled.", "deaths=13 (other Sund 2021)"},
    {"The bombing in Sund that killed 13 people in 2021 was recalled.",
     "deaths=13 (other Sund 2021)"},
    {"In 2004 men seized a school in Sund. More than 330 people died.",
     "deaths=more than 330 (other Sund 2004)"},
    {"A bombing killed 13 people in 2023.", "deaths=13 (other 2023)", "2024-03-24"},
    {"A bombing killed 13 people in 2024.", "deaths=13", "2024-03-24"},
    {"A bombing killed 13 people in December 2023.", "deaths=13", "2024-01-05"},
    {"A bombing last year killed 13 people.", "deaths=13 (other 2023)", "2024-03-24"},
    {"Two years ago a bombing killed 13 people.", "deaths=13 (other 2022)", "2024-03-24"},
    // what came after another event is the story's own
    {"Gunmen killed 12 people on Friday, two years after a bombing killed 30.",
     "deaths=12\ndeaths=30 (other)"},
    // compared with, known by name, standing in for a noun
    {"The attack, the deadliest since the 2004 siege, killed 12 people.", "deaths=12"},
    {"It was the deadliest attack since 19 people were killed in Sund.", "deaths=19 (other)"},
    {"Men killed 12 in Oria on Friday, the worst attack since men killed 19 in Sund in 2015.",
     "deaths=12\ndeaths=19 (other)", "2024-03-24"},
    {"The school is shut since 19 people were killed.", "deaths=19"},
    {"The attack was the worst since the 2004 siege that killed 330.", "deaths=330 (other)"},
    {"The Velde school siege killed 330.", "deaths=330 (other Velde school siege)"},
    {"It was the third attack, after one in Sund that killed 12.", "deaths=12 (other Sund)"},
    {"An earlier bombing killed 12.", "deaths=12 (other)"},
    // what one kind of event is compared with says nothing of another kind
    {"Details of it emerge from the attack that killed 12.", "deaths=12"},
    {"The rise from the vote that killed 12.", "deaths=12 (other)"},
    // a text that opens with a past event is about that one
    {"A man was charged over the bombing that killed 13 people at a mill last month. He wept. "
     "The men went home.",
     "deaths=13", "2024-03-24"},
    {"A man was charged over the bombing of a mill where 13 people died last month. He wept. The "
     "men went home.",
     "deaths=13", "2024-03-24"},
    // the next sentence of the paragraph inherits, the next paragraph does not
    {"A 2021 bombing shook Sund. It killed 13.", "deaths=13 (other Sund 2021)"},
    {"A 2021 bombing shook Sund.\n\nThe men killed 13.", "deaths=13"},
    // facts without an event, and facts of the story's own event only
    {"In 2021 a bombing left 13 crushed.", "quake_deaths=13"},
};

TEST(Events, Ownership) {
  const ReadingDesk desk(kRules);
  for (const EventRow& row : kRows) {
    EXPECT_EQ(desk.read(row.text, row.published), row.facts) << row.text;
  }
}

TEST(Events, AFullArticleKnowsItsOwnPlaceAndDay) {
  const ReadingDesk desk(kRules);
  constexpr std::string_view kArticle =
      "Gunmen killed 40 people in Oria on Friday, 22 March 2024, in an attack on a hall.\n\n"
      "The attack began at eight. At Oria Harbor 3 people died.\n\n"
      "A bombing in Sund killed 13.\n\n"
      "The attack on 2 March 2024 killed 5.\n\n"
      "The attack on 22 March 2024 was over by ten.";
  EXPECT_EQ(desk.read(kArticle),
            "deaths=40\ndeaths=3\ndeaths=13 (other Sund)\ndeaths=5 (other 2024)\nday=2024-03-22");
}

TEST(Events, TheCallerMayNameTheStory) {
  const ReadingDesk desk(kRules);
  const extract::Options options{.story_place = "Sund",
                                 .story_date = from_civil({.year = 2021, .month = 8, .day = 26})};
  EXPECT_EQ(desk.read("A bombing in Sund killed 13 on 26 August 2021.", "2024-03-24", options),
            "deaths=13");
  EXPECT_EQ(desk.read("A bombing in Oria killed 13.", "2024-03-24", options),
            "deaths=13 (other Oria)");
}

TEST(Events, AreToldApartByWhatTheRuleSays) {
  const extract::Options options{.story_place = "Oria",
                                 .story_date = from_civil({.year = 2024, .month = 3, .day = 22})};
  const std::string_view article = "A bombing in Sund killed 13. A 2021 bombing killed 5.";
  constexpr std::string_view kAll = "[place, date, name]";
  std::string rules(kRules);
  const auto read = [&](std::string_view by) {
    std::string changed = rules;
    changed.replace(changed.find(kAll), kAll.size(), by);
    return ReadingDesk(changed).read(article, "2024-03-24", options);
  };
  EXPECT_EQ(read(kAll), "deaths=13 (other Sund)\ndeaths=5 (other 2021)");
  EXPECT_EQ(read("[date]"), "deaths=13\ndeaths=5 (other 2021)");
  EXPECT_EQ(read("[place]"), "deaths=13 (other Sund)\ndeaths=5");
}

/// "one in Orsk" stands in for an event noun, of which these rules have none.
TEST(Events, RulesWithoutKindsOfEvents) {
  const ReadingDesk desk(
      "factrules: 1\npack: p\nfacts:\n  deaths:\n    describe: x\n    value: count\n"
      "    find: \"{n} died\"\n");
  EXPECT_EQ(desk.read("After the march and the other one in Orsk 13 died."), "deaths=13");
}

TEST(Events, HeadlinesOfOtherStoriesAmongTheParagraphsAreNotTheStorys) {
  const ReadingDesk desk(kRules);
  const auto roles = [&](const std::string& line) {
    Document document;
    document.text = "Siege in Oria ends\n\nThe siege of a bank in Oria killed 12 people.\n\n" +
                    line + "\n\nThe bank stays closed, its owner said.";
    document.headline = {0, 18};
    document.body_begin = 20;
    const auto facts = desk.facts(document);
    EXPECT_EQ(facts.size(), 2U) << line;
    return facts.empty() ? EventRole::unsure : facts.back().event.role;
  };
  EXPECT_EQ(roles("Outbreak of fever kills 7 in Lorne"), EventRole::other);
  EXPECT_EQ(roles("Robbers in bank siege killed 12, police say"), EventRole::main)
      << "it shares the bank";
  EXPECT_EQ(roles("Another 7 people were killed outside"), EventRole::main) << "a sentence";
  EXPECT_EQ(roles("Outbreak of fever kills 7 in Lorne, a doctor said."), EventRole::main)
      << "it has its stop";
}

TEST(Events, SaysWhy) {
  const ReadingDesk desk(kRules);
  Document document;
  document.text = "A 2021 bombing killed 13.";
  const auto facts = desk.facts(document);
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0].event.why, "\"bombing\" is told apart by \"2021\"");
}

}  // namespace
}  // namespace concord
