#include "report/draft_floor.h"

#include <set>

namespace concord::report {

std::optional<Decimal> greater_floor(const Findings& findings, const Finding& finding,
                                     DocumentId draft, const Quantity& floor) {
  constexpr double kFar = 1.2;  // as far as a floor may trail a settled figure
  std::optional<Decimal> greatest;
  std::set<DocumentId> telling;
  for (const Position& position : finding.positions) {
    for (const FactId id : position.facts) {
      const Fact& fact = findings.facts[id.index];
      const auto* other = std::get_if<Quantity>(&fact.value);
      if (fact.document == draft || other == nullptr || !other->nominal ||
          fact.mode != Mode::stated) {
        continue;
      }
      if (!greatest || *greatest < *other->nominal) {
        greatest = other->nominal;
        telling.clear();
      }
      if (*greatest == *other->nominal) {
        telling.insert(fact.document);
      }
    }
  }
  const bool far = greatest && kFar * floor.nominal->to_double() < greatest->to_double();
  return far && telling.size() >= 2 ? greatest : std::nullopt;
}

}  // namespace concord::report
