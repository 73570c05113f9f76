#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/claims.h"
#include "model/finding.h"

namespace concord::compare {

/// A finding about `group` with its story, event, fact, kind and key filled in.
Finding finding_of(const Group& group, Relation relation, Detail detail);

/// "deaths", "detained (gunmen)", "revenue (Norvik Q2 2025 EUR)".
std::string subject_of(const Finding& finding);

/// "a", "a and b", "a, b and 3 others".
std::string listed(const std::vector<std::string>& names);

/// The most telling words for a figure: "at least 130".
std::string label_of(const Inputs& inputs, const Claim& claim);

/// One line for a fact: "floor 130", "exact 133, not attributed".
std::string remark_on(const Inputs& inputs, const Fact& fact);

/// Adds every statement behind the claim's figure to the evidence, each once: `known` are those it
/// has.
void add_evidence(const Inputs& inputs, const Figure& figure, std::set<FactId>& known,
                  std::vector<Evidence>& evidence);

/// `say` with its {slots} filled; empty when it names a slot that `slots` does not have.
std::string filled(const std::string& say, const std::map<std::string, std::string>& slots);

/// The severity a rule's severity allows: draft rules never raise more than a note.
Severity severity_of(const FactRule& rule, Relation relation, Detail detail);

/// Sorts by severity (worst first), story, fact, kind, key, and gives each finding its id: a hash
/// of rule, event, measure and values, never of positions in the text.
void finish(const Inputs& inputs, std::vector<Finding>& findings);

}  // namespace concord::compare
