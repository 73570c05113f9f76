#include "advise/greater_floor.h"

#include <set>
#include <string>
#include <vector>

#include "base/fold.h"

namespace concord::advise {
namespace {

/// True if the words say that it is a floor: "26 and 21, who were both shot" are two at least, and
/// nobody said so.
bool is_said(const Findings& findings, const Fact& fact) {
  const std::string& text = findings.documents[fact.document.index].text;
  const std::string words = fold(text.substr(fact.filler.begin, fact.filler.size()));
  return words.find("least") != std::string::npos || words.find("than") != std::string::npos;
}

/// Facts that a finding's documents state.
std::vector<const Fact*> stated_in(const Findings& findings, const Finding& finding) {
  std::vector<const Fact*> stated;
  for (const Position& position : finding.positions) {
    for (const FactId id : position.facts) {
      const Fact& fact = findings.facts[id.index];
      const auto* quantity = std::get_if<Quantity>(&fact.value);
      if (quantity != nullptr && quantity->nominal && fact.mode == Mode::stated) {
        stated.push_back(&fact);
      }
    }
  }
  return stated;
}

}  // namespace

std::optional<Decimal> greater_floor(const Findings& findings, const Finding& finding,
                                     DocumentId draft, const Quantity& floor) {
  constexpr double kFar = 1.2;  // as far as a floor may trail a settled figure
  std::optional<Decimal> greatest;
  std::set<DocumentId> telling;
  for (const Fact* fact : stated_in(findings, finding)) {
    const auto& quantity = std::get<Quantity>(fact->value);
    if (fact->document == draft) {
      if (quantity == floor && !is_said(findings, *fact)) {
        return std::nullopt;
      }
      continue;
    }
    if (!greatest || *greatest < *quantity.nominal) {
      greatest = quantity.nominal;
      telling.clear();
    }
    if (*greatest == *quantity.nominal) {
      telling.insert(fact->document);
    }
  }
  const bool far = greatest && kFar * floor.nominal->to_double() < greatest->to_double();
  return far && telling.size() >= 2 ? greatest : std::nullopt;
}

}  // namespace concord::advise
