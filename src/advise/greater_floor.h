#pragma once

#include <optional>

#include "model/finding.h"

namespace concord::advise {

/// The greatest floor that the documents beside `draft` state in a finding, where two of them give
/// it and it is far above `floor`: "at least 14" where others have "at least 62".  Nothing
/// otherwise. REQUIRES: floor.nominal.
std::optional<Decimal> greater_floor(const Findings& findings, const Finding& finding,
                                     DocumentId draft, const Quantity& floor);

}  // namespace concord::advise
