#include "advise/advise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_findings.h"

namespace concord::advise {
namespace {

using sample::add_fact;
using sample::at;
using sample::at_least;
using sample::count;
using sample::document;
using sample::overtaken_draft;
using sample::restate;
using sample::rule_set;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Diagnostics check(const Findings& findings) {
  return advise(findings, rule_set(), DocumentId{0});
}

TEST(Check, ADraftBehindAnUpdateIsToldSo) {
  const Diagnostics found = check(overtaken_draft());
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/behind");
  EXPECT_EQ(found[0].severity, Severity::error) << "a wrong number is a correction";
  EXPECT_EQ(found[0].where.file, "draft.txt");
  EXPECT_EQ(found[0].where.column, 15U);
  EXPECT_THAT(found[0].message, HasSubstr("\"93\" is behind; 133 now (ledger, wire)"));
  EXPECT_THAT(found[0].help, HasSubstr("write \"133\" (2 independent sources: ledger, wire)"));
  ASSERT_TRUE(found[0].fix);
  EXPECT_EQ(found[0].fix->replacement, "133");
}

TEST(Check, AnEstimateThatHoldsTheNewFigureIsNoWrongNumber) {
  Findings findings = overtaken_draft();
  Quantity some = count(125);
  some.hedge = Hedge::about;
  some.soft = {Decimal(112), Decimal(138)};
  restate(findings, 0, "some 125", some);
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].severity, Severity::note) << "some 125 may be 133";
  some.soft = {Decimal(112), Decimal(130)};
  restate(findings, 0, "some 125", some);
  EXPECT_EQ(check(findings)[0].severity, Severity::error);
}

TEST(Check, OneSourceIsNotEnoughToProposeAFigure) {
  Findings copies = overtaken_draft();
  copies.stories.placements[2].copy_of = DocumentId{1};
  Findings one_authority = overtaken_draft();
  for (const std::size_t fact : {1U, 2U}) {
    one_authority.facts[fact].by = Attribution{"Investigative Committee", {}, false};
  }
  for (const Findings& findings : {copies, one_authority}) {
    const Diagnostics found = check(findings);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].help, HasSubstr("1 source; below the two-source rule"));
    EXPECT_FALSE(found[0].fix);
  }
}

TEST(Check, FurtherMentionsHaveTheirOwnChange) {
  Findings findings = overtaken_draft();
  findings.documents[0].text += " It is said that 93 died, \"93 of them\", and 94 are missing.";
  const auto mention = [&](std::size_t after, const char* words, std::int64_t number) {
    const FactId id = add_fact(findings, 0, words, count(number));
    Fact& fact = findings.facts[id.index];
    const auto begin = static_cast<std::uint32_t>(findings.documents[0].text.find(words, after));
    fact.filler = fact.extent = {begin, begin + 2};
    return id;
  };
  mention(40, "93", 93);
  findings.facts[mention(60, "93", 93).index].in_quote = true;
  mention(60, "94", 94);
  const Diagnostics told = advise(findings, rule_set(), DocumentId{0});
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].severity, Severity::error);
  EXPECT_EQ(told[1].severity, Severity::note);
  EXPECT_EQ(told[1].code, told[0].code);
  EXPECT_EQ(told[1].message, "\"93\" stands here as well");
  ASSERT_TRUE(told[1].fix);
  EXPECT_EQ(told[1].fix->replacement, "133");
  EXPECT_GT(told[1].fix->span.begin, told[0].fix->span.begin);
}

TEST(Check, NothingInsideQuotationMarksIsEdited) {
  Findings findings = overtaken_draft();
  findings.facts[0].in_quote = true;
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].help, HasSubstr("inside quotation marks"));
  EXPECT_FALSE(found[0].fix);
}

TEST(Check, AFloorThatTrailsIsNamedThoughItAgrees) {
  Findings findings = overtaken_draft();
  restate(findings, 0, "at least 130", at_least(130));
  Finding& finding = findings.findings[0];
  finding.relation = Relation::agreement;
  finding.detail = Detail::compatible;
  finding.range = {Decimal(130), Decimal(133)};
  finding.positions[1].facts.push_back({0});
  finding.positions.erase(finding.positions.begin());
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/behind");
  EXPECT_EQ(found[0].severity, Severity::warning);
  EXPECT_THAT(found[0].message, HasSubstr("trails another source by 3"));
  EXPECT_THAT(found[0].help, HasSubstr("write \"at least 133\""));
}

TEST(Check, ADraftThatLeadsAloneIsUnsupported) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.positions[0].superseded = false;
  finding.positions[1].superseded = true;
  std::swap(finding.positions[0], finding.positions[1]);
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/unsupported");
  EXPECT_THAT(found[0].message, HasSubstr("\"93\" here; elsewhere 133"));
  EXPECT_EQ(found[0].severity, Severity::warning);
}

/// The draft leads with 93, `other` of a third outlet in its position, against 133 of the others.
Findings leading_draft(const std::string& words, const Quantity& other) {
  Findings findings = overtaken_draft();
  findings.documents.push_back(document("radio", words + " people were killed."));
  findings.stories.placements.push_back({{0}, {}});
  Finding& finding = findings.findings[0];
  finding.positions[0].superseded = false;
  finding.positions[1].superseded = true;
  finding.positions[0].sources.emplace_back("radio");
  finding.positions[0].facts.push_back(add_fact(findings, 3, words, other));
  return findings;
}

TEST(Check, WhatLeavesRoomForTheDraftsFigureDoesNotSupportIt) {
  Quantity about = count(100);
  about.hedge = Hedge::about;
  EXPECT_THAT(check(leading_draft("At least 60", at_least(60))),
              ElementsAre(Field(&Diagnostic::code, "deaths/unsupported")));
  EXPECT_THAT(check(leading_draft("About 100", about)),
              ElementsAre(Field(&Diagnostic::code, "deaths/unsupported")));
  EXPECT_THAT(check(leading_draft("At least 93", at_least(93))), IsEmpty());
  EXPECT_THAT(check(leading_draft("93", count(93))), IsEmpty());
}

TEST(Check, WhoSaysAtLeastIsNotListedWithTheFigure) {
  Findings findings = overtaken_draft();
  findings.facts[1].value = at_least(110);
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message, HasSubstr("133 now (wire)"));
}

TEST(Check, ASumOfTheDraftsOwnIsNotToldBesideItsParts) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.relation = Relation::uncorroborated;
  finding.detail = Detail::one_source;
  finding.kind = "total";
  finding.positions.pop_back();
  finding.evidence = {{{0}, "exact 93"}};
  EXPECT_THAT(check(findings), IsEmpty());
}

TEST(Check, WhatOnlyTheDraftSaysIsNoted) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.relation = Relation::uncorroborated;
  finding.detail = Detail::one_source;
  finding.positions.pop_back();
  finding.evidence = {{{0}, "exact 93"}};
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/uncorroborated");
}

TEST(Check, FindingsOfOthersAreNotTheDrafts) {
  Findings findings = overtaken_draft();
  findings.findings[0].positions.erase(findings.findings[0].positions.begin());
  findings.findings[0].evidence = {{{1}, ""}, {{2}, ""}};
  EXPECT_THAT(check(findings), IsEmpty());
}

TEST(Check, AnotherSourceThatIsStaleIsNotTheDraftsFault) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::stale;
  finding.positions[0].facts = {{1}};
  finding.positions[1].facts = {{0}, {2}};
  EXPECT_THAT(check(findings), IsEmpty());
}

TEST(Check, AFloorFarBelowIsStale) {
  Findings findings = overtaken_draft();
  restate(findings, 0, "60", at_least(60));
  Finding& finding = findings.findings[0];
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::stale;
  finding.positions[1].facts.push_back({0});
  finding.positions.erase(finding.positions.begin());
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/stale");
}

TEST(Check, ABrokenCheckKeepsItsName) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::internal;
  finding.check = "headline-matches-body";
  finding.severity = Severity::error;
  finding.reason = "the headline has 93, the body 133";
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "headline-matches-body");
  EXPECT_EQ(found[0].message, "the headline has 93, the body 133");
}

/// The draft says `own` where two sources agree on `theirs`.
Findings agreed_draft(const Value& own, const Value& theirs) {
  Findings findings = overtaken_draft();
  restate(findings, 0, "133", own);
  findings.facts[1].value = findings.facts[2].value = theirs;
  Finding& finding = findings.findings[0];
  finding.relation = Relation::agreement;
  finding.detail = Detail::compatible;
  finding.positions[1].facts.push_back({0});
  finding.positions.erase(finding.positions.begin());
  return findings;
}

TEST(Check, AHedgeThatAllSourcesHaveIsNotDropped) {
  Findings hedged = agreed_draft(count(133), at_least(133));
  EXPECT_THAT(check(hedged), IsEmpty()) << "a phrase may leave room for more without a word of it";
  for (const std::uint32_t other : {1U, 2U}) {
    restate(hedged, other, "at least 133", at_least(133));
  }
  const Diagnostics found = check(hedged);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/hedge-lost");
  EXPECT_EQ(found[0].severity, Severity::warning);
  EXPECT_THAT(check(agreed_draft(count(133), count(133))), IsEmpty());
  EXPECT_THAT(check(agreed_draft(at_least(133), at_least(133))), IsEmpty());
}

TEST(Check, WhatRestsOnOneVoiceIsNoted) {
  Findings findings = agreed_draft(count(133), count(133));
  findings.findings[0].positions[0].facts.erase(findings.findings[0].positions[0].facts.begin());
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/single-source");
  EXPECT_EQ(found[0].severity, Severity::note);
}

/// The draft's figure conflicts with what the sources say.
Findings conflicting_draft(std::int64_t own) {
  Findings findings = overtaken_draft();
  restate(findings, 0, std::to_string(own), count(own));
  Finding& finding = findings.findings[0];
  finding.relation = Relation::discrepancy;
  finding.detail = Detail::conflict;
  finding.severity = Severity::error;
  finding.positions[0].superseded = false;
  finding.positions[0].range = Interval<Decimal>::exactly(own);
  finding.positions[1].range = Interval<Decimal>::exactly(133);
  return findings;
}

Diagnostics check_rising(const Findings& findings) {
  RuleSet set = rule_set();
  set.facts[0].compare.trend = RuleTrend::only_rises;
  return advise(findings, set, DocumentId{0});
}

TEST(Check, AFigureThatOnlyRisesIsBehindOrAhead) {
  const Diagnostics behind = check_rising(conflicting_draft(93));
  ASSERT_THAT(behind, SizeIs(1));
  EXPECT_EQ(behind[0].code, "deaths/behind");
  EXPECT_TRUE(behind[0].fix);
  const Diagnostics ahead = check_rising(conflicting_draft(151));
  ASSERT_THAT(ahead, SizeIs(1));
  EXPECT_EQ(ahead[0].code, "deaths/ahead");
  EXPECT_FALSE(ahead[0].fix);
  EXPECT_EQ(check(conflicting_draft(93))[0].code, "deaths/conflict");
}

TEST(Check, ALateDraftThatFallsShortOfWhatOnlyRisesIsBehind) {
  Findings findings = conflicting_draft(93);
  findings.findings[0].detail = Detail::stale;
  const Diagnostics behind = check_rising(findings);
  ASSERT_THAT(behind, SizeIs(1));
  EXPECT_EQ(behind[0].code, "deaths/behind");
  EXPECT_EQ(behind[0].severity, Severity::error);
  EXPECT_TRUE(behind[0].fix);
  findings = conflicting_draft(151);
  findings.findings[0].detail = Detail::stale;
  EXPECT_THAT(check_rising(findings), ElementsAre(Field(&Diagnostic::code, "deaths/ahead")));
}

TEST(Check, AProjectionIsNoFact) {
  Findings findings = conflicting_draft(151);
  findings.documents.push_back(document("radio", "The toll could rise to 151."));
  const FactId projected = add_fact(findings, 3, "151", count(151));
  findings.facts[projected.index].mode = Mode::projected;
  const Diagnostics found = check_rising(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/projected");
  EXPECT_THAT(found[0].message, HasSubstr("radio gives it for what may come"));
}

TEST(Check, WhatIsOnlyPossibleElsewhereIsNotSaidToBeAProjection) {
  Findings findings = conflicting_draft(151);
  findings.documents.push_back(document("radio", "About 151 are feared dead."));
  const FactId feared = add_fact(findings, 3, "151", count(151));
  findings.facts[feared.index].mode = Mode::possible;
  const Diagnostics found = check_rising(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].message, HasSubstr("radio gives it as possible only"));
  findings.documents[0].published = at("2025-09-12T20:00Z");
  findings.documents.back().published = at("2025-09-09T20:00Z");
  EXPECT_THAT(check_rising(findings), Not(Contains(Field(&Diagnostic::code, "deaths/projected"))))
      << "days later it may be certain";
}

TEST(Check, AProjectionAboveAFloorIsNoFact) {
  Findings findings = agreed_draft(count(151), at_least(133));
  findings.documents.push_back(document("radio", "The toll could rise to 151."));
  const FactId projected = add_fact(findings, 3, "151", count(151));
  findings.facts[projected.index].mode = Mode::projected;
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "deaths/projected");
  findings.facts[projected.index].mode = Mode::stated;
  EXPECT_THAT(check(findings), Not(Contains(Field(&Diagnostic::code, "deaths/projected"))));
}

TEST(Check, AHedgeBehindTheNumberIsOne) {
  Findings findings = agreed_draft(count(133), at_least(133));
  for (const char* words : {"133 people at least died.", "133 have died so far."}) {
    findings.documents[0].text = words;
    findings.facts[0].filler = findings.facts[0].extent = {0, 3};
    findings.facts[0].sentence = {0, static_cast<std::uint32_t>(findings.documents[0].text.size())};
    EXPECT_THAT(check(findings), IsEmpty()) << words;
  }
}

TEST(Check, ADoubtfulDifferenceIsANote) {
  struct Row {
    const char* draft;  // its figure in the place of 93
    const char* filler;
    const char* doubt;
  };
  constexpr Row kRows[] = {
      {"A sheriff was killed in the hall.", "A sheriff", "gives no number"},
      {"Gunmen killed 134 people, including the shooter.", "134", "may count the attacker"},
  };
  for (const Row& row : kRows) {
    Findings findings = conflicting_draft(134);
    findings.documents[0].text = row.draft;
    Fact& fact = findings.facts[0];
    const auto begin = static_cast<std::uint32_t>(std::string(row.draft).find(row.filler));
    fact.filler = {begin, begin + static_cast<std::uint32_t>(std::string(row.filler).size())};
    fact.sentence = {0, static_cast<std::uint32_t>(std::string(row.draft).size())};
    const Diagnostics found = check(findings);
    ASSERT_THAT(found, SizeIs(1)) << row.draft;
    EXPECT_EQ(found[0].severity, Severity::note) << row.draft;
    EXPECT_THAT(found[0].notes.back().message, HasSubstr(row.doubt));
  }
}

TEST(Check, ASlipStandsAtItsWords) {
  Findings findings;
  findings.documents = {document("draft", "It is 5 miles (5 km) away.")};
  Slip slip;
  slip.id = "0123456789ab";
  slip.check = "conversion-matches";
  slip.place = {15, 19};
  slip.message = "5 miles is not 5 km";
  slip.labels = {{{6, 13}, "the measure converted"}};
  findings.slips = {slip};
  const Diagnostics found = check(findings);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].code, "conversion-matches");
  EXPECT_EQ(found[0].where.column, 16U);
  EXPECT_EQ(found[0].finding, "0123456789ab");
  ASSERT_THAT(found[0].notes, SizeIs(2));
  EXPECT_EQ(found[0].notes[1].where.column, 7U);
}

TEST(Check, ANoteOfTheSameWordsHidesNoSlip) {
  for (const Severity severity : {Severity::note, Severity::warning}) {
    Findings findings = conflicting_draft(134);
    findings.findings[0].check = "parts-make-whole";
    findings.findings[0].fact.clear();
    findings.findings[0].detail = Detail::arithmetic;
    findings.findings[0].severity = severity;
    Slip slip;
    slip.id = "0123456789ab";
    slip.check = "list-adds-up";
    slip.place = findings.facts[0].filler;
    slip.message = "it does not sum";
    findings.slips = {slip};
    const Diagnostics found = check(findings);
    EXPECT_EQ(std::ranges::count(found, "list-adds-up", &Diagnostic::code),
              severity == Severity::note ? 1 : 0);
  }
}

}  // namespace
}  // namespace concord::advise
