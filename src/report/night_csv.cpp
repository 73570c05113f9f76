#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "report/fact_json.h"
#include "report/night_formats.h"
#include "report/night_json.h"
#include "report/report.h"
#include "wording/fact_text.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::report {
namespace {

constexpr std::string_view kColumns[] = {
    "story", "story_title", "finding", "new",      "severity", "relation", "detail",
    "fact",  "kind",        "key",     "event",    "check",    "position", "low",
    "high",  "superseded",  "mode",    "by",       "source",   "document", "published",
    "line",  "column",      "words",   "sentence", "own_copy", "behind"};

bool is_number(std::string_view text) {
  return parse_decimal(text).has_value();
}

class Table {
 public:
  Table() {
    for (const std::string_view name : kColumns) {
      add(name);
    }
    end();
  }
  void add(std::string_view field) {
    text_ += first_ ? "" : ",";
    text_ += csv_field(field);
    first_ = false;
  }
  void add(const std::optional<Decimal>& number) { add(number ? to_string(*number) : ""); }
  void end() {
    text_ += "\r\n";
    first_ = true;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool first_ = true;
};

/// What all rows of a finding share.
struct Context {
  const Story& story;
  const Finding& finding;
  bool is_new = false;
};

class Rows {
 public:
  Rows(const Night& night, OpenedRuns& runs)
      : runs_(runs), own_sources_(night.own_sources.begin(), night.own_sources.end()) {
    for (const CopyBehind& behind : night.behind) {
      const Fact& fact = behind.findings->facts[behind.ours.index];
      behind_.insert({behind.findings, fact.document.index, behind.finding});
    }
  }

  void add(const StoryTonight& tonight) {
    const std::set<std::string_view> fresh(tonight.new_findings.begin(),
                                           tonight.new_findings.end());
    Opened& opened = runs_.of(*tonight.findings);
    for (const std::uint32_t number : opened.index.of(tonight.story)) {
      const Finding& finding = opened.findings().findings[number];
      add_finding(opened, number, {story_of(tonight), finding, fresh.contains(finding.id)});
    }
  }

  std::string take() { return table_.take(); }

 private:
  void add_finding(Opened& opened, std::uint32_t number, const Context& context) {
    std::set<std::uint32_t> told;
    for (const Position& position : context.finding.positions) {
      for (const FactId fact : position.facts) {
        told.insert(fact.index);
        start(context, &position);
        add_statement(opened, fact, number);
      }
    }
    for (const Evidence& evidence : context.finding.evidence) {
      if (told.insert(evidence.fact.index).second) {
        start(context, nullptr);
        add_statement(opened, evidence.fact, number);
      }
    }
    if (told.empty()) {
      start(context, nullptr);
      constexpr std::size_t kLeft = 11;  // columns of a statement
      for (std::size_t i = 0; i < kLeft; ++i) {
        table_.add("");
      }
      table_.end();
    }
  }

  void start(const Context& context, const Position* position) {
    const Finding& finding = context.finding;
    table_.add(context.story.id);
    table_.add(context.story.title);
    table_.add(finding.id);
    table_.add(context.is_new ? "yes" : "no");
    table_.add(wording::name_of(finding.severity));
    table_.add(wording::name_of(finding.relation));
    table_.add(wording::name_of(finding.detail));
    table_.add(finding.fact);
    table_.add(finding.kind);
    table_.add(finding.key);
    table_.add(finding.event.name);
    table_.add(finding.check);
    table_.add(position == nullptr ? std::string_view() : std::string_view(position->label));
    table_.add(position == nullptr ? std::nullopt : position->range.low);
    table_.add(position == nullptr ? std::nullopt : position->range.high);
    table_.add(position == nullptr ? "" : position->superseded ? "yes" : "no");
  }

  void add_statement(Opened& opened, FactId id, std::uint32_t finding) {
    const Fact& fact = opened.findings().facts[id.index];
    const Document& document = opened.findings().documents[fact.document.index];
    const wording::Place place = opened.places.place(fact.document, fact.filler);
    table_.add(wording::name_of(fact.mode));
    table_.add(fact.by ? std::string_view(fact.by->name) : std::string_view());
    table_.add(document.source);
    table_.add(document.id);
    table_.add(document.published ? std::string_view(document.published->written) : "");
    table_.add(place.in_title ? "" : std::to_string(place.line));
    table_.add(place.in_title ? "" : std::to_string(place.column));
    table_.add(wording::words(document, fact.filler));
    table_.add(wording::words(document, fact.sentence));
    table_.add(own_sources_.contains(document.source) ? "yes" : "no");
    const bool behind = behind_.contains({&opened.findings(), fact.document.index, finding});
    table_.add(behind ? "yes" : "no");
    table_.end();
  }

  OpenedRuns& runs_;
  Table table_;
  std::set<std::string, std::less<>> own_sources_;
  std::set<std::tuple<const Findings*, std::uint32_t, std::uint32_t>> behind_;
};

}  // namespace

std::string csv_field(std::string_view given) {
  std::string text = without_controls(given);
  constexpr std::string_view kFormula = "=+-@\t";
  if (!text.empty() && kFormula.find(text.front()) != std::string_view::npos && !is_number(text)) {
    text.insert(0, 1, '\'');
  }
  const auto is_mark = [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n'; };
  if (std::ranges::none_of(text, is_mark)) {
    return text;
  }
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t quote = std::min(text.find('"', at), text.size());
    quoted.append(text, at, quote - at).append(quote < text.size() ? "\"\"" : "");
    at = quote + 1;
  }
  return quoted + "\"";
}

std::string night_csv(const Night& night, OpenedRuns& runs) {
  Rows rows(night, runs);
  for (const StoryTonight& tonight : night.tonight) {
    rows.add(tonight);
  }
  return rows.take();
}

}  // namespace concord::report
