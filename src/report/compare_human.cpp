#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/compare_json.h"
#include "report/page_text.h"
#include "report/paint.h"
#include "report/report.h"
#include "report/table.h"
#include "wording/finding_text.h"
#include "wording/names.h"
#include "wording/places.h"

namespace concord::report {
namespace {

constexpr std::size_t kShownPlaces = 3;

std::string label_of(const Finding& finding) {
  std::vector<std::string> labels;
  for (const Position& position : finding.positions) {
    labels.push_back(wording::clipped(position.label));
  }
  return wording::listed(labels, kShownPlaces);
}

std::string places_of(const Findings& findings, wording::Places& places, const Finding& finding) {
  std::vector<std::string> shown;
  for (const Evidence& evidence : wording::shown_evidence(finding)) {
    const Fact& fact = findings.facts[evidence.fact.index];
    shown.push_back(wording::to_string(places.location(fact.document, fact.filler)));
  }
  std::string text;
  for (std::size_t i = 0; i < std::min(shown.size(), kShownPlaces); ++i) {
    text += (i == 0 ? "" : " = ") + shown[i];
  }
  return shown.size() > kShownPlaces
             ? fmt::format("{} and {} more", text, shown.size() - kShownPlaces)
             : text;
}

std::vector<std::string> line_of(const Findings& findings, wording::Places& places,
                                 const Finding& finding) {
  if (finding.relation == Relation::gap) {
    return {"gap", without_controls(wording::subject(finding) + ": " + finding.reason)};
  }
  const bool agrees = finding.relation == Relation::agreement;
  std::string remark;
  if (finding.detail != Detail::same && finding.detail != Detail::one_source) {
    remark =
        fmt::format("{}: {}", wording::name_of(finding.detail), wording::clipped(finding.reason));
  }
  return {agrees ? "agree" : "only",
          without_controls(wording::subject(finding) + " " + label_of(finding)),
          without_controls(places_of(findings, places, finding)), without_controls(remark)};
}

struct Tally {
  std::size_t blocks[3] = {};
  std::size_t agreements = 0;
  std::size_t alone = 0;
  std::size_t gaps = 0;

  void add(const Finding& finding) {
    if (wording::is_worth_telling(finding)) {
      ++blocks[static_cast<std::size_t>(finding.severity)];
    } else if (finding.relation == Relation::agreement) {
      ++agreements;
    } else {
      ++(finding.relation == Relation::gap ? gaps : alone);
    }
  }
};

std::string summary(const Findings& findings, const Tally& tally) {
  const auto [notes, warnings, errors] = tally.blocks;
  return fmt::format("{} ({}, {}, {}), {}, {} from one source, {}; {}, {}\n",
                     counted(notes + warnings + errors, "finding"), counted(errors, "error"),
                     counted(warnings, "warning"), counted(notes, "note"),
                     counted(tally.agreements, "agreement"), tally.alone,
                     counted(tally.gaps, "gap"), counted(findings.documents.size(), "document"),
                     counted(findings.facts.size(), "fact"));
}

bool same_story(const Finding& finding, std::size_t story) {
  return finding.story.index == story;
}

/// The blocks of one story, then its agreements, lone statements and gaps.
std::string story_text(const Findings& findings, const RuleSet& rules, wording::Places& places,
                       std::size_t story, const Style& style) {
  Diagnostics blocks;
  std::vector<std::vector<std::string>> rows;
  const auto add_rows = [&](Relation relation) {
    for (const Finding& finding : findings.findings) {
      if (same_story(finding, story) && finding.relation == relation &&
          !wording::is_worth_telling(finding)) {
        rows.push_back(line_of(findings, places, finding));
      }
    }
  };
  for (const Finding& finding : findings.findings) {
    if (same_story(finding, story) && wording::is_worth_telling(finding)) {
      blocks.push_back(
          wording::diagnose(findings, rules, places, finding, wording::shown_evidence(finding)));
    }
  }
  if (!style.quiet) {
    add_rows(Relation::agreement);
    add_rows(Relation::uncorroborated);
    add_rows(Relation::gap);
  }
  std::string text;
  for (const Diagnostic& block : blocks) {
    text += diagnostics_report({block}, Format::human, style) + "\n";
  }
  return rows.empty() ? text : text + table(rows) + "\n";
}

bool worth_showing(const Findings& findings, std::size_t story) {
  return findings.stories.stories[story].documents.size() > 1 ||
         std::ranges::any_of(findings.findings, [&](const Finding& finding) {
           return same_story(finding, story) && wording::is_worth_telling(finding);
         });
}

std::string human(const Findings& findings, const RuleSet& rules, const Style& style) {
  wording::Places places(findings.documents);
  const std::size_t stories = findings.stories.stories.size();
  std::string text;
  for (std::size_t story = 0; story < stories; ++story) {
    if (stories > 1 && !worth_showing(findings, story)) {
      continue;
    }
    if (stories > 1) {
      const Story& told = findings.stories.stories[story];
      text += paint(without_controls(fmt::format("story {}  {}", told.id, told.title)), Ink::bold,
                    style.color) +
              fmt::format(" ({})\n\n", counted(told.documents.size(), "document"));
    }
    text += story_text(findings, rules, places, story, style);
  }
  Tally tally;
  for (const Finding& finding : findings.findings) {
    tally.add(finding);
  }
  return style.quiet ? text : text + summary(findings, tally);
}

std::string brief(const Findings& findings, const RuleSet& rules, const Style& style) {
  wording::Places places(findings.documents);
  Diagnostics blocks;
  Tally tally;
  for (const Finding& finding : findings.findings) {
    tally.add(finding);
    if (wording::is_worth_telling(finding)) {
      blocks.push_back(
          wording::diagnose(findings, rules, places, finding, wording::shown_evidence(finding)));
    }
  }
  const std::string text = diagnostics_report(blocks, Format::brief, style);
  return style.quiet ? text : text + summary(findings, tally);
}

}  // namespace

std::string compare_report(const Findings& findings, const RuleSet& rules, Format format,
                           const Style& style) {
  switch (format) {
    case Format::json:
      return compare_json(findings, rules);
    case Format::jsonl:
      return compare_json_lines(findings, rules);
    case Format::brief:
      return brief(findings, rules, style);
    default:
      break;
  }
  return human(findings, rules, style);
}

}  // namespace concord::report
