#include "compare/relations.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/fold.h"
#include "compare/arithmetic.h"
#include "compare/findings.h"
#include "compare/order.h"
#include "compare/positions.h"
#include "compare/reasons.h"
#include "compare/statements.h"

namespace concord::compare {
namespace {

bool has_figure(const Measure& measure) {
  return measure.axis != Axis::number || measure.hard.low || measure.hard.high;
}

bool is_unsure(const Group& group, const Claim& claim) {
  const EventRef& event = claim.figure->event;
  return event.role == EventRole::unsure ||
         (event.role == EventRole::other && group.event.name.empty());
}

/// The claims of a group by what they may do.
struct Parts {
  std::vector<Claim*> counted;  // decide the relation
  std::vector<Claim*> unsure;   // may agree, never differ
  std::vector<Claim*> parties;  // conflict with officials, license nothing
};

Parts parts_of(Group& group) {
  Parts parts;
  std::set<DocumentId> sure;
  for (Claim& claim : group.claims) {
    if (!claim.counts || !has_figure(claim.measure)) {
      claim.counts = false;
      continue;
    }
    const bool unsure = is_unsure(group, claim);
    (unsure ? parts.unsure : claim.party ? parts.parties : parts.counted).push_back(&claim);
    if (!unsure) {
      sure.insert(claim.figure->document);
    }
  }
  // What a document says of the event itself stands before what it may say of it.
  std::erase_if(parts.unsure, [&](Claim* claim) {
    claim->counts = !sure.contains(claim->figure->document);
    return !claim->counts;
  });
  return parts;
}

/// What figures that are word for word alike share.
std::string signature(const Measure& measure) {
  const auto& [low, high, low_open, high_open] = measure.hard;
  return fold(measure.name) + (low ? to_string(normalized(*low)) : "-") + (low_open ? "(" : "[") +
         (high ? to_string(normalized(*high)) : "-") + (high_open ? ")" : "]");
}

/// Unsure claims join the one position if they agree with all of it and with each other; else only
/// those that repeat a figure that is sure.  The rest are only shown.
void admit_unsure(const CompareRule& rule, Parts& parts, std::uint32_t positions) {
  if (parts.unsure.empty()) {
    return;
  }
  std::vector<Claim> together;
  std::set<std::string> sure;
  for (const Claim* claim : parts.counted) {
    together.push_back(*claim);
    sure.insert(signature(claim->measure));
  }
  for (const Claim* claim : parts.unsure) {
    together.push_back(*claim);
  }
  std::vector<Claim*> pointers;
  for (Claim& claim : together) {
    pointers.push_back(&claim);
  }
  const bool all = positions == 1 && find_positions(rule, pointers) == 1;
  for (Claim* claim : parts.unsure) {
    claim->counts = all || (positions == 1 && sure.contains(signature(claim->measure)));
    claim->position = 0;
  }
  std::copy_if(parts.unsure.begin(), parts.unsure.end(), std::back_inserter(parts.counted),
               [](const Claim* claim) { return claim->counts; });
}

/// A party's figure joins a position all of which it agrees with, or opens one of its own; returns
/// a claim that does the latter.
const Claim* admit_parties(Parts& parts, std::uint32_t& positions) {
  std::vector<Interval<Decimal>> allowed(positions);  // of each position: what every member allows
  std::vector<bool> started(positions, false);
  for (const Claim* claim : parts.counted) {
    auto& all = allowed[claim->position];
    all = started[claim->position] ? common(all, claim->measure.hard) : claim->measure.hard;
    started[claim->position] = true;
  }
  const Claim* opposed = nullptr;
  for (Claim* claim : parts.parties) {
    const auto found = std::find_if(
        allowed.begin(), allowed.end(),
        [&](const Interval<Decimal>& all) { return overlaps(all, claim->measure.hard); });
    claim->position = static_cast<std::uint32_t>(found - allowed.begin());
    if (found == allowed.end()) {
      claim->position = positions++;
      opposed = claim;
    }
  }
  return opposed;
}

/// The number a claim adds to the lower or upper end of a range.
std::optional<Decimal> range_end(const Measure& measure, bool low) {
  if (measure.hedge == Hedge::between || !measure.nominal) {
    const auto& first = low ? measure.hard.low : measure.hard.high;
    return first ? first : low ? measure.hard.high : measure.hard.low;
  }
  return measure.nominal;
}

enum class Loose : std::uint8_t { same, equivalent, compatible, narrower };

Loose loosest(const Claim& a, const Claim& b) {
  const Measure& left = a.measure;
  const Measure& right = b.measure;
  if (left.axis == Axis::name) {
    return fold(left.name) == fold(right.name) ? Loose::same : Loose::narrower;
  }
  const bool one_number = is_settled(left) && is_settled(right) && left.nominal == right.nominal;
  if (left.hard != right.hard && !one_number) {
    const bool from_date = left.axis == Axis::number && left.worked_out != right.worked_out &&
                           (left.worked_out == "date" || right.worked_out == "date");
    return from_date ? Loose::equivalent : Loose::compatible;
  }
  const bool as_written = left.hard == right.hard && left.worked_out == right.worked_out &&
                          left.written_unit == right.written_unit;
  return as_written ? Loose::same : Loose::equivalent;
}

Detail agreement_detail(const std::vector<const Claim*>& claims) {
  constexpr Detail kDetails[] = {Detail::same, Detail::equivalent, Detail::compatible,
                                 Detail::narrower};
  Loose needed = Loose::same;
  for (const Claim* claim : claims) {
    needed = std::max(needed, loosest(*claims.front(), *claim));
  }
  return kDetails[static_cast<std::size_t>(needed)];
}

/// Agreement, or uncorroborated when one source or one voice is behind all of it.
void corroborate(const Inputs& inputs, const Group& group, const std::vector<const Claim*>& claims,
                 Finding& finding) {
  std::set<std::string> sources;
  std::set<std::string> origins;
  for (const Claim* claim : claims) {
    sources.insert(document_of(inputs, *claim).source);
    origins.insert(claim->origin);
  }
  finding.relation = Relation::uncorroborated;
  finding.detail = Detail::one_source;
  if (sources.size() < 2) {
    return;
  }
  const bool natural =
      has_natural_authority(group, rule_of(inputs, group), claims.front()->measure.axis);
  if (origins.size() < 2 && !natural) {
    finding.detail = Detail::one_origin;
    return;
  }
  finding.relation = Relation::agreement;
  finding.detail = agreement_detail(claims);
}

constexpr Detail kDetailOfStep[] = {Detail::conflict,   Detail::against_trend, Detail::stale,
                                    Detail::undirected, Detail::revised,       Detail::rise,
                                    Detail::fall};

bool is_update(Step step) {
  return step == Step::revised || step == Step::rise || step == Step::fall;
}

/// The move that decides: the worst there is, and of updates the last.
const Move* deciding(const std::vector<Move>& moves) {
  const Move* best = nullptr;
  for (const Move& move : moves) {
    if (move.step == Step::lag) {
      continue;
    }
    if (best == nullptr || (is_update(move.step) && is_update(best->step)) ||
        move.step < best->step) {
      best = &move;
    }
  }
  return best;
}

void mark(const Course& course, std::vector<Claim*>& claims) {
  std::set<const Claim*> stale;
  for (const Move& move : course.moves) {
    if (move.step == Step::stale) {
      stale.insert(move.claim);
    }
  }
  for (Claim* claim : claims) {
    claim->superseded = claim->committed && claim->position < course.superseded.size() &&
                        course.superseded[claim->position];
    claim->stale = stale.contains(claim);
  }
}

/// "At least 12" after 12 has become 14, "about 13": what can be either is read as the nearer one,
/// and says again what is over.
void mark_lagging(const Course& course, std::vector<Claim*>& claims) {
  for (Claim* claim : claims) {
    const bool over = claim->position < course.superseded.size() &&
                      course.superseded[claim->position] && !claim->committed;
    claim->superseded = claim->superseded || (over && !claim->stale);
  }
}

/// True where only a party contradicts the others, who agree or have moved on together.
bool is_of_a_party_alone(const Claim* opposed, const Move* move) {
  return opposed != nullptr && opposed->party && (move == nullptr || is_update(move->step));
}

std::vector<const Claim*> standing(const Group& group, const Finding& finding,
                                   const std::optional<std::uint32_t>& current, bool party_alone) {
  const bool every =
      finding.relation == Relation::discrepancy && !party_alone &&
      (finding.detail == Detail::conflict || finding.detail == Detail::against_trend);
  const bool newest = (finding.relation == Relation::update || party_alone) && current;
  std::vector<const Claim*> result;
  for (const Claim& claim : group.claims) {
    const bool now = every || (!claim.superseded && !claim.stale);
    if (claim.counts && !claim.party && now && (!newest || claim.position == *current)) {
      result.push_back(&claim);
    }
  }
  return result;
}

Position make_position(const Inputs& inputs, const std::vector<const Claim*>& claims) {
  Position position;
  const Claim* best = claims.front();
  std::set<std::string> sources;
  position.superseded = true;
  for (const Claim* claim : claims) {
    best = is_more_precise(*claim, *best) ? claim : best;
    const std::string& source = document_of(inputs, *claim).source;
    if (sources.insert(source).second) {
      position.sources.push_back(source);
    }
    position.facts.insert(position.facts.end(), claim->figure->facts.begin(),
                          claim->figure->facts.end());
    position.superseded = position.superseded && claim->superseded;
    const auto& published = claim->published;
    if (published && (!position.latest || position.latest->begin < published->begin)) {
      position.latest = published;
    }
  }
  position.label = label_of(inputs, *best);
  position.range = range_over(claims);
  return position;
}

void add_positions(const Inputs& inputs, const Group& group, std::uint32_t positions,
                   Finding& finding) {
  std::vector<std::vector<const Claim*>> members(positions);
  for (const Claim& claim : group.claims) {
    if (claim.counts && claim.position < positions) {
      members[claim.position].push_back(&claim);
    }
  }
  for (const auto& claims : members) {
    if (!claims.empty()) {
      finding.positions.push_back(make_position(inputs, claims));
    }
  }
}

bool is_directed(const Parts& parts, const std::vector<Move>& moves, std::uint32_t positions) {
  if (positions < 2 || !parts.parties.empty()) {
    return false;
  }
  const bool ordered = std::none_of(moves.begin(), moves.end(),
                                    [](const Move& move) { return move.step == Step::undirected; });
  const bool versions = std::any_of(moves.begin(), moves.end(),
                                    [](const Move& move) { return is_update(move.step); });
  return ordered &&
         (versions || std::all_of(parts.counted.begin(), parts.counted.end(),
                                  [](const Claim* claim) { return claim->when.has_value(); }));
}

/// Facts whose mode does not count, alone: noted, compared with nothing.
Finding noted_only(const Inputs& inputs, const Group& group) {
  Finding finding = finding_of(group, Relation::uncorroborated, Detail::one_source);
  std::vector<const Claim*> shown;
  for (const Claim& claim : group.claims) {
    shown.push_back(&claim);
  }
  if (!shown.empty()) {
    finding.positions.push_back(make_position(inputs, shown));
    finding.positions.back().superseded = false;
  }
  return finding;
}

void decide(const Inputs& inputs, const Group& group, const Move* move, const Claim* opposed,
            std::uint32_t positions, Finding& finding) {
  if (opposed != nullptr) {
    finding.relation = Relation::discrepancy;
    finding.detail = Detail::conflict;
    return;
  }
  std::vector<const Claim*> current;
  bool stale = false;
  for (const Claim& claim : group.claims) {
    stale = stale || (claim.counts && claim.stale);
    if (claim.counts && !claim.stale) {
      current.push_back(&claim);
    }
  }
  const bool worse_than_stale =
      move != nullptr && (move->step == Step::conflict || move->step == Step::against_trend);
  if (stale && !worse_than_stale) {
    finding.relation = Relation::discrepancy;
    finding.detail = Detail::stale;
  } else if (move != nullptr) {
    finding.relation = is_update(move->step) ? Relation::update : Relation::discrepancy;
    finding.detail = kDetailOfStep[static_cast<std::size_t>(move->step)];
  } else if (positions > 1) {
    finding.relation = Relation::discrepancy;
    finding.detail = Detail::undirected;
  } else {
    corroborate(inputs, group, current, finding);
  }
}

/// Unsure ownership, or an event without a name: figures that differ may be of different events.
Finding judge_unsure(const Inputs& inputs, Group& group, Parts& parts) {
  const CompareRule& rule = rule_of(inputs, group).compare;
  Finding finding = finding_of(group, Relation::uncorroborated, Detail::one_source);
  const std::uint32_t positions = find_positions(rule, parts.unsure);
  if (positions == 1) {
    corroborate(inputs, group, {parts.unsure.begin(), parts.unsure.end()}, finding);
  }
  add_positions(inputs, group, positions, finding);
  finding.range = range_over({parts.unsure.begin(), parts.unsure.end()});
  finding.notes.emplace_back("which event this belongs to is not certain");
  return finding;
}

/// A document that names several places for one event says that they are one: positions it names
/// together are merged.
std::uint32_t merge_named_together(const Inputs& inputs, std::vector<Claim*>& claims,
                                   std::uint32_t positions) {
  std::map<std::string, std::uint32_t> position_of;
  for (const Claim* claim : claims) {
    position_of.emplace(fold(claim->measure.name), claim->position);
  }
  std::vector<std::uint32_t> merged(positions);
  std::iota(merged.begin(), merged.end(), 0U);
  const auto root = [&](std::uint32_t i) {
    while (merged[i] != i) {
      i = merged[i];
    }
    return i;
  };
  for (const Claim* claim : claims) {
    for (const FactId id : claim->figure->facts) {
      const Fact& fact = inputs.facts[id.index];
      const auto* name = std::get_if<Name>(&fact.value);
      const auto other = name == nullptr ? position_of.end() : position_of.find(fold(name->id));
      if (other != position_of.end() &&
          mode_counts(inputs.rules.facts[fact.rule.index], fact.mode)) {
        const std::uint32_t a = root(claim->position);
        const std::uint32_t b = root(other->second);
        merged[std::max(a, b)] = std::min(a, b);
      }
    }
  }
  std::vector<std::uint32_t> renumbered(positions, 0);
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < positions; ++i) {
    renumbered[i] = root(i) == i ? count++ : renumbered[root(i)];
  }
  for (Claim* claim : claims) {
    claim->position = renumbered[claim->position];
  }
  return count;
}

Finding judge_counted(const Inputs& inputs, Group& group, Parts& parts, std::vector<Move>& moves,
                      const Move*& move) {
  const Axis axis = parts.counted.front()->measure.axis;
  const bool names = axis == Axis::name;
  CompareRule rule = with_taxonomy(inputs, rule_of(inputs, group).compare, axis);
  Finding finding = finding_of(group, Relation::agreement, Detail::same);
  std::uint32_t positions = find_positions(rule, parts.counted);
  if (names && rule.trend == RuleTrend::fixed) {
    positions = merge_named_together(inputs, parts.counted, positions);
  }
  if (names) {  // names do not rise or fall: two unrelated ones contradict each other
    rule.trend = RuleTrend::fixed;
  }
  const std::uint32_t official = positions;
  const Claim* opposed = nullptr;
  if (positions > 1 && parts.counted.front()->party) {
    opposed = parts.counted.front();  // two sides' figures license nothing
  }
  if (const Claim* party = admit_parties(parts, positions)) {
    opposed = party;
  }
  Course course;
  course.superseded.assign(positions, false);
  if (official > 1 && !parts.counted.front()->party) {
    course = follow(inputs, rule, parts.counted, official);
    mark(course, parts.counted);
  }
  judge_floors(inputs, rule, parts.counted);
  mark_lagging(course, parts.counted);
  admit_unsure(rule, parts, official);
  moves = course.moves;
  move = deciding(moves);
  finding.directed = is_directed(parts, moves, positions);
  decide(inputs, group, move, opposed, positions, finding);
  add_positions(inputs, group, positions, finding);
  finding.range =
      range_over(standing(group, finding, course.current, is_of_a_party_alone(opposed, move)));
  return finding;
}

}  // namespace

namespace {

/// Without the zeros that conversion leaves after the point.
std::optional<Decimal> trimmed(std::optional<Decimal> number) {
  while (number && number->exponent < 0 && number->coefficient % 10 == 0) {
    number->coefficient /= 10;
    ++number->exponent;
  }
  return number;
}

}  // namespace

namespace {

/// Whether somebody gave the number: a length worked out from a date only bounds the figure.
bool is_given(const Measure& measure) {
  return measure.axis == Axis::number && has_figure(measure) &&
         (measure.nominal || measure.worked_out != "date");
}

void extend(Interval<Decimal>& range, const Measure& measure) {
  const auto low = range_end(measure, true);
  const auto high = range_end(measure, false);
  if (low && (!range.low || *low < *range.low)) {
    range.low = low;
  }
  if (high && (!range.high || *range.high < *high)) {
    range.high = high;
  }
}

}  // namespace

Interval<Decimal> range_over(const std::vector<const Claim*>& claims) {
  Interval<Decimal> range;
  bool all_floors = true;
  bool all_ceilings = true;
  for (const Claim* claim : claims) {
    if (!is_given(claim->measure)) {
      continue;
    }
    extend(range, claim->measure);
    all_floors = all_floors && is_floor(claim->measure);
    all_ceilings = all_ceilings && is_ceiling(claim->measure);
  }
  return {all_ceilings ? std::nullopt : trimmed(range.low),
          all_floors ? std::nullopt : trimmed(range.high)};
}

bool is_asked_for(const Options& options, const Group& group) {
  return !options.of || std::ranges::any_of(group.claims, [&](const Claim& claim) {
    return claim.figure->document == *options.of;
  });
}

Finding judge(const Inputs& inputs, Group& group) {
  Parts parts = parts_of(group);
  if (parts.counted.empty()) {
    parts.counted = std::move(parts.parties);
    parts.parties.clear();
  }
  std::vector<Move> moves;
  const Move* move = nullptr;
  Finding finding;
  if (!parts.counted.empty()) {
    finding = judge_counted(inputs, group, parts, moves, move);
  } else if (!parts.unsure.empty()) {
    finding = judge_unsure(inputs, group, parts);
  } else {
    finding = noted_only(inputs, group);
  }
  finding.severity = severity_of(rule_of(inputs, group), finding.relation, finding.detail);
  if (is_asked_for(inputs.options, group)) {
    finding.reason = reason_for(inputs, group, finding, move);
    add_notes(inputs, group, moves, finding);
    std::set<FactId> known;
    for (const Claim& claim : group.claims) {
      add_evidence(inputs, *claim.figure, known, finding.evidence);
    }
  }
  return finding;
}

}  // namespace concord::compare
