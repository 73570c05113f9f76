#pragma once

#include <cstdint>

#include "normalize/scan.h"

namespace concord::normalize {

/// Whether a time may begin at `at`: told from the word there and the next, so that no grammar is
/// tried where none of its rules could begin.  Never false where read_time would find something.
bool may_open_time(const Scan& scan, std::uint32_t at);

}  // namespace concord::normalize
