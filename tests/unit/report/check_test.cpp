#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/report.h"
#include "sample.h"

namespace concord::report {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Diagnostics check(const Findings& findings) {
  return check_diagnostics(findings, rules(), DocumentId{0});
}

TEST(Check, ADraftBehindAnUpdateIsToldSo) {
  const Diagnostics found = check(overtaken_draft());
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/behind");
  EXPECT_EQ(found[0].severity, Severity::error) << "a wrong number is a correction";
  EXPECT_EQ(found[0].where.file, "draft.txt");
  EXPECT_EQ(found[0].where.column, 15U);
  EXPECT_THAT(found[0].message, HasSubstr("\"93\" is behind; 133 now (ledger, wire)"));
  EXPECT_THAT(found[0].help, HasSubstr("write \"133\" (2 independent sources: ledger, wire)"));
  ASSERT_TRUE(found[0].fix);
  EXPECT_EQ(found[0].fix->replacement, "133");
}

TEST(Check, OneSourceIsNotEnoughToProposeAFigure) {
  Findings copies = overtaken_draft();
  copies.stories.placements[2].copy_of = DocumentId{1};
  Findings one_authority = overtaken_draft();
  for (const std::size_t fact : {1U, 2U}) {
    one_authority.facts[fact].by = Attribution{"Investigative Committee", {}, false};
  }
  for (const Findings& findings : {copies, one_authority}) {
    const Diagnostics found = check(findings);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].help, HasSubstr("1 source; below the two-source rule"));
    EXPECT_FALSE(found[0].fix);
  }
}

TEST(Check, NothingInsideQuotationMarksIsEdited) {
  Findings findings = overtaken_draft();
  findings.facts[0].in_quote = true;
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].help, HasSubstr("inside quotation marks"));
  EXPECT_FALSE(found[0].fix);
}

TEST(Check, AFloorThatTrailsIsNamedThoughItAgrees) {
  Findings findings = overtaken_draft();
  findings.facts[0].value = at_least(130);
  Finding& finding = findings.findings[0];
  finding.relation = Relation::agreement;
  finding.detail = Detail::compatible;
  finding.range = {Decimal(130), Decimal(133)};
  finding.positions[1].facts.push_back({0});
  finding.positions.erase(finding.positions.begin());
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/behind");
  EXPECT_EQ(found[0].severity, Severity::warning);
  EXPECT_THAT(found[0].message, HasSubstr("trails another source by 3"));
  EXPECT_THAT(found[0].help, HasSubstr("write \"at least 133\""));
}

TEST(Check, ADraftThatLeadsAloneIsUnsupported) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.positions[0].superseded = false;
  finding.positions[1].superseded = true;
  std::swap(finding.positions[0], finding.positions[1]);
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/unsupported");
  EXPECT_THAT(found[0].message, HasSubstr("\"93\" here; elsewhere 133"));
  EXPECT_EQ(found[0].severity, Severity::warning);
}

TEST(Check, WhatOnlyTheDraftSaysIsNoted) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.relation = Relation::uncorroborated;
  finding.detail = Detail::one_source;
  finding.positions.pop_back();
  finding.evidence = {{{0}, "exact 93"}};
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/uncorroborated");
}

TEST(Check, FindingsOfOthersAreNotTheDrafts) {
  Findings findings = overtaken_draft();
  findings.findings[0].positions.erase(findings.findings[0].positions.begin());
  findings.findings[0].evidence = {{{1}, ""}, {{2}, ""}};
  EXPECT_THAT(check(findings), IsEmpty());
}

TEST(Check, AnotherSourceThatIsStaleIsNotTheDraftsFault) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::stale;
  finding.positions[0].facts = {{1}};
  finding.positions[1].facts = {{0}, {2}};
  EXPECT_THAT(check(findings), IsEmpty());
}

TEST(Check, AFloorFarBelowIsStale) {
  Findings findings = overtaken_draft();
  findings.facts[0].value = at_least(60);
  Finding& finding = findings.findings[0];
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::stale;
  finding.positions[1].facts.push_back({0});
  finding.positions.erase(finding.positions.begin());
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/stale");
}

TEST(Check, ABrokenCheckKeepsItsName) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::internal;
  finding.check = "headline-matches-body";
  finding.severity = Severity::error;
  finding.reason = "the headline has 93, the body 133";
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "headline-matches-body");
  EXPECT_EQ(found[0].message, "the headline has 93, the body 133");
}

}  // namespace
}  // namespace concord::report
