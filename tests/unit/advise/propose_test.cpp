#include "advise/propose.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_findings.h"

namespace concord::advise {
namespace {

using sample::add_fact;
using sample::at_least;
using sample::count;
using sample::document;
using sample::overtaken_draft;
using testing::IsEmpty;
using testing::SizeIs;

struct Row {
  const char* written;
  std::int64_t old;
  std::int64_t figure;
  bool floor;
  const char* expected;  // empty: not understood
};

class Manner : public ::testing::TestWithParam<Row> {};

TEST_P(Manner, IsKept) {
  const auto& [written, old, figure, floor, expected] = GetParam();
  EXPECT_EQ(in_manner_of(written, Decimal(old), Decimal(figure), floor).value_or(""), expected);
}

INSTANTIATE_TEST_SUITE_P(Digits, Manner,
                         ::testing::Values(Row{"93", 93, 133, false, "133"},
                                           Row{"93 people", 93, 133, false, "133 people"},
                                           Row{"1,130", 1130, 1137, false, "1,137"},
                                           Row{"1130", 1130, 1137, false, "1137"},
                                           Row{"930", 930, 1137, false, "1,137"},
                                           Row{"12", 12, 9, false, "9"}));
INSTANTIATE_TEST_SUITE_P(
    Words, Manner,
    ::testing::Values(Row{"twelve people", 12, 14, false, "fourteen people"},
                      Row{"nine", 9, 14, false, "14"}, Row{"nine", 9, 7, false, "seven"},
                      Row{"twenty-one", 21, 30, false, "thirty"},
                      Row{"Twelve people", 12, 14, false, "Fourteen people"},
                      Row{"Nine", 9, 14, false, "Fourteen"}, Row{"Nine", 9, 130, false, ""},
                      Row{"a dozen", 12, 14, false, ""}, Row{"ninety", 9, 14, false, ""}));
INSTANTIATE_TEST_SUITE_P(Hedges, Manner,
                         ::testing::Values(Row{"at least 130", 130, 133, false, "at least 133"},
                                           Row{"no fewer than 130", 130, 133, false,
                                               "no fewer than 133"},
                                           Row{"more than 130", 130, 133, false, "133"},
                                           Row{"more than 130", 130, 133, true, "at least 133"},
                                           Row{"130", 130, 133, true, "at least 133"},
                                           Row{"At least 130", 130, 133, false, "At least 133"},
                                           Row{"Some 130", 130, 133, true, "At least 133"},
                                           Row{"Exactly 130", 130, 133, true, "At least 133"},
                                           Row{"the first 130", 130, 133, false, ""}));
INSTANTIATE_TEST_SUITE_P(NotUnderstood, Manner,
                         ::testing::Values(Row{"", 1, 2, false, ""},
                                           Row{"1.2 million", 1200000, 1400000, false, ""},
                                           Row{"12 of 40", 12, 14, false, ""},
                                           Row{"93", 92, 133, false, ""}));

TEST(Propose, OnlyWhoGivesTheFigureIsAVoice) {
  Findings findings = overtaken_draft();
  const FactId low = add_fact(findings, 2, "133", at_least(100));
  const Proposal proposal = propose(findings, {0}, {{1}, low}, "133");
  EXPECT_THAT(proposal.voices, SizeIs(1)) << "at least 100 does not say 133";
  EXPECT_EQ(proposal.text, "133");
  EXPECT_TRUE(proposal.fits);
  EXPECT_THAT(propose(findings, {0}, {{1}, {2}}, "133").voices, SizeIs(2));
  EXPECT_THAT(propose(findings, {0}, {{0}}, "93").voices, IsEmpty()) << "the draft is no voice";
}

TEST(Propose, AnOutletThatSaysItTwiceIsOneVoice) {
  Findings findings = overtaken_draft();
  const FactId again = add_fact(findings, 1, "133", count(133));
  findings.facts[again.index].by = Attribution{"the hospital", {}, false};
  EXPECT_THAT(propose(findings, {0}, {{1}, again}, "133").voices, SizeIs(1));
  findings.facts[2].by = Attribution{"the hospital", {}, false};
  EXPECT_THAT(propose(findings, {0}, {{1}, again, {2}}, "133").voices, SizeIs(1))
      << "and so are two that cite one authority";
}

TEST(Propose, ASumOfMoneyInTheWordsOfASourceOfTheSameForm) {
  const auto euros = [](std::int64_t number) {
    Quantity money = count(number);
    money.dimension = Dimension::money;
    return money;
  };
  Findings findings;
  findings.documents = {document("draft", "Revenue was 2.1 billion euros."),
                        document("ledger", "Revenue was $2.41 billion."),
                        document("wire", "Revenue: 2.41 billion euros.")};
  const FactId own = add_fact(findings, 0, "2.1 billion euros", euros(2100));
  const FactId dollars = add_fact(findings, 1, "$2.41 billion", euros(2410));
  const FactId same = add_fact(findings, 2, "2.41 billion euros", euros(2410));
  const Proposal proposal = propose(findings, own, {dollars, same}, "label");
  EXPECT_EQ(proposal.text, "2.41 billion euros");
  EXPECT_TRUE(proposal.fits);
  EXPECT_FALSE(propose(findings, own, {dollars}, "label").fits);
}

}  // namespace
}  // namespace concord::advise
