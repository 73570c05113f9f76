#include "extract/remainders.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "extract/arithmetic.h"

namespace concord::extract {
namespace {

const Quantity* number_of(const Fact& fact) {
  const auto* quantity = std::get_if<Quantity>(&fact.value);
  return quantity != nullptr && quantity->nominal ? quantity : nullptr;
}

bool counts(const Fact& fact, RuleId rule, const std::string& kind) {
  return fact.rule == rule && fact.kind == kind && fact.excluded_by.empty() &&
         (fact.mode == Mode::stated || fact.mode == Mode::corrected) && number_of(fact) != nullptr;
}

bool is_less(const Fact& left, const Fact& right) {
  return *number_of(left)->nominal < *number_of(right)->nominal;
}

/// The figures that one rule gives for its ordinary kind, by event, the lowest first: a document of
/// a hundred thousand figures is searched, not gone through for each.
class Parts {
 public:
  Parts(const std::vector<Fact>& facts, std::size_t first, RuleId rule, const std::string& kind)
      : facts_(facts), first_(first), rule_(rule), kind_(kind) {
    for (std::size_t i = first; i < facts.size(); ++i) {
      if (counts(facts[i], rule, kind)) {
        by_event_[event_of(facts[i])].push_back(i);
      }
    }
    for (auto& [event, parts] : by_event_) {
      std::ranges::stable_sort(
          parts, [&](std::size_t a, std::size_t b) { return is_less(facts[a], facts[b]); });
    }
  }

  /// Whose figure is taken away from `whole`: the sentence's own before others, then the greatest
  /// that leaves something or just nothing.
  const Quantity* taken_from(std::size_t whole) const {
    const Quantity* own = beside(whole);
    return own != nullptr ? own : elsewhere(whole);
  }

 private:
  using Event = std::pair<EventRole, std::string>;

  static Event event_of(const Fact& fact) {
    const EventRole role = fact.event.role;
    return {role, role == EventRole::main ? std::string() : fact.event.name};
  }

  /// The facts of a sentence stand together.
  const Quantity* beside(std::size_t whole) const {
    const auto in_sentence = [&](std::size_t i) {
      return facts_[i].sentence == facts_[whole].sentence;
    };
    std::size_t begin = whole;
    while (begin > first_ && in_sentence(begin - 1)) {
      --begin;
    }
    const Fact* best = nullptr;
    for (std::size_t i = begin; i < facts_.size() && in_sentence(i); ++i) {
      const Fact& fact = facts_[i];
      if (counts(fact, rule_, kind_) && event_of(fact) == event_of(facts_[whole]) &&
          !is_less(facts_[whole], fact) && (best == nullptr || is_less(*best, fact))) {
        best = &fact;
      }
    }
    return best == nullptr ? nullptr : number_of(*best);
  }

  /// Other events without a name are not one event.
  const Quantity* elsewhere(std::size_t whole) const {
    const Event event = event_of(facts_[whole]);
    const auto found = by_event_.find(event);
    if (found == by_event_.end() || (event.first != EventRole::main && event.second.empty())) {
      return nullptr;
    }
    const std::vector<std::size_t>& parts = found->second;
    const auto above = std::ranges::upper_bound(
        parts, whole, [&](std::size_t a, std::size_t b) { return is_less(facts_[a], facts_[b]); });
    if (above == parts.begin()) {
      return nullptr;
    }
    const auto greatest = std::ranges::lower_bound(
        parts, *std::prev(above),
        [&](std::size_t a, std::size_t b) { return is_less(facts_[a], facts_[b]); });
    return number_of(facts_[*greatest]);
  }

  const std::vector<Fact>& facts_;
  std::size_t first_;
  RuleId rule_;
  const std::string& kind_;
  std::map<Event, std::vector<std::size_t>> by_event_;
};

/// "At least five were shot, and at least two of them died": neither number is known, and three or
/// more are injured, as the words have it.
std::optional<Quantity> rest_of(const Quantity& whole, const Quantity& part) {
  const bool open = whole.hard.low && !whole.hard.high && part.hard.low && !part.hard.high;
  if (!open) {
    return minus(whole, part);
  }
  Quantity as_written = part;
  as_written.hard = Interval<Decimal>::exactly(*part.nominal);
  as_written.soft = as_written.hard;
  as_written.hedge = Hedge::exact;
  return minus(whole, as_written);
}

}  // namespace

void Remainders::note(const Found& found, std::size_t at) {
  if (found.less == nullptr || found.becomes != nullptr || !found.fact.excluded_by.empty()) {
    return;
  }
  const auto rule =
      std::ranges::find(rules_.facts, *found.less, [](const FactRule& one) { return one.name; });
  if (rule != rules_.facts.end()) {
    noted_.push_back({at, RuleId{static_cast<std::uint32_t>(rule - rules_.facts.begin())}});
  }
}

void Remainders::complete(std::vector<Fact>& facts, std::size_t first) const {
  std::map<std::uint32_t, Parts> parts_of;
  std::vector<std::size_t> empty;
  for (const Noted& noted : noted_) {
    Fact& whole = facts[noted.at];
    if (number_of(whole) == nullptr) {
      continue;
    }
    const std::string& kind = rules_.facts[noted.less.index].default_kind;
    const Parts& parts =
        parts_of.try_emplace(noted.less.index, facts, first, noted.less, kind).first->second;
    const Quantity* part = parts.taken_from(noted.at);
    // "A man was shot", and "a man died": the one may be the other.
    if (part != nullptr && *part->nominal == *number_of(whole)->nominal) {
      empty.push_back(noted.at);
      continue;
    }
    const std::optional<Quantity> rest =
        part == nullptr ? std::nullopt : rest_of(*number_of(whole), *part);
    if (!rest) {
      continue;
    }
    whole.value = *rest;
    whole.derived = true;
  }
  std::ranges::sort(empty);
  std::size_t at = 0;
  std::erase_if(facts, [&](const Fact&) { return std::ranges::binary_search(empty, at++); });
}

}  // namespace concord::extract
