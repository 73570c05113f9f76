#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rules.h"
#include "said.h"

namespace concord::rules {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

TEST(StoryTests, OneTestIsAFile) {
  Diagnostics diagnostics;
  const auto tests = read_story_tests({"core/tests/a.yaml", R"(test: two wires
articles:
  - { from: east, at: 2025-03-10 10:00, text: It killed 3 people. }
  - { from: west, title: Blast, text: It killed 3 people., item: x, version: 2 }
expect:
  - { fact: deaths, kind: all, pair: [east, west], verdict: same, figure: "3" }
)"},
                                      nullptr, diagnostics);
  EXPECT_EQ(said(diagnostics), "");
  ASSERT_THAT(tests, SizeIs(1));
  EXPECT_EQ(tests[0].name, "two wires");
  ASSERT_THAT(tests[0].articles, SizeIs(2));
  EXPECT_EQ(tests[0].articles[1].title, "Blast");
  EXPECT_EQ(tests[0].articles[1].version, 2U);
  ASSERT_THAT(tests[0].expect, SizeIs(1));
  EXPECT_THAT(tests[0].expect[0].pair, ElementsAre("east", "west"));
  EXPECT_EQ(tests[0].expect[0].line, 6U);
}

/// A key that is ignored hides the stories below it, and nothing would ever fail.
TEST(StoryTests, AFileOfStoriesIsReadWhole) {
  const std::pair<const char*, const char*> rows[] = {
      {"tests: []\npack: core\n", "2:1 E201 `pack`\n"},
      {"tests: all\n", "1:8 E202 `all`\n"},
      {"tests:\n", "1:1 E202 ``\n"},
      {"factrules: 2\ntests: []\n", "1:12 E115 `2`\n"},
      {"tests: []\n", ""},
  };
  for (const auto& [file, expected] : rows) {
    Diagnostics diagnostics;
    read_story_tests({"t.yaml", file}, nullptr, diagnostics);
    EXPECT_EQ(said(diagnostics), expected) << file;
  }
}

TEST(StoryTests, HowACheckComesOutIsToldByWhatIsFound) {
  Diagnostics diagnostics;
  read_story_tests({"t.yaml",
                    "test: x\narticles:\n  - { from: east, text: A., version: two }\nexpect:\n"
                    "  - { check: sum, verdict: broken }\n  - { check: sum, verdict: holds }\n"},
                   nullptr, diagnostics);
  EXPECT_EQ(said(diagnostics), "3:38 E205 `two`\n5:28 E204 `broken`\n6:28 E204 `holds`\n");
  EXPECT_EQ(diagnostics[1].help, "in a story write what is found: `discrepancy`");
  EXPECT_EQ(diagnostics[2].help, "in a story write what is found: `nothing`");
}

TEST(StoryTests, MistakesAreTold) {
  struct Row {
    const char* test;
    const char* said;
  };
  const Row rows[] = {
      {"{ from: east, txt: It rained. }", "3:6 E203 `{`\n3:19 E201 `txt`\n"},
      {"{ from: east, at: noon, text: It rained. }", "3:23 E205 `noon`\n"},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    const auto tests = read_story_tests(
        {"t.yaml", std::string("test: x\narticles:\n  - ") + row.test + "\nexpect: []\n"}, nullptr,
        diagnostics);
    EXPECT_THAT(tests, SizeIs(0)) << row.test;
    EXPECT_EQ(diagnostics.size(),
              std::string(row.said).find('\n') + 1 == std::string(row.said).size() ? 1U : 2U)
        << said(diagnostics);
  }
  Diagnostics diagnostics;
  read_story_tests({"t.yaml",
                    "test: x\narticles:\n  - { from: east, text: A. }\nexpect:\n"
                    "  - { fact: deaths, pair: [eats], verdict: stael }\n"},
                   nullptr, diagnostics);
  ASSERT_THAT(diagnostics, SizeIs(2));
  EXPECT_EQ(diagnostics[0].help, "did you mean `stale`?");
  EXPECT_EQ(diagnostics[1].help, "did you mean `east`?");
}

/// A misspelt name finds nothing, so the expectation of nothing would come out as written.
TEST(StoryTests, NamesThatNoRuleHasAreTold) {
  Diagnostics diagnostics;
  const RuleSet rules = load_text("t.yaml", R"(factrules: 1
pack: p
facts:
  deaths: { describe: x, value: count, find: "{n} dead" }
  cost: { describe: x, value: money, find: "cost {n}" }
  held:
    describe: x
    value: count
    key: who
    kinds: [all, some]
    find: [{ phrases: "{n} held", set: { who: all } }]
  seats: { describe: x, value: count, key: party, find: "{party:name} won {n} seats" }
checks:
  few: { must: deaths <= 100 }
)",
                                  diagnostics);
  ASSERT_EQ(said(diagnostics), "");
  struct Row {
    const char* expectation;
    const char* said;
  };
  const Row rows[] = {
      {"fact: deths, verdict: nothing", "5:13 E440 `deths`\n"},
      {"fact: held, kind: alll, verdict: nothing", "5:25 E442 `alll`\n"},
      {"fact: deaths, kind: all, verdict: nothing", "5:27 E442 `all`\n"},
      {"fact: deaths, key: Foo, verdict: nothing", "5:26 E442 `Foo`\n"},
      {"fact: held, key: Foo, verdict: nothing", "5:24 E442 `Foo`\n"},
      {"check: no-such-check, verdict: nothing", "5:14 E440 `no-such-check`\n"},
      {"fact: held, kind: some, verdict: nothing", ""},
      {"fact: seats, key: Foo Party, verdict: nothing", ""},
      {"fact: cost, key: USD, verdict: nothing", ""},
      {"fact: deaths, key: \"%\", verdict: nothing", ""},
      {"check: few, verdict: nothing", ""},
  };
  for (const Row& row : rows) {
    diagnostics.clear();
    const auto tests = read_story_tests(
        {"p/tests/t.yaml",
         std::string("test: x\narticles:\n  - { from: east, text: A. }\nexpect:\n") + "  - { " +
             row.expectation + " }\n"},
        &rules, diagnostics);
    EXPECT_EQ(said(diagnostics), row.said) << row.expectation;
    EXPECT_EQ(tests.size(), *row.said == '\0' ? 1U : 0U) << row.expectation;
  }
}

}  // namespace
}  // namespace concord::rules
