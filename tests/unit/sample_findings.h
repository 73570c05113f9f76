// A small run made by hand: three invented outlets on one story.
#pragma once

#include <string>

#include "base/timestamp.h"
#include "model/finding.h"
#include "model/rule.h"

namespace concord::sample {

inline Publication at(const std::string& written) {
  const auto time = parse_iso8601(written).value();
  return {.written = written, .begin = time.utc, .end = time.utc};
}

inline Quantity count(std::int64_t number) {
  Quantity quantity;
  quantity.hard = Interval<Decimal>::exactly(number);
  quantity.soft = quantity.hard;
  quantity.nominal = number;
  return quantity;
}

inline Quantity at_least(std::int64_t number) {
  Quantity quantity = count(number);
  quantity.hard.high.reset();
  quantity.hedge = Hedge::at_least;
  return quantity;
}

inline Document document(const std::string& id, const std::string& text) {
  Document made;
  made.id = id + ".txt";
  made.source = id;
  made.path = made.id;
  made.text = text;
  return made;
}

inline RuleSet rule_set() {
  RuleSet set;
  set.files = {"core/casualties.yaml"};
  FactRule deaths;
  deaths.pack = "core";
  deaths.name = "deaths";
  deaths.unit = "person";
  deaths.where = {0, 3, 3};
  deaths.compare.severity = Severity::error;
  set.facts = {deaths};
  return set;
}

/// Appends a fact whose words are `filler`, found in the document's text, and returns its number.
inline FactId add_fact(Findings& findings, std::uint32_t document, const std::string& filler,
                       Value value) {
  Fact fact;
  fact.document = DocumentId{document};
  fact.kind = "all";
  fact.value = std::move(value);
  const std::string& text = findings.documents[document].text;
  const auto begin = static_cast<std::uint32_t>(text.find(filler));
  fact.filler = {begin, begin + static_cast<std::uint32_t>(filler.size())};
  fact.extent = fact.filler;
  fact.sentence = {0, static_cast<std::uint32_t>(text.size())};
  fact.phrase = {0, 12, 9};
  fact.event = {EventRole::main, "attack", "", "the only event"};
  findings.facts.push_back(fact);
  return FactId{static_cast<std::uint32_t>(findings.facts.size() - 1)};
}

/// Writes `filler` for the words of fact `at`, which is the only one of its document.
inline void restate(Findings& findings, std::uint32_t at, const std::string& filler, Value value) {
  Fact& fact = findings.facts[at];
  std::string& text = findings.documents[fact.document.index].text;
  text.replace(fact.filler.begin, fact.filler.size(), filler);
  fact.filler.end = fact.filler.begin + static_cast<std::uint32_t>(filler.size());
  fact.extent = fact.filler;
  fact.sentence.end = static_cast<std::uint32_t>(text.size());
  fact.value = std::move(value);
}

/// draft.txt says 93 and the others have moved on to 133.
inline Findings overtaken_draft() {
  Findings findings;
  findings.documents = {document("draft", "Gunmen killed 93 people in the hall."),
                        document("ledger", "The toll rose to 133 on Sunday."),
                        document("wire", "At least one source says 133 people died.")};
  const FactId own = add_fact(findings, 0, "93", count(93));
  const FactId first = add_fact(findings, 1, "133", count(133));
  const FactId second = add_fact(findings, 2, "133", count(133));
  findings.stories.stories = {{"story1", "Attack on a hall", {{0}, {1}, {2}}}};
  findings.stories.placements = {{{0}, {}}, {{0}, {}}, {{0}, {}}};
  Finding finding;
  finding.id = "0123456789ab";
  finding.relation = Relation::update;
  finding.detail = Detail::rise;
  finding.fact = "deaths";
  finding.kind = "all";
  finding.event = {EventRole::main, "attack", "", ""};
  finding.figure = count(133);
  finding.range = Interval<Decimal>::exactly(133);
  finding.positions = {
      {Interval<Decimal>::exactly(93), "93", {"draft"}, {own}, true, at("2025-09-12T20:00Z")},
      {Interval<Decimal>::exactly(133), "133", {"ledger", "wire"}, {first, second}, false, {}}};
  finding.directed = true;
  finding.reason = "133 is later than 93, and deaths only rise";
  finding.policies = {{"gtd", "133"}, {"latest", "133"}, {"acled", "93"}};
  finding.evidence = {{first, "exact 133"}, {own, "exact 93, superseded"}, {second, "exact 133"}};
  findings.findings = {finding};
  return findings;
}

}  // namespace concord::sample
