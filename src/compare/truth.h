#pragma once

#include <cstdint>
#include <vector>

namespace concord::compare {

/// One source's answer to one question.
struct Vote {
  std::uint32_t answer = 0;
  std::uint32_t source = 0;
};

/// Who answers what: questions, answers and sources numbered from 0.  An answer belongs to one
/// question; a source votes for an answer at most once.
struct Ballots {
  std::uint32_t questions = 0;
  std::uint32_t sources = 0;
  std::vector<std::uint32_t> question_of;  // of each answer
  std::vector<std::uint8_t> rounding;      // of each answer: zeros at the end of its figure
  std::vector<double> figures;             // of each answer: its number; 0 where it has none
  std::vector<Vote> votes;
};

/// TruthFinder (Yin, Han and Yu, 2008) without implication between answers: a source is as
/// trustworthy as its answers are sure, an answer as sure as its sources are trustworthy.  A score
/// for each answer, comparable within its question; sources are taken for independent.
std::vector<double> truthfinder(const Ballots& ballots);

/// The probability of each answer, when sources may repeat each other.  A Bayesian model in the
/// manner of Dong, Berti-Equille and Srivastava (2009), fitted by expectation-maximization to the
/// questions that have several answers:
///  - a true answer is given by each of its sources from its own knowledge;
///  - a false one was made up by one of them, unknown which, and repeated by the others, each as
///    readily as it is found in company where sources disagree (a compiler of other people's
///    figures is nearly always in company, and adds little);
///  - a source that is little known is as reliable as others of its activity;
///  - a rounded figure is twice less likely for each zero at its end;
///  - so is one that lies whole orders of magnitude off the middle of its question's votes, for
///  each
///    of them: a slip of the pen or the keyboard, a joke.
/// Answers to a question with one answer have probability 1.  Linear in the votes.
std::vector<double> by_dependence(const Ballots& ballots);

}  // namespace concord::compare
