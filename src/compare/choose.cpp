// Figures chosen among the claims of many sources: the policies that need nothing but who says
// what.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/decimal.h"
#include "base/hash.h"
#include "compare/compare.h"
#include "compare/truth.h"

namespace concord::compare {
namespace {

using Question = std::pair<std::string, std::string>;            // event, fact
using Answers = std::map<std::string, std::set<std::uint32_t>>;  // value -> sources

/// How many facts of its event each value is claimed for: one number for two measures is likely
/// to belong to the other.
std::map<Question, std::size_t> measures_of(const std::map<Question, Answers>& questions) {
  std::map<Question, std::size_t> measures;  // by event and value
  for (const auto& [question, answers] : questions) {
    for (const auto& [value, sources] : answers) {
      ++measures[{question.first, value}];
    }
  }
  return measures;
}

std::uint8_t zeros_at_end(const std::string& value) {
  const auto digit = value.find_last_not_of('0');
  const std::size_t zeros = value.size() - (digit == std::string::npos ? 0 : digit + 1);
  constexpr std::size_t kMost = 6;
  return static_cast<std::uint8_t>(std::min(zeros, kMost));
}

/// Claims in an order of their own, whatever that of the file.
std::map<Question, Answers> sorted(std::span<const SourceClaim> claims, Ballots& ballots) {
  std::map<std::string, std::uint32_t> sources;
  for (const SourceClaim& claim : claims) {
    sources.emplace(claim.source, 0);
  }
  for (auto& [name, number] : sources) {
    number = ballots.sources++;
  }
  std::map<Question, Answers> questions;
  for (const SourceClaim& claim : claims) {
    questions[{claim.event, claim.fact}][claim.value].insert(sources.at(claim.source));
  }
  return questions;
}

void fill(const std::map<Question, Answers>& questions, Ballots& ballots) {
  for (const auto& [question, answers] : questions) {
    for (const auto& [value, sources] : answers) {
      const auto answer = static_cast<std::uint32_t>(ballots.question_of.size());
      ballots.question_of.push_back(ballots.questions);
      ballots.rounding.push_back(zeros_at_end(value));
      const auto number = parse_decimal(value);
      ballots.figures.push_back(number ? number->to_double() : 0);
      for (const std::uint32_t source : sources) {
        ballots.votes.push_back({answer, source});
      }
    }
    ++ballots.questions;
  }
}

std::vector<double> scores_of(const Ballots& ballots, std::string_view policy) {
  if (policy == "truthfinder") {
    return truthfinder(ballots);
  }
  if (policy == "dependence") {
    return by_dependence(ballots);
  }
  std::vector<double> votes(ballots.question_of.size());
  for (const Vote& vote : ballots.votes) {
    votes[vote.answer] += 1;
  }
  return votes;
}

}  // namespace

std::vector<ChosenValue> choose(std::span<const SourceClaim> claims, std::string_view policy) {
  constexpr double kEqual = 1e-9;
  Ballots ballots;
  const auto questions = sorted(claims, ballots);
  fill(questions, ballots);
  const std::vector<double> scores = scores_of(ballots, policy);
  const auto measures = measures_of(questions);
  std::vector<ChosenValue> chosen;
  std::size_t answer = 0;
  for (const auto& [question, answers] : questions) {
    const auto& event = question.first;
    ChosenValue best{.event = event, .fact = question.second, .answers = answers.size()};
    double most = 0;
    for (const auto& [value, sources] : answers) {
      const double score = scores[answer++];
      const bool first = best.sources == 0;
      const bool equal = !first && score > most - kEqual && score < most + kEqual;
      // Of equal answers the one of more sources, then that of one measure alone; else neither the
      // lower nor the earlier: by hash.
      const auto rank = [&](const std::string& one, std::size_t count) {
        return std::tuple(count, measures.at({event, one}) == 1,
                          stable_hash(one, stable_hash(event)));
      };
      if (first || score >= most + kEqual ||
          (equal && rank(value, sources.size()) > rank(best.value, best.sources))) {
        best.tied = equal;
        most = score;
        best.value = value;
        best.sources = sources.size();
      } else {
        best.tied = best.tied || equal;
      }
    }
    chosen.push_back(std::move(best));
  }
  return chosen;
}

}  // namespace concord::compare
