#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace concord::cli {

constexpr std::size_t kLargestFile = std::size_t{512} << 20U;  // bytes

/// The bytes of a file; nothing where it cannot be read, is a folder, or has more bytes than
/// `largest`: a device has no end.
std::optional<std::string> read_whole(const std::string& path, std::size_t largest = kLargestFile);

}  // namespace concord::cli
