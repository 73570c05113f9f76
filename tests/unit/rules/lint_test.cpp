#include <string>

#include <gtest/gtest.h>

#include "rules/rules.h"
#include "said.h"

namespace concord::rules {
namespace {

std::string linted(std::string_view body) {
  Diagnostics diagnostics;
  const RuleSet rules =
      load_text("t.yaml", "factrules: 1\npack: p\n" + std::string(body), diagnostics);
  EXPECT_EQ(said(diagnostics), "") << body;
  lint(rules, parse_iso8601("2026-06-15")->utc, diagnostics);
  return said(diagnostics);
}

/// A fact with these phrases, at line 8, column 7, and the examples it needs.
std::string with_phrases(std::string_view lines) {
  return "facts:\n  a:\n    describe: x\n    value: count\n    find: |\n" + std::string(lines) +
         "    examples:\n      - { text: x, get: 3 }\n      - { text: x, get: nothing }\n";
}

struct Row {
  std::string_view lines;
  std::string_view expected;
};

constexpr Row kPhrases[] = {
    {"      {n} killed\n", ""},
    {"      {n} (killed|of)\n", "8:7 W421 `{n} (killed|of)`\n"},
    {"      {n} [killed]\n", "8:7 E420 `{n} [killed]`\n"},
    {"      {n} (killed|[dead])\n", "8:7 E420 `{n} (killed|[dead])`\n"},
    {"      {n} of the killed\n", ""},
    {"      {who:name} , {n}\n", ""},
    {"      {n} , {p:percent}\n", ""},
    {"      {n} at the\n", "8:7 W421 `{n} at the`\n"},
    {"      {n} \"at the\"\n", "8:7 W421 `{n} \"at the\"`\n"},
    {"      {n} \"at Harrow\"\n", ""},
    {"      {n} <count> , !killed\n", "8:7 E420 `{n} <count> , !killed`\n"},
    {"      ... {n} killed\n", "8:7 E422 `...`\n"},
    {"      [...3] {n} killed\n", "8:8 E422 `...`\n"},
    {"      {n} killed [...3]\n", "8:19 E422 `...`\n"},
    {"      {n} ...2 ...3 killed\n", "8:16 E422 `...`\n"},
    {"      {n} ...2 [who] ...3 killed\n", "8:22 E422 `...`\n"},
    {"      {n} ...2 !(a|b) ...3 killed\n", "8:23 E422 `...`\n"},
    {"      {n} [who ...5] killed\n", ""},
    {"      {n} (killed ...|dead)\n", "8:19 E422 `...`\n"},
    {"      {n} found~\n", "8:11 W422 `found~`\n"},
    {"      {n} (kill~|left~)\n", "8:18 W422 `left~`\n"},
    {"      {n} wound~\n", ""},
    {"      (kill~|trampl~|involve~) {n}\n", "8:14 W422 `trampl~`\n"},
    {"      (reduc~|argu~|propos~|announc~) {n}\n",
     "8:8 W422 `reduc~`\n8:15 W422 `argu~`\n8:21 W422 `propos~`\n8:29 W422 `announc~`\n"},
    {"      (pass~|focus~|total~|sync~|panic~|menu~|kidnap~|call~) {n}\n", ""},
    {"      # found~\n      {n} lay~\n", ""},
    {"      {n} found~ # quiet: W422 because towns are founded here\n", ""},
    {"      # quiet: W422, W421 because both happen\n      {n} (found~|of)\n", ""},
    {"      {n} killed # quiet: W421 because nothing\n",
     "8:18 W490 `# quiet: W421 because nothing`\n"},
    {"      {n} found~ # quiet: W422\n", "8:11 W422 `found~`\n8:18 E491 `# quiet: W422`\n"},
    {"      - {n} killed\n", "8:7 W424 `-`\n"},
    {"      - {n} killed\n      - {n} lost\n", "8:7 W424 `-`\n"},
    {"      {n} killed\n      - long {n} siege\n", ""},
    {"      - {n} killed - not lost\n", ""},
    {"      {n} - magnitude killed\n", ""},
    {"      {n} were killed.\n", "8:22 W424 `.`\n"},
    {"      {n} killed in the U.S.\n", ""},
    {"      {n} .. killed\n", "8:11 W424 `..`\n"},
    {"      {n} ..3 killed\n", "8:11 W424 `..3`\n"},
    {"      {n} (killed, shot)\n", "8:18 W424 `,`\n"},
    {"      {n} (people, all of them|men) killed\n", ""},
    {"      {n} ... 3 killed\n", "8:11 W424 `... 3`\n"},
    {"      {n} ...3 killed\n", ""},
    {"      {n} ... 30th killed\n", ""},
    {"      - {n} killed # quiet: W424 because of lists\n", ""},
    {"      {n} killed # quiet: W999 because x\n", "8:18 E491 `# quiet: W999 because x`\n"},
};

TEST(Lint, FindsUnwisePhrases) {
  for (const Row& row : kPhrases) {
    EXPECT_EQ(linted(with_phrases(row.lines)), row.expected) << row.lines;
  }
}

TEST(Lint, TakesListsForAnchors) {
  const std::string lists =
      "lists:\n  town: { Harrow: [Harrow], Ely: [Ely] }\n  odd: { The: [the] }\n";
  EXPECT_EQ(linted(lists + with_phrases("      {n} <town> <odd>\n")), "");
  EXPECT_EQ(linted(lists + with_phrases("      {n} {t:town} {o:odd}\n")), "");
  EXPECT_EQ(linted(lists + with_phrases("      {n} <odd>\n")),
            "11:7 W421 `{n} <odd>`\n4:3 W430 `town`\n");
}

constexpr Row kRules[] = {
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\" }",
     "4:3 E310 `a`\n4:3 E311 `a`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\",\n"
     "       examples: [{ text: x, get: 1 }] }",
     "4:3 E311 `a`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\",\n"
     "       examples: [{ text: x, get: nothing }] }",
     "4:3 E310 `a`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\", event: atack,\n"
     "       exclusive with: [b],\n"
     "       examples: [{ text: x, get: nothing }, { text: x, get: 1 }] }",
     "5:25 E440 `b`\n4:60 E441 `atack`\n"},
    {"facts:\n  a:\n    describe: x\n    value: count\n    key: who\n    kinds: [all, some]\n"
     "    find: \"{n} dead\"\n    default kind: all\n    event: any\n    examples:\n"
     "      - text: x\n        get: { soem: 1 }\n      - { text: x, get: nothing }",
     "14:16 E442 `soem`\n8:18 E443 `some`\n"},
    {"checks:\n  c:\n    must: deaths <= 3\n    examples:\n"
     "      - { given: { deaths: 4 }, verdict: broken }\n",
     "4:3 E311 `c`\n5:11 E440 `deaths`\n"},
    {"facts:\n  a: { describe: x, value: count, find: \"{n} dead\",\n"
     "       examples: [{ text: x, get: nothing }, { text: x, get: { all: 1 } }] }",
     "5:64 E442 `all`\n"},
    {"contexts:\n  war: { becomes: { deaths: period_deaths }, cue: war }\n",
     "4:21 E440 `deaths`\n4:29 E440 `period_deaths`\n"},
    {"contexts:\n  war: { mode: possible, cue: war, not for: [deaths] }\n", "4:46 E440 `deaths`\n"},
    {"phrases:\n  used: word\n  unused: other <used>\n", "5:3 W430 `unused`\n"},
    {"lists:\n  town: { Ely: [Ely] }\n", "4:3 W430 `town`\n"},
    {"lists:\n  # quiet: W430 because the engine asks for it\n  town: { Ely: [Ely] }\n", ""},
};

TEST(Lint, FindsUnwiseRules) {
  for (const Row& row : kRules) {
    EXPECT_EQ(linted(row.lines), row.expected) << row.lines;
  }
}

/// The key or kind would stay empty, and figures of different ones would be compared.
TEST(Lint, KeysAndKindsThatNoPhraseGives) {
  const std::string examples = "    examples: [{ text: x, get: 1 }, { text: x, get: nothing }]\n";
  const std::string head = "facts:\n  a:\n    describe: x\n    value: count\n";
  const std::string check =
      "checks:\n  c:\n    must: a <= 3\n    examples:\n"
      "      - { given: { a: 4 }, verdict: broken }\n      - { given: { a: 2 }, verdict: holds }\n";
  const std::string two =
      "    find:\n      - { phrases: \"{n} dead\", set: { who: all } }\n"
      "      - { phrases: \"{n} lost\", set: { who: some } }\n";
  const std::pair<std::string, std::string> rows[] = {
      {head + "    key: who\n    find: \"{party:name} has {n}\"\n" + examples, "7:10 E443 `who`\n"},
      {head + "    key: party\n    find: \"{party:name} has {n}\"\n" + examples, ""},
      {head + "    key: who\n    key from subject: yes\n    find: \"{n} dead\"\n" + examples, ""},
      {head + "    key: who\n    kinds: [all, some]\n    find: \"{n} dead {some:count} hurt\"\n" +
           examples,
       "8:13 E443 `all`\n"},
      {head + "    key: who\n    kinds: [all, some]\n" + two + examples, ""},
      {head + "    key: who\n    kinds: [all, some]\n" + two + examples + check,
       "15:11 E442 `a`\n"},
      {head + "    key: who\n    kinds: [all, some]\n    default kind: all\n" + two + examples +
           check,
       ""},
      {head +
           "    key: who\n    kinds: [all, some]\n    default kind: all\n"
           "    find: \"{who:name} has {n} dead\"\n" +
           examples,
       "10:13 E442 `who`\n"},
      {head + "    find: \"{n} dead\"\n"
              "    examples: [{ text: x, get: 1, key: Ely }, { text: x, get: nothing }]\n",
       "8:40 E442 `Ely`\n"},
  };
  for (const auto& [rule, expected] : rows) {
    EXPECT_EQ(linted(rule), expected) << rule;
  }
}

/// Each is loaded as it stands, and then matches nothing or only a part of what was meant.
TEST(Lint, MarksThatMeanSomethingElseInAPhrase) {
  const Row rows[] = {
      {"      {n} workers/nurses left\n", "8:18 W424 `/`\n"},
      {"      {n} km/h gusts\n", ""},
      {"      {n} (workers or nurses) left\n", "8:20 W424 `or`\n"},
      {"      {n} (one or two injured|killed)\n", ""},
      {"      {n} worker(s) left\n", "8:17 W424 `(`\n"},
      {"      {n} workers [(who|that) left]\n", ""},
      {"      {n}% of workers\n", "8:10 W424 `%`\n"},
      {"      €{n} fine\n", "8:7 W424 `€`\n"},
      {"      {n} workers and {n} nurses left\n", "8:23 E321 `{n}`\n"},
      {"      ({n} workers|{n} nurses) left\n", ""},
      {"      {n} workers [, {n} in all]\n", "8:22 E321 `{n}`\n"},
      {"      {n} workers and {m} nurses left\n", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(linted(with_phrases(row.lines)), row.expected) << row.lines;
  }
}

/// An `unless` line captures nothing.
TEST(Lint, ASlotTwiceInAnUnlessLine) {
  EXPECT_EQ(linted(with_phrases("      {n} killed\n    unless: |\n      {n} killed, {n} hurt\n")),
            "");
}

TEST(Lint, ASlotCalledLikeASharedPhrase) {
  const std::string shared = "phrases:\n  crew: (men|women)\n";
  EXPECT_EQ(linted(shared + with_phrases("      {n} {crew} of <crew>\n")), "10:11 W424 `{crew}`\n");
  EXPECT_EQ(linted(shared + with_phrases("      {n} <crew> of {x:name}\n")), "");
}

/// What else names a fact that was left out for its errors is not wrong as well.
TEST(Lint, WhoNamesAFactWithErrorsIsNotBlamed) {
  Diagnostics diagnostics;
  const RuleSet rules = load_text("p/t.yaml", R"(factrules: 1
pack: p
facts:
  a:
    describe: x
    value: count
    find: |
      {n} (killed
change:
  - in: p
    fact: a
    set severity: note
    because: x
  - in: p
    fact: aa
    set severity: note
    because: x
checks:
  c:
    must: a.one + a.two < b.one + b.two
    examples:
      - { given: { a.one: 4 }, verdict: broken }
      - { given: { a.two: 4 }, verdict: holds }
events:
  blast: { nouns: blast, expects: [a] }
contexts:
  feared: { mode: possible, cue: feared, applies to: [a] }
)",
                                  diagnostics);
  lint(rules, std::nullopt, diagnostics);
  EXPECT_EQ(said(diagnostics), "8:11 E301 `(killed`\n15:11 E209 `aa`\n20:27 E440 `b`\n");
  EXPECT_TRUE(is_written(rules, "a"));
  EXPECT_TRUE(is_written(rules, "c"));
  EXPECT_FALSE(is_written(rules, "b"));
}

TEST(Lint, AFactOfAFileThatIsNoYamlIsWritten) {
  Diagnostics diagnostics;
  const RuleSet rules =
      load_text("t.yaml", "factrules: 1\npack: p\nfacts:\n  a: [b [c], d]\n", diagnostics);
  EXPECT_TRUE(is_written(rules, "a"));
  EXPECT_FALSE(is_written(rules, "b"));
}

TEST(Lint, NamesAreMarkedWhereTheyStand) {
  EXPECT_EQ(linted("events:\n  attack:\n    nouns: attack\n    known:\n"
                   "      Tern siege: { date: 2004-09-01, figures: { deths: 3 } }\n"
                   "    expects: [deths]\n"),
            "8:15 E440 `deths`\n7:50 E440 `deths`\n");
  EXPECT_EQ(linted("sources:\n  groups:\n    official: [police]\n    agency: [Ternpress]\n"
                   "  authority:\n    deths: [offical, agency, police, Offical News, others]\n"),
            "8:5 E440 `deths`\n8:13 W433 `offical`\n");
}

TEST(Lint, ATextThatEndsAtAHash) {
  const std::string head =
      "facts:\n  a:\n    describe: x\n    value: count\n    find: \"{n} dead\"\n    examples:\n"
      "      - text: 3 dead.\n        get: 3\n";
  EXPECT_EQ(linted(head + "      - text: In Barn #4 3 were dead.\n        get: nothing\n"),
            "11:23 W425 `#4 3 were dead.`\n");
  EXPECT_EQ(linted(head + "      - text: 'In Barn #4 3 fell.'\n        get: nothing\n"), "");
  EXPECT_EQ(linted(head + "      - text: It rained.  # nobody\n        get: nothing\n"), "");
  EXPECT_EQ(linted(head + "      - text: It rained.\n        get: nothing #nobody\n"), "");
}

TEST(Lint, ComparesGivenFiguresWithTheCheck) {
  const std::string facts = with_phrases("      {n} killed\n") + "checks:\n  c:\n";
  const std::string examples =
      "    examples:\n      - { given: { a in headline: 1, sum of a: 2 }, verdict: holds }\n"
      "      - { given: { a in headlne: 1 }, verdict: broken }\n";
  EXPECT_EQ(linted(facts + "    must: a in headline <= sum of a\n" + examples),
            "17:20 E320 `a in headlne`\n");
}

struct ChangeRow {
  std::string change;
  std::string expected;
};

TEST(Lint, ChangesThatArePassedOrIdle) {
  const ChangeRow rows[] = {
      {"set severity: error\n    because: x\n    until: 2026-12-31", ""},
      {"set severity: error\n    because: x\n    until: 2026-06-15", ""},
      {"set severity: error\n    because: x\n    until: 2026-06-14", "21:12 W431 `2026-06-14`\n"},
      {"set severity: warning\n    because: x", "19:19 W432 `warning`\n"},
      {"add to phrases: killed {n}\n    because: x", "19:21 W432 `killed {n}`\n"},
      {"add to unless: \"{n} sheep lost\"\n    because: x", ""},
      {"because: x", "17:5 W432 `i`\n"},
      {"take out: killed {n}\n    because: x", ""},
  };
  for (const ChangeRow& row : rows) {
    Diagnostics diagnostics;
    const RuleSet rules =
        load_text("p/t.yaml",
                  "factrules: 1\npack: p\n" + with_phrases("      killed {n}\n      {n} lost\n") +
                      "\n\nchange:\n\n  - in: p\n    fact: a\n    " + row.change + "\n",
                  diagnostics);
    lint(rules, parse_iso8601("2026-06-15T12:00Z")->utc, diagnostics);
    EXPECT_EQ(said(diagnostics), row.expected) << row.change;
  }
}

}  // namespace
}  // namespace concord::rules
