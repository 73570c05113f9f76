#include "compare/order.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "compare/corrections.h"
#include "model/floors.h"

namespace concord::compare {
namespace {

constexpr std::int64_t kUsualStaleAfter = kSecondsPerDay;

bool is_revision(const Inputs& inputs, const Claim& claim) {
  return claim.figure->corrected ||
         (document_of(inputs, claim).item && document_of(inputs, claim).version > 1);
}

/// Walks dated claims in time order.
class Walk {
 public:
  using Predecessors =
      std::map<const Claim*, std::uint32_t>;  // claim -> its own earlier version's position

  Walk(const Inputs& inputs, const CompareRule& rule, std::uint32_t positions,
       Predecessors replaced)
      : inputs_(inputs),
        rule_(rule),
        replaced_(std::move(replaced)),
        since_(positions, nullptr),
        gone_(positions, nullptr) {}

  void take(const Claim& claim);
  void take_undated(const Claim& claim);
  Course finish();

 private:
  bool knows(std::uint32_t position) const { return since_[position] != nullptr; }
  bool licensed(std::uint32_t from, std::uint32_t to) const;
  bool is_correction(const Claim& claim) const;
  bool replaces_own_version(const Claim& claim) const;
  void withdraw_own_version(const Claim& claim);
  bool is_after_rivals(const Claim& claim) const;
  bool may_replace_rivals(std::uint32_t position) const;
  std::uint32_t reference(std::uint32_t position) const;
  bool contradicts_itself(const Claim& claim, std::uint32_t reference) const;
  std::int64_t elapsed(const Claim& earlier, const Claim& later) const;
  void first_seen(const Claim& claim);
  void take_overtaken(const Claim& claim);
  void take_new(const Claim& claim);
  void take_rival_again(const Claim& claim);
  void move_to(const Claim& claim, Step step, std::uint32_t from);
  void note(Step step, const Claim& claim, std::uint32_t from) {
    moves_.push_back(Move{step, &claim, from, claim.position});
  }

  const Inputs& inputs_;
  const CompareRule& rule_;
  Predecessors replaced_;
  std::vector<const Claim*> since_;  // position -> claim that brought it up
  std::vector<const Claim*> gone_;   // position -> claim that superseded it
  std::optional<std::uint32_t> current_;
  std::set<std::uint32_t> rivals_;  // positions whose order to the current one is unknown
  std::map<std::string, std::uint32_t> last_of_source_;
  std::vector<Move> moves_;
};

bool Walk::licensed(std::uint32_t from, std::uint32_t to) const {
  switch (rule_.trend) {
    case RuleTrend::only_rises:
      return to > from;
    case RuleTrend::only_falls:
      return to < from;
    case RuleTrend::free:
      return true;
    case RuleTrend::fixed:
      return false;
  }
  return false;
}

/// Said of the figure itself, or elsewhere in the article.
bool Walk::is_correction(const Claim& claim) const {
  return claim.figure->corrected || tells_correction(inputs_, claim);
}

bool Walk::replaces_own_version(const Claim& claim) const {
  const auto before = replaced_.find(&claim);
  return before != replaced_.end() && before->second != claim.position;
}

/// The figure of an older version is gone, unless somebody else holds it too.
void Walk::withdraw_own_version(const Claim& claim) {
  const auto before = replaced_.find(&claim);
  if (before == replaced_.end() || before->second == claim.position) {
    return;
  }
  const std::uint32_t old = before->second;
  if (since_[old] == nullptr && gone_[old] == nullptr) {
    gone_[old] = &claim;
  }
}

bool Walk::is_after_rivals(const Claim& claim) const {
  const auto after = [&](std::uint32_t position) {
    return position == claim.position || said_before(inputs_, *since_[position], claim);
  };
  return after(*current_) && std::all_of(rivals_.begin(), rivals_.end(), after);
}

bool Walk::may_replace_rivals(std::uint32_t position) const {
  const auto allowed = [&](std::uint32_t other) {
    return other == position || licensed(other, position);
  };
  return allowed(*current_) && std::all_of(rivals_.begin(), rivals_.end(), allowed);
}

/// The standing position hardest to replace: the highest where figures only rise.
std::uint32_t Walk::reference(std::uint32_t position) const {
  std::uint32_t hardest = *current_;
  for (const std::uint32_t rival : rivals_) {
    if (rival != position && !licensed(rival, position) &&
        (licensed(hardest, position) || licensed(hardest, rival))) {
      hardest = rival;
    }
  }
  return hardest;
}

bool Walk::contradicts_itself(const Claim& claim, std::uint32_t reference) const {
  const auto last = last_of_source_.find(document_of(inputs_, claim).source);
  return last != last_of_source_.end() && last->second != claim.position &&
         (last->second == reference || !licensed(last->second, claim.position));
}

std::int64_t Walk::elapsed(const Claim& earlier, const Claim& later) const {
  return earlier.when && later.when ? later.when->begin.seconds - earlier.when->begin.seconds : 0;
}

void Walk::move_to(const Claim& claim, Step step, std::uint32_t from) {
  note(step, claim, from);
  rivals_.insert(*current_);
  for (const std::uint32_t old : rivals_) {
    if (old != claim.position) {
      gone_[old] = &claim;
    }
  }
  rivals_.clear();
  current_ = claim.position;
  since_[claim.position] = &claim;
  gone_[claim.position] = nullptr;
}

void Walk::take(const Claim& claim) {
  if (claim.committed) {
    first_seen(claim);
    withdraw_own_version(claim);
    last_of_source_[document_of(inputs_, claim).source] = claim.position;
  }
}

void Walk::first_seen(const Claim& claim) {
  if (!current_) {
    current_ = claim.position;
    since_[claim.position] = &claim;
    return;
  }
  if (gone_[claim.position] != nullptr) {
    take_overtaken(claim);
  } else if (claim.position == *current_ || rivals_.contains(claim.position)) {
    take_rival_again(claim);
  } else {
    take_new(claim);
  }
}

void Walk::take_rival_again(const Claim& claim) {
  if (rivals_.empty()) {
    return;
  }
  if (is_after_rivals(claim) && may_replace_rivals(claim.position)) {
    std::uint32_t from = *current_;
    if (from == claim.position) {
      from = *rivals_.begin();
    }
    move_to(claim, claim.position > from ? Step::rise : Step::fall, from);
  }
}

void Walk::take_overtaken(const Claim& claim) {
  const std::uint32_t from = *current_;
  if (!is_after_rivals(claim)) {
    note(Step::lag, claim, from);
    return;
  }
  const bool plain = licensed(from, claim.position) && !claim.figure->corrected;
  if (replaces_own_version(claim) || (!plain && is_correction(claim))) {
    move_to(claim, !plain ? Step::revised : claim.position > from ? Step::rise : Step::fall, from);
    return;
  }
  if (contradicts_itself(claim, from)) {
    if (rule_.trend == RuleTrend::free) {
      move_to(claim, claim.position > from ? Step::rise : Step::fall, from);
    } else {
      note(rule_.trend == RuleTrend::fixed ? Step::conflict : Step::against_trend, claim, from);
    }
    return;
  }
  const bool long_ago = elapsed(*gone_[claim.position], claim) > stale_after(rule_);
  note(long_ago ? Step::stale : Step::lag, claim, from);
}

void Walk::take_new(const Claim& claim) {
  if (!is_after_rivals(claim)) {
    since_[claim.position] = &claim;
    rivals_.insert(claim.position);
    return;
  }
  const std::uint32_t from = reference(claim.position);
  if (may_replace_rivals(claim.position)) {
    move_to(claim, claim.position > from ? Step::rise : Step::fall, from);
    return;
  }
  if (replaces_own_version(claim) || is_correction(claim)) {
    move_to(claim, Step::revised, from);
    return;
  }
  since_[claim.position] = since_[claim.position] == nullptr ? &claim : since_[claim.position];
  const bool fixed = rule_.trend == RuleTrend::fixed;
  if (!fixed && contradicts_itself(claim, from)) {
    note(Step::against_trend, claim, from);
  } else if (!fixed && elapsed(*since_[from], claim) > stale_after(rule_)) {
    note(Step::stale, claim, from);
  } else {
    note(Step::conflict, claim, from);
  }
}

void Walk::take_undated(const Claim& claim) {
  if (claim.committed) {
    withdraw_own_version(claim);
  }
  if (!claim.committed || knows(claim.position) || gone_[claim.position] != nullptr) {
    return;
  }
  since_[claim.position] = &claim;
  if (!current_) {
    current_ = claim.position;
    return;
  }
  rivals_.insert(claim.position);
}

Course Walk::finish() {
  for (const std::uint32_t rival : rivals_) {
    if (current_ && rival != *current_) {
      const bool fixed = rule_.trend == RuleTrend::fixed;
      moves_.push_back(
          Move{fixed ? Step::conflict : Step::undirected, since_[rival], *current_, rival});
    }
  }
  Course course;
  course.moves = std::move(moves_);
  course.current = current_;
  for (const Claim* claim : gone_) {
    course.superseded.push_back(claim != nullptr);
  }
  return course;
}

/// Dated claims in time order: of those of one moment replaced versions first, then revisions, then
/// by position, so that equal news from another outlet never changes the outcome.
void sort_by_time(const Inputs& inputs, std::vector<const Claim*>& claims) {
  Versions versions;
  for (const Claim* claim : claims) {
    versions.add(document_of(inputs, *claim));
  }
  const auto phase = [&](const Claim* claim) {
    if (versions.is_rewritten(document_of(inputs, *claim))) {
      return 0;
    }
    return is_revision(inputs, *claim) ? 1 : 2;
  };
  const auto key = [&](const Claim* claim) {
    return std::tuple(claim->when->begin, claim->when->end, phase(claim),
                      document_of(inputs, *claim).version, claim->position, claim->rank);
  };
  std::sort(claims.begin(), claims.end(),
            [&](const Claim* a, const Claim* b) { return key(a) < key(b); });
}

/// What the versions of items say of each other.
struct Revised {
  std::set<const Claim*> withdrawn;  // older versions whose figure a newer one replaced
  Walk::Predecessors replaced;
  std::vector<Move> moves;
};

Step step_of(RuleTrend trend, bool up) {
  const bool licensed = trend == RuleTrend::free || (trend == RuleTrend::only_rises && up) ||
                        (trend == RuleTrend::only_falls && !up);
  return !licensed ? Step::revised : up ? Step::rise : Step::fall;
}

/// Versions of one item have an order of their own, dated or not; what a newer version replaced
/// contradicts nobody any more.
Revised settle_versions(const Inputs& inputs, const CompareRule& rule,
                        const std::vector<Claim*>& claims) {
  std::vector<const Claim*> items;
  for (const Claim* claim : claims) {
    if (document_of(inputs, *claim).item && claim->committed) {
      items.push_back(claim);
    }
  }
  std::sort(items.begin(), items.end(), [&](const Claim* a, const Claim* b) {
    const Document& left = document_of(inputs, *a);
    const Document& right = document_of(inputs, *b);
    return std::tie(left.item, left.source, left.version, a->rank) <
           std::tie(right.item, right.source, right.version, b->rank);
  });
  Revised versions;
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    const Claim* older = items[i];
    const Claim* newer = items[i + 1];
    if (!are_of_one_item(document_of(inputs, *older), document_of(inputs, *newer)) ||
        !said_before(inputs, *older, *newer)) {
      continue;
    }
    versions.replaced[newer] = older->position;
    if (older->position != newer->position) {
      versions.withdrawn.insert(older);
      const bool up = newer->position > older->position;
      versions.moves.push_back(
          Move{step_of(rule.trend, up), newer, older->position, newer->position});
    }
  }
  return versions;
}

}  // namespace

std::int64_t stale_after(const CompareRule& rule) {
  return rule.stale_after.value_or(kUsualStaleAfter);
}

Course follow(const Inputs& inputs, const CompareRule& rule, const std::vector<Claim*>& claims,
              std::uint32_t positions) {
  Revised versions = settle_versions(inputs, rule, claims);
  std::vector<const Claim*> dated;
  std::vector<const Claim*> undated;
  for (const Claim* claim : claims) {
    if (!versions.withdrawn.contains(claim)) {
      (claim->when ? dated : undated).push_back(claim);
    }
  }
  sort_by_time(inputs, dated);
  std::sort(undated.begin(), undated.end(), [](const Claim* a, const Claim* b) {
    return std::tie(a->position, a->rank) < std::tie(b->position, b->rank);
  });
  Walk walk(inputs, rule, positions, std::move(versions.replaced));
  for (const Claim* claim : dated) {
    walk.take(*claim);
  }
  // Newer versions first, so that what they replaced is known to be gone.
  std::stable_partition(undated.begin(), undated.end(),
                        [&](const Claim* claim) { return is_revision(inputs, *claim); });
  for (const Claim* claim : undated) {
    walk.take_undated(*claim);
  }
  Course course = walk.finish();
  course.moves.insert(course.moves.begin(), versions.moves.begin(), versions.moves.end());
  return course;
}

namespace {

bool is_stated(const Inputs& inputs, const Claim& claim) {
  const Fact& fact = inputs.facts[claim.figure->facts.front().index];
  return states_floor(fact, inputs.documents[fact.document.index].text);
}

}  // namespace

void judge_floors(const Inputs& inputs, const CompareRule& rule,
                  const std::vector<Claim*>& claims) {
  const Claim* settled = nullptr;  // the settled figure that stands, first said
  for (const Claim* claim : claims) {
    if (!is_settled(claim->measure) || claim->superseded || claim->stale || claim->party) {
      continue;
    }
    if (settled == nullptr || *settled->measure.nominal < *claim->measure.nominal ||
        (*settled->measure.nominal == *claim->measure.nominal &&
         said_before(inputs, *claim, *settled))) {
      settled = claim;
    }
  }
  if (settled == nullptr) {
    return;
  }
  const auto slack =
      rule.floor_within ? percent_of(*settled->measure.nominal, *rule.floor_within) : std::nullopt;
  const auto least = slack ? subtract(*settled->measure.nominal, *slack) : std::nullopt;
  for (Claim* claim : claims) {
    if (!is_floor(claim->measure) || claim->superseded || !claim->measure.hard.low ||
        !(*claim->measure.hard.low < *settled->measure.nominal)) {
      continue;
    }
    if (said_before(inputs, *claim, *settled)) {
      claim->superseded = true;
    } else if (least && rule.trend == RuleTrend::only_rises && is_stated(inputs, *claim) &&
               said_before(inputs, *settled, *claim) && settled->when && claim->when &&
               *claim->measure.hard.low < *least) {
      const std::int64_t late = claim->when->begin.seconds - settled->when->begin.seconds;
      claim->stale = late > stale_after(rule);
    }
  }
}

}  // namespace concord::compare
