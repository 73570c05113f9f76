#pragma once

#include <optional>
#include <string_view>

#include "report/report.h"

namespace concord::pipeline {

/// What an earlier report of `check` told (json, jsonl or sarif): of each finding its code,
/// severity, message, file and line, by its id.  What that report itself calls absent is left out.
/// Nothing for anything else; an empty text is jsonl that tells nothing.
std::optional<report::Baseline> read_baseline(std::string_view report);

}  // namespace concord::pipeline
