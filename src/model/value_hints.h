#pragma once

#include <cstdint>
#include <vector>

#include "model/value.h"

namespace concord {

/// What single words tell of a sentence's values before they are read: what may be there.  Bits
/// stand for tokens, the first of the sentence in the lowest bit of the first number.
struct ValueHints {
  ValueClasses classes = kEveryClass;  // of all values
  std::vector<std::uint64_t> begins;   // a quantity, or its core, may begin here
  std::vector<std::uint64_t> inner;    // may be part of a quantity
  std::vector<std::uint64_t> ends;     // may be the last token of a quantity
  std::vector<std::uint64_t> taken;    // figures of a unit: no count ends here

  friend bool operator==(const ValueHints&, const ValueHints&) = default;
};

}  // namespace concord
