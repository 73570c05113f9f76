#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compare/claims.h"
#include "model/finding.h"
#include "model/rule.h"

namespace concord::compare {

/// What a claim does to the figure that stood before it.  Earlier enumerators win when several
/// happen in one group (VERDICTS.md, precedence); `lag` repeats a figure already overtaken and
/// changes nothing.
enum class Step : std::uint8_t {
  conflict,
  against_trend,
  stale,
  undirected,
  revised,
  rise,
  fall,
  lag
};

struct Move {
  Step step = Step::conflict;
  const Claim* claim = nullptr;  // whose claim moves
  std::uint32_t from = 0;        // positions
  std::uint32_t to = 0;
};

/// How a group's figure moved through time.
struct Course {
  std::vector<Move> moves;               // in time; undated claims last
  std::optional<std::uint32_t> current;  // position that stands now; nothing when no order is known
  std::vector<bool> superseded;          // of each position
};

/// Follows the claims through time, position by position (positions are numbered upward).
/// `claims` are those that count, of `positions` positions; only committed ones move the figure.
/// Costs a sort and one pass.
Course follow(const Inputs& inputs, const CompareRule& rule, const std::vector<Claim*>& claims,
              std::uint32_t positions);

/// Floors and the settled figure: marks Claim::stale where a floor stands far below a figure that
/// was settled long before, and Claim::superseded where a settled figure has since passed it.
void judge_floors(const Inputs& inputs, const CompareRule& rule, const std::vector<Claim*>& claims);

/// Seconds after which a superseded figure is stale.
std::int64_t stale_after(const CompareRule& rule);

}  // namespace concord::compare
