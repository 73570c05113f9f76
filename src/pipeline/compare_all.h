#pragma once

#include "pipeline/pipeline.h"

namespace concord::pipeline {

/// Facts and stories to figures; contradictions inside documents go to findings.findings.
void resolve_all(const Engine& engine, Findings& findings);

/// Facts and stories to figures and verdicts, with the policies and severities of the options.
void compare_all(const Engine& engine, const Options& options, Findings& findings);

}  // namespace concord::pipeline
