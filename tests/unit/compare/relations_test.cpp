#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compare/measure.h"
#include "story.h"

namespace concord::compare {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

struct Case {
  const char* name;
  std::vector<std::string> rows;
  const char* expected;
};

class Relations : public ::testing::TestWithParam<Case> {};

TEST_P(Relations, IsTheOneOfVerdicts) {
  const Told told = tell(GetParam().rows);
  const std::string first = GetParam().rows.front();
  const std::size_t at = first.find("fact=");
  const std::string fact =
      at == std::string::npos ? "deaths" : first.substr(at + 5, first.find(' ', at) - at - 5);
  const Finding* finding = main_finding(told, fact);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(summary(*finding), GetParam().expected) << finding->reason;
}

INSTANTIATE_TEST_SUITE_P(
    Settled, Relations,
    ::testing::Values(
        Case{"seed_row_1", {"a 133", "b >=130"}, "agreement/compatible 130-133"},
        Case{"seed_row_1_dated",
             {"b >=130 at=23T18:00", "a 133 at=24T09:00"},
             "agreement/compatible 133-133"},
        Case{"seed_row_1_flat", {"b 130 at=23T18:00", "a 133 at=24T09:00"}, "update/rise 133-133"},
        Case{"seed_row_1_stale_copy",
             {"b 130 at=23T18:00", "a 133 at=24T09:00", "c 130 at=25T18:00 copy=b"},
             "discrepancy/stale 133-133"},
        Case{"same", {"a 12", "b 12"}, "agreement/same 12-12"},
        Case{"floors_only", {"a >=12", "b >=15"}, "agreement/compatible 12-*"},
        Case{"equal_floors", {"a >=12", "b >=12"}, "agreement/same 12-*"},
        Case{"ceiling", {"a <=50", "b <=40"}, "agreement/compatible *-50"},
        Case{"about", {"a ~40", "b 44"}, "agreement/compatible 40-44"},
        Case{"between", {"a 100-120", "b 110"}, "agreement/compatible 100-120"},
        Case{"collective", {"a 12coll", "b 12"}, "agreement/equivalent 12-12"},
        Case{"two_collectives", {"a 12coll", "b 12coll"}, "agreement/same 12-12"},
        Case{"sum", {"a 12 derived", "b 12"}, "agreement/equivalent 12-12"},
        Case{"magnitude_word", {"a 1.2m", "b 1187000"}, "agreement/compatible 1187000-1200000"},
        Case{"plain_count_is_exact", {"a 130", "b 133"}, "discrepancy/undirected 130-133"},
        Case{"one_source", {"a 12"}, "uncorroborated/one_source 12-12"},
        Case{"one_source_floor", {"a >=12"}, "uncorroborated/one_source 12-*"},
        Case{"two_articles_of_one_source",
             {"a 12 doc=a1", "a 12 doc=a2"},
             "uncorroborated/one_source 12-12"},
        Case{"copies", {"a 12", "b 12 copy=a"}, "uncorroborated/one_origin 12-12"},
        Case{"known_copier", {"wire 12", "mirror 12"}, "uncorroborated/one_origin 12-12"},
        Case{"copies_and_another", {"a 12", "b 12 copy=a", "c 12"}, "agreement/same 12-12"},
        Case{"one_authority",
             {"a 12 by=Vladimir_Reed", "b 12 by=Reed"},
             "uncorroborated/one_origin 12-12"},
        Case{"citing_the_other", {"a 12 by=wire", "wire 12"}, "uncorroborated/one_origin 12-12"},
        Case{"officials_are_nobody",
             {"a 12 by=officials", "b 12 by=officials"},
             "agreement/same 12-12"},
        Case{"two_authorities", {"a 12 by=Police", "b 12 by=Governor"}, "agreement/same 12-12"},
        Case{"rise", {"a 93 at=10:00", "b 133 at=14:00"}, "update/rise 133-133"},
        Case{"rise_twice",
             {"a 93 at=10:00", "b 115 at=12:00", "c 133 at=14:00"},
             "update/rise 133-133"},
        Case{"lag_within_patience",
             {"a 93 at=10:00", "b 133 at=14:00", "c 93 at=16:00"},
             "update/rise 133-133"},
        Case{"stale_later",
             {"a 93 at=10:00", "b 133 at=14:00", "c 93 at=22:30"},
             "discrepancy/stale 133-133"},
        Case{
            "new_lower_soon", {"a 133 at=10:00", "b 120 at=12:00"}, "discrepancy/conflict 120-133"},
        Case{"new_lower_late", {"a 133 at=10:00", "b 120 at=20:00"}, "discrepancy/stale 133-133"},
        Case{"own_lower",
             {"a 133 doc=a1 at=10:00", "a 120 doc=a2 at=12:00"},
             "discrepancy/against_trend 120-133"},
        Case{"corrected_lower",
             {"a 133 at=10:00", "b 120 at=12:00 mode=corrected"},
             "update/revised 120-120"},
        Case{"new_version_lower",
             {"a 133 doc=a1 at=10:00 item=x:1", "a 120 doc=a2 at=12:00 item=x:2"},
             "update/revised 120-120"},
        Case{"undated_versions",
             {"a 130 doc=a1 item=x:1", "a 133 doc=a2 item=x:2"},
             "update/rise 133-133"},
        Case{"undated_versions_down",
             {"a 133 doc=a1 item=x:1", "a 130 doc=a2 item=x:2"},
             "update/revised 130-130"},
        Case{"corrected_by_own_version_settles_a_conflict",
             {"a 45 fact=magnitude doc=a1 at=10:00 item=x:1", "b 54 fact=magnitude at=12:00",
              "a 54 fact=magnitude doc=a2 at=14:00 item=x:2"},
             "update/revised 54-54"},
        Case{"lowered_version_agrees_with_others",
             {"a 14 doc=a1 at=10:00 item=x:1", "b 11 at=11:00", "a 11 doc=a2 at=12:00 item=x:2"},
             "update/revised 11-11"},
        Case{"party_and_officials_in_one_article",
             {"a 12 by=ministry", "a 45 by=Rebels", "b 12"},
             "discrepancy/conflict 12-12"},
        Case{"equal_times", {"a 93 at=10:00", "b 133 at=10:00"}, "discrepancy/undirected 93-133"},
        Case{"whole_day_and_hour",
             {"a 93 at=23", "b 133 at=23T18:00"},
             "discrepancy/undirected 93-133"},
        Case{"days_in_order", {"a 93 at=23", "b 133 at=24"}, "update/rise 133-133"},
        Case{"later_settles_a_tie",
             {"a 93 at=10:00", "b 133 at=10:00", "c 133 at=12:00"},
             "update/rise 133-133"},
        Case{"conflict_before_update",
             {"a 93 at=10:00", "b 133 at=12:00", "c 120 at=13:00"},
             "discrepancy/conflict 93-133"},
        Case{"undated_third",
             {"a 93 at=10:00", "b 133 at=12:00", "c 150"},
             "discrepancy/undirected 133-150"},
        Case{"undated_repeats_the_old",
             {"a 93 at=10:00", "b 133 at=12:00", "c 93"},
             "update/rise 133-133"},
        Case{"old_floor_is_stale",
             {"a 133 at=10:00", "b >=60 at=20:00"},
             "discrepancy/stale 133-133"},
        Case{"old_floor_soon_is_not",
             {"a 133 at=10:00", "b >=60 at=12:00"},
             "agreement/compatible 60-133"},
        Case{"near_floor_is_not",
             {"a 133 at=10:00", "b >=130 at=20:00"},
             "agreement/compatible 130-133"},
        Case{"floor_fits_both",
             {"a 93 at=10:00", "b 133 at=12:00", "c >=90 at=12:30"},
             "update/rise 133-133"},
        Case{"floor_repeats_the_old",
             {"a 12 at=08:00", "b 14 at=09:00", "c >=12 at=14:00"},
             "update/rise 14-14"},
        Case{"rough_number_repeats_the_old",
             {"a 12 at=08:00", "b 14 at=09:00", "c ~13 at=10:00"},
             "update/rise 14-14"},
        Case{"floor_of_its_own_stands",
             {"a 12 at=08:00", "b 14 at=09:00", "c >=13 at=10:00"},
             "update/rise 13-14"},
        Case{"vague_word_adds_nothing",
             {"a dozens at=08:00", "b 15 at=09:00"},
             "agreement/compatible 15-15"},
        Case{"vague_word_alone", {"a dozens", "b dozens"}, "agreement/same 13-*"},
        Case{"vague_word_above", {"a 15 at=08:00", "b hundreds at=09:00"}, "update/rise 101-*"},
        Case{"as_of_before_the_other",
             {"a 15 at=18:30", "b 12 at=19:00 as_of=09:00"},
             "update/rise 15-15"},
        Case{"as_of_after_the_other",
             {"a 15 at=18:30", "b 12 at=19:00 as_of=18:45"},
             "discrepancy/conflict 12-15"},
        Case{"as_of_to_come",
             {"a 15 at=18:30", "b 12 at=19:00 as_of=20:00"},
             "discrepancy/conflict 12-15"},
        Case{"either_half_of_the_day",
             {"a 15 at=18:30", "b 12 at=19:00 as_of=05:00 text=As_of_five_o'clock,_12."},
             "discrepancy/conflict 12-15"},
        Case{"time_that_is_not_its_own",
             {"a 15 at=18:30", "b 12 at=19:00 as_of=09:00 text=Killed_by_the_noon_blast:_12."},
             "discrepancy/conflict 12-15"},
        Case{"party_differs",
             {"a 12 by=health_ministry", "b 40 by=Rebels"},
             "discrepancy/conflict 12-12"},
        Case{"party_licenses_nothing",
             {"a 12 at=10:00", "b 40 by=Rebels at=12:00"},
             "discrepancy/conflict 12-12"},
        Case{"party_beside_a_fall_of_the_others",
             {"a 61 at=10:00 item=i:1", "b 63 by=Rebels at=11:00", "a 60 at=12:00 item=i:2 doc=y"},
             "discrepancy/conflict 60-60"},
        Case{"party_agrees", {"a 12", "b 12 by=Rebels"}, "agreement/same 12-12"},
        Case{"possible_alone", {"a 200 mode=possible"}, "uncorroborated/one_source *-*"},
        Case{"possible_beside", {"a 12", "b 12", "c 200 mode=possible"}, "agreement/same 12-12"},
        Case{"unsure_agrees", {"a 12", "b 12 event=unsure"}, "agreement/same 12-12"},
        Case{"unsure_never_differs",
             {"a 12", "b 14 event=unsure"},
             "uncorroborated/one_source 12-12"},
        Case{"unsure_alone",
             {"a 12 event=unsure", "b 14 event=unsure"},
             "uncorroborated/one_source 12-14"},
        Case{"free_fall",
             {"a 40 fact=injured at=10:00", "b 30 fact=injured at=12:00"},
             "update/fall 30-30"},
        Case{"free_undirected",
             {"a 40 fact=injured", "b 30 fact=injured"},
             "discrepancy/undirected 30-40"},
        Case{"free_stale",
             {"a 40 fact=injured at=10:00", "b 60 fact=injured at=11:00",
              "c 40 fact=injured at=20:00"},
             "discrepancy/stale 60-60"},
        Case{"fixed",
             {"a 61 fact=magnitude at=10:00", "b 63 fact=magnitude at=12:00"},
             "discrepancy/conflict 61-63"},
        Case{"fixed_undated",
             {"a 61 fact=magnitude", "b 63 fact=magnitude"},
             "discrepancy/conflict 61-63"},
        Case{"fixed_revised",
             {"a 61 fact=magnitude at=10:00", "b 63 fact=magnitude at=12:00 mode=corrected"},
             "update/revised 63-63"},
        Case{"units",
             {"a 12000acre fact=area", "b 4856har fact=area"},
             "agreement/equivalent 4856-4856.22770688"},
        Case{"units_apart",
             {"a 12000acre fact=area", "b 4800har fact=area"},
             "discrepancy/undirected 4800-4856.22770688"},
        Case{"within", {"a 10 fact=close", "b 12 fact=close"}, "agreement/compatible 10-12"},
        Case{"not_within", {"a 10 fact=close", "b 13 fact=close"}, "discrepancy/undirected 10-13"},
        Case{"natural_authority",
             {"a 5 fact=own by=Norvik", "b 5 fact=own by=Norvik"},
             "agreement/same 5-5"},
        Case{
            "natural_authority_alone", {"a 5 fact=own by=Norvik"}, "uncorroborated/one_source 5-5"},
        Case{"narrower",
             {"a name:ISIS-K<Islamic_State fact=claim kind=claimed",
              "b name:Islamic_State fact=claim kind=claimed"},
             "agreement/narrower *-*"},
        Case{"same_name",
             {"a name:Red_Line fact=claim kind=claimed", "b name:red_line fact=claim kind=claimed"},
             "agreement/same *-*"},
        Case{"two_claimants",
             {"a name:Red_Line fact=claim kind=claimed at=10:00",
              "b name:Grey_Hand fact=claim kind=claimed at=12:00"},
             "discrepancy/conflict *-*"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Reasons, TheNewestOfTheStaleIsNamedFirst) {
  const Told told = tell({"a 133 at=10:00", "b 120 at=20:00", "c 120 at=21:00"});
  const Finding* finding = main_finding(told, "deaths");
  ASSERT_NE(finding, nullptr);
  EXPECT_THAT(finding->reason, HasSubstr("c and b"));
}

TEST(Relations, DayIsWorkedOutFromDuration) {
  const Told told =
      tell({"c 2024-03-22 fact=event_date", "a 20h fact=silence", "b sat fact=silence"});
  const Finding* finding = main_finding(told, "silence");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(summary(*finding), "agreement/equivalent 72000-72000") << finding->reason;
  EXPECT_THAT(finding->notes, Contains(HasSubstr("after 04:00 on 2024-03-22")));
}

TEST(Relations, OtherEventsAreFindingsOfTheirOwn) {
  const Told told = tell({"a 133", "a 182 event=other:Kabul", "b 133", "b 182 event=other:kabul"});
  int other = 0;
  for (const Finding& finding : told.findings.findings) {
    if (finding.event.role == EventRole::other) {
      ++other;
      EXPECT_EQ(summary(finding), "agreement/same 182-182");
    } else {
      EXPECT_EQ(summary(finding), "agreement/same 133-133");
    }
  }
  EXPECT_EQ(other, 1);
}

TEST(Relations, GroupThatClaimsAndDeniesIsAConflict) {
  const Told told =
      tell({"a name:Red_Line fact=claim kind=claimed", "b name:Red_Line fact=claim kind=denied"});
  std::vector<std::string> found;
  for (const Finding& finding : told.findings.findings) {
    found.push_back(summary(finding) + " " + finding.kind + ":" + finding.key);
  }
  EXPECT_THAT(found,
              ::testing::UnorderedElementsAre("uncorroborated/one_source *-* claimed:",
                                              "uncorroborated/one_source *-* denied:Red Line",
                                              "discrepancy/conflict *-* :Red Line"));
}

TEST(Relations, PlacesNamedTogetherAreOne) {
  const std::vector<std::string> rows = {"a name:Dome_Hall fact=place", "a name:Ardal fact=place",
                                         "b name:Ardal fact=place", "c name:Dome_Hall fact=place"};
  RuleSet rules = test_rules();
  rules.facts.push_back(fact_rule("place", RuleTrend::fixed));
  EXPECT_EQ(summary(*main_finding(tell(rows, rules), "place")), "agreement/narrower *-*");
  EXPECT_EQ(summary(*main_finding(tell({rows[2], rows[3]}, rules), "place")),
            "discrepancy/conflict *-*");
}

TEST(Relations, CurrenciesAreKeptApart) {
  const Told told =
      tell({"a 5EUR fact=revenue key=Norvik_Q2_2025", "b 6USD fact=revenue key=Norvik_Q2_2025"});
  ASSERT_EQ(told.findings.findings.size(), 2U);
  EXPECT_EQ(told.findings.findings[0].key, "Norvik Q2 2025 EUR");
  EXPECT_EQ(told.findings.findings[1].key, "Norvik Q2 2025 USD");
}

TEST(Relations, PersonsMatchByTheirLastName) {
  const Told told = tell({"a 5 fact=own key=Anna_Reed", "b 5 fact=own key=Reed"});
  ASSERT_EQ(told.findings.findings.size(), 1U);
  EXPECT_EQ(told.findings.findings[0].key, "Reed");
  EXPECT_EQ(summary(told.findings.findings[0]), "agreement/same 5-5");
}

TEST(Relations, SharedLastNameIsNobody) {
  const Told told =
      tell({"a 5 fact=own key=Anna_Reed", "b 5 fact=own key=Otto_Reed", "c 5 fact=own key=Reed"});
  EXPECT_EQ(told.findings.findings.size(), 3U);
}

struct NoteCase {
  const char* name;
  std::vector<std::string> rows;
  const char* note;
};

class Notes : public ::testing::TestWithParam<NoteCase> {};

TEST_P(Notes, TellAnEditor) {
  const Told told = tell(GetParam().rows);
  const Finding* finding = main_finding(told);
  ASSERT_NE(finding, nullptr);
  EXPECT_THAT(finding->notes, Contains(HasSubstr(GetParam().note)));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Notes,
    ::testing::Values(
        NoteCase{"floor_behind", {"a 133", "b >=130"}, "b: the floor of 130 is behind 133 by 3"},
        NoteCase{"since", {"b >=130 at=23T18:00", "a 133 at=24T09:00"}, "by 3 since a at 24T09:00"},
        NoteCase{"undated", {"a 133", "b 130"}, "--published"},
        NoteCase{"alleged", {"a 4", "b 4 alleged"}, "only b calls it alleged"},
        NoteCase{"projected", {"a 133", "a none mode=projected by=Committee"}, "unstable"},
        NoteCase{"denied", {"a 133", "b 200 mode=denied"}, "b reports it as denied: 200"},
        NoteCase{"party", {"a 12", "b 40 by=Rebels"}, "party's own"},
        NoteCase{"lag",
                 {"a 93 at=10:00", "b 133 at=14:00", "c 93 at=16:00"},
                 "c repeats a figure already overtaken"},
        NoteCase{"headline", {"a 130 part=headline", "a >=130"}, "drops the hedge"},
        NoteCase{"headlines",
                 {"a 130 part=headline", "a >=130", "b 130 part=headline", "b >=130"},
                 "the headlines of a and b drop the hedge of"},
        NoteCase{"unsure", {"a 12", "b 14 event=unsure"}, "perhaps of another event"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Relations, OutletsNumberTheirArticlesEachForItself) {
  const Told told =
      tell({"a 45 fact=magnitude at=10:00 item=x:1", "b 54 fact=magnitude at=12:00 item=x:2"});
  EXPECT_EQ(summary(*main_finding(told, "magnitude")), "discrepancy/conflict 45-54");
}

TEST(Relations, WhoGoesAgainstTheTrendComesFromItsOwnFigure) {
  EXPECT_THAT(main_finding(tell({"a 3 at=10:00", "b 4 at=12:00", "a 1 at=14:00 doc=a2"}))->reason,
              HasSubstr("a went from 3 to 1 without"));
}

TEST(Relations, OnlyWhoSaidItBeforeStillSaysIt) {
  EXPECT_THAT(
      main_finding(tell({"a 93 at=23T10:00", "b 133 at=23T14:00", "c 93 at=26T16:00"}))->reason,
      HasSubstr("c says 93"));
  EXPECT_THAT(
      main_finding(tell({"a 93 at=23T10:00", "b 133 at=23T14:00", "a 93 at=26T16:00 doc=a2"}))
          ->reason,
      HasSubstr("a still says 93"));
}

TEST(Relations, FindingCarriesPositionsEvidenceAndReason) {
  const Told told = tell({"a 93 at=10:00", "b 133 at=14:00", "c 133 at=15:00"});
  const Finding* finding = main_finding(told);
  ASSERT_NE(finding, nullptr);
  ASSERT_EQ(finding->positions.size(), 2U);
  EXPECT_TRUE(finding->positions[0].superseded);
  EXPECT_FALSE(finding->positions[1].superseded);
  EXPECT_EQ(finding->positions[1].sources, (std::vector<std::string>{"b", "c"}));
  EXPECT_EQ(finding->evidence.size(), 3U);
  EXPECT_TRUE(finding->directed);
  EXPECT_EQ(finding->reason, "Deaths: rose from 93 (a) to 133 (b and c).");
  EXPECT_EQ(finding->severity, Severity::note);
}

TEST(Relations, AConflictNamesThePairThatContradicts) {
  RuleSet rules = test_rules();
  rules.facts[0].say = "{source} has {n} dead; {other} has {other.n}";
  const Finding finding =
      *main_finding(tell({"a 12 doc=a1 at=22", "a 19 doc=a2 at=08:00", "b 18 at=09:00"}, rules));
  EXPECT_EQ(finding.reason,
            "B has 18 dead; a has 19 (a says 19 and b says 18; the later figure of b goes against "
            "the trend and is not called a correction).");
}

TEST(Relations, NobodyHasYears) {
  RuleSet rules = test_rules();
  rules.facts[0].say = "{source} has {n}; {other} has {other.n}";
  Told told = tell({"a 45", "b 46"}, rules);
  Services services = test_services();
  services.describe = [](const Value& value) { return describe(value, {}) + " years old"; };
  told.findings.findings.clear();
  compare(told.rules, services, {}, told.findings);
  EXPECT_THAT(main_finding(told)->reason, HasSubstr("A says 45 years old; b says 46 years old"));
}

TEST(Relations, NobodyIsSaidToSayWhatHeOnlyAllows) {
  const Finding rose =
      *main_finding(tell({"a 7 at=10:00", "b >=9 at=11:00", "c 14 at=15:00", "d 14 at=15:00"}));
  EXPECT_EQ(rose.reason, "Deaths: rose from 7 (a) to 14 (c and d).");
  EXPECT_EQ(rose.positions.back().sources, (std::vector<std::string>{"b", "c", "d"}));
}

TEST(Relations, AFloorThatItsOwnArticleRaisedIsNotNotedAgain) {
  const Finding rose = *main_finding(tell({"a 7 at=10:00", "b >=9 doc=b1 at=11:00 item=x:1",
                                           "b >=11 doc=b2 at=12:00 item=x:2", "c 14 at=15:00"}));
  EXPECT_EQ(rose.notes.size(), 1U);
  EXPECT_TRUE(rose.notes.at(0).starts_with("b: the floor of 11 is behind 14 by 3"))
      << rose.notes[0];
}

TEST(Relations, DraftRulesRaiseNotesOnly) {
  RuleSet rules = test_rules();
  rules.facts[0].draft = true;
  const Told told = tell({"a 130", "b 133"}, rules);
  EXPECT_EQ(main_finding(told)->severity, Severity::note);
  EXPECT_EQ(main_finding(tell({"a 130", "b 133"}))->severity, Severity::error);
}

}  // namespace
}  // namespace concord::compare
