#include "extract/conflicts.h"

#include <algorithm>
#include <tuple>

namespace concord::extract {
namespace {

/// Literal tokens of `left` that `right` has too, both over the first 64 tokens from the later
/// begin.
std::uint64_t shifted(std::uint64_t bits, std::uint32_t from, std::uint32_t to) {
  const std::uint32_t by = to - from;
  return by >= 64 ? 0U : bits >> by;
}

bool share_literal(const Match& left, const Match& right) {
  const std::uint32_t begin = std::max(left.begin, right.begin);
  return (shifted(left.literal_bits, left.begin, begin) &
          shifted(right.literal_bits, right.begin, begin)) != 0;
}

/// True if every literal token of `inner` is one of `outer`.
bool literals_within(const Match& inner, const Match& outer) {
  if (inner.begin < outer.begin) {
    const std::uint32_t by = outer.begin - inner.begin;
    const std::uint64_t before = by >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << by) - 1;
    if ((inner.literal_bits & before) != 0) {
      return false;
    }
  }
  const std::uint32_t begin = std::max(inner.begin, outer.begin);
  const std::uint64_t rest = shifted(inner.literal_bits, inner.begin, begin);
  return (rest & ~shifted(outer.literal_bits, outer.begin, begin)) == 0;
}

bool share_value(const Candidate& left, const Candidate& right) {
  for (std::uint32_t i = 0; i < left.hits; ++i) {
    for (std::uint32_t j = 0; j < right.hits; ++j) {
      if (left.slots[i].begin < right.slots[j].end && right.slots[j].begin < left.slots[i].end) {
        return true;
      }
    }
  }
  return false;
}

class Settlement {
 public:
  Settlement(const Program& program, const std::vector<Match>& matches,
             std::vector<Candidate>& candidates)
      : program_(program), matches_(matches), candidates_(candidates) {}

  void run() {
    std::vector<std::uint32_t> order(candidates_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::ranges::stable_sort(order, [&](std::uint32_t left, std::uint32_t right) {
      return rank(candidates_[left]) < rank(candidates_[right]);
    });
    std::vector<std::uint32_t> standing;
    std::vector<bool> lost(candidates_.size());
    for (const std::uint32_t next : order) {
      if (candidates_[next].excluded_by != kNone) {
        continue;
      }
      lost[next] = std::ranges::any_of(standing, [&](std::uint32_t other) {
        return conflict(candidates_[other], candidates_[next]);
      });
      if (!lost[next]) {
        standing.push_back(next);
      }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (!lost[i]) {
        candidates_[kept++] = candidates_[i];
      }
    }
    candidates_.resize(kept);
  }

 private:
  using Rank =
      std::tuple<bool, std::int64_t, std::uint32_t, std::int64_t, std::uint32_t, std::uint32_t>;

  Rank rank(const Candidate& candidate) const {
    const Match& match = matches_[candidate.match];
    return {candidate.keyless,    -std::int64_t{match.literals},
            match.looked_through, -(std::int64_t{match.end} - std::int64_t{match.begin}),
            match.begin,          match.phrase};
  }

  bool conflict(const Candidate& left, const Candidate& right) const {
    const Match& first = matches_[left.match];
    const Match& second = matches_[right.match];
    if (left.rule != right.rule) {
      return share_value(left, right) && are_exclusive(program_, left.rule, right.rule) &&
             !is_settled_by_story(program_, left.rule, right.rule);
    }
    const bool same_kind = *left.kind == *right.kind;
    if (left.hits == 0 || right.hits == 0) {
      return same_kind && first.begin < second.end && second.begin < first.end;
    }
    if (share_value(left, right)) {
      return same_kind || left.slots[0].op == Op::value;
    }
    const FactRule& rule = program_.rules->facts[left.rule];
    const bool own_kind = !rule.kind_slot.empty() && rule.kind_slot != rule.key;
    const bool open_key = !rule.key.empty() && (rule.kinds.empty() || own_kind);
    return same_kind && !open_key && left.slots[0].op == Op::value && left.match != right.match &&
           share_literal(first, second);
  }

  const Program& program_;
  const std::vector<Match>& matches_;
  std::vector<Candidate>& candidates_;
};

}  // namespace

bool are_exclusive(const Program& program, std::uint32_t left, std::uint32_t right) {
  return std::ranges::find(program.exclusive[left], right) != program.exclusive[left].end();
}

bool is_settled_by_story(const Program& program, std::uint32_t left, std::uint32_t right) {
  const auto& facts = program.rules->facts;
  return facts[left].event.empty() != facts[right].event.empty();
}

bool sets_aside(const Match& unless, const Match& match) {
  return unless.begin < match.end && match.begin < unless.end && !literals_within(unless, match);
}

void settle(const Program& program, const std::vector<Match>& matches,
            std::vector<Candidate>& candidates) {
  if (candidates.size() > 1) {
    Settlement(program, matches, candidates).run();
  }
}

}  // namespace concord::extract
