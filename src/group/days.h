#pragma once

#include <cstdint>
#include <optional>

#include "group/group.h"

namespace concord::group {

/// The day that a token of a sentence names, in days since 1970-01-01: a weekday is the last one
/// before the article was published or the day it was published on, a date ("Nov. 9") the last one
/// too.  Nothing where it names none, where the article has no time of publication, or for what is
/// to come ("next Friday").
std::optional<std::int64_t> day_named(const Member& member, Range sentence, std::uint32_t at);

}  // namespace concord::group
