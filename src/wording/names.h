#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/fact.h"
#include "model/finding.h"
#include "model/value.h"

namespace concord::wording {

/// One spelling for enumerators, for people and in JSON, YAML and SQL.
std::string_view name_of(Relation relation);
std::string_view name_of(Detail detail);
std::string_view name_of(Mode mode);
std::string_view name_of(EventRole role);
std::string_view name_of(Part part);
std::string_view name_of(Severity severity);
std::string_view name_of(Hedge hedge);

}  // namespace concord::wording
