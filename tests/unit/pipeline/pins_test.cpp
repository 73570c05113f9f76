#include "pipeline/pins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "press_rules.h"

namespace concord::pipeline {
namespace {

constexpr const char* kPin = R"(story: kelby-2025
event: { kind: attack, place: [Kelby, Port Street], date: 2025-03-22, also called: [Kelby siege, "station siege"] }
rules: [press@1.0]
quiet: { fact: deaths, for: coast, because: counts the gunmen, until: 2025-03-30 }
)";

Engine engine_with_pin(const std::string& pin = kPin) {
  Diagnostics diagnostics;
  RuleSet set =
      rules::load_texts({{"press/deaths.yaml", std::string(kHead) + std::string(kDeaths) +
                                                   "      - { text: 3 people died, get: 3 }\n"},
                         {"stories/kelby.yaml", pin}},
                        false, diagnostics);
  Engine engine(std::move(set), diagnostics);
  EXPECT_TRUE(diagnostics.empty())
      << report::diagnostics_report(diagnostics, report::Format::human, {});
  return engine;
}

Document article(const std::string& source, const std::string& published, const std::string& text) {
  Document made;
  made.id = source;
  made.source = source;
  made.text = text;
  const auto time = parse_iso8601(published).value();
  made.published = Publication{.written = published, .begin = time.utc, .end = time.utc};
  return made;
}

struct Row {
  const char* published;
  const char* text;
  bool pinned;
};
constexpr Row kRows[] = {
    {"2025-03-22T20:00Z", "Gunmen held the station in the Kelby siege.", true},
    {"2025-05-30T20:00Z", "A court heard of the station siege.", true},
    {"2025-03-23T08:00Z", "The attack on Port Street killed 12 people.", true},
    {"2025-03-23T08:00Z", "ATTACK SHAKES KELBY", true},
    {"2025-04-23T08:00Z", "The fire was the deadliest since the Kelby siege.", false},
    {"2025-04-23T08:00Z", "Three died in Tern. The Kelby siege was in March.", false},
    {"2025-03-23T08:00Z", "Kelby has a new mayor.", false},
    {"2025-03-23T08:00Z", "The attack in Kelbyville killed 12 people.", false},
    {"2025-06-01T08:00Z", "An attack in Kelby killed two people.", false},
    {"2025-03-20T08:00Z", "An attack in Kelby killed two people.", false},
    {"2025-03-20T08:00Z", "The Kelby siege of a film set is over.", false},
    {"2025-03-23T08:00Z", "A quiet day.\n\nIn Kelby the attack killed 12 people.", false},
};

TEST(Pins, AnArticleIsOfTheStoryThatItsOpeningTellsOf) {
  const Engine engine = engine_with_pin();
  for (const Row& row : kRows) {
    Document document = article("ledger", row.published, row.text);
    pin_story(engine.rules(), document);
    EXPECT_EQ(document.story.value_or(""), row.pinned ? "kelby-2025" : "") << row.text;
  }
  Document told = article("ledger", "2025-03-23T08:00Z", "The Kelby siege killed 12 people.");
  told.story = "another";
  pin_story(engine.rules(), told);
  EXPECT_EQ(told.story, "another") << "the input has its own word on it";
}

TEST(Pins, TheFiguresOfThePinnedEventAreItsStorysOwnForWeeks) {
  const Engine engine = engine_with_pin();
  const Findings findings =
      run_on(engine,
             {article("ledger", "2025-03-23T08:00Z", "The attack on Port Street killed 12 people."),
              article("wire", "2025-04-09T08:00Z", "The Kelby siege killed 14 people."),
              article("other", "2025-04-10T08:00Z",
                      "A fire shut a school in Tern. The Kelby siege killed 14 people in March.")},
             {});
  ASSERT_EQ(findings.facts.size(), 3U);
  EXPECT_EQ(findings.facts[1].event.role, EventRole::main);
  EXPECT_EQ(findings.stories.placements[0].story, findings.stories.placements[1].story);
  EXPECT_EQ(findings.stories.stories[findings.stories.placements[1].story.index].id, "kelby-2025");
}

Severity severity_of_conflict(const char* now, const char* second_source) {
  const Engine engine = engine_with_pin();
  Options options;
  options.now = parse_iso8601(now)->utc;
  const Findings findings =
      run_on(engine,
             {article("ledger", "2025-03-23T08:00Z", "The attack in Kelby killed 12 people."),
              article(second_source, "2025-03-23T08:00Z", "The attack in Kelby killed 14 people.")},
             options);
  EXPECT_EQ(findings.findings.size(), 1U);
  const Finding& finding = findings.findings.front();
  EXPECT_EQ(finding.relation, Relation::discrepancy) << "quiet, not gone";
  const bool told =
      std::ranges::find(finding.notes,
                        "quiet until 2025-03-30: counts the gunmen (stories/kelby.yaml:4)") !=
      finding.notes.end();
  EXPECT_EQ(told, finding.severity == Severity::note);
  return finding.severity;
}

TEST(Pins, WhatIsQuietIsANoteWithItsReasonUntilItsLastDay) {
  EXPECT_EQ(severity_of_conflict("2025-03-30T23:00Z", "coast"), Severity::note);
  EXPECT_EQ(severity_of_conflict("2025-03-31T00:00Z", "coast"), Severity::error) << "passed";
  EXPECT_EQ(severity_of_conflict("2025-03-30T23:00Z", "wire"), Severity::error) << "another source";
}

TEST(Pins, ADraftIsHeldAgainstTheSourcesNamedWhateverIsPinned) {
  const Engine engine = engine_with_pin();
  std::vector<Document> documents = {
      article("draft", "2025-03-23T08:00Z", "At the station 12 people died."),
      article("ledger", "2025-03-23T08:00Z", "The Kelby siege killed 14 people.")};
  for (Document& document : documents) {
    pin_story(engine.rules(), document);
  }
  EXPECT_EQ(unpin(engine.rules(), documents), std::nullopt);
  EXPECT_FALSE(documents[1].story);
}

}  // namespace
}  // namespace concord::pipeline
