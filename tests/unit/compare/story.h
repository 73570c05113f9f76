#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "compare/compare.h"

namespace concord::compare {

/// A story in a compact notation, one statement a word-separated row:
///
///   source value [at=10:00 | at=24T10:00 | at=24] [by=Police] [mode=possible] [part=headline]
///                [doc=x] [copy=x] [item=i:2] [fact=deaths] [kind=all] [key=k] [event=other:Kabul]
///                [alleged] [derived] [party] [as_of=09:00] [text=Its_own_words.]
///
/// Values: 133, >=130, >130, <=50, ~40, dozens, 100-120, 12coll (a dozen), 1.2m (a magnitude word),
/// 12000ac, 4856ha, 5EUR, 20h, sat, 2024-03-22, name:ISIS-K<Islamic-State (part of),
/// "quote:They-left", none.  "-" in names and quotes, and "+" in `by`, stand for a blank. Rows of
/// one source are one document unless `doc=` says otherwise.
struct Told {
  RuleSet rules;
  Findings findings;
  std::vector<Finding> internal;
};

inline Decimal decimal(std::string_view text) {
  return parse_decimal(text).value_or(Decimal(0));
}

inline std::string spaced(std::string text, char mark) {
  for (char& c : text) {
    c = c == mark ? ' ' : c;
  }
  return text;
}

inline Quantity count(std::string_view number) {
  Quantity quantity;
  quantity.nominal = decimal(number);
  quantity.hard = quantity.soft = Interval<Decimal>::exactly(*quantity.nominal);
  return quantity;
}

inline std::optional<Quantity> bounded_value(const std::string& text) {
  if (text.starts_with(">=") || text.starts_with("<=")) {
    Quantity quantity = count(text.substr(2));
    const bool floor = text[0] == '>';
    (floor ? quantity.hard.high : quantity.hard.low).reset();
    quantity.hedge = floor ? Hedge::at_least : Hedge::at_most;
    return quantity;
  }
  if (text.starts_with(">")) {
    Quantity quantity = count(text.substr(1));
    quantity.hard.low = add(*quantity.nominal, Decimal(1));
    quantity.hard.high.reset();
    quantity.hedge = Hedge::more_than;
    return quantity;
  }
  if (text == "dozens" || text == "hundreds") {
    Quantity quantity;
    quantity.hard.low = Decimal(text == "dozens" ? 13 : 101);
    quantity.hedge = Hedge::vague;
    return quantity;
  }
  if (text.starts_with("~")) {
    Quantity quantity = count(text.substr(1));
    quantity.hard.low = multiply(*quantity.nominal, Decimal(8, -1));
    quantity.hard.high = multiply(*quantity.nominal, Decimal(12, -1));
    quantity.hedge = Hedge::about;
    return quantity;
  }
  return std::nullopt;
}

inline Value time_value(std::string_view text) {
  TimeSpan time;
  time.timex = text;
  if (text == "sat") {
    time.weekday = 6;
    time.anchor = Anchor::none;
    return time;
  }
  const auto day = parse_iso8601(text);
  time.begin = day->utc;
  time.end = Timestamp{day->utc.seconds + kSecondsPerDay};
  return time;
}

inline Value measured_value(const std::string& number, const std::string& unit) {
  Quantity quantity = count(number);
  quantity.unit = unit;
  if (unit == "EUR" || unit == "USD") {
    quantity.dimension = Dimension::money;
  } else {
    quantity.dimension = Dimension::area;
  }
  return quantity;
}

inline Value value_of_text(const std::string& text, const std::string& speaker) {
  if (text.starts_with("name:")) {
    const std::size_t part = text.find('<');
    return Name{spaced(text.substr(5, part == std::string::npos ? part : part - 5), '_'),
                part == std::string::npos ? "" : spaced(text.substr(part + 1), '_')};
  }
  if (text.starts_with("quote:")) {
    return Quote{speaker, spaced(text.substr(6), '_')};
  }
  if (text == "none") {
    return Quantity{};
  }
  if (auto quantity = bounded_value(text)) {
    return *quantity;
  }
  if (text == "sat" || (text.size() == 10 && text[4] == '-')) {
    return time_value(text);
  }
  for (const char* unit : {"acre", "har", "EUR", "USD"}) {
    if (text.ends_with(unit)) {
      return measured_value(text.substr(0, text.size() - std::string_view(unit).size()), unit);
    }
  }
  if (text.ends_with("coll")) {
    Quantity quantity = count(text.substr(0, text.size() - 4));
    quantity.collective = true;
    return quantity;
  }
  if (text.ends_with("m")) {  // a tenth of a million is its last digit
    Quantity quantity = count(text.substr(0, text.size() - 1) + "e6");
    quantity.approximate_form = true;
    quantity.last_digit = 5;
    quantity.hard.low = subtract(*quantity.nominal, Decimal(50000));
    quantity.hard.high = add(*quantity.nominal, Decimal(50000));
    return quantity;
  }
  if (text.ends_with("h")) {
    Duration duration;
    duration.nominal_seconds = multiply(decimal(text.substr(0, text.size() - 1)), Decimal(3600));
    duration.seconds = duration.soft_seconds =
        Interval<Decimal>::exactly(*duration.nominal_seconds);
    duration.unit = "hour";
    return duration;
  }
  if (const std::size_t dash = text.find('-'); dash != std::string::npos && dash > 0) {
    Quantity quantity;
    quantity.hard = quantity.soft = {decimal(text.substr(0, dash)), decimal(text.substr(dash + 1))};
    quantity.hedge = Hedge::between;
    return quantity;
  }
  return count(text);
}

inline Publication publication(const std::string& text) {
  Publication when;
  when.written = text;
  const bool clock = text.find(':') != std::string::npos;
  const std::size_t t = text.find('T');
  const std::string day = t != std::string::npos ? text.substr(0, t) : clock ? "23" : text;
  const std::string time = !clock ? "" : t == std::string::npos ? text : text.substr(t + 1);
  const auto read = parse_iso8601("2024-03-" + day + (clock ? "T" + time + "Z" : ""));
  when.begin = read->utc;
  when.end = clock ? when.begin : Timestamp{when.begin.seconds + kSecondsPerDay};
  return when;
}

inline Mode mode_named(const std::string& name) {
  const std::map<std::string, Mode> modes = {{"stated", Mode::stated},
                                             {"possible", Mode::possible},
                                             {"projected", Mode::projected},
                                             {"denied", Mode::denied},
                                             {"corrected", Mode::corrected}};
  return modes.at(name);
}

inline FactRule fact_rule(const std::string& name, RuleTrend trend) {
  FactRule rule;
  rule.pack = "test";
  rule.name = name;
  rule.value_type = "count";
  rule.event = "attack";
  rule.compare.trend = trend;
  rule.compare.stale_after = 6 * 3600;
  rule.compare.severity = Severity::error;
  return rule;
}

/// Facts that tests state, as the packs have them.
inline RuleSet test_rules() {
  RuleSet rules;
  rules.facts.push_back(fact_rule("deaths", RuleTrend::only_rises));
  rules.facts.back().compare.floor_within = Decimal(20);
  rules.facts.back().kinds = {"victims", "attackers", "all"};
  rules.facts.back().default_kind = "all";
  rules.facts.push_back(fact_rule("injured", RuleTrend::free));
  rules.facts.push_back(fact_rule("magnitude", RuleTrend::fixed));
  rules.facts.push_back(fact_rule("area", RuleTrend::free));
  rules.facts.back().unit = "hectare";
  rules.facts.push_back(fact_rule("detained", RuleTrend::only_rises));
  rules.facts.push_back(fact_rule("claim", RuleTrend::free));
  rules.facts.back().compare.agree = Agree::same_name;
  rules.facts.back().key_for = {"denied", "accused"};
  rules.facts.push_back(fact_rule("quote", RuleTrend::fixed));
  rules.facts.push_back(fact_rule("revenue", RuleTrend::fixed));
  rules.facts.back().key = "who";
  rules.facts.back().key_with = {"currency"};
  rules.facts.push_back(fact_rule("silence", RuleTrend::fixed));
  rules.facts.back().value_type = "duration";
  rules.facts.push_back(fact_rule("event_date", RuleTrend::fixed));
  rules.facts.push_back(fact_rule("own", RuleTrend::free));
  rules.facts.back().compare.natural_authority = true;
  rules.facts.push_back(fact_rule("close", RuleTrend::free));
  rules.facts.back().compare.agree = Agree::within;
  rules.facts.back().compare.tolerance = Decimal(2);
  rules.facts.push_back(fact_rule("missing", RuleTrend::free));
  rules.sources.party = {"Rebels"};
  rules.sources.copies_of = {{"wire", {"mirror"}}};
  return rules;
}

inline std::optional<Quantity> convert_area(const Quantity& quantity, std::string_view unit) {
  if (quantity.dimension != Dimension::area || (unit != "har" && unit != "hectare")) {
    return std::nullopt;
  }
  if (quantity.unit == "har") {
    return quantity;
  }
  const Decimal acre = decimal("0.40468564224");
  Quantity converted = quantity;
  converted.unit = "har";
  for (auto* bound : {&converted.hard.low, &converted.hard.high, &converted.soft.low,
                      &converted.soft.high, &converted.nominal}) {
    if (*bound) {
      *bound = multiply(**bound, acre);
    }
  }
  return converted;
}

inline Services test_services() {
  Services services;
  services.convert = convert_area;
  return services;
}

/// Reads rows into documents, facts and one story.
class StoryReader {
 public:
  explicit StoryReader(RuleSet rules) { told_.rules = std::move(rules); }

  Told read(const std::vector<std::string>& rows) {
    told_.findings.stories.stories.push_back(Story{"s", "", {}});
    for (const std::string& row : rows) {
      take(row);
    }
    for (const auto& [copy, of] : copies_) {
      told_.findings.stories.placements[copy].copy_of = documents_.at(of);
    }
    return std::move(told_);
  }

 private:
  using Fields = std::map<std::string, std::string>;

  DocumentId document_named(const std::string& id, const std::string& source) {
    const auto found = documents_.find(id);
    if (found != documents_.end()) {
      return found->second;
    }
    const DocumentId fresh{static_cast<std::uint32_t>(told_.findings.documents.size())};
    Document document;
    document.id = id;
    document.source = source;
    told_.findings.documents.push_back(document);
    told_.findings.stories.placements.push_back(Placement{});
    told_.findings.stories.stories[0].documents.push_back(fresh);
    documents_.emplace(id, fresh);
    return fresh;
  }

  void take(const std::string& row) {
    std::istringstream words(row);
    std::string source;
    std::string value;
    words >> source >> value;
    Fields fields;
    for (std::string word; words >> word;) {
      const std::size_t equals = word.find('=');
      fields[word.substr(0, equals)] =
          equals == std::string::npos ? "yes" : word.substr(equals + 1);
    }
    const DocumentId id = document_named(fields.contains("doc") ? fields["doc"] : source, source);
    describe_document(id, fields);
    told_.findings.facts.push_back(fact_of(id, value, fields));
  }

  void describe_document(DocumentId id, Fields& fields) {
    Document& document = told_.findings.documents[id.index];
    if (fields.contains("at")) {
      document.published = publication(fields["at"]);
    }
    if (fields.contains("item")) {
      const std::size_t colon = fields["item"].find(':');
      document.item = fields["item"].substr(0, colon);
      document.version = static_cast<std::uint32_t>(std::stoul(fields["item"].substr(colon + 1)));
    }
    if (fields.contains("copy")) {
      copies_[id.index] = fields["copy"];
    }
  }

  Fact fact_of(DocumentId id, const std::string& value, Fields& fields) {
    const std::map<std::string, Part> parts = {{"headline", Part::headline},
                                               {"lead", Part::lead},
                                               {"body", Part::body},
                                               {"caption", Part::caption}};
    Fact fact;
    fact.document = id;
    const std::string name = fields.contains("fact") ? fields["fact"] : "deaths";
    for (std::uint32_t i = 0; i < told_.rules.facts.size(); ++i) {
      if (told_.rules.facts[i].name == name) {
        fact.rule = RuleId{i};
      }
    }
    fact.kind =
        fields.contains("kind") ? fields["kind"] : told_.rules.facts[fact.rule.index].default_kind;
    fact.key = spaced(fields["key"], '_');
    fact.value = value_of_text(value, fact.key);
    fact.mode = fields.contains("mode") ? mode_named(fields["mode"]) : Mode::stated;
    fact.part = fields.contains("part") ? parts.at(fields["part"]) : Part::body;
    fact.alleged = fields.contains("alleged");
    fact.derived = fields.contains("derived");
    fact.event.kind = "attack";
    if (fields.contains("by")) {
      fact.by = Attribution{spaced(fields["by"], '_'), {}, false};
    }
    if (fields.contains("event")) {
      const std::size_t colon = fields["event"].find(':');
      fact.event.role = fields["event"].starts_with("other") ? EventRole::other : EventRole::unsure;
      fact.event.name = colon == std::string::npos ? "" : fields["event"].substr(colon + 1);
    }
    if (fields.contains("as_of")) {
      fact.as_of = publication(fields["as_of"]).begin;
    }
    std::string& text = told_.findings.documents[id.index].text;
    if (fields.contains("text") || fact.as_of) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += fields.contains("text") ? spaced(fields["text"], '_') : "As of 9 a.m. some had died.";
      fact.sentence = {begin, static_cast<std::uint32_t>(text.size())};
    }
    fact.filler.begin = fact.filler.end = static_cast<std::uint32_t>(told_.findings.facts.size());
    return fact;
  }

  Told told_;
  std::map<std::string, DocumentId> documents_;
  std::map<std::uint32_t, std::string> copies_;
};

/// Resolves and compares the rows.
inline Told tell(const std::vector<std::string>& rows, RuleSet rules = test_rules(),
                 const Options& options = {}) {
  Told told = StoryReader(std::move(rules)).read(rows);
  Findings& findings = told.findings;
  const Services services = test_services();
  findings.figures = resolve(told.rules, findings.documents, findings.facts, findings.stories,
                             services, told.internal);
  findings.findings = told.internal;
  compare(told.rules, services, options, findings);
  return told;
}

inline std::string name_of(Relation relation) {
  constexpr const char* kNames[] = {"agreement", "update", "discrepancy", "uncorroborated", "gap"};
  return kNames[static_cast<std::size_t>(relation)];
}

inline std::string name_of(Detail detail) {
  constexpr const char* kNames[] = {
      "same",       "equivalent", "compatible", "narrower",   "rise",          "fall",
      "revised",    "conflict",   "undirected", "stale",      "against_trend", "internal",
      "arithmetic", "wording",    "one_source", "one_origin", "none"};
  return kNames[static_cast<std::size_t>(detail)];
}

/// "update/rise 133-133": relation, detail and range ("*" for no bound).
inline std::string summary(const Finding& finding) {
  const auto bound = [](const std::optional<Decimal>& value) {
    return value ? to_string(*value) : "*";
  };
  return name_of(finding.relation) + "/" + name_of(finding.detail) + " " +
         bound(finding.range.low) + "-" + bound(finding.range.high);
}

/// The one finding about a fact's value (checks aside).
inline const Finding* main_finding(const Told& told, std::string_view fact = "deaths",
                                   std::string_view kind = "*", std::string_view key = "*") {
  for (const Finding& finding : told.findings.findings) {
    if (finding.fact == fact && finding.check.empty() && finding.detail != Detail::internal &&
        finding.relation != Relation::gap && (kind == "*" || finding.kind == kind) &&
        (key == "*" || finding.key == key)) {
      return &finding;
    }
  }
  return nullptr;
}

}  // namespace concord::compare
