#pragma once

#include "proofread/text.h"

namespace concord::proofread {

/// True if the words around two figures put them in different years, quarters or months: "1,200
/// jobs in 2023. This year it will cut 2,100".
bool are_of_two_periods(const CopyText& text, const CopyValue& first, const CopyValue& second);

}  // namespace concord::proofread
