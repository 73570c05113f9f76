#pragma once

#include "proofread/text.h"

namespace concord::proofread {

/// 1 for a rise, -1 for a fall, 0 for any other word.
int direction_of(std::string_view word);

/// "a rise of 20 percent", "up by about 20 percent", "a 20 percent increase": which way it goes; 0
/// where nothing is told to change.  `begin` is the first token that may say so.
int direction_told(const CopyText& text, const CopyValue& value, std::size_t begin);

/// A percentage, or a fraction that something changes by: "cut by a third".
bool is_told(const CopyText& text, const CopyValue& value);

/// True if the sentence tells its figures on another footing: "adjusted for inflation".
bool is_adjusted(const CopyText& text, const Sentence& sentence);

}  // namespace concord::proofread
