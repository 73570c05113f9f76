// The tools for those who write rules, as they are called.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "../schema/schema.h"
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

TEST(RuleTools, StoriesAreTests) {
  const Desk here = desk("stories");
  const std::string story = R"(test: two outlets
articles:
  - { from: east, at: 2025-03-10 10:00, text: The final drew 4000 spectators. }
  - { from: west, at: 2025-03-10 12:00, text: The final drew 5000 spectators. }
expect:
  - { fact: attendance, verdict: )";
  write_file(here.rules + "/sports/tests/final.yaml", story + "rise }\n");
  const Outcome right = concord({"rules", "test", "--rules", here.rules});
  EXPECT_EQ(right.code, 0) << right.out << right.err;
  EXPECT_THAT(right.out, HasSubstr("1 verdicts on stories: 1 as expected"));
  write_file(here.rules + "/sports/tests/final.yaml", story + "same }\n");
  const Outcome wrong = concord({"rules", "test", "--rules", here.rules});
  EXPECT_EQ(wrong.code, 1);
  EXPECT_THAT(wrong.out, HasSubstr("wrong verdict  sports/tests/final.yaml:6  two outlets"));
  EXPECT_THAT(wrong.out, HasSubstr("expected same\n    found    update/rise"));
  write_file(here.rules + "/sports/tests/final.yaml", story + "rising }\n");
  const Outcome unreadable = concord({"rules", "test", "--rules", here.rules});
  EXPECT_EQ(unreadable.code, 2);
  EXPECT_THAT(unreadable.err, HasSubstr("`verdict` cannot be `rising`"));
}

TEST(RuleTools, AMissedExampleSaysWhatNearlyMatched) {
  const Desk here = desk("nearly");
  write_file(
      here.rules + "/sports/attendance.yaml",
      std::string(kRules) + "      - text: There were 40 young spectators.\n        get: 40\n");
  const Outcome run = concord({"rules", "test", "--rules", here.rules});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out,
              HasSubstr("nearly found by sports/attendance.yaml:10: put `[...1]` between"));
}

/// Of two figures where one is expected, the hint names the phrase of the other.
TEST(RuleTools, ANoisyExampleNamesThePhraseThatIsTooMuch) {
  const Desk here = desk("noisy");
  write_file(
      here.rules + "/sports/attendance.yaml",
      std::string(kRules) +
          "      - text: 12 spectators of the match joined a crowd of 900.\n        get: 900\n"
          "      - text: A crowd of 900 saw 12 spectators of the match.\n        get: 900\n");
  const Outcome run = concord({"rules", "test", "--rules", here.rules});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out, HasSubstr("2 right, 2 noisy"));
  EXPECT_THAT(run.out, HasSubstr("more specific: sports/attendance.yaml:10\n"));
  EXPECT_THAT(run.out, Not(HasSubstr("more specific: sports/attendance.yaml:9\n")));
}

/// Its name is not unknown: it was left out, for what is told above.
TEST(RuleTools, AFactWithErrorsIsNotSaidToBeUnknown) {
  const Desk here = desk("left-out");
  std::string slip = kRules;
  slip.replace(slip.find("(attendance"), 1, "[");
  write_file(here.rules + "/sports/attendance.yaml", slip);
  write_file(here.rules + "/sports/tests/final.yaml",
             "test: one outlet\narticles:\n  - { from: east, text: It drew 4000 spectators. }\n"
             "expect:\n  - { fact: attendance, verdict: nothing }\n");
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"rules", "test", "--only", "attendance"},
           {"rules", "coverage", "--only", "attendance"},
           {"rules", "explain", "A crowd.", "--why-not", "sports/attendance"}}) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--rules", here.rules});
    const Outcome run = concord(all);
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("`attendance` has errors, so it was left out"));
  }
  EXPECT_THAT(concord({"rules", "lint", "--rules", here.rules}).out, HasSubstr("1 errors"));
  const Outcome all = concord({"rules", "test", "--rules", here.rules});
  EXPECT_EQ(all.code, 2);
  EXPECT_THAT(all.err, Not(HasSubstr("no examples")));
}

TEST(RuleTools, TuneProposesOnlyWhatItHasProved) {
  const Desk here = desk("tune");
  const std::string wrong = write_file(here.root + "/wrong.txt",
                                       "The series drew 900 spectators on television.\n"
                                       "The show has 300 spectators on television.\n");
  const std::string right =
      write_file(here.root + "/right.txt", "The final drew 4,000 spectators on Sunday.\n");
  const Outcome run = concord(
      {"rules", "tune", "attendance", "--wrong", wrong, "--right", right, "--rules", here.rules});
  EXPECT_EQ(run.code, 0) << run.out << run.err;
  EXPECT_THAT(run.out, HasSubstr("add to `unless:` of attendance (sports/attendance.yaml)"));
  EXPECT_THAT(run.out, HasSubstr("television"));
  const Outcome none = concord(
      {"rules", "tune", "attendance", "--wrong", right, "--right", right, "--rules", here.rules});
  EXPECT_EQ(none.code, 1);
  EXPECT_THAT(none.out, HasSubstr("no line removes this without harm: The final drew"));
}

TEST(RuleTools, NewWritesARuleThatWorks) {
  const Desk here = desk("new");
  const Outcome run = concord({"rules", "new", "sports/goals_scored", "--rules", here.rules});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("wrote " + here.rules + "/sports/goals_scored.yaml"));
  EXPECT_EQ(read_file(here.rules + "/rules.schema.json"), concord({"rules", "schema"}).out);
  EXPECT_EQ(concord({"rules", "test", "--only", "goals_scored", "--rules", here.rules}).code, 0);
  EXPECT_EQ(concord({"rules", "lint", "--rules", here.rules}).code, 0);
  EXPECT_EQ(concord({"rules", "fmt", "--check", "--rules", here.rules}).code, 0);
  const Outcome again = concord({"rules", "new", "sports/goals_scored", "--rules", here.rules});
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("there is a fact `goals_scored` already"));
  EXPECT_EQ(concord({"rules", "new", "../x/y", "--rules", here.rules}).code, 2);
}

TEST(RuleTools, FmtChangesOnlyTheForm) {
  const Desk here = desk("fmt");
  const std::string path = here.rules + "/sports/attendance.yaml";
  std::string odd = kRules;
  odd.replace(odd.find("{n} spectators\n"), 14, "{n}   spectators");
  write_file(path, odd);
  const Outcome check = concord({"rules", "fmt", "--check", "--rules", here.rules});
  EXPECT_EQ(check.code, 1);
  EXPECT_THAT(check.out, HasSubstr("would change " + path));
  EXPECT_EQ(read_file(path), odd);
  EXPECT_EQ(concord({"rules", "fmt", "--rules", here.rules}).code, 0);
  EXPECT_EQ(read_file(path), kRules);
  EXPECT_EQ(concord({"rules", "fmt", here.root + "/none"}).code, 2);
}

TEST(RuleTools, LintMendsWhatIsSafe) {
  const Desk here = desk("fix");
  const std::string path = here.rules + "/sports/attendance.yaml";
  std::string slip = kRules;
  slip.replace(slip.find("    find: |\n"), 12, "\tfind: |\n");
  slip.replace(slip.find("    unless: |\n      "), 20, "    unless: ");
  write_file(path, slip);
  EXPECT_EQ(concord({"rules", "lint", "--rules", here.rules}).code, 1);
  const Outcome run = concord({"rules", "lint", "--fix", "--rules", here.rules});
  EXPECT_THAT(run.out, HasSubstr("mended " + path));
  EXPECT_THAT(run.out, HasSubstr("0 errors"));
  EXPECT_THAT(read_file(path), HasSubstr("    unless: |\n      {n} spectators of the debate\n"));
}

/// A part of the rules uses words and facts of the rest.
TEST(RuleTools, LintOfAPartReadsTheWholeFolder) {
  const Desk here = desk("part");
  write_file(here.rules + "/core/words.yaml",
             "factrules: 1\npack: core\nphrases:\n  fans: (fans|spectators)\n");
  const std::string text =
      "factrules: 1\npack: desk\nfacts:\n  fans_hurt:\n    describe: Fans hurt\n    value: count\n"
      "    find: |\n      {n} <fans> hurt\n    examples:\n      - text: 3 fans hurt.\n"
      "        get: 3\n      - text: It rained.\n        get: nothing\n"
      "change:\n  - in: sports\n    fact: attendance\n    set severity: error\n    because: x\n";
  const std::string inside = write_file(here.rules + "/desk/hurt.yaml", text);
  const std::string outside = write_file(here.root + "/draft/desk/hurt.yaml", text);
  write_file(here.rules + "/odd/odd.yaml", "factrules: 1\npack: odd\nfcats: {}\n");
  for (const std::string& path :
       {inside, here.rules + "/desk", outside, here.root + "/draft/desk"}) {
    const Outcome run = concord({"rules", "lint", path, "--rules", here.rules});
    EXPECT_EQ(run.code, 0) << path << run.out;
    EXPECT_THAT(run.out, HasSubstr("1 facts, 0 checks in 1 files: 0 errors, 0 warnings")) << path;
  }
  EXPECT_EQ(concord({"rules", "lint", "--rules", here.rules}).code, 1) << "the odd file";
  write_file(inside, text + "    untill: 2030-01-01\n");
  const Outcome wrong = concord({"rules", "lint", inside, "--rules", here.rules, "-f", "short"});
  EXPECT_EQ(wrong.code, 1);
  EXPECT_THAT(wrong.out, HasSubstr("desk/hurt.yaml:19:5: error"));
  EXPECT_THAT(wrong.out, Not(HasSubstr("odd")));
  EXPECT_EQ(concord({"rules", "lint", here.root + "/none", "--rules", here.rules}).code, 2);
}

TEST(RuleTools, LintReadsStories) {
  const Desk here = desk("story-lint");
  const std::string path = write_file(
      here.rules + "/sports/tests/final.yaml",
      "test: two outlets\narticles:\n  - { from: east, text: The final drew 4000 spectators. }\n"
      "expect:\n  - { fact: atendance, verdict: nothing }\n");
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"rules", "lint"}, {"rules", "lint", path}, {"rules", "lint", here.rules + "/sports"}}) {
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--rules", here.rules});
    const Outcome run = concord(all);
    EXPECT_EQ(run.code, 1) << run.err;
    EXPECT_THAT(run.out, HasSubstr("error[E440]: there is no fact `atendance`"));
    EXPECT_THAT(run.out, HasSubstr("did you mean `attendance`?"));
  }
  const Outcome test = concord({"rules", "test", "--rules", here.rules});
  EXPECT_EQ(test.code, 2);
  EXPECT_THAT(test.err, HasSubstr("did you mean `attendance`?"));
}

TEST(RuleTools, LintAndTestGiveTheSameAdvice) {
  const Desk here = desk("advice");
  std::string slip = kRules;
  slip.replace(slip.find("    unless: |\n      "), 20, "    unless: ");
  write_file(here.rules + "/sports/attendance.yaml", slip);
  const char* advice = "`rules lint --fix` puts it there";
  EXPECT_THAT(concord({"rules", "lint", "--rules", here.rules}).out, HasSubstr(advice));
  EXPECT_THAT(concord({"rules", "test", "--rules", here.rules}).err, HasSubstr(advice));
}

TEST(RuleTools, LintReadsTheClock) {
  const Desk here = desk("clock");
  write_file(here.rules + "/house/changes.yaml",
             "factrules: 1\npack: house\nchange:\n  - in: sports\n    fact: attendance\n"
             "    set severity: error\n    because: of the season\n    until: 2026-05-31\n");
  const auto lint = [&](const std::string& now) {
    return concord({"rules", "lint", "--rules", here.rules, "--now", now, "-f", "short"}).out;
  };
  EXPECT_THAT(lint("2026-05-31T12:00Z"), Not(HasSubstr("W431")));
  EXPECT_THAT(lint("2026-06-01"), HasSubstr("house/changes.yaml:8:12: warning"));
  EXPECT_THAT(lint("2026-06-01"), HasSubstr("[W431]"));
}

TEST(RuleTools, DocIsOneSafePage) {
  const Desk here = desk("doc");
  std::string odd = kRules;
  odd.replace(odd.find("People who watched"), 18, "\"<b>People</b> & 'all'\"");
  write_file(here.rules + "/sports/attendance.yaml", odd);
  const Outcome run = concord({"rules", "doc", "sports", "--rules", here.rules});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("&lt;b&gt;People&lt;/b&gt; &amp; &#39;all&#39;"));
  EXPECT_THAT(run.out, HasSubstr("as in <i>attendance of 12</i>"));
  EXPECT_THAT(run.out, Not(HasSubstr("http")));
  EXPECT_EQ(concord({"rules", "doc", "sprts", "--rules", here.rules}).code, 2);
}

/// What a group adds to its phrases is told where they are.
TEST(RuleTools, AGroupIsToldWithItsPhrases) {
  const Desk here = desk("groups");
  std::string rule = kRules;
  const std::size_t find = rule.find("    find: |");
  rule.replace(find, rule.find("    unless: |") - find,
               "    find:\n      - phrases: \"(attendance|crowd) of {n}\"\n"
               "      - phrases: \"{n} fans and {m:count} children\"\n        value: n + m\n"
               "        in: [headline, lead]\n        quotes: skip\n        hedge: at least\n");
  write_file(here.rules + "/sports/attendance.yaml", rule);
  const char* told = ", value n + m, at least so many, only in headline or lead, not in quotations";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"rules", "doc", "sports"}, {"explain", "attendance"}}) {
    std::vector<std::string> arguments = words;
    arguments.insert(arguments.end(), {"--rules", here.rules});
    EXPECT_THAT(concord(arguments).out, HasSubstr(told));
  }
  EXPECT_THAT(concord({"explain", "silence_duration", "--rules", in_source("rules")}).out,
              HasSubstr("agree within 2 hours;"));
}

TEST(RuleTools, MachineFormatsConformToTheirSchemas) {
  const Desk here = desk("schemas");
  struct Row {
    std::vector<std::string> arguments;
    const char* schema;
  };
  const Row rows[] = {
      {{"coverage"}, "coverage"},
      {{"explain", "There were 40 young spectators and a crowd of 7.", "--why-not", "attendance"},
       "proof"},
      {{"sample", "{n} fans"}, "samples"},
      {{"try", "drew {n}", here.article}, "check"},
      {{"bench", here.article}, "costs"},
  };
  for (const Row& row : rows) {
    std::vector<std::string> arguments = row.arguments;
    arguments.insert(arguments.begin(), "rules");
    arguments.insert(arguments.end(), {"--rules", here.rules, "-f", "json"});
    const Outcome run = concord(arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(
        schema::Schemas(in_source("src/report/schemas")).check(row.schema, Json::parse(run.out)),
        IsEmpty())
        << run.out;
  }
}

TEST(RuleTools, TheFirstWordOfSeveralCommandsHasHelp) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"rules", "--help"}, {"help", "rules"}}) {
    const Outcome run = concord(arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("rules coverage  which phrases"));
    EXPECT_THAT(run.out, Not(HasSubstr("nightly")));
  }
}

TEST(RuleTools, MistakesGetAnAnswer) {
  const Desk here = desk("mistakes");
  struct Row {
    std::vector<std::string> arguments;
    const char* says;
  };
  const Row rows[] = {
      {{"rules"}, "write rules lint, rules test"},
      {{"rules", "explain"}, "takes one sentence or one file"},
      {{"rules", "explain", "A crowd.", "--why-not", "atendance"}, "did you mean `attendance`?"},
      {{"rules", "sample"}, "takes one phrase"},
      {{"rules", "sample", ""}, "a word behind `rules sample` is empty"},
      {{"rules", "sample", " "}, "an empty phrase"},
      {{"rules", "sample", "sports/attendance.yaml:2"}, "no phrase of a fact stands at"},
      {{"rules", "sample", "sports/atendance.yaml:9"}, "did you mean `sports/attendance.yaml`?"},
      {{"rules", "test", "--only", "atendance"}, "did you mean `attendance`?"},
      {{"rules", "lint", "a.yaml", "b.yaml"}, "takes one file or folder"},
      {{"rules", "sample", "{n} fans", "--fact", "atendance"}, "did you mean `attendance`?"},
      {{"rules", "try", "{n} fans"}, "takes a phrase and articles"},
      {{"rules", "bench"}, "needs articles"},
      {{"rules", "new"}, "takes PACK/FACT"},
      {{"rules", "new", "Product Recalls/units"}, "letters, digits and _"},
      {{"rules", "new", "recalls//units"}, "letters, digits and _"},
      {{"rules", "tune", "attendance"}, "needs --wrong FILE"},
      {{"rules", "doc", "sprots"}, "did you mean `sports`?"},
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
