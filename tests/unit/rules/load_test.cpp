#include <string>

#include <gtest/gtest.h>

#include "rules/rules.h"
#include "said.h"

namespace concord::rules {
namespace {

constexpr std::string_view kHead = "factrules: 1\npack: p\n";

RuleSet load_with_head(std::string_view body, Diagnostics& diagnostics) {
  return load_text("t.yaml", std::string(kHead) + std::string(body), diagnostics);
}

constexpr std::string_view kWhole = R"(
lists:
  armed_group:
    ISIS-K: [(ISIS-K|ISKP), Islamic State Khorasan]
    Islamic State: { part of: ISIS-K, written: ['"IS"', Islamic State] }
phrases:
  people: (people|men|<youth>)
  youth: (boys|girls)
facts:
  deaths:
    describe: People killed
    value: count
    unit: person
    find:
      - phrases: |
          kill~ {n} [<people>]
          # a comment
          {n} <armed_group> dead !<count>
      - phrases: kill~ {n} <people> and {more} <people>
        value: n + more
        in: [headline, lead]
        quotes: skip
      - phrases: a lone victim died
        set: { n: 1, mode: possible }
    unless: kill~ {n} hours
    exclusive with: [injured]
    event: attack
    compare:
      agree: within 5%
      trend: only rises
      stale after: 6 hours
      floor_within: 20%
      prefer: [health ministry]
      narrower agrees: ISIS-K is part of Islamic State
      severity: error
    say: "{source} has {n}"
    examples:
      - text: It killed 3 people.
        get: 3
        event: main
        mode: stated
        by: police
      - { text: Nothing., get: nothing, todo: true }
  claims:
    describe: Who said so
    value: armed_group
    kind: stance
    kinds: [claimed, denied]
    key for: [denied]
    default kind: claimed
    find:
      phrases: "{g} claimed it"
      set: { stance: claimed }
checks:
  adds-up:
    must: highest deaths.all in headline + 3 - sum of claims from "tass.com" <= 1.5 within 10%
    within: article
    severity: note
    examples:
      - given: { deaths.all in headline: at least 3 }
        verdict: holds
contexts:
  denied: { cue: '(denied|denies) [that]', reaches: both, stops at: but, at most: 8 words, applies to: [deaths] }
  hoped: { mode: possible, cue: hoped }
events:
  attack:
    nouns: (attack|raid)
    told apart by: [place, date]
    compared with: (since|than)
    background: in (a|an) earlier <nouns>
    known:
      Beslan siege: { place: Beslan, date: 2004-09-01, also: [school siege] }
    expects: [deaths]
attribution:
  phrases: |
    according to {s}
sources:
  groups: { agency: [tass.com] }
  authority: { deaths: [agency, others] }
  copies of: { reuters.com: [yahoo.com] }
  party: [Islamic State]
change:
  - in: world/p
    fact: deaths
    add to phrases: "{n} bodies found"
    set severity: note
    because: desk decision
    until: 2026-12-31
)";

TEST(LoadText, ReadsEverySection) {
  Diagnostics diagnostics;
  const RuleSet rules = load_with_head(kWhole, diagnostics);
  ASSERT_EQ(said(diagnostics), "");
  ASSERT_EQ(rules.lists.size(), 1U);
  EXPECT_EQ(rules.lists[0].entries[1].part_of, "ISIS-K");
  EXPECT_EQ(drawn(rules.lists[0].entries[1].written[0].root), "\"IS\"");
  ASSERT_EQ(rules.facts.size(), 2U);
  const FactRule& deaths = rules.facts[0];
  EXPECT_EQ(deaths.pack, "p");
  ASSERT_EQ(deaths.find.size(), 4U);  // with the change
  EXPECT_EQ(drawn(deaths.find[0].phrases[0].root),
            "{/kill kills killed killing/ $n [/boys girls people men/]}");
  EXPECT_EQ(drawn(deaths.find[0].phrases[1].root), "{$n <armed_group> dead !<type count>}");
  EXPECT_EQ(deaths.find[0].phrases[1].where, (RulePosition{0, 20, 11}));
  EXPECT_EQ(deaths.find[1].sum, (std::vector<std::string>{"n", "more"}));
  EXPECT_EQ(deaths.find[1].in, (std::vector<Part>{Part::headline, Part::lead}));
  EXPECT_EQ(deaths.find[1].quotes, QuotePolicy::skip);
  EXPECT_EQ(deaths.find[2].set.at("n"), "1");
  EXPECT_EQ(deaths.find[2].set.at("mode"), "possible");
  EXPECT_EQ(deaths.find[3].phrases[0].written, "{n} bodies found");
  EXPECT_EQ(deaths.unless.size(), 1U);
  EXPECT_EQ(deaths.compare.agree, Agree::within);
  EXPECT_EQ(deaths.compare.tolerance, Decimal(5));
  EXPECT_TRUE(deaths.compare.tolerance_is_percent);
  EXPECT_EQ(deaths.compare.trend, RuleTrend::only_rises);
  EXPECT_EQ(deaths.compare.stale_after, 21600);
  EXPECT_EQ(deaths.compare.floor_within, Decimal(20));
  EXPECT_EQ(deaths.compare.part_of[0].second, "Islamic State");
  EXPECT_EQ(deaths.compare.severity, Severity::note);  // the change
  EXPECT_EQ(deaths.compare.ignore,
            (std::vector<Mode>{Mode::possible, Mode::projected, Mode::denied}));
  ASSERT_EQ(deaths.examples.size(), 2U);
  EXPECT_EQ(deaths.examples[0].get[0].value, "3");
  EXPECT_EQ(deaths.examples[0].by, "police");
  EXPECT_TRUE(deaths.examples[1].nothing);
  EXPECT_TRUE(deaths.examples[1].todo);
}

TEST(LoadText, ReadsKindsAndKeys) {
  Diagnostics diagnostics;
  const RuleSet rules = load_with_head(kWhole, diagnostics);
  ASSERT_EQ(rules.facts.size(), 2U);
  const FactRule& claims = rules.facts[1];
  EXPECT_EQ(claims.kind_slot, "stance");
  EXPECT_EQ(claims.key, "stance");
  EXPECT_EQ(claims.default_kind, "claimed");
  EXPECT_EQ(claims.key_for, std::vector<std::string>{"denied"});
  EXPECT_EQ(rules.facts[0].key, "");
  EXPECT_EQ(rules.facts[0].kind_slot, "");
}

TEST(LoadText, ReadsTheWorld) {
  Diagnostics diagnostics;
  const RuleSet rules = load_with_head(kWhole, diagnostics);
  ASSERT_EQ(rules.contexts.size(), 2U);
  EXPECT_EQ(rules.contexts[0].mode, Mode::denied);
  EXPECT_EQ(rules.contexts[0].reach, Reach::both);
  EXPECT_EQ(rules.contexts[0].at_most, 8);
  EXPECT_EQ(rules.contexts[1].mode, Mode::possible);
  ASSERT_EQ(rules.events.size(), 1U);
  EXPECT_EQ(drawn(rules.events[0].background[0].root), "{in /a an/ earlier /attack raid/}");
  EXPECT_EQ(rules.events[0].known[0].written.size(), 2U);
  ASSERT_EQ(rules.attributions.size(), 1U);
  EXPECT_EQ(rules.sources.copies_of.at("reuters.com"), std::vector<std::string>{"yahoo.com"});
  EXPECT_EQ(rules.sources.party, std::vector<std::string>{"Islamic State"});
}

TEST(LoadText, ReadsChecks) {
  Diagnostics diagnostics;
  const RuleSet rules = load_with_head(kWhole, diagnostics);
  ASSERT_EQ(rules.checks.size(), 1U);
  const CheckExpression& must = rules.checks[0].must;
  ASSERT_EQ(must.left.size(), 3U);
  EXPECT_EQ(must.left[0].pick, Pick::highest);
  EXPECT_EQ(must.left[0].kind, "all");
  EXPECT_EQ(must.left[0].part, Part::headline);
  EXPECT_EQ(must.left[1].number, Decimal(3));
  EXPECT_TRUE(must.left[2].negative);
  EXPECT_TRUE(must.left[2].all_keys);
  EXPECT_EQ(must.left[2].from, "tass.com");
  EXPECT_EQ(must.comparison, Comparison::at_most);
  EXPECT_EQ(must.right[0].number, Decimal(15, -1));
  EXPECT_EQ(must.tolerance, Decimal(10));
  EXPECT_TRUE(must.tolerance_is_percent);
  EXPECT_EQ(rules.checks[0].within, CheckWithin::article);
  EXPECT_EQ(rules.checks[0].examples[0].given.at("deaths.all in headline"), "at least 3");
}

struct Row {
  std::string_view yaml;  // below the two lines of the head
  std::string_view expected;
};

constexpr Row kBad[] = {
    // top level
    {"fcats: {}", "3:1 E201 `fcats`\n"},
    {"status: finished", "3:9 E204 `finished`\n"},
    {"facts: 3", "3:8 E202 `3`\n"},
    {"checks: []", "3:9 E202 `[`\n"},
    // words
    {"phrases:\n  a: <b>\n  b: <c>\n  c: <a>", "6:6 E304 `<a>`\n"},
    {"phrases:\n  a: x\nlists:\n  a: { B: [c] }", "6:3 E206 `a`\n  note 4:3\n"},
    {"phrases:\n  count: x", "4:3 E206 `count`\n"},
    {"phrases:\n  1a: x", "4:3 E207 `1a`\n"},
    {"phrases:\n  people: (a|b)\n  who: <poeple>", "5:8 E303 `<poeple>`\n"},
    {"phrases:\n  bad: (a|b\n  who: <bad>", "4:8 E301 `(a|b`\n"},
    {"lists:\n  a: { B: [c <count>] }", "4:14 E316 `<`\n"},
    {"lists:\n  a: { B: { writen: [c] } }", "4:8 E203 `B`\n4:13 E201 `writen`\n"},
    {"lists:\n  a: { B: { part of: C, written: [c] } }", "4:22 E204 `C`\n"},
    // facts
    {"facts:\n  a: { value: count, find: \"{n} dead\" }", "4:3 E203 `a`\n"},
    {"facts:\n  a: { describe: x, value: cuont, find: \"{n} dead\" }", "4:28 E212 `cuont`\n"},
    {"facts:\n  a: { describe: x, value: count }", "4:3 E203 `a`\n"},
    {"facts:\n  a: { describe: x, value: count, find: some words }", "4:41 E317 `some words`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n:cuont} dead\" }",
     "4:42 E212 `{n:cuont}`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: |\n      {n} dead\n      {n} "
     "(dead",
     "9:11 E301 `(dead`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find:\n"
     "      - { phrases: \"{n} dead\", value: n + more }",
     "8:39 E210 `n + more`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find:\n"
     "      - { phrases: \"{n} dead\", set: { who: x } }",
     "8:39 E210 `who`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    key: who\n    kinds: [gunmen, others]\n"
     "    find:\n      - { phrases: \"{n} dead\", set: { who: gunman } }",
     "10:44 E204 `gunman`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n"
     "    compare: { agree: rangs overlap, trend: rises, stale after: soon }",
     "8:23 E204 `rangs overlap`\n8:45 E204 `rises`\n8:65 E205 `soon`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n"
     "    compare: { agree: within 2 hours, floor within: 20 }",
     "8:23 E205 `within 2 hours`\n8:53 E205 `20`\n"},
    {"facts:\n  a: { describe: x, value: measure, find: \"{n} acres\" }", "4:3 E203 `a`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n"
     "    examples:\n      - { text: x, got: 1 }",
     "9:9 E203 `{`\n9:20 E201 `got`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\" }\n"
     "  b: { describe: x, value: count, find: \"[{n} dead\" }",
     "5:42 E301 `[{n} dead`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n"
     "    say: \"{sorce} has {n}; {other} has {other.nn}\"",
     "8:10 E213 `\"{sorce} has {n}; {other} has {other.nn}\"`\n"
     "8:10 E213 `\"{sorce} has {n}; {other} has {other.nn}\"`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n"
     "    say: \"{source}: {kind} {key} {n}; {other}: {other.n}\"",
     ""},
    {"facts:\n  a: { describe: x, value: measure, unit: hectar, find: \"{n} lost\" }",
     "4:43 E204 `hectar`\n"},
    {"facts:\n  a: { describe: x, value: measure, unit: hectare, find: \"{n} lost\" }", ""},
    {"facts:\n  a: { describe: x, value: count, unit: hectar, find: \"{n} lost\" }", ""},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find:\n"
     "      - { phrases: \"{n} dead\", value: n * 2 }",
     "8:39 E210 `n * 2`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: >\n      {n} dead\n      {n} "
     "lost\n",
     "7:11 E214 `>`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find:\n      killed {n}\n      lost "
     "{n}\n",
     "8:7 E214 `k`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: >\n      {n} dead\n    event: "
     "any\n",
     ""},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: |\n      \"{n} men\"\n",
     "8:7 E317 `\"{n} men\"`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\", compare: { agree: same name } "
     "}",
     "4:71 E204 `same name`\n"},
    {"facts:\n  a: { describe: x, value: name, find: \"{n} led\", compare: { agree: same name } }",
     ""},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find:\n"
     "      - { phrases: a lone walker fell, set: { n: 1 } }",
     ""},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find:\n"
     "      - { phrases: all walkers fell, set: { n: twelvee } }",
     "8:48 E205 `twelvee`\n"},
    {"facts:\n  a:\n    describe: x\n    value: money\n    unit: dollars\n    find: fined {n}\n",
     "7:11 E201 `dollars`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n"
     "    key from subject: yes",
     "8:23 E203 `yes`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: \"{who:name} {n}\"\n"
     "    key: who\n    key carries: maybe",
     "9:18 E204 `maybe`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    event:\n    find: \"{n} dead\"\n",
     "7:5 E202 ``\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n    default kind: "
     "all",
     "8:19 E203 `all`\n"},
    {"checks:\n  my check: { must: a <= 9 }", "4:3 E207 `my check`\n"},
    // checks
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\" }\n"
     "checks:\n  c: { must: highest a <= 9, say: \"{highest a} {a} {source}\" }",
     "6:35 E213 `\"{highest a} {a} {source}\"`\n"},
    {"checks:\n  c: { must: a + = b }", "4:18 E208 `=`\n"},
    {"checks:\n  c: { must: a b }", "4:16 E208 `b`\n"},
    {"checks:\n  c: { must: a in footer = b }", "4:19 E208 `footer`\n"},
    {"checks:\n  c: { must: a = b c }", "4:20 E208 `c`\n"},
    {"checks:\n  c: { must: a <= b within soon }", "4:28 E208 `soon`\n"},
    {"checks:\n  c: { must: sum a = 1 }", "4:18 E208 `a`\n"},
    // contexts, events, attribution
    {"contexts:\n  hoped: { cue: hoped }", "4:3 E203 `hoped`\n"},
    {"contexts:\n  denied: { cue: denied, at most: 900 words }", "4:35 E205 `900 words`\n"},
    {"events:\n  a: { nouns: attack, told apart by: [color] }", "4:39 E204 `color`\n"},
    {"events:\n  a: { nouns: attack, known: { B siege: { date: someday } } }",
     "4:49 E205 `someday`\n"},
    {"attribution:\n  phrases: |\n    said someone", "5:5 E317 `said someone`\n"},
    // names
    {"facts:\n  3a: { describe: x, value: count, find: \"{n} dead\" }", "4:3 E207 `3a`\n"},
    {"lists:\n  a: { B: { part of: C, written: b }, C: { part of: B, written: c } }",
     "4:22 E304 `C`\n4:53 E304 `B`\n"},
    {"version: first", "3:10 E205 `first`\n"},
    // changes
    {"change:\n  - { in: p, fact: daeths, because: x }", "4:20 E209 `daeths`\n"},
    {"change:\n  - { in: p, because: x }", "4:5 E203 `{`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\" }\nchange:\n"
     "  - { in: p, fact: a, add to phrases: corpses were counted, because: x }",
     "6:39 E317 `corpses were counted`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\" }\nchange:\n"
     "  - { in: p, fact: a, set severity: none, because: x }",
     "6:37 E204 `none`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\" }\nchange:\n"
     "  - { in: p, fact: a, add to phrase: \"{n} lost\", because: x }",
     "6:23 E201 `add to phrase`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\" }\nchange:\n"
     "  - { in: p, fact: a, take out: \"{n} daed\", because: x }",
     "6:34 E209 `{n} daed`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\" }\nchange:\n"
     "  - { in: p, fact: a, add to cue: x, because: x }",
     "6:35 E201 `x`\n"},
    {"phrases:\n  folk: people\nchange:\n"
     "  - { in: p, phrase: fork, add to phrases: anglers, because: x }",
     "6:22 E209 `fork`\n"},
    {"change:\n  - { in: p, list: a, context: a, because: x }", "4:5 E203 `{`\n"},
};

TEST(LoadText, MarksWhatIsWrong) {
  for (const Row& row : kBad) {
    Diagnostics diagnostics;
    load_with_head(row.yaml, diagnostics);
    EXPECT_EQ(said(diagnostics), row.expected) << row.yaml;
  }
}

TEST(LoadText, OnlyTheEntriesOfACircleArePartsOfThemselves) {
  Diagnostics diagnostics;
  load_with_head(
      "lists:\n  a:\n"
      "    B: { part of: C, written: b }\n"
      "    C: { part of: D, written: c }\n"
      "    D: { part of: C, written: d }\n"
      "    E: { part of: B, written: e }\n",
      diagnostics);
  EXPECT_EQ(said(diagnostics), "6:19 E304 `D`\n7:19 E304 `C`\n");
}

/// 20,000 entries took minutes while each chain was walked anew.
TEST(LoadText, ALongChainOfPartsIsWalkedOnce) {
  constexpr int kEntries = 20000;
  std::string list = "lists:\n  a:\n";
  for (int i = 0; i < kEntries; ++i) {
    const std::string number = std::to_string(i);
    list += "    E" + number + ": { part of: E" + std::to_string(i + 1) + ", written: w" + number +
            " }\n";
  }
  Diagnostics diagnostics;
  const RuleSet rules =
      load_with_head(list + "    E" + std::to_string(kEntries) + ": last\n", diagnostics);
  EXPECT_EQ(said(diagnostics), "");
  ASSERT_EQ(rules.lists.size(), 1U);
  EXPECT_EQ(rules.lists[0].entries.size(), kEntries + 1U);
}

TEST(LoadText, ChangesOneLineAndCopiesNone) {
  Diagnostics diagnostics;
  const RuleSet rules = load_with_head(
      "phrases:\n  folk: people\n"
      "lists:\n  place: { Ely: [Ely] }\n"
      "facts:\n  a:\n    describe: x\n    value: count\n    find: |\n      {n} <folk> dead\n"
      "      {n} corpses\n    compare: { trend: only rises, stale after: 6 hours, ignore: denied "
      "}\n"
      "  b: { describe: x, value: count, find: \"{n} hurt\" }\n"
      "contexts:\n  denied: { cue: denied, applies to: [b] }\n  feared: { mode: possible, cue: "
      "feared, not for: [b] }\n"
      "change:\n"
      "  - { in: p, fact: a, take out: \"{n} corpses\", set compare: { stale after: 3 hours }, "
      "because: x }\n"
      "  - { in: p, phrase: folk, add to phrases: anglers, because: x }\n"
      "  - { in: p, context: denied, add to cue: rejected, add to applies to: [a], because: x }\n"
      "  - { in: p, list: place, add entries: { Ely: [Elye], Kelby: [Kelby] }, because: x }\n",
      diagnostics);
  ASSERT_EQ(said(diagnostics), "");
  const FactRule& fact = rules.facts[0];
  ASSERT_EQ(fact.find[0].phrases.size(), 1U);
  EXPECT_EQ(drawn(fact.find[0].phrases[0].root), "{$n /people anglers/ dead}");
  EXPECT_EQ(fact.compare.stale_after, 3 * 3600);
  EXPECT_EQ(fact.compare.trend, RuleTrend::only_rises);
  EXPECT_EQ(fact.compare.ignore, (std::vector<Mode>{Mode::denied}));
  EXPECT_EQ(rules.contexts[0].cues.size(), 2U);
  EXPECT_EQ(rules.contexts[0].applies_to, (std::vector<std::string>{"b", "a"}));
  EXPECT_EQ(rules.contexts[1].applies_to, (std::vector<std::string>{"a"}));
  ASSERT_EQ(rules.lists[0].entries.size(), 2U);
  EXPECT_EQ(rules.lists[0].entries[0].written.size(), 2U);
}

TEST(LoadText, KeepsTheRulesThatAreRight) {
  Diagnostics diagnostics;
  const RuleSet rules = load_with_head(
      "facts:\n"
      "  good: { describe: x, value: count, find: \"{n} dead\" }\n"
      "  bad: { describe: x, value: count, find: \"{n} (dead\" }\n"
      "  fine: { describe: x, value: count, find: \"{n} hurt\" }\n",
      diagnostics);
  ASSERT_EQ(rules.facts.size(), 2U);
  EXPECT_EQ(rules.facts[1].name, "fine");
  EXPECT_EQ(diagnostics.size(), 1U);
}

TEST(LoadText, AsksForTheVersionFirst) {
  Diagnostics diagnostics;
  EXPECT_TRUE(load_text("t.yaml", "factrules: 2\npack: p", diagnostics).facts.empty());
  load_text("t.yaml", "pack: p", diagnostics);
  load_text("t.yaml", "pack: p\nfactrules: 1", diagnostics);
  load_text("t.yaml", "", diagnostics);
  EXPECT_EQ(said(diagnostics), "1:12 E115 `2`\n1:1 E114 `pack`\n2:12 E114 `1`\n1:1 E112 ``\n");
}

TEST(LoadText, SuggestsNames) {
  const Row rows[] = {
      {"fcats: {}", "did you mean `facts`?"},
      {"fact: {}", "did you mean `facts`?"},
      {"quiet: []", "`quiet` stands in a file of one running story, below `story:`"},
      {"lists:\n  union: [Dockers]",
       "write `Name: [one way, another way]` lines below it, indented; words without a name of "
       "their own stand under `phrases:`"},
      {"facts:\n  a:\n    describe: x\n    value: count\n    find: |\n      {n} (dead # all",
       "add the closing bracket before the #, which begins a comment"},
      {"facts:\n  a:\n    describe: x\n    value: count\n    key: who\n    kinds: [one, two]\n"
       "    find:\n      - { phrases: \"{who:name} has {n}\", set: { kind: two } }",
       "write `who` here, or `kind: kind` beside `kinds:`"},
      {"phrases:\n  people: (a|b)\n  who: <poeple>", "did you mean `people`?"},
      {"facts:\n  a: { describe: x, value: cuont, find: \"{n} dead\" }", "did you mean `count`?"},
      {"facts:\n  a: { descrbe: x, value: count, find: \"{n} dead\" }", "did you mean `describe`?"},
      {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\", trend: free }",
       "`trend` stands below `compare:`"},
      {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\", compare: { say: x } }",
       "`say` stands beside `compare:`, not below it"},
      {"facts:\n  a: { describe: x, value: measure, unit: kilometers, find: \"{n} long\" }",
       "did you mean `kilometer`?"},
      {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\", say: \"{sorce}\" }",
       "did you mean `source`?"},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    load_with_head(row.yaml, diagnostics);
    ASSERT_FALSE(diagnostics.empty());
    EXPECT_EQ(diagnostics.back().help, row.expected) << row.yaml;
  }
}

TEST(LoadText, StopsAtPhrasesThatGrowTooLarge) {
  std::string yaml = "phrases:\n  p0: (a b|c)\n";
  for (int i = 1; i < 24; ++i) {
    const std::string inner = "<p" + std::to_string(i - 1) + ">";
    yaml += "  p" + std::to_string(i) + ": " + inner + " " + inner + "\n";
  }
  Diagnostics diagnostics;
  load_with_head(yaml, diagnostics);
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics[0].code, "E305");
}

TEST(LoadText, MakesDraftsSpeakSoftly) {
  Diagnostics diagnostics;
  const RuleSet rules = load_with_head(
      "status: draft\n"
      "facts:\n  a: { describe: x, value: count, find: \"{n} dead\", compare: { severity: error } "
      "}\n"
      "checks:\n  c: { must: a = 1, severity: error }\n",
      diagnostics);
  ASSERT_EQ(said(diagnostics), "");
  EXPECT_TRUE(rules.facts[0].draft);
  EXPECT_EQ(rules.facts[0].compare.severity, Severity::note);
  EXPECT_EQ(rules.checks[0].severity, Severity::note);
}

TEST(LoadText, ShowsOnlyAHundredComplaintsAFile) {
  std::string yaml = "facts:\n";
  for (int i = 0; i < 500; ++i) {
    yaml += "  f" + std::to_string(i) + ": 1\n";
  }
  Diagnostics diagnostics;
  load_with_head(yaml, diagnostics);
  ASSERT_EQ(diagnostics.size(), 100U);
  EXPECT_EQ(diagnostics.back().code, "E117");
}

}  // namespace
}  // namespace concord::rules
