#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/finding.h"
#include "model/rule.h"
#include "model/slip.h"
#include "wording/places.h"

namespace concord::wording {

/// "deaths/conflict", "quote/wording", or the name of the check.
std::string code_of(const Finding& finding);

/// True for what an editor may want to see again: updates, discrepancies, warnings, errors.
bool is_difference(const Finding& finding);

/// True for what an editor should look at: differences, updates, warnings, and a floor left behind
/// ("at least 130" and 133: no contradiction, yet one source lags).
bool is_worth_telling(const Finding& finding);

/// What is measured, with the event where it is not the story's own: "deaths, Kabul 2021".
std::string subject(const Finding& finding);

/// Positions as a reader wants them: what is superseded first, then by the newest publication; in
/// the order of the finding where times are not known.
std::vector<Position> in_time(const Finding& finding);

/// A label cut to what fits a line; a quotation may be long.
std::string clipped(const std::string& label);

/// The sources of a position that say what it is called by: "at least 11" shares a position with
/// 14, and who says so does not say 14.  In the order of the position; all of them where none says
/// it.
std::vector<std::string> sources_telling(const Findings& findings, const Position& position);

/// "133 (ledger, meridian) or 137 (compass)": one line for people.
std::string statement(const Findings& findings, const Finding& finding);

/// A finding in one line without its sources: "deaths: 93, then 133"; of what is stale, "deaths:
/// 137 now, 93 still told".
std::string short_statement(const Finding& finding);

/// "130-133", "at least 130"; empty when unbounded.  A range of seconds is given in hours.
std::string range_text(const Interval<Decimal>& range, std::string_view unit);

/// "130-133 | gtd, latest 133 | acled 130 | 2 carriers, 0 named authorities"
std::string figures_line(const Findings& findings, const RuleSet& rules, const Finding& finding);

/// The facts that a reader should see, the most telling first: one of each position, the newest
/// first (of what is stale, the oldest), then the other evidence.
std::vector<Evidence> shown_evidence(const Finding& finding);

/// The finding with `evidence` as labels; the place of the first is the diagnostic's.
Diagnostic diagnose(const Findings& findings, const RuleSet& rules, Places& places,
                    const Finding& finding, const std::vector<Evidence>& evidence);

/// The slip at its place, with the words it rests on as labels.
Diagnostic diagnose(const Slip& slip, Places& places);

/// "a, b, c and 2 more"
std::string listed(const std::vector<std::string>& items, std::size_t most);

}  // namespace concord::wording
