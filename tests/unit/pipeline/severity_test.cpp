#include "pipeline/severity.h"

#include <gtest/gtest.h>

namespace concord::pipeline {
namespace {

struct Row {
  const char* name;
  Severities severities;
  Severity expected;  // of a stale figure of deaths that was a warning
};

class SeverityRows : public ::testing::TestWithParam<Row> {};

TEST_P(SeverityRows, TheNarrowestNameRules) {
  Finding finding;
  finding.fact = "deaths";
  finding.detail = Detail::stale;
  finding.severity = Severity::warning;
  Findings findings;
  findings.findings = {finding};
  set_severities(GetParam().severities, findings);
  EXPECT_EQ(findings.findings[0].severity, GetParam().expected);

  Diagnostics diagnostics(1);
  diagnostics[0].code = "deaths/stale";
  diagnostics[0].severity = Severity::warning;
  set_severities(GetParam().severities, diagnostics);
  EXPECT_EQ(diagnostics[0].severity, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Severities, SeverityRows,
    ::testing::Values(Row{"nothing_said", {}, Severity::warning},
                      Row{"of_another_fact", {{"missing", Severity::error}}, Severity::warning},
                      Row{"the_detail", {{"stale", Severity::error}}, Severity::error},
                      Row{"the_fact", {{"deaths", Severity::note}}, Severity::note},
                      Row{"fact_before_detail",
                          {{"stale", Severity::error}, {"deaths", Severity::note}},
                          Severity::note},
                      Row{"both_before_fact",
                          {{"deaths/stale", Severity::error}, {"deaths", Severity::note}},
                          Severity::error}),
    [](const auto& row) { return row.param.name; });

TEST(Severities, TheWorstComeFirstAndEqualsStayInOrder) {
  Findings findings;
  for (const char* fact : {"missing", "deaths", "injured", "arrested"}) {
    findings.findings.emplace_back().fact = fact;
  }
  set_severities({{"injured", Severity::error}}, findings);
  std::vector<std::string> order;
  for (const Finding& finding : findings.findings) {
    order.push_back(finding.fact);
  }
  EXPECT_EQ(order, (std::vector<std::string>{"injured", "missing", "deaths", "arrested"}));
}

TEST(Severities, ChecksGoByTheirOwnName) {
  Findings findings;
  Finding& finding = findings.findings.emplace_back();
  finding.fact = "deaths";
  finding.check = "wrong weekday";
  set_severities({{"deaths", Severity::error}}, findings);
  EXPECT_NE(findings.findings[0].severity, Severity::error);
  set_severities({{"wrong weekday", Severity::error}}, findings);
  EXPECT_EQ(findings.findings[0].severity, Severity::error);
}

}  // namespace
}  // namespace concord::pipeline
