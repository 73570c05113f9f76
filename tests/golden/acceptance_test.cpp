// Sentences and stories as a newsroom writes them, read with the shipped packs and held to what the
// design says of them, through the machine formats that users see.
#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "expectation.h"
#include "ingest/ingest.h"
#include "pipeline/pipeline.h"
#include "report/report.h"

namespace concord::golden {
namespace {

const pipeline::Engine& engine() {
  static const pipeline::Engine kShipped = [] {
    pipeline::Options options;
    options.rules_folder = std::string(CONCORD_SOURCE_DIR) + "/rules";
    Diagnostics diagnostics;
    pipeline::Engine made(options, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) {
      EXPECT_NE(diagnostic.severity, Severity::error)
          << diagnostic.code << ": " << diagnostic.message;
    }
    return made;
  }();
  return kShipped;
}

std::vector<Document> documents_of(const std::string& lines) {
  Diagnostics diagnostics;
  ingest::Options options;
  options.format = "jsonl";
  return ingest::read_bytes("rows.jsonl", lines, options, diagnostics);
}

/// The lines of `concord extract` over one-sentence documents, by document.
std::map<std::string, std::vector<Json>> facts_by_row(const std::vector<Json>& rows) {
  std::string lines;
  for (const Json& row : rows) {
    Json document{{"id", row["id"]}, {"source", "wire"}, {"text", row["text"]}};
    for (const char* given : {"published", "title"}) {
      if (row.contains(given)) {
        document[given] = row[given];
      }
    }
    lines += document.dump() + "\n";
  }
  Findings findings;
  findings.documents = documents_of(lines);
  findings.facts = pipeline::facts_of(engine(), findings.documents, 1);
  std::istringstream printed(
      report::extract_report(findings, engine().rules(), report::Format::jsonl, {}));
  std::map<std::string, std::vector<Json>> facts;
  for (std::string line; std::getline(printed, line);) {
    Json fact = Json::parse(line);
    facts[fact["document"].get<std::string>()].push_back(std::move(fact));
  }
  return facts;
}

Json findings_of(const Json& documents) {
  std::string lines;
  for (const Json& document : documents) {
    lines += document.dump() + "\n";
  }
  pipeline::Options options;
  options.one_story = true;
  options.jobs = 1;
  const Findings findings = pipeline::run_on(engine(), documents_of(lines), options);
  return Json::parse(
      report::compare_report(findings, engine().rules(), report::Format::json, {}))["findings"];
}

/// A row marked "todo" shows a known fault: it must still fail, so that the mark goes when the
/// fault does.
void judge(const Json& row, const Lines& wrong) {
  const std::string id = row["id"].get<std::string>();
  if (row.value("todo", false)) {
    EXPECT_FALSE(wrong.empty()) << id << " passes now: drop its \"todo\"";
    return;
  }
  std::string all;
  for (const std::string& line : wrong) {
    all += "\n    " + line;
  }
  EXPECT_TRUE(wrong.empty()) << id << " (" << row["why"].get<std::string>() << ")"
                             << (row.contains("text") ? ": " + row["text"].get<std::string>() : "")
                             << all;
}

TEST(Acceptance, Sentences) {
  const std::vector<Json> rows = rows_of("sentences.jsonl");
  ASSERT_GE(rows.size(), 3590U);
  const std::map<std::string, std::vector<Json>> facts = facts_by_row(rows);
  for (const Json& row : rows) {
    const auto found = facts.find(row["id"].get<std::string>());
    judge(row, wrong_facts(row, found == facts.end() ? std::vector<Json>() : found->second));
  }
}

/// True if a fact gives the figure; `event` gets its owner, a wrong one before the right one.
bool gives(const Json& expected, const std::vector<Json>& facts, std::string& event) {
  bool given = false;
  for (const Json& fact : facts) {
    const bool same = fact["fact"] == expected["fact"] &&
                      fact["value"].value("nominal", Json()) == expected["nominal"];
    if (same && (!given || fact["event"]["role"] != expected["event"])) {
      event = fact["event"]["role"].get<std::string>();
      given = true;
    }
  }
  return given;
}

TEST(Acceptance, FiguresOfOtherEventsStayTheirs) {
  const std::vector<Json> rows = rows_of("background.jsonl");
  ASSERT_GE(rows.size(), 204U);
  const std::map<std::string, std::vector<Json>> facts = facts_by_row(rows);
  std::size_t figures = 0;
  std::string wrong;
  std::size_t strayed = 0;
  for (const Json& row : rows) {
    const auto found = facts.find(row["id"].get<std::string>());
    for (const Json& expected : row["expect"]) {
      ++figures;
      std::string event;
      EXPECT_TRUE(found != facts.end() && gives(expected, found->second, event))
          << row["id"] << ": missing " << expected.dump();
      if (event != expected["event"].get<std::string>()) {
        ++strayed;
        wrong += "\n    " + row["id"].get<std::string>() + " " + expected.dump() + " is " + event;
      }
    }
  }
  EXPECT_LT(strayed * 50, figures) << "more than 2 % of the figures have the wrong event:" << wrong;
}

TEST(Acceptance, Scenarios) {
  const std::vector<Json> rows = rows_of("scenarios.jsonl");
  ASSERT_GE(rows.size(), 680U);
  for (const Json& row : rows) {
    judge(row, wrong_findings(row, findings_of(row["documents"])));
  }
}

TEST(Acceptance, OrderOfDocumentsNeverMatters) {
  for (const Json& row : rows_of("scenarios.jsonl")) {
    Json reversed = row["documents"];
    std::ranges::reverse(reversed);
    EXPECT_EQ(signature(findings_of(row["documents"])), signature(findings_of(reversed)))
        << row["id"].get<std::string>();
  }
}

}  // namespace
}  // namespace concord::golden
