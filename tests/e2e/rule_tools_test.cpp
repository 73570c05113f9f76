// The tools for those who write rules, as they are called.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "program.h"

namespace concord::e2e {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Json = nlohmann::json;

constexpr const char* kRules = R"(factrules: 1
pack: sports

facts:
  attendance:
    describe: People who watched
    value: count
    find: |
      (attendance|crowd) of {n}
      {n} spectators
    unless: |
      {n} spectators of the debate
    examples:
      - text: The attendance of 900 was a record.
        get: 900
      - text: She spoke to 900 spectators of the debate.
        get: nothing
)";

/// A folder of rules with the one pack of this test, and an article.
struct Desk {
  std::string root;
  std::string rules;
  std::string article;
};

Desk desk(const std::string& name) {
  Desk made;
  made.root = scratch(name);
  made.rules = made.root + "/rules";
  write_file(made.rules + "/sports/attendance.yaml", kRules);
  made.article = write_file(made.root + "/article.txt",
                            "The cup final drew 4,000 spectators.\n\nA crowd of 300 waited.\n");
  return made;
}

TEST(RuleTools, CoverageListsWhatNoExampleReaches) {
  const Desk here = desk("coverage");
  const Outcome run = concord({"rules", "coverage", "--rules", here.rules});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("sports/attendance.yaml:10  {n} spectators\n"));
  EXPECT_THAT(run.out, HasSubstr("sports/attendance.yaml:9:19  crowd\n"));
  EXPECT_THAT(run.out, HasSubstr("phrases            1 of     2 reached by examples (50.0 %)"));
  EXPECT_THAT(run.out, HasSubstr("unless lines       1 of     1"));
  EXPECT_EQ(concord({"rules", "coverage", "--rules", here.rules, "--min", "60"}).code, 0);
  EXPECT_EQ(concord({"rules", "coverage", "--rules", here.rules, "--min", "90"}).code, 1);
  const Outcome json = concord({"rules", "coverage", "--rules", here.rules, "-f", "json"});
  EXPECT_EQ(Json::parse(json.out)["covers"].size(), 5U);
}

TEST(RuleTools, ExplainProvesAndSaysWhyNot) {
  const Desk here = desk("explain");
  const Outcome found =
      concord({"rules", "explain", "A crowd of 300 waited.", "--rules", here.rules});
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_THAT(found.out, HasSubstr("(attendance|crowd)       \"crowd\"  bytes 2-7"));
  const Outcome near = concord({"rules", "explain", "A crowd of about 300 fans and 40 dogs.",
                                "--rules", here.rules, "--why-not", "attendance", "-f", "json"});
  EXPECT_EQ(Json::parse(near.out)["facts"].size(), 1U);
  const Outcome missed = concord({"rules", "explain", "There were 40 young spectators.", "--rules",
                                  here.rules, "--why-not", "attendance"});
  EXPECT_THAT(missed.out, HasSubstr("put `[...1]` between `{n}` and `spectators`"));
  const Outcome file = concord({"rules", "explain", here.article, "--rules", here.rules});
  EXPECT_THAT(file.out, HasSubstr("\"4,000\""));
  EXPECT_THAT(file.out, HasSubstr("\"300\""));
}

TEST(RuleTools, SampleAndTryOnePhrase) {
  const Desk here = desk("phrase");
  const Outcome samples =
      concord({"rules", "sample", "sports/attendance.yaml:9", "--rules", here.rules});
  EXPECT_EQ(samples.out, "attendance of 12\ncrowd of 12\n2 of 2 ways to write it\n");
  const Outcome hits =
      concord({"rules", "try", "drew {n}", here.article, "--rules", here.rules, "-f", "short"});
  EXPECT_EQ(hits.code, 0) << hits.err;
  EXPECT_THAT(hits.out, HasSubstr("article.txt:1:15: note: 4,000 [hit]"));
  const Outcome wrong = concord({"rules", "try", "drew {n", here.article, "--rules", here.rules});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("error[E301]"));
}

TEST(RuleTools, DiffShowsWhatAChangeDoes) {
  const Desk here = desk("diff");
  std::string changed = kRules;
  changed.replace(changed.find("{n} spectators\n"), 14, "{n} fans");
  write_file(here.root + "/new/sports/attendance.yaml", changed);
  const Outcome run = concord({"rules", "diff", here.rules, here.root + "/new", here.article});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("no longer finds 4,000"));
  EXPECT_THAT(run.out, HasSubstr("0 gained, 1 lost, 0 changed in 1 documents"));
  EXPECT_EQ(
      concord({"rules", "diff", here.rules, here.root + "/new", here.article, "--fail-on", "note"})
          .code,
      1);
  EXPECT_EQ(concord({"rules", "diff", here.rules, here.root + "/none", here.article}).code, 2);
}

TEST(RuleTools, BenchNamesAnchors) {
  const Desk here = desk("bench");
  const Outcome run = concord({"rules", "bench", here.article, "--rules", here.rules});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("anchor: spectators"));
  EXPECT_THAT(run.out, HasSubstr("2 sentences"));
  const Outcome json =
      concord({"rules", "bench", here.article, "--rules", here.rules, "-f", "json"});
  EXPECT_EQ(Json::parse(json.out)["phrases"].size(), 3U);
}

TEST(RuleTools, MistakesGetAnAnswer) {
  const Desk here = desk("mistakes");
  struct Row {
    std::vector<std::string> arguments;
    const char* says;
  };
  const Row rows[] = {
      {{"rules", "explain"}, "takes one sentence or one file"},
      {{"rules", "explain", "A crowd.", "--why-not", "atendance"}, "did you mean `attendance`?"},
      {{"rules", "sample"}, "takes one phrase"},
      {{"rules", "sample", "{n} fans", "--fact", "atendance"}, "did you mean `attendance`?"},
      {{"rules", "try", "{n} fans"}, "takes a phrase and articles"},
      {{"rules", "bench"}, "needs articles"},
      {{"rules", "coverage", "--min", "120"}, "--min wants a number from 0 to 100"},
      {{"rules", "coverage", "--only", "atendance"}, "no fact or check is called"},
  };
  for (const Row& row : rows) {
    std::vector<std::string> arguments = row.arguments;
    arguments.insert(arguments.end(), {"--rules", here.rules});
    const Outcome run = concord(arguments);
    EXPECT_EQ(run.code, 2) << row.says;
    EXPECT_THAT(run.err, HasSubstr(row.says));
    EXPECT_THAT(run.out, IsEmpty());
  }
}

}  // namespace
}  // namespace concord::e2e
