#include <algorithm>
#include <atomic>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/workers.h"
#include "press_rules.h"

namespace concord::pipeline {
namespace {

Document document(const std::string& id, const std::string& text,
                  const std::string& published = {}) {
  Document made;
  made.id = id;
  made.source = id;
  made.text = text;
  if (!published.empty()) {
    const auto time = parse_iso8601(published).value();
    made.published = Publication{.written = published, .begin = time.utc, .end = time.utc};
  }
  return made;
}

TEST(Workers, EveryIndexIsDoneOnce) {
  for (const int jobs : {1, 2, 7}) {
    std::vector<std::atomic<int>> done(1000);
    for_each_index(done.size(), jobs, "test", {}, [&](std::size_t i, auto&) { ++done[i]; });
    EXPECT_TRUE(std::ranges::all_of(done, [](const auto& count) { return count == 1; })) << jobs;
  }
}

TEST(Workers, ProgressIsToldNowAndThen) {
  std::size_t calls = 0;
  for_each_index(
      1000, 3, "test",
      [&](std::string_view, std::size_t, std::size_t total) {
        ++calls;
        EXPECT_EQ(total, 1000U);
      },
      [](std::size_t, auto&) {});
  EXPECT_EQ(calls, 4U);
}

TEST(Run, FactsAreInDocumentOrderWhateverTheThreads) {
  const Engine engine = engine_with(kTwoExamples);
  std::vector<Document> documents;
  for (int i = 0; i < 100; ++i) {
    documents.push_back(document("d" + std::to_string(i),
                                 "The attack killed " + std::to_string(i + 2) + " people."));
  }
  const std::vector<Fact> one = facts_of(engine, documents, 1);
  const std::vector<Fact> four = facts_of(engine, documents, 4);
  ASSERT_EQ(one.size(), 100U);
  ASSERT_EQ(four.size(), 100U);
  for (std::uint32_t i = 0; i < 100; ++i) {
    EXPECT_EQ(one[i].document.index, i);
    EXPECT_EQ(one[i].value, four[i].value);
    EXPECT_EQ(std::get<Quantity>(one[i].value).nominal, Decimal(i + 2));
  }
}

TEST(Run, TheRecipeEndsInFindings) {
  const Engine engine = engine_with(kTwoExamples);
  Options options;
  options.one_story = true;
  const Findings findings =
      run_on(engine,
             {document("a", "The attack in Dolat killed 12 people.", "2025-09-13T10:00Z"),
              document("b", "The attack in Dolat killed 15 people.", "2025-09-13T12:00Z")},
             options);
  ASSERT_EQ(findings.facts.size(), 2U);
  ASSERT_EQ(findings.stories.stories.size(), 1U);
  EXPECT_EQ(findings.figures.size(), 2U);
  const auto deaths = std::ranges::find(findings.findings, "deaths", &Finding::fact);
  ASSERT_NE(deaths, findings.findings.end());
  EXPECT_EQ(deaths->relation, Relation::update);
  EXPECT_EQ(deaths->detail, Detail::rise);
}

TEST(Run, NothingInNothingOut) {
  const Findings findings = run_on(engine_with(kTwoExamples), {}, {});
  EXPECT_TRUE(findings.facts.empty());
  EXPECT_TRUE(findings.findings.empty());
}

class CheckFiles : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    std::string path = testing::TempDir() + "concord_pipeline_" + name;
    FILE* file = fopen(path.c_str(), "w");
    fwrite(text.data(), 1, text.size(), file);
    fclose(file);
    return path;
  }

  std::vector<Findings> check_drafts(std::optional<Timestamp> now) {
    Options options;
    options.one_story = true;
    options.now = now;
    options.drafts = {write("draft1.txt", "The attack in Dolat killed 12 people.\n"),
                      write("draft2.txt", "The attack in Dolat killed 15 people.\n")};
    options.inputs = {write("a.txt",
                            "---\npublished: 2025-09-13T10:00Z\n---\n"
                            "The attack in Dolat killed 12 people.\n"),
                      write("b.txt",
                            "---\npublished: 2025-09-13T12:00Z\n---\n"
                            "The attack in Dolat killed 15 people.\n"),
                      options.drafts.back()};
    Diagnostics diagnostics;
    const Engine engine = engine_with(kTwoExamples);
    auto checked = check(engine, options, diagnostics);
    EXPECT_TRUE(diagnostics.empty());
    return checked;
  }
};

TEST_F(CheckFiles, EachDraftIsHeldAgainstTheSourcesAlone) {
  const auto checked = check_drafts(std::nullopt);
  ASSERT_EQ(checked.size(), 2U);
  EXPECT_EQ(checked[0].documents.size(), 4U);
  EXPECT_EQ(checked[1].documents.size(), 3U) << "a draft is no source of its own";
  EXPECT_THAT(checked[0].documents[0].id, testing::EndsWith("draft1.txt"));
  EXPECT_THAT(checked[1].documents[0].id, testing::EndsWith("draft2.txt"));
}

TEST_F(CheckFiles, ADraftWithoutATimeIsTheNewest) {
  EXPECT_EQ(check_drafts(std::nullopt)[0].documents[0].published->written, "2025-09-13T12:00Z");
  const Timestamp now = parse_iso8601("2025-09-20T08:00Z")->utc;
  EXPECT_EQ(check_drafts(now)[0].documents[0].published->begin, now);
}

TEST(Explain, KeepsWhatWasSetAside) {
  const Explanation explained =
      explain(engine_with(kTwoExamples), "The attack killed 12 people in a film.");
  ASSERT_EQ(explained.facts.size(), 1U);
  EXPECT_THAT(explained.facts[0].excluded_by, testing::StartsWith("press/deaths.yaml:"));
  EXPECT_EQ(explained.values.size(), 1U);
}

TEST(Values, AreReadAgainstTheReference) {
  const Engine engine = engine_with(kTwoExamples);
  const Timestamp sunday = from_civil({.year = 2024, .month = 3, .day = 24});
  const auto found = values(engine, {.id = "1", .text = "on Saturday", .reference = sunday});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(std::get<TimeSpan>(found[0].value).timex, "2024-03-23");
  EXPECT_NE(std::get<TimeSpan>(values(engine, {.id = "1", .text = "on Saturday"})[0].value).timex,
            "2024-03-23");
}

}  // namespace
}  // namespace concord::pipeline
