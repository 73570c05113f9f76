#include "report/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_findings.h"
#include "report/matrix.h"

namespace concord::report {
namespace {

using sample::add_fact;
using sample::at;
using sample::at_least;
using sample::count;
using sample::document;
using testing::ElementsAre;

/// Two sources over two days: a floor of 60 and then 133; 93 and an expected 150.
Findings two_sources() {
  Findings findings;
  findings.documents = {document("ledger", "at least 60 dead"), document("ledger", "133 dead"),
                        document("wire", "93 dead"), document("wire", "150 feared")};
  const char* const times[] = {"2025-09-12T20:00Z", "2025-09-14T08:00Z", "2025-09-13T08:00Z",
                               "2025-09-13T12:00Z"};
  for (std::size_t i = 0; i < 4; ++i) {
    findings.documents[i].published = at(times[i]);
  }
  const FactId floor = add_fact(findings, 0, "at least 60", at_least(60));
  const FactId later = add_fact(findings, 1, "133", count(133));
  const FactId other = add_fact(findings, 2, "93", count(93));
  const FactId feared = add_fact(findings, 3, "150", count(150));
  findings.facts[feared.index].mode = Mode::projected;
  findings.stories.stories = {{"s", "Story", {{0}, {1}, {2}, {3}}}};
  Finding finding;
  finding.relation = Relation::update;
  finding.detail = Detail::rise;
  finding.fact = "deaths";
  finding.kind = "all";
  finding.range = Interval<Decimal>::exactly(133);
  finding.positions = {
      {Interval<Decimal>{60, 93}, "93", {"ledger", "wire"}, {floor, other}, true, {}},
      {Interval<Decimal>::exactly(133), "133", {"ledger"}, {later}, false, {}}};
  finding.evidence = {{later, ""}, {feared, "150, projected"}};
  findings.findings = {finding};
  return findings;
}

std::vector<std::string> labels(const Cell& cell) {
  std::vector<std::string> found;
  for (const Statement& statement : cell.statements) {
    found.push_back(statement.label + (statement.behind ? " behind" : "") +
                    (statement.mode == Mode::projected ? " projected" : ""));
  }
  return found;
}

TEST(Matrix, HasARowAFactAndAColumnASource) {
  const Findings findings = two_sources();
  const Matrix matrix = tabulate(StoryIndex(findings), StoryId{0});
  EXPECT_THAT(matrix.sources, ElementsAre("ledger", "wire"));
  ASSERT_EQ(matrix.rows.size(), 1U);
  EXPECT_THAT(labels(matrix.rows[0].cells[0]), ElementsAre("≥60 behind", "133"));
  EXPECT_THAT(labels(matrix.rows[0].cells[1]), ElementsAre("93 behind", "150 projected"));
  EXPECT_EQ(matrix.rows[0].cells[1].current()->label, "93");
}

TEST(Matrix, ASumOfPartsIsTold) {
  Findings findings = two_sources();
  const FactId four = add_fact(findings, 1, "1", count(4));
  const FactId seven = add_fact(findings, 1, "3", count(7));
  Figure figure;
  figure.document = DocumentId{1};
  figure.fact = "detained";
  figure.kind = "total";
  figure.value = count(11);
  figure.facts = {four, seven};
  figure.derived = true;
  findings.figures = {figure};
  Finding finding = findings.findings[0];
  finding.fact = "detained";
  finding.kind = "total";
  finding.range = Interval<Decimal>::exactly(11);
  finding.positions = {
      {Interval<Decimal>::exactly(11), "11", {"ledger"}, {four, seven}, false, {}}};
  finding.evidence.clear();
  findings.findings = {finding};
  const Matrix matrix = tabulate(StoryIndex(findings), StoryId{0});
  ASSERT_EQ(matrix.rows.size(), 1U);
  EXPECT_THAT(labels(matrix.rows[0].cells[0]), ElementsAre("4+7"));
}

TEST(Timeline, DrawsAStepLineASource) {
  const Findings findings = two_sources();
  const Matrix matrix = tabulate(StoryIndex(findings), StoryId{0});
  const auto night = parse_iso8601("2025-09-13T05:00Z")->utc;
  const auto timeline = plot(findings, matrix.rows[0], matrix.sources, night, PlotSize{});
  ASSERT_TRUE(timeline);
  ASSERT_EQ(timeline->series.size(), 2U);
  const auto& ledger = timeline->series[0];
  ASSERT_EQ(ledger.points.size(), 2U);
  EXPECT_EQ(ledger.points[0].shape, Timeline::Shape::floor);
  EXPECT_EQ(ledger.points[1].shape, Timeline::Shape::exact);
  EXPECT_EQ(ledger.path.front(), 'M');
  EXPECT_TRUE(timeline->series[1].points[1].provisional);
  EXPECT_EQ(timeline->band_label, "133");
  EXPECT_FALSE(timeline->last_night.empty());
  EXPECT_EQ(timeline->zone, "UTC");
}

TEST(Timeline, NeedsTwoFiguresAtTwoTimes) {
  Findings findings = two_sources();
  for (Document& document : findings.documents) {
    document.published = at("2025-09-12T20:00Z");
  }
  const Matrix same = tabulate(StoryIndex(findings), StoryId{0});
  EXPECT_FALSE(plot(findings, same.rows[0], same.sources, {}, PlotSize{}));
  for (Document& document : findings.documents) {
    document.published.reset();
  }
  const Matrix unknown = tabulate(StoryIndex(findings), StoryId{0});
  EXPECT_FALSE(plot(findings, unknown.rows[0], unknown.sources, {}, PlotSize{}));
}

TEST(Timeline, BearsAnyNumbersAndTimes) {
  for (const std::int64_t big : {std::int64_t{1}, std::int64_t{1000000000000000000}}) {
    for (const std::int64_t distance : {std::int64_t{1}, std::int64_t{300000000000}}) {
      Findings findings = two_sources();
      findings.facts[0].value = count(big);
      findings.facts[1].value = count(big - 1);
      findings.documents[0].published->begin = {-distance};
      findings.documents[0].published->end = {-distance};
      const Matrix matrix = tabulate(StoryIndex(findings), StoryId{0});
      const auto timeline = plot(findings, matrix.rows[0], matrix.sources, {}, PlotSize{});
      ASSERT_TRUE(timeline);
      EXPECT_LE(timeline->times.size(), 20U);
      EXPECT_LE(timeline->figures.size(), 12U);
    }
  }
}

}  // namespace
}  // namespace concord::report
