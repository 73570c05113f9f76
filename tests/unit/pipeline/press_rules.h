// A small rule file of the tests' own.
#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "pipeline/pipeline.h"
#include "report/report.h"
#include "rules/rules.h"

namespace concord::pipeline {

constexpr std::string_view kHead =
    "factrules: 1\npack: press\nversion: 1.0.0\nowner: tests\nstatus: stable\n";

constexpr std::string_view kDeaths = R"(
attribution:
  phrases: |
    according to {s}
contexts:
  denied:
    cue: denied that
    reaches: right
    stops at: but
    at most: 8 words
events:
  attack:
    nouns: (attack|siege)
    told apart by: [place, date, name]
    known:
      Tern siege: { place: Tern, date: 2004-09-01 }
facts:
  deaths:
    describe: People killed
    value: count
    find: |
      kill~ {n} people
      {n} people died
    unless: |
      kill~ {n} people in a film
    event: attack
    compare: { agree: ranges overlap, trend: only rises, stale after: 6 hours, severity: error }
    examples:
)";

/// An engine of the deaths rule with these lines under `examples:`.
inline Engine engine_with(const std::string& examples, const std::string& more = {}) {
  Diagnostics diagnostics;
  RuleSet set =
      rules::load_text("press/deaths.yaml",
                       std::string(kHead) + std::string(kDeaths) + examples + more, diagnostics);
  Engine engine(std::move(set), diagnostics);
  EXPECT_TRUE(diagnostics.empty())
      << report::diagnostics_report(diagnostics, report::Format::human, {});
  return engine;
}

constexpr const char* kTwoExamples = R"(
      - text: The attack killed 12 people.
        get: 12
      - text: Nobody died.
        get: nothing
)";

}  // namespace concord::pipeline
