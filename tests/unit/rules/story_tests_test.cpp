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
                                      diagnostics);
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
        {"t.yaml", std::string("test: x\narticles:\n  - ") + row.test + "\nexpect: []\n"},
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
                   diagnostics);
  ASSERT_THAT(diagnostics, SizeIs(2));
  EXPECT_EQ(diagnostics[0].help, "did you mean `stale`?");
  EXPECT_EQ(diagnostics[1].help, "did you mean `east`?");
}

}  // namespace
}  // namespace concord::rules
