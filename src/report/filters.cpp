// `concord extract`, `figures`, `group` and `values`: one object a line, or a table for people.
#include <string>
#include <vector>

#include "base/utf8.h"
#include "report/fact_json.h"
#include "report/paint.h"
#include "report/report.h"
#include "report/table.h"
#include "report/value_json.h"
#include "wording/fact_text.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::report {
namespace {

using Rows = std::vector<std::vector<std::string>>;

JsonWriter::Layout layout_of(Format format) {
  return format == Format::json ? JsonWriter::Layout::indented : JsonWriter::Layout::line;
}

/// One array, or one object a line.
template <class Item, class Write>
std::string json_items(const std::vector<Item>& items, Format format, const Write& write) {
  JsonWriter json(layout_of(format));
  if (format == Format::json) {
    json.begin_array();
  }
  for (const Item& item : items) {
    write(json, item);
    if (format == Format::jsonl) {
      json.end_line();
    }
  }
  if (format == Format::json) {
    json.end_array();
    json.end_line();
  }
  return json.take();
}

bool is_json(Format format) {
  return format == Format::json || format == Format::jsonl;
}

std::string_view published_of(const Document& document) {
  return document.published ? std::string_view(document.published->written) : "";
}

std::string phrase_place(const RuleSet& rules, const RulePosition& where) {
  if (where.line == 0 || where.file >= rules.files.size()) {
    return {};
  }
  return rules.files[where.file] + ":" + std::to_string(where.line);
}

/// "core/casualties.yaml" of the fact deaths is core/casualties/deaths.
std::string rule_id(const RuleSet& rules, const FactRule& rule) {
  if (rule.where.file >= rules.files.size()) {
    return rule.pack + "/" + rule.name;
  }
  const std::string& file = rules.files[rule.where.file];
  const std::string stem = file.substr(0, file.rfind('.'));
  return stem.ends_with("/" + rule.name) ? stem : stem + "/" + rule.name;
}

void write_fact(JsonWriter& json, const std::vector<Document>& documents, const RuleSet& rules,
                wording::Places& places, const Fact& fact) {
  const Document& document = documents[fact.document.index];
  const FactRule& rule = rules.facts[fact.rule.index];
  json.begin_object();
  json.text_field("document", document.id);
  json.text_field("source", document.source);
  json.text_or_null("published", published_of(document));
  json.text_field("fact", rule.name);
  json.text_or_null("kind", fact.kind);
  json.text_or_null("key", fact.key);
  json.key("value");
  write_value(json, fact.value, rule.unit, wording::words(document, fact.filler));
  json.text_field("mode", wording::name_of(fact.mode));
  json.text_or_null("as_of", fact.as_of ? format_date_time(*fact.as_of) + "Z" : std::string());
  json.text_or_null("by", fact.by ? std::string_view(fact.by->name) : "");
  json.boolean_field("in_quote", fact.in_quote);
  json.boolean_field("alleged", fact.alleged);
  json.boolean_field("derived", fact.derived);
  json.text_field("part", wording::name_of(fact.part));
  write_event(json, fact.event);
  write_span(json, places.place(fact.document, fact.filler));
  json.text_field("sentence", wording::words(document, fact.sentence));
  json.text_field("rule", rule_id(rules, rule));
  json.text_or_null("phrase", phrase_place(rules, fact.phrase));
  json.end_object();
}

/// What is unusual about a statement, in brackets at most: "(denied, by officials, other event)".
std::string remarks(Mode mode, const std::optional<Attribution>& by, const EventRef& event) {
  std::string text;
  const auto add = [&](std::string_view words) {
    text += text.empty() ? "(" : ", ";
    text += words;
  };
  if (mode != Mode::stated) {
    add(wording::name_of(mode));
  }
  if (by) {
    add("by " + by->name);
  }
  if (event.role != EventRole::main) {
    add(event.name.empty() ? std::string(wording::name_of(event.role)) + " event" : event.name);
  }
  return text.empty() ? text : text + ")";
}

void write_figure(JsonWriter& json, const Findings& findings, const RuleSet& rules,
                  wording::Places& places, const Figure& figure) {
  const Document& document = findings.documents[figure.document.index];
  json.begin_object();
  json.text_field("document", document.id);
  json.text_field("source", document.source);
  const auto& stories = findings.stories.stories;
  json.text_or_null("story", figure.story.index < stories.size()
                                 ? std::string_view(stories[figure.story.index].id)
                                 : "");
  write_event(json, figure.event);
  json.text_field("fact", figure.fact);
  json.text_or_null("kind", figure.kind);
  json.text_or_null("key", figure.key);
  json.key("value");
  std::string_view said;
  if (!figure.facts.empty() && !figure.derived) {
    said = wording::words(document, findings.facts[figure.facts.front().index].filler);
  }
  write_value(json, figure.value, wording::count_unit(rules, figure.rule), said);
  json.text_field("mode", wording::name_of(figure.mode));
  json.text_or_null("by", figure.by ? std::string_view(figure.by->name) : "");
  json.key("facts");
  json.begin_array();
  for (const FactId id : figure.facts) {
    const Fact& fact = findings.facts[id.index];
    json.begin_object();
    json.text_field("document", findings.documents[fact.document.index].id);
    write_span(json, places.place(fact.document, fact.filler));
    json.end_object();
  }
  json.end_array();
  json.boolean_field("derived", figure.derived);
  json.boolean_field("corrected", figure.corrected);
  json.end_object();
}

std::string_view copied_from(const Findings& findings, const Placement& placement) {
  return placement.copy_of ? std::string_view(findings.documents[placement.copy_of->index].id) : "";
}

std::string group_table(const Findings& findings) {
  Rows rows;
  for (const Story& story : findings.stories.stories) {
    rows.push_back({without_controls(story.id), without_controls(story.title)});
    for (const DocumentId id : story.documents) {
      const Document& document = findings.documents[id.index];
      const std::string_view original =
          copied_from(findings, findings.stories.placements[id.index]);
      rows.push_back({"  " + without_controls(document.id),
                      without_controls(original.empty() ? published_of(document)
                                                        : "copy of " + std::string(original))});
    }
  }
  return table(rows);
}

std::string painted_text(std::string_view text, const std::vector<ValueMention>& values,
                         const Style& style) {
  std::string line;
  std::uint32_t at = 0;
  for (const ValueMention& mention : values) {
    line += without_controls(text.substr(at, mention.full.begin - at));
    const std::string words =
        without_controls(text.substr(mention.full.begin, mention.full.size()));
    line += style.color ? paint(words, Ink::green, true) : "[" + words + "]";
    at = mention.full.end;
  }
  return line + without_controls(text.substr(at)) + "\n";
}

std::string hedge_of(const Value& value) {
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    return std::string(wording::name_of(quantity->hedge));
  }
  const auto* duration = std::get_if<Duration>(&value);
  return duration != nullptr ? std::string(wording::name_of(duration->hedge)) : std::string();
}

}  // namespace

struct FactLines::Parts {
  const std::vector<Document>& documents;
  const RuleSet& rules;
  bool array;
  wording::Places places;
  JsonWriter json;
};

FactLines::FactLines(const std::vector<Document>& documents, const RuleSet& rules, Format format)
    : parts_(std::make_unique<Parts>(Parts{documents, rules, format == Format::json,
                                           wording::Places(documents),
                                           JsonWriter(layout_of(format))})) {
  if (parts_->array) {
    parts_->json.begin_array();
  }
}

FactLines::~FactLines() = default;

void FactLines::add(const std::vector<Fact>& facts,
                    const std::function<void(std::string_view)>& write) {
  constexpr std::size_t kLongest = 1U << 12U;             // of most facts
  constexpr std::size_t kPiece = (1U << 16U) - kLongest;  // the writer's memory grows by doubling
  auto& [documents, rules, array, places, json] = *parts_;
  for (const Fact& fact : facts) {
    write_fact(json, documents, rules, places, fact);
    if (!array) {
      json.end_line();
    }
    if (json.size() >= kPiece) {
      write(json.take());
    }
  }
  write(json.take());
}

std::string FactLines::finish() {
  if (parts_->array) {
    parts_->json.end_array();
    parts_->json.end_line();
  }
  return parts_->json.take();
}

std::string extract_report(const Findings& findings, const RuleSet& rules, Format format,
                           const Style& style) {
  if (is_json(format)) {
    std::string text;
    FactLines lines(findings.documents, rules, format);
    lines.add(findings.facts, [&](std::string_view piece) { text += piece; });
    return text + lines.finish();
  }
  wording::Places places(findings.documents);
  Rows rows;
  for (const Fact& fact : findings.facts) {
    const Document& document = findings.documents[fact.document.index];
    rows.push_back(
        {without_controls(wording::to_string(places.location(fact.document, fact.filler))),
         without_controls(wording::measure(rules.facts[fact.rule.index].name, fact.kind, fact.key)),
         paint(without_controls(wording::words(document, fact.filler)), Ink::bold, style.color),
         without_controls(remarks(fact.mode, fact.by, fact.event))});
  }
  return table(rows);
}

std::string figures_report(const Findings& findings, const RuleSet& rules, Format format,
                           const Style& style) {
  wording::Places places(findings.documents);
  if (is_json(format)) {
    return json_items(findings.figures, format, [&](JsonWriter& json, const Figure& figure) {
      write_figure(json, findings, rules, places, figure);
    });
  }
  Rows rows;
  for (const Figure& figure : findings.figures) {
    std::string basis = std::to_string(figure.facts.size()) +
                        (figure.facts.size() == 1 ? " statement" : " statements") +
                        (figure.derived ? ", derived " : " ");
    rows.push_back(
        {without_controls(findings.documents[figure.document.index].id),
         without_controls(wording::measure(figure.fact, figure.kind, figure.key)),
         paint(without_controls(wording::short_form(figure.value)), Ink::bold, style.color),
         without_controls(basis + remarks(figure.mode, figure.by, figure.event))});
  }
  return table(rows);
}

std::string group_report(const Findings& findings, Format format, const Style& /*style*/) {
  if (!is_json(format)) {
    return group_table(findings);
  }
  std::size_t at = 0;
  return json_items(findings.stories.placements, format,
                    [&](JsonWriter& json, const Placement& placement) {
                      json.begin_object();
                      json.text_field("document", findings.documents[at++].id);
                      json.text_field("story", findings.stories.stories[placement.story.index].id);
                      json.text_or_null("copy_of", copied_from(findings, placement));
                      json.end_object();
                    });
}

namespace {

// "+ 133  quantity  133  why": what stands, then what falls, place by place.
std::string readings_text(std::string_view text, const Readings& readings, const Style& style) {
  if (readings.order.empty()) {
    return {};
  }
  Rows rows;
  for (const WeighedReading& reading : readings.weighed) {
    const std::string words =
        without_controls(text.substr(reading.words.begin, reading.words.size()));
    const std::string mark = reading.stands ? "+ " : "- ";
    rows.push_back({"  " + mark + paint(words, Ink::green, style.color && reading.stands),
                    reading.kind, reading.value ? wording::short_form(*reading.value) : "",
                    reading.reason});
  }
  std::string report = "\nreadings (+ stands, - falls)\n" + table(rows) +
                       "\norder of preference where readings begin at the same word\n";
  int number = 0;
  for (const std::string& line : readings.order) {
    report += "  " + std::to_string(++number) + ". " + line + "\n";
  }
  return report;
}

void write_readings(JsonWriter& json, const Readings& readings) {
  if (readings.order.empty()) {
    return;
  }
  json.key("readings");
  json.begin_array();
  for (const WeighedReading& reading : readings.weighed) {
    json.begin_object();
    json.text_field("kind", reading.kind);
    json.boolean_field("stands", reading.stands);
    json.text_field("reason", reading.reason);
    json.text_or_null("reading",
                      reading.value ? wording::short_form(*reading.value) : std::string());
    json.number_field("begin", reading.words.begin);
    json.number_field("end", reading.words.end);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string values_report(std::string_view id, std::string_view text,
                          const std::vector<ValueMention>& values, const Readings& readings,
                          Format format, const Style& style) {
  if (!is_json(format)) {
    std::string report = painted_text(text, values, style);
    Rows rows;
    for (const ValueMention& mention : values) {
      rows.push_back({"  " + without_controls(text.substr(mention.full.begin, mention.full.size())),
                      std::string(type_of(mention.value)), wording::short_form(mention.value),
                      hedge_of(mention.value)});
    }
    return report + table(rows) + readings_text(text, readings, style);
  }
  JsonWriter json(layout_of(format));
  json.begin_object();
  json.text_field("id", id);
  json.key("values");
  json.begin_array();
  for (const ValueMention& mention : values) {
    json.begin_object();
    write_value_fields(json, mention.value, {});
    json.number_field("begin", mention.full.begin);
    json.number_field("end", mention.full.end);
    json.number_field("core_begin", mention.core.begin);
    json.number_field("core_end", mention.core.end);
    json.end_object();
  }
  json.end_array();
  write_readings(json, readings);
  json.end_object();
  json.end_line();
  return json.take();
}

}  // namespace concord::report
