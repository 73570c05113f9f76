#include "compare/terms.h"

#include <algorithm>
#include <span>
#include <utility>

#include "compare/arithmetic.h"
#include "compare/findings.h"
#include "compare/statements.h"

namespace concord::compare {
namespace {

constexpr const char* kParts[] = {"headline", "lead", "body", "caption"};
constexpr const char* kPicks[] = {"", "highest ", "lowest ", "latest "};

bool kind_fits(const Inputs& inputs, const CheckTerm& term, const Group& group) {
  if (!term.kind.empty()) {
    return group.kind == term.kind;
  }
  return group.kind.empty() || group.kind == rule_of(inputs, group).default_kind;
}

bool source_fits(const Inputs& inputs, const CheckTerm& term, const Claim& claim) {
  if (term.from.empty()) {
    return true;
  }
  const std::string wanted = voice_key(term.from);
  return voice_key(document_of(inputs, claim).source) == wanted ||
         (claim.figure->by && voice_key(claim.figure->by->name) == wanted);
}

/// `in body` is the running text, lead included.
bool part_fits(Part wanted, Part part) {
  return part == wanted || (wanted == Part::body && part == Part::lead);
}

struct Reading {
  const Claim* claim;
  Measure measure;
  FactId fact;
};

/// What the sentences of a figure say, parts of it set aside.
const std::vector<Statement>& statements_of(const Inputs& inputs, const Figure& figure,
                                            Scene& scene) {
  if (scene.read != &figure) {
    scene.statements = read_statements(inputs, figure.facts);
    set_parts_aside(scene.statements);
    scene.read = &figure;
  }
  return scene.statements;
}

/// What a claim says in one part of its document.
std::optional<Reading> read_part(const Inputs& inputs, const Claim& claim, Part part,
                                 Scene& scene) {
  const auto is_in_part = [&](FactId id) { return part_fits(part, inputs.facts[id.index].part); };
  if (std::ranges::none_of(claim.figure->facts, is_in_part)) {
    return std::nullopt;
  }
  std::vector<Statement> statements = statements_of(inputs, *claim.figure, scene);
  std::erase_if(statements, [&](const Statement& one) {
    return !part_fits(part, one.fact->part) || (one.subset && one.overtaken);
  });
  std::sort(statements.begin(), statements.end(), [](const Statement& a, const Statement& b) {
    return a.fact->filler.begin < b.fact->filler.begin;
  });
  if (statements.empty()) {
    return std::nullopt;
  }
  const FactRule& rule = inputs.rules.facts[claim.figure->rule.index];
  const Statement& best = statements[stand_of(statements, rule.compare).best];
  if (!best.counts || !best.has_figure) {
    return std::nullopt;
  }
  return Reading{&claim, best.measure, best.id};
}

/// The group's claims; of one document where the scene has one.
std::span<const Claim> claims_in(const Inputs& inputs, const Group& group, const Scene& scene) {
  const std::span<const Claim> all = group.claims;
  if (!scene.document) {
    return all;
  }
  const std::uint32_t rank = inputs.rank[scene.document->index];
  const auto begin = std::ranges::lower_bound(all, rank, {}, &Claim::rank);
  const auto end = std::ranges::upper_bound(begin, all.end(), rank, {}, &Claim::rank);
  return {begin, end};
}

std::vector<Reading> readings_of(const Inputs& inputs, const CheckTerm& term, const Group& group,
                                 Scene& scene) {
  std::vector<Reading> readings;
  for (const Claim& claim : claims_in(inputs, group, scene)) {
    const bool stands = scene.document || (!claim.superseded && !claim.stale && !claim.party);
    if (!claim.counts || !stands || claim.figure->facts.empty() ||
        !source_fits(inputs, term, claim)) {
      continue;
    }
    if (!term.part) {
      readings.push_back(Reading{&claim, claim.measure, claim.figure->facts.front()});
    } else if (auto reading = read_part(inputs, claim, *term.part, scene)) {
      readings.push_back(std::move(*reading));
    }
  }
  return readings;
}

std::optional<Decimal> number_of(const Reading& reading) {
  const Measure& measure = reading.measure;
  return measure.nominal    ? measure.nominal
         : measure.hard.low ? measure.hard.low
                            : measure.hard.high;
}

void pick(Pick how, std::vector<Reading>& readings) {
  if (how == Pick::figure || readings.empty()) {
    return;
  }
  const auto less = [&](const Reading& a, const Reading& b) {
    if (how == Pick::latest) {
      return a.claim->when && b.claim->when ? a.claim->when->begin < b.claim->when->begin
                                            : !a.claim->when && b.claim->when;
    }
    const auto left = number_of(a);
    const auto right = number_of(b);
    return left && right ? *left < *right : !left && right;
  };
  const auto found = how == Pick::lowest ? std::min_element(readings.begin(), readings.end(), less)
                                         : std::max_element(readings.begin(), readings.end(), less);
  readings = {*found};
}

/// What agreeing readings allow together; around all of it where they differ.
TermValue combined(const Inputs& inputs, const std::vector<Reading>& readings) {
  TermValue value;
  std::map<std::uint32_t, Interval<Decimal>> positions;
  const Reading* best = &readings.front();
  for (const Reading& reading : readings) {
    const auto [found, fresh] = positions.emplace(reading.claim->position, reading.measure.hard);
    if (!fresh) {
      found->second = common(found->second, reading.measure.hard);
    }
    best = is_more_precise(reading.measure, best->measure) ? &reading : best;
    value.sources.push_back(document_of(inputs, *reading.claim).source);
    value.documents.push_back(reading.claim->figure->document);
    value.facts.push_back(reading.fact);
    const auto& when = reading.claim->when;
    if (when && (!value.said || *value.said < when->begin)) {
      value.said = when->begin;
    }
  }
  value.interval = positions.begin()->second;
  for (const auto& [position, interval] : positions) {
    value.interval = hull(value.interval, interval);
  }
  value.called.push_back({best->claim, best->fact});
  return value;
}

void append(TermValue& sum, const TermValue& next) {
  sum.interval = plus(sum.interval, next.interval);
  sum.called.insert(sum.called.end(), next.called.begin(), next.called.end());
  sum.sources.insert(sum.sources.end(), next.sources.begin(), next.sources.end());
  sum.facts.insert(sum.facts.end(), next.facts.begin(), next.facts.end());
  sum.documents.insert(sum.documents.end(), next.documents.begin(), next.documents.end());
  if (next.said && (!sum.said || *sum.said < *next.said)) {
    sum.said = next.said;
  }
}

}  // namespace

std::string name_of(const CheckTerm& term) {
  if (term.number) {
    return to_string(*term.number);
  }
  std::string name = kPicks[static_cast<std::size_t>(term.pick)];
  name += term.all_keys ? "sum of " : "";
  name += term.fact;
  name += term.kind.empty() ? "" : "." + term.kind;
  name += term.part ? " in " + std::string(kParts[static_cast<std::size_t>(*term.part)]) : "";
  name += term.from.empty() ? "" : " from " + term.from;
  return name;
}

std::optional<TermValue> value_of(const Inputs& inputs, const CheckTerm& term,
                                  const std::string& key, Scene& scene) {
  if (term.number) {
    TermValue value;
    value.interval = Interval<Decimal>::exactly(*term.number);
    return value;
  }
  const auto found = scene.groups.find(term.fact);
  if (found == scene.groups.end()) {
    return std::nullopt;
  }
  std::optional<TermValue> total;
  for (const Group* group : found->second) {
    if (!kind_fits(inputs, term, *group) ||
        (!term.all_keys && group->key != key && !group->key.empty())) {
      continue;
    }
    std::vector<Reading> readings = readings_of(inputs, term, *group, scene);
    pick(term.pick, readings);
    if (readings.empty()) {
      continue;
    }
    TermValue value = combined(inputs, readings);
    if (total && term.all_keys) {
      append(*total, value);
    } else if (!total || group->key == key) {
      total = std::move(value);
    }
  }
  return total;
}

std::string label_of(const Inputs& inputs, const TermValue& value) {
  if (value.called.empty()) {
    return to_string(*value.interval.low);
  }
  std::string label;
  for (const auto& [claim, fact] : value.called) {
    const Figure& figure = *claim->figure;
    const bool derived = figure.derived && fact == figure.facts.front();
    label += (label.empty() ? "" : " + ") +
             (derived ? label_of(inputs, *claim)
                      : describe(inputs.facts[fact.index].value, inputs.services));
  }
  return label;
}

std::set<std::string> keys_of(const CheckExpression& check, const Scene& scene) {
  std::set<std::string> keys;
  const auto collect = [&](const CheckTerm& term) {
    const auto found = scene.groups.find(term.fact);
    if (term.number || term.all_keys || found == scene.groups.end()) {
      return;
    }
    for (const Group* group : found->second) {
      keys.insert(group->key);
    }
  };
  std::for_each(check.left.begin(), check.left.end(), collect);
  std::for_each(check.right.begin(), check.right.end(), collect);
  if (keys.empty()) {
    keys.insert(std::string());
  }
  return keys;
}

}  // namespace concord::compare
