#include "extract/remainders.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "extract/arithmetic.h"

namespace concord::extract {
namespace {

const Quantity* number_of(const Fact& fact) {
  const auto* quantity = std::get_if<Quantity>(&fact.value);
  return quantity != nullptr && quantity->nominal ? quantity : nullptr;
}

bool is_same_event(const EventRef& left, const EventRef& right) {
  return left.role == right.role && (left.role == EventRole::main || left.name == right.name);
}

bool counts(const Fact& fact, RuleId rule, const std::string& kind) {
  return fact.rule == rule && fact.kind == kind && fact.excluded_by.empty() &&
         (fact.mode == Mode::stated || fact.mode == Mode::corrected) && number_of(fact) != nullptr;
}

/// Whose figure is taken away: the sentence's own before others, then the greatest that leaves
/// something or just nothing.
const Quantity* taken_from(const Fact& whole, const std::vector<Fact>& facts, std::size_t first,
                           RuleId rule, const std::string& kind) {
  const Quantity* best = nullptr;
  bool best_beside = false;
  for (std::size_t i = first; i < facts.size(); ++i) {
    const Fact& fact = facts[i];
    if (!counts(fact, rule, kind) || !is_same_event(fact.event, whole.event)) {
      continue;
    }
    const Quantity* number = number_of(fact);
    const bool beside = fact.sentence == whole.sentence;
    const bool fits = !(*number_of(whole)->nominal < *number->nominal);
    const bool better = best == nullptr || (beside && !best_beside) ||
                        (beside == best_beside && *best->nominal < *number->nominal);
    if (fits && better) {
      best = number;
      best_beside = beside;
    }
  }
  return best;
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
  std::vector<std::size_t> empty;
  for (const Noted& noted : noted_) {
    Fact& whole = facts[noted.at];
    if (number_of(whole) == nullptr) {
      continue;
    }
    const std::string& kind = rules_.facts[noted.less.index].default_kind;
    const Quantity* part = taken_from(whole, facts, first, noted.less, kind);
    const std::optional<Quantity> rest =
        part == nullptr ? std::nullopt : minus(*number_of(whole), *part);
    if (!rest) {
      continue;
    }
    if (rest->nominal && rest->nominal->coefficient == 0) {
      empty.push_back(noted.at);
      continue;
    }
    whole.value = *rest;
    whole.derived = true;
  }
  for (auto at = empty.rbegin(); at != empty.rend(); ++at) {
    facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(*at));
  }
}

}  // namespace concord::extract
