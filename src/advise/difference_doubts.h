#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/rule.h"

namespace concord::advise {

/// Why the difference that `finding` tells of may be none, in one sentence; empty where nothing in
/// the words speaks for that.  An editor is warned only of what is no doubt a difference: a part of
/// a toll beside the toll, a statement without a number, an attacker counted or not, another
/// person's age and the hour of another event are doubts.  `own` is the statement of the text that
/// the sentence calls `whose`.
std::string doubt_of(const Findings& findings, const Finding& finding, FactId own,
                     std::string_view whose = "the draft");

/// True if whatever the sources say of a finding is so old that a figure which only rises has moved
/// on since: older than the draft by the rule's `stale after`, a day where it names none.
bool is_long_after(const Findings& findings, const RuleSet& rules, const Finding& finding,
                   FactId own);

}  // namespace concord::advise
