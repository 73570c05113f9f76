#include "compare/reasons.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/fold.h"
#include "base/local_time.h"
#include "compare/findings.h"

namespace concord::compare {
namespace {

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

bool are_several(const std::vector<std::string>& sources) {
  return std::ranges::any_of(sources,
                             [&](const std::string& one) { return one != sources.front(); });
}

/// "a says 133 and b says at least 130": who says what, a group for each wording.
std::string who_says(const Inputs& inputs, const Group& group, bool only_standing = false) {
  std::vector<std::pair<std::string, std::vector<std::string>>> said;
  for (const Claim& claim : group.claims) {
    if (!claim.counts || (only_standing && claim.superseded)) {
      continue;
    }
    const std::string label = label_of(inputs, claim);
    auto found =
        std::find_if(said.begin(), said.end(), [&](const auto& one) { return one.first == label; });
    if (found == said.end() && said.size() < 6) {
      said.emplace_back(label, std::vector<std::string>{});
      found = said.end() - 1;
    }
    if (found != said.end()) {
      found->second.push_back(document_of(inputs, claim).source);
    }
  }
  std::string text;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool several = are_several(said[i].second);
    text += i == 0 ? "" : i + 1 == said.size() ? " and " : ", ";
    text += listed(said[i].second) + (several ? " say " : " says ") + said[i].first;
  }
  return text;
}

/// Who says what a position is called by.  "At least 11" shares a position with 14, and who says so
/// does not say 14.
std::vector<std::string> sources_saying(const Inputs& inputs, const Group& group,
                                        std::uint32_t position, const std::string& label) {
  std::vector<std::string> sources;
  for (const Claim& claim : group.claims) {
    const bool here = claim.counts && claim.position == position;
    if (here && (claim.measure.axis != Axis::number || is_settled(claim.measure) ||
                 label_of(inputs, claim) == label)) {
      sources.push_back(document_of(inputs, claim).source);
    }
  }
  return sources;
}

/// The same of a finding's position, known by its facts.
std::vector<std::string> sources_saying(const Inputs& inputs, const Group& group,
                                        const Position& position) {
  for (const Claim& claim : group.claims) {
    const auto& facts = claim.figure->facts;
    if (claim.counts && !facts.empty() && std::ranges::count(position.facts, facts.front()) > 0) {
      return sources_saying(inputs, group, claim.position, position.label);
    }
  }
  return position.sources;
}

/// True where the claim's outlet has another figure by now, in another article or version.
bool has_moved_on(const Inputs& inputs, const Group& group, const Claim& claim) {
  return std::ranges::any_of(group.claims, [&](const Claim& other) {
    return other.counts && other.position != claim.position &&
           document_of(inputs, other).source == document_of(inputs, claim).source &&
           said_before(inputs, claim, other);
  });
}

/// Who says so of a finding's position and has not moved on to another; all, where all have.
std::vector<std::string> sources_holding(const Inputs& inputs, const Group& group,
                                         const Position& position) {
  std::vector<std::string> all = sources_saying(inputs, group, position);
  std::set<std::string> holding;
  for (const Claim& claim : group.claims) {
    const auto& facts = claim.figure->facts;
    const bool here =
        claim.counts && !facts.empty() && std::ranges::count(position.facts, facts.front()) > 0;
    if (here && !has_moved_on(inputs, group, claim)) {
      holding.insert(document_of(inputs, claim).source);
    }
  }
  std::vector<std::string> left;
  std::ranges::copy_if(all, std::back_inserter(left),
                       [&](const std::string& source) { return holding.contains(source); });
  return left.empty() ? all : left;
}

/// The wording most typical of a position: a settled claim's that can lie in no other, else of one
/// that is either.
std::string label_at(const Inputs& inputs, const Group& group, std::uint32_t position) {
  const Claim* best = nullptr;
  const auto rank = [](const Claim& claim) {
    return std::pair(is_settled(claim.measure), claim.committed);
  };
  for (const Claim& claim : group.claims) {
    const bool here = claim.counts && claim.position == position;
    if (here && (best == nullptr || rank(*best) < rank(claim))) {
      best = &claim;
    }
  }
  return best == nullptr ? std::string() : label_of(inputs, *best);
}

std::string span_of(std::int64_t seconds) {
  constexpr std::int64_t kHour = 3600;
  if (seconds >= 2 * kSecondsPerDay) {
    return std::to_string(seconds / kSecondsPerDay) + " days";
  }
  const std::int64_t hours = std::max<std::int64_t>(seconds / kHour, 1);
  return std::to_string(hours) + (hours == 1 ? " hour" : " hours");
}

/// The newest claim of those that stand, to which a stale one is held.
const Claim* standing_against(const Group& group, const Claim& stale) {
  const Claim* first = nullptr;
  for (const Claim& claim : group.claims) {
    const bool stands =
        claim.counts && !claim.stale && !claim.superseded && !claim.party && claim.when;
    if (stands && &claim != &stale &&
        (first == nullptr || claim.when->begin < first->when->begin)) {
      first = &claim;
    }
  }
  return first;
}

/// True where the claim's outlet had said the same before, in another article or version.
bool has_said_so(const Inputs& inputs, const Group& group, const Claim& claim) {
  return std::ranges::any_of(group.claims, [&](const Claim& other) {
    const bool same = other.position == claim.position ||
                      (other.measure.nominal && other.measure.nominal == claim.measure.nominal);
    return same && document_of(inputs, other).source == document_of(inputs, claim).source &&
           said_before(inputs, other, claim);
  });
}

/// Of several that are stale the one told last, which is the furthest behind its time; of one hour
/// the first by rank.
const Claim* newest_stale(const Group& group) {
  const Claim* last = nullptr;
  for (const Claim& claim : group.claims) {
    const bool newer =
        last == nullptr || (claim.when && last->when && last->when->begin < claim.when->begin);
    last = claim.stale && newer ? &claim : last;
  }
  return last;
}

/// "Coast FM and Harbor Post still say 12", the newest first.
std::string who_is_stale(const Inputs& inputs, const Group& group, const Claim& newest) {
  const std::string label = label_of(inputs, newest);
  std::vector<std::string> sources = {document_of(inputs, newest).source};
  for (const Claim& claim : group.claims) {
    if (claim.stale && &claim != &newest && label_of(inputs, claim) == label) {
      sources.push_back(document_of(inputs, claim).source);
    }
  }
  const bool several = are_several(sources);
  const bool still = has_said_so(inputs, group, newest);
  return listed(sources) + (still ? " still" : "") + (several ? " say " : " says ") + label;
}

std::string stale_reason(const Inputs& inputs, const Group& group) {
  const Claim* stale = newest_stale(group);
  if (stale == nullptr) {
    return who_says(inputs, group);
  }
  std::string text = who_is_stale(inputs, group, *stale);
  if (const Claim* other = standing_against(group, *stale)) {
    text += "; " + document_of(inputs, *other).source + " has had " + label_of(inputs, *other);
    if (stale->when && other->when->begin < stale->when->begin) {
      text += " for " + span_of(stale->when->begin.seconds - other->when->begin.seconds);
    }
  }
  return text;
}

std::string moved(const Inputs& inputs, const Group& group, const Move& move, const char* verb) {
  const std::string before = label_at(inputs, group, move.from);
  const std::string now = label_at(inputs, group, move.to);
  const std::string after = now.empty() ? label_of(inputs, *move.claim) : now;
  const auto told = [&](std::uint32_t position, const std::string& label) {
    return label + " (" + listed(sources_saying(inputs, group, position, label)) + ")";
  };
  return std::string(verb) + " from " + told(move.from, before) + " to " + told(move.to, after);
}

std::string conflict_reason(const Inputs& inputs, const Group& group, const Move* move) {
  std::string text = who_says(inputs, group, move != nullptr);
  const bool party = std::any_of(group.claims.begin(), group.claims.end(),
                                 [](const Claim& claim) { return claim.counts && claim.party; });
  if (party) {
    return text + "; one of them is a side's own figure";
  }
  if (move != nullptr && move->claim->measure.axis == Axis::number && move->claim->when &&
      rule_of(inputs, group).compare.trend != RuleTrend::fixed) {
    return text + "; the later figure of " + document_of(inputs, *move->claim).source +
           " goes against the trend and is not called a correction";
  }
  return text + "; they cannot all be true";
}

std::string stated_reason(const Inputs& inputs, const Group& group, const Finding& finding) {
  std::string says = who_says(inputs, group);
  switch (finding.detail) {
    case Detail::equivalent:
      return says + ", which is the same once worked out";
    case Detail::compatible:
      return says + "; both can be true";
    case Detail::narrower:
      return says + "; one is part of the other";
    case Detail::one_source:
      return says.empty() ? "no figure that can be compared" : says + "; no other source gives it";
    case Detail::one_origin: {
      const std::string& origin = group.claims.front().origin;
      return says + "; all of it goes back to " + origin;
    }
    default:
      return says;
  }
}

/// What the outlet of the claim had before it; the position that it left may be others' alone.
const Claim* own_before(const Inputs& inputs, const Group& group, const Claim& claim) {
  const Claim* last = nullptr;
  for (const Claim& other : group.claims) {
    const bool own = other.counts && other.position != claim.position &&
                     document_of(inputs, other).source == document_of(inputs, claim).source &&
                     said_before(inputs, other, claim);
    if (own && (last == nullptr || said_before(inputs, *last, other))) {
      last = &other;
    }
  }
  return last;
}

std::string text_for(const Inputs& inputs, const Group& group, const Finding& finding,
                     const Move* move) {
  switch (finding.detail) {
    case Detail::rise:
    case Detail::fall:
    case Detail::revised:
      if (move != nullptr) {
        const char* verb = finding.detail == Detail::rise   ? "rose"
                           : finding.detail == Detail::fall ? "fell"
                                                            : "was revised";
        return moved(inputs, group, *move, verb);
      }
      return who_says(inputs, group);
    case Detail::conflict:
      return conflict_reason(inputs, group, move);
    case Detail::undirected:
      return who_says(inputs, group) + "; which is newer is not known";
    case Detail::stale:
      return stale_reason(inputs, group);
    case Detail::against_trend:
      if (move != nullptr) {
        const Claim* before = own_before(inputs, group, *move->claim);
        return document_of(inputs, *move->claim).source + " went from " +
               (before == nullptr ? label_at(inputs, group, move->from)
                                  : label_of(inputs, *before)) +
               " to " + label_of(inputs, *move->claim) + " without calling it a correction";
      }
      return who_says(inputs, group);
    default:
      return stated_reason(inputs, group, finding);
  }
}

/// "has" for one source, "have" for several.
std::string agreed(std::string_view verb, bool several) {
  if (!several) {
    return std::string(verb);
  }
  return verb == "has" ? "have" : std::string(verb.substr(0, verb.size() - 1));
}

/// A rule's words with the verb behind a slot in the number of what is put there: "{source} has".
std::string with_verbs_agreed(const std::string& say, std::string_view slot, bool several) {
  constexpr std::array<std::string_view, 7> kVerbs{"has",   "names",  "gives", "quotes",
                                                   "dates", "places", "says"};
  std::string text = say;
  for (const std::string_view verb : kVerbs) {
    const std::string written = std::string(slot) + " " + std::string(verb) + " ";
    const std::size_t at = text.find(written);
    if (at != std::string::npos) {
      text.replace(at + slot.size() + 1, verb.size(), agreed(verb, several));
    }
  }
  return text;
}

/// The positions that a move sets against each other; without one the first and the last of those
/// that stand.
std::pair<const Position*, const Position*> opposed(const Group& group, const Finding& finding,
                                                    const Move* move) {
  const auto holding = [&](std::uint32_t number) -> const Position* {
    for (const Claim& claim : group.claims) {
      const auto& facts = claim.figure->facts;
      const auto found = std::ranges::find_if(finding.positions, [&](const Position& position) {
        return claim.counts && claim.position == number && !facts.empty() &&
               std::ranges::count(position.facts, facts.front()) > 0;
      });
      if (found != finding.positions.end()) {
        return &*found;
      }
    }
    return nullptr;
  };
  const bool rivals =
      move != nullptr && (move->step == Step::conflict || move->step == Step::against_trend ||
                          move->step == Step::stale);
  if (rivals && move->from != move->to) {
    const Position* low = holding(std::min(move->from, move->to));
    const Position* high = holding(std::max(move->from, move->to));
    if (low != nullptr && high != nullptr) {
      return {low, high};
    }
  }
  return {&finding.positions.front(), &finding.positions.back()};
}

/// The rule's own words for a difference, if it has some and all their slots are known.
std::string said_by_rule(const Inputs& inputs, const Group& group, const Finding& finding,
                         const Move* move) {
  std::string say = rule_of(inputs, group).say;
  if (say.empty() || finding.relation != Relation::discrepancy || finding.positions.size() < 2) {
    return {};
  }
  const auto [first, last] = opposed(group, finding, move);
  const std::vector<std::string> some = sources_holding(inputs, group, *first);
  const std::vector<std::string> others = sources_holding(inputs, group, *last);
  std::map<std::string, std::string> slots = {{"source", listed(some)},
                                              {"other", listed(others)},
                                              {"key", finding.key},
                                              {"kind", finding.kind}};
  for (const char* slot : {"n", "d", "g", "m", "p", "t", "value", "figure"}) {
    slots[slot] = first->label;
    slots["other." + std::string(slot)] = last->label;
  }
  if (first->label.ends_with(" old")) {  // nobody has "45 years old"
    for (std::size_t at = say.find("} has {"); at != std::string::npos; at = say.find("} has {")) {
      say.replace(at, 7, "} says {");
    }
  }
  say = with_verbs_agreed(say, "{source}", are_several(some));
  say = with_verbs_agreed(say, "{other}", are_several(others));
  return filled(say, slots);
}

bool is_behind(const Claim& floor, const Claim& settled) {
  return is_floor(floor.measure) && floor.measure.nominal && settled.measure.nominal &&
         *floor.measure.nominal < *settled.measure.nominal;
}

/// Of equal figures the one that was told first says since when.
bool is_told_first(const Claim& claim, const Claim& best) {
  return claim.measure.nominal == best.measure.nominal && claim.when && best.when &&
         claim.when->begin < best.when->begin;
}

const Claim* highest_settled(const Group& group) {
  const Claim* best = nullptr;
  for (const Claim& claim : group.claims) {
    const bool fit = claim.counts && !claim.party && !claim.superseded && !claim.stale &&
                     is_settled(claim.measure);
    if (fit && (best == nullptr || *best->measure.nominal < *claim.measure.nominal ||
                is_told_first(claim, *best))) {
      best = &claim;
    }
  }
  return best;
}

void note_floors(const Inputs& inputs, const Group& group, Finding& finding) {
  const Claim* settled = highest_settled(group);
  if (settled == nullptr || settled->measure.axis != Axis::number) {
    return;
  }
  const Versions versions(inputs, group.claims);
  std::map<std::string, std::vector<std::string>> behind;
  for (const Claim& claim : group.claims) {
    const bool rewritten = versions.is_rewritten(document_of(inputs, claim));
    if (claim.counts && !claim.stale && !rewritten && is_behind(claim, *settled)) {
      const auto gap = subtract(*settled->measure.nominal, *claim.measure.nominal);
      std::string note = "the floor of " + to_string(*claim.measure.nominal) + " is behind " +
                         label_of(inputs, *settled) + " by " + (gap ? to_string(*gap) : "some");
      if (said_before(inputs, claim, *settled)) {
        const auto& clock = inputs.options.clock;
        note += " since " + document_of(inputs, *settled).source + " at " +
                (clock ? format_local_time(settled->when->begin, *clock) : settled->when->written);
      }
      behind[note].push_back(document_of(inputs, claim).source);
    }
  }
  for (const auto& [note, sources] : behind) {
    finding.notes.push_back(listed(sources) + ": " + note);
  }
}

/// What is said with the figure in some documents and not in others.
void note_doubts(const Inputs& inputs, const Group& group, Finding& finding) {
  std::vector<std::string> alleged;
  std::size_t counted = 0;
  for (const Claim& claim : group.claims) {
    counted += claim.counts ? 1 : 0;
    const auto& facts = claim.figure->facts;
    if (claim.counts && std::any_of(facts.begin(), facts.end(),
                                    [&](FactId id) { return inputs.facts[id.index].alleged; })) {
      alleged.push_back(document_of(inputs, claim).source);
    }
  }
  if (!alleged.empty() && alleged.size() < counted) {
    const char* calls = are_several(alleged) ? " call it alleged" : " calls it alleged";
    finding.notes.push_back("only " + listed(alleged) + calls);
  }
}

constexpr const char* kModeNotes[] = {"", " gives it as possible only", " expects it to change",
                                      " reports it as denied", ""};

/// A statement whose mode does not count; returns whether it says that the figure will change.
bool note_uncounted(const Inputs& inputs, const Document& document, const Fact& fact,
                    std::set<std::string>& notes) {
  const FactRule& rule = inputs.rules.facts[fact.rule.index];
  if (mode_counts(rule, fact.mode)) {
    return false;
  }
  const Measure measure = measure_of(fact.value, rule, inputs.services);
  const bool figure = measure.axis != Axis::number || measure.hard.low || measure.hard.high;
  std::string note = document.source + kModeNotes[static_cast<std::size_t>(fact.mode)];
  note += figure ? ": " + describe(fact.value, inputs.services) : "";
  notes.insert(note + (fact.by ? " (" + fact.by->name + ")" : ""));
  return fact.mode == Mode::projected && !figure;
}

void note_modes(const Inputs& inputs, const Group& group, Finding& finding) {
  std::set<std::string> notes;
  bool unstable = false;
  for (const Claim& claim : group.claims) {
    const Document& document = document_of(inputs, claim);
    for (const FactId id : claim.figure->facts) {
      unstable = note_uncounted(inputs, document, inputs.facts[id.index], notes) || unstable;
    }
    if (claim.party) {
      notes.insert(document.source + ": the figure is a party's own (" +
                   (claim.figure->by ? claim.figure->by->name : document.source) + ")");
    }
    if (claim.retracted) {
      notes.insert(document.source + " has retracted the article that said " +
                   label_of(inputs, claim));
    }
    if (is_unsure_event(*claim.figure) && !claim.counts && !claim.retracted) {
      notes.insert(document.source + " says " + label_of(inputs, claim) +
                   ", perhaps of another event; not compared");
    }
  }
  finding.notes.insert(finding.notes.end(), notes.begin(), notes.end());
  if (unstable) {
    finding.notes.emplace_back("the figure is unstable: it is expected to change");
  }
}

void note_times(const Inputs& inputs, const Group& group, const std::vector<Move>& moves,
                Finding& finding) {
  std::vector<std::string> lagging;
  for (const Move& move : moves) {
    if (move.step == Step::lag) {
      lagging.push_back(document_of(inputs, *move.claim).source);
    }
  }
  if (!lagging.empty()) {
    finding.notes.push_back(listed(lagging) + (are_several(lagging) ? " repeat" : " repeats") +
                            " a figure already overtaken");
  }
  const bool differ = finding.detail == Detail::undirected ||
                      finding.detail == Detail::compatible || finding.detail == Detail::conflict;
  std::vector<std::string> undated;
  for (const Claim& claim : group.claims) {
    if (claim.counts && !claim.when) {
      undated.push_back(document_of(inputs, claim).source);
    }
  }
  if (differ && !undated.empty() && group.claims.front().measure.axis != Axis::name) {
    finding.notes.push_back("no publication time for " + listed(undated) +
                            ": the direction is unknown (--published gives it)");
  }
}

void note_headlines(const Inputs& inputs, const Group& group, Finding& finding) {
  const Versions versions(inputs, group.claims);
  std::map<std::string, std::vector<std::string>> sources;  // by what the body says
  std::vector<std::string> labels;                          // in order of the claims
  for (const Claim& claim : group.claims) {
    if (!claim.counts || !is_floor(claim.measure) ||
        versions.is_rewritten(document_of(inputs, claim))) {
      continue;
    }
    for (const FactId id : claim.figure->facts) {
      const Fact& fact = inputs.facts[id.index];
      const FactRule& rule = inputs.rules.facts[fact.rule.index];
      const Measure headline = measure_of(fact.value, rule, inputs.services);
      if (fact.part == Part::headline && is_settled(headline) &&
          headline.nominal == claim.measure.nominal) {
        const std::string label = label_of(inputs, claim);
        std::vector<std::string>& same = sources[label];
        if (same.empty()) {
          labels.push_back(label);
        }
        same.push_back(document_of(inputs, claim).source);
        break;
      }
    }
  }
  for (const std::string& label : labels) {
    const std::vector<std::string>& same = sources[label];
    const bool several = are_several(same);
    finding.notes.push_back((several ? "the headlines of " : "the headline of ") + listed(same) +
                            (several ? " drop" : " drops") + " the hedge of \"" + label + "\"");
  }
}

/// "at least four" that becomes "the four" further down in the same article.
void note_floors_made_exact(const Inputs& inputs, const Group& group, Finding& finding) {
  for (const Claim& claim : group.claims) {
    if (!claim.counts || !is_settled(claim.measure)) {
      continue;
    }
    for (const FactId id : claim.figure->facts) {
      const Fact& fact = inputs.facts[id.index];
      const FactRule& rule = inputs.rules.facts[fact.rule.index];
      const Measure other = measure_of(fact.value, rule, inputs.services);
      if (mode_counts(rule, fact.mode) && is_floor(other) &&
          overlaps(other.hard, claim.measure.hard)) {
        finding.notes.push_back("in " + document_of(inputs, claim).source + " \"" +
                                describe(fact.value, inputs.services) +
                                "\" becomes exact: " + label_of(inputs, claim));
        break;
      }
    }
  }
}

}  // namespace

bool is_unsure_event(const Figure& figure) {
  return figure.event.role == EventRole::unsure;
}

std::string reason_for(const Inputs& inputs, const Group& group, const Finding& finding,
                       const Move* move) {
  const std::string own = said_by_rule(inputs, group, finding, move);
  const std::string text = text_for(inputs, group, finding, move);
  if (!own.empty()) {
    return capitalized(own) + " (" + text + ").";
  }
  return capitalized(subject_of(finding)) + ": " + text + ".";
}

void add_notes(const Inputs& inputs, const Group& group, const std::vector<Move>& moves,
               Finding& finding) {
  note_floors(inputs, group, finding);
  note_doubts(inputs, group, finding);
  note_modes(inputs, group, finding);
  note_times(inputs, group, moves, finding);
  note_headlines(inputs, group, finding);
  note_floors_made_exact(inputs, group, finding);
}

}  // namespace concord::compare
