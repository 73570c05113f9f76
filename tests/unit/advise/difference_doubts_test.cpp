#include "advise/difference_doubts.h"

#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_findings.h"
#include "advise/doubt_words.h"

namespace concord::advise {
namespace {

using sample::add_fact;
using sample::at;
using sample::at_least;
using sample::count;
using sample::document;
using sample::overtaken_draft;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Told {
  std::string text;
  std::string filler;
  Value value;
};

/// What is told of a draft's statement beside that of one other outlet.
Finding told_beside(std::string fact, Detail detail, FactId own, FactId its) {
  Finding finding;
  finding.fact = std::move(fact);
  finding.detail = detail;
  finding.positions = {{{}, "", {"draft"}, {own}, false, {}}, {{}, "", {"wire"}, {its}, false, {}}};
  return finding;
}

/// The doubt about a draft's statement beside that of one other outlet.
std::string doubt(const Told& draft, const Told& other, Detail detail = Detail::rise) {
  Findings findings;
  findings.documents = {document("draft", draft.text), document("wire", other.text)};
  findings.documents[0].published = at("2025-09-12T20:00Z");
  findings.documents[1].published = at("2025-09-12T08:00Z");
  const FactId own = add_fact(findings, 0, draft.filler, draft.value);
  const FactId its = add_fact(findings, 1, other.filler, other.value);
  const Finding finding = told_beside("injured", detail, own, its);
  return doubt_of(findings, finding, own);
}

TEST(DraftDoubts, OfASummandBesideTheWhole) {
  const auto doubt_in = [](const std::string& text) {
    Findings findings;
    findings.documents = {document("draft", text)};
    const FactId own = add_fact(findings, 0, "Eight", count(8));
    const FactId part = add_fact(findings, 0, "Five", count(5));
    findings.facts[own.index].sentence = {0, 14};
    findings.facts[part.index].sentence.begin = 15;
    return doubt_of(findings, told_beside("rescued", Detail::internal, own, part), own);
  };
  EXPECT_THAT(doubt_in("Eight rescued. Five were rescued by a helicopter and three "
                       "by a lifeboat."),
              HasSubstr("may be a part of the higher"));
  EXPECT_THAT(doubt_in("Eight rescued. Five were rescued by a helicopter and two by "
                       "a lifeboat."),
              ::testing::Not(HasSubstr("part of the higher")));
}

TEST(DraftDoubts, OfAnAttackerWhoIsToldToBeDead) {
  Findings findings;
  findings.documents = {document("draft", "Two people were killed. The suspect was held."),
                        document("wire", "Three were killed in a courthouse.")};
  const FactId own = add_fact(findings, 0, "Two", count(2));
  const FactId its = add_fact(findings, 1, "Three", count(3));
  const Finding finding = told_beside("deaths", Detail::rise, own, its);
  EXPECT_THAT(doubt_of(findings, finding, own), IsEmpty());
  const FactId suspect = add_fact(findings, 0, "suspect", at_least(1));
  findings.facts[suspect.index].extent = findings.facts[suspect.index].filler;
  EXPECT_THAT(doubt_of(findings, finding, own), HasSubstr("may count the attacker"));
}

TEST(DraftDoubts, OfAFigureThatTheDraftHasToo) {
  Findings findings;
  findings.documents = {document("draft", "A fire in Osterby killed 3. A fire in Velm killed 5."),
                        document("wire", "A fire killed 5.")};
  const FactId own = add_fact(findings, 0, "3", count(3));
  const FactId its = add_fact(findings, 1, "5", count(5));
  findings.facts[own.index].sentence = {0, 27};
  const Finding finding = told_beside("deaths", Detail::rise, own, its);
  EXPECT_THAT(doubt_of(findings, finding, own), IsEmpty());
  const FactId other = add_fact(findings, 0, "5", count(5));
  findings.facts[other.index].sentence = {28, 52};
  EXPECT_THAT(doubt_of(findings, finding, own), HasSubstr("of another event"));
  findings.facts[own.index].part = Part::headline;  // "Fire kills 3" above a text that has 5
  EXPECT_THAT(doubt_of(findings, finding, own), IsEmpty());
}

TEST(DraftDoubts, OfAFigureThatTheDraftAddsTo) {
  const Told wire{"15 people were killed.", "15", count(15)};
  EXPECT_THAT(doubt({"Two more died, bringing the toll to 17.", "17", count(17)}, wire),
              HasSubstr("added since"));
  EXPECT_THAT(doubt({"Two more died, bringing the toll to 18.", "18", count(18)}, wire), IsEmpty());
  EXPECT_THAT(doubt({"The toll is 17 now.", "17", count(17)}, wire), IsEmpty());
}

TEST(DraftDoubts, OfAFigureThatTheDraftHasOfAllOfThem) {
  const Told wire{"Five hikers are missing.", "Five", count(5)};
  EXPECT_THAT(doubt({"Two of the five were found, and 3 are missing.", "3", count(3)}, wire),
              HasSubstr("of all of them"));
  EXPECT_THAT(doubt({"Two of the six were found, and 3 are missing.", "3", count(3)}, wire),
              IsEmpty());
}

TEST(DraftDoubts, OfAFigureThatTheDraftGivesToAnother) {
  const auto doubt_in = [](const std::string& text, const std::string& who) {
    Findings findings;
    findings.documents = {document("draft", text), document("wire", "38 people died.")};
    const FactId own = add_fact(findings, 0, "40", count(40));
    const FactId its = add_fact(findings, 1, "38", count(38));
    if (!who.empty()) {
      findings.facts[own.index].by = Attribution{who, {}, false};
    }
    return doubt_of(findings, told_beside("deaths", Detail::conflict, own, its), own);
  };
  const std::string both = "The Post says 40 people died; the Echo has 38.";
  EXPECT_THAT(doubt_in(both, "Post"), HasSubstr("as somebody else's"));
  EXPECT_THAT(doubt_in(both, ""), IsEmpty());
  EXPECT_THAT(doubt_in("The Post says 40 people died; the Echo has 38 pages.", "Post"), IsEmpty());
  EXPECT_THAT(doubt_in("The Post says 40 people died.", "Post"), IsEmpty());
}

TEST(DraftDoubts, OfASumOfTwoEvents) {
  const Told wire{"A crash killed eight people.", "eight", count(8)};
  EXPECT_THAT(
      doubt({"Two crashes killed 19 people: 11 in Lund and eight in Kell.", "19", count(19)}, wire),
      HasSubstr("of another event"));
  EXPECT_THAT(doubt({"A crash killed 19 people: 11 women and eight men.", "19", count(19)}, wire),
              IsEmpty());
  EXPECT_THAT(
      doubt({"Two crashes killed 19 people: 12 in Lund and seven in Kell.", "19", count(19)}, wire),
      IsEmpty());
}

TEST(DraftDoubts, OfCounts) {
  struct Row {
    const char* name;
    Told draft;
    Told other;
    const char* expected;  // a part of the doubt; empty: none
  };
  const Row rows[] = {
      {"plain",
       {"Four people were hurt.", "Four", count(4)},
       {"Six people were hurt.", "Six", count(6)},
       ""},
      {"grouped digits",
       {"A total of 1,200 people were hurt.", "1,200", count(1200)},
       {"A total of 1,500 people were hurt.", "1,500", count(1500)},
       ""},
      {"a floor",
       {"More than 12 people were hurt.", "12", at_least(13)},
       {"Six people were hurt.", "Six", count(6)},
       ""},
      {"an age",
       {"A 24-year-old man was hurt.", "A 24-year-old man", at_least(1)},
       {"Six people were hurt.", "Six", count(6)},
       "no number here"},
      {"an age behind a name",
       {"Ida Voss, 22, was hurt.", "22", at_least(1)},
       {"Six people were hurt.", "Six", count(6)},
       "no number here"},
      {"a sum of theirs",
       {"Four people were hurt.", "Four", count(4)},
       {"He shot his wife and two guests.", "two", count(3)},
       "without a number"},
      {"a sort of people",
       {"Two men were hurt.", "Two", count(2)},
       {"Three people were hurt.", "Three", count(3)},
       "some people only"},
      {"the others",
       {"Three others were hurt.", "Three", count(3)},
       {"Two others were hurt.", "Two", count(2)},
       "some people only"},
      {"the others of more",
       {"Four more people were hurt.", "Four", count(4)},
       {"Nine people were hurt.", "Nine", count(9)},
       "the rest of some"},
      {"none yet",
       {"Two men were held.", "Two", count(2)},
       {"No arrests have been made.", "No", count(0)},
       "none yet"},
      {"none of some",
       {"Two men were hurt.", "Two", count(2)},
       {"No officers were hurt.", "No", count(0)},
       "none yet"},
      {"the attacker",
       {"Five died, including the gunman.", "Five", count(5)},
       {"Four people died.", "Four", count(4)},
       "the attacker"},
      {"an unborn child",
       {"It killed five adults and an unborn child.", "five", count(5)},
       {"Six people were killed.", "Six", count(6)},
       "an unborn child"},
      {"of one sort",
       {"Two bailiffs were shot dead.", "Two", count(2)},
       {"Three people were killed.", "Three", count(3)},
       "some people only"},
      {"of one sort, and where",
       {"Two courthouse bailiffs were shot dead.", "Two", count(2)},
       {"Three people were killed.", "Three", count(3)},
       "some people only"},
      {"two apart",
       {"Six died, including the gunman.", "Six", count(6)},
       {"Four people died.", "Four", count(4)},
       ""},
  };
  for (const Row& row : rows) {
    const std::string found = doubt(row.draft, row.other);
    EXPECT_THAT(found, *row.expected == '\0'
                           ? testing::Matcher<std::string>(IsEmpty())
                           : testing::Matcher<std::string>(HasSubstr(row.expected)))
        << row.name;
  }
}

TEST(DraftDoubts, WhoWereShotAreHurtOrDead) {
  const auto told = [](std::int64_t dead, const char* of_all) {
    Findings findings;
    findings.documents = {document("draft", "A fight left 1 dead and five injured."),
                          document("wire", of_all)};
    const FactId own = add_fact(findings, 0, "five", count(5));
    const FactId its = add_fact(findings, 1, "Six", count(6));
    const FactId died = add_fact(findings, 0, "1", count(dead));
    findings.facts[its.index].extent = findings.facts[its.index].sentence;
    findings.facts[died.index].rule = RuleId{7};  // another fact
    Finding deaths;
    deaths.fact = "deaths";
    deaths.evidence = {{.fact = died}};
    const Finding finding = told_beside("injured", Detail::undirected, own, its);
    findings.findings = {deaths};
    return doubt_of(findings, finding, own);
  };
  EXPECT_THAT(told(1, "Six people were shot."), HasSubstr("some of them died"));
  EXPECT_THAT(told(2, "Six people were shot."), IsEmpty());
  EXPECT_THAT(told(1, "Six people were shot and wounded."), IsEmpty());
}

TEST(DraftDoubts, OfAges) {
  const auto age = [](std::int64_t years) {
    Quantity quantity = count(years);
    quantity.dimension = Dimension::age;
    return quantity;
  };
  const auto told = [&](const char* when, std::int64_t own, std::int64_t its) {
    Findings findings;
    findings.documents = {document("draft", "Ida Voss, 31, was held."),
                          document("wire", "Ida Voss, 33, was held.")};
    findings.documents[0].published = at("2025-09-12T20:00Z");
    findings.documents[1].published = at(when);
    const FactId ours = add_fact(findings, 0, "31", age(own));
    const FactId theirs = add_fact(findings, 1, "33", age(its));
    Finding finding;
    finding.detail = Detail::conflict;
    finding.positions = {{{}, "", {"draft"}, {ours}, false, {}},
                         {{}, "", {"wire"}, {theirs}, false, {}}};
    return doubt_of(findings, finding, ours);
  };
  EXPECT_THAT(told("2027-01-20T08:00Z", 31, 33), HasSubstr("a birthday"));
  EXPECT_THAT(told("2026-03-20T08:00Z", 31, 32), HasSubstr("a birthday"));
  EXPECT_THAT(told("2026-03-20T08:00Z", 31, 33), IsEmpty());
  EXPECT_THAT(told("2026-03-20T08:00Z", 33, 31), IsEmpty());
  EXPECT_THAT(told("2025-09-13T08:00Z", 31, 32), IsEmpty());
}

TEST(DraftDoubts, ADeadAttackerMayBeOneMore) {
  const auto tells = [](const std::string& text) {
    return tells_dead_attacker(
        words_in(document("wire", text), {0, static_cast<std::uint32_t>(text.size())}));
  };
  EXPECT_TRUE(tells("A gunman killed two before officers shot him dead."));
  EXPECT_TRUE(tells("Two died, and the gunman, a man of 44, was killed too."));
  EXPECT_TRUE(tells("The suspect shot two and then killed himself."));
  EXPECT_FALSE(tells("The gunman killed two people and shot him in the leg."));
  EXPECT_FALSE(tells("The crash killed him and two others; the driver was killed."));
}

TEST(DraftDoubts, AgesOfOneFullNameAreOfOnePerson) {
  const auto told = [](const std::string& key) {
    Quantity quantity = count(31);
    quantity.dimension = Dimension::age;
    Quantity other = quantity;
    other.nominal = Decimal(33);
    other.hard = Interval<Decimal>::exactly(Decimal(33));
    Findings findings;
    findings.documents = {document("draft", "The 31-year-old Ida Voss was held."),
                          document("wire", "They sought 33-year-old Ida Voss.")};
    const FactId ours = add_fact(findings, 0, "31-year-old", quantity);
    const FactId theirs = add_fact(findings, 1, "33-year-old", other);
    findings.facts[ours.index].key = key;
    findings.facts[theirs.index].key = key;
    return doubt_of(findings, told_beside("age", Detail::conflict, ours, theirs), ours);
  };
  EXPECT_THAT(told("Ida Voss"), IsEmpty());
  EXPECT_THAT(told("Voss"), HasSubstr("two people"));
}

TEST(DraftDoubts, ASentenceThatCountsOthersBesideTellsAPart) {
  Findings findings;
  findings.documents = {document("draft", "A girl of ten and two guests were hurt."),
                        document("wire", "Three guests were hurt.")};
  const FactId own = add_fact(findings, 0, "two", count(2));
  const FactId its = add_fact(findings, 1, "Three", count(3));
  Finding finding;
  finding.detail = Detail::undirected;
  finding.positions = {{{}, "", {"draft"}, {own}, false, {}}, {{}, "", {"wire"}, {its}, false, {}}};
  EXPECT_THAT(doubt_of(findings, finding, own), IsEmpty());
  add_fact(findings, 0, "A girl of ten", at_least(1));
  EXPECT_THAT(doubt_of(findings, finding, own), HasSubstr("some people only"));
}

TEST(DraftDoubts, ASumWithAFigureThatIsWorkedOutIsDoubted) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings[0];
  finding.check = "parts";
  finding.detail = Detail::arithmetic;
  EXPECT_THAT(doubt_of(findings, finding, {0}), IsEmpty());
  findings.facts[1].derived = true;
  EXPECT_THAT(doubt_of(findings, finding, {0}), HasSubstr("worked out"));
}

TEST(DraftDoubts, FiguresThatAreOverDoNotSpeakWhereOthersStand) {
  Findings findings;
  findings.documents = {document("draft", "Three men were hurt."),
                        document("wire", "Two men were hurt."),
                        document("post", "Five people were hurt.")};
  const FactId own = add_fact(findings, 0, "Three", count(3));
  const FactId over = add_fact(findings, 1, "Two", count(2));
  const FactId standing = add_fact(findings, 2, "Five", count(5));
  Finding finding;
  finding.detail = Detail::rise;
  finding.positions = {{{}, "", {"draft"}, {own}, true, {}},
                       {{}, "", {"wire"}, {over}, true, {}},
                       {{}, "", {"post"}, {standing}, false, {}}};
  EXPECT_THAT(doubt_of(findings, finding, own), HasSubstr("some people only"));
}

}  // namespace
}  // namespace concord::advise
