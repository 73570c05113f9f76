#include "report/compare_json.h"

#include "report/fact_json.h"
#include "report/report.h"
#include "report/value_json.h"
#include "wording/fact_text.h"
#include "wording/names.h"

namespace concord::report {
namespace {

void write_reference(JsonWriter& json, const Findings& findings, wording::Places& places,
                     FactId id) {
  const Fact& fact = findings.facts[id.index];
  json.text_field("document", findings.documents[fact.document.index].id);
  write_span(json, places.place(fact.document, fact.filler));
}

std::string_view story_id(const Findings& findings, StoryId id) {
  const auto& stories = findings.stories.stories;
  return id.index < stories.size() ? std::string_view(stories[id.index].id) : "";
}

void write_range(JsonWriter& json, const Interval<Decimal>& range) {
  json.number_or_null("low", range.low);
  json.number_or_null("high", range.high);
}

void write_position(JsonWriter& json, const Findings& findings, wording::Places& places,
                    const Position& position) {
  json.begin_object();
  write_range(json, position.range);
  json.text_field("label", position.label);
  json.key("sources");
  json.begin_array();
  for (const std::string& source : position.sources) {
    json.text(source);
  }
  json.end_array();
  json.key("facts");
  json.begin_array();
  for (const FactId id : position.facts) {
    json.begin_object();
    write_reference(json, findings, places, id);
    json.end_object();
  }
  json.end_array();
  json.boolean_field("superseded", position.superseded);
  json.text_or_null("latest", position.latest ? std::string_view(position.latest->written) : "");
  json.end_object();
}

std::string_view figure_unit(const RuleSet& rules, const Finding& finding) {
  for (const FactRule& rule : rules.facts) {
    if (rule.name == finding.fact) {
      return rule.unit;
    }
  }
  return {};
}

void write_evidence(JsonWriter& json, const Findings& findings, wording::Places& places,
                    const Evidence& evidence) {
  const Fact& fact = findings.facts[evidence.fact.index];
  json.begin_object();
  write_reference(json, findings, places, evidence.fact);
  json.text_field("sentence",
                  wording::words(findings.documents[fact.document.index], fact.sentence));
  json.text_or_null("remark", evidence.remark);
  json.end_object();
}

template <class Item, class Write>
void write_list(JsonWriter& json, std::string_view name, const std::vector<Item>& items,
                const Write& write) {
  json.key(name);
  json.begin_array();
  for (const Item& item : items) {
    write(item);
  }
  json.end_array();
}

void write_document(JsonWriter& json, const Findings& findings, std::size_t i) {
  const Document& document = findings.documents[i];
  json.begin_object();
  json.text_field("id", document.id);
  json.text_field("source", document.source);
  json.text_or_null("published",
                    document.published ? std::string_view(document.published->written) : "");
  const auto& placements = findings.stories.placements;
  const Placement* placement = i < placements.size() ? &placements[i] : nullptr;
  json.text_or_null("story", placement != nullptr ? story_id(findings, placement->story) : "");
  json.text_or_null("copy_of",
                    placement != nullptr && placement->copy_of
                        ? std::string_view(findings.documents[placement->copy_of->index].id)
                        : "");
  json.end_object();
}

void write_story(JsonWriter& json, const Findings& findings, const Story& story) {
  json.begin_object();
  json.text_field("id", story.id);
  json.text_or_null("title", story.title);
  write_list(json, "documents", story.documents,
             [&](DocumentId id) { json.text(findings.documents[id.index].id); });
  json.end_object();
}

}  // namespace

void write_finding(JsonWriter& json, const Findings& findings, const RuleSet& rules,
                   wording::Places& places, const Finding& finding) {
  json.begin_object();
  json.text_field("id", finding.id);
  json.text_field("relation", wording::name_of(finding.relation));
  json.text_field("detail", wording::name_of(finding.detail));
  json.text_field("severity", wording::name_of(finding.severity));
  json.text_or_null("story", story_id(findings, finding.story));
  write_event(json, finding.event);
  json.text_field("fact", finding.fact);
  json.text_or_null("kind", finding.kind);
  json.text_or_null("key", finding.key);
  if (!finding.check.empty()) {
    json.text_field("check", finding.check);
  }
  json.key("figure");
  if (finding.figure) {
    write_value(json, *finding.figure, figure_unit(rules, finding), {});
  } else {
    json.null();
  }
  json.key("range");
  json.begin_object();
  write_range(json, finding.range);
  json.end_object();
  write_list(json, "positions", finding.positions,
             [&](const Position& position) { write_position(json, findings, places, position); });
  json.boolean_field("directed", finding.directed);
  json.text_field("reason", finding.reason);
  write_list(json, "notes", finding.notes, [&](const std::string& note) { json.text(note); });
  json.key("policies");
  json.begin_object();
  for (const auto& [policy, figure] : finding.policies) {
    json.text_field(policy, figure);
  }
  json.end_object();
  write_list(json, "evidence", finding.evidence,
             [&](const Evidence& evidence) { write_evidence(json, findings, places, evidence); });
  json.end_object();
}

std::string compare_json(const Findings& findings, const RuleSet& rules) {
  wording::Places places(findings.documents);
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.number_field("version", 1);
  json.key("documents");
  json.begin_array();
  for (std::size_t i = 0; i < findings.documents.size(); ++i) {
    write_document(json, findings, i);
  }
  json.end_array();
  write_list(json, "stories", findings.stories.stories,
             [&](const Story& story) { write_story(json, findings, story); });
  write_list(json, "findings", findings.findings, [&](const Finding& finding) {
    write_finding(json, findings, rules, places, finding);
  });
  json.end_object();
  json.end_line();
  return json.take();
}

std::vector<std::string> finding_lines(const Findings& findings, const RuleSet& rules,
                                       const std::vector<std::uint32_t>& which) {
  wording::Places places(findings.documents);
  std::vector<std::string> lines;
  lines.reserve(which.size());
  for (const std::uint32_t number : which) {
    JsonWriter json(JsonWriter::Layout::line);
    write_finding(json, findings, rules, places, findings.findings[number]);
    lines.push_back(json.take());
  }
  return lines;
}

std::string compare_json_lines(const Findings& findings, const RuleSet& rules) {
  wording::Places places(findings.documents);
  JsonWriter json(JsonWriter::Layout::line);
  for (const Finding& finding : findings.findings) {
    write_finding(json, findings, rules, places, finding);
    json.end_line();
  }
  return json.take();
}

}  // namespace concord::report
