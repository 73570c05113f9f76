#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/timestamp.h"
#include "store/store.h"

namespace concord::pipeline {

/// Marks the diagnostics whose findings editors accepted; one whose time has run out comes back
/// with a note that says so.  When an acceptance ends is told on the clock of `zone`,
/// "Europe/Oslo"; empty: UTC.
void accept(const std::vector<store::Decision>& decisions, Timestamp clock, const std::string& zone,
            Diagnostics& diagnostics);

}  // namespace concord::pipeline
