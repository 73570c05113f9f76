// Help, flags and mistakes in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace concord::e2e {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const char* const kCommands[] = {
    "compare",       "check",        "extract",    "values",     "figures",
    "group",         "explain",      "rules lint", "ingest",     "db check",
    "db backup",     "db export",    "doctor",     "rules test", "rules coverage",
    "rules explain", "rules sample", "rules try",  "rules diff", "rules bench",
    "rules tune",    "rules doc",    "rules fmt",  "rules new",  "rules schema"};

std::vector<std::string> words(const std::string& command, const std::string& flag) {
  const auto space = command.find(' ');
  if (space == std::string::npos) {
    return {command, flag};
  }
  return {command.substr(0, space), command.substr(space + 1), flag};
}

TEST(Usage, HelpNamesEveryCommand) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"--help"}, {"-h"}, {"help"}}) {
    const Outcome run = concord(arguments);
    EXPECT_EQ(run.code, 0);
    for (const char* command : kCommands) {
      EXPECT_THAT(run.out, HasSubstr(command));
    }
    EXPECT_THAT(run.err, IsEmpty());
  }
}

TEST(Usage, EveryCommandHasHelpWithExamples) {
  for (const char* command : kCommands) {
    const Outcome run = concord(words(command, "--help"));
    EXPECT_EQ(run.code, 0) << command;
    EXPECT_THAT(run.out, StartsWith(std::string("Usage: concord ") + command));
    EXPECT_THAT(run.out, HasSubstr(std::string("\n  concord ") + command)) << "an example";
    EXPECT_THAT(run.out, HasSubstr("--help"));
  }
}

TEST(Usage, VersionIsOneLine) {
  const Outcome run = concord({"--version"});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.out, testing::MatchesRegex("concord [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Usage, NothingAskedIsAMistake) {
  const Outcome run = concord({});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, HasSubstr("Usage: concord"));
}

TEST(Usage, MistakesGetAnAnswer) {
  struct Row {
    std::vector<std::string> arguments;
    const char* says;
  };
  const Row rows[] = {
      {{"compair", "a"}, "did you mean `compare`?"},
      {{"rules", "lnit"}, "did you mean `rules lint`?"},
      {{"compare", "a", "--fromat", "json"}, "did you mean --format?"},
      {{"compare", "a", "-f", "jsno"}, "did you mean `json`?"},
      {{"compare", "a", "--against", "b"}, "`compare` takes no --against"},
      {{"compare", "a", "--jobs", "0"}, "--jobs wants a whole number"},
      {{"compare", "a", "--jobs", "2x"}, "--jobs wants a whole number"},
      {{"compare", "a", "--published", "a"}, "--published wants PATH=TIME"},
      {{"compare", "a", "--published", "a=noon"}, "--published wants PATH=TIME"},
      {{"compare", "a", "--policy", "latst"}, "did you mean `latest`?"},
      {{"compare", "a", "--fail-on", "errors"}, "did you mean `error`?"},
      {{"compare", "a", "--format"}, "--format"},
      {{"check", "a", "--against", "b", "--now", "noon"}, "--now is no ISO 8601 time"},
      {{"compare"}, "compare needs articles"},
      {{"check", "--against", "a.txt"}, "check needs a draft"},
      {{"explain", "deathz"}, "did you mean `deaths`?"},
      {{"rules", "test", "--only", "nothing-of-that-name"}, "no fact or check is called"},
      {{"--nonsense"}, "unknown flag --nonsense"},
  };
  for (const Row& row : rows) {
    const Outcome run = concord(row.arguments);
    EXPECT_EQ(run.code, 2) << row.says;
    EXPECT_THAT(run.err, HasSubstr("error: "));
    EXPECT_THAT(run.err, HasSubstr(row.says));
    EXPECT_THAT(run.out, IsEmpty());
  }
}

TEST(Usage, FlagsMayStandAnywhere) {
  const std::string a = in_source("corpus/twin/a.txt");
  const std::string b = in_source("corpus/twin/b.txt");
  const Outcome last = concord({"compare", a, b, "-f", "json", "--jobs=1"});
  const Outcome first = concord({"--jobs", "1", "-f", "json", "compare", a, b});
  const Outcome among = concord({"compare", a, "--format=json", b, "--jobs", "1"});
  EXPECT_EQ(last.code, 0) << last.err;
  EXPECT_EQ(last.out, first.out);
  EXPECT_EQ(last.out, among.out);
}

TEST(Usage, AMissingRulesFolderIsAMistake) {
  const Outcome run =
      concord({"compare", in_source("corpus/twin"), "--rules", scratch("no") + "/rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("E100"));
}

TEST(Usage, RulesComeFromTheEnvironmentToo) {
  const Outcome run = concord({"compare", in_source("corpus/twin")},
                              {.environment = {{"CONCORD_RULES", scratch("none") + "/rules"}}});
  EXPECT_EQ(run.code, 2);
}

}  // namespace
}  // namespace concord::e2e
