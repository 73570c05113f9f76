#include "compare/truth.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>

namespace concord::compare {
namespace {

constexpr int kRounds = 12;  // the figures of all tried collections stood still after eight

/// The votes by answer, and the answers by question: both as ranges of one vector.
struct Index {
  std::vector<std::uint32_t> sources;       // of the votes, by answer
  std::vector<std::uint32_t> first_vote;    // of each answer; one more at the end
  std::vector<std::uint32_t> answers;       // by question
  std::vector<std::uint32_t> first_answer;  // of each question; one more at the end

  std::span<const std::uint32_t> sources_of(std::uint32_t answer) const {
    return {sources.data() + first_vote[answer], sources.data() + first_vote[answer + 1]};
  }
  std::span<const std::uint32_t> answers_to(std::uint32_t question) const {
    return {answers.data() + first_answer[question], answers.data() + first_answer[question + 1]};
  }
};

/// Where each of `buckets` groups starts when items are put in order of their group.
std::vector<std::uint32_t> starts_of(const std::vector<std::uint32_t>& group_of,
                                     std::size_t buckets) {
  std::vector<std::uint32_t> starts(buckets + 1);
  for (const std::uint32_t group : group_of) {
    ++starts[group + 1];
  }
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  return starts;
}

Index index_of(const Ballots& ballots) {
  Index index;
  std::vector<std::uint32_t> answer_of_vote;
  answer_of_vote.reserve(ballots.votes.size());
  for (const Vote& vote : ballots.votes) {
    answer_of_vote.push_back(vote.answer);
  }
  index.first_vote = starts_of(answer_of_vote, ballots.question_of.size());
  index.first_answer = starts_of(ballots.question_of, ballots.questions);
  index.sources.resize(ballots.votes.size());
  index.answers.resize(ballots.question_of.size());
  auto next_vote = index.first_vote;
  for (const Vote& vote : ballots.votes) {
    index.sources[next_vote[vote.answer]++] = vote.source;
  }
  auto next_answer = index.first_answer;
  for (std::uint32_t answer = 0; answer < ballots.question_of.size(); ++answer) {
    index.answers[next_answer[ballots.question_of[answer]]++] = answer;
  }
  return index;
}

std::vector<std::uint32_t> votes_by_source(const Ballots& ballots) {
  std::vector<std::uint32_t> counts(ballots.sources);
  for (const Vote& vote : ballots.votes) {
    ++counts[vote.source];
  }
  return counts;
}

/// A share of successes, drawn towards `expected` as if `weight` more had been seen.
double shrunken(double successes, double trials, double expected, double weight) {
  return (successes + weight * expected) / (trials + weight);
}

/// How readily each source repeats others: how often it is in company where sources disagree.
std::vector<double> repetition(const Ballots& ballots, const Index& index) {
  constexpr double kWeight = 20;
  constexpr double kByChance = 0.5;  // of all company: independent sources that know the truth
  std::vector<double> in_company(ballots.sources);
  std::vector<double> contested(ballots.sources);
  for (std::uint32_t question = 0; question < ballots.questions; ++question) {
    const auto answers = index.answers_to(question);
    for (const std::uint32_t answer : answers.size() > 1 ? answers : answers.first(0)) {
      const auto sources = index.sources_of(answer);
      for (const std::uint32_t source : sources) {
        contested[source] += 1;
        in_company[source] += sources.size() > 1 ? 1 : 0;
      }
    }
  }
  const double all = std::reduce(contested.begin(), contested.end());
  const double company = std::reduce(in_company.begin(), in_company.end());
  const double expected = all > 0 ? kByChance * company / all : kByChance;
  std::vector<double> result(ballots.sources);
  for (std::size_t source = 0; source < result.size(); ++source) {
    result[source] =
        std::clamp(shrunken(in_company[source], contested[source], expected, kWeight), 0.01, 0.95);
  }
  return result;
}

std::vector<double> logarithms(std::vector<double> numbers) {
  std::ranges::transform(numbers, numbers.begin(), [](double number) { return std::log(number); });
  return numbers;
}

/// By how many whole orders of magnitude each answer lies off the middle of the votes on its
/// question; of an even number of votes the middle is between two.
std::vector<double> orders_off(const Ballots& ballots, const Index& index) {
  std::vector<double> off(ballots.question_of.size());
  std::vector<double> votes;  // logarithms of figures
  for (std::uint32_t question = 0; question < ballots.questions; ++question) {
    const auto answers = index.answers_to(question);
    votes.clear();
    for (const std::uint32_t answer : answers.size() > 1 ? answers : answers.first(0)) {
      if (ballots.figures[answer] > 0) {
        votes.insert(votes.end(), index.sources_of(answer).size(),
                     std::log10(ballots.figures[answer]));
      }
    }
    if (votes.empty()) {
      continue;
    }
    std::sort(votes.begin(), votes.end());
    const double middle = (votes[(votes.size() - 1) / 2] + votes[votes.size() / 2]) / 2;
    for (const std::uint32_t answer : answers) {
      off[answer] = ballots.figures[answer] > 0
                        ? std::floor(std::abs(std::log10(ballots.figures[answer]) - middle))
                        : 0;
    }
  }
  return off;
}

/// The model of by_dependence and what is known so far.
class Model {
 public:
  explicit Model(const Ballots& ballots)
      : ballots_(ballots),
        index_(index_of(ballots)),
        log_repeats_(logarithms(repetition(ballots, index_))),
        orders_off_(orders_off(ballots, index_)),
        reliability_(ballots.sources, kUnknown),
        log_reliability_(ballots.sources),
        log_false_(ballots.sources),
        probability_(ballots.question_of.size(), 1.0) {
    for (const std::uint32_t votes : votes_by_source(ballots)) {
      activity_.push_back(std::min<std::uint32_t>(static_cast<std::uint32_t>(std::bit_width(votes)),
                                                  kActivities - 1));
    }
  }

  std::vector<double> fit() {
    for (int round = 0; round < kRounds; ++round) {
      take_logarithms();
      right_.assign(ballots_.sources, 0);
      answered_.assign(ballots_.sources, 0);
      for (std::uint32_t question = 0; question < ballots_.questions; ++question) {
        if (index_.answers_to(question).size() > 1) {
          settle(question);
        }
      }
      learn();
    }
    return std::move(probability_);
  }

 private:
  static constexpr double kUnknown = 0.7;
  static constexpr double kFalseAnswers = 20;  // that a question might have, equally likely
  static constexpr double kAsMany = 10;        // answers that the expected reliability is worth
  static constexpr std::uint32_t kActivities = 10;  // 1, 2-3, 4-7, ... 256 and more votes

  /// Every vote asks for those of its source.
  void take_logarithms() {
    for (std::size_t source = 0; source < reliability_.size(); ++source) {
      log_reliability_[source] = std::log(reliability_[source]);
      log_false_[source] = std::log((1 - reliability_[source]) / kFalseAnswers);
    }
  }

  /// For each source of an answer the logarithm of the chance that it made the answer up and the
  /// others repeated it; the logarithm of their sum.
  double falsehood(std::uint32_t answer, std::vector<double>& made_up) const {
    const auto sources = index_.sources_of(answer);
    double all_repeat = -std::log(static_cast<double>(sources.size()));
    for (const std::uint32_t source : sources) {
      all_repeat += log_repeats_[source];
    }
    made_up.clear();
    for (const std::uint32_t source : sources) {
      made_up.push_back(all_repeat - log_repeats_[source] + log_false_[source]);
    }
    const double most = *std::max_element(made_up.begin(), made_up.end());
    double sum = 0;
    for (const double one : made_up) {
      sum += std::exp(one - most);
    }
    return most + std::log(sum);
  }

  /// Probabilities of a question's answers (or that all are false), and what they say of sources.
  void settle(std::uint32_t question) {
    const auto answers = index_.answers_to(question);
    std::vector<double>& odds = odds_;
    std::vector<std::vector<double>>& origins = origins_;
    odds.clear();
    origins.resize(std::max(origins.size(), answers.size()));
    double most = 0;  // the odds of "none of them"
    for (std::size_t i = 0; i < answers.size(); ++i) {
      double truth = -std::log(2.0) * (ballots_.rounding[answers[i]] + orders_off_[answers[i]]);
      for (const std::uint32_t source : index_.sources_of(answers[i])) {
        truth += log_reliability_[source];
      }
      const double lie = falsehood(answers[i], origins[i]);
      for (double& origin : origins[i]) {
        origin = std::exp(origin - lie);
      }
      odds.push_back(truth - lie);
      most = std::max(most, odds.back());
    }
    double sum = std::exp(-most);
    for (const double one : odds) {
      sum += std::exp(one - most);
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const double probability = std::exp(odds[i] - most) / sum;
      probability_[answers[i]] = probability;
      const auto sources = index_.sources_of(answers[i]);
      for (std::size_t k = 0; k < sources.size(); ++k) {
        right_[sources[k]] += probability;
        answered_[sources[k]] += probability + (1 - probability) * origins[i][k];
      }
    }
  }

  /// Reliability from what the sources answered, drawn towards that of sources as active.
  void learn() {
    std::vector<double> right(kActivities, 1);
    std::vector<double> answered(kActivities, 2);
    for (std::size_t source = 0; source < right_.size(); ++source) {
      right[activity_[source]] += right_[source];
      answered[activity_[source]] += answered_[source];
    }
    for (std::size_t source = 0; source < right_.size(); ++source) {
      const double expected = right[activity_[source]] / answered[activity_[source]];
      reliability_[source] =
          std::clamp(shrunken(right_[source], answered_[source], expected, kAsMany), 0.005, 0.99);
    }
  }

  const Ballots& ballots_;
  Index index_;
  std::vector<double> log_repeats_;  // of each source: the logarithm of how readily it repeats
  std::vector<double> orders_off_;   // of each answer
  std::vector<double> reliability_;
  std::vector<double> log_reliability_;  // of each source, as of this round
  std::vector<double> log_false_;        // and of its chance of one false answer
  std::vector<double> probability_;      // of each answer
  std::vector<std::uint32_t> activity_;
  std::vector<double> right_;     // of each source: answers expected to be true
  std::vector<double> answered_;  // and those it stands for, repeated ones aside
  // Of the question being settled; kept, since every round settles all of them.
  std::vector<double> odds_;                  // of each answer
  std::vector<std::vector<double>> origins_;  // of each answer: the shares of those that give it
};

}  // namespace

std::vector<double> truthfinder(const Ballots& ballots) {
  constexpr double kFirstTrust = 0.9;
  constexpr double kDampening = 0.3;
  constexpr double kLeastDoubt = 1e-9;
  const std::vector<std::uint32_t> counts = votes_by_source(ballots);
  std::vector<double> trust(ballots.sources, kFirstTrust);
  std::vector<double> score(ballots.question_of.size());
  for (int round = 0; round < kRounds; ++round) {
    std::fill(score.begin(), score.end(), 0.0);
    for (const Vote& vote : ballots.votes) {
      score[vote.answer] -= std::log(std::max(1 - trust[vote.source], kLeastDoubt));
    }
    std::fill(trust.begin(), trust.end(), 0.0);
    for (const Vote& vote : ballots.votes) {
      const double confidence = 1 / (1 + std::exp(-kDampening * score[vote.answer]));
      trust[vote.source] += confidence / counts[vote.source];
    }
  }
  return score;
}

std::vector<double> by_dependence(const Ballots& ballots) {
  return Model(ballots).fit();
}

}  // namespace concord::compare
