#include "report/page_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../sample_findings.h"
#include "report/night_formats.h"
#include "wording/fact_text.h"
#include "wording/word_diff.h"

namespace concord::report {
namespace {

using sample::add_fact;
using sample::at_least;
using sample::count;
using sample::document;

struct Row {
  std::string in;
  std::string out;
};

TEST(Anchor, HoldsOnlyWhatAnIdMay) {
  const Row rows[] = {{"f-0123ab", "f-0123ab"},
                      {"a story", "a.20story"},
                      {"\"><script>", ".22.3e.3cscript.3e"},
                      {"a.2", "a.2e2"},
                      {"", "none"},
                      {"é", ".c3.a9"}};
  for (const Row& row : rows) {
    EXPECT_EQ(anchor(row.in), row.out) << row.in;
  }
}

TEST(SafeUrl, OnlyTheWeb) {
  const std::string good[] = {"https://news.example/a?b=1&c=2", "http://news.example",
                              "HTTPS://NEWS.EXAMPLE/x"};
  for (const std::string& url : good) {
    EXPECT_EQ(safe_url(url), url);
  }
  const std::string bad[] = {"javascript:alert(1)",
                             "JaVaScRiPt:alert(1)",
                             "data:text/html,x",
                             "//news.example",
                             "https://a\"onmouseover=x",
                             "https://a b",
                             "https://a\nb",
                             " https://a",
                             "file:///etc/passwd",
                             "https://",
                             "",
                             "https://" + std::string(3000, 'a')};
  for (const std::string& url : bad) {
    EXPECT_EQ(safe_url(url), "") << url;
  }
}

TEST(ToldNumber, HasNoMoreDigitsThanAnybodyWrites) {
  const Row rows[] = {{"4451.54206464000", "4452"}, {"4856.22770688", "4856"},
                      {"0.40468564224", "0.4047"},  {"-4451.54206464", "-4452"},
                      {"1234.56", "1234.56"},       {"6300", "6300"},
                      {"123456789", "123456789"},   {"1.50", "1.50"}};
  for (const Row& row : rows) {
    EXPECT_EQ(wording::told_number(*parse_decimal(row.in)), row.out) << row.in;
  }
}

TEST(Grouped, ThreeDigitsATime) {
  const Row rows[] = {{"1", "1"},
                      {"133", "133"},
                      {"1200", "1,200"},
                      {"-1200", "-1,200"},
                      {"4200000.5", "4,200,000.5"},
                      {"67.4", "67.4"},
                      {"-133", "-133"},
                      {"100000", "100,000"}};
  for (const Row& row : rows) {
    EXPECT_EQ(grouped(row.in), row.out) << row.in;
  }
}

Quantity hedged(Hedge hedge, std::int64_t number) {
  Quantity quantity = count(number);
  quantity.hedge = hedge;
  return quantity;
}

TEST(FigureLabel, SaysTheHedgeInASign) {
  Quantity range = count(4);
  range.hedge = Hedge::between;
  range.nominal.reset();
  range.hard.high = 7;
  Quantity money = count(4200000);
  money.dimension = Dimension::money;
  money.unit = "EUR";
  Quantity percent = count(67);
  percent.dimension = Dimension::percent;
  Duration hours;
  hours.amount = 20;
  hours.unit = "hour";
  Duration day;
  day.amount = 1;
  day.unit = "day";
  struct LabelRow {
    Value value;
    std::string out;
  };
  const LabelRow rows[] = {{count(133), "133"},
                           {at_least(130), "≥130"},
                           {hedged(Hedge::about, 1200), "≈1,200"},
                           {hedged(Hedge::less_than, 40), "<40"},
                           {hedged(Hedge::as_many_as, 40), "≤40"},
                           {hedged(Hedge::more_than, 40), ">40"},
                           {hedged(Hedge::vague, 20), "dozens"},
                           {range, "4–7"},
                           {money, "EUR 4,200,000"},
                           {percent, "67%"},
                           {hours, "20 hours"},
                           {day, "1 day"},
                           {Name{"Islamic State", ""}, "Islamic State"}};
  for (const LabelRow& row : rows) {
    EXPECT_EQ(figure_label(row.value, "dozens"), row.out);
  }
}

TEST(StatementLabel, ASumStandsAsItsParts) {
  Findings findings;
  findings.documents = {document("a", "The blast killed 13 soldiers and 169 civilians there.")};
  const FactId whole = add_fact(findings, 0, "13 soldiers and 169 civilians", count(182));
  findings.facts[whole.index].derived = true;
  EXPECT_EQ(statement_label(findings, whole), "13+169");
  findings.facts[whole.index].value = count(180);
  EXPECT_EQ(statement_label(findings, whole), "180");
}

TEST(QuotedSentence, IsCutAroundTheMark) {
  Findings findings;
  const std::string filling(900, 'x');
  findings.documents = {
      document("a", "Short: 133 died."),
      document("b", "one two " + filling + " three four 133 five six " + filling + " end")};
  const FactId first = add_fact(findings, 0, "133", count(133));
  const FactId second = add_fact(findings, 1, "133", count(133));
  const Quoted whole = quoted_sentence(findings.documents[0], findings.facts[first.index]);
  EXPECT_EQ(whole.before + "[" + whole.marked + "]" + whole.after, "Short: [133] died.");
  const Quoted cut = quoted_sentence(findings.documents[1], findings.facts[second.index]);
  EXPECT_EQ(cut.before, "… three four ");
  EXPECT_EQ(cut.marked, "133");
  EXPECT_EQ(cut.after, " five six …");
}

TEST(QuotedSentence, BearsAnySpans) {
  const std::string text = "Zwölf Tote in “Ashkār”.";
  for (std::uint32_t begin = 0; begin < 40; ++begin) {
    for (std::uint32_t end = 0; end < 40; ++end) {
      Fact fact;
      fact.filler = {begin, end};
      fact.sentence = {end, begin};
      const Quoted quoted = quoted_sentence(document("a", text), fact);
      EXPECT_LE(quoted.before.size() + quoted.marked.size() + quoted.after.size(),
                text.size() + 16);
    }
  }
}

TEST(AgeText, TheLargestUnit) {
  const std::pair<std::int64_t, std::string> rows[] = {
      {0, ""}, {-5, ""}, {61, "1 minute"}, {7200, "2 hours"}, {86400, "1 day"}, {260000, "3 days"}};
  for (const auto& [seconds, out] : rows) {
    EXPECT_EQ(age_text(seconds), out);
  }
}

TEST(CsvField, IsQuotedAndNoFormula) {
  const Row rows[] = {
      {"plain", "plain"},   {"a,b", "\"a,b\""},   {"say \"x\"", "\"say \"\"x\"\"\""},
      {"=1+1", "'=1+1"},    {"-5", "-5"},         {"-5 people", "'-5 people"},
      {"@cmd", "'@cmd"},    {"a\nb", "\"a\nb\""}, {"", ""},
      {"+1,2", "\"'+1,2\""}};
  for (const Row& row : rows) {
    EXPECT_EQ(csv_field(row.in), row.out) << row.in;
  }
}

TEST(MarkdownEscaped, MeansNothing) {
  const Row rows[] = {{"a | b", "a \\| b"},
                      {"<script>", "\\<script\\>"},
                      {"[x](y) *b* `c` # d", "\\[x\\](y) \\*b\\* \\`c\\` \\# d"},
                      {"two\nlines", "two lines"},
                      {"&lt;", "\\&lt;"}};
  for (const Row& row : rows) {
    EXPECT_EQ(markdown_escaped(row.in), row.out) << row.in;
  }
}

TEST(XmlEscaped, OnlyCharactersOfXml) {
  const Row rows[] = {{"a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;"},
                      {std::string("nul\0x", 5), "nul\uFFFDx"},
                      {"\x0b\x1f", "\uFFFD\uFFFD"},
                      {"\xEF\xBF\xBF", "\uFFFD"},
                      {"\xff", "\uFFFD"}};
  for (const Row& row : rows) {
    EXPECT_EQ(xml_escaped(row.in), row.out) << row.in;
  }
}

std::string marked(const std::vector<wording::WordRun>& runs) {
  std::string text;
  for (const wording::WordRun& run : runs) {
    text += run.only_here ? "[" + run.text + "]" : run.text;
  }
  return text;
}

TEST(WordDiff, MarksWhatTheOtherLacks) {
  struct DiffRow {
    std::string first, second, left, right;
  };
  const DiffRow rows[] = {
      {"they tried to hide", "they tried to escape", "they tried to [hide]",
       "they tried to [escape]"},
      {"a window was prepared", "a window had been prepared", "a window [was ]prepared",
       "a window [had been ]prepared"},
      {"Same words.", "same words", "Same words.", "same words"},
      {"don't go", "don’t go", "don't go", "don’t go"},
      {"", "new", "", "[new]"},
      {"", "", "", ""},
      {"one", "two", "[one]", "[two]"},
  };
  for (const DiffRow& row : rows) {
    const wording::WordDiff diff = wording::word_diff(row.first, row.second);
    EXPECT_EQ(marked(diff.first), row.left);
    EXPECT_EQ(marked(diff.second), row.right);
  }
}

TEST(WordDiff, OfVeryLongTextsIsNone) {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "word ";
  }
  const wording::WordDiff diff = wording::word_diff(text, "word");
  EXPECT_EQ(marked(diff.first), text);
  EXPECT_EQ(marked(diff.second), "word");
}

}  // namespace
}  // namespace concord::report
