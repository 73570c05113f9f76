#pragma once

#include <set>
#include <string_view>

#include "proofread/text.h"

namespace concord::proofread {

/// True for a word that tells nothing of what a number is of: "after", "people", "said".
bool is_empty_word(std::string_view word);

/// The beginnings of the telling words of [begin, end), but for the counted noun: forms of one word
/// mostly share them.
std::set<std::string_view> stems_in(const CopyText& text, std::size_t begin, std::size_t end,
                                    std::string_view noun);

/// How many stems stand in both.
std::size_t shared(const std::set<std::string_view>& one, const std::set<std::string_view>& other);

}  // namespace concord::proofread
