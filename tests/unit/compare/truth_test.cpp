#include "compare/truth.h"

#include <cmath>

#include <gtest/gtest.h>

namespace concord::compare {
namespace {

/// Ballots that are written down question by question: answer -> the sources that give it.
class Writer {
 public:
  explicit Writer(std::uint32_t sources) { ballots_.sources = sources; }

  /// The number of the question's first answer.
  std::uint32_t ask(const std::vector<std::vector<std::uint32_t>>& answers) {
    const auto first = static_cast<std::uint32_t>(ballots_.question_of.size());
    for (const auto& sources : answers) {
      for (const std::uint32_t source : sources) {
        ballots_.votes.push_back({static_cast<std::uint32_t>(ballots_.question_of.size()), source});
      }
      ballots_.question_of.push_back(ballots_.questions);
      ballots_.rounding.push_back(0);
      ballots_.figures.push_back(0);
    }
    ++ballots_.questions;
    return first;
  }
  Ballots& ballots() { return ballots_; }

 private:
  Ballots ballots_;
};

constexpr std::uint32_t kCareful = 0;
constexpr std::uint32_t kSecond = 1;
constexpr std::uint32_t kCareless = 2;
constexpr std::uint32_t kCompiler = 3;

TEST(Truth, SourcesThatAreOftenRightOutweighOneThatIsOftenAlone) {
  Writer writer(4);
  for (int i = 0; i < 20; ++i) {
    writer.ask({{kCareful, kSecond}, {kCareless}});
  }
  const std::uint32_t answer = writer.ask({{kCareful}, {kCareless}});
  for (const auto& method : {truthfinder, by_dependence}) {
    const std::vector<double> scores = method(writer.ballots());
    EXPECT_GT(scores[answer], scores[answer + 1]);
  }
}

/// The probability of an answer of a newcomer that the compiler shares, against that of another
/// newcomer, when the compiler gave as many right answers `alone` as in the careful one's company.
double support_by_compiler(bool alone) {
  constexpr int kQuestions = 40;
  Writer writer(6);
  for (int i = 0; i < kQuestions; ++i) {
    writer.ask({{kCareful, kSecond}, {kCareless}});
    if (alone) {
      writer.ask({{kCompiler}, {kCareless}});
    } else {
      writer.ask({{kCompiler, kCareful}, {kCareless}});
    }
  }
  const std::uint32_t answer = writer.ask({{4, kCompiler}, {5}});
  return by_dependence(writer.ballots())[answer];
}

TEST(Truth, ASourceAlwaysInCompanyAddsLess) {
  EXPECT_LT(support_by_compiler(false), support_by_compiler(true));
}

TEST(Truth, OfEqualSourcesTheOneThatDoesNotRoundIsBelieved) {
  Writer writer(2);
  const std::uint32_t answer = writer.ask({{kCareful}, {kSecond}});
  writer.ballots().rounding[answer + 1] = 3;
  const std::vector<double> probability = by_dependence(writer.ballots());
  EXPECT_GT(probability[answer], probability[answer + 1]);
}

TEST(Truth, AFigureOfAnotherOrderOfMagnitudeIsDoubted) {
  Writer writer(5);
  const std::uint32_t answer = writer.ask({{kCareful, kSecond}, {kCareless, kCompiler}, {4}});
  writer.ballots().figures = {11510, 22, 12271};
  const std::vector<double> probability = by_dependence(writer.ballots());
  EXPECT_GT(probability[answer], probability[answer + 1]);
  // Of two alone neither is the odd one out, however far apart they are.
  Writer two(2);
  const std::uint32_t one = two.ask({{kCareful}, {kSecond}});
  two.ballots().figures = {22, 11510};
  const std::vector<double> equal = by_dependence(two.ballots());
  EXPECT_DOUBLE_EQ(equal[one], equal[one + 1]);
}

TEST(Truth, EqualSourcesAreEquallyProbable) {
  Writer writer(2);
  const std::uint32_t answer = writer.ask({{kCareful}, {kSecond}});
  const std::vector<double> probability = by_dependence(writer.ballots());
  EXPECT_DOUBLE_EQ(probability[answer], probability[answer + 1]);
  EXPECT_LT(probability[answer], 0.5 + 1e-9);
}

TEST(Truth, AnAnswerNobodyContestsIsSure) {
  Writer writer(2);
  EXPECT_EQ(by_dependence(writer.ballots()).size(), 0U);
  const std::uint32_t answer = writer.ask({{kCareful, kSecond}});
  EXPECT_DOUBLE_EQ(by_dependence(writer.ballots())[answer], 1.0);
}

TEST(Truth, ManySourcesForOneAnswerStayFinite) {
  constexpr std::uint32_t kMany = 20'000;
  Writer writer(kMany + 1);
  std::vector<std::uint32_t> all(kMany);
  for (std::uint32_t i = 0; i < kMany; ++i) {
    all[i] = i;
  }
  const std::uint32_t answer = writer.ask({all, {kMany}});
  for (const auto& method : {truthfinder, by_dependence}) {
    const std::vector<double> scores = method(writer.ballots());
    EXPECT_TRUE(std::isfinite(scores[answer]));
    EXPECT_GT(scores[answer], scores[answer + 1]);
  }
}

}  // namespace
}  // namespace concord::compare
