#include "extract/contexts.h"

#include <algorithm>

#include "extract/prefilter.h"

namespace concord::extract {
namespace {

int weight(Mode mode) {
  switch (mode) {
    case Mode::denied:
      return 4;
    case Mode::corrected:
      return 3;
    case Mode::projected:
      return 2;
    case Mode::possible:
      return 1;
    case Mode::stated:
      return 0;
  }
  return 0;
}

bool overlap(const Match& left, const Match& right) {
  return left.begin < right.end && right.begin < left.end;
}

}  // namespace

void Contexts::find_cues() {
  cues_.clear();
  not_cues_.clear();
  candidates(text_, Category::contexts, everything_, phrases_);
  for (const std::uint32_t phrase : phrases_) {
    const bool cue = text_.program().phrases[phrase].owner == Owner::cue;
    matcher_.find(phrase, cue ? cues_ : not_cues_);
  }
  const auto& all = text_.program().phrases;
  std::erase_if(cues_, [&](const Match& cue) {
    return std::ranges::any_of(not_cues_, [&](const Match& other) {
      return all[other.phrase].rule == all[cue.phrase].rule && overlap(cue, other);
    });
  });
}

/// True if a stop of the rule, or the "which", "who" or "that" of another clause, stands in [from,
/// to).  What is measured does not change with the clause: "a war which left 300 dead".
bool Contexts::is_cut(std::uint32_t rule, std::uint32_t from, std::uint32_t to) {
  const bool across_clauses = !text_.program().rules->contexts[rule].becomes.empty();
  for (std::uint32_t at = from; at < to; ++at) {
    const std::uint32_t flags = text_.flags(at);
    const bool opens_meant = at == from || (text_.flags(at - 1) & flag_report) != 0;
    const bool clause = (flags & flag_relative) != 0 || ((flags & flag_that) != 0 && !opens_meant);
    if (clause && !across_clauses) {
      return true;
    }
    if (text_.text(at) == ";") {
      return true;
    }
  }
  for (const std::uint32_t stop : text_.program().contexts[rule].stops) {
    stops_.clear();
    if (meets_all(text_, text_.program().phrases[stop])) {
      matcher_.find(stop, stops_);
    }
    if (std::ranges::any_of(stops_,
                            [&](const Match& m) { return from <= m.begin && m.begin < to; })) {
      return true;
    }
  }
  return false;
}

/// "Doctors fear that three of the 60 wounded ...", "may have been threatened by the two gunmen":
/// the sixty and the two are taken for granted.
bool Contexts::is_taken_for_granted(const Found& found) const {
  const std::uint32_t at = found.filler.begin;
  return at >= text_.begin() + 2 && text_.text(at - 1) == "the" &&
         ((text_.flags(at - 2) & flag_of) != 0 || text_.text(at - 2) == "by");
}

/// "It is not clear whether this is the shooting that wounded three": what a clause of the phrase
/// itself tells is taken for granted too.
bool Contexts::is_in_clause(const Match& cue, const Found& found) const {
  for (std::uint32_t at = std::max(cue.end, found.extent.begin) + 1; at < found.filler.begin;
       ++at) {
    const bool that = (text_.flags(at) & flag_that) != 0;
    if ((that && (text_.flags(at - 1) & flag_report) == 0) ||
        (text_.flags(at) & flag_relative) != 0) {
      return true;
    }
  }
  return false;
}

bool Contexts::reaches(const Match& cue, const Found& found) {
  const std::uint32_t rule = text_.program().phrases[cue.phrase].rule;
  const ContextRule& context = text_.program().rules->contexts[rule];
  const bool right = context.reach != Reach::left && found.extent.end > cue.end;
  const bool left = context.reach != Reach::right && found.extent.begin < cue.begin;
  const bool inside = found.extent.begin <= cue.begin && cue.end <= found.extent.end;
  // "analysts expect sales of $3 billion": the cue spells out the whole of what it is about.
  const bool spelled = cue.begin <= found.extent.begin && found.extent.end <= cue.end;
  // "12 soldiers were killed in clashes": a cue about what is counted spells the figure out.
  const bool overlaps = cue.begin < found.extent.end && found.extent.begin < cue.end;
  if (inside || spelled || (overlaps && !context.becomes.empty())) {
    return true;
  }
  if (is_taken_for_granted(found)) {
    return false;
  }
  if (right) {
    const std::uint32_t to = std::max(found.extent.begin, cue.end);
    return to - cue.end <= context.at_most && !is_cut(rule, cue.end, to) &&
           (!context.becomes.empty() || !is_in_clause(cue, found));
  }
  if (left) {
    const std::uint32_t from = std::min(found.extent.end, cue.begin);
    return cue.begin - from <= context.at_most && !is_cut(rule, from, cue.begin);
  }
  return false;
}

/// What the rule makes of the fact; null where it only changes the mode.
const std::string* Contexts::other_fact(std::uint32_t rule, const Found& found) const {
  const RuleSet& rules = *text_.program().rules;
  const auto& becomes = rules.contexts[rule].becomes;
  const auto other = becomes.find(rules.facts[found.fact.rule.index].name);
  const bool stands = found.fact.excluded_by.empty();
  return other == becomes.end() || !stands ? nullptr : &other->second;
}

/// Hands figures that state another fact over to it; those that state none, or one that is found
/// already, are dropped.
void Contexts::hand_over(std::vector<Found>& facts) const {
  const auto& all = text_.program().rules->facts;
  std::vector<Found> kept;
  for (Found& found : facts) {
    if (found.becomes == nullptr) {
      kept.push_back(std::move(found));
      continue;
    }
    const auto other =
        std::ranges::find(all, *found.becomes, [](const FactRule& rule) { return rule.name; });
    const RuleId rule{static_cast<std::uint32_t>(other - all.begin())};
    const bool known = std::ranges::any_of(facts, [&](const Found& own) {
      return own.fact.rule == rule && own.fact.filler == found.fact.filler &&
             own.fact.excluded_by.empty();
    });
    if (other == all.end() || known) {
      continue;
    }
    found.fact.rule = rule;
    found.fact.kind = other->default_kind;
    kept.push_back(std::move(found));
  }
  facts = std::move(kept);
}

void Contexts::apply(std::vector<Found>& facts, Tally& tally) {
  find_cues();
  for (const Match& cue : cues_) {
    const std::uint32_t rule = text_.program().phrases[cue.phrase].rule;
    const Mode mode = text_.program().rules->contexts[rule].mode;
    const std::vector<bool>& applies = text_.program().contexts[rule].applies;
    bool used = false;
    for (Found& found : facts) {
      if (!applies[found.fact.rule.index] || !reaches(cue, found)) {
        continue;
      }
      used = true;
      if (const std::string* other = other_fact(rule, found)) {
        found.becomes = other;
      } else if (!found.mode_is_set && weight(mode) > weight(found.fact.mode)) {
        found.fact.mode = mode;
      }
    }
    if (used) {
      tally.add(cue.phrase);
    }
  }
  if (std::ranges::any_of(facts, [](const Found& found) { return found.becomes != nullptr; })) {
    hand_over(facts);
  }
}

}  // namespace concord::extract
