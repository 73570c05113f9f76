#include "compare/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "base/fold.h"
#include "compare/attackers_counted.h"
#include "compare/checks.h"
#include "compare/claims.h"
#include "compare/derive.h"
#include "compare/findings.h"
#include "compare/gaps.h"
#include "compare/learned.h"
#include "compare/policies.h"
#include "compare/quotes.h"
#include "compare/relations.h"

namespace concord::compare {
namespace {

/// The event a figure is compared in: unsure figures go with the main event, where they may only
/// agree.
std::string event_key(const Figure& figure) {
  return figure.event.role == EventRole::other ? "1" + fold(figure.event.name) : "0";
}

auto measured(const Figure& figure) {
  return std::tie(figure.story, figure.fact, figure.kind, figure.key);
}

/// The event's label: that of a figure that is sure of it, the same whatever the order of
/// documents.
EventRef event_of(const std::vector<const Figure*>& figures) {
  const Figure* best = figures.front();
  for (const Figure* figure : figures) {
    const auto rank = [](const Figure* one) {
      const EventRef& event = one->event;
      return std::tuple(event.role == EventRole::unsure, event.kind.empty(),
                        std::string_view(event.kind), std::string_view(event.name),
                        std::string_view(event.why));
    };
    best = rank(figure) < rank(best) ? figure : best;
  }
  return best->event;
}

std::vector<Group> group_figures(const Inputs& inputs, const std::vector<Figure>& figures) {
  std::vector<std::pair<std::string, const Figure*>> order;
  order.reserve(figures.size());
  for (const Figure& figure : figures) {
    order.emplace_back(event_key(figure), &figure);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    const auto left = measured(*a.second);
    const auto right = measured(*b.second);
    return left != right ? left < right : a.first < b.first;
  });
  std::vector<Group> groups;
  for (std::size_t begin = 0; begin < order.size();) {
    std::vector<const Figure*> members;
    std::size_t end = begin;
    while (end < order.size() && order[end].first == order[begin].first &&
           measured(*order[end].second) == measured(*order[begin].second)) {
      members.push_back(order[end++].second);
    }
    const Figure& first = *members.front();
    Group group;
    group.story = first.story;
    group.event = event_of(members);
    group.rule = first.rule;
    group.fact = first.fact;
    group.kind = first.kind;
    group.key = first.key;
    group.claims = make_claims(inputs, members);
    groups.push_back(std::move(group));
    begin = end;
  }
  return groups;
}

std::vector<std::optional<Decimal>> missing_of(const Inputs& inputs,
                                               const std::vector<Group>& groups) {
  std::vector<std::optional<Decimal>> missing(inputs.stories.stories.size());
  for (const Group& group : groups) {
    if (group.fact != "missing" || group.event.role != EventRole::main ||
        group.story.index >= missing.size()) {
      continue;
    }
    for (const Claim& claim : group.claims) {
      if (claim.counts && !claim.superseded && !claim.stale && claim.measure.nominal) {
        missing[group.story.index] = claim.measure.nominal;
      }
    }
  }
  return missing;
}

bool is_quote(const Group& group) {
  return !group.claims.empty() && group.claims.front().measure.axis == Axis::quote;
}

/// Who has one group claim the attack, and who has it deny it.
struct Stances {
  std::vector<const Claim*> claims;
  std::vector<const Claim*> denials;
};
using Stance = std::tuple<std::uint32_t, RuleId, std::string>;  // story, rule, group's name

std::map<Stance, Stances> stances_in(const std::vector<Group>& groups) {
  std::map<Stance, Stances> stances;
  for (const Group& group : groups) {
    const bool claimed = group.kind == "claimed";
    if (group.event.role != EventRole::main || (!claimed && group.kind != "denied")) {
      continue;
    }
    for (const Claim& claim : group.claims) {
      if (claim.counts && claim.measure.axis == Axis::name) {
        Stances& one = stances[{group.story.index, group.rule, claim.measure.name}];
        (claimed ? one.claims : one.denials).push_back(&claim);
      }
    }
  }
  return stances;
}

Position stance_position(const Inputs& inputs, const char* label,
                         const std::vector<const Claim*>& claims) {
  Position position;
  position.label = label;
  for (const Claim* claim : claims) {
    position.sources.push_back(document_of(inputs, *claim).source);
    const auto& facts = claim->figure->facts;
    position.facts.insert(position.facts.end(), facts.begin(), facts.end());
  }
  return position;
}

/// The same group claiming and denying is a conflict of its own, keyed by the group.
void find_contrary_stances(const Inputs& inputs, const std::vector<Group>& groups,
                           std::vector<Finding>& findings) {
  for (const auto& [stance, sides] : stances_in(groups)) {
    if (sides.claims.empty() || sides.denials.empty()) {
      continue;
    }
    Group group;
    group.story = StoryId{std::get<0>(stance)};
    group.rule = std::get<1>(stance);
    group.event = sides.claims.front()->figure->event;
    group.fact = sides.claims.front()->figure->fact;
    group.key = std::get<2>(stance);
    Finding finding = finding_of(group, Relation::discrepancy, Detail::conflict);
    finding.severity = severity_of(rule_of(inputs, group), finding.relation, finding.detail);
    finding.positions = {stance_position(inputs, "claimed", sides.claims),
                         stance_position(inputs, "denied", sides.denials)};
    std::set<FactId> known;
    for (const auto* claims : {&sides.claims, &sides.denials}) {
      for (const Claim* claim : *claims) {
        add_evidence(inputs, *claim->figure, known, finding.evidence);
      }
    }
    finding.reason = group.key + " claimed it according to " +
                     listed(finding.positions[0].sources) + " and denied it according to " +
                     listed(finding.positions[1].sources) + ".";
    findings.push_back(std::move(finding));
  }
}

/// Where an article contradicted itself and a newer version of it is there, the words that did are
/// gone; whether the new ones do is found of them.
void drop_rewritten(const Inputs& inputs, std::vector<Finding>& findings) {
  Versions versions;
  for (const Document& document : inputs.documents) {
    versions.add(document);
  }
  const auto rewritten = [&](FactId id) {
    return versions.is_rewritten(inputs.documents[inputs.facts[id.index].document.index]);
  };
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.detail == Detail::internal && !finding.positions.empty() &&
           std::ranges::all_of(finding.positions, [&](const Position& position) {
             return !position.facts.empty() && std::ranges::all_of(position.facts, rewritten);
           });
  });
}

}  // namespace

void compare(const RuleSet& rules, const Services& services, const Options& options,
             Findings& findings) {
  Inputs inputs =
      make_inputs(rules, services, options, findings.documents, findings.facts, findings.stories);
  const std::vector<Figure> derived = derive_sums(inputs, findings.figures);
  findings.figures.insert(findings.figures.end(), derived.begin(), derived.end());
  std::vector<Group> groups = group_figures(inputs, findings.figures);
  const std::vector<std::string> kinds = event_kinds(inputs, findings.figures);
  for (Group& group : groups) {
    if (group.event.role == EventRole::main && group.story.index < kinds.size()) {
      group.event.kind = kinds[group.story.index];
    }
  }
  const auto events = event_times(inputs, findings.figures);
  std::vector<Finding>& out = findings.findings;
  std::vector<std::pair<std::size_t, std::size_t>> judged;  // finding, group
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Group& group = groups[i];
    if (is_quote(group)) {
      std::vector<Finding> quotes =
          is_asked_for(options, group) ? judge_quotes(inputs, group) : std::vector<Finding>();
      out.insert(out.end(), std::make_move_iterator(quotes.begin()),
                 std::make_move_iterator(quotes.end()));
      continue;
    }
    const bool main = group.event.role == EventRole::main && group.story.index < events.size();
    const std::string assumption =
        anchor_times(inputs, main ? events[group.story.index] : std::nullopt, group);
    const std::string counted_in = count_attackers_in(inputs, group);
    Finding finding = judge(inputs, group);
    if (!assumption.empty() && finding.relation == Relation::agreement) {
      finding.notes.push_back(assumption);
    }
    if (!counted_in.empty()) {
      finding.notes.push_back(counted_in);
      prefer_stated(group);
    }
    judged.emplace_back(out.size(), i);
    out.push_back(std::move(finding));
  }
  const auto missing = missing_of(inputs, groups);
  const std::vector<Learned> learned = learn(inputs, groups);
  for (const auto& [finding, group] : judged) {
    if (!is_asked_for(options, groups[group])) {
      continue;
    }
    const bool main =
        groups[group].event.role == EventRole::main && groups[group].story.index < missing.size();
    apply_policies(inputs, groups[group], learned[group],
                   main ? missing[groups[group].story.index] : std::nullopt, out[finding]);
  }
  find_contrary_stances(inputs, groups, out);
  run_checks(inputs, groups, out);
  drop_rewritten(inputs, out);
  if (!options.of) {
    find_gaps(inputs, findings.figures, out);
  }
  finish(inputs, out);
}

}  // namespace concord::compare
