#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/rule.h"
#include "rules/complaints.h"

namespace concord::rules {

/// A mark with which a phrase is read, and then matches no sentence.
struct OddMark {
  std::size_t begin = 0;  // bytes of the phrase
  std::size_t size = 0;
  std::string_view message;
  std::string_view help;
};
std::optional<OddMark> odd_mark(std::string_view phrase);

/// True for phrases that all begin as the items of a list do.  A single one among others means the
/// hyphen ("a year - long siege").
bool are_items(const std::vector<std::string_view>& phrases);
inline constexpr OddMark kItem = {0, 1, "these phrases ask for a hyphen before their first word",
                                  "below a | the lines have no - in front"};

/// Complains of names below `authority:` that are no fact (E440), or nearly a group (W433).
void check_authorities(const RuleSet& rules, Complaints& complaints);

/// Complains of names in `applies to`, `not for`, `becomes` and `add to applies to` that are no
/// fact (E440).
void check_context_facts(const RuleSet& rules, Complaints& complaints);

/// Complains of sentences that end at a # (W425), and of odd marks in shared phrases (W424).
void check_texts(const RuleSet& rules, Complaints& complaints);

}  // namespace concord::rules
