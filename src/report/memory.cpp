// What the store remembers: stories, changes between nights, figures by policy.
#include "report/memory.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/json_writer.h"
#include "report/page_text.h"
#include "report/paint.h"
#include "report/report.h"
#include "report/table.h"
#include "wording/names.h"

namespace concord::report {
namespace {

struct Practice {
  std::string_view policy;
  std::string_view source;
};

constexpr Practice kPractices[] = {
    {"range", "lowest and highest of the sources that count (Iraq Body Count; Every Casualty)"},
    {"gtd",
     "most recent, majority of independent sources, else lowest (Global Terrorism Database)"},
    {"acled", "most conservative; dozens = 12, hundreds = 100 (ACLED codebook)"},
    {"ucdp", "best, with low and high; the lower where reliability is equal (UCDP GED)"},
    {"emdat", "the priority source's figure; deaths with the missing (EM-DAT)"},
    {"majority", "most independent voices"},
    {"latest", "newest publication"},
    {"authority", "the source that rules and desk put first"},
    {"truthfinder", "learned reliability of sources (Yin, Han, Yu 2008)"},
    {"dependence",
     "learned reliability, sources that repeat each other discounted (after Dong, "
     "Berti-Equille, Srivastava 2009)"},
};

std::string time_text(const std::optional<Timestamp>& time) {
  return time ? format_date_time(*time) + "Z" : std::string();
}

std::string about(const ToldFinding& finding) {
  std::string text = finding.check.empty() ? finding.fact : finding.check;
  for (const std::string& part : {finding.kind, finding.key}) {
    text += part.empty() ? "" : " " + part;
  }
  return text;
}

void write_told(JsonWriter& json, std::string_view name, const std::optional<ToldFinding>& told) {
  if (!told) {
    json.null_field(name);
    return;
  }
  json.key(name);
  json.begin_object();
  json.text_field("id", told->id);
  json.text_field("story", told->story);
  json.text_or_null("fact", told->fact);
  json.text_or_null("kind", told->kind);
  json.text_or_null("key", told->key);
  json.text_or_null("check", told->check);
  json.text_field("relation", told->relation);
  json.text_field("detail", told->detail);
  json.text_field("severity", told->severity);
  json.text_or_null("figure", told->figure);
  json.text_field("reason", told->reason);
  json.end_object();
}

std::string_view change_of(const ToldChange& change) {
  return !change.before ? "new" : !change.after ? "gone" : "changed";
}

std::string change_line(const ToldChange& change, const Style& style) {
  const ToldFinding& shown = change.after ? *change.after : *change.before;
  const Ink ink = !change.before ? Ink::red : !change.after ? Ink::green : Ink::yellow;
  const std::string figure =
      change.before && change.after && change.before->figure != change.after->figure
          ? fmt::format("{} -> {}", change.before->figure, change.after->figure)
          : shown.figure;
  return paint(fmt::format("{:<7}", change_of(change)), ink, style.color) +
         without_controls(fmt::format(" {} {}: {} {}/{} [{}]\n    {}\n", shown.story, about(shown),
                                      figure.empty() ? "" : figure + ",", shown.relation,
                                      shown.detail, shown.id, shown.reason));
}

bool is_of(const Finding& finding, std::string_view fact) {
  return finding.fact == fact && finding.check.empty() && !finding.policies.empty();
}

std::string title_of(const Finding& finding) {
  std::string text = finding.fact;
  for (const std::string& part : {finding.kind, finding.key}) {
    text += part.empty() ? "" : " " + part;
  }
  return finding.event.name.empty() ? text : text + " (" + finding.event.name + ")";
}

void write_figure(JsonWriter& json, const Findings& findings, const Finding& finding,
                  std::string_view policy) {
  json.begin_object();
  json.text_field("story", findings.stories.stories[finding.story.index].id);
  json.text_field("finding", finding.id);
  json.text_field("fact", finding.fact);
  json.text_or_null("kind", finding.kind);
  json.text_or_null("key", finding.key);
  json.text_or_null("event", finding.event.name);
  json.key("policies");
  json.begin_object();
  for (const auto& [name, figure] : finding.policies) {
    if (policy.empty() || name == policy) {
      json.text_field(name, figure);
    }
  }
  json.end_object();
  json.text_field("relation", wording::name_of(finding.relation));
  json.text_field("detail", wording::name_of(finding.detail));
  json.end_object();
}

std::string figure_lines(const Finding& finding, std::string_view policy) {
  if (!policy.empty()) {
    const auto one = finding.policies.find(std::string(policy));
    return one == finding.policies.end() ? std::string()
                                         : fmt::format("{}: {}\n", title_of(finding), one->second);
  }
  std::vector<std::vector<std::string>> rows;
  for (const Practice& practice : kPractices) {
    const auto one = finding.policies.find(std::string(practice.policy));
    if (one != finding.policies.end()) {
      rows.push_back(
          {"  " + std::string(practice.policy), one->second, std::string(practice.source)});
    }
  }
  return fmt::format("{}, {} {}: {}\n{}", title_of(finding), wording::name_of(finding.relation),
                     wording::name_of(finding.detail), finding.reason, table(rows));
}

}  // namespace

std::string stories_report(const std::vector<ToldStory>& stories, Format format,
                           const Style& style) {
  if (format == Format::json) {
    JsonWriter json(JsonWriter::Layout::indented);
    json.begin_object();
    json.number_field("version", 1);
    json.key("stories");
    json.begin_array();
    for (const ToldStory& story : stories) {
      json.begin_object();
      json.text_field("id", story.id);
      json.text_field("title", story.title);
      json.number_field("documents", story.documents);
      json.text_or_null("first", time_text(story.first));
      json.text_or_null("last", time_text(story.last));
      json.end_object();
    }
    json.end_array();
    json.end_object();
    json.end_line();
    return json.take();
  }
  std::vector<std::vector<std::string>> rows;
  for (const ToldStory& story : stories) {
    rows.push_back({without_controls(story.id), time_text(story.last),
                    std::to_string(story.documents), without_controls(story.title)});
  }
  const std::string summary = style.quiet ? std::string() : counted(stories.size(), "story") + "\n";
  return table(rows, 200) + summary;
}

std::string told_report(std::string_view night, const ToldWhole& told, const Style& style) {
  const ToldFinding& finding = told.finding;
  const Ink ink = finding.severity == "error"     ? Ink::red
                  : finding.severity == "warning" ? Ink::yellow
                                                  : Ink::blue;
  std::string text =
      fmt::format(" {}{} [{}]\n    {}\n   = verdict: {}, {}; story {}, night {}\n", about(finding),
                  finding.figure.empty() ? "" : ": " + finding.figure, finding.id, finding.reason,
                  finding.relation, finding.detail, finding.story, night);
  for (const auto& [name, figure] : told.policies) {
    text += fmt::format("   = {}: {}\n", name, figure);
  }
  for (const std::string& note : told.notes) {
    text += fmt::format("   = note: {}\n", note);
  }
  for (const ToldEvidence& one : told.evidence) {
    text += fmt::format("  --> {}:{}{}\n      {}\n", one.document, one.place,
                        one.remark.empty() ? "" : " " + one.remark, one.sentence);
  }
  return paint(without_controls(finding.severity) + ":", ink, style.color) + without_controls(text);
}

std::string diff_report(std::string_view older, std::string_view newer,
                        const std::vector<ToldChange>& changes, Format format, const Style& style) {
  if (format == Format::json) {
    JsonWriter json(JsonWriter::Layout::indented);
    json.begin_object();
    json.number_field("version", 1);
    json.text_field("older", older);
    json.text_field("newer", newer);
    json.key("changes");
    json.begin_array();
    for (const ToldChange& change : changes) {
      json.begin_object();
      json.text_field("change", change_of(change));
      write_told(json, "before", change.before);
      write_told(json, "after", change.after);
      json.end_object();
    }
    json.end_array();
    json.end_object();
    json.end_line();
    return json.take();
  }
  std::string text;
  for (const ToldChange& change : changes) {
    text += change_line(change, style);
  }
  const auto count = [&](std::string_view what) {
    return std::ranges::count_if(changes,
                                 [&](const ToldChange& one) { return change_of(one) == what; });
  };
  return text + fmt::format("{} to {}: {} new, {} changed, {} gone\n", older, newer, count("new"),
                            count("changed"), count("gone"));
}

std::string figure_report(const Findings& findings, std::string_view fact, std::string_view policy,
                          Format format) {
  std::string text;
  JsonWriter json(JsonWriter::Layout::line);
  for (const Finding& finding : findings.findings) {
    if (!is_of(finding, fact)) {
      continue;
    }
    if (format == Format::human) {
      text += figure_lines(finding, policy);
    } else {
      write_figure(json, findings, finding, policy);
      json.end_line();
    }
  }
  return format == Format::human ? without_controls(text) : json.take();
}

std::string chosen_report(const std::vector<ChosenValue>& chosen, Format format,
                          const Style& style) {
  if (format == Format::human) {
    std::vector<std::vector<std::string>> rows;
    for (const ChosenValue& one : chosen) {
      rows.push_back({one.event, one.fact, one.value,
                      fmt::format("{}, {}{}", counted(one.sources, "source"),
                                  counted(one.answers, "answer"), one.tied ? ", tied" : "")});
    }
    const std::string text = without_controls(table(rows));
    return style.quiet ? text : text + counted(chosen.size(), "fact") + "\n";
  }
  JsonWriter json(JsonWriter::Layout::line);
  for (const ChosenValue& one : chosen) {
    json.begin_object();
    json.text_field("event", one.event);
    json.text_field("fact", one.fact);
    json.text_field("value", one.value);
    json.number_field("answers", one.answers);
    json.number_field("sources", one.sources);
    json.boolean_field("tied", one.tied);
    json.end_object();
    json.end_line();
  }
  return json.take();
}

}  // namespace concord::report
