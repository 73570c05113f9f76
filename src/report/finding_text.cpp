#include "report/finding_text.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "report/fact_json.h"
#include "report/report.h"

namespace concord::report {
namespace {

constexpr std::size_t kShownSources = 4;
constexpr std::size_t kShownEvidence = 6;

struct VerbRow {
  Detail detail;
  std::string_view between;  // two positions
  std::string_view after;
};
constexpr VerbRow kVerbs[] = {
    {Detail::rise, ", then ", ""},
    {Detail::fall, ", then ", ""},
    {Detail::revised, ", revised to ", ""},
    {Detail::conflict, " or ", ""},
    {Detail::undirected, " or ", "; which is newer is not known"},
    {Detail::stale, "; ", ""},
    {Detail::against_trend, ", then ", "; this figure should not move so"},
    {Detail::internal, " and ", " in one document"},
    {Detail::wording, "; ", ""},
};

VerbRow verb_of(Detail detail) {
  for (const VerbRow& row : kVerbs) {
    if (row.detail == detail) {
      return row;
    }
  }
  return {detail, ", ", ""};
}

const std::string& unit_of(const RuleSet& rules, const std::string& fact) {
  static const std::string none;
  const auto found = std::ranges::find(rules.facts, fact, &FactRule::name);
  return found == rules.facts.end() ? none : found->unit;
}

std::string number_text(const Decimal& number, std::string_view unit) {
  constexpr std::int64_t kHour = 3600;
  if (unit == "second") {
    const auto hours = divide(number, kHour);
    return hours ? to_string(normalized(*hours)) + " h" : to_string(number) + " s";
  }
  return to_string(number);
}

std::size_t named_authorities(const Findings& findings, const Finding& finding) {
  std::set<std::string_view> names;
  for (const Position& position : finding.positions) {
    for (const FactId id : position.facts) {
      if (const auto& by = findings.facts[id.index].by) {
        names.insert(by->name);
      }
    }
  }
  return names.size();
}

/// Policies that print the same are told together, in the order of their names.
std::string policies_text(const Finding& finding) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_figure;
  for (const auto& [policy, figure] : finding.policies) {
    if (policy == "range") {
      continue;
    }
    const std::string& wanted = figure;
    const auto found =
        std::ranges::find_if(by_figure, [&](const auto& entry) { return entry.first == wanted; });
    if (found != by_figure.end()) {
      found->second.push_back(policy);
    } else {
      by_figure.push_back({figure, {policy}});
    }
  }
  std::string text;
  for (const auto& [figure, policies] : by_figure) {
    text += fmt::format("{}{} {}", text.empty() ? "" : " | ", listed(policies, policies.size()),
                        figure);
  }
  return text;
}

std::string counted(std::size_t count, std::string_view noun, std::string_view nouns) {
  return fmt::format("{} {}", count, count == 1 ? noun : nouns);
}

Diagnostic remark(std::string code, std::string message) {
  Diagnostic note;
  note.severity = Severity::note;
  note.code = std::move(code);
  note.message = std::move(message);
  return note;
}

}  // namespace

std::string listed(const std::vector<std::string>& items, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(items.size(), most); ++i) {
    text += (i == 0 ? "" : ", ") + items[i];
  }
  return items.size() > most ? fmt::format("{} and {} more", text, items.size() - most) : text;
}

std::string code_of(const Finding& finding) {
  return finding.check.empty() ? fmt::format("{}/{}", finding.fact, name_of(finding.detail))
                               : finding.check;
}

std::string subject(const Finding& finding) {
  std::string text = measure(finding.fact, finding.kind, finding.key);
  if (finding.event.role != EventRole::main) {
    text += ", " + (finding.event.name.empty() ? "another event" : finding.event.name);
  }
  return text;
}

std::string statement(const Finding& finding) {
  if (!finding.check.empty() || finding.positions.empty()) {
    return finding.reason;
  }
  const VerbRow verb = verb_of(finding.detail);
  std::string text = subject(finding) + ": ";
  for (std::size_t i = 0; i < finding.positions.size(); ++i) {
    const Position& position = finding.positions[i];
    text += i == 0 ? "" : verb.between;
    text += fmt::format("{} ({})", position.label, listed(position.sources, kShownSources));
  }
  return text + std::string(verb.after);
}

std::string range_text(const Interval<Decimal>& range, std::string_view unit) {
  if (!range.low && !range.high) {
    return {};
  }
  if (!range.high) {
    return "at least " + number_text(*range.low, unit);
  }
  if (!range.low) {
    return "at most " + number_text(*range.high, unit);
  }
  if (*range.low == *range.high) {
    return number_text(*range.low, unit);
  }
  return fmt::format("{}{}{}", number_text(*range.low, unit),
                     range.low->is_negative() ? " to " : "-", number_text(*range.high, unit));
}

std::string figures_line(const Findings& findings, const RuleSet& rules, const Finding& finding) {
  std::set<std::string_view> carriers;
  for (const Position& position : finding.positions) {
    carriers.insert(position.sources.begin(), position.sources.end());
  }
  const std::string parts[] = {
      range_text(finding.range, unit_of(rules, finding.fact)), policies_text(finding),
      counted(carriers.size(), "carrier", "carriers") + ", " +
          counted(named_authorities(findings, finding), "named authority", "named authorities")};
  std::string text;
  for (const std::string& part : parts) {
    text += !text.empty() && !part.empty() ? " | " : "";
    text += part;
  }
  return text;
}

std::vector<Evidence> shown_evidence(const Finding& finding) {
  if (!finding.evidence.empty()) {
    return finding.evidence;
  }
  std::vector<Evidence> shown;
  for (const Position& position : finding.positions) {
    if (!position.facts.empty()) {
      shown.push_back({position.facts.front(), position.label});
    }
  }
  return shown;
}

Diagnostic diagnose(const Findings& findings, const RuleSet& rules, Places& places,
                    const Finding& finding) {
  Diagnostic diagnostic;
  diagnostic.severity = finding.severity;
  diagnostic.code = code_of(finding);
  diagnostic.message = statement(finding);
  diagnostic.finding = finding.id;
  const std::vector<Evidence> evidence = shown_evidence(finding);
  for (std::size_t i = 0; i < std::min(evidence.size(), kShownEvidence); ++i) {
    const Fact& fact = findings.facts[evidence[i].fact.index];
    Diagnostic label = remark({}, evidence[i].remark);
    label.where = places.location(fact.document, fact.filler);
    if (i == 0) {
      diagnostic.where = label.where;
    }
    diagnostic.notes.push_back(std::move(label));
  }
  if (evidence.size() > kShownEvidence) {
    diagnostic.notes.push_back(
        remark({}, fmt::format("and {} more places", evidence.size() - kShownEvidence)));
  }
  std::string verdict = fmt::format("{}, {}", name_of(finding.relation), name_of(finding.detail));
  if (!finding.reason.empty() && finding.reason != diagnostic.message) {
    verdict += " (" + finding.reason + ")";
  }
  diagnostic.notes.push_back(remark("verdict", verdict));
  if (finding.check.empty() && !finding.positions.empty()) {
    diagnostic.notes.push_back(remark("range", figures_line(findings, rules, finding)));
  }
  for (const std::string& note : finding.notes) {
    diagnostic.notes.push_back(remark({}, note));
  }
  return diagnostic;
}

}  // namespace concord::report
