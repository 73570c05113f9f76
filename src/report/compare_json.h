#pragma once

#include <string>

#include "model/finding.h"
#include "model/rule.h"
#include "report/json_writer.h"
#include "wording/places.h"

namespace concord::report {

/// One finding as VERDICTS.md section 4 has it; `check` is left out where there is none, every
/// other field is there, null where absent.
void write_finding(JsonWriter& json, const Findings& findings, const RuleSet& rules,
                   wording::Places& places, const Finding& finding);

/// `{"version":1,"documents":[...],"stories":[...],"findings":[...]}`
std::string compare_json(const Findings& findings, const RuleSet& rules);

/// The findings alone, one a line.
std::string compare_json_lines(const Findings& findings, const RuleSet& rules);

}  // namespace concord::report
