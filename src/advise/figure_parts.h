#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "advise/doubt_words.h"
#include "model/finding.h"

namespace concord::advise {

/// The whole numbers of each sentence of a text that may count people, in digits or spelled out, a
/// man or a woman among them; sentences with fewer than two are left out.  Sentences are found
/// roughly.
std::vector<std::vector<std::int64_t>> numbers_by_sentence(std::string_view text);

/// True if numbers that follow one another in one of the sentences sum to `figure`: "nine men and
/// three women" for 12.
bool are_parts_in(const std::vector<std::vector<std::int64_t>>& sentences, std::int64_t figure);

/// True if `part` is one of such numbers that sum to `figure`: 8 of "11 in Osterby and eight in
/// Lindal" for 19.
bool is_part_in(const std::vector<std::vector<std::int64_t>>& sentences, std::int64_t part,
                std::int64_t figure);

/// True if the words before a figure tell of all of it or of some: "nine of the", "all".
bool is_all_or_some(const Words& before);

/// "17 people at least", "41 dead so far": true if a hedge stands behind the number.
bool is_hedged_behind(const Findings& findings, FactId own);

}  // namespace concord::advise
