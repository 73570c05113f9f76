#pragma once

#include <optional>

#include "base/timestamp.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// The time at which the sentence's figures are said to hold: "as of 9am Monday", "by Saturday
/// morning"; nothing when it says none or the time is not known.
std::optional<Timestamp> as_of(SentenceText& text);

}  // namespace concord::extract
