#pragma once

#include <cstdint>

#include "model/value.h"

namespace concord::normalize {

/// A value and the tokens it was read from: `begin`..`end` the whole expression, hedge included,
/// `core_begin`..`core_end` without it.
struct Found {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t core_begin = 0;
  std::uint32_t core_end = 0;
  Value value;
};

}  // namespace concord::normalize
