#include "report/check_formats.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../../schema/schema.h"
#include "../sample_findings.h"
#include "advise/advise.h"
#include "report/report.h"

namespace concord::report {
namespace {

using sample::overtaken_draft;
using sample::rule_set;
using schema::Json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// draft.txt says 93, two sources 133: behind, with a fix.
CheckRun overtaken() {
  Findings findings = overtaken_draft();
  findings.documents[1].source = "ledger";
  CheckRun run;
  run.version = "1.0";
  run.fail_on = Severity::error;
  run.drafts = {{"draft.txt", advise::advise(findings, rule_set(), DocumentId{0})},
                {"clean draft.txt", {}}};
  return run;
}

Diagnostic& first(CheckRun& run) {
  return run.drafts[0].diagnostics[0];
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

Json shared_json(const std::string& path) {
  std::ifstream stream(std::string(CONCORD_SHARED_DIR) + "/samples/" + path);
  return stream ? Json::parse(stream, nullptr, false) : Json();
}

TEST(CheckSarif, TellsPlaceEvidenceFingerprintAndFix) {
  CheckRun run = overtaken();
  const Json result = Json::parse(check_report(run, Format::sarif))["runs"][0]["results"][0];
  EXPECT_EQ(result["ruleId"], "deaths/behind");
  EXPECT_EQ(result["level"], "error");
  const Json place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "draft.txt");
  EXPECT_EQ(place["region"], Json::parse(R"({"startLine":1,"startColumn":15,"endColumn":17})"));
  EXPECT_EQ(result["relatedLocations"].size(), 2U);
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "ledger.txt");
  EXPECT_EQ(result["partialFingerprints"]["concordFinding/v1"], "0123456789ab");
  EXPECT_FALSE(result.contains("baselineState"));
  const Json change = result["fixes"][0]["artifactChanges"][0]["replacements"][0];
  EXPECT_EQ(change["insertedContent"]["text"], "133");
  EXPECT_EQ(change["deletedRegion"], place["region"]);
}

TEST(CheckSarif, KnowsTheBaseline) {
  CheckRun run = overtaken();
  run.baseline = Baseline{{"another", {}}};
  EXPECT_THAT(check_report(run, Format::sarif), HasSubstr("\"baselineState\": \"new\""));
  EXPECT_TRUE(fails(run, first(run)));
  run.baseline = Baseline{{"0123456789ab", {}}};
  EXPECT_THAT(check_report(run, Format::sarif), HasSubstr("\"baselineState\": \"unchanged\""));
  EXPECT_FALSE(fails(run, first(run)));
}

TEST(CheckSarif, ListsWhatIsGoneFromTheFilesOfTheRun) {
  CheckRun run = overtaken();
  Diagnostic gone;
  gone.code = "injured/behind";
  gone.severity = Severity::warning;
  gone.message = "30 injured, 34 elsewhere";
  gone.where.file = "clean draft.txt";
  gone.where.line = 3;
  gone.finding = "fedcba987654";
  Diagnostic elsewhere = gone;
  elsewhere.where.file = "another.txt";
  run.baseline = Baseline{{"fedcba987654", gone}, {"0fedcba98765", elsewhere}};
  const Json results = Json::parse(check_report(run, Format::sarif))["runs"][0]["results"];
  ASSERT_EQ(results.size(), run.drafts[0].diagnostics.size() + 1);
  const Json& last = results.back();
  EXPECT_EQ(last["baselineState"], "absent");
  EXPECT_EQ(last["ruleId"], "injured/behind");
  EXPECT_EQ(last["fingerprints"]["concordFinding/v1"], "fedcba987654");
  EXPECT_EQ(last["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "clean%20draft.txt");
  EXPECT_EQ(absent_from(overtaken()).size(), 0U);
}

TEST(CheckSarif, ConformsToTheStandardsSchema) {
  const Json schema = shared_json("sarif/schema/oasis-tcs__sarif-schema-2.1.0.json");
  if (schema.is_null()) {
    GTEST_SKIP() << "no SARIF schema beside this checkout";
  }
  CheckRun run = overtaken();
  schema::Schemas schemas("");
  for (const bool with_baseline : {false, true}) {
    if (with_baseline) {
      run.baseline = Baseline{{"fedcba987654", {.message = "gone", .where = {"draft.txt", 2}}}};
      first(run).suppression = Suppression{false, "the family was not told", "2030-05-02"};
    }
    const Json report = Json::parse(check_report(run, Format::sarif));
    EXPECT_THAT(schemas.check_against(schema, report), IsEmpty());
  }
  Json wrong = Json::parse(check_report(run, Format::sarif));
  wrong["runs"][0]["results"][0]["level"] = "dreadful";
  EXPECT_THAT(schemas.check_against(schema, wrong), Not(IsEmpty()));
}

TEST(CheckFormats, WhatIsSetAsideIsSoInEachFormat) {
  CheckRun run = overtaken();
  EXPECT_TRUE(fails(run, first(run)));
  first(run).suppression = Suppression{true, "the family was not told", "2030-05-02"};
  EXPECT_FALSE(fails(run, first(run)));
  const Json result = Json::parse(check_report(run, Format::sarif))["runs"][0]["results"][0];
  EXPECT_EQ(result["suppressions"][0]["kind"], "inSource");
  EXPECT_EQ(result["suppressions"][0]["status"], "accepted");
  EXPECT_EQ(result["suppressions"][0]["justification"],
            "the family was not told (until 2030-05-02)");
  EXPECT_EQ(check_report(run, Format::rdjsonl), "") << "reviewdog knows no such thing";
  EXPECT_EQ(check_report(run, Format::github), "");
  EXPECT_THAT(check_report(run, Format::junit),
              HasSubstr("<skipped message=\"the family was not told\">"));
  EXPECT_THAT(check_report(run, Format::md), HasSubstr("set aside: the family was not told"));
  EXPECT_THAT(check_report(run, Format::csv), HasSubstr(",the family was not told\r\n"));
  const Json told = Json::parse(check_json(run, Format::json));
  EXPECT_EQ(told["diagnostics"][0]["suppression"]["until"], "2030-05-02");
  EXPECT_FALSE(told.contains("drafts")) << "no store was asked";
}

TEST(CheckRdjsonl, CountsBytes) {
  CheckRun run = overtaken();
  Diagnostic& diagnostic = first(run);
  diagnostic.where.excerpt = LineText("Ashkār: 93 died");
  diagnostic.where.marked = {9, 11};
  diagnostic.where.column = 9;
  const Json line = Json::parse(lines_of(check_report(run, Format::rdjsonl))[0]);
  EXPECT_EQ(line["location"]["range"],
            Json::parse(R"({"start":{"line":1,"column":10},"end":{"line":1,"column":12}})"));
  EXPECT_EQ(line["severity"], "ERROR");
  EXPECT_EQ(line["suggestions"][0]["text"], "133");
  EXPECT_EQ(line["suggestions"][0]["range"], line["location"]["range"]);
}

TEST(CheckRdjsonl, ConformsToReviewdogsSchema) {
  const Json schema = shared_json("rdjson/schema/reviewdog__Diagnostic.json");
  if (schema.is_null()) {
    GTEST_SKIP() << "no reviewdog schema beside this checkout";
  }
  schema::Schemas schemas("");
  for (const std::string& line : lines_of(check_report(overtaken(), Format::rdjsonl))) {
    EXPECT_THAT(schemas.check_against(schema, Json::parse(line)), IsEmpty()) << line;
  }
}

TEST(CheckGithub, IsOneCommandALine) {
  CheckRun run = overtaken();
  Diagnostic& diagnostic = first(run);
  diagnostic.where.file = "a,b:c.md";
  diagnostic.message = "100% sure\n::error::injected";
  const auto lines = lines_of(check_report(run, Format::github));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines[0], testing::StartsWith("::error file=a%2Cb%3Ac.md,line=1,endLine=1,col=15,"
                                            "endColumn=17,title=deaths/behind::100%25 sure%0A::"));
}

/// Names of the elements of a document in order, "/x" where one ends; "?" where it is not
/// well-formed.
std::vector<std::string> elements(const std::string& xml) {
  std::vector<std::string> found;
  std::vector<std::string> open;
  for (auto at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const auto end = xml.find('>', at);
    std::string name = xml.substr(at + 1, xml.find_first_of(" >", at) - at - 1);
    if (name.starts_with('?')) {
      continue;
    }
    if (name.starts_with('/')) {
      if (open.empty() || "/" + open.back() != name) {
        return {"?"};
      }
      open.pop_back();
    } else if (xml[end - 1] != '/') {
      open.push_back(name);
    }
    found.push_back(name.ends_with('/') ? name.substr(0, name.size() - 1) : name);
  }
  return open.empty() ? found : std::vector<std::string>{"?"};
}

TEST(CheckJunit, WhatFailsTheRunIsAFailure) {
  CheckRun run = overtaken();
  first(run).message = "<b> & \"c\" \x01";
  EXPECT_THAT(elements(check_report(run, Format::junit)),
              ElementsAre("testsuites", "testsuite", "testcase", "failure", "/failure", "/testcase",
                          "/testsuite", "testsuite", "testcase", "/testsuite", "/testsuites"));
  EXPECT_THAT(check_report(run, Format::junit), HasSubstr("tests=\"2\" failures=\"1\""));
  run.fail_on.reset();
  EXPECT_THAT(check_report(run, Format::junit), HasSubstr("tests=\"2\" failures=\"0\""));
  EXPECT_THAT(check_report(run, Format::junit), HasSubstr("<system-out>"));
}

TEST(CheckCsv, HasALineAFinding) {
  const auto lines = lines_of(check_report(overtaken(), Format::csv));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[1], testing::StartsWith("draft.txt,1,15,error,deaths/behind,"));
  EXPECT_THAT(lines[1], HasSubstr(",133,0123456789ab,no,"));
}

TEST(CheckMarkdown, TellsEachDraft) {
  const std::string text = check_report(overtaken(), Format::md);
  EXPECT_THAT(text, HasSubstr("## draft.txt\n\n- **error** line 1: deaths: "));
  EXPECT_THAT(text, HasSubstr("  - **help:** write \"133\" (2 independent sources"));
  EXPECT_THAT(text, HasSubstr("## clean draft.txt\n\nNo findings.\n"));
}

TEST(UriOf, IsAReference) {
  EXPECT_EQ(uri_of("a b/ü%.md"), "a%20b/%C3%BC%25.md");
  EXPECT_EQ(uri_of("drafts/a-1.md"), "drafts/a-1.md");
}

}  // namespace
}  // namespace concord::report
