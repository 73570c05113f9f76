// Every example that a shipped rule carries is a test of its own.
#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "pipeline/pipeline.h"
#include "report/report.h"
#include "rules/rules.h"

namespace concord::pipeline {
namespace {

const Engine& engine() {
  static const Engine kShipped = [] {
    Options options;
    options.rules_folder = std::string(CONCORD_SOURCE_DIR) + "/rules";
    options.with_examples = true;
    Diagnostics diagnostics;
    Engine made(options, diagnostics);
    EXPECT_TRUE(diagnostics.empty())
        << report::diagnostics_report(diagnostics, report::Format::human, {});
    return made;
  }();
  return kShipped;
}

const RuleTest& results() {
  static const RuleTest kRun = test_rules(engine(), "");
  return kRun;
}

std::string place(const RulePosition& where) {
  return engine().rules().files.at(where.file) + ":" + std::to_string(where.line);
}

class ExampleCase : public testing::Test {
 public:
  explicit ExampleCase(const ExampleResult& result) : result_(result) {}

  void TestBody() override {
    const bool right = result_.outcome == ExampleResult::Outcome::right;
    EXPECT_EQ(right, !result_.todo)
        << place(result_.where) << "\n    " << result_.text << "\n    expected " << result_.expected
        << "\n    found    " << result_.found << "\n    " << result_.hint;
  }

 private:
  const ExampleResult& result_;
};

/// "core/deaths" and line 61 of its file: RuleExamples_core.deaths/line_61.
void register_example(const ExampleResult& result) {
  const std::string suite = "RuleExamples/" + result.rule;
  const std::string name = "line_" + std::to_string(result.where.line);
  testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                        [&result]() -> testing::Test* { return new ExampleCase(result); });
}

const bool kRegistered = [] {
  for (const ExampleResult& result : results().examples) {
    register_example(result);
  }
  for (const ExampleResult& result : results().checks) {
    register_example(result);
  }
  return true;
}();

TEST(ShippedRules, LintHasNothingToSay) {
  Diagnostics diagnostics;
  rules::lint(engine().rules(), std::nullopt, diagnostics);
  check_examples(engine(), diagnostics);
  EXPECT_TRUE(diagnostics.empty())
      << report::diagnostics_report(diagnostics, report::Format::human, {});
}

TEST(RuleExamples, AreFound) {
  EXPECT_TRUE(kRegistered);
  EXPECT_GE(results().examples.size(), 100U);
  EXPECT_GE(results().checks.size(), 10U);
}

/// Every verdict that the stories of the packs expect.
TEST(RuleStories, ComeOutAsExpected) {
  Diagnostics diagnostics;
  const auto tests = rules::load_story_tests(std::string(CONCORD_SOURCE_DIR) + "/rules",
                                             &engine().rules(), diagnostics);
  EXPECT_TRUE(diagnostics.empty())
      << report::diagnostics_report(diagnostics, report::Format::human, {});
  const auto results = test_stories(engine(), tests, "");
  EXPECT_GE(results.size(), 10U);
  for (const StoryResult& result : results) {
    EXPECT_NE(result.right, result.test->todo)
        << result.test->file << ":" << result.expectation->line << "\n    " << result.about
        << "\n    expected " << result.expected << "\n    found    " << result.found;
  }
}

/// A line that no example reaches is a claim that nobody has tried.
TEST(RuleExamples, ReachEveryLineOfAStablePack) {
  for (const Cover& cover : cover_rules(engine(), "")) {
    if (cover.kind > CoverKind::verdict || cover.reached > 0) {
      continue;
    }
    const auto fact = std::ranges::find_if(engine().rules().facts, [&](const FactRule& one) {
      return one.pack + "/" + one.name == cover.rule;
    });
    EXPECT_TRUE(fact != engine().rules().facts.end() && fact->draft)
        << place(cover.where) << "  " << cover.written;
  }
}

}  // namespace
}  // namespace concord::pipeline
