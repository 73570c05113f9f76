#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.h"

namespace concord::compare {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Pick pick_named(const std::string& word) {
  return word == "highest" ? Pick::highest : word == "lowest" ? Pick::lowest : Pick::latest;
}

Part part_named(const std::string& word) {
  return word == "headline" ? Part::headline : word == "caption" ? Part::caption : Part::body;
}

CheckTerm term(const std::string& text) {
  CheckTerm result;
  std::istringstream words(text);
  std::string word;
  words >> word;
  if (word[0] == '-') {
    result.negative = true;
    word.erase(0, 1);
  }
  if (word == "sum") {
    result.all_keys = true;
    words >> word >> word;
  }
  if (word == "highest" || word == "lowest" || word == "latest") {
    result.pick = pick_named(word);
    words >> word;
  }
  if (word[0] >= '0' && word[0] <= '9') {
    result.number = decimal(word);
    return result;
  }
  const std::size_t dot = word.find('.');
  result.fact = word.substr(0, dot);
  result.kind = dot == std::string::npos ? "" : word.substr(dot + 1);
  if (words >> word) {
    std::string where;
    words >> where;
    if (word == "from") {
      result.from = where;
    } else {
      result.part = part_named(where);
    }
  }
  return result;
}

CheckRule check(const std::string& name, const std::vector<std::string>& left,
                Comparison comparison, const std::vector<std::string>& right,
                CheckWithin within = CheckWithin::event) {
  CheckRule rule;
  rule.name = name;
  rule.within = within;
  rule.must.comparison = comparison;
  rule.must.written = name;
  for (const std::string& text : left) {
    rule.must.left.push_back(term(text));
  }
  for (const std::string& text : right) {
    rule.must.right.push_back(term(text));
  }
  return rule;
}

RuleSet checked_rules() {
  RuleSet rules = test_rules();
  rules.checks.push_back(check("detained-adds-up", {"detained.gunmen", "detained.others"},
                               Comparison::equal, {"detained.total"}));
  rules.checks.push_back(check("headline-matches-body", {"deaths in headline"}, Comparison::equal,
                               {"deaths in body"}, CheckWithin::article));
  rules.checks.push_back(check("few-missing", {"deaths", "missing"}, Comparison::at_most, {"20"}));
  rules.checks.back().say = "{deaths} dead and {missing} missing are more than {20}";
  rules.checks.push_back(check("shares", {"sum of own"}, Comparison::at_most, {"100"}));
  return rules;
}

/// "check detail fact:kind" of each check's finding.
std::vector<std::string> broken(const Told& told) {
  std::vector<std::string> result;
  for (const Finding& finding : told.findings.findings) {
    if (!finding.check.empty()) {
      result.push_back(finding.check + " " + name_of(finding.detail) + " " + finding.fact + ":" +
                       finding.kind);
    }
  }
  return result;
}

TEST(Checks, BrokenSumOfOneDocument) {
  const Told told = tell({"a 4 fact=detained kind=gunmen", "a 7 fact=detained kind=others",
                          "a 12 fact=detained kind=total"},
                         checked_rules());
  EXPECT_THAT(broken(told), ElementsAre("detained-adds-up arithmetic detained:"));
}

TEST(Checks, BrokenSumAcrossDocuments) {
  const Told told = tell({"a 4 fact=detained kind=gunmen", "a 7 fact=detained kind=others",
                          "b 12 fact=detained kind=total"},
                         checked_rules());
  EXPECT_THAT(broken(told), ElementsAre("detained-adds-up arithmetic detained:"));
  EXPECT_EQ(summary(*main_finding(told, "detained", "total")), "uncorroborated/one_source 12-12");
}

TEST(Checks, LongApartMayBothBeRight) {
  const Told told = tell(
      {"a 4 fact=detained kind=gunmen at=23T10:00", "a 7 fact=detained kind=others at=23T10:00",
       "b 12 fact=detained kind=total at=24T10:00"},
      checked_rules());
  EXPECT_THAT(broken(told), IsEmpty());
}

TEST(Checks, HedgeMakesItPossible) {
  const Told told = tell({"a >=4 fact=detained kind=gunmen", "a 7 fact=detained kind=others",
                          "a 12 fact=detained kind=total"},
                         checked_rules());
  EXPECT_THAT(broken(told), IsEmpty());
  std::vector<std::string> notes;
  for (const Finding& finding : told.findings.findings) {
    notes.insert(notes.end(), finding.notes.begin(), finding.notes.end());
  }
  EXPECT_THAT(notes, Contains(HasSubstr("hedged figures leave this open: ")));
}

TEST(Checks, WhatARewrittenVersionContradictedIsGone) {
  const std::vector<std::string> rows = {"a 115 part=headline doc=a1 item=x:1",
                                         "a 130 doc=a1 item=x:1"};
  EXPECT_EQ(broken(tell(rows, checked_rules())).size(), 1U);
  std::vector<std::string> mended = rows;
  mended.push_back("a 130 part=headline doc=a2 item=x:2");
  mended.push_back("a 130 doc=a2 item=x:2");
  EXPECT_THAT(broken(tell(mended, checked_rules())), IsEmpty());
}

TEST(Checks, AHeadlineThatDropsAHedgeLeavesNothingOpen) {
  const auto open = [](const std::vector<std::string>& rows) {
    const Told told = tell(rows, checked_rules());
    return std::ranges::count_if(main_finding(told)->notes, [](const std::string& note) {
      return note.starts_with("hedged figures leave this open");
    });
  };
  EXPECT_EQ(open({"a 130 part=headline", "a >=130"}), 0);
  EXPECT_EQ(open({"a 150 part=headline", "a >=130"}), 1);
  EXPECT_EQ(open({"a 150 part=headline", "a >=130", "b 150 part=headline copy=a", "b >=130"}), 1);
}

TEST(Checks, HeadlineAgainstBodyIsInternal) {
  const Told told = tell({"a 115 part=headline", "a >=130"}, checked_rules());
  EXPECT_THAT(broken(told), ElementsAre("headline-matches-body internal deaths:"));
  EXPECT_EQ(summary(*main_finding(told)), "uncorroborated/one_source 130-*");
}

TEST(Checks, SmallestSetLeavesOutWhatIsNotNeeded) {
  const Told told = tell({"a 25", "a 3 fact=missing"}, checked_rules());
  ASSERT_THAT(broken(told), ElementsAre("few-missing arithmetic deaths:"));
  for (const Finding& finding : told.findings.findings) {
    if (!finding.check.empty()) {
      EXPECT_THAT(finding.notes, Contains("cannot all be true: deaths 25 (a)"));
      EXPECT_EQ(finding.reason,
                "25 dead and 3 missing are more than 20 (deaths 25 (a), missing 3 (a)).");
    }
  }
}

TEST(Checks, SumOverKeys) {
  EXPECT_THAT(broken(tell({"a 60 fact=own key=Red", "a 50 fact=own key=Blue"}, checked_rules())),
              ElementsAre("shares arithmetic own:"));
  EXPECT_THAT(broken(tell({"a 60 fact=own key=Red", "a 40 fact=own key=Blue"}, checked_rules())),
              IsEmpty());
}

TEST(Checks, WeekdayAgainstDate) {
  RuleSet rules = test_rules();
  rules.checks.push_back(check("weekday-matches-date", {}, Comparison::equal, {}));
  Told told = StoryReader(rules).read({"a 2024-03-22 fact=event_date"});
  std::get<TimeSpan>(told.findings.facts[0].value).weekday = 6;
  told.findings.figures = resolve(told.rules, told.findings.documents, told.findings.facts,
                                  told.findings.stories, test_services(), told.internal);
  compare(told.rules, test_services(), {}, told.findings);
  EXPECT_THAT(broken(told), ElementsAre("weekday-matches-date internal event_date:"));
}

TEST(Derive, MissingTotalIsWorkedOut) {
  const Told told =
      tell({"a 4 fact=detained kind=gunmen by=Reed", "a 7 fact=detained kind=others by=Reed"},
           checked_rules());
  const Finding* finding = main_finding(told, "detained", "total");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(summary(*finding), "uncorroborated/one_source 11-11");
  EXPECT_TRUE(told.findings.figures.back().derived);
  EXPECT_EQ(told.findings.figures.back().by->name, "Reed");
}

TEST(Derive, WorkedOutTotalAgreesWithAWrittenOne) {
  const Told told = tell({"a 4 fact=detained kind=gunmen", "a 7 fact=detained kind=others",
                          "b 11 fact=detained kind=total"},
                         checked_rules());
  EXPECT_EQ(summary(*main_finding(told, "detained", "total")), "agreement/equivalent 11-11");
}

TEST(Derive, HedgedPartsGiveNothing) {
  const Told told =
      tell({"a >=4 fact=detained kind=gunmen", "a 7 fact=detained kind=others"}, checked_rules());
  EXPECT_EQ(main_finding(told, "detained", "total"), nullptr);
}

struct Evaluated {
  std::vector<std::string> left;
  Comparison comparison;
  std::vector<std::string> right;
  std::map<std::string, std::string> given;
  Verdict3 verdict;
};

TEST(Evaluate, IsThreeValued) {
  using enum Comparison;
  using enum Verdict3;
  const std::vector<std::string> parts = {"detained.gunmen", "detained.others"};
  const Evaluated rows[] = {
      {parts,
       equal,
       {"detained.total"},
       {{"detained.gunmen", "4"}, {"detained.others", "7"}, {"detained.total", "11"}},
       holds},
      {parts,
       equal,
       {"detained.total"},
       {{"detained.gunmen", "4"}, {"detained.others", "7"}, {"detained.total", "12"}},
       broken},
      {parts,
       equal,
       {"detained.total"},
       {{"detained.gunmen", ">=4"}, {"detained.others", "7"}, {"detained.total", "12"}},
       possible},
      {parts,
       equal,
       {"detained.total"},
       {{"detained.gunmen", "4"}, {"detained.others", "7"}},
       unknown},
      {{"deaths in headline"},
       equal,
       {"deaths in body"},
       {{"deaths in headline", "137"}, {"deaths in body", ">=130"}},
       possible},
      {{"deaths in headline"},
       equal,
       {"deaths in body"},
       {{"deaths in headline", "115"}, {"deaths in body", ">=130"}},
       broken},
      {{"a"}, at_most, {"b"}, {{"a", "4"}, {"b", ">=4"}}, holds},
      {{"a"}, at_most, {"b"}, {{"a", "5"}, {"b", "4"}}, broken},
      {{"a"}, at_least, {"b"}, {{"a", ">=4"}, {"b", "3"}}, holds},
      {{"a"}, less, {"b"}, {{"a", "4"}, {"b", "4"}}, broken},
      {{"a"}, greater, {"b"}, {{"a", "5"}, {"b", "<=4"}}, holds},
      {{"a"}, not_equal, {"b"}, {{"a", "4"}, {"b", "4"}}, broken},
      {{"a"}, not_equal, {"b"}, {{"a", "4"}, {"b", ">=4"}}, possible},
      {{"a", "-b"}, equal, {"1"}, {{"a", "5"}, {"b", "4"}}, holds},
      {{"sum of v"}, at_most, {"100"}, {{"sum of v", "104"}}, broken},
      {{"sum of v"}, at_most, {"100"}, {{"v.red", "60"}, {"v.blue", "50"}}, broken},
  };
  for (const Evaluated& row : rows) {
    std::map<std::string, Quantity> figures;
    for (const auto& [name, value] : row.given) {
      figures[name] = std::get<Quantity>(value_of_text(value, ""));
    }
    const CheckRule rule = check("x", row.left, row.comparison, row.right);
    EXPECT_EQ(evaluate(rule.must, figures), row.verdict) << row.left.front();
  }
}

TEST(Evaluate, Tolerance) {
  CheckRule rule = check("x", {"a"}, Comparison::equal, {"b"});
  rule.must.tolerance = Decimal(5);
  const auto verdict = [&](const char* a, const char* b) {
    return evaluate(rule.must, {{"a", count(a)}, {"b", count(b)}});
  };
  EXPECT_EQ(verdict("100", "104"), Verdict3::holds);
  EXPECT_EQ(verdict("100", "106"), Verdict3::broken);
  rule.must.tolerance_is_percent = true;
  EXPECT_EQ(verdict("100", "105"), Verdict3::holds);
  EXPECT_EQ(verdict("100", "106"), Verdict3::broken);
}

TEST(Gaps, ExpectedFactsThatNoSourceGives) {
  RuleSet rules = test_rules();
  rules.events.push_back(
      EventKind{.name = "attack", .expects = {"deaths", "injured", "unheard_of"}});
  rules.events.push_back(EventKind{.name = "fire", .expects = {"area"}});
  std::vector<std::string> gaps;
  for (const Finding& finding : tell({"a 12", "b 12"}, rules).findings.findings) {
    if (finding.relation == Relation::gap) {
      gaps.push_back(finding.fact + " " + name_of(finding.detail));
      EXPECT_EQ(finding.severity, Severity::note);
    }
  }
  EXPECT_THAT(gaps, ElementsAre("injured none"));
}

}  // namespace
}  // namespace concord::compare
