// Whatever is put in, the program says what is wrong with it and does the rest.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace concord::e2e {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const char* const kArticle = "Gunmen killed at least 130 people in a concert hall on Friday.\n";

TEST(Inputs, BadOnesAreNamedAndTheOthersDone) {
  const std::string folder = scratch("bad_inputs");
  const std::string good = write_file(folder + "/good.txt", kArticle);
  struct Row {
    std::string path;
    const char* code;
    int exit;
  };
  const Row rows[] = {
      {folder + "/missing.txt", "D100", 3},
      {write_file(folder + "/empty.txt", ""), "D101", 0},
      {write_file(folder + "/binary.txt", std::string("\x7f"
                                                      "ELF\0\0\1\2\0\0\0\0",
                                                      12)),
       "D102", 3},
      {write_file(folder + "/invalid.txt", "Killed 12 \xff\xfe people.\n"), "D103", 0},
      {write_file(folder + "/lines.jsonl", "{\"id\":\"x\",\"text\":\"Two died.\"}\n{broken\n"),
       "D106", 3},
      {scratch("no_documents"), "D105", 3},
      {folder + "/*.none", "D110", 3},
  };
  for (const Row& row : rows) {
    const Outcome run = concord({"extract", row.path, good});
    EXPECT_EQ(run.code, row.exit) << row.path << "\n" << run.err;
    EXPECT_THAT(run.err, HasSubstr(row.code)) << row.path;
    EXPECT_THAT(run.out, HasSubstr("good.txt")) << row.path;
  }
}

TEST(Inputs, QuietLeavesOutWarnings) {
  const std::string empty = write_file(scratch("quiet") + "/empty.txt", "");
  EXPECT_THAT(concord({"extract", empty, "-q"}).err, IsEmpty());
  EXPECT_THAT(concord({"extract", empty}).err, HasSubstr("warning"));
}

TEST(Inputs, StandardInputIsRead) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"extract", "-"}, {"extract"}}) {
    const Outcome run = concord(arguments, {.input = kArticle});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("\"text\":\"at least 130\""));
  }
}

TEST(Inputs, ABrokenRuleFileIsNamedAndTheRestRuns) {
  const std::string rules = scratch("rules");
  std::filesystem::copy(in_source("rules"), rules, std::filesystem::copy_options::recursive);
  write_file(rules + "/core/zz_broken.yaml", "factrules: 1\npack: core\nfacts:\n  broken: [\n");
  const std::string good = write_file(scratch("good") + "/good.txt", kArticle);
  const Outcome run = concord({"extract", good, "--rules", rules});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("core/zz_broken.yaml"));
  EXPECT_THAT(run.out, HasSubstr("\"fact\":\"deaths\""));
  const Outcome lint = concord({"rules", "lint", rules});
  EXPECT_EQ(lint.code, 1);
  EXPECT_THAT(lint.out, HasSubstr("core/zz_broken.yaml"));
}

TEST(Inputs, PublicationTimesCanBeGiven) {
  const std::string folder = scratch("published");
  const std::string a = write_file(folder + "/a.txt", kArticle);
  const Outcome run = concord({"extract", a, "--published", a + "=2024-03-24T09:00Z"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"published\":\"2024-03-24T09:00Z\""));
}

TEST(Values, WhatPreferTakesIsNamed) {
  const Outcome run = concord(
      {"values", "-"}, {.input = "{\"id\":\"1\",\"text\":\"in May\",\"prefer\":\"sideways\"}\n"});
  EXPECT_THAT(run.err, HasSubstr("\"prefer\" is \"sideways\""));
  EXPECT_THAT(run.err, HasSubstr("\"past\" or \"future\""));
}

TEST(Values, OneBadLineDoesNotStopTheOthers) {
  const Outcome run = concord({"values", "-"},
                              {.input = "{\"id\":\"1\",\"text\":\"12 people\"}\nnonsense\n\n"
                                        "{\"id\":\"2\"}\n{\"id\":\"3\",\"text\":\"no number\"}\n"});
  EXPECT_EQ(run.code, 3);
  const auto lines = lines_of(run.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0], HasSubstr("\"id\":\"1\""));
  EXPECT_THAT(lines[0], HasSubstr("\"nominal\":12"));
  EXPECT_EQ(lines[1], R"({"id":"3","values":[]})");
  EXPECT_THAT(run.err, HasSubstr("<stdin>:2"));
  EXPECT_THAT(run.err, HasSubstr("<stdin>:4"));
}

TEST(Values, AnArticleIsReadAgainstItsOwnTime) {
  const std::string folder = scratch("values_of_an_article");
  const std::string draft = write_file(
      folder + "/draft.md", "---\npublished: 2024-03-24\n---\nAt least 130 died on Friday.\n");
  const Outcome run = concord({"values", draft});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("[At least 130] died on [Friday]"));
  EXPECT_THAT(run.out, HasSubstr("2024-03-22"));
  const Outcome empty = concord({"values", write_file(folder + "/empty.txt", "")});
  EXPECT_EQ(empty.code, 0);
  EXPECT_THAT(empty.err, HasSubstr("D101"));
}

TEST(Values, NothingOfAPipeIsLostByLookingAtIt) {
  const Outcome run =
      concord({"values", "/dev/stdin"}, {.input = "{\"id\":\"1\",\"text\":\"12 people\"}\n"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\"nominal\":12"));
}

TEST(Values, AFileThatIsMissingMayBeAWord) {
  const Outcome run = concord({"values", "missing.md"});
  EXPECT_EQ(run.code, 3);
  EXPECT_THAT(run.err, HasSubstr("a sentence stands in quotation marks"));
}

TEST(Values, ASentenceIsReadItself) {
  const Outcome run = concord({"values", "At least 130 people died"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("[At least 130] people died"));
  EXPECT_THAT(run.out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(concord({"values", "At least 130 people died", "--color", "always"}).out,
              HasSubstr("\x1b["));
}

TEST(Explain, TellsWhyOfASentenceAndOfARule) {
  const Outcome sentence = concord({"explain", "Gunmen killed at least 130 people."});
  EXPECT_EQ(sentence.code, 0) << sentence.err;
  EXPECT_THAT(sentence.out, HasSubstr("deaths"));
  EXPECT_THAT(sentence.out, HasSubstr("found by core/"));
  const Outcome rule = concord({"explain", "deaths"});
  EXPECT_EQ(rule.code, 0) << rule.err;
  EXPECT_THAT(rule.out, HasSubstr("only rises"));
}

}  // namespace
}  // namespace concord::e2e
