#include <algorithm>
#include <cstddef>
#include <string>

#include "advise/advise.h"
#include "advise/difference_doubts.h"

namespace concord::advise {
namespace {

constexpr std::size_t kMostStatements = 6;  // of each position

/// True if a text other than that of `own` takes another position, and says another figure.
bool stands_against(const Findings& findings, const Finding& finding, const Position& position,
                    FactId own) {
  const DocumentId document = findings.facts[own.index].document;
  return finding.detail == Detail::internal || !finding.check.empty() ||
         std::ranges::any_of(finding.positions, [&](const Position& other) {
           return &other != &position && std::ranges::any_of(other.facts, [&](FactId id) {
             return findings.facts[id.index].document != document;
           });
         });
}

/// Empty if one of the statements leaves no doubt that it differs from the others.
std::string doubt_between(const Findings& findings, const Finding& finding) {
  std::string first;
  for (const Position& position : finding.positions) {
    const std::size_t most = std::min(position.facts.size(), kMostStatements);
    for (std::size_t i = 0; i < most; ++i) {
      const FactId own = position.facts[i];
      if (!stands_against(findings, finding, position, own)) {
        continue;  // its text says both
      }
      const Document& document = findings.documents[findings.facts[own.index].document.index];
      std::string doubt = doubt_of(findings, finding, own, document.source);
      if (doubt.empty()) {
        return {};
      }
      first = first.empty() ? std::move(doubt) : first;
    }
  }
  return first;
}

}  // namespace

void soften(Findings& findings) {
  for (Finding& finding : findings.findings) {
    if (finding.relation != Relation::discrepancy || finding.severity == Severity::note ||
        finding.detail == Detail::wording) {
      continue;
    }
    std::string doubt = doubt_between(findings, finding);
    if (!doubt.empty()) {
      finding.severity = Severity::note;
      finding.notes.push_back("perhaps no difference: " + std::move(doubt));
    }
  }
}

}  // namespace concord::advise
