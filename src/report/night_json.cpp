#include "report/night_json.h"

#include <algorithm>
#include <span>

#include "report/compare_json.h"
#include "report/fact_json.h"
#include "report/page_text.h"
#include "report/report.h"
#include "wording/fact_text.h"
#include "wording/finding_text.h"

namespace concord::report {
namespace {

void write_time(JsonWriter& json, std::string_view name, const std::optional<Timestamp>& time) {
  json.text_or_null(name, time ? format_date_time(*time) + "Z" : std::string());
}

template <class Item, class Write>
void write_all(JsonWriter& json, std::string_view name, const std::vector<Item>& items,
               const Write& write) {
  json.key(name);
  json.begin_array();
  for (const Item& item : items) {
    json.begin_object();
    write(item);
    json.end_object();
  }
  json.end_array();
}

void write_since(JsonWriter& json, const std::optional<SinceLastNight>& since) {
  json.key("since");
  if (!since) {
    json.null();
    return;
  }
  json.begin_object();
  json.number_field("stories_changed", since->stories_changed);
  json.number_field("figures_moved", since->figures_moved);
  json.number_field("correction_candidates", since->correction_candidates);
  json.number_field("resolved", since->resolved);
  json.end_object();
}

/// The finding with at most so many sentences in each of its lists.
Finding shortened(Finding finding, std::size_t most) {
  finding.evidence.resize(std::min(finding.evidence.size(), most));
  for (Position& position : finding.positions) {
    position.facts.resize(std::min(position.facts.size(), most));
  }
  return finding;
}

void write_story(JsonWriter& json, const RuleSet& rules, OpenedRuns& runs,
                 const StoryTonight& tonight, const Most& most) {
  Opened& opened = runs.of(*tonight.findings);
  const Story& story = story_of(tonight);
  json.text_field("id", story.id);
  json.text_or_null("title", story.title);
  const auto texts = [&](std::string_view name, const std::vector<std::string>& items) {
    json.key(name);
    json.begin_array();
    for (const std::string& item : items) {
      json.text(item);
    }
    json.end_array();
  };
  texts("why", tonight.why);
  texts("new", tonight.new_findings);
  write_all(json, "documents", story.documents, [&](DocumentId id) {
    const Document& document = opened.findings().documents[id.index];
    json.text_field("id", document.id);
    json.text_field("source", document.source);
    json.text_or_null("published",
                      document.published ? std::string_view(document.published->written) : "");
    json.text_or_null("url", safe_url(document.url));
  });
  json.key("findings");
  json.begin_array();
  const std::vector<std::uint32_t>& numbers = opened.index.of(tonight.story);
  const std::size_t told = std::min(most.findings, numbers.size());
  std::size_t cut = 0;
  for (const std::uint32_t number : std::span(numbers).first(told)) {
    const Finding& finding = opened.findings().findings[number];
    const std::size_t left_out = sentences_beyond(finding, most.sentences);
    write_finding(json, opened.findings(), rules, opened.places,
                  left_out == 0 ? finding : shortened(finding, most.sentences));
    cut += left_out;
  }
  json.end_array();
  if (told < numbers.size()) {
    json.number_field("findings_left_out", numbers.size() - told);
  }
  if (cut > 0) {
    json.number_field("sentences_left_out", cut);
  }
}

void write_aside(JsonWriter& json, std::string_view name, const std::vector<FindingAside>& items) {
  write_all(json, name, items, [&](const FindingAside& aside) {
    json.text_field("finding", aside.id);
    json.text_field("story", aside.story);
    json.text_field("text", aside.text);
    json.text_or_null("reason", aside.reason);
    write_time(json, "until", aside.until);
  });
}

void write_quiet_edits(JsonWriter& json, const std::vector<QuietEdit>& edits) {
  write_all(json, "quiet_edits", edits, [&](const QuietEdit& edit) {
    json.text_field("document", edit.document);
    json.text_field("source", edit.source);
    json.text_or_null("title", edit.title);
    json.text_or_null("story", edit.story);
    json.key("changes");
    json.begin_array();
    for (const std::string& change : edit.changes) {
      json.text(change);
    }
    json.end_array();
    write_time(json, "seen", edit.seen);
  });
}

void write_waiting(JsonWriter& json, const Night& night) {
  json.number_field("waiting_count", night.waiting_count);
  write_all(json, "waiting", night.waiting, [&](const WaitingArticle& article) {
    json.text_field("document", article.document);
    json.text_field("source", article.source);
    json.text_field("path", article.path);
    write_time(json, "time", article.time);
  });
}

void write_run(JsonWriter& json, const RunFacts& run) {
  json.key("run");
  json.begin_object();
  json.text_or_null("version", run.version);
  json.text_or_null("rules", run.rules_hash);
  json.number_field("documents", run.documents);
  json.number_field("facts", run.facts);
  json.number_field("stories", run.stories);
  write_all(json, "unreadable", run.unreadable, [&](const UnreadableInput& input) {
    json.text_field("name", input.name);
    json.text_field("why", input.why);
  });
  json.end_object();
}

}  // namespace

std::size_t sentences_beyond(const Finding& finding, std::size_t most) {
  std::size_t beyond = finding.evidence.size() - std::min(finding.evidence.size(), most);
  for (const Position& position : finding.positions) {
    beyond = std::max(beyond, position.facts.size() - std::min(position.facts.size(), most));
  }
  return beyond;
}

std::string_view name_of(CopyClass outcome) {
  return outcome == CopyClass::corrected ? "CORRECTED" : "REFILE";
}

namespace {

/// A position beyond the finding's range: a side's own figures alone, which never count.
bool is_beyond(const Interval<Decimal>& range, const Interval<Decimal>& position) {
  return (range.high && position.low && *range.high < *position.low) ||
         (range.low && position.high && *position.high < *range.low);
}

/// What the others have: where figures contradict each other, without what was replaced, what is
/// our own and what is a side's alone.
Interval<Decimal> range_of_others(const Findings& findings, const Finding& finding,
                                  DocumentId ours) {
  if (finding.detail != Detail::conflict && finding.detail != Detail::undirected) {
    return finding.range;
  }
  std::optional<Interval<Decimal>> range;
  for (const Position& position : finding.positions) {
    const bool own = std::ranges::any_of(
        position.facts, [&](FactId id) { return findings.facts[id.index].document == ours; });
    if (own || position.superseded || (!position.range.low && !position.range.high) ||
        is_beyond(finding.range, position.range)) {
      continue;
    }
    const auto& [low, high, low_open, high_open] = position.range;
    range = range.value_or(position.range);
    range->low = low && range->low ? std::optional(std::min(*low, *range->low)) : std::nullopt;
    range->high = high && range->high ? std::optional(std::max(*high, *range->high)) : std::nullopt;
  }
  return range.value_or(finding.range);
}

}  // namespace

OwnLine own_line(const Night& night, const RuleSet& rules, OpenedRuns& runs,
                 const CopyBehind& behind) {
  Opened& opened = runs.of(*behind.findings);
  const Fact& fact = opened.findings().facts[behind.ours.index];
  const Document& document = opened.findings().documents[fact.document.index];
  OwnLine line;
  line.finding = &opened.findings().findings[behind.finding];
  line.document = document.id;
  line.title = wording::words(document, document.headline);
  line.title = line.title.empty() ? document.id : line.title;
  line.line = opened.places.place(fact.document, fact.filler).line;
  line.words = wording::words(document, fact.filler);
  const auto rule = std::ranges::find(rules.facts, line.finding->fact, &FactRule::name);
  const std::string_view unit =
      rule == rules.facts.end() ? std::string_view() : std::string_view(rule->unit);
  line.now =
      wording::range_text(range_of_others(opened.findings(), *line.finding, fact.document), unit);
  line.now += !line.now.empty() && unit == "percent" ? "%" : "";
  if (line.now.empty() && line.finding->figure) {
    line.now = figure_label(*line.finding->figure, {});
  }
  if (night.now && behind.since) {
    line.age = age_text(night.now->seconds - behind.since->seconds);
  }
  return line;
}

void write_night_json(const Night& night, const RuleSet& rules, OpenedRuns& runs,
                      JsonWriter::Layout layout, const Most& most, const Pieces& write) {
  JsonWriter json(layout);
  json.begin_object();
  json.number_field("version", 1);
  json.text_field("title", night.title);
  write_time(json, "now", night.now);
  json.text_or_null("snapshot", night.snapshot);
  json.text_or_null("last_snapshot", night.last_snapshot);
  write_since(json, night.since);
  write_all(json, "own_copy", night.behind, [&](const CopyBehind& behind) {
    const OwnLine line = own_line(night, rules, runs, behind);
    json.text_field("document", line.document);
    json.key("line");
    line.line == 0 ? json.null() : json.number(std::uint64_t{line.line});
    json.text_field("text", line.words);
    json.text_field("now", line.now);
    json.text_field("class", name_of(behind.outcome));
    json.text_field("finding", line.finding->id);
    write_time(json, "since", behind.since);
  });
  write_all(json, "own_slips", night.slips, [&](const CopySlip& slip) {
    json.text_field("document", slip.document);
    json.key("line");
    slip.line == 0 ? json.null() : json.number(std::uint64_t{slip.line});
    json.text_field("text", slip.text);
    json.text_field("message", slip.message);
    json.text_field("check", slip.check);
    json.text_field("class", name_of(slip.outcome));
    json.text_field("story", slip.story);
    json.text_field("id", slip.id);
    json.text_field("severity", wording::name_of(slip.severity));
    json.key("new");
    json.boolean(slip.is_new);
  });
  const std::vector<StoryTonight> told(
      night.tonight.begin(), night.tonight.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                         most.stories, night.tonight.size())));
  write_all(json, "stories", told, [&](const StoryTonight& story) {
    write_story(json, rules, runs, story, most);
    write(json.take());
  });
  write_all(json, "unchanged", night.at_rest, [&](const StoryAtRest& story) {
    json.text_field("id", story.id);
    json.text_or_null("title", story.title);
    json.number_field("documents", story.documents);
    json.number_field("findings", story.findings);
    json.text_field("severity", wording::name_of(story.worst));
  });
  write_aside(json, "accepted", night.accepted);
  write_aside(json, "expired", night.expired);
  write_aside(json, "resolved", night.resolved);
  write_quiet_edits(json, night.quiet_edits);
  write_waiting(json, night);
  write_run(json, night.run);
  json.end_object();
  json.end_line();
  write(json.take());
}

}  // namespace concord::report
