#pragma once

#include <string>
#include <vector>

#include "compare/claims.h"
#include "model/finding.h"

namespace concord::compare {

/// The kind of each story's own event: that of most of its statements; empty when none is told of.
std::vector<std::string> event_kinds(const Inputs& inputs, const std::vector<Figure>& figures);

/// One gap finding for each fact that a story's kind of event expects and no source gives.  The
/// kind is that of most of the story's facts about its own event.
void find_gaps(const Inputs& inputs, const std::vector<Figure>& figures,
               std::vector<Finding>& findings);

}  // namespace concord::compare
