#include "wording/fact_text.h"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "wording/names.h"

namespace concord::wording {
namespace {

std::string bounds(const Interval<Decimal>& range) {
  if (!range.low && !range.high) {
    return "?";
  }
  if (!range.high) {
    return (range.low_open ? ">" : "≥") + told_number(*range.low);
  }
  if (!range.low) {
    return (range.high_open ? "<" : "≤") + told_number(*range.high);
  }
  const std::string low = told_number(*range.low);
  const std::string high = told_number(*range.high);
  return low == high ? low : low + "–" + high;
}

struct ShortForm {
  std::string operator()(const Quantity& quantity) const {
    const bool plain = quantity.hedge == Hedge::exact || quantity.hedge == Hedge::rounded;
    std::string text =
        plain && quantity.nominal ? told_number(*quantity.nominal) : bounds(quantity.hard);
    if (quantity.dimension == Dimension::percent) {
      return text + "%";
    }
    return quantity.unit == "1" || quantity.unit.empty() ? text : text + " " + quantity.unit;
  }
  std::string operator()(const Duration& duration) const {
    if (duration.amount) {
      return to_string(*duration.amount) + " " + duration.unit;
    }
    return duration.iso.empty() ? bounds(duration.seconds) + " s" : duration.iso;
  }
  std::string operator()(const TimeSpan& time) const {
    if (time.begin) {
      return time.has_clock ? format_date_time(*time.begin) : format_date(*time.begin);
    }
    return time.timex;
  }
  std::string operator()(const Name& name) const { return name.id; }
  std::string operator()(const Quote& quote) const { return "“" + quote.text + "”"; }
};

}  // namespace

std::string_view words(const Document& document, Span span) {
  const auto size = static_cast<std::uint32_t>(document.text.size());
  const std::uint32_t begin = std::min(span.begin, size);
  return std::string_view(document.text).substr(begin, std::min(span.end, size) - begin);
}

std::string_view count_unit(const RuleSet& rules, RuleId rule) {
  return rule.index < rules.facts.size() ? std::string_view(rules.facts[rule.index].unit) : "";
}

std::string told_number(const Decimal& number) {
  constexpr int kMostWritten = 6;  // digits that people write
  constexpr int kDigits = 4;
  const Decimal plain = normalized(number);
  int digits = 0;
  for (std::int64_t rest = plain.coefficient; rest != 0; rest /= 10) {
    ++digits;
  }
  const int drop = std::min(-int{plain.exponent}, digits - kDigits);
  if (digits <= kMostWritten || drop <= 0) {
    return to_string(number);
  }
  std::int64_t unit = 1;
  for (int i = 0; i < drop; ++i) {
    unit *= 10;
  }
  const std::int64_t half = plain.coefficient < 0 ? -unit / 2 : unit / 2;
  return to_string(
      Decimal((plain.coefficient + half) / unit, static_cast<std::int8_t>(plain.exponent + drop)));
}

std::string short_form(const Value& value) {
  return std::visit(ShortForm{}, value);
}

std::string measure(std::string_view fact, std::string_view kind, std::string_view key) {
  std::string text(fact);
  std::ranges::replace(text, '_', ' ');
  if (!kind.empty() && kind != "all") {
    text += " ";
    text += kind;
  }
  if (!key.empty()) {
    text += " (";
    text += key;
    text += ")";
  }
  return text;
}

std::string circumstances(const Fact& fact, std::string_view indent) {
  if (!fact.excluded_by.empty()) {
    return fmt::format("{}set aside by {}\n", indent, fact.excluded_by);
  }
  std::string text = fmt::format(
      "{}{}{}{}{}; by {}\n", indent, name_of(fact.mode), fact.in_quote ? ", in a quotation" : "",
      fact.alleged ? ", alleged" : "", fact.derived ? ", worked out" : "",
      fact.by ? fact.by->name : "the outlet itself");
  text += fmt::format("{}event: {}{}{}", indent, name_of(fact.event.role),
                      fact.event.name.empty() ? "" : ", ", fact.event.name);
  return text + (fact.event.why.empty() ? "\n" : ": " + fact.event.why + "\n");
}

std::string rule_place(const RuleSet& rules, const RulePosition& where) {
  return where.file < rules.files.size() && where.line > 0
             ? fmt::format("{}:{}", rules.files[where.file], where.line)
             : std::string("the program");
}

std::string_view phrase_written(const FactRule& rule, const RulePosition& where) {
  for (const FindGroup& group : rule.find) {
    const auto found = std::ranges::find(group.phrases, where, &Phrase::where);
    if (found != group.phrases.end()) {
      return found->written;
    }
  }
  return {};
}

}  // namespace concord::wording
