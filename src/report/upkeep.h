#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/fact.h"
#include "model/intake.h"
#include "model/rule.h"
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

/// `concord db export -f csv`: a line of names, then a row a fact (RFC 4180).  Low, nominal and
/// high are in the unit written: seconds for durations, dates for times; begin and end are bytes of
/// the article's text, of its title where the fact stands in it.
std::string_view facts_csv_names();
std::string facts_csv_rows(const Document& document, const std::vector<Fact>& facts,
                           const RuleSet& rules, std::string_view story);

}  // namespace concord::report
