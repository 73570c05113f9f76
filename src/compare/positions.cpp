#include "compare/positions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>

#include "base/fold.h"

namespace concord::compare {
namespace {

constexpr int kDeepestTaxonomy = 16;

/// Orders by right end; an open end comes before a closed one, no end last.
bool ends_before(const Interval<Decimal>& a, const Interval<Decimal>& b) {
  if (!a.high || !b.high) {
    return a.high && !b.high;
  }
  if (*a.high != *b.high) {
    return *a.high < *b.high;
  }
  return a.high_open && !b.high_open;
}

void intersect(Interval<Decimal>& common, const Interval<Decimal>& other) {
  if (other.low &&
      (!common.low || *common.low < *other.low || (*common.low == *other.low && other.low_open))) {
    common.low = other.low;
    common.low_open = other.low_open;
  }
  if (ends_before(other, common)) {
    common.high = other.high;
    common.high_open = other.high_open;
  }
}

std::optional<Decimal> point_of(const Interval<Decimal>& common) {
  return common.high ? common.high : common.low;
}

/// The group nearest to `number` among [first, last].
std::uint32_t nearest(const Sweep& swept, std::uint32_t first, std::uint32_t last,
                      const std::optional<Decimal>& number) {
  if (!number) {
    return last;
  }
  for (std::uint32_t i = first; i < last; ++i) {
    const auto here = point_of(swept.common[i]);
    const auto next = point_of(swept.common[i + 1]);
    if (!here || !next) {
      return i;
    }
    const auto to_here = subtract(*number, *here);
    const auto to_next = subtract(*next, *number);
    if (!to_here || !to_next || *to_here <= *to_next) {
      return i;
    }
  }
  return last;
}

/// A value once, however many claims state it.
struct Distinct {
  Decimal nominal;
  Decimal slack;
  std::string unit;
  bool base = false;
};

/// True if both round to each other at the digits written, or are the same number of the same unit.
bool meets(const Distinct& a, const Distinct& b) {
  if (a.unit == b.unit) {
    return a.nominal == b.nominal;
  }
  const auto gap = subtract(a.nominal < b.nominal ? b.nominal : a.nominal,
                            a.nominal < b.nominal ? a.nominal : b.nominal);
  return gap && *gap <= std::min(a.slack, b.slack);
}

bool finer(const Distinct& a, const Distinct& b) {
  if (a.slack != b.slack) {
    return a.slack < b.slack;
  }
  return a.nominal < b.nominal;
}

/// For each distinct number, the number its class stands for.
std::map<std::pair<Decimal, std::string>, Decimal> classes_of(std::vector<Distinct> values) {
  std::sort(values.begin(), values.end(), [](const Distinct& a, const Distinct& b) {
    return a.nominal != b.nominal ? a.nominal < b.nominal : a.unit < b.unit;
  });
  std::map<std::pair<Decimal, std::string>, Decimal> result;
  std::size_t begin = 0;
  while (begin < values.size()) {
    std::size_t end = begin + 1;
    while (end < values.size() &&
           std::all_of(values.begin() + static_cast<std::ptrdiff_t>(begin),
                       values.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Distinct& member) { return meets(member, values[end]); })) {
      ++end;
    }
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto best =
        std::min_element(first, values.begin() + static_cast<std::ptrdiff_t>(end), finer);
    for (std::size_t i = begin; i < end; ++i) {
      result.emplace(std::pair(values[i].nominal, values[i].unit), best->nominal);
    }
    begin = end;
  }
  return result;
}

std::map<std::string, std::set<std::string>> parents_in(const CompareRule& rule,
                                                        const std::vector<Claim*>& claims) {
  std::map<std::string, std::set<std::string>> parents;
  for (const auto& [part, whole] : rule.part_of) {
    parents[fold(part)].insert(fold(whole));
  }
  for (const Claim* claim : claims) {
    if (!claim->measure.part_of.empty()) {
      parents[fold(claim->measure.name)].insert(fold(claim->measure.part_of));
    }
  }
  return parents;
}

void collect_ancestors(const std::map<std::string, std::set<std::string>>& parents,
                       const std::string& name, int depth, std::set<std::string>& out) {
  const auto found = parents.find(name);
  if (found == parents.end() || depth > kDeepestTaxonomy) {
    return;
  }
  for (const std::string& parent : found->second) {
    if (out.insert(parent).second) {
      collect_ancestors(parents, parent, depth + 1, out);
    }
  }
}

/// The names stated, and how they lie in each other.
struct NameTree {
  std::map<std::string, std::set<std::string>> wider;  // stated name -> its ancestors
  std::map<std::string, std::vector<std::string>>
      narrower;                               // name -> stated names that are part of it
  std::map<std::string, std::uint32_t> leaf;  // most precise stated name -> its position
};

NameTree tree_of(const CompareRule& rule, const std::vector<Claim*>& claims) {
  const auto parents = parents_in(rule, claims);
  NameTree tree;
  for (const Claim* claim : claims) {
    const std::string name = fold(claim->measure.name);
    if (tree.wider.contains(name)) {
      continue;
    }
    std::set<std::string> ancestors;
    collect_ancestors(parents, name, 0, ancestors);
    ancestors.erase(name);
    for (const std::string& ancestor : ancestors) {
      tree.narrower[ancestor].push_back(name);
    }
    tree.wider.emplace(name, std::move(ancestors));
  }
  for (auto& [name, parts] : tree.narrower) {
    std::sort(parts.begin(), parts.end());
  }
  for (const auto& [name, ancestors] : tree.wider) {
    if (!tree.narrower.contains(name)) {
      tree.leaf.emplace(name, static_cast<std::uint32_t>(tree.leaf.size()));
    }
  }
  if (tree.leaf.empty()) {  // a taxonomy that runs in a circle tells nothing
    for (const auto& [name, ancestors] : tree.wider) {
      tree.leaf.emplace(name, static_cast<std::uint32_t>(tree.leaf.size()));
    }
  }
  return tree;
}

/// Each most precise name stated is a position; a wider name joins the first that is part of it.
std::uint32_t place_names(const CompareRule& rule, std::vector<Claim*>& claims) {
  NameTree tree = tree_of(rule, claims);
  for (Claim* claim : claims) {
    const std::string name = fold(claim->measure.name);
    claim->depth = static_cast<std::uint32_t>(tree.wider[name].size());
    if (const auto own = tree.leaf.find(name); own != tree.leaf.end()) {
      claim->position = own->second;
      claim->committed = true;
      continue;
    }
    std::vector<std::uint32_t> beneath;
    for (const std::string& part : tree.narrower[name]) {
      if (const auto found = tree.leaf.find(part); found != tree.leaf.end()) {
        beneath.push_back(found->second);
      }
    }
    claim->position = beneath.empty() ? 0 : beneath.front();
    claim->committed = beneath.size() == 1;
  }
  return static_cast<std::uint32_t>(tree.leaf.size());
}

Interval<Decimal> tolerant(const CompareRule& rule, const Measure& measure) {
  if (rule.agree != Agree::within || !rule.tolerance) {
    return measure.hard;
  }
  auto tolerance = rule.tolerance;
  if (rule.tolerance_is_percent) {
    const auto number = measure.nominal ? measure.nominal : point_of(measure.hard);
    tolerance = number ? percent_of(*number, *rule.tolerance) : std::nullopt;
  }
  // Half on either side: two numbers then meet when they are at most the tolerance apart.
  const auto half = tolerance ? multiply(*tolerance, Decimal(5, -1)) : std::nullopt;
  return half ? widened(measure.hard, *half) : measure.hard;
}

}  // namespace

Sweep sweep(const std::vector<Interval<Decimal>>& intervals,
            const std::vector<std::optional<Decimal>>& nominal) {
  Sweep result;
  result.group.assign(intervals.size(), 0);
  result.committed.assign(intervals.size(), true);
  std::vector<std::uint32_t> order(intervals.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return ends_before(intervals[a], intervals[b]);
  });
  for (const std::uint32_t i : order) {
    if (!result.common.empty() && overlaps(result.common.back(), intervals[i])) {
      intersect(result.common.back(), intervals[i]);
    } else {
      result.common.push_back(intervals[i]);
    }
  }
  for (std::uint32_t i = 0; i < intervals.size(); ++i) {
    const auto& mine = intervals[i];
    const auto first = std::partition_point(
        result.common.begin(), result.common.end(),
        [&](const Interval<Decimal>& common) { return is_before(common, mine); });
    const auto past = std::partition_point(
        first, result.common.end(),
        [&](const Interval<Decimal>& common) { return !is_before(mine, common); });
    if (first == past) {  // an interval turned inside out meets nothing, itself included
      const auto behind = static_cast<std::size_t>(first - result.common.begin());
      result.group[i] = static_cast<std::uint32_t>(std::min(behind, result.common.size() - 1));
      continue;
    }
    const auto low = static_cast<std::uint32_t>(first - result.common.begin());
    const auto high = static_cast<std::uint32_t>(past - result.common.begin()) - 1;
    result.committed[i] = low == high;
    result.group[i] = nearest(result, low, high, nominal[i]);
  }
  return result;
}

void meet_across_units(std::vector<Claim*>& claims) {
  std::set<std::string> units;
  std::map<std::pair<Decimal, std::string>, Distinct> values;
  for (const Claim* claim : claims) {
    const Measure& measure = claim->measure;
    if (!measure.slack || !measure.nominal) {
      continue;
    }
    units.insert(measure.written_unit);
    const bool plain = measure.hedge == Hedge::exact || measure.hedge == Hedge::rounded;
    if (plain) {
      Distinct value{*measure.nominal, *measure.slack, measure.written_unit};
      auto& known = values.emplace(std::pair(value.nominal, value.unit), value).first->second;
      known.slack = std::min(known.slack, value.slack);
    }
  }
  if (units.size() < 2) {
    return;
  }
  std::vector<Distinct> distinct;
  distinct.reserve(values.size());
  for (auto& [key, value] : values) {
    distinct.push_back(value);
  }
  const auto classes = classes_of(std::move(distinct));
  for (Claim* claim : claims) {
    Measure& measure = claim->measure;
    if (!measure.slack || !measure.nominal) {
      continue;
    }
    const auto found = classes.find(std::pair(*measure.nominal, measure.written_unit));
    const bool plain = measure.hedge == Hedge::exact || measure.hedge == Hedge::rounded;
    if (plain && found != classes.end()) {
      measure.hard = Interval<Decimal>::exactly(found->second);
    } else if (!plain) {
      measure.hard = widened(measure.hard, *measure.slack);
    }
  }
}

std::uint32_t find_positions(const CompareRule& rule, std::vector<Claim*>& claims) {
  if (claims.empty()) {
    return 0;
  }
  if (claims.front()->measure.axis == Axis::name) {
    return place_names(rule, claims);
  }
  meet_across_units(claims);
  std::vector<Interval<Decimal>> intervals;
  std::vector<std::optional<Decimal>> nominal;
  for (const Claim* claim : claims) {
    intervals.push_back(tolerant(rule, claim->measure));
    nominal.push_back(claim->measure.nominal);
  }
  const Sweep swept = sweep(intervals, nominal);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    claims[i]->position = swept.group[i];
    claims[i]->committed = swept.committed[i];
  }
  return static_cast<std::uint32_t>(swept.common.size());
}

}  // namespace concord::compare
