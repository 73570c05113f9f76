#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_findings.h"
#include "advise/advise.h"

namespace concord::advise {
namespace {

using sample::add_fact;
using sample::count;
using sample::document;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Told {
  std::string text;
  std::string filler;
  Value value;
};

/// The one difference between two outlets, after it was softened.
Finding between(const Told& one, const Told& other, Relation relation = Relation::discrepancy) {
  Findings findings;
  findings.documents = {document("Lantern", one.text), document("Meridian", other.text)};
  const FactId first = add_fact(findings, 0, one.filler, one.value);
  const FactId second = add_fact(findings, 1, other.filler, other.value);
  Finding finding;
  finding.fact = "injured";
  finding.relation = relation;
  finding.detail = Detail::undirected;
  finding.severity = Severity::warning;
  finding.positions = {{{}, "", {"Lantern"}, {first}, false, {}},
                       {{}, "", {"Meridian"}, {second}, false, {}}};
  findings.findings = {std::move(finding)};
  soften(findings);
  return findings.findings.front();
}

TEST(Soften, AnAgeTakenForANumberIsANote) {
  const Finding finding = between({"A 24-year-old was hurt.", "24-year-old", count(1)},
                                  {"Four people were hurt.", "Four", count(4)});
  EXPECT_EQ(finding.severity, Severity::note);
  EXPECT_EQ(finding.relation, Relation::discrepancy);
  EXPECT_THAT(finding.notes, Contains(HasSubstr("perhaps no difference")));
}

TEST(Soften, ADifferenceWithoutADoubtStays) {
  const Finding finding = between({"Three people were hurt in Orsk.", "Three", count(3)},
                                  {"Four people were hurt in Orsk.", "Four", count(4)});
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_THAT(finding.notes, IsEmpty());
}

TEST(Soften, OnlyDifferencesAreSoftened) {
  const Finding finding = between({"A 24-year-old was hurt.", "24-year-old", count(1)},
                                  {"Four people were hurt.", "Four", count(4)}, Relation::update);
  EXPECT_EQ(finding.severity, Severity::warning);
}

}  // namespace
}  // namespace concord::advise
