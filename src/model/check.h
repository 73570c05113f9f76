#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "model/phrase.h"
#include "model/tokens.h"

namespace concord {

enum class CheckWithin : std::uint8_t { article, event };
enum class Pick : std::uint8_t { figure, highest, lowest, latest };
enum class Comparison : std::uint8_t { equal, at_most, at_least, less, greater, not_equal };
enum class Verdict3 : std::uint8_t { holds, possible, broken, unknown };

/// A term of a check: a number, or a reference to a fact's figure (RULES.md section 4, `ref`).
struct CheckTerm {
  bool negative = false;
  std::optional<Decimal> number;
  Pick pick = Pick::figure;
  std::string fact;
  std::string kind;          // "" = the fact's default kind, or any
  std::optional<Part> part;  // in headline, lead, body, caption
  std::string from;          // source; empty = any
  bool all_keys = false;     // "sum of vote_share": every key of the fact
};

/// `must: left op right [within N]`.
struct CheckExpression {
  std::vector<CheckTerm> left;
  Comparison comparison = Comparison::equal;
  std::vector<CheckTerm> right;
  std::optional<Decimal> tolerance;
  bool tolerance_is_percent = false;
  std::string written;
};

struct CheckExample {
  std::map<std::string, std::string> given;  // "deaths in headline" -> "at least 130"
  Verdict3 verdict = Verdict3::unknown;
  RulePosition where;
};

struct CheckRule {
  std::string pack;
  std::string name;
  std::string describe;
  CheckExpression must;
  CheckWithin within = CheckWithin::event;
  Severity severity = Severity::warning;
  std::string say;
  std::vector<CheckExample> examples;
  RulePosition where;
};

}  // namespace concord
