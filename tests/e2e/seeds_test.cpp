// The two articles of the first golden case, where the evaluation folder is present: what must come
// out (the design's table, row by row), nothing of their text.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "program.h"

namespace concord::e2e {
namespace {

using Json = nlohmann::json;

class Seeds : public testing::Test {
 protected:
  void SetUp() override {
    const std::string folder = std::string(CONCORD_SHARED_DIR) + "/eval/seeds/";
    if (!std::filesystem::exists(folder + "a.txt")) {
      GTEST_SKIP() << "no evaluation folder beside this checkout";
    }
    a_ = folder + "a.txt";
    b_ = folder + "b.txt";
  }

  Json findings(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {"compare", a_, b_, "-f", "json"};
    words.insert(words.end(), more.begin(), more.end());
    return Json::parse(concord(words).out)["findings"];
  }

  std::string a_;
  std::string b_;
};

struct Row {
  int number;
  const char* fact;
  const char* kind;  // "" = null
  const char* relation;
  const char* detail;
  std::optional<int> low;
  std::optional<int> high;
};

const Row kRows[] = {
    {1, "deaths", "all", "agreement", "compatible", 130, 133},
    {3, "attackers", "", "agreement", "", 4, 4},
    {4, "detained", "gunmen", "uncorroborated", "", 4, 4},
    {4, "detained", "others", "uncorroborated", "", 7, 7},
    {4, "detained", "total", "uncorroborated", "", 11, 11},
    {5, "silence_duration", "", "agreement", "equivalent", {}, {}},
    {6, "responsibility", "claimed", "agreement", "narrower", {}, {}},
    {7, "responsibility", "accused", "agreement", "", {}, {}},
    {8, "responsibility", "denied", "agreement", "", {}, {}},
    {10, "quote", "", "discrepancy", "wording", {}, {}},
    {14, "injured", "", "gap", "none", {}, {}},
};

bool fits(const Json& finding, const Row& row) {
  return finding["fact"] == row.fact && finding["relation"] == row.relation &&
         (*row.kind == '\0' || finding["kind"] == row.kind) &&
         (*row.detail == '\0' || finding["detail"] == row.detail) &&
         (!row.low || finding["range"]["low"] == *row.low) &&
         (!row.high || finding["range"]["high"] == *row.high);
}

TEST_F(Seeds, EveryRowOfTheTableComesOut) {
  const Json found = findings();
  for (const Row& row : kRows) {
    EXPECT_TRUE(std::ranges::any_of(found, [&](const Json& each) { return fits(each, row); }))
        << "row " << row.number << ": " << row.fact << " " << row.kind;
  }
}

TEST_F(Seeds, NoFigureIsCalledAContradiction) {
  for (const Json& finding : findings()) {
    if (finding["relation"] == "discrepancy") {
      EXPECT_EQ(finding["fact"], "quote") << finding["reason"];
    }
  }
}

TEST_F(Seeds, TheDeadOfAnotherEventStayThere) {
  const Json found = findings();
  const auto kabul = std::ranges::find_if(found, [](const Json& each) {
    return each["fact"] == "deaths" && each["event"]["role"] == "other";
  });
  ASSERT_NE(kabul, found.end());
  EXPECT_EQ((*kabul)["range"]["low"], 182);
}

TEST_F(Seeds, TheDeadOfAClaimsRelativeClauseAreTheOutletsOwn) {
  std::istringstream lines(concord({"extract", a_}).out);
  for (std::string line; std::getline(lines, line);) {
    const Json fact = Json::parse(line);
    if (fact["fact"] == "deaths" && fact["mode"] == "stated" && fact["event"]["role"] == "main") {
      EXPECT_EQ(fact["value"]["nominal"], 133);
      EXPECT_EQ(fact["by"], nullptr);
      return;
    }
  }
  FAIL() << "no deaths";
}

TEST_F(Seeds, AnAnnouncedRiseMarksTheTollUnstable) {
  for (const Json& finding : findings()) {
    if (finding["fact"] == "deaths" && finding["event"]["role"] == "main") {
      EXPECT_THAT(finding["notes"].dump(), testing::HasSubstr("unstable"));
    }
  }
}

TEST_F(Seeds, ThreeWarningsAreNeverOneDate) {
  std::set<std::string> keys;
  for (const Json& finding : findings()) {
    if (finding["fact"] == "warned") {
      EXPECT_EQ(finding["relation"], "uncorroborated") << finding["reason"];
      keys.insert(finding["key"].get<std::string>());
    }
  }
  EXPECT_EQ(keys.size(), 3U);
}

TEST_F(Seeds, TheHallLiesInTheTownAndTheTownInTheCity) {
  const Json found = findings();
  const auto place = std::ranges::find(
      found, "event_place", [](const Json& each) { return each["fact"].get<std::string>(); });
  ASSERT_NE(place, found.end());
  EXPECT_EQ((*place)["relation"], "agreement");
  EXPECT_EQ((*place)["detail"], "narrower");
}

TEST_F(Seeds, TheCauseOfDeathIsNoFinding) {
  for (const Json& finding : findings()) {
    EXPECT_NE(finding["fact"], "cause_of_death");
  }
}

TEST_F(Seeds, NothingIsDirectedWithoutTimes) {
  for (const Json& finding : findings()) {
    EXPECT_EQ(finding["directed"], false) << finding["reason"];
  }
}

TEST_F(Seeds, TimesGiveTheDirection) {
  const auto deaths = [](const Json& found) {
    return *std::ranges::find_if(found, [](const Json& each) {
      return each["fact"] == "deaths" && each["event"]["role"] == "main";
    });
  };
  EXPECT_THAT(deaths(findings())["notes"].dump(), testing::HasSubstr("the direction is unknown"));
  const Json timed = deaths(findings(
      {"--published", b_ + "=2024-03-23T18:00Z", "--published", a_ + "=2024-03-24T09:00Z"}));
  EXPECT_EQ(timed["relation"], "agreement");
  EXPECT_THAT(timed["notes"].dump(), testing::HasSubstr("behind 133 by 3 since a"));
}

}  // namespace
}  // namespace concord::e2e
