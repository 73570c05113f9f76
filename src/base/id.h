#pragma once

#include <compare>
#include <cstdint>

namespace concord {

/// A typed index into the vector that owns the things numbered; Tag keeps kinds of index apart.
template <class Tag>
struct Id {
  std::uint32_t index = 0;
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace concord
