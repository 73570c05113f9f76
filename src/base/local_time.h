#pragma once

#include <string>

#include "base/timestamp.h"

namespace concord {

/// "2024-03-23T19:00:00+01:00": on the wall clock `offset_minutes` from UTC; "Z" where that is 0.
std::string format_local_time(Timestamp time, int offset_minutes);

}  // namespace concord
