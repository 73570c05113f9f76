#include "compare/policies.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/pool.h"
#include "wording/fact_text.h"

namespace concord::compare {
namespace {

constexpr std::size_t kUnranked = std::numeric_limits<std::size_t>::max();

const Claim* lowest(const Pool& pool) {
  const auto found = std::min_element(
      pool.begin(), pool.end(), [](const Claim* a, const Claim* b) { return is_lower(*a, *b); });
  return found == pool.end() ? nullptr : *found;
}

struct Majority {
  const Claim* winner = nullptr;  // most voices; the lowest of several
  bool majority = false;          // more than half of all voices
};

Majority vote(const Inputs& inputs, const Pool& pool) {
  if (pool.size() == 1) {
    return {pool.front(), true};
  }
  std::map<std::string, std::pair<std::set<std::string>, Pool>> ballots;
  std::set<std::string> voices;
  for (const Claim* claim : pool) {
    auto& [origins, claims] = ballots[ballot(inputs, *claim)];
    origins.insert(claim->origin);
    claims.push_back(claim);
    voices.insert(claim->origin);
  }
  Majority result;
  std::size_t most = 0;
  for (const auto& [text, entry] : ballots) {
    const Claim* candidate = lowest(entry.second);
    const std::size_t count = entry.first.size();
    if (count > most || (count == most && is_lower(*candidate, *result.winner))) {
      result.winner = candidate;
      most = count;
    }
  }
  result.majority = 2 * most > voices.size();
  return result;
}

/// Claims not known to be older than another.
Pool most_recent(const Inputs& inputs, const Pool& pool) {
  const Claim* newest = nullptr;
  for (const Claim* claim : pool) {
    if (claim->when && (newest == nullptr || newest->when->begin < claim->when->begin)) {
      newest = claim;
    }
  }
  Pool recent;
  for (const Claim* claim : pool) {
    if (newest == nullptr || claim == newest || !said_before(inputs, *claim, *newest)) {
      recent.push_back(claim);
    }
  }
  return recent;
}

/// Who tells of one person, "a man was killed", does not hold against those who count them all.
Pool without_single_persons(const Pool& pool) {
  const auto is_single = [](const Claim* claim) {
    return is_floor(claim->measure) && claim->measure.nominal == Decimal(1);
  };
  Pool counted;
  std::copy_if(pool.begin(), pool.end(), std::back_inserter(counted),
               [&](const Claim* claim) { return !is_single(claim); });
  return counted.empty() ? pool : counted;
}

/// GTD: the most recent; several, the majority of independent sources; no majority, the lowest.
const Claim* by_gtd(const Inputs& inputs, const Pool& pool) {
  if (pool.size() == 1) {
    return pool.front();
  }
  const Pool recent = most_recent(inputs, without_single_persons(pool));
  const Majority result = vote(inputs, recent);
  return result.majority ? result.winner : lowest(recent);
}

void add_ranked(const Inputs& inputs, const std::vector<std::string>& names,
                std::vector<std::string>& order) {
  for (const std::string& name : names) {
    const auto group = inputs.rules.sources.groups.find(name);
    if (group == inputs.rules.sources.groups.end()) {
      order.push_back(voice_key(name));
      continue;
    }
    for (const std::string& member : group->second) {
      order.push_back(voice_key(member));
    }
  }
}

std::vector<std::string> authorities_for(const Inputs& inputs, const Group& group) {
  std::vector<std::string> order;
  add_ranked(inputs, rule_of(inputs, group).compare.prefer, order);
  for (const std::string& measure : {group.fact + "." + group.kind, group.fact}) {
    const auto found = inputs.rules.sources.authority.find(measure);
    if (found != inputs.rules.sources.authority.end()) {
      add_ranked(inputs, found->second, order);
      break;
    }
  }
  return order;
}

std::size_t rank_among(const std::vector<std::string>& order, const std::string& name) {
  const auto found = std::find_if(order.begin(), order.end(), [&](const std::string& one) {
    return name == one || (name.size() > one.size() && name.ends_with(" " + one));
  });
  return found == order.end() ? kUnranked : static_cast<std::size_t>(found - order.begin());
}

/// How far down a claim's source or authority stands: by the rules' lists first, then by the desk's
/// tiers.
std::size_t rank_of(const Inputs& inputs, const std::vector<std::string>& order,
                    const Claim& claim) {
  const std::string& source = document_of(inputs, claim).source;
  std::size_t rank = rank_among(order, voice_key(source));
  if (claim.figure->by) {
    rank = std::min(rank, rank_among(order, voice_key(claim.figure->by->name)));
  }
  if (rank != kUnranked) {
    return rank;
  }
  const auto& tiers = inputs.rules.sources.tiers;
  const auto tier = std::ranges::find_if(tiers, [&](const std::vector<std::string>& names) {
    return std::ranges::find(names, source) != names.end();
  });
  return tier == tiers.end() ? kUnranked
                             : order.size() + static_cast<std::size_t>(tier - tiers.begin());
}

const Claim* by_authority(const Inputs& inputs, const Group& group, const Pool& pool) {
  if (pool.size() == 1) {
    return pool.front();
  }
  const std::vector<std::string> order = authorities_for(inputs, group);
  std::size_t best = kUnranked;
  Pool top;
  for (const Claim* claim : pool) {
    const std::size_t rank = rank_of(inputs, order, *claim);
    if (rank < best) {
      best = rank;
      top.clear();
    }
    if (rank == best) {
      top.push_back(claim);
    }
  }
  return by_gtd(inputs, top);
}

std::string range_text(const Interval<Decimal>& range) {
  if (range.low && range.high) {
    const std::string low = wording::told_number(*range.low);
    const std::string high = wording::told_number(*range.high);
    return low == high ? low : low + "-" + high;
  }
  if (range.low) {
    return wording::told_number(*range.low) + "+";
  }
  return range.high ? "up to " + wording::told_number(*range.high) : std::string();
}

const Claim* conservative(const Pool& pool) {
  const auto found = std::min_element(pool.begin(), pool.end(), [](const Claim* a, const Claim* b) {
    const auto left = coded_number(a->measure);
    const auto right = coded_number(b->measure);
    return left && right && *left != *right ? *left < *right : is_lower(*a, *b);
  });
  return found == pool.end() ? nullptr : *found;
}

Value range_value(const Claim& like, const Interval<Decimal>& range) {
  Value value = like.figure->value;
  auto* quantity = std::get_if<Quantity>(&value);
  // A range in base units cannot be put into a measure written in others.
  if (quantity == nullptr || !like.measure.written_unit.empty() || !range.low || !range.high) {
    return value;
  }
  quantity->hard = range;
  quantity->soft = range;
  quantity->hedge = *range.low == *range.high ? Hedge::exact : Hedge::between;
  quantity->nominal = *range.low == *range.high ? range.low : std::nullopt;
  return value;
}

/// Whose figure each policy prints.
using Chosen = std::vector<std::pair<std::string_view, const Claim*>>;

/// Null where no policy of that name chooses one.
const Claim* chosen_by(std::string_view policy, const Chosen& chosen) {
  const auto found = std::ranges::find(chosen, policy, &Chosen::value_type::first);
  return found == chosen.end() ? nullptr : found->second;
}

/// What only numbers have: ranges, coded words, EM-DAT's total of dead and missing.
void print_numbers(const Group& group, const Chosen& chosen, const std::optional<Decimal>& missing,
                   Finding& finding) {
  const Measure& least = chosen_by("acled", chosen)->measure;
  if (is_vague(least)) {
    finding.policies["acled"] = to_string(coded_number(least).value_or(Decimal(0)));
  }
  const std::string range = range_text(finding.range);
  finding.policies["range"] = range;
  finding.policies["ucdp"] += range.empty() ? "" : " (" + range + ")";
  const auto dead = number_of(*chosen_by("emdat", chosen));
  const bool all_dead = group.fact == "deaths" && (group.kind.empty() || group.kind == "all");
  const auto total = missing && dead && all_dead ? add(*missing, *dead) : std::nullopt;
  if (total) {
    finding.policies["emdat"] = wording::told_number(*total);
  }
}

Value figure_by(const Inputs& inputs, const Group& group, const Chosen& chosen,
                const Finding& finding) {
  const auto own = inputs.options.fact_policy.find(group.fact);
  const std::string& policy =
      own == inputs.options.fact_policy.end() ? inputs.options.policy : own->second;
  const Claim* recent = chosen_by("gtd", chosen);
  if (policy == "range") {
    return range_value(*recent, finding.range);
  }
  const Claim* pick = chosen_by(policy, chosen);
  return (pick == nullptr ? recent : pick)->figure->value;
}

}  // namespace

void apply_policies(const Inputs& inputs, const Group& group, const Learned& learned,
                    const std::optional<Decimal>& missing, Finding& finding) {
  const Pool pool = pool_of(group);
  if (pool.empty()) {
    if (!group.claims.empty()) {
      finding.figure = group.claims.front().figure->value;
    }
    return;
  }
  const Majority majority = vote(inputs, pool);
  const Claim* recent = by_gtd(inputs, pool);
  const Claim* ranked = by_authority(inputs, group, pool);
  const Chosen chosen = {{"gtd", recent},
                         {"acled", conservative(pool)},
                         {"ucdp", majority.majority ? majority.winner : lowest(pool)},
                         {"emdat", ranked},
                         {"majority", majority.winner},
                         {"latest", recent},
                         {"authority", ranked},
                         {"truthfinder", learned.truthfinder},
                         {"dependence", learned.dependence}};
  for (const auto& [policy, claim] : chosen) {
    finding.policies[std::string(policy)] =
        bare(claim->measure, claim->figure->value, inputs.services);
  }
  if (pool.front()->measure.axis == Axis::number) {
    print_numbers(group, chosen, missing, finding);
  } else {
    finding.policies["range"] = finding.policies["majority"];
  }
  finding.figure = figure_by(inputs, group, chosen, finding);
}

}  // namespace concord::compare
