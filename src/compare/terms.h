#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/interval.h"
#include "compare/claims.h"
#include "compare/statements.h"
#include "model/check.h"

namespace concord::compare {

/// The figure that a value of a term is called by.
struct Called {
  const Claim* claim = nullptr;
  FactId fact;
};

/// What a term of a check stands for.
struct TermValue {
  Interval<Decimal> interval;        // base units
  std::vector<Called> called;        // of a sum: each summand; empty: the number that the term is
  std::string label;                 // "at least 4", where it is told (label_of)
  std::vector<std::string> sources;  // in order of documents
  std::vector<FactId> facts;
  std::vector<DocumentId> documents;
  std::optional<Timestamp> said;  // the newest publication that states it
};

/// Figures to look terms up in: a story's own event, or one document.
struct Scene {
  std::map<std::string, std::vector<const Group*>> groups;  // by fact
  std::optional<DocumentId> document;                       // only its figures

  // What the sentences of a figure say: the headline's is held against the body's.
  const Figure* read = nullptr;
  std::vector<Statement> statements;  // of the figure that was read last
};

/// The name a term goes by in `given:` and `say:` ("deaths in headline", "detained.gunmen", "sum of
/// votes").
std::string name_of(const CheckTerm& term);

/// The value of a term for one key; nothing when no figure answers to it.
std::optional<TermValue> value_of(const Inputs& inputs, const CheckTerm& term,
                                  const std::string& key, Scene& scene);

/// What the value is called by: "at least 4", "4 + 12".
std::string label_of(const Inputs& inputs, const TermValue& value);

/// Open keys under which some term has to be looked up; {""} when no term is keyed.
std::set<std::string> keys_of(const CheckExpression& check, const Scene& scene);

}  // namespace concord::compare
