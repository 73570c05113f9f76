#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/fact.h"
#include "model/finding.h"
#include "model/rule.h"
#include "model/told.h"
#include "model/value.h"

namespace concord::compare {

/// Services of other stages, given by the pipeline.
struct Services {
  /// A measure in another unit, or nothing (normalize::convert).
  std::function<std::optional<Quantity>(const Quantity&, std::string_view unit)> convert;
  /// A value in words (normalize::describe).
  std::function<std::string(const Value&)> describe;
};

struct Options {
  std::string policy = "gtd";  // range gtd acled ucdp emdat majority latest authority truthfinder
                               // dependence
  std::map<std::string, std::string> fact_policy;  // fact -> policy
  // Findings without a fact of this document are not asked for: gaps, quotations that it does not
  // have and what others say against themselves of facts that it does not tell are left out; what
  // it says nothing of goes without reasons, evidence and the figures of the policies.
  std::optional<DocumentId> of = {};
  std::optional<int> clock = {};  // minutes from UTC of the clock that notes tell times on; absent:
                                  // as each article writes its own
};

/// The figure each document stands by, for every (document, event, fact, kind, key): the last of a
/// correction, the more precise of two that overlap, sums of disjoint parts.  Ordered by document,
/// fact, kind, key. `internal` gets the contradictions inside documents (headline, lead, body,
/// caption).
std::vector<Figure> resolve(const RuleSet& rules, const std::vector<Document>& documents,
                            const std::vector<Fact>& facts, const Stories& stories,
                            const Services& services, std::vector<Finding>& internal);

/// Verdicts over documents, facts, stories and figures already in `findings`; fills
/// findings.findings: exactly one agreement, update, discrepancy or uncorroborated finding for each
/// (event, fact, kind, key) that the options ask for, and internal, arithmetic, wording and gap
/// findings beside them (VERDICTS.md section 1). The order of documents never matters.  Derived
/// figures (a check's missing total) are added to findings.figures.
void compare(const RuleSet& rules, const Services& services, const Options& options,
             Findings& findings);

/// For each event and fact among the claims the value that `policy` chooses (majority, truthfinder,
/// dependence), by event, then fact.  The reliability of sources is learned over all claims; the
/// order of the claims never matters, not even to break ties.
std::vector<ChosenValue> choose(std::span<const SourceClaim> claims, std::string_view policy);

/// True if an editor's line in the text says that it was put right ("Correction: ...", "an earlier
/// version of this article ...").
bool owns_up(std::string_view text);

/// Three-valued evaluation of a check over named figures ("detained.gunmen", "deaths in headline").
Verdict3 evaluate(const CheckExpression& check, const std::map<std::string, Quantity>& figures);

}  // namespace concord::compare
