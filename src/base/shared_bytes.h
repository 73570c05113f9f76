#pragma once

#include <memory>
#include <string_view>

namespace concord {

/// Bytes that stay where they are for as long as a copy of this is held.
struct SharedBytes {
  std::string_view view;
  std::shared_ptr<const void> owner;
};

}  // namespace concord
