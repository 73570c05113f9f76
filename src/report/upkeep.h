#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "model/intake.h"
#include "report/format.h"

namespace concord::report {

/// `concord ingest`: what became of the inputs, a line for people or one JSON object.
std::string intake_report(const Intake& intake, std::string_view store, Format format,
                          const Style& style);

/// `concord db check`, `concord doctor`: a line for each thing looked at, or one JSON object.
std::string checkup_report(const Checkup& checkup, Format format, const Style& style);

/// `concord db export`: a document as a line of JSON Lines that `concord ingest` takes back whole;
/// `received` is when the store got it.
std::string document_line(const Document& document, Timestamp received);

}  // namespace concord::report
