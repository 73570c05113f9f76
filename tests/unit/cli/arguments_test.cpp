#include "cli/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/commands.h"

namespace concord::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Command& command(std::string_view name) {
  const auto found = std::ranges::find_if(
      commands(), [&](const Command& each) { return each.takes.command == name; });
  EXPECT_NE(found, commands().end()) << name;
  return *found;
}

Arguments read(std::string_view name, const std::vector<std::string>& words) {
  const auto arguments = read_arguments(command(name).takes, words);
  EXPECT_TRUE(arguments) << (arguments ? "" : arguments.error().message);
  return arguments.value_or(Arguments());
}

TEST(Arguments, DefaultsAreTheCommands) {
  const Arguments compare = read("compare", {"a.txt"});
  EXPECT_THAT(compare.inputs, ElementsAre("a.txt"));
  EXPECT_FALSE(compare.fail_on) << "differences between others are no fault of ours";
  EXPECT_FALSE(compare.format);
  EXPECT_EQ(compare.policy, "");
  EXPECT_EQ(compare.jobs, 0);
  EXPECT_EQ(read("check", {"a"}).fail_on, Severity::error);
  EXPECT_EQ(read("rules lint", {}).fail_on, Severity::error);
}

TEST(Arguments, AreReadInEveryWayPeopleWriteThem) {
  const Arguments arguments =
      read("check", {"-qf", "json", "draft.md", "--against", "a,b", "--against=c", "-o", "out",
                     "--fail-on=never", "--now", "2024-03-24T09:00+03:00", "-v", "--jobs", "3",
                     "--published", "a=2024-03-23", "--published", "b=x=2024-03-22T10:00Z"});
  EXPECT_THAT(arguments.inputs, ElementsAre("draft.md"));
  EXPECT_THAT(arguments.against, ElementsAre("a", "b", "c"));
  EXPECT_EQ(arguments.format, report::Format::json);
  EXPECT_EQ(arguments.output, "out");
  EXPECT_FALSE(arguments.fail_on);
  EXPECT_EQ(arguments.now, from_civil({.year = 2024, .month = 3, .day = 24, .hour = 6}));
  EXPECT_TRUE(arguments.quiet);
  EXPECT_TRUE(arguments.verbose);
  EXPECT_EQ(arguments.jobs, 3);
  EXPECT_EQ(arguments.published.at("a"), "2024-03-23");
  EXPECT_EQ(arguments.published.at("b=x"), "2024-03-22T10:00Z");
}

/// An empty path was looked for, and "cannot open : No such file" said of it.
TEST(Arguments, AnEmptyWordIsNoPath) {
  const auto mistake = [](std::string_view name, const std::vector<std::string>& words) {
    const auto read = read_arguments(command(name).takes, words);
    return read ? std::string() : read.error().message;
  };
  EXPECT_THAT(mistake("check", {""}), HasSubstr("a word behind `check` is empty"));
  EXPECT_THAT(mistake("check", {"a.md", "--store", ""}), HasSubstr("--store wants PATH"));
  EXPECT_THAT(mistake("check", {"a.md", "--against", ""}), HasSubstr("--against wants"));
  EXPECT_EQ(mistake("check", {"a.md", "--store", "a.db"}), "");
}

TEST(Arguments, NowIsOnTheClockOfTheDesk) {
  const auto now = [](const char* written) {
    return read_arguments(command("nightly").takes, {"--now", written}, {}, "Europe/Oslo").value();
  };
  const Timestamp evening = from_civil({.year = 2024, .month = 7, .day = 23, .hour = 22});
  EXPECT_EQ(now("2024-07-24T00:00").now, evening);
  EXPECT_EQ(now("2024-07-23T22:00Z").now, evening);
  EXPECT_EQ(now("2024-07-24").now, evening);
  EXPECT_EQ(now("2024-07-24").wall_clock, from_civil({.year = 2024, .month = 7, .day = 24}))
      << "the day that words are read against is the one written";
}

TEST(Arguments, TwoDashesEndTheFlags) {
  EXPECT_THAT(read("compare", {"--", "-f", "--jobs"}).inputs, ElementsAre("-f", "--jobs"));
  EXPECT_THAT(read("extract", {"-"}).inputs, ElementsAre("-"));
}

TEST(Arguments, TheLastOfTwoCounts) {
  EXPECT_EQ(read("compare", {"a", "--policy", "latest", "--policy", "range"}).policy, "range");
}

TEST(Arguments, NoAbbreviationPassesUnseen) {
  const auto read = read_arguments(command("compare").takes, {"a", "--form", "json"});
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().help, HasSubstr("--format"));
}

TEST(Arguments, EveryFlagOfACommandIsInItsHelp) {
  for (const Command& each : commands()) {
    const std::string help = flags_help(each.takes.flags);
    EXPECT_THAT(help, HasSubstr("--help")) << each.takes.command;
    EXPECT_EQ(help.find("--format") != std::string::npos, !each.takes.formats.empty())
        << each.takes.command;
  }
}

TEST(Arguments, WordsOfAFlag) {
  struct Row {
    const char* word;
    std::size_t words;
  };
  const Row rows[] = {{"--rules", 2},    {"--rules=x", 1}, {"-q", 1},     {"-f", 2},
                      {"--nonsense", 0}, {"-", 0},         {"compare", 0}};
  for (const Row& row : rows) {
    EXPECT_EQ(words_of_flag(row.word), row.words) << row.word;
  }
}

}  // namespace
}  // namespace concord::cli
