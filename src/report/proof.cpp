// `concord rules explain`.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/json_writer.h"
#include "report/report.h"
#include "wording/fact_text.h"
#include "wording/names.h"

namespace concord::report {
namespace {

std::string told(const Proof& proof, const RuleSet& rules, std::size_t i) {
  const Fact& fact = proof.facts[i];
  const FactRule& rule = rules.facts[fact.rule.index];
  std::string text = fmt::format("  {}", rule.name);
  text += fact.kind.empty() ? "" : " " + fact.kind;
  text += fact.key.empty() ? "" : " (" + fact.key + ")";
  text += fmt::format(": \"{}\"  bytes {}-{}\n", wording::words(proof.document, fact.filler),
                      fact.filler.begin, fact.filler.end);
  text += fmt::format("      found by {}  {}\n", wording::rule_place(rules, fact.phrase),
                      wording::phrase_written(rule, fact.phrase));
  for (const ProofStep& step : proof.steps[i]) {
    text += fmt::format("        {:<24} \"{}\"  bytes {}-{}\n", step.item,
                        wording::words(proof.document, step.span), step.span.begin, step.span.end);
  }
  return text + wording::circumstances(fact, "      ");
}

std::string told(const Proof& proof, const RuleSet& rules, const Miss& miss) {
  std::string text = fmt::format("  {}: {}  {}\n", rules.facts[miss.rule.index].name,
                                 wording::rule_place(rules, miss.phrase), miss.written);
  if (miss.instead.empty()) {
    return text + fmt::format("      matches \"{}\", but {}\n",
                              wording::words(proof.document, miss.extent), miss.why);
  }
  return text + fmt::format("      {}:\n        {}\n      would match \"{}\"\n", miss.why,
                            miss.instead, wording::words(proof.document, miss.extent));
}

std::string as_text(const Proof& proof, const RuleSet& rules) {
  std::string facts;
  std::string aside;
  for (std::size_t i = 0; i < proof.facts.size(); ++i) {
    (proof.facts[i].excluded_by.empty() ? facts : aside) += told(proof, rules, i);
  }
  std::string text = facts.empty() ? "no fact: no phrase of any rule matches\n" : "facts\n" + facts;
  text += aside.empty() ? "" : "set aside\n" + aside;
  for (const auto& [title, misses] :
       {std::pair("passed over\n", &proof.passed_over), {"near misses\n", &proof.near_misses}}) {
    text += misses->empty() ? "" : title;
    for (const Miss& miss : *misses) {
      text += told(proof, rules, miss);
    }
  }
  return without_controls(text);
}

void write_span(JsonWriter& json, std::string_view name, Span span) {
  json.key(name);
  json.begin_object();
  json.number_field("begin", span.begin);
  json.number_field("end", span.end);
  json.end_object();
}

void write_fact(JsonWriter& json, const Proof& proof, const RuleSet& rules, std::size_t i) {
  const Fact& fact = proof.facts[i];
  json.begin_object();
  json.text_field("fact", rules.facts[fact.rule.index].name);
  json.text_or_null("kind", fact.kind);
  json.text_or_null("key", fact.key);
  json.text_field("text", wording::words(proof.document, fact.filler));
  write_span(json, "span", fact.filler);
  json.text_field("mode", wording::name_of(fact.mode));
  json.text_field("event", wording::name_of(fact.event.role));
  json.text_field("phrase", wording::rule_place(rules, fact.phrase));
  json.text_or_null("set_aside_by", fact.excluded_by);
  json.key("steps");
  json.begin_array();
  for (const ProofStep& step : proof.steps[i]) {
    json.begin_object();
    json.text_field("item", step.item);
    write_span(json, "span", step.span);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_misses(JsonWriter& json, std::string_view name, const std::vector<Miss>& misses,
                  const RuleSet& rules) {
  json.key(name);
  json.begin_array();
  for (const Miss& miss : misses) {
    json.begin_object();
    json.text_field("fact", rules.facts[miss.rule.index].name);
    json.text_field("phrase", wording::rule_place(rules, miss.phrase));
    json.text_field("written", miss.written);
    write_span(json, "span", miss.extent);
    json.text_field("why", miss.why);
    json.text_or_null("instead", miss.instead);
    json.end_object();
  }
  json.end_array();
}

std::string as_json(const Proof& proof, const RuleSet& rules) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.number_field("version", 1);
  json.text_field("document", proof.document.id);
  json.key("facts");
  json.begin_array();
  for (std::size_t i = 0; i < proof.facts.size(); ++i) {
    write_fact(json, proof, rules, i);
  }
  json.end_array();
  write_misses(json, "passed_over", proof.passed_over, rules);
  write_misses(json, "near_misses", proof.near_misses, rules);
  json.end_object();
  json.end_line();
  return json.take();
}

}  // namespace

std::string proof_report(const Proof& proof, const RuleSet& rules, Format format) {
  return format == Format::json ? as_json(proof, rules) : as_text(proof, rules);
}

}  // namespace concord::report
