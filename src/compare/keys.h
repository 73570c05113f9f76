#pragma once

#include <string>
#include <vector>

#include "compare/claims.h"

namespace concord::compare {

/// The key each fact is filed under, one spelling a story: persons and companies match by their
/// last or short name ("Putin", "Vladimir Putin"), a quote's key is its speaker, a denial's the
/// name that is denied, and figures that cannot be compared (two currencies) have their unit in the
/// key.
std::vector<std::string> canonical_keys(const Inputs& inputs);

/// Index of the story a document is in, or the number of stories when it is in none.
std::uint32_t story_of(const Inputs& inputs, DocumentId document);

}  // namespace concord::compare
