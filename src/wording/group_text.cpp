#include "wording/group_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "wording/names.h"

namespace concord::wording {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : std::string(between)) + word;
  }
  return text;
}

/// "n + more - d", "n, more"; empty where the slot alone is the value.
std::string value_text(const FindGroup& group) {
  std::string text = joined(group.sum, " + ");
  for (const std::string& slot : group.minus) {
    text += " - " + slot;
  }
  for (const std::string& slot : group.listed) {
    text += (text.empty() ? "n, " : ", ") + slot;
  }
  return text;
}

}  // namespace

std::string group_text(const FindGroup& group) {
  std::string text;
  if (const std::string value = value_text(group); !value.empty()) {
    text += ", value " + value;
  }
  text += group.floor ? ", at least so many" : "";
  text += group.less.empty() ? "" : ", less the " + group.less;
  std::vector<std::string> parts;
  for (const Part part : group.in) {
    parts.emplace_back(name_of(part));
  }
  text += parts.empty() ? "" : ", only in " + joined(parts, " or ");
  if (group.quotes != QuotePolicy::both) {
    text += group.quotes == QuotePolicy::skip ? ", not in quotations" : ", only in quotations";
  }
  return text;
}

std::string tolerance_text(const FactRule& rule) {
  constexpr std::string_view kTimes[] = {"duration", "date", "time"};
  constexpr double kSecondsPerHour = 3600;
  const CompareRule& compare = rule.compare;
  if (!compare.tolerance) {
    return {};
  }
  if (compare.tolerance_is_percent) {
    return to_string(*compare.tolerance) + "%";
  }
  if (std::ranges::find(kTimes, rule.value_type) != std::end(kTimes)) {
    return fmt::format("{:g} hours", compare.tolerance->to_double() / kSecondsPerHour);
  }
  return to_string(*compare.tolerance);
}

}  // namespace concord::wording
