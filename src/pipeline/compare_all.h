#pragma once

#include "pipeline/pipeline.h"

namespace concord::pipeline {

/// Facts and stories to figures; contradictions inside documents go to findings.findings.
void resolve_all(const Engine& engine, Findings& findings);

/// Facts and stories to figures and verdicts, with the policies and severities of the options.
void compare_all(const Engine& engine, const Options& options, Findings& findings);

/// What the first document's own words get wrong, to findings.slips.  `tokens` are that document's.
void check_copy(const Engine& engine, const Options& options, const TokenizedText& tokens,
                Findings& findings);

}  // namespace concord::pipeline
