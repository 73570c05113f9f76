#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/timestamp.h"
#include "extract/extract.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/rule.h"

namespace concord::pipeline {

/// Gives a document the story that a rule file pins and its opening (headline, first sentence)
/// tells of: by one of the event's names, or by a place and a noun of its kind within a month of
/// the event.  What was published before the event, or says its story itself, is left as it is;
/// a story that other rules gave it is taken back.
void pin_story(const RuleSet& rules, Document& document);

/// Takes such stories from a draft, the first, and from its sources, which someone named to be held
/// against it; returns the draft's.  REQUIRES: a draft.
std::optional<std::string> unpin(const RuleSet& rules, std::vector<Document>& draft_and_sources);

/// Tells the extraction of a pinned story's document where and when its event is.
void inform_of_pin(const RuleSet& rules, const Document& document, extract::Options& options);

/// Makes notes of findings that a pin keeps quiet, with its reason.  `now`: the run's clock; else
/// that of the newest document.  Their order becomes that of the new severities.
void keep_quiet(const RuleSet& rules, std::optional<Timestamp> now, Findings& findings);

}  // namespace concord::pipeline
