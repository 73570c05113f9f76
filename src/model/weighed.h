#pragma once

#include <optional>
#include <string>

#include "base/span.h"
#include "model/value.h"

namespace concord {

/// One way to read some words that the value reader weighed, and why it stands or falls.
struct WeighedReading {
  Span words;
  std::string kind;            // "time", "quantity", "age", "count word", "name" ...
  std::optional<Value> value;  // none: the words hold no value
  bool stands = false;         // among the values read
  std::string reason;
};

}  // namespace concord
