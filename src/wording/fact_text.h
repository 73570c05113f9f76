#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/rule.h"

namespace concord::wording {

/// The words of `span` in the document's text.
std::string_view words(const Document& document, Span span);

/// The unit of a fact's bare counts: "person", or empty where the rule names none.
std::string_view count_unit(const RuleSet& rules, RuleId rule);

/// The digits of a number; of one with decimals that only a conversion gives it, four of them and
/// no decimals of thousands: "4451.54206464" is "4452", "0.40468564224" is "0.4047".
std::string told_number(const Decimal& number);

/// "133", "≥130", "<12", "4–7": a value as short as it can be told; for tables.
std::string short_form(const Value& value);

/// "deaths", "detained gunmen", "vote share (Alder)": what is measured, for people.
std::string measure(std::string_view fact, std::string_view kind, std::string_view key);

/// Lines, each after `indent`: how the fact is stated and by whom, and the event it is of; of a
/// fact set aside, only by what.
std::string circumstances(const Fact& fact, std::string_view indent);

/// "core/casualties.yaml:12"; "the program" for what no rule file says.
std::string rule_place(const RuleSet& rules, const RulePosition& where);

/// The line an author wrote that found a fact; empty for facts without phrases (quotations).
std::string_view phrase_written(const FactRule& rule, const RulePosition& where);

}  // namespace concord::wording
