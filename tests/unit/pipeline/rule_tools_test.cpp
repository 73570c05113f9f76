#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "press_rules.h"

namespace concord::pipeline {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::uint32_t reached(const std::vector<Cover>& covers, CoverKind kind, std::string_view written) {
  const auto found = std::ranges::find_if(
      covers, [&](const Cover& cover) { return cover.kind == kind && cover.written == written; });
  EXPECT_NE(found, covers.end()) << written;
  return found == covers.end() ? 0 : found->reached;
}

TEST(Cover, LinesBranchesContextsAndVerdicts) {
  const std::string more = R"(
  hurt:
    describe: People hurt
    value: count
    find: |
      (wounded|hurt) {n} (men|women)
    examples:
      - text: It wounded 3 men.
        get: 3
checks:
  cap:
    describe: A cap
    must: deaths <= 100
    examples:
      - given: { deaths: 12 }
        verdict: holds
)";
  const Engine engine = engine_with(std::string(kTwoExamples) +
                                        "      - text: He denied that it killed 4 people.\n        "
                                        "get: 4\n        mode: denied\n",
                                    more);
  const auto covers = cover_rules(engine, "");
  EXPECT_EQ(reached(covers, CoverKind::phrase, "kill~ {n} people"), 2U);
  EXPECT_EQ(reached(covers, CoverKind::phrase, "{n} people died"), 0U);
  EXPECT_EQ(reached(covers, CoverKind::unless_line, "kill~ {n} people in a film"), 0U);
  EXPECT_EQ(reached(covers, CoverKind::context, "denied that"), 1U);
  EXPECT_EQ(reached(covers, CoverKind::context, "but"), 0U);
  EXPECT_EQ(reached(covers, CoverKind::branch, "wounded"), 1U);
  EXPECT_EQ(reached(covers, CoverKind::branch, "hurt"), 0U);
  EXPECT_EQ(reached(covers, CoverKind::branch, "men"), 1U);
  EXPECT_EQ(reached(covers, CoverKind::branch, "women"), 0U);
  EXPECT_EQ(reached(covers, CoverKind::verdict, "holds"), 1U);
  EXPECT_EQ(reached(covers, CoverKind::verdict, "broken"), 0U);
  EXPECT_THAT(cover_rules(engine, "nobody"), IsEmpty());
}

Document document(const std::string& text) {
  Document made;
  made.id = made.source = "text";
  made.text = text;
  return made;
}

TEST(Prove, EveryItemOfThePhraseHasItsWords) {
  const Engine engine = engine_with(kTwoExamples);
  const Proof proof =
      prove(engine, document("The attack killed at least 12 people."), std::nullopt);
  ASSERT_THAT(proof.facts, SizeIs(1));
  std::vector<std::string> steps;
  for (const ProofStep& step : proof.steps.at(0)) {
    steps.push_back(step.item + "=" +
                    proof.document.text.substr(step.span.begin, step.span.size()));
  }
  EXPECT_THAT(steps, ElementsAre("kill~=killed", "{n}=at least 12", "people=people"));
}

TEST(Prove, NamesTheLineThatSetAMatchAside) {
  const Engine engine = engine_with(kTwoExamples);
  const Proof proof = prove(engine, document("It killed 12 people in a film."), std::nullopt);
  ASSERT_THAT(proof.facts, SizeIs(1));
  EXPECT_THAT(proof.facts[0].excluded_by, HasSubstr("press/deaths.yaml:"));
}

/// The phrase did match: no change of it would help, and only the line is the reason.
TEST(Prove, WhatALineSetsAsideIsNoNearMiss) {
  const Engine engine = engine_with(kTwoExamples);
  const Proof proof = prove(engine, document("The strike killed 12 people in a film."), RuleId{0});
  ASSERT_THAT(proof.facts, SizeIs(1));
  EXPECT_FALSE(proof.facts[0].excluded_by.empty());
  EXPECT_THAT(proof.near_misses, IsEmpty());
  const Proof other =
      prove(engine, document("The strike killed 12 people in a film, and killed 3 young people."),
            RuleId{0});
  EXPECT_THAT(other.near_misses, SizeIs(1)) << "another figure of the sentence is not set aside";
}

struct NearRow {
  std::string text;
  std::string why;
  std::string instead;
};

TEST(Prove, NearMissesAreTheSmallestChange) {
  const Engine engine = engine_with(kTwoExamples);
  const NearRow rows[] = {
      {"The attack killed 12 young people.", "put `[...1]` between `{n}` and `people`",
       "kill~ {n} [...1] people"},
      {"The attack killed 12 herders.", "add `herders` to `people`", "kill~ {n} (people|herders)"},
      {"12 people, say police, died.", "put `[...2]` between `people` and `died`",
       "{n} people [...2] died"},
  };
  for (const NearRow& row : rows) {
    const Proof proof = prove(engine, document(row.text), RuleId{0});
    ASSERT_FALSE(proof.near_misses.empty()) << row.text;
    EXPECT_EQ(proof.near_misses[0].why, row.why) << row.text;
    EXPECT_EQ(proof.near_misses[0].instead, row.instead) << row.text;
  }
  EXPECT_THAT(prove(engine, document("The weather was fine."), RuleId{0}).near_misses, IsEmpty())
      << "nothing of the phrase's rarest word";
  EXPECT_THAT(prove(engine, document("The attack killed 12 people."), RuleId{0}).near_misses,
              IsEmpty())
      << "the fact is found";
}

TEST(Phrases, SamplesAreMatched) {
  const Engine engine = engine_with(kTwoExamples);
  Diagnostics diagnostics;
  const PhraseSamples samples = sample_phrase(
      engine.rules(), {"(killed|slain) {n} !(men) [old] people", "count", ""}, 20, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(samples.count, 4U);
  EXPECT_THAT(samples.sentences, Contains("slain 12 old people"));
}

TEST(Phrases, AnUnsoundPhraseIsToldOf) {
  const Engine engine = engine_with(kTwoExamples);
  Diagnostics diagnostics;
  EXPECT_FALSE(phrase_engine(engine.rules(), {"kill~ {n", "count", ""}, diagnostics));
  ASSERT_THAT(diagnostics, SizeIs(1));
  EXPECT_EQ(diagnostics[0].code, "E301");
  EXPECT_EQ(diagnostics[0].where.excerpt.view(), "kill~ {n");
  EXPECT_EQ(diagnostics[0].where.column, 7U);
}

TEST(Phrases, AreNamedByPlaceToo) {
  const Engine engine = engine_with(kTwoExamples);
  const RulePosition where = engine.rules().facts[0].find[0].phrases[1].where;
  const auto probe =
      probe_named(engine.rules(), "press/deaths.yaml:" + std::to_string(where.line), "");
  ASSERT_TRUE(probe);
  EXPECT_EQ(probe->phrase, "{n} people died");
  EXPECT_FALSE(probe_named(engine.rules(), "{n} hurt", "deathz"));
}

TEST(Phrases, APlaceWithoutAPhraseIsToldOf) {
  const Engine engine = engine_with(kTwoExamples);
  const std::pair<std::string, std::string> rows[] = {
      {"press/deaths.yaml:1", "no phrase of a fact stands at `press/deaths.yaml:1`"},
      {"press/deaths.yaml", "no phrase of a fact stands at `press/deaths.yaml`"},
      {"press/deths.yaml:9", "no rule file is called `press/deths.yaml`"},
      {"", "an empty phrase"},
      {"  ", "an empty phrase"},
  };
  for (const auto& [words, message] : rows) {
    const auto probe = probe_named(engine.rules(), words, "");
    ASSERT_FALSE(probe) << words;
    EXPECT_EQ(probe.error().message, message);
  }
  EXPECT_TRUE(probe_named(engine.rules(), "toll : {n}", ""));
  EXPECT_TRUE(probe_named(engine.rules(), "killed {n:count}", ""));
}

TEST(Rules, AreNamedWithTheFoldersOfTheirFile) {
  EXPECT_TRUE(names_rule("deaths", "core", "deaths"));
  EXPECT_TRUE(names_rule("core/deaths", "core", "deaths"));
  EXPECT_TRUE(names_rule("core/casualties/deaths", "core", "deaths"));
  EXPECT_FALSE(names_rule("attacks/deaths", "core", "deaths"));
  EXPECT_FALSE(names_rule("core/deaths/", "core", "deaths"));
  EXPECT_FALSE(names_rule("core", "core", "deaths"));
}

std::string unreadable(const std::string& examples, const std::string& more = {}) {
  const Engine engine = engine_with(kTwoExamples + examples, more);
  Diagnostics diagnostics;
  check_examples(engine, diagnostics);
  std::string text;
  for (const Diagnostic& one : diagnostics) {
    const Location& where = one.where;
    text += one.code + " " +
            std::string(where.excerpt.view().substr(where.marked.begin, where.marked.size())) +
            "; " + one.help + "\n";
  }
  return text;
}

TEST(CheckExamples, FiguresThatNobodyCanRead) {
  const std::string head = "      - text: It killed twelve people.\n        get: ";
  EXPECT_EQ(unreadable(head + "twelve\n"), "");
  EXPECT_EQ(unreadable(head + "at least 1.2 million\n"), "");
  EXPECT_EQ(unreadable(head + "no figure\n"), "");
  EXPECT_EQ(unreadable(head + "twelv\n"),
            "E320 twelv; write the figure as in the sentence, its noun left out\n");
  EXPECT_EQ(unreadable(head + "12 people of it\n"),
            "E320 12 people of it; write the figure as in the sentence, its noun left out\n");
  EXPECT_EQ(unreadable(head + "no\n"),
            "E320 no; a sentence that must give no figure has `get: nothing`\n");
  EXPECT_EQ(unreadable(head + "nothng\n"), "E320 nothng; did you mean `nothing`?\n");
  EXPECT_EQ(unreadable("",
                       "checks:\n  few:\n    must: deaths <= 9\n    examples:\n"
                       "      - { given: { deaths: tenn }, verdict: broken }\n"),
            "E320 tenn; write a number: 12, at least 12\n");
}

TEST(DiffRules, GainedLostAndChanged) {
  const Engine before = engine_with(kTwoExamples);
  Diagnostics diagnostics;
  std::string text(kDeaths);
  text.replace(text.find("{n} people died"), 15, "{n} sheep died");
  text.replace(text.find("cue: denied that"), 16, "cue: refuted that");
  RuleSet set =
      rules::load_text("press/deaths.yaml", std::string(kHead) + text + kTwoExamples, diagnostics);
  const Engine after(std::move(set), diagnostics);
  std::vector<Document> documents = {document("It denied that 3 people died. 4 sheep died.")};
  documents.push_back(document("He denied that it killed 5 people."));
  const auto changes = diff_rules(before, after, documents, 1);
  std::vector<std::string> told;
  for (const FactChange& change : changes) {
    told.push_back(change.before + " -> " + change.after);
  }
  EXPECT_THAT(told, ElementsAre("3, denied -> ", " -> 4", "5, denied -> 5"));
  EXPECT_THAT(diff_rules(before, before, documents, 1), IsEmpty());
}

TEST(BenchRules, CountsCandidatesSurvivorsAndMatches) {
  const Engine engine = engine_with(kTwoExamples);
  std::uint64_t sentences = 0;
  const auto costs = bench_rules(
      engine, {document("It killed 12 people. It killed time. They died. Nobody came.")},
      sentences);
  EXPECT_EQ(sentences, 4U);
  const auto kills = std::ranges::find(costs, "kill~ {n} people", &PhraseCost::written);
  ASSERT_NE(kills, costs.end());
  EXPECT_EQ(kills->candidates, 2U);
  EXPECT_EQ(kills->survivors, 1U) << "only one has people and a number";
  EXPECT_EQ(kills->matches, 1U);
  EXPECT_THAT(kills->anchor, Contains("killed"));
}

TEST(Tune, FindsTheWordThatTellsThemApart) {
  const Engine engine = engine_with(kTwoExamples);
  const std::vector<std::string> right = {"The attack killed 12 people.",
                                          "It killed 3 people there."};
  const Tuning one = tune(engine, RuleId{0}, {"The virus killed 12 people in the play."}, right);
  EXPECT_TRUE(one.sound);
  ASSERT_THAT(one.lines, SizeIs(1));
  const Tuning two = tune(
      engine, RuleId{0}, {"It killed 12 people in plays.", "It killed 4 people in novels."}, right);
  EXPECT_TRUE(two.sound);
  const Tuning none = tune(engine, RuleId{0}, {"The attack killed 12 people."}, right);
  EXPECT_FALSE(none.sound);
  EXPECT_THAT(none.left, SizeIs(1));
  const Tuning missed = tune(engine, RuleId{0}, {"Nobody came."}, right);
  EXPECT_THAT(missed.not_found, ElementsAre("Nobody came."));
  const Tuning unproved = tune(engine, RuleId{0}, {"The virus killed 12 people in the play."},
                               {"The attack killed 12 people.", "It slew 3 people."});
  EXPECT_FALSE(unproved.sound);
  EXPECT_THAT(unproved.lines, IsEmpty());
  EXPECT_THAT(unproved.unproved, ElementsAre("It slew 3 people."));
}

TEST(Stories, AreJudgedByPairAndAsAWhole) {
  StoryTest story;
  story.name = "two";
  story.articles = {{"east", "2025-03-10T10:00Z", "", "The attack killed 12 people.", "", 1},
                    {"west", "2025-03-10T12:00Z", "", "The attack killed 15 people.", "", 1},
                    {"post", "2025-03-10T12:30Z", "", "The attack killed 15 people.", "", 1}};
  story.expect = {{"deaths", "", "", "", {}, "rise", "15", 1},
                  {"deaths", "", "", "", {"west", "post"}, "same", "", 2},
                  {"deaths", "", "", "", {"east"}, "one_source", "", 3},
                  {"hurt", "", "", "", {}, "nothing", "", 4},
                  {"deaths", "", "", "", {}, "conflict", "", 5}};
  const Engine engine = engine_with(kTwoExamples);
  const std::vector<StoryTest> tests = {story};
  const auto results = test_stories(engine, tests, "");
  ASSERT_THAT(results, SizeIs(5));
  for (std::size_t i = 0; i < results.size(); ++i) {
    EXPECT_EQ(results[i].right, i < 4) << results[i].about << ": " << results[i].found;
  }
  EXPECT_THAT(test_stories(engine, tests, "hurt"), SizeIs(1));
}

}  // namespace
}  // namespace concord::pipeline
