#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "report/fact_json.h"
#include "report/night_formats.h"
#include "report/night_json.h"
#include "report/page.h"
#include "report/page_text.h"
#include "report/report.h"
#include "wording/finding_text.h"
#include "wording/names.h"

namespace concord::report {
namespace {

constexpr std::size_t kMostCards = 30;
constexpr std::size_t kMostColumns = 8;
constexpr std::size_t kMostRows = 40;
constexpr std::size_t kMostLines = 500;
constexpr std::size_t kShownSentences = 6;

class Markdown {
 public:
  Markdown(const Night& night, const RuleSet& rules, OpenedRuns& runs)
      : night_(night), rules_(rules), runs_(runs) {}

  std::string write() {
    head();
    behind();
    slips();
    stories();
    quiet_edits();
    at_rest();
    aside("Accepted", night_.accepted);
    aside("Acceptance has ended", night_.expired);
    aside("Resolved", night_.resolved);
    waiting();
    run();
    return std::move(text_);
  }

 private:
  void head() {
    text_ += fmt::format("# {}\n\n", markdown_escaped(night_.title));
    std::string line = date_text(night_);
    if (!night_.snapshot.empty()) {
      line += fmt::format("{}snapshot {}", line.empty() ? "" : ", ", night_.snapshot);
    }
    text_ += line.empty() ? "" : markdown_escaped(line) + "\n\n";
    if (night_.since) {
      const SinceLastNight& since = *night_.since;
      text_ += fmt::format(
          "Since last night: {} changed, {} moved, {}, {} resolved.\n\n",
          counted(since.stories_changed, "story"), counted(since.figures_moved, "figure"),
          counted(since.correction_candidates, "correction candidate"), since.resolved);
    }
    if (night_.tonight.empty() && night_.behind.empty() && night_.slips.empty()) {
      text_ += "Nothing new.\n\n";
    }
  }

  void behind() {
    if (night_.behind.empty()) {
      return;
    }
    text_ +=
        "## Our copy behind\n\n| article | line | our figure | now | since | class |\n"
        "|---|---|---|---|---|---|\n";
    for (const CopyBehind& behind : night_.behind) {
      const OwnLine line = own_line(night_, rules_, runs_, behind);
      text_ += fmt::format("| {} | {} | {}: {} | {} | {} | {} |\n", markdown_escaped(line.title),
                           line.line == 0 ? "headline" : std::to_string(line.line),
                           markdown_escaped(wording::subject(*line.finding)),
                           markdown_escaped(line.words), markdown_escaped(line.now), line.age,
                           name_of(behind.outcome));
    }
    text_ += "\n";
  }

  void slips() {
    if (night_.slips.empty()) {
      return;
    }
    text_ +=
        "## Slips in our copy\n\n| article | line | our words | what is wrong | class |\n"
        "|---|---|---|---|---|\n";
    for (const CopySlip& slip : night_.slips) {
      text_ += fmt::format("| {} | {} | {} | {} | {} |\n", markdown_escaped(slip.title),
                           slip.line == 0 ? "headline" : std::to_string(slip.line),
                           markdown_escaped(wording::clipped(slip.text)),
                           markdown_escaped(slip.message), name_of(slip.outcome));
    }
    text_ += "\n";
  }

  void quiet_edits() {
    if (night_.quiet_edits.empty()) {
      return;
    }
    text_ += "## Changed without saying so\n\n";
    for (const QuietEdit& edit : night_.quiet_edits) {
      text_ += fmt::format("- {}: {}: {} ({})\n", markdown_escaped(edit.source),
                           markdown_escaped(edit.title.empty() ? edit.document : edit.title),
                           markdown_escaped(changes_line(edit)),
                           long_time(edit.seen, night_.offset_minutes));
    }
    text_ += "\n";
  }

  void waiting() {
    if (night_.waiting.empty()) {
      return;
    }
    text_ += fmt::format("## {}\n\n", waiting_line(night_));
    for (const WaitingArticle& article : night_.waiting) {
      text_ += fmt::format("- {}: {}, until {}\n", markdown_escaped(article.source),
                           markdown_escaped(article.document),
                           long_time(article.time, night_.offset_minutes));
    }
    text_ += "\n";
  }

  void stories() {
    std::size_t told = 0;
    for (const StoryTonight& tonight : night_.tonight) {
      if (told++ == kMostToldStories) {
        text_ += "## More stories\n\n";
      }
      if (told <= kMostToldStories) {
        story(tonight);
      } else if (told <= kMostToldStories + kMostLines) {
        text_ += fmt::format("- **{}**: {}\n", markdown_escaped(title_of(story_of(tonight))),
                             markdown_escaped(why_line(runs_.of(*tonight.findings), tonight)));
      }
    }
    text_ += told > kMostToldStories ? "\n" : "";
  }

  void story(const StoryTonight& tonight) {
    Opened& opened = runs_.of(*tonight.findings);
    const Story& told = story_of(tonight);
    text_ += fmt::format("## {}\n\n{}", markdown_escaped(title_of(told)),
                         documents_line(opened.findings(), told));
    for (const std::string& why : tonight.why) {
      text_ += "; " + markdown_escaped(why);
    }
    text_ += "\n\n";
    std::size_t cards = 0;
    std::string gaps;
    for (const std::uint32_t number : opened.index.of(tonight.story)) {
      const Finding& finding = opened.findings().findings[number];
      if (finding.relation == Relation::gap) {
        gaps += "- gap: " + markdown_escaped(finding.reason) + "\n";
      } else if (wording::is_worth_telling(finding) && cards++ < kMostCards) {
        card(opened, finding, tonight);
      }
    }
    matrix(opened, tonight);
    text_ += gaps.empty() ? "" : gaps + "\n";
  }

  void card(Opened& opened, const Finding& finding, const StoryTonight& tonight) {
    const bool fresh =
        std::ranges::find(tonight.new_findings, finding.id) != tonight.new_findings.end();
    text_ += fmt::format(
        "### {}{} {} ({})\n\n{}\n\n", fresh ? "new " : "", wording::name_of(finding.severity),
        markdown_escaped(wording::statement(opened.findings(), finding)),
        markdown_escaped(wording::code_of(finding)), markdown_escaped(finding.reason));
    for (const auto& [source, place, words] : shown_sentences(opened, finding, kShownSentences)) {
      text_ += fmt::format("- {}, {}: {}**{}**{}\n", markdown_escaped(source),
                           markdown_escaped(place), markdown_escaped(words.before),
                           markdown_escaped(words.marked), markdown_escaped(words.after));
    }
    if (finding.range.low || finding.range.high) {
      text_ += "- range: " +
               markdown_escaped(wording::figures_line(opened.findings(), rules_, finding)) + "\n";
    }
    for (const std::string& note : finding.notes) {
      text_ += "- note: " + markdown_escaped(note) + "\n";
    }
    text_ += "\n";
  }

  void matrix(Opened& opened, const StoryTonight& tonight) {
    const Matrix matrix = tabulate(opened.index, tonight.story);
    if (matrix.rows.empty()) {
      return;
    }
    const std::size_t columns = std::min(matrix.sources.size(), kMostColumns);
    text_ += "| fact | verdict |";
    for (std::size_t i = 0; i < columns; ++i) {
      text_ += " " + markdown_escaped(matrix.sources[i]) + " |";
    }
    text_ += "\n|---|---|";
    for (std::size_t i = 0; i < columns; ++i) {
      text_ += "---|";
    }
    text_ += "\n";
    for (std::size_t row = 0; row < std::min(matrix.rows.size(), kMostRows); ++row) {
      const Finding& finding = opened.findings().findings[matrix.rows[row].finding];
      text_ += fmt::format("| {} | {}, {}{} |", markdown_escaped(wording::subject(finding)),
                           wording::name_of(finding.relation), wording::name_of(finding.detail),
                           matrix.rows[row].accepted ? ", accepted" : "");
      for (std::size_t i = 0; i < columns; ++i) {
        const Statement* current = matrix.rows[row].cells[i].current();
        text_ += current == nullptr
                     ? std::string("  |")
                     : fmt::format(" {}{} |", markdown_escaped(wording::clipped(current->label)),
                                   current->behind ? " (behind)" : "");
      }
      text_ += "\n";
    }
    text_ += "\n";
  }

  void at_rest() {
    if (!night_.at_rest.empty()) {
      text_ += fmt::format("{} unchanged.\n\n", counted(night_.at_rest.size(), "story"));
    }
  }

  void aside(std::string_view heading, const std::vector<FindingAside>& asides) {
    if (asides.empty()) {
      return;
    }
    text_ += fmt::format("## {}\n\n", heading);
    for (const FindingAside& one : asides) {
      text_ += fmt::format("- {}: {}", markdown_escaped(one.story), markdown_escaped(one.text));
      text_ += one.reason.empty() ? "" : " (" + markdown_escaped(one.reason) + ")";
      text_ += one.until ? ", until " + long_time(*one.until, night_.offset_minutes) : "";
      text_ += "\n";
    }
    text_ += "\n";
  }

  void run() {
    const RunFacts& run = night_.run;
    text_ += fmt::format("---\n\n{}, {}, {}", counted(run.documents, "document"),
                         counted(run.facts, "fact"), counted(run.stories, "story"));
    text_ += run.version.empty() ? "" : "; Concord " + markdown_escaped(run.version);
    text_ += run.rules_hash.empty() ? "" : ", rules " + markdown_escaped(run.rules_hash);
    text_ += "\n";
    if (!run.unreadable.empty()) {
      text_ += "\nNot read:\n\n";
    }
    for (const UnreadableInput& input : run.unreadable) {
      text_ += fmt::format("- {}: {}\n", markdown_escaped(input.name), markdown_escaped(input.why));
    }
  }

  const Night& night_;
  const RuleSet& rules_;
  OpenedRuns& runs_;
  std::string text_;
};

}  // namespace

std::string markdown_escaped(std::string_view given) {
  constexpr std::string_view kMarks = "\\`*_[]<>|#~&!";
  std::string text;
  for (const char letter : without_controls(given)) {
    if (letter == '\n' || letter == '\t' || letter == '\r') {
      text += ' ';
      continue;
    }
    if (kMarks.find(letter) != std::string_view::npos) {
      text += '\\';
    }
    text += letter;
  }
  return text;
}

std::string night_markdown(const Night& night, const RuleSet& rules, OpenedRuns& runs) {
  return Markdown(night, rules, runs).write();
}

}  // namespace concord::report
