// `concord rules try`, `diff` and `bench`.
#include <algorithm>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/json_writer.h"
#include "report/report.h"
#include "wording/places.h"

namespace concord::report {
namespace {

constexpr std::string_view kDifferences[] = {"gained", "lost", "changed"};
constexpr std::size_t kDearest = 20;  // phrases shown to people

double microseconds(const PhraseCost& cost) {
  return static_cast<double>(cost.nanoseconds) / 1000;
}

std::string joined(const std::vector<std::string>& words, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < words.size() && i < most; ++i) {
    text += (text.empty() ? "" : "|") + words[i];
  }
  return words.size() > most ? text + fmt::format("|... {} more", words.size() - most) : text;
}

std::string place(const RuleSet& rules, const RulePosition& where) {
  return where.file < rules.files.size() ? fmt::format("{}:{}", rules.files[where.file], where.line)
                                         : std::string();
}

std::string costs_json(const std::vector<PhraseCost>& costs, std::uint64_t sentences,
                       const RuleSet& rules) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.number_field("version", 1);
  json.number_field("sentences", sentences);
  json.key("phrases");
  json.begin_array();
  for (const PhraseCost& cost : costs) {
    json.begin_object();
    json.text_field("fact", rules.facts[cost.rule.index].name);
    json.text_field("phrase", place(rules, cost.phrase));
    json.text_field("written", cost.written);
    json.key("anchor");
    json.begin_array();
    for (const std::string& word : cost.anchor) {
      json.text(word);
    }
    json.end_array();
    json.number_field("candidates", cost.candidates);
    json.number_field("survivors", cost.survivors);
    json.number_field("matches", cost.matches);
    json.number_field("nanoseconds", cost.nanoseconds);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_line();
  return json.take();
}

/// What to do about a phrase that costs more than it finds; empty when nothing is to be done.
std::string advice(const PhraseCost& cost) {
  if (cost.anchor.empty()) {
    return "tried in every sentence: add a word that must be there";
  }
  if (cost.survivors > 20 && cost.matches * 20 < cost.survivors) {
    return "seldom matches: add a rarer word beside " + joined(cost.anchor, 3);
  }
  return {};
}

}  // namespace

std::string samples_report(const std::vector<std::string>& sentences, std::uint64_t count,
                           Format format) {
  if (format == Format::json) {
    JsonWriter json(JsonWriter::Layout::indented);
    json.begin_object();
    json.number_field("version", 1);
    json.number_field("count", count);
    json.key("sentences");
    json.begin_array();
    for (const std::string& sentence : sentences) {
      json.text(sentence);
    }
    json.end_array();
    json.end_object();
    json.end_line();
    return json.take();
  }
  std::string text;
  for (const std::string& sentence : sentences) {
    text += sentence + "\n";
  }
  return without_controls(text) +
         fmt::format("{} of {} ways to write it\n", sentences.size(), count);
}

std::string hits_report(const Findings& hits, Format format, const Style& style) {
  Diagnostics lines;
  wording::Places places(hits.documents);
  for (const Fact& fact : hits.facts) {
    const Document& document = hits.documents[fact.document.index];
    Diagnostic line;
    line.severity = Severity::note;
    line.code = "hit";
    line.message = document.text.substr(fact.filler.begin, fact.filler.size());
    line.where = places.location(fact.document, fact.extent);
    lines.push_back(std::move(line));
  }
  std::string text = diagnostics_report(lines, format, style);
  if (format == Format::human) {
    text += fmt::format("{} hits in {} documents\n", hits.facts.size(), hits.documents.size());
  }
  return text;
}

std::string changes_report(const std::vector<FactChange>& changes, const Findings& read,
                           Format format, const Style& style) {
  Diagnostics lines;
  wording::Places places(read.documents);
  std::size_t counts[3] = {};
  for (const FactChange& change : changes) {
    const auto kind = static_cast<std::size_t>(change.difference);
    ++counts[kind];
    Diagnostic line;
    line.severity = Severity::note;
    line.code = change.fact + "/" + std::string(kDifferences[kind]);
    line.message = change.before.empty()  ? "now finds " + change.after
                   : change.after.empty() ? "no longer finds " + change.before
                                          : change.before + " becomes " + change.after;
    line.where = places.location(change.document, change.filler);
    line.help = change.place;
    lines.push_back(std::move(line));
  }
  std::string text = diagnostics_report(lines, format, style);
  if (format == Format::human) {
    text += fmt::format("{} gained, {} lost, {} changed in {} documents\n", counts[0], counts[1],
                        counts[2], read.documents.size());
  }
  return text;
}

std::string costs_report(std::vector<PhraseCost> costs, std::uint64_t sentences,
                         const RuleSet& rules, Format format, const Style& style) {
  std::erase_if(costs, [](const PhraseCost& cost) { return cost.written.empty(); });
  std::ranges::stable_sort(costs, [](const PhraseCost& a, const PhraseCost& b) {
    return std::tuple(b.nanoseconds, b.candidates) < std::tuple(a.nanoseconds, a.candidates);
  });
  if (format == Format::json) {
    return costs_json(costs, sentences, rules);
  }
  std::string text = fmt::format("{:>10} {:>9} {:>9} {:>8}  {}\n", "candidates", "survivors",
                                 "matches", "us", "phrase");
  double all = 0;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    const PhraseCost& cost = costs[i];
    all += microseconds(cost);
    if ((style.quiet || i >= kDearest) && i > 0) {
      continue;
    }
    text += fmt::format("{:>10} {:>9} {:>9} {:>8.1f}  {}  {}\n", cost.candidates, cost.survivors,
                        cost.matches, microseconds(cost), place(rules, cost.phrase), cost.written);
    text += fmt::format("{:>41}anchor: {}\n", "",
                        cost.anchor.empty() ? "none" : joined(cost.anchor, 8));
    if (const std::string mend = advice(cost); !mend.empty()) {
      text += fmt::format("{:>41}{}\n", "", mend);
    }
  }
  text += fmt::format("{} phrases, {} sentences, {:.1f} us in all\n", costs.size(), sentences, all);
  return without_controls(text);
}

}  // namespace concord::report
