#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../../schema/schema.h"
#include "../sample_findings.h"
#include "report/night_formats.h"
#include "report/page_text.h"
#include "report/report.h"

namespace concord::report {
namespace {

using sample::at;
using sample::overtaken_draft;
using sample::rule_set;
using schema::Json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kHostile = "</script><script>alert(1)</script>\"' onload=x <img src=x>";

Designs shipped_designs() {
  Designs designs;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(CONCORD_SOURCE_DIR) +
                                                               "/reports/templates")) {
    std::ifstream file(entry.path(), std::ios::binary);
    designs[entry.path().stem().string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return designs;
}

std::string told(const Night& night, Format format) {
  const auto text = night_report(night, rule_set(), format, shipped_designs());
  return text ? *text : "failed: " + text.error().message;
}

Findings timed() {
  Findings findings = overtaken_draft();
  findings.documents[0].published = at("2025-09-12T20:00Z");
  findings.documents[1].published = at("2025-09-13T08:00Z");
  findings.documents[2].published = at("2025-09-13T09:00Z");
  return findings;
}

Night whole_night(const Findings& findings) {
  Night night = night_of(findings);
  night.title = "Nightly report";
  night.now = parse_iso8601("2025-09-14T05:00Z")->utc;
  night.snapshot = "2025-09-14";
  night.last_snapshot = "2025-09-13";
  night.last_night = parse_iso8601("2025-09-13T05:00Z")->utc;
  night.since = SinceLastNight{1, 2, 1, 1};
  night.behind = {
      {&findings, 0, FactId{0}, CopyClass::corrected, parse_iso8601("2025-09-13T08:00Z")->utc}};
  night.tonight[0].why = {"deaths 93 to 133"};
  night.tonight[0].new_findings = {"0123456789ab"};
  night.at_rest = {{"s2", "A quiet story", 4, 0, Severity::note}};
  night.accepted = {{"aaaa", "Fire", "area: 5 or 6", "both are maps", night.now}};
  night.expired = {{"bbbb", "Flood", "homes: 5 or 6", "", {}}};
  night.resolved = {{"cccc", "March", "arrested: 52 or 48", "both say 52 now", {}}};
  night.quiet_edits = {
      {"m1", "meridian", "Ferry sinks", "s2", {"deaths 12 became 14"}, *night.now}};
  night.slips = {{.document = "ledger.txt",
                  .title = "Ledger",
                  .line = 1,
                  .text = "Friday",
                  .message = "2025-09-13 was a Saturday",
                  .check = "weekday-matches-date",
                  .outcome = CopyClass::refile,
                  .story = "s1"}};
  night.waiting = {{"m2", "meridian", "in/m2.txt", *night.now}};
  night.waiting_count = 1;
  night.run.version = "1.0";
  night.run.rules_hash = "abcdef";
  night.run.unreadable = {{"inbox/broken.html", "it is empty"}};
  night.page_url = "https://desk.example/2025-09-14.html";
  night.earlier = {{"dddd", "An older finding", "text", "", *night.last_night}};
  return night;
}

TEST(NightJson, ConformsToItsSchema) {
  const Findings findings = timed();
  for (const Night& night : {night_of(findings), whole_night(findings), Night{}}) {
    const Json json = Json::parse(told(night, Format::json));
    schema::Schemas schemas(std::string(CONCORD_SOURCE_DIR) + "/src/report/schemas");
    EXPECT_THAT(schemas.check("night", json), IsEmpty());
  }
}

TEST(NightPage, TellsEveryPart) {
  const Findings findings = timed();
  const std::string page = told(whole_night(findings), Format::html);
  const char* const parts[] = {"Nightly report",
                               "14 September 2025, 05:00 UTC",
                               "compared with 2025-09-13",
                               "<b>1</b> <span>story changed</span>",
                               "Our copy behind",
                               "CORRECTED",
                               "21 hours",
                               "Slips in our copy",
                               "2025-09-13 was a Saturday",
                               "REFILE",
                               "1 article waits for its publication time",
                               "deaths 93 to 133",
                               "class=\"new\"",
                               "Facts by source",
                               "Over time",
                               "last night",
                               "id=\"f-0123456789ab\"",
                               "Nothing new in 1 story",
                               "both are maps",
                               "Acceptance has ended",
                               "both say 52 now",
                               "Changed without saying so",
                               "Ferry sinks: deaths 12 became 14",
                               "rules abcdef",
                               "inbox/broken.html"};
  for (const char* part : parts) {
    EXPECT_THAT(page, HasSubstr(part));
  }
}

/// A side had 900; that is neither the figure of now nor of a time nobody knows.
TEST(NightPage, ASidesFigureIsNotTheFigureOfNow) {
  Findings findings = timed();
  findings.documents.push_back(sample::document("front", "The Front says 900 died."));
  findings.documents[3].published = at("2025-09-13T10:00Z");
  const FactId claim = sample::add_fact(findings, 3, "900", sample::count(900));
  Finding& finding = findings.findings[0];
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::conflict;
  finding.directed = false;
  finding.positions.push_back(
      {Interval<Decimal>::exactly(900), "900", {"front"}, {claim}, false, {}});
  const std::string page = told(whole_night(findings), Format::md);
  EXPECT_THAT(page, HasSubstr("| 133 |"));
  EXPECT_THAT(page, Not(HasSubstr("133-900")));
  EXPECT_THAT(told(whole_night(findings), Format::html),
              Not(HasSubstr("Which of them is newer is not known")));
  findings.documents[3].published.reset();
  EXPECT_THAT(told(whole_night(findings), Format::html),
              HasSubstr("Which of them is newer is not known"));
}

TEST(NightPage, NothingNewIsOneLine) {
  EXPECT_THAT(told(Night{}, Format::html), HasSubstr("Nothing new."));
  EXPECT_THAT(told(Night{}, Format::md), HasSubstr("Nothing new."));
}

TEST(NightReport, TheSameNightGivesTheSameBytes) {
  const Findings findings = timed();
  const Findings again = timed();
  for (const Format format : {Format::html, Format::md, Format::json, Format::csv, Format::atom}) {
    EXPECT_EQ(told(whole_night(findings), format), told(whole_night(again), format));
  }
}

/// Everything that a document or a rule may bring along is hostile.
Findings hostile() {
  Findings findings = timed();
  for (Document& document : findings.documents) {
    const auto shift = static_cast<std::uint32_t>(std::string(kHostile).size());
    document.text = kHostile + document.text;
    document.headline = {0, shift};
    document.source += kHostile;
    document.id += kHostile;
    document.url = "javascript:alert(1)";
    document.published->written += kHostile;
  }
  for (Fact& fact : findings.facts) {
    fact.by = Attribution{kHostile, {}, false};
    fact.filler.end += static_cast<std::uint32_t>(std::string(kHostile).size());
    fact.sentence.end += static_cast<std::uint32_t>(std::string(kHostile).size());
  }
  findings.stories.stories[0].title = kHostile;
  findings.stories.stories[0].id += kHostile;
  for (Finding& finding : findings.findings) {
    finding.id += kHostile;
    finding.reason = kHostile;
    finding.notes = {kHostile, "{{{data}}} {{>part/script}}"};
    finding.key = kHostile;
    for (Position& position : finding.positions) {
      position.label = kHostile;
      position.sources = {kHostile};
    }
  }
  return findings;
}

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(NightPage, NoArticleBreaksOut) {
  const Findings findings = hostile();
  Night night = whole_night(findings);
  night.tonight[0].why = {kHostile};
  night.at_rest[0].title = kHostile;
  night.accepted[0].text = kHostile;
  night.run.unreadable[0].name = kHostile;
  const std::string page = told(night, Format::html);
  EXPECT_EQ(count_of(page, "<script"), 2U);
  EXPECT_EQ(count_of(page, "</script"), 2U);
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("\" onload")));
  EXPECT_THAT(page, Not(HasSubstr("href=\"javascript")));
  const auto begin = page.find('{', page.find("id=\"concord-data\""));
  const Json data = Json::parse(page.substr(begin, page.find("</script>", begin) - begin));
  EXPECT_EQ(data["stories"][0]["title"], kHostile);
}

TEST(NightPage, EveryLinkHasItsTarget) {
  const Findings findings = timed();
  const std::string page = told(whole_night(findings), Format::html);
  constexpr std::string_view kHref = "href=\"#";
  for (auto at = page.find(kHref); at != std::string::npos; at = page.find(kHref, at + 1)) {
    const auto begin = at + kHref.size();
    const std::string target = page.substr(begin, page.find('"', begin) - begin);
    EXPECT_EQ(count_of(page, "id=\"" + target + "\""), 1U) << target;
  }
}

TEST(NightPage, AThousandStoriesAreFolded) {
  Findings findings = timed();
  const Finding finding = findings.findings[0];
  const Story story = findings.stories.stories[0];
  for (std::uint32_t i = 1; i < 1000; ++i) {
    findings.stories.stories.push_back(story);
    findings.stories.stories.back().id = "story" + std::to_string(i + 1);
    findings.findings.push_back(finding);
    findings.findings.back().story = StoryId{i};
  }
  const std::string page = told(night_of(findings), Format::html);
  EXPECT_EQ(count_of(page, "<article class=\"story"), 100U);
  EXPECT_THAT(page, HasSubstr("900 more stories in a line each"));
  EXPECT_LT(page.size(), std::size_t{5} << 20U);
  EXPECT_EQ(Json::parse(told(night_of(findings), Format::json))["stories"].size(), 1000U);
}

TEST(NightPage, SaysWhatItsDataLeaveOut) {
  Findings findings = timed();
  const Finding finding = findings.findings[0];
  for (int i = 1; i < 3000; ++i) {
    findings.findings.push_back(finding);
    findings.findings.back().id = "finding" + std::to_string(i);
  }
  const std::size_t all = findings.findings.size();
  const std::string page = told(night_of(findings), Format::html);
  EXPECT_THAT(page,
              HasSubstr("data inside this page leave out " + grouped(std::to_string(all - 2000))));
  EXPECT_THAT(page, HasSubstr("\"findings_left_out\":" + std::to_string(all - 2000)));
  const Evidence sentence{FactId{0}, {}};
  findings.findings[0].evidence.assign(700, sentence);
  EXPECT_THAT(told(night_of(findings), Format::html), HasSubstr(" findings and 200 sentences"));
  const Json whole = Json::parse(told(night_of(findings), Format::json));
  EXPECT_EQ(whole["stories"][0]["findings"].size(), all);
  EXPECT_FALSE(whole["stories"][0].contains("findings_left_out"));
}

TEST(NightPage, ADesignThatIsMissingOrBrokenIsNamed) {
  const Findings findings = timed();
  Designs designs = shipped_designs();
  designs.erase("story");
  EXPECT_THAT(night_report(night_of(findings), rule_set(), Format::html, designs).error().message,
              HasSubstr("story.mustache: no such template"));
  designs["story"] = "{{#open}}";
  EXPECT_THAT(night_report(night_of(findings), rule_set(), Format::html, designs).error().message,
              HasSubstr("story.mustache: "));
}

TEST(NightFeed, TellsNewFindingsAndThenEarlierOnes) {
  const Findings findings = timed();
  const std::string feed = told(whole_night(findings), Format::atom);
  EXPECT_THAT(feed, HasSubstr("<id>tag:concord.invalid,2026:finding/0123456789ab</id>"));
  EXPECT_THAT(feed, HasSubstr("<updated>2025-09-14T05:00:00Z</updated>"));
  EXPECT_THAT(feed, HasSubstr("href=\"https://desk.example/2025-09-14.html#f-0123456789ab\""));
  EXPECT_LT(feed.find("0123456789ab"), feed.find("finding/dddd"));
  const Findings bad = hostile();
  EXPECT_THAT(told(whole_night(bad), Format::atom), Not(HasSubstr("<script")));
}

TEST(RankStories, TheWorstThenTheWidestThenTheNewest) {
  Findings findings = timed();
  findings.findings[0].severity = Severity::warning;
  const Finding finding = findings.findings[0];
  findings.stories.stories = {{"calm", "", {{0}, {1}}},
                              {"narrow", "", {{0}}},
                              {"wide", "", {{0}, {1}, {2}}},
                              {"new", "", {{2}}}};
  findings.findings = {finding, finding, finding};
  for (std::uint32_t i = 0; i < 3; ++i) {
    findings.findings[i].story = StoryId{i + 1};
  }
  std::vector<StoryTonight> stories;
  for (std::uint32_t i = 0; i < 4; ++i) {
    stories.push_back({&findings, StoryId{i}, {}, {}});
  }
  rank_stories(stories);
  std::vector<std::string> order;
  for (const StoryTonight& story : stories) {
    order.push_back(findings.stories.stories[story.story.index].id);
  }
  EXPECT_THAT(order, ElementsAre("wide", "new", "narrow", "calm"));
}

TEST(NightPage, WhatWasAcceptedKeepsItsRowAndNoCard) {
  const Findings findings = timed();
  Night night = whole_night(findings);
  night.behind.clear();
  night.accepted[0].id = findings.findings[0].id;
  const std::string page = told(night, Format::html);
  EXPECT_THAT(page, AllOf(HasSubstr("<span class=\"what\">deaths"), HasSubstr(">accepted</span>")));
  EXPECT_THAT(page, Not(HasSubstr("class=\"card ")));
  EXPECT_THAT(told(night, Format::md), HasSubstr(", accepted |"));
  EXPECT_TRUE(Json::parse(told(night, Format::json))["stories"][0]["findings"].empty());
}

TEST(NightPage, WhoOnlyPrintsCopiesStandsLastInTheTable) {
  Findings findings = timed();
  const auto first = [&] {
    const std::string page = told(whole_night(findings), Format::md);
    const std::string head = page.substr(page.find("| fact | verdict |"));
    return head.find(findings.documents[0].source) < head.find(findings.documents[2].source);
  };
  EXPECT_TRUE(first()) << "by the first article";
  findings.stories.placements.resize(findings.documents.size());
  findings.stories.placements[0].copy_of = DocumentId{1};
  EXPECT_FALSE(first());
}

TEST(NightPage, OneClockForAllTimes) {
  const Findings findings = timed();
  Night night = whole_night(findings);
  night.offset_minutes = 120;
  EXPECT_THAT(told(night, Format::html), HasSubstr(">13 Sep 09:00</time>"))
      << "as the articles say";
  night.one_clock = true;
  const std::string page = told(night, Format::html);
  EXPECT_THAT(page, AllOf(HasSubstr("14 September 2025, 07:00 UTC+02:00"),
                          HasSubstr(">13 Sep 11:00</time>"), Not(HasSubstr("13 Sep 09:00"))));
}

TEST(NightMemory, LaterNightsTellNewsInTheSameWords) {
  const Findings findings = timed();
  const Night night = whole_night(findings);
  const Json memory = Json::parse("{" + memory_of(night) + "}");
  ASSERT_EQ(memory["told"].size(), 1U);
  EXPECT_EQ(memory["told"][0]["id"], "0123456789ab");
  EXPECT_THAT(told(night, Format::atom),
              HasSubstr("<title>" + xml_escaped(memory["told"][0]["title"].get<std::string>())));
  ASSERT_EQ(memory["behind"].size(), 1U);
  EXPECT_EQ(memory["behind"][0]["subject"], "deaths");
}

TEST(NightCsv, OwnCopyIsMarkedAlsoWhereItIsNotBehind) {
  const Findings findings = timed();
  Night night = whole_night(findings);
  night.own_sources = {findings.documents[0].source};
  EXPECT_THAT(told(night, Format::csv), HasSubstr(",yes,yes\r\n"));
  night.behind.clear();
  const std::string csv = told(night, Format::csv);
  EXPECT_THAT(csv, AllOf(HasSubstr(",yes,no\r\n"), HasSubstr(",no,no\r\n")));
}

TEST(NightCsv, ARowForEachStatement) {
  const Findings findings = timed();
  const std::string csv = told(whole_night(findings), Format::csv);
  EXPECT_EQ(count_of(csv, "\r\n"), 4U);
  EXPECT_THAT(csv, HasSubstr("0123456789ab,yes,note,update,rise,deaths,all"));
}

}  // namespace
}  // namespace concord::report
