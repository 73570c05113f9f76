#include "extract/clause_trees.h"

#include <algorithm>
#include <utility>

namespace concord::extract {
namespace {

// Deeper clauses are common words that tell little more; the matcher will find them missing.
constexpr std::uint32_t kDeepest = 12;

}  // namespace

std::vector<std::uint32_t> ClauseTrees::clauses_of(std::uint32_t phrase) const {
  const Range range = program_.phrases[phrase].clauses;
  const auto begin = program_.required.begin() + range.begin;
  return {begin, begin + std::min(range.size(), kDeepest)};
}

void ClauseTrees::add(std::uint32_t phrase) {
  if (program_.phrases[phrase].clauses.empty()) {
    out_.always.push_back(phrase);
  } else {
    filed_.push_back({clauses_of(phrase), phrase});
  }
}

/// Nodes for the phrases [begin, end), whose first `depth` clauses are the same.
void ClauseTrees::branch(std::size_t begin, std::size_t end, std::size_t depth) {
  while (begin < end) {
    const std::uint32_t clause = filed_[begin].clauses[depth];
    const auto after =
        std::partition_point(filed_.begin() + static_cast<std::ptrdiff_t>(begin),
                             filed_.begin() + static_cast<std::ptrdiff_t>(end),
                             [&](const Filed& filed) { return filed.clauses[depth] <= clause; });
    const auto last = static_cast<std::size_t>(after - filed_.begin());
    const std::size_t node = out_.nodes.size();
    if (depth == 0) {
      roots_.push_back(static_cast<std::uint32_t>(node));
    }
    ClauseNode made;
    made.clause = clause;
    made.phrases.begin = static_cast<std::uint32_t>(out_.phrases.size());
    // Those that require no more come first in their order.
    while (begin < last && filed_[begin].clauses.size() == depth + 1) {
      out_.phrases.push_back(filed_[begin++].phrase);
    }
    made.phrases.end = static_cast<std::uint32_t>(out_.phrases.size());
    out_.nodes.push_back(made);
    branch(begin, last, depth + 1);
    out_.nodes.own(node).next = static_cast<std::uint32_t>(out_.nodes.size());
    begin = last;
  }
}

/// Files the trees under the words of their first clause.
void ClauseTrees::post() {
  std::vector<std::pair<WordId, std::uint32_t>> postings;
  for (const std::uint32_t root : roots_) {
    const Clause& clause = program_.clauses[out_.nodes[root].clause];
    if (clause.classes != 0) {
      out_.by_values.push_back(root);
    }
    for (std::uint32_t word = clause.words.begin; word < clause.words.end; ++word) {
      postings.emplace_back(program_.words[word], root);
    }
  }
  std::ranges::sort(postings);
  std::vector<std::uint64_t> bits(program_.word_count / 64 + 1);
  std::vector<std::uint32_t> starts(program_.word_count + 1);
  for (const auto& [word, root] : postings) {
    bits[word / 64] |= std::uint64_t{1} << (word % 64);
    ++starts[word + 1];
    out_.trees.push_back(root);
  }
  for (std::size_t word = 1; word < starts.size(); ++word) {
    starts[word] += starts[word - 1];
  }
  out_.bits.take(std::move(bits));
  out_.starts.take(std::move(starts));
}

void ClauseTrees::grow() {
  std::ranges::stable_sort(filed_, {}, &Filed::clauses);
  branch(0, filed_.size(), 0);
  post();
}

}  // namespace concord::extract
