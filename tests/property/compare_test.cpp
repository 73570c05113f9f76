// Laws of comparing, over random stories of a few sources: figures, hedges, times, voices,
// versions.
#include <algorithm>
#include <random>
#include <rapidcheck.h>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "../unit/compare/story.h"
#include "compare/positions.h"

namespace concord::compare {
namespace {

using Rows = std::vector<std::string>;

std::string pick(const std::vector<std::string>& choices) {
  return *rc::gen::elementOf(choices);
}

/// One document's statement; `i` makes the document's id.
std::string random_row(int i) {
  std::string row = pick({"a", "b", "c", "d", "wire", "mirror"}) + " ";
  row += pick({"12", "14", "15", ">=12", ">=6", "<=14", "~13", "12-14", "12coll", "30"});
  row += " doc=" + std::to_string(i);
  row += pick(
      {"", " at=10:00", " at=12:00", " at=12:00", " at=14:00", " at=23", " at=24T09:00", " at=26"});
  row += pick({"", "", "", " by=Police", " by=officials", " by=Rebels"});
  row += pick({"", "", "", "", " mode=corrected", " mode=possible", " mode=denied"});
  row += pick({"", "", "", "", " event=unsure", " event=other:Kabul"});
  row += pick({"", "", " fact=injured", " fact=magnitude", " fact=close"});
  return row;
}

Rows random_story() {
  Rows rows;
  const int size = *rc::gen::inRange(1, 9);
  for (int i = 0; i < size; ++i) {
    rows.push_back(random_row(i));
  }
  return rows;
}

/// A finding without the numbers that depend on the order of documents.
std::string printed(const Told& told, const Finding& finding) {
  std::string text = finding.id + " " + summary(finding) + " " + finding.fact + " " + finding.kind +
                     " " + finding.key + " " + finding.reason +
                     (finding.directed ? " directed" : "");
  for (const std::string& note : finding.notes) {
    text += "\n  note " + note;
  }
  for (const auto& [policy, figure] : finding.policies) {
    text += "\n  " + policy + " " + figure;
  }
  for (const Position& position : finding.positions) {
    text += "\n  position " + position.label + (position.superseded ? " superseded" : "");
    for (const std::string& source : position.sources) {
      text += " " + source;
    }
  }
  for (const Evidence& evidence : finding.evidence) {
    text += "\n  " +
            told.findings.documents[told.findings.facts[evidence.fact.index].document.index].id +
            " " + evidence.remark;
  }
  return text;
}

std::vector<std::string> printed(const Told& told) {
  std::vector<std::string> result;
  for (const Finding& finding : told.findings.findings) {
    result.push_back(printed(told, finding));
  }
  return result;
}

TEST(CompareLaws, OrderOfDocumentsNeverMatters) {
  EXPECT_TRUE(rc::check([] {
    const Rows rows = random_story();
    Rows shuffled = rows;
    std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const auto before = printed(tell(rows));
    const auto after = printed(tell(shuffled));
    RC_ASSERT(before == after);
  }));
}

using Measured = std::tuple<std::string, std::string, std::string, std::string>;

Measured measured(const Finding& finding) {
  const std::string event = finding.event.role == EventRole::other ? finding.event.name : "";
  return {event, finding.fact, finding.kind, finding.key};
}

TEST(CompareLaws, OneFindingForEveryMeasureStated) {
  EXPECT_TRUE(rc::check([] {
    const Told told = tell(random_story());
    std::multiset<Measured> found;
    for (const Finding& finding : told.findings.findings) {
      if (finding.detail != Detail::internal) {
        found.insert(measured(finding));
      }
    }
    std::set<Measured> stated;
    for (const Figure& figure : told.findings.figures) {
      const std::string event = figure.event.role == EventRole::other ? figure.event.name : "";
      stated.insert({event, figure.fact, figure.kind, figure.key});
    }
    RC_ASSERT(found.size() == stated.size());
    for (const Measured& one : stated) {
      RC_ASSERT(found.count(one) == 1U);
    }
  }));
}

TEST(CompareLaws, AnAgreeingSourceMakesNoDiscrepancy) {
  EXPECT_TRUE(rc::check([] {
    Rows rows = random_story();
    const std::string repeated = *rc::gen::elementOf(rows);
    std::set<Measured> before;
    for (const Finding& finding : tell(rows).findings.findings) {
      if (finding.relation == Relation::discrepancy) {
        before.insert(measured(finding));
      }
    }
    // The same words at the same time, from an outlet of its own.
    std::string row = "newcomer" + repeated.substr(repeated.find(' '));
    row.replace(row.find("doc="), 5, "doc=n");
    rows.push_back(row);
    for (const Finding& finding : tell(rows).findings.findings) {
      if (finding.relation == Relation::discrepancy) {
        RC_ASSERT(before.contains(measured(finding)));
      }
    }
  }));
}

TEST(CompareLaws, UnsureFiguresNeverRaiseADiscrepancy) {
  EXPECT_TRUE(rc::check([] {
    const Rows rows = random_story();
    Rows sure;
    for (const std::string& row : rows) {
      if (row.find("event=unsure") == std::string::npos) {
        sure.push_back(row);
      }
    }
    RC_PRE(!sure.empty());
    std::set<Measured> without;
    for (const Finding& finding : tell(sure).findings.findings) {
      if (finding.relation == Relation::discrepancy) {
        without.insert(measured(finding));
      }
    }
    for (const Finding& finding : tell(rows).findings.findings) {
      if (finding.relation == Relation::discrepancy) {
        RC_ASSERT(without.contains(measured(finding)));
      }
    }
  }));
}

TEST(CompareLaws, SweepGivesGroupsWhoseMembersShareAPoint) {
  EXPECT_TRUE(rc::check([] {
    const int size = *rc::gen::inRange(1, 12);
    std::vector<Interval<Decimal>> intervals;
    std::vector<std::optional<Decimal>> nominal(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
      const int low = *rc::gen::inRange(0, 20);
      Interval<Decimal> interval{Decimal(low), Decimal(low + *rc::gen::inRange(0, 8))};
      if (*rc::gen::inRange(0, 5) == 0) {
        interval.high.reset();
      }
      intervals.push_back(interval);
    }
    const Sweep swept = sweep(intervals, nominal);
    for (std::size_t i = 0; i < intervals.size(); ++i) {
      RC_ASSERT(overlaps(intervals[i], swept.common[swept.group[i]]));
      for (std::size_t j = 0; j < intervals.size(); ++j) {
        RC_ASSERT(overlaps(intervals[i], intervals[j]) == overlaps(intervals[j], intervals[i]));
        // Committed to one group and sharing it, two can be true together.
        if (swept.group[i] == swept.group[j] && swept.committed[i] && swept.committed[j]) {
          RC_ASSERT(overlaps(intervals[i], intervals[j]));
        }
      }
    }
  }));
}

}  // namespace
}  // namespace concord::compare
