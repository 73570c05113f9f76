// The demo stories of corpus/ are held to what corpus/README.md says of them: every planted finding
// is there, and no update or discrepancy that was not planted.  corpus/expected/ holds the list; an
// entry marked "todo" shows a known fault and must still fail.
#include <cmath>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/diagnostic.h"
#include "pipeline/pipeline.h"
#include "report/report.h"

namespace concord::golden {
namespace {

using Json = nlohmann::json;

std::string source_path(const std::string& path) {
  return std::string(CONCORD_SOURCE_DIR) + "/" + path;
}

Json findings_of(const std::string& story) {
  pipeline::Options options;
  options.rules_folder = source_path("rules");
  options.inputs = {source_path("corpus/" + story)};
  options.one_story = true;
  options.jobs = 1;
  Diagnostics diagnostics;
  const pipeline::Engine engine(options, diagnostics);
  const Findings findings = pipeline::run(engine, options, pipeline::Stage::findings, diagnostics);
  return Json::parse(
      report::compare_report(findings, engine.rules(), report::Format::json, {}))["findings"];
}

bool has_check(const Json& row) {
  return row.contains("check") && !row["check"].is_null();
}

/// A bound within 0.1 %, since converted units are rounded.
bool same_bound(const Json& found, const Json& expected) {
  if (found.is_null() || expected.is_null()) {
    return found.is_null() == expected.is_null();
  }
  const double wanted = expected.get<double>();
  return std::abs(found.get<double>() - wanted) <= std::abs(wanted) * 0.001;
}

bool about_the_same(const Json& found, const Json& expected) {
  if (has_check(expected) || has_check(found)) {
    return has_check(expected) && has_check(found) && found["check"] == expected["check"] &&
           found["fact"] == expected["fact"];
  }
  return found["fact"] == expected["fact"] && found["kind"] == expected["kind"] &&
         found["key"] == expected["key"] && found["event"]["role"] != "other";
}

bool meets(const Json& found, const Json& expected) {
  if (!about_the_same(found, expected) || found["relation"] != expected["relation"] ||
      (!expected["detail"].is_null() && found["detail"] != expected["detail"])) {
    return false;
  }
  if (expected["range"].is_null() || has_check(expected)) {
    return true;
  }
  return same_bound(found["range"]["low"], expected["range"]["low"]) &&
         same_bound(found["range"]["high"], expected["range"]["high"]);
}

class Corpus : public testing::TestWithParam<const char*> {};

TEST_P(Corpus, SaysWhatWasPlantedAndNothingElse) {
  const Json found = findings_of(GetParam());
  std::ifstream file(source_path("corpus/expected/" + std::string(GetParam()) + ".json"));
  const Json expected = Json::parse(file);
  std::set<std::size_t> accounted;
  for (const Json& row : expected) {
    bool met = false;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (about_the_same(found[i], row)) {
        accounted.insert(i);
        met = met || meets(found[i], row);
      }
    }
    if (row.value("todo", false)) {
      EXPECT_FALSE(met) << "passes now, drop its \"todo\": " << row.dump();
    } else {
      EXPECT_TRUE(met) << row.dump();
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool loud = found[i]["relation"] == "discrepancy" || found[i]["relation"] == "update";
    EXPECT_TRUE(!loud || accounted.contains(i) || found[i]["event"]["role"] == "other")
        << "not planted: " << found[i]["fact"] << " " << found[i]["reason"];
  }
}

INSTANTIATE_TEST_SUITE_P(Stories, Corpus,
                         testing::Values("attack", "twin", "earthquake", "election", "wildfire",
                                         "company", "checkpoint", "march"),
                         [](const auto& story) { return std::string(story.param); });

}  // namespace
}  // namespace concord::golden
