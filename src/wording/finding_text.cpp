#include "wording/finding_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "wording/fact_text.h"
#include "wording/names.h"

namespace concord::wording {
namespace {

constexpr std::size_t kShownSources = 4;
constexpr std::size_t kShownLabels = 8;
constexpr std::size_t kShownEvidence = 6;
constexpr std::size_t kLongestLabel = 60;  // code points

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
  return {detail, ", ", {}};
}

/// What stands between a position and the one before it: what was replaced is no rival of what came
/// after it, and only the last step is the correction.
std::string_view between(const Finding& finding, const Position& before, bool last) {
  const bool step = finding.directed &&
                    (finding.detail == Detail::revised ? !last
                     : finding.detail == Detail::conflict || finding.detail == Detail::undirected
                         ? before.superseded
                         : false);
  return step ? ", then " : verb_of(finding.detail).between;
}

const std::string& unit_of(const RuleSet& rules, const std::string& fact) {
  static const std::string kNone;
  const auto found = std::ranges::find(rules.facts, fact, &FactRule::name);
  return found == rules.facts.end() ? kNone : found->unit;
}

std::string number_text(const Decimal& number, std::string_view unit) {
  constexpr std::int64_t kHour = 3600;
  if (unit == "second") {
    const auto hours = divide(number, kHour);
    return hours ? to_string(normalized(*hours)) + " h" : to_string(number) + " s";
  }
  return told_number(number);
}

/// "Kelby hospital" and the "hospital" of its headline are one.
bool is_short_for(std::string_view name, std::string_view other) {
  return name.size() < other.size() && other.ends_with(name) &&
         other[other.size() - name.size() - 1] == ' ';
}

std::size_t named_authorities(const Findings& findings, const Finding& finding) {
  std::set<std::string> names;
  for (const Position& position : finding.positions) {
    for (const FactId id : position.facts) {
      if (const auto& by = findings.facts[id.index].by) {
        const std::string name = fold(by->name);
        names.insert(name.starts_with("the ") ? name.substr(4) : name);
      }
    }
  }
  return static_cast<std::size_t>(std::ranges::count_if(names, [&](const std::string& name) {
    return std::ranges::none_of(
        names, [&](const std::string& other) { return is_short_for(name, other); });
  }));
}

/// A sentence for the middle of a line.
std::string without_stop(const std::string& sentence) {
  return sentence.ends_with('.') ? sentence.substr(0, sentence.size() - 1) : sentence;
}

/// Policies that print the same are told together, in the order of their names.
using PoliciesOfFigure = std::pair<std::string, std::vector<std::string>>;
std::string policies_text(const Finding& finding) {
  std::vector<PoliciesOfFigure> by_figure;
  for (const auto& [policy, figure] : finding.policies) {
    if (policy == "range") {
      continue;
    }
    const auto found = std::ranges::find(by_figure, figure, &PoliciesOfFigure::first);
    if (found != by_figure.end()) {
      found->second.push_back(policy);
    } else {
      by_figure.push_back({figure, {policy}});
    }
  }
  if (by_figure.size() == 1) {
    return "every policy " + clipped(by_figure.front().first);
  }
  std::string text;
  for (const auto& [figure, policies] : by_figure) {
    text += fmt::format("{}{} {}", text.empty() ? "" : " | ", listed(policies, policies.size()),
                        clipped(figure));
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

bool is_difference(const Finding& finding) {
  return finding.relation == Relation::update || finding.relation == Relation::discrepancy ||
         finding.severity != Severity::note;
}

bool is_worth_telling(const Finding& finding) {
  const bool floor_behind = finding.detail == Detail::compatible && finding.range.bounded() &&
                            *finding.range.low < *finding.range.high;
  return is_difference(finding) || floor_behind;
}

std::string subject(const Finding& finding) {
  std::string text = measure(finding.fact, finding.kind, finding.key);
  if (finding.event.role != EventRole::main) {
    text += ", " + (finding.event.name.empty() ? "another event" : finding.event.name);
  }
  return text;
}

std::string clipped(const std::string& label) {
  if (code_points(label) <= kLongestLabel) {
    return label;
  }
  std::size_t end = 0;
  for (std::size_t count = 0; count < kLongestLabel; ++end) {
    count += is_code_point_start(label, end) ? 1 : 0;
  }
  while (!is_code_point_start(label, end)) {
    ++end;
  }
  return label.substr(0, end) + "...";
}

std::vector<std::string> sources_telling(const Findings& findings, const Position& position) {
  std::map<std::string_view, bool> tells;  // by source, of what its text says
  bool any = false;
  for (const FactId id : position.facts) {
    const Fact& fact = findings.facts[id.index];
    const auto* quantity = std::get_if<Quantity>(&fact.value);
    const bool plain =
        quantity == nullptr || quantity->hedge == Hedge::exact || quantity->hedge == Hedge::rounded;
    const std::string_view source = findings.documents[fact.document.index].source;
    if (fact.part != Part::headline) {
      tells[source] = tells[source] || plain;
      any = any || plain;
    }
  }
  std::vector<std::string> sources;
  for (const std::string& source : position.sources) {
    const auto found = tells.find(source);
    if (!any || found == tells.end() || found->second) {
      sources.push_back(source);
    }
  }
  return sources.empty() ? position.sources : sources;
}

std::vector<Position> in_time(const Finding& finding) {
  std::vector<Position> positions = finding.positions;
  const auto when = [](const Position& position) {
    return position.latest ? position.latest->begin : Timestamp{};
  };
  if (finding.directed) {
    std::ranges::stable_sort(positions, [&](const Position& left, const Position& right) {
      return std::pair(!left.superseded, when(left)) < std::pair(!right.superseded, when(right));
    });
  }
  return positions;
}

namespace {

/// The statement of what has no figures to set side by side.
std::optional<std::string> plain_statement(const Finding& finding) {
  if (!finding.check.empty() || finding.positions.size() < 2) {
    return without_stop(finding.reason);
  }
  if (finding.detail != Detail::wording) {
    return std::nullopt;
  }
  std::vector<std::string> sides;
  for (const Position& position : finding.positions) {
    sides.push_back(listed(position.sources, kShownSources));
  }
  return fmt::format("{}: the words differ: {}", subject(finding), fmt::join(sides, " against "));
}

}  // namespace

std::string statement(const Findings& findings, const Finding& finding) {
  if (auto plain = plain_statement(finding)) {
    return *std::move(plain);
  }
  if (finding.detail == Detail::internal) {  // one document's: its source is told once
    return fmt::format("{} ({})", short_statement(finding),
                       listed(finding.positions.front().sources, kShownSources));
  }
  std::string text = subject(finding) + ": ";
  const std::vector<Position> positions = in_time(finding);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    text += i == 0 ? "" : between(finding, positions[i - 1], i + 1 == positions.size());
    text += fmt::format("{} ({})", clipped(positions[i].label),
                        listed(sources_telling(findings, positions[i]), kShownSources));
  }
  return text + std::string(verb_of(finding.detail).after);
}

namespace {

std::string labels_of(const Finding& finding, bool lagging) {
  std::vector<std::string> labels;
  for (const Position& position : finding.positions) {
    if (!position.superseded && overlaps(position.range, finding.range) != lagging) {
      labels.push_back(clipped(position.label));
    }
  }
  return listed(labels, kShownSources);
}

}  // namespace

std::string short_statement(const Finding& finding) {
  if (auto plain = plain_statement(finding)) {
    return *std::move(plain);
  }
  const std::string now = labels_of(finding, false);
  const std::string still = labels_of(finding, true);
  if (finding.detail == Detail::stale && !now.empty() && !still.empty()) {
    return fmt::format("{}: {} now, {} still told", subject(finding), now, still);
  }
  std::vector<Position> positions = in_time(finding);
  const auto alike = [](const Position& left, const Position& right) {
    return left.label == right.label;
  };
  positions.erase(std::unique(positions.begin(), positions.end(), alike), positions.end());
  const std::size_t shown = std::min(positions.size(), kShownLabels);
  std::string text = subject(finding) + ": ";
  for (std::size_t i = 0; i < shown; ++i) {
    text += i == 0 ? "" : between(finding, positions[i - 1], i + 1 == positions.size());
    text += clipped(positions[i].label);
  }
  text += shown == positions.size() ? "" : fmt::format(" and {} more", positions.size() - shown);
  return text + std::string(verb_of(finding.detail).after);
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
  const std::string low = number_text(*range.low, unit);
  const std::string high = number_text(*range.high, unit);
  return low == high ? low
                     : fmt::format("{}{}{}", low, range.low->is_negative() ? " to " : "-", high);
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

namespace {

/// Where the evidence of each fact stands: a finding may rest on all the facts of a long document.
std::map<FactId, std::size_t> evidence_places(const Finding& finding) {
  std::map<FactId, std::size_t> places;
  for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
    places.emplace(finding.evidence[i].fact, i);
  }
  return places;
}

/// The first evidence of a position; nothing where it has none.
std::optional<std::size_t> first_place(const std::map<FactId, std::size_t>& places,
                                       const Position& position) {
  std::optional<std::size_t> first;
  for (const FactId fact : position.facts) {
    const auto place = places.find(fact);
    if (place != places.end() && (!first || place->second < *first)) {
      first = place->second;
    }
  }
  return first;
}

}  // namespace

std::vector<Evidence> shown_evidence(const Finding& finding) {
  std::vector<Position> positions = in_time(finding);
  if (finding.detail != Detail::stale) {
    std::ranges::reverse(positions);
  }
  const std::map<FactId, std::size_t> places = evidence_places(finding);
  std::vector<Evidence> shown;
  std::set<FactId> known;
  for (const Position& position : positions) {
    if (const auto first = first_place(places, position)) {
      shown.push_back(finding.evidence[*first]);
    } else if (!position.facts.empty()) {
      shown.push_back({position.facts.front(), position.label});
    } else {
      continue;
    }
    known.insert(shown.back().fact);
  }
  for (const Evidence& evidence : finding.evidence) {
    if (known.insert(evidence.fact).second) {
      shown.push_back(evidence);
    }
  }
  return shown;
}

Diagnostic diagnose(const Findings& findings, const RuleSet& rules, Places& places,
                    const Finding& finding, const std::vector<Evidence>& evidence) {
  Diagnostic diagnostic;
  diagnostic.severity = finding.severity;
  diagnostic.code = code_of(finding);
  diagnostic.message = statement(findings, finding);
  diagnostic.finding = finding.id;
  for (std::size_t i = 0; i < std::min(evidence.size(), kShownEvidence); ++i) {
    const Fact& fact = findings.facts[evidence[i].fact.index];
    // A quotation's words stand marked above; what is left to say is whose they are.
    const bool quote = std::holds_alternative<Quote>(fact.value);
    Diagnostic label = remark({}, !quote    ? clipped(evidence[i].remark)
                                  : fact.by ? "by " + fact.by->name
                                            : std::string());
    label.where = places.location(fact.document, fact.filler);
    if (i == 0) {
      diagnostic.where = label.where;
    }
    diagnostic.notes.push_back(std::move(label));
  }
  if (evidence.size() > kShownEvidence) {
    const std::size_t more = evidence.size() - kShownEvidence;
    diagnostic.notes.push_back(
        remark({}, fmt::format("and {} more {}", more, more == 1 ? "place" : "places")));
  }
  std::string verdict = fmt::format("{}, {}", name_of(finding.relation), name_of(finding.detail));
  if (!finding.reason.empty() && without_stop(finding.reason) != diagnostic.message) {
    verdict += ": " + without_stop(finding.reason);
  }
  diagnostic.notes.push_back(remark("verdict", verdict));
  const bool numbers = finding.range.low || finding.range.high;
  if (numbers || !finding.policies.empty()) {
    diagnostic.notes.push_back(
        remark(numbers ? "range" : "figure", figures_line(findings, rules, finding)));
  }
  for (const std::string& note : finding.notes) {
    diagnostic.notes.push_back(remark({}, without_stop(note)));
  }
  return diagnostic;
}

Diagnostic diagnose(const Slip& slip, Places& places) {
  Diagnostic diagnostic;
  diagnostic.severity = slip.severity;
  diagnostic.code = slip.check;
  diagnostic.message = slip.message;
  diagnostic.help = slip.help;
  diagnostic.finding = slip.id;
  diagnostic.where = places.location(slip.document, slip.place);
  diagnostic.notes.push_back(remark({}, slip.remark));
  diagnostic.notes.back().where = diagnostic.where;
  for (const SlipLabel& label : slip.labels) {
    diagnostic.notes.push_back(remark({}, label.remark));
    diagnostic.notes.back().where = places.location(label.document, label.place);
  }
  return diagnostic;
}

}  // namespace concord::wording
