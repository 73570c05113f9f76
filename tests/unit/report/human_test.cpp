#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_findings.h"
#include "report/excerpt.h"
#include "report/report.h"
#include "wording/finding_text.h"

namespace concord::report {
namespace {

using sample::at_least;
using sample::overtaken_draft;
using sample::rule_set;
using testing::HasSubstr;
using testing::Not;

constexpr Style kPlain{.color = false, .width = 60, .quiet = false};

/// The marked words of a line written with [[ ]] around them.
struct MarkedLine {
  std::string text;
  Span mark;
};
MarkedLine marked(std::string line) {
  const auto begin = line.find("[[");
  line.erase(begin, 2);
  const auto end = line.find("]]");
  line.erase(end, 2);
  return {line, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

std::string shown(const std::string& line, std::uint32_t width) {
  const MarkedLine in = marked(line);
  const Excerpt out = excerpt(in.text, in.mark, width);
  return out.text + "\n" + std::string(out.column, ' ') + std::string(out.marked, '^');
}

TEST(Excerpt, ShowsAWindowOfALongLine) {
  struct Row {
    const char* line;
    std::uint32_t width;
    const char* out;
  };
  const Row rows[] = {
      {"killed [[133]] people", 40, "killed 133 people\n       ^^^"},
      {"[[133]]", 40, "133\n^^^"},
      {"one two three four five six seven eight [[nine]] ten eleven", 30,
       "...seven eight nine ten...\n               ^^^^"},
      {"[[one]] two three four five six seven eight nine ten", 30,
       "one two three four five...\n^^^"},
      {"Ashkār “[[zwölf]]” Tote", 40, "Ashkār “zwölf” Tote\n        ^^^^^"},
      {"a\t[[b]]", 40, "a b\n  ^"},
      {"here[[]]", 40, "here\n    ^"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(shown(row.line, row.width), row.out) << row.line;
  }
}

TEST(Excerpt, NeverWiderThanAsked) {
  const std::string line(5000, 'x');
  for (const std::uint32_t begin : {0U, 10U, 2500U, 4999U}) {
    for (const std::uint32_t size : {1U, 100U, 4000U}) {
      const Excerpt out = excerpt(line, {begin, std::min(begin + size, 5000U)}, 50);
      EXPECT_LE(out.text.size(), 50U);
      EXPECT_LE(out.column + out.marked, out.text.size()) << begin << " " << size;
    }
  }
}

TEST(Excerpt, OfALongLineIsThatOfTheWordsAroundTheMark) {
  const std::string words = "ä killed b ";
  std::string before;
  for (int i = 0; i < 1000; ++i) {
    before += words;
  }
  EXPECT_EQ(shown(before + "[[133]] people " + before, 40),
            shown(words + words + words + "[[133]] people " + words + words + words, 40));
  EXPECT_EQ(shown(before + "[[133]]", 40), shown(words + words + words + words + "[[133]]", 40));
}

Diagnostic sample() {
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.code = "deaths/behind";
  diagnostic.message = "figure trails another source by 3";
  diagnostic.where = {"b.txt", 5, 19, LineText("killing at least 130 people."), {8, 20}};
  Diagnostic label;
  label.where = diagnostic.where;
  label.message = "floor 130";
  Diagnostic other;
  other.where = {"a.txt", 12, 7, LineText("killed 133 people"), {7, 10}};
  other.message = "exact 133";
  Diagnostic verdict;
  verdict.code = "verdict";
  verdict.message = "agreement, compatible";
  Diagnostic note;
  note.message = "neither source has a time";
  diagnostic.notes = {label, other, verdict, note};
  diagnostic.help = "ask the wire";
  return diagnostic;
}

/// A document may state one figure in each of its sentences: the evidence is gone through once.
TEST(Evidence, OfALongDocumentIsShownOnceEachTheNewestPositionFirst) {
  constexpr std::uint32_t kFacts = 200000;
  Finding finding;
  finding.positions.resize(2);
  for (std::uint32_t i = 0; i < kFacts; ++i) {
    finding.evidence.push_back({FactId{i}, "exact 12"});
    finding.positions[i < kFacts / 2 ? 0 : 1].facts.push_back(FactId{i});
  }
  const std::vector<Evidence> shown = wording::shown_evidence(finding);
  ASSERT_EQ(shown.size(), kFacts);
  EXPECT_EQ(shown[0].fact, FactId{kFacts / 2});
  EXPECT_EQ(shown[1].fact, FactId{0});
  EXPECT_EQ(shown[2].fact, FactId{1});
  EXPECT_EQ(shown.back().fact, FactId{kFacts - 1});
}

TEST(DiagnosticsReport, LooksLikeACompilers) {
  EXPECT_EQ(diagnostics_report({sample()}, Format::human, kPlain),
            "warning[deaths/behind]: figure trails another source by 3\n"
            "   --> b.txt:5:19\n"
            " 5 | killing at least 130 people.\n"
            "   |         ^^^^^^^^^^^^ floor 130\n"
            "   ::: a.txt:12:7\n"
            "12 | killed 133 people\n"
            "   |        --- exact 133\n"
            "   = verdict: agreement, compatible\n"
            "   = note: neither source has a time\n"
            "help: ask the wire\n");
}

TEST(DiagnosticsReport, OneLineForm) {
  EXPECT_EQ(diagnostics_report({sample()}, Format::brief, kPlain),
            "b.txt:5:19: warning: figure trails another source by 3 [deaths/behind]\n");
}

TEST(DiagnosticsReport, TextsCannotSteerATerminal) {
  Diagnostic hostile = sample();
  hostile.message = "\x1b[2Jgone";
  hostile.where.file = "\x1b]0;title\x07.txt";
  hostile.where.excerpt = LineText("\x1b[31mred\x9b");
  hostile.where.marked = {0, 4};
  hostile.help = "\x1b[1m";
  for (const Format format : {Format::human, Format::brief}) {
    EXPECT_THAT(diagnostics_report({hostile}, format, kPlain), Not(HasSubstr("\x1b")));
  }
}

TEST(DiagnosticsReport, ColorsOnlyWhenAsked) {
  EXPECT_THAT(diagnostics_report({sample()}, Format::human, kPlain), Not(HasSubstr("\x1b")));
  EXPECT_THAT(diagnostics_report({sample()}, Format::human, {.color = true}),
              HasSubstr("\x1b[1;33mwarning[deaths/behind]\x1b[0m"));
}

TEST(CompareReport, TellsAnUpdateAndSumsUp) {
  const std::string text = compare_report(overtaken_draft(), rule_set(), Format::human, kPlain);
  EXPECT_THAT(text, HasSubstr("note[deaths/rise]: deaths: 93 (draft), then 133 (ledger, wire)"));
  EXPECT_THAT(text, HasSubstr("--> ledger.txt:1:18"));
  EXPECT_THAT(text, HasSubstr("= verdict: update, rise: 133 is later than 93"));
  EXPECT_THAT(text, HasSubstr("= range: 133 | acled 93 | gtd, latest 133 | 3 carriers, 0 named"));
  EXPECT_THAT(text, HasSubstr("1 finding (0 errors, 0 warnings, 1 note), 0 agreements, 0 from one "
                              "source, 0 gaps; 3 documents, 3 facts\n"));
}

TEST(CompareReport, AgreementsAndGapsAreLines) {
  Findings findings = overtaken_draft();
  Finding& finding = findings.findings.front();
  finding.relation = Relation::agreement;
  finding.detail = Detail::same;
  finding.positions.erase(finding.positions.begin());
  finding.evidence.clear();
  Finding gap;
  gap.relation = Relation::gap;
  gap.detail = Detail::none;
  gap.fact = "injured";
  gap.reason = "no source gives a number";
  findings.findings.push_back(gap);
  const std::string text = compare_report(findings, rule_set(), Format::human, kPlain);
  EXPECT_THAT(text, HasSubstr("agree  deaths 133"));
  EXPECT_THAT(text, HasSubstr("gap    injured: no source gives a number"));
  EXPECT_THAT(text, HasSubstr("0 findings (0 errors, 0 warnings, 0 notes), 1 agreement"));
}

TEST(ValuesReport, MarksValuesForPeople) {
  const std::vector<ValueMention> values = {{{8, 20}, {17, 20}, at_least(130)}};
  const std::string text = "killing at least 130 people";
  EXPECT_THAT(values_report("t", text, values, {}, Format::human, kPlain),
              HasSubstr("killing [at least 130] people\n"));
  EXPECT_THAT(values_report("t", text, values, {}, Format::human, kPlain), HasSubstr("≥130"));
}

TEST(ValuesReport, TellsWhichReadingsStandAndFall) {
  const Readings readings{
      .weighed = {{{8, 20}, "quantity", at_least(130), true, "nothing else reads these words"},
                  {{17, 20}, "time", std::nullopt, false, "the quantity reaches further"}},
      .order = {"time: first", "quantity: second"}};
  const std::string text =
      values_report("t", "killing at least 130 people", {}, readings, Format::human, kPlain);
  EXPECT_THAT(text, HasSubstr("+ at least 130"));
  EXPECT_THAT(text, HasSubstr("- 130"));
  EXPECT_THAT(text, HasSubstr("the quantity reaches further"));
  EXPECT_THAT(text, HasSubstr("  2. quantity: second\n"));
}

}  // namespace
}  // namespace concord::report
