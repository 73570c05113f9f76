#include "report/memory.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "../../schema/schema.h"
#include "report/upkeep.h"

namespace concord::report {
namespace {

using schema::Json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

schema::Schemas schemas() {
  return schema::Schemas(std::string(CONCORD_SOURCE_DIR) + "/src/report/schemas");
}

ToldFinding told(const std::string& id, const std::string& figure) {
  return {.id = id,
          .story = "s1",
          .fact = "deaths",
          .kind = "all",
          .key = "",
          .check = "",
          .event = "event",
          .relation = "update",
          .detail = "rise",
          .severity = "note",
          .reason = "Deaths: it rose.",
          .figure = figure};
}

struct DiffRow {
  const char* name;
  ToldChange change;
  const char* line;
  const char* counts;
};

class Diffs : public ::testing::TestWithParam<DiffRow> {};

TEST_P(Diffs, AreTold) {
  const DiffRow& row = GetParam();
  const std::string text = diff_report("one", "two", {row.change}, Format::human, Style());
  EXPECT_THAT(text, HasSubstr(row.line));
  EXPECT_THAT(text, HasSubstr(std::string("one to two: ") + row.counts));
  const std::string json = diff_report("one", "two", {row.change}, Format::json, Style());
  EXPECT_THAT(schemas().check("diff", Json::parse(json)), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Changes, Diffs,
    ::testing::Values(DiffRow{"fresh",
                              {std::nullopt, told("f1", "12; 15")},
                              "new     s1 deaths all: 12; 15, update/rise [f1]",
                              "1 new, 0 changed, 0 gone"},
                      DiffRow{"moved",
                              {told("f1", "12; 15"), told("f2", "15; 19")},
                              "changed s1 deaths all: 12; 15 -> 15; 19, update/rise [f2]",
                              "0 new, 1 changed, 0 gone"},
                      DiffRow{"over",
                              {told("f1", "12; 15"), std::nullopt},
                              "gone    s1 deaths all: 12; 15, update/rise [f1]",
                              "0 new, 0 changed, 1 gone"}),
    [](const auto& row) { return row.param.name; });

TEST(Memory, StoriesAreListed) {
  const std::vector<ToldStory> stories = {
      {.id = "s1",
       .title = "A ferry sank",
       .documents = 3,
       .first = Timestamp{0},
       .last = Timestamp{3600}},
      {.id = "s22", .title = "", .documents = 1, .first = std::nullopt, .last = std::nullopt}};
  const std::string text = stories_report(stories, Format::human, Style());
  EXPECT_THAT(text, HasSubstr("s1   1970-01-01T01:00:00Z  3  A ferry sank"));
  EXPECT_THAT(text, HasSubstr("2 stories\n"));
  const Json json = Json::parse(stories_report(stories, Format::json, Style()));
  EXPECT_THAT(schemas().check("stories", json), IsEmpty());
  EXPECT_TRUE(json["stories"][1]["first"].is_null());
}

Findings one_finding() {
  Findings findings;
  findings.stories.stories.emplace_back().id = "s1";
  Finding& finding = findings.findings.emplace_back();
  finding.id = "f1";
  finding.fact = "deaths";
  finding.kind = "all";
  finding.reason = "Deaths: they differ.";
  finding.policies = {{"range", "12-15"}, {"acled", "12"}};
  return findings;
}

TEST(Memory, FiguresStandWithTheirPractice) {
  const Findings findings = one_finding();
  const std::string all = figure_report(findings, "deaths", "", Format::human);
  EXPECT_THAT(all, HasSubstr("  acled  12     most conservative"));
  EXPECT_THAT(all, HasSubstr("  range  12-15  lowest and highest"));
  EXPECT_EQ(figure_report(findings, "deaths", "acled", Format::human), "deaths all: 12\n");
  EXPECT_EQ(figure_report(findings, "deaths", "ucdp", Format::human), "");
  EXPECT_EQ(figure_report(findings, "missing", "", Format::jsonl), "");
  const Json json = Json::parse(figure_report(findings, "deaths", "", Format::json));
  EXPECT_THAT(schemas().check("policies", json), IsEmpty());
  EXPECT_EQ(json["policies"]["acled"], "12");
}

TEST(Memory, ChosenValuesSayHowSure) {
  const std::vector<ChosenValue> chosen = {
      {.event = "e", .fact = "deaths", .value = "12", .answers = 2, .sources = 1, .tied = true}};
  EXPECT_THAT(chosen_report(chosen, Format::human, Style()),
              HasSubstr("e  deaths  12  1 source, 2 answers, tied"));
  const Json json = Json::parse(chosen_report(chosen, Format::jsonl, Style()));
  EXPECT_THAT(schemas().check("chosen", json), IsEmpty());
}

TEST(Memory, TextsOfArticlesCannotSteerATerminal) {
  const std::string hostile = "\x1b[2Jgone";
  Findings findings = one_finding();
  findings.findings[0].key = hostile;
  findings.findings[0].reason = hostile;
  ToldWhole whole;
  whole.finding = told("f1", hostile);
  whole.notes = {hostile};
  const std::vector<ToldStory> stories = {
      {.id = "s1", .title = hostile, .documents = 1, .first = std::nullopt, .last = std::nullopt}};
  const std::vector<ChosenValue> chosen = {
      {.event = hostile, .fact = "deaths", .value = "1", .answers = 1, .sources = 1}};
  const Checkup checkup = {{.what = "store", .sound = false, .says = hostile, .help = hostile}};
  const std::string all =
      stories_report(stories, Format::human, Style()) + told_report("night", whole, Style()) +
      diff_report("one", "two", {{std::nullopt, whole.finding}}, Format::human, Style()) +
      figure_report(findings, "deaths", "", Format::human) +
      chosen_report(chosen, Format::human, Style()) +
      checkup_report(checkup, Format::human, Style()) +
      intake_report({}, hostile, Format::human, Style());
  EXPECT_THAT(all, Not(HasSubstr("\x1b")));
  EXPECT_THAT(all, HasSubstr("\uFFFD[2Jgone"));
}

TEST(Memory, AFindingOfANightHasItsColors) {
  ToldWhole whole;
  whole.finding = told("f1", "12");
  whole.finding.severity = "error";
  EXPECT_THAT(told_report("night", whole, {.color = true}), HasSubstr("merror:\x1b[0m deaths all"));
}

}  // namespace
}  // namespace concord::report
