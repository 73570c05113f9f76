// A finding as a card: what was found, the figures in time, the sentence behind each, what each
// policy prints.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "report/fact_json.h"
#include "report/page_text.h"
#include "report/report.h"
#include "report/story_view.h"
#include "wording/finding_text.h"
#include "wording/names.h"
#include "wording/word_diff.h"

namespace concord::report {
namespace {

constexpr std::size_t kMostPositions = 8;
constexpr std::size_t kShownSentences = 2;  // of a position; the others are folded
constexpr std::size_t kMostSentences = 12;
constexpr std::size_t kMostAside = 6;
constexpr std::size_t kMostSources = 6;
constexpr std::size_t kMostNotes = 12;
constexpr std::size_t kMostQuotes = 4;

/// One fact of each source, the newest of each first.
std::vector<FactId> telling_facts(const Scene& scene, const Position& position) {
  std::vector<FactId> facts = position.facts;
  const auto time = [&](FactId id) {
    const Document& document =
        scene.findings().documents[scene.findings().facts[id.index].document.index];
    const auto& when = document.updated ? document.updated : document.published;
    return when ? when->begin : Timestamp{};
  };
  std::ranges::stable_sort(facts, std::ranges::greater{}, time);
  std::vector<FactId> first;
  std::vector<FactId> rest;
  std::set<std::string_view> sources;
  for (const FactId id : facts) {
    const Fact& fact = scene.findings().facts[id.index];
    (sources.insert(scene.findings().documents[fact.document.index].source).second ? first : rest)
        .push_back(id);
  }
  first.insert(first.end(), rest.begin(), rest.end());
  return first;
}

View position_view(const Scene& scene, const Position& position) {
  View view;
  view.text("label", position.label);
  view.text("sources",
            wording::listed(wording::sources_telling(scene.findings(), position), kMostSources));
  view.flag("superseded", position.superseded);
  view.some("latest", position.latest
                          ? short_time(on_clock(*position.latest, clock_of(scene.night)))
                          : std::string());
  view.text("written", position.latest ? std::string_view(position.latest->written) : "");
  const std::vector<FactId> facts = telling_facts(scene, position);
  std::vector<View> shown;
  std::vector<View> folded;
  for (std::size_t i = 0; i < std::min(facts.size(), kMostSentences); ++i) {
    (i < kShownSentences ? shown : folded).push_back(sentence_view(scene, facts[i]));
  }
  view.list("sentences", std::move(shown));
  view.text("folded_count",
            counted(facts.size() - std::min(facts.size(), kShownSentences), "more sentence"));
  view.headed("folded", std::move(folded));
  return view;
}

/// Evidence that belongs to no position: what is expected, denied, or of a check.
std::vector<View> aside_views(const Scene& scene, const Finding& finding) {
  std::set<std::uint32_t> placed;
  for (const Position& position : finding.positions) {
    for (const FactId fact : position.facts) {
      placed.insert(fact.index);
    }
  }
  std::vector<View> views;
  for (const Evidence& evidence : finding.evidence) {
    if (placed.contains(evidence.fact.index) || views.size() == kMostAside) {
      continue;
    }
    View view = sentence_view(scene, evidence.fact);
    view.some("remark", evidence.remark);
    views.push_back(std::move(view));
  }
  return views;
}

/// Outside the range of now although nothing replaced it: what a stale source still says.
bool lags(const Finding& finding, const Position& position) {
  return finding.detail == Detail::stale && !position.superseded &&
         !overlaps(position.range, finding.range);
}

/// What stands first, then what lags behind, then what was replaced; the newest of each first.
std::vector<View> position_views(const Scene& scene, const Finding& finding) {
  std::vector<Position> positions = wording::in_time(finding);
  if (finding.directed) {
    std::ranges::reverse(positions);
    std::ranges::stable_sort(positions, {}, [&](const Position& position) {
      return position.superseded ? 2 : lags(finding, position) ? 1 : 0;
    });
  }
  std::vector<View> views;
  for (const Position& position : positions) {
    if (views.size() < kMostPositions) {
      views.push_back(position_view(scene, position));
      views.back().flag("lags", lags(finding, position));
    }
  }
  return views;
}

std::string quote_text(const Scene& scene, const Position& position) {
  if (position.facts.empty()) {
    return position.label;
  }
  const Fact& fact = scene.findings().facts[position.facts.front().index];
  const auto* quote = std::get_if<Quote>(&fact.value);
  return quote != nullptr ? quote->text : position.label;
}

std::vector<View> run_views(const std::vector<wording::WordRun>& runs) {
  std::vector<View> views;
  for (const wording::WordRun& run : runs) {
    View view;
    const std::size_t end = run.text.find_last_not_of(" \t\n") + 1;
    view.text("text", run.text.substr(0, end)).text("space", run.text.substr(end));
    view.flag("only_here", run.only_here);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace

std::vector<View> quote_columns(const Scene& scene, const Finding& finding) {
  std::vector<View> columns;
  if (finding.positions.size() < 2) {
    return columns;
  }
  const std::string first = quote_text(scene, finding.positions.front());
  for (std::size_t i = 0; i < std::min(finding.positions.size(), kMostQuotes); ++i) {
    const Position& position = finding.positions[i];
    const wording::WordDiff diff = wording::word_diff(
        first, quote_text(scene, finding.positions[std::max<std::size_t>(i, 1)]));
    View view;
    view.text("sources", wording::listed(position.sources, kMostSources));
    view.list("runs", run_views(i == 0 ? diff.first : diff.second));
    std::vector<View> places;
    for (const FactId fact : position.facts) {
      if (places.size() < kShownSentences) {
        places.push_back(sentence_view(scene, fact));
      }
    }
    view.list("places", std::move(places));
    columns.push_back(std::move(view));
  }
  return columns;
}

/// Some figure has no time; a side's figure, which settles nothing, may have one all the same.
bool is_order_unknown(const Scene& scene, const Finding& finding) {
  const Findings& findings = scene.findings();
  const auto untimed = [&](FactId id) {
    return !findings.documents[findings.facts[id.index].document.index].published;
  };
  return finding.detail == Detail::undirected ||
         std::ranges::any_of(finding.positions, [&](const Position& position) {
           return std::ranges::any_of(position.facts, untimed);
         });
}

View card_view(const Scene& scene, std::uint32_t number) {
  const Finding& finding = scene.finding(number);
  const bool wording = finding.detail == Detail::wording;
  View view;
  view.text("place", scene.places.at(number)).text("id", finding.id);
  add_severity(view, finding.severity);
  view.text("code", wording::code_of(finding)).text("subject", wording::subject(finding));
  view.text("statement", wording::short_statement(finding));
  view.text("relation", wording::name_of(finding.relation))
      .text("detail", wording::name_of(finding.detail));
  view.some("reason", finding.reason == wording::short_statement(finding) ? "" : finding.reason);
  view.flag("is_new", scene.new_findings.contains(finding.id));
  view.flag("undirected", !finding.directed && finding.relation == Relation::discrepancy &&
                              !wording && finding.positions.size() > 1 &&
                              is_order_unknown(scene, finding));
  view.headed("columns", wording ? quote_columns(scene, finding) : std::vector<View>());
  view.headed("positions", wording ? std::vector<View>() : position_views(scene, finding));
  view.headed("aside", aside_views(scene, finding));
  const bool figures = finding.range.low || finding.range.high || !finding.policies.empty();
  view.some("figures",
            figures ? wording::figures_line(scene.findings(), scene.rules, finding) : "");
  std::vector<std::string> notes = finding.notes;
  notes.resize(std::min(notes.size(), kMostNotes));
  view.headed("notes", texts(notes));
  return view;
}

}  // namespace concord::report
