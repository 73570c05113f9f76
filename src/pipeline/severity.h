#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/finding.h"
#include "model/slip.h"

namespace concord::pipeline {

/// A desk's own severities, by "deaths/stale", "deaths" or "stale": the first of these that is
/// there.
using Severities = std::map<std::string, Severity>;

/// Of findings; their order becomes that of the new severities, else as it was.
void set_severities(const Severities& severities, Findings& findings);

/// Of what a text gets wrong by itself, by the name of the check.
void set_severities(const Severities& severities, std::vector<Slip>& slips);

/// Of diagnostics with such codes ("deaths/behind").
void set_severities(const Severities& severities, Diagnostics& diagnostics);

}  // namespace concord::pipeline
