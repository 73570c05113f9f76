#pragma once

#include <functional>
#include <string>

#include "model/finding.h"
#include "model/rule.h"

namespace concord::report {

/// An address for a place in a document; empty where there is none.
using AddressOf = std::function<std::string(DocumentId document, Span span)>;

/// What stands for and against a statement, in Markdown: the verdict, a table with a row for each
/// source that has a figure (the newest position first, at most 12), what policies print.  `own` is
/// among the facts of the finding and is marked as the reader's own.
std::string evidence_table(const Findings& findings, const RuleSet& rules, const Finding& finding,
                           FactId own, const AddressOf& address_of);

}  // namespace concord::report
