#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/timestamp.h"
#include "store/store.h"

namespace concord::pipeline {

/// Marks the diagnostics whose findings editors accepted; one whose time has run out comes back
/// with a note that says so.
void accept(const std::vector<store::Decision>& decisions, Timestamp clock,
            Diagnostics& diagnostics);

}  // namespace concord::pipeline
