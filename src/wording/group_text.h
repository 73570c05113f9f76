#pragma once

#include <string>

#include "model/rule.h"

namespace concord::wording {

/// What a group of phrases says beside its phrases and its `set`, as a list to put behind a title:
/// ", value n + more, only in headline or lead, not in quotations"; empty for an ordinary group.
std::string group_text(const FindGroup& group);

/// How far figures of the fact may lie apart, as rules write it: "5%", "2 hours", "0.05"; empty
/// where they may not.
std::string tolerance_text(const FactRule& rule);

}  // namespace concord::wording
