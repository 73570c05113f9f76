#include "rules/rules.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/rule_files.h"

namespace concord::cli {
namespace {

using Outcome = pipeline::ExampleResult::Outcome;

constexpr std::string_view kOutcomes[] = {"right",       "missing",    "noisy",
                                          "wrong value", "wrong kind", "wrong key",
                                          "wrong event", "wrong mode", "wrong by"};

std::string place(const RuleSet& rules, const RulePosition& where) {
  return fmt::format("{}:{}", rules.files.at(where.file), where.line);
}

/// An example that the author marked `todo` must fail.
bool is_as_expected(const pipeline::ExampleResult& result) {
  return (result.outcome == Outcome::right) != result.todo;
}

std::string told(const RuleSet& rules, const pipeline::ExampleResult& result) {
  std::string text =
      result.todo ? fmt::format("right, so no longer to do  {}  {}\n", result.rule,
                                place(rules, result.where))
                  : fmt::format("{}  {}  {}\n", kOutcomes[static_cast<std::size_t>(result.outcome)],
                                result.rule, place(rules, result.where));
  text += fmt::format("    {}\n    expected {}\n    found    {}\n", result.text, result.expected,
                      result.found);
  if (!result.hint.empty()) {
    text += fmt::format("    hint     {}\n", result.hint);
  }
  return without_controls(text);
}

std::string outcomes(const std::vector<pipeline::ExampleResult>& results) {
  std::map<Outcome, std::size_t> counts;
  std::size_t todo = 0;
  for (const auto& result : results) {
    if (result.todo && is_as_expected(result)) {
      ++todo;
    } else {
      ++counts[result.outcome];
    }
  }
  std::string text;
  for (const auto& [outcome, count] : counts) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count,
                        kOutcomes[static_cast<std::size_t>(outcome)]);
  }
  return todo == 0 ? text : fmt::format("{}, {} to do", text, todo);
}

std::string coverage(const RuleSet& rules, const std::vector<pipeline::Coverage>& phrases) {
  std::string text;
  std::size_t reached = 0;
  for (const pipeline::Coverage& phrase : phrases) {
    if (phrase.reached > 0) {
      ++reached;
    } else {
      text +=
          fmt::format("no example reaches  {}  {}\n", place(rules, phrase.phrase), phrase.written);
    }
  }
  if (phrases.empty()) {
    return text;
  }
  const double percent =
      std::floor(1000.0 * static_cast<double>(reached) / static_cast<double>(phrases.size())) / 10;
  return without_controls(text) + fmt::format("{} of {} phrases reached by examples ({:.1f} %)\n",
                                              reached, phrases.size(), percent);
}

std::string told(const pipeline::StoryResult& result) {
  std::string text =
      fmt::format("{}  {}:{}  {}\n", result.right ? "right, so no longer to do" : "wrong verdict",
                  result.test->file, result.expectation->line, result.test->name);
  text += fmt::format("    {}\n    expected {}\n    found    {}\n", result.about, result.expected,
                      result.found);
  return without_controls(text);
}

/// Runs the tests of several articles; counts what does not come out as written.
void test_stories(Session& session, const pipeline::Engine& engine) {
  Diagnostics diagnostics;
  const std::vector<StoryTest> tests =
      rules::load_story_tests(session.rules_folder(), &engine.rules(), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    session.refuse(diagnostic);
  }
  const auto results = pipeline::test_stories(engine, tests, session.arguments().only);
  std::size_t right = 0;
  for (const pipeline::StoryResult& result : results) {
    const bool expected = result.right != result.test->todo;
    right += expected ? 1 : 0;
    if (!expected) {
      session.found(Severity::error);
      session.write(told(result));
    }
  }
  if (!results.empty()) {
    session.write(fmt::format("{} verdicts on stories: {} as expected\n", results.size(), right));
  }
}

}  // namespace

void rules_test(Session& session) {
  const auto engine = session.engine(true);
  if (!engine) {
    return;
  }
  const RuleSet& rules = engine->rules();
  const pipeline::RuleTest test = pipeline::test_rules(*engine, session.arguments().only);
  if (test.examples.empty() && test.checks.empty() && test.coverage.empty()) {
    const std::string& only = session.arguments().only;
    if (!only.empty()) {
      session.refuse(no_such_rule(rules, only));
    } else if (session.exit_code() == 0) {  // else they were left out for errors that are told
      session.refuse(usage_error("the rules have no examples", ""));
    }
    return;
  }
  Diagnostics unreadable;
  pipeline::check_examples(*engine, unreadable);
  for (const Diagnostic& diagnostic : unreadable) {
    session.refuse(diagnostic);
  }
  for (const auto* results : {&test.examples, &test.checks}) {
    for (const pipeline::ExampleResult& result : *results) {
      if (!is_as_expected(result)) {
        session.found(Severity::error);
        session.write(told(rules, result));
      }
    }
  }
  if (!session.arguments().quiet) {
    session.write(coverage(rules, test.coverage));
  }
  if (!test.examples.empty()) {
    session.write(fmt::format("{} examples: {}\n", test.examples.size(), outcomes(test.examples)));
  }
  if (!test.checks.empty()) {
    session.write(
        fmt::format("{} examples of checks: {}\n", test.checks.size(), outcomes(test.checks)));
  }
  test_stories(session, *engine);
}

}  // namespace concord::cli
