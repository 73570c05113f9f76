#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/interval.h"
#include "compare/claims.h"
#include "model/check.h"

namespace concord::compare {

/// What a term of a check stands for.
struct TermValue {
  Interval<Decimal> interval;        // base units
  std::string label;                 // "at least 4"
  std::vector<std::string> sources;  // in order of documents
  std::vector<FactId> facts;
  std::vector<DocumentId> documents;
  std::optional<Timestamp> said;  // the newest publication that states it
};

/// Figures to look terms up in: a story's own event, or one document.
struct Scene {
  std::map<std::string, std::vector<const Group*>> groups;  // by fact
  std::optional<DocumentId> document;                       // only its figures
};

/// The name a term goes by in `given:` and `say:` ("deaths in headline", "detained.gunmen", "sum of
/// votes").
std::string name_of(const CheckTerm& term);

/// The value of a term for one key; nothing when no figure answers to it.
std::optional<TermValue> value_of(const Inputs& inputs, const CheckTerm& term,
                                  const std::string& key, const Scene& scene);

/// Open keys under which some term has to be looked up; {""} when no term is keyed.
std::set<std::string> keys_of(const CheckExpression& check, const Scene& scene);

}  // namespace concord::compare
