#include "pipeline/left_behind.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace concord::pipeline {
namespace {

/// One statement a row, ours first: the hour it was told, its figure, whether it is a floor, and
/// its position.
struct Told {
  std::int64_t hour;
  std::int64_t figure;
  bool floor = false;
  std::size_t position = 0;
};

Findings findings_of(const std::vector<Told>& rows, const std::vector<bool>& superseded) {
  Findings findings;
  Finding finding;
  finding.positions.resize(superseded.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    Document document;
    const Timestamp time{rows[i].hour * 3600};
    document.published = Publication{"", time, time, 0};
    findings.documents.push_back(document);
    Quantity quantity;
    quantity.nominal = Decimal(rows[i].figure);
    quantity.hard = Interval<Decimal>::exactly(*quantity.nominal);
    if (rows[i].floor) {
      quantity.hard.high.reset();
    }
    Fact fact;
    fact.document = DocumentId{i};
    fact.value = quantity;
    findings.facts.push_back(fact);
    finding.positions[rows[i].position].facts.push_back(FactId{i});
  }
  for (std::size_t i = 0; i < superseded.size(); ++i) {
    finding.positions[i].superseded = superseded[i];
  }
  findings.findings.push_back(finding);
  return findings;
}

std::int64_t since(const std::vector<Told>& rows, const std::vector<bool>& superseded) {
  const Findings findings = findings_of(rows, superseded);
  const auto time = left_behind_since(findings, findings.findings.front(), FactId{0});
  return time ? time->seconds / 3600 : -1;
}

TEST(LeftBehind, SinceTheFirstOtherFigureThatCameAfterOurs) {
  EXPECT_EQ(since({{10, 12, false, 0}, {32, 19, false, 1}}, {true, false}), 32);
  // The wires had 19 before one of them made it 18.
  EXPECT_EQ(
      since({{10, 12, false, 0}, {32, 19, false, 2}, {47, 18, false, 1}}, {true, false, true}), 32);
  // What was lower, or came before ours, left nobody behind.
  EXPECT_EQ(since({{10, 12, false, 1}, {11, 9, false, 0}, {8, 9, false, 0}, {32, 19, false, 2}},
                  {true, true, false}),
            32);
}

TEST(LeftBehind, AFloorInOnePositionWithWhatPassedIt) {
  EXPECT_EQ(since({{10, 10, true}, {11, 40}, {12, 40}}, {false}), 11);
}

TEST(LeftBehind, AFloorBelowOursAllowedIt) {
  EXPECT_EQ(since({{10, 24, false, 0}, {11, 21, true, 1}, {32, 23, false, 1}}, {true, false}), 32);
}

TEST(LeftBehind, WhatWasToldBeforeOursStandsWhereNothingCameAfter) {
  EXPECT_EQ(since({{10, 12, false, 0}, {9, 14, false, 1}}, {true, false}), 9);
  EXPECT_EQ(since({{10, 12}}, {false}), -1);
}

}  // namespace
}  // namespace concord::pipeline
