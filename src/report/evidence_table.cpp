#include "report/evidence_table.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "report/night_formats.h"
#include "report/page_text.h"
#include "report/report.h"
#include "wording/finding_text.h"
#include "wording/names.h"

namespace concord::report {
namespace {

constexpr std::size_t kMostRows = 12;
constexpr std::size_t kMostNotes = 4;

class Table {
 public:
  Table(const Findings& findings, const Finding& finding, FactId own, const AddressOf& address_of)
      : findings_(findings), finding_(finding), own_(own), address_of_(address_of) {}

  std::string write() {
    std::vector<Position> positions = wording::in_time(finding_);
    std::ranges::reverse(positions);
    for (const Position& position : positions) {
      rows(position.facts);
    }
    for (const Evidence& evidence : finding_.evidence) {
      rows({evidence.fact});
    }
    if (rows_.empty()) {
      return {};
    }
    std::string text = "| figure | source | published | words |\n|---|---|---|---|\n";
    for (std::size_t i = 0; i < std::min(rows_.size(), kMostRows); ++i) {
      text += rows_[i];
    }
    if (rows_.size() > kMostRows) {
      text += fmt::format("| … | {} more | | |\n", rows_.size() - kMostRows);
    }
    return text;
  }

 private:
  std::string source(const Document& document, const Fact& fact) const {
    if (fact.document == findings_.facts[own_.index].document) {
      return "this text";
    }
    return markdown_escaped(document.source) +
           (fact.by ? " (" + markdown_escaped(fact.by->name) + ")" : "");
  }

  /// One for each document: a headline says what the text says again.
  void rows(std::vector<FactId> facts) {
    std::ranges::stable_sort(
        facts, {}, [&](FactId id) { return findings_.facts[id.index].part == Part::headline; });
    std::set<std::uint32_t> documents;
    for (const FactId id : facts) {
      const bool first = documents.insert(findings_.facts[id.index].document.index).second;
      if (told_.insert(id.index).second && (first || id == own_)) {
        rows_.push_back(row(id));
      }
    }
  }

  std::string row(FactId id) const {
    const Fact& fact = findings_.facts[id.index];
    const Document& document = findings_.documents[fact.document.index];
    const Quoted quoted = quoted_sentence(document, fact);
    const std::string words =
        fmt::format("{}**{}**{}", markdown_escaped(quoted.before), markdown_escaped(quoted.marked),
                    markdown_escaped(quoted.after));
    const std::string address = address_of_(fact.document, fact.filler);
    const std::string figure = markdown_escaped(wording::clipped(statement_label(findings_, id)));
    return fmt::format("| {} | {} | {} | {}{} |\n", id == own_ ? "**" + figure + "**" : figure,
                       source(document, fact),
                       document.published ? short_time(*document.published) : "", words,
                       address.empty() ? "" : fmt::format(" [→]({})", address));
  }

  const Findings& findings_;
  const Finding& finding_;
  FactId own_;
  const AddressOf& address_of_;
  std::set<std::uint32_t> told_;
  std::vector<std::string> rows_;
};

}  // namespace

std::string evidence_table(const Findings& findings, const RuleSet& rules, const Finding& finding,
                           FactId own, const AddressOf& address_of) {
  std::string text =
      fmt::format("**{}**: {}, {}\n\n", markdown_escaped(wording::subject(finding)),
                  wording::name_of(finding.relation), wording::name_of(finding.detail));
  if (!finding.reason.empty()) {
    text += markdown_escaped(finding.reason) + "\n\n";
  }
  text += Table(findings, finding, own, address_of).write();
  if (finding.range.low || finding.range.high || !finding.policies.empty()) {
    text += "\n" + markdown_escaped(wording::figures_line(findings, rules, finding)) + "\n";
  }
  for (std::size_t i = 0; i < std::min(finding.notes.size(), kMostNotes); ++i) {
    text += (i == 0 ? "\n- " : "- ") + markdown_escaped(finding.notes[i]) + "\n";
  }
  return text;
}

}  // namespace concord::report
