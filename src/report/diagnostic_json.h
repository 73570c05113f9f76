#pragma once

#include "base/diagnostic.h"
#include "report/json_writer.h"

namespace concord::report {

/// One diagnostic as an object: `{"code","severity","message","location","help","notes",...}`.
void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic);

}  // namespace concord::report
