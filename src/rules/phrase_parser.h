#pragma once

#include <optional>
#include <string_view>

#include "model/phrase.h"
#include "rules/complaints.h"

namespace concord::rules {

/// Reads one line of phrase grammar (RULES.md section 4) that begins at `where`.  `<names>` stay
/// list_ref nodes with the name as text; names.h says what they are.  Nothing when the line
/// has an error (complained about) or holds no phrase but a comment (not complained about).
///
/// Words come out as the tokenizer cuts texts: "five-year" is the sequence five, -, year; "world's"
/// is world, 's; "ISIS-K" and "U.S." are one word.  A group of single words is one word node with
/// the forms of all.
std::optional<Phrase> read_phrase(std::string_view line, const RulePosition& where,
                                  Complaints& complaints);

}  // namespace concord::rules
