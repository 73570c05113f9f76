#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/pipeline.h"

namespace concord::pipeline {
namespace {

using report::Format;
using testing::IsEmpty;

report::CheckRun one_finding() {
  Diagnostic told;
  told.code = "deaths/behind";
  told.severity = Severity::warning;
  told.message = "12 here, 14 elsewhere";
  told.where = {.file = "a draft.md", .line = 3, .column = 5};
  told.finding = "0123456789ab";
  report::CheckRun run;
  run.drafts = {{"a draft.md", {told}}};
  return run;
}

TEST(ReadBaseline, OfEveryMachineFormat) {
  report::CheckRun run = one_finding();
  for (const std::string& text : {check_json(run, Format::json), check_json(run, Format::jsonl),
                                  check_report(run, Format::sarif)}) {
    const auto baseline = read_baseline(text);
    ASSERT_TRUE(baseline) << text;
    ASSERT_EQ(baseline->size(), 1U) << text;
    const auto& [id, told] = *baseline->begin();
    EXPECT_EQ(id, "0123456789ab");
    EXPECT_EQ(told.code, "deaths/behind");
    EXPECT_EQ(told.severity, Severity::warning);
    EXPECT_EQ(told.where.file, "a draft.md");
    EXPECT_EQ(told.where.line, 3U);
    EXPECT_EQ(told.finding, id);
  }
}

TEST(ReadBaseline, WhatWasGoneThenIsNotKnown) {
  report::CheckRun run = one_finding();
  run.baseline = report::Baseline{{"0123456789ab", run.drafts[0].diagnostics[0]}};
  run.drafts[0].diagnostics.clear();
  const auto baseline = read_baseline(check_report(run, Format::sarif));
  ASSERT_TRUE(baseline);
  EXPECT_THAT(*baseline, IsEmpty());
}

TEST(ReadBaseline, OfNothingFoundIsEmpty) {
  for (const char* text :
       {"", "{\"diagnostics\": []}", "{\"runs\": []}",
        "{\"runs\": [{\"results\": [{\"locations\": []}]}]}", "{\"diagnostics\": [1, null]}"}) {
    const auto baseline = read_baseline(text);
    ASSERT_TRUE(baseline) << text;
    EXPECT_THAT(*baseline, IsEmpty()) << text;
  }
}

TEST(ReadBaseline, AnythingElseIsNone) {
  for (const char* text : {"{", "{}", "\"finding\":", "{\"finding\": null}", "{\"finding\": 3}",
                           "[[[", "{\"runs\": 3}", "file,line,column\na.md,3,1\n"}) {
    EXPECT_FALSE(read_baseline(text)) << text;
  }
}

}  // namespace
}  // namespace concord::pipeline
