#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace concord::rules {

/// One number of the sizes, numbers and times of change of files in a folder: while it stays the
/// same, so does what they hold.  Nothing when one cannot be looked at, or changed so lately that a
/// second change might not show.
std::optional<std::uint64_t> stamps_of(const std::string& folder,
                                       const std::vector<std::string>& names);

}  // namespace concord::rules
