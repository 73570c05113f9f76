#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/rule.h"

namespace concord::rules {

/// A rule set as bytes, for the cache: every field of every struct, in the order of the structs.
/// What is kept for lint alone (texts, shared names, examples) is kept too.
struct RuleBytes {
  std::string rules;
  std::string phrases;  // most of it, and needed least
  friend bool operator==(const RuleBytes&, const RuleBytes&) = default;
};
RuleBytes encode(const RuleSet& rules);

/// The rule set that was encoded so; nothing when the bytes are not such an encoding.  Without
/// `phrases`, every list of phrases is empty.
std::optional<RuleSet> decode(std::string_view rules, std::optional<std::string_view> phrases);

}  // namespace concord::rules
