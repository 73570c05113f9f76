#include "pipeline/comments.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/ingest.h"

namespace concord::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

RuleSet rules() {
  RuleSet set;
  for (const char* name : {"deaths", "injured"}) {
    FactRule fact;
    fact.name = name;
    set.facts.push_back(fact);
  }
  CheckRule check;
  check.name = "weekday";
  set.checks.push_back(check);
  return set;
}

TEST(IgnoreComments, AreReadWithWhatTheySay) {
  const auto found = ignore_comments(
      "a <!-- concord: ignore deaths/behind, injured until 2030-12-01 because the family was not "
      "told --> <!-- another --> <!--concord:ignore-file all because test\n--> <!-- concord: ");
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_THAT(found[0].codes, ElementsAre("deaths/behind", "injured"));
  EXPECT_EQ(found[0].until, "2030-12-01");
  EXPECT_EQ(found[0].reason, "the family was not told");
  EXPECT_EQ(found[0].reach, Reach::paragraph);
  EXPECT_EQ(found[0].place.begin, 2U);
  EXPECT_EQ(found[1].reach, Reach::file);
  EXPECT_EQ(found[1].reason, "test");
}

TEST(IgnoreComments, SayWhatIsWrongWithThem) {
  const std::pair<const char*, const char*> rows[] = {
      {"<!-- concord: ignore deaths -->", "says why"},
      {"<!-- concord: ignore because it is so -->", "names what"},
      {"<!-- concord: ignore deaths until soon because it is so -->", "`soon` is no ISO 8601 time"},
      {"<!-- concord: ignor deaths because it is so -->", "did you mean `ignore`?"},
  };
  for (const auto& [text, fault] : rows) {
    const auto found = ignore_comments(text);
    ASSERT_THAT(found, SizeIs(1)) << text;
    EXPECT_THAT(found[0].fault, HasSubstr(fault));
  }
}

TEST(IgnoreComments, OpenOnesCostNoMoreThanTheirBytes) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) {
    text += "<!--";
  }
  EXPECT_THAT(ignore_comments(text), IsEmpty());
  EXPECT_THAT(ignore_comments(text + "-->"), IsEmpty());
}

/// Diagnostics "deaths/behind" on these words of a draft, after its comments.
Diagnostics applied(const std::string& name, const std::string& text,
                    const std::vector<std::string>& words,
                    const char* clock = "2030-06-01T00:00Z") {
  Diagnostics complaints;
  ingest::Options options;
  options.keep_page = true;
  const Document draft = ingest::read_bytes(name, text, options, complaints).at(0);
  Diagnostics diagnostics;
  for (const std::string& word : words) {
    Diagnostic diagnostic;
    diagnostic.code = "deaths/behind";
    diagnostic.where.file = draft.id;
    const std::size_t at = text.find(word);
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    diagnostic.where.line = static_cast<std::uint32_t>(
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    diagnostic.where.marked = {static_cast<std::uint32_t>(at - line),
                               static_cast<std::uint32_t>(at - line + word.size())};
    diagnostics.push_back(diagnostic);
  }
  apply_comments(draft, rules(), parse_iso8601(clock)->utc, diagnostics);
  return diagnostics;
}

std::string told(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    text += (text.empty() ? "" : " ") + (diagnostic.suppression ? "-" : diagnostic.code);
  }
  return text;
}

struct Row {
  const char* what;
  const char* name;
  const char* text;  // with figures 11, 22, 33
  const char* expected;
};

class CommentRows : public ::testing::TestWithParam<Row> {};

TEST_P(CommentRows, ReachAsFarAsTheySay) {
  EXPECT_EQ(told(applied(GetParam().name, GetParam().text, {"11", "22", "33"})),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Comments, CommentRows,
    ::testing::Values(
        Row{"none", "a.md", "11\n\n22\n\n33\n", "deaths/behind deaths/behind deaths/behind"},
        Row{"after_words_of_its_paragraph", "a.md",
            "11\n\n22 <!-- concord: ignore deaths because it is so -->\n\n33\n",
            "deaths/behind - deaths/behind"},
        Row{"alone_of_the_next_paragraph", "a.md",
            "11\n\n<!-- concord: ignore behind because it is so -->\n\n22\n33\n",
            "deaths/behind - -"},
        Row{"next_line", "a.txt",
            "11\n<!-- concord: ignore-next-line deaths because it is so -->\n22\n33\n",
            "deaths/behind - deaths/behind"},
        Row{"file", "a.txt", "11\n\n22\n\n33 <!-- concord: ignore-file all because it is so -->\n",
            "- - -"},
        Row{"below_front_matter", "a.md",
            "---\ntitle: T\n---\n11\n\n22 <!-- concord: ignore deaths because it is so -->\n\n33\n",
            "deaths/behind - deaths/behind"},
        Row{"alone_below_front_matter", "a.md",
            "---\ntitle: T\n---\n11\n\n<!-- concord: ignore deaths because it is so -->\n\n22\n\n"
            "33\n",
            "deaths/behind - deaths/behind"},
        Row{"one_below_the_other", "a.md",
            "11\n\n<!-- concord: ignore deaths because it is so -->\n"
            "<!-- concord: ignore injured because it is so -->\n\n22\n\n33\n",
            "deaths/behind ignore/unused - deaths/behind"},
        Row{"in_fenced_code", "a.md",
            "```\n<!-- concord: ignore-file all because it is so -->\n```\n11\n\n22\n\n33\n",
            "deaths/behind deaths/behind deaths/behind"},
        Row{"behind_fenced_code", "a.md",
            "```\nso\n```\n11 <!-- concord: ignore deaths because it is so -->\n\n22\n\n33\n",
            "- deaths/behind deaths/behind"},
        Row{"in_code_on_a_line", "a.md",
            "11: `<!-- concord: ignore deaths because it is so -->`\n\n22\n\n33\n",
            "deaths/behind deaths/behind deaths/behind"},
        Row{"of_another_code", "a.md",
            "11\n\n22\n\n33 <!-- concord: ignore injured because it is so -->\n",
            "deaths/behind deaths/behind deaths/behind ignore/unused"},
        Row{"in_a_page", "a.html",
            "<p>We say 11 now.</p><p>We say 22 now. <!-- concord: ignore deaths because it is so "
            "--></p><p>We say 33 now.</p>",
            "deaths/behind - deaths/behind"},
        Row{"before_a_paragraph_of_a_page", "a.html",
            "<p>We say 11 now.</p><!-- concord: ignore deaths because it is so --><p>We <b>say</b> "
            "22 now.</p><p>We say 33 now.</p>",
            "deaths/behind - deaths/behind"}),
    [](const auto& row) { return std::string(row.param.what); });

TEST(Comments, WhatRanOutSetsNothingAside) {
  const char* text = "11 <!-- concord: ignore deaths until 2030-05-01 because it is so -->\n";
  EXPECT_EQ(told(applied("a.md", text, {"11"}, "2030-04-30T23:59Z")), "-");
  const Diagnostics after = applied("a.md", text, {"11"}, "2030-05-01T00:00Z");
  EXPECT_EQ(told(after), "deaths/behind ignore/expired");
  EXPECT_EQ(after[1].severity, Severity::note);
  EXPECT_THAT(after[1].message, HasSubstr("ran out on 2030-05-01: it is so"));
}

TEST(Comments, AnUnknownCodeGetsTheNearest) {
  const Diagnostics found =
      applied("a.md", "11 <!-- concord: ignore deaths/behnd because it is so -->\n", {"11"});
  EXPECT_EQ(told(found), "deaths/behind ignore/unknown_code");
  EXPECT_EQ(found[1].help, "did you mean `deaths/behind`?");
  EXPECT_EQ(found[1].where.column, 4U);
}

}  // namespace
}  // namespace concord::pipeline
