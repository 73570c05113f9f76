// From matches to facts: sums, kinds, keys, parts, unless lines and conflicts (RULES.md section 5).
#include <gtest/gtest.h>

#include "reading.h"

namespace concord {
namespace {

constexpr std::string_view kRules = R"(factrules: 1
pack: desk
version: 1.0.0
lists:
  group:
    Red Dawn: [Red Dawn]
    Ostmark: [Ostmark, the Ostmark government]
facts:
  deaths:
    describe: d
    value: count
    unit: person
    key: who
    kinds: [all, attackers]
    default kind: all
    find:
      - phrases: |
          kill~ {n}
          {n} [people|men|others] killed
          {n} [people] (was|were) ...3 killed
          toll ...4 (to|of) {n}
          including {n} dead
      - phrases: kill~ {n} (men|women) and {more:count_a} (men|women|child~)
        value: n + more
      - phrases: toll will rise
        set: { n: none, mode: projected }
      - phrases: kill~ {n} gunmen
        set: { who: attackers }
    unless: |
      kill~ {n} (hours|gunmen)
      {n} ...3 (each|every) year
  injured:
    describe: d
    value: count
    exclusive with: [struck]
    find:
      - phrases: |
          {n} [people] (wounded|shot)
          wound~ {n}
      - phrases: "{n} [people] shot, {d:count} fatally"
        value: n - d
  struck:
    describe: d
    value: count
    find: "{n} people wounded by stones"
  attackers:
    describe: d
    value: count
    find:
      - phrases: "{n} gunmen"
      - phrases: a lone gunman
        set: { n: 1 }
  held:
    describe: d
    value: count
    key: who
    kinds: [gunmen, total]
    find:
      - phrases: "{n} people [including {gunmen:count} gunmen] were held"
        set: { who: total }
  blame:
    describe: d
    value: group
    kind: stance
    kinds: [claimed, denied]
    key for: [denied]
    find:
      - phrases: "{g} claimed it"
        set: { stance: claimed }
      - phrases: "{g} denied it"
        set: { stance: denied }
  share:
    describe: d
    value: percent
    key: who
    find:
      - phrases: "{who:name} won {n}"
      - phrases: "she won {n}"
        set: { who: she }
  sales:
    describe: d
    value: money
    key: [company, period, currency]
    key carries: yes
    find: |
      {company:name} sold {n}
      against {n}
    event: any
)";

constexpr Row kRows[] = {
    {"The blast killed at least 130 people.", "deaths.all=at least 130"},
    // sums and differences
    {"It killed 3 women and a child.", "deaths.all=4"},
    {"It killed at least 3 men and two women.", "deaths.all=at least 5"},
    {"12 people shot, two fatally.", "injured=10"},
    // values without a number
    {"The toll will rise.", "deaths.all=an unsaid number (projected)"},
    {"A lone gunman fled.", "attackers=1"},
    // kinds and keys
    {"Police killed four gunmen.", "deaths.attackers=4\nattackers=4"},
    {"Eleven people including four gunmen were held.", "held.total=11\nheld.gunmen=4"},
    {"Red Dawn claimed it.", "blame.claimed=Red Dawn"},
    {"Ostmark denied it.", "blame.denied[Ostmark]=Ostmark"},
    {"President Ana Ruiz won 42 percent.", "share[Ana Ruiz]=42%"},
    // a pronoun stands for whom the pack told of last
    {"Ana Ruiz won 42 percent. In Sund she won 51 percent.",
     "share[Ana Ruiz]=42%\nshare[Ana Ruiz]=51%"},
    {"In Sund she won 51 percent.", "share=51%"},
    // a period right behind the figure is the figure's, one before it the sentence's
    {"In the second quarter of 2025 Norvik sold $5 million.",
     "sales[Norvik Q2 2025 USD]=5 million dollars"},
    {"In 2025 Norvik sold $5 million against $4 million in 2024.",
     "sales[Norvik 2025 USD]=5 million dollars\nsales[Norvik 2024 USD]=4 million dollars"},
    // unless
    {"He killed 20 hours there.", ""},
    {"Some 40 people were killed every year.", ""},
    // a number after "including" is a part unless the phrase says so itself
    {"The toll rose to 137, including three killed by smoke.", "deaths.all=137"},
    {"Hundreds fled, including 12 dead.", "deaths.all=12"},
    // one number feeds one kind once; the more literal words win
    {"60 killed, 145 wounded", "deaths.all=60\ninjured=145"},
    {"40 people wounded by stones", "struck=40"},
    {"The toll, 12, and 30 killed.", "deaths.all=30"},
    // several figures in one sentence all count
    {"It killed 12 in Oria and killed 30 in Sund.", "deaths.all=12\ndeaths.all=30"},
};

TEST(Binding, ReadsFacts) {
  const ReadingDesk desk(kRules);
  for (const Row& row : kRows) {
    EXPECT_EQ(desk.read(row.text), row.facts) << row.text;
  }
  for (const Diagnostic& complaint : desk.complaints()) {
    EXPECT_NE(complaint.severity, Severity::error) << complaint.message;
  }
}

/// A long list of figures was read through anew for each of them.
TEST(Binding, OneNameIsCarriedToAllTheFiguresOfALongText) {
  const ReadingDesk desk(kRules);
  constexpr std::size_t kFigures = 20000;
  std::string before;
  for (std::size_t i = 0; i < kFigures; ++i) {
    before += "That is against $4 million. ";
  }
  Document document;
  document.text = before + "In 2025 Norvik sold $5 million. " + before;
  const std::vector<Fact> facts = desk.facts(document);
  ASSERT_EQ(facts.size(), 2 * kFigures + 1);
  EXPECT_EQ(facts.front().key, "Norvik 2025 USD");
  EXPECT_EQ(facts.back().key, "Norvik 2025 USD");
}

TEST(Binding, KeepsWhatWasSetAsideWhenAsked) {
  const ReadingDesk desk(kRules);
  EXPECT_EQ(desk.read("He killed 20 hours there.", {}, {.keep_excluded = true}), "");
  EXPECT_EQ(desk.read("40 people were killed each year.", {}, {.keep_excluded = true}),
            "deaths.all=40 (excluded by desk.yaml:31)");
}

TEST(Binding, SpansAndUnit) {
  const ReadingDesk desk(kRules);
  Document document;
  document.text = "In Oria, it killed at least 3 men and two women.";
  const auto facts = desk.facts(document);
  ASSERT_EQ(facts.size(), 1U);
  const auto text = [&](Span span) { return document.text.substr(span.begin, span.size()); };
  EXPECT_EQ(text(facts[0].filler), "at least 3 men and two");
  EXPECT_EQ(text(facts[0].extent), "killed at least 3 men and two women");
  EXPECT_EQ(text(facts[0].sentence), document.text);
  EXPECT_TRUE(facts[0].derived);
  EXPECT_EQ(std::get<Quantity>(facts[0].value).unit, "person");
}

TEST(Binding, CountsWhichPhrasesMatched) {
  const RuleSet rules = [] {
    Diagnostics complaints;
    return rules::load_text("desk.yaml", kRules, complaints);
  }();
  Lexicon lexicon;
  normalize::add_vocabulary(lexicon);
  Diagnostics complaints;
  const extract::Matcher matcher(rules, lexicon, complaints);
  const normalize::Reader reader(lexicon);
  Document document;
  document.text = "A lone gunman came. A lone gunman fled.";
  TokenizedText tokens;
  tokenize::tokenize(document, lexicon, tokens);
  std::vector<Fact> facts;
  std::vector<extract::PhraseUse> uses;
  extract::extract(
      document, tokens, matcher,
      [&](Range range, std::vector<ValueMention>& out) {
        out.clear();
        reader.read(document.text, tokens, range, {}, {}, out);
      },
      {}, facts, &uses);
  ASSERT_EQ(uses.size(), 1U);
  EXPECT_EQ(uses[0].matches, 2U);
}

}  // namespace
}  // namespace concord
