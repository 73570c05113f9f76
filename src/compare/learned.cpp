#include "compare/learned.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "compare/pool.h"
#include "compare/relations.h"
#include "compare/truth.h"

namespace concord::compare {
namespace {

/// An answer to a group's question: its lowest claim and how many voices give it.
struct Answer {
  std::uint32_t group = 0;
  const Claim* claim = nullptr;
  std::set<std::string> voices;
};

std::uint8_t zeros_at_end(const Claim& claim) {
  const std::optional<Decimal> number = number_of(claim);
  if (claim.measure.axis != Axis::number || !number) {
    return 0;
  }
  const int exponent = normalized(*number).exponent;
  return static_cast<std::uint8_t>(std::clamp(exponent, 0, 6));
}

double figure_in(const Claim& claim) {
  const std::optional<Decimal> number = number_of(claim);
  return claim.measure.axis == Axis::number && number ? number->to_double() : 0;
}

void add_answers(const Inputs& inputs, const Group& group, std::uint32_t number,
                 std::vector<Answer>& answers) {
  std::map<std::string, Answer> by_ballot;
  for (const Claim* claim : pool_of(group)) {
    Answer& answer = by_ballot[ballot(inputs, *claim)];
    if (answer.claim == nullptr || is_lower(*claim, *answer.claim)) {
      answer.claim = claim;
    }
    answer.group = number;
    answer.voices.insert(claim->origin);
  }
  for (auto& [text, answer] : by_ballot) {
    answers.push_back(std::move(answer));
  }
}

/// The answers to the questions that the options ask, group by group.
std::vector<Answer> answers_of(const Inputs& inputs, const std::vector<Group>& groups,
                               const Options& options) {
  std::vector<Answer> answers;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (is_asked_for(options, groups[i])) {
      add_answers(inputs, groups[i], i, answers);
    }
  }
  return answers;
}

/// True if one of the questions has several answers.
bool is_disputed(const std::vector<Answer>& answers) {
  return std::ranges::adjacent_find(answers, {}, &Answer::group) != answers.end();
}

Ballots ballots_of(const std::vector<Answer>& answers, std::size_t questions) {
  std::map<std::string, std::uint32_t> sources;  // by name: numbers free of the documents' order
  for (const Answer& answer : answers) {
    for (const std::string& voice : answer.voices) {
      sources.emplace(voice, 0);
    }
  }
  Ballots ballots;
  for (auto& [name, number] : sources) {
    number = ballots.sources++;
  }
  ballots.questions = static_cast<std::uint32_t>(questions);
  for (std::uint32_t i = 0; i < answers.size(); ++i) {
    ballots.question_of.push_back(answers[i].group);
    ballots.rounding.push_back(zeros_at_end(*answers[i].claim));
    ballots.figures.push_back(figure_in(*answers[i].claim));
    for (const std::string& voice : answers[i].voices) {
      ballots.votes.push_back({i, sources.find(voice)->second});
    }
  }
  return ballots;
}

/// The best answer to each group by score.
void choose(const std::vector<Answer>& answers, const std::vector<double>& scores,
            const Claim* Learned::*method, std::vector<Learned>& learned) {
  constexpr double kEqual = 1e-9;
  std::vector<const Answer*> best(learned.size());
  std::vector<double> most(learned.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Answer& answer = answers[i];
    const Answer*& chosen = best[answer.group];
    const double lead = scores[i] - most[answer.group];
    const auto wins_tie = [&] {
      return answer.voices.size() != chosen->voices.size()
                 ? answer.voices.size() > chosen->voices.size()
                 : is_lower(*answer.claim, *chosen->claim);
    };
    if (chosen == nullptr || lead > kEqual || (lead > -kEqual && wins_tie())) {
      chosen = &answer;
      most[answer.group] = scores[i];
      learned[answer.group].*method = answer.claim;
    }
  }
}

}  // namespace

std::vector<Learned> learn(const Inputs& inputs, const std::vector<Group>& groups) {
  std::vector<Learned> learned(groups.size());
  std::vector<Answer> answers = answers_of(inputs, groups, inputs.options);
  if (!is_disputed(answers)) {  // whoever is the more reliable, they say the same
    const std::vector<double> equal(answers.size());
    choose(answers, equal, &Learned::truthfinder, learned);
    choose(answers, equal, &Learned::dependence, learned);
    return learned;
  }
  if (inputs.options.of) {  // how reliable somebody is shows in all that they say
    answers = answers_of(inputs, groups, {});
  }
  const Ballots ballots = ballots_of(answers, groups.size());
  choose(answers, truthfinder(ballots), &Learned::truthfinder, learned);
  choose(answers, by_dependence(ballots), &Learned::dependence, learned);
  return learned;
}

}  // namespace concord::compare
