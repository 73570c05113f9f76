#pragma once

#include <span>

#include "store/connection.h"
#include "store/fact_bytes.h"

namespace concord::store {

/// The index of one document's facts: a row each, as packed.
void add_fact_rows(Connection& connection, Row document, std::span<const Fact> facts,
                   const RuleNames& names);

}  // namespace concord::store
