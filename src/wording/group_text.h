#pragma once

#include <string>

#include "model/rule.h"

namespace concord::wording {

/// What a group of phrases says beside its phrases and its `set`, as a list to put behind a title:
/// ", value n + more, only in headline or lead, not in quotations"; empty for an ordinary group.
std::string group_text(const FindGroup& group);

}  // namespace concord::wording
