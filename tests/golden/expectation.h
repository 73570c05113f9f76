#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace concord::golden {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

/// Rows of a JSON Lines file of this folder.
std::vector<Json> rows_of(const std::string& file);

/// What is wrong with the facts found in a row's sentence, a line each; empty when all is right.
/// `facts` are lines of `concord extract`.
///
/// A row's "expect" lists the facts that must be found; what it leaves out is not compared, except
/// that the mode is then stated, the event main, and the kind of deaths and injured all.  Any other
/// fact is noise, unless "allow" names it; dates, places, quotations and ages are asked for only
/// where a row expects them.
Lines wrong_facts(const Json& row, const std::vector<Json>& facts);

/// What is wrong with the findings of a row's documents; `findings` as printed by `concord
/// compare`. Each of "expect" must match a finding, none of "absent" may; no (event, fact, kind,
/// key) has two findings of the four relations.
Lines wrong_findings(const Json& row, const Json& findings);

/// Findings without ids and places, sorted: what must not depend on the order of documents.
std::vector<std::string> signature(const Json& findings);

}  // namespace concord::golden
