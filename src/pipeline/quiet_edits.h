#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "base/timestamp.h"
#include "report/report.h"
#include "store/store.h"

namespace concord::pipeline {

/// Articles whose text changed without saying so ("stealth edits") in versions that came after
/// `after` (all, if absent) and not after `until`, in order of their coming: at most a hundred,
/// those whose figures changed before the others.
Result<std::vector<report::QuietEdit>> quiet_edits(const store::Store& store,
                                                   const store::RuleNames& names,
                                                   const std::optional<Timestamp>& after,
                                                   const std::optional<Timestamp>& until);

}  // namespace concord::pipeline
