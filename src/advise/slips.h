#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/slip.h"
#include "wording/places.h"

namespace concord::advise {

/// Adds what the draft's own words get wrong to `diagnostics`, but for what stands there already: a
/// check of figures that speaks of the same words, or a text that contradicts its headline, of
/// which a draft may have two.
void add_slips(const std::vector<Slip>& slips, wording::Places& places, Diagnostics& diagnostics);

}  // namespace concord::advise
