#pragma once

#include <string>
#include <string_view>

#include "report/night.h"
#include "report/opened.h"

namespace concord::report {

/// The night for a mail or a wiki: CommonMark with tables.
std::string night_markdown(const Night& night, const RuleSet& rules, OpenedRuns& runs);

/// A row for each statement that a finding rests on, under a line of names (RFC 4180).  A field
/// that a spreadsheet would take for a formula begins with an apostrophe.
std::string night_csv(const Night& night, OpenedRuns& runs);

/// New findings, tonight's first, as an Atom feed (RFC 4287).
std::string night_feed(const Night& night, OpenedRuns& runs);

/// Text in which Markdown and HTML mean nothing, on one line.
std::string markdown_escaped(std::string_view given);

/// A field of CSV, quoted where it must be.
std::string csv_field(std::string_view given);

/// For XML 1.0 text and quoted attributes, without the characters that it does not allow.
std::string xml_escaped(std::string_view given);

}  // namespace concord::report
