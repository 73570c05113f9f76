#include <gtest/gtest.h>

#include "base/utf8.h"
#include "read.h"

namespace concord::ingest {
namespace {

using namespace std::string_literals;

TEST(Text, IsTakenAsItStands) {
  const Outcome outcome = read("wire/a.txt", "\n\n  The toll rose.\n\nIt may rise.\n");
  ASSERT_EQ(outcome.documents.size(), 1U);
  const Document& document = outcome.documents[0];
  EXPECT_EQ(document.id, "wire/a.txt");
  EXPECT_EQ(document.source, "a");
  EXPECT_EQ(document.text, "  The toll rose.\n\nIt may rise.\n");
  EXPECT_EQ(document.first_line, 3U);
  EXPECT_TRUE(document.in_file);
  EXPECT_FALSE(document.published);
  EXPECT_TRUE(document.headline.empty());
  EXPECT_EQ(outcome.codes(), "");
}

TEST(Text, HasFrontMatter) {
  const Outcome outcome = read("a.txt",
                               "---\n"
                               "title: \"Toll rises: 12 dead\"\n"
                               "source: Meridian Wire\n"
                               "published: 2025-09-12T23:50:00+05:00  # local\n"
                               "updated: 2025-09-13\n"
                               "item: MW-1\r\n"
                               "version: 2\n"
                               "url: https://meridian.example/a\n"
                               "story: attack\n"
                               "language: de\n"
                               "mood: grim\n"
                               "---\n"
                               "\n"
                               "The toll rose.\n");
  ASSERT_EQ(outcome.documents.size(), 1U);
  const Document& document = outcome.documents[0];
  EXPECT_EQ(headline(document), "Toll rises: 12 dead");
  EXPECT_EQ(document.text, "Toll rises: 12 dead\n\nThe toll rose.\n");
  EXPECT_EQ(body(document), "The toll rose.\n");
  EXPECT_EQ(document.first_line, 14U);
  EXPECT_EQ(document.source, "Meridian Wire");
  EXPECT_EQ(document.item, "MW-1");
  EXPECT_EQ(document.version, 2U);
  EXPECT_EQ(document.url, "https://meridian.example/a");
  EXPECT_EQ(document.story, "attack");
  EXPECT_EQ(document.language, "de");
  ASSERT_TRUE(document.published);
  EXPECT_EQ(document.published->written, "2025-09-12T23:50:00+05:00");
  EXPECT_EQ(format_date_time(document.published->begin), "2025-09-12T18:50:00");
  EXPECT_EQ(document.published->begin, document.published->end);
  EXPECT_EQ(document.published->offset_minutes, 300);
  ASSERT_TRUE(document.updated);
  EXPECT_EQ(document.updated->end.seconds - document.updated->begin.seconds, kSecondsPerDay);
  EXPECT_EQ(outcome.codes(), "");
}

TEST(Text, HasTheFieldsOfSiteGeneratorsToo) {
  const Outcome outcome = read("a.md",
                               "---\nheadline: Twelve hurt\ndate: 2026-11-26T09:30:00+03:00\n"
                               "lastmod: 2026-11-27\n---\nText.\n");
  ASSERT_EQ(outcome.documents.size(), 1U);
  const Document& document = outcome.documents[0];
  EXPECT_EQ(document.published->written, "2026-11-26T09:30:00+03:00");
  EXPECT_EQ(document.updated->written, "2026-11-27");
  EXPECT_EQ(document.text.substr(document.headline.begin, document.headline.size()), "Twelve hurt");
}

TEST(Text, BelievesItsOwnFieldsMore) {
  for (const char* const text : {"---\ndate: 2026-01-01\npublished: 2026-11-26\n---\nText.\n",
                                 "---\npublished: 2026-11-26\ndate: 2026-01-01\n---\nText.\n"}) {
    EXPECT_EQ(read("a.md", text).documents.at(0).published->written, "2026-11-26");
  }
}

TEST(Text, WithoutAClosingMarkHasNoFrontMatter) {
  const Outcome outcome = read("a.txt", "---\ntitle: x\nThe toll rose.\n");
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(outcome.documents[0].text, "---\ntitle: x\nThe toll rose.\n");
}

TEST(Text, ComplainsOfBadFields) {
  const Outcome outcome = read("a.txt", "---\npublished: last Friday\nversion: two\n---\nText.\n");
  EXPECT_EQ(outcome.codes(), "D107 D109");
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_FALSE(outcome.documents[0].published);
  EXPECT_EQ(outcome.documents[0].version, 1U);
  const Diagnostic& diagnostic = outcome.diagnostics[1];
  EXPECT_EQ(diagnostic.severity, Severity::warning);
  EXPECT_EQ(diagnostic.where.line, 2U);
  EXPECT_EQ(diagnostic.where.column, 12U);
  EXPECT_EQ(diagnostic.where.excerpt.view(), "published: last Friday");
}

TEST(Text, TakesPublishedFromTheOptions) {
  Options options;
  options.published = {{"a.txt", "2024-03-24T09:00Z"}};
  EXPECT_EQ(read("wire/a.txt", "Text.", options).documents.at(0).published->written,
            "2024-03-24T09:00Z");
  options.published = {{"wire/a.txt", "2024-03-25"}};
  EXPECT_EQ(read("wire/a.txt", "Text.", options).documents.at(0).published->written, "2024-03-25");
  options.published = {{"a.txt", "soon"}};
  EXPECT_EQ(read("a.txt", "Text.", options).codes(), "D109");
}

TEST(Text, HasItsFirstLineForAHeadlineWhereItStandsAlone) {
  const auto title = [](const char* text) {
    return std::string(headline(read("a.txt", text).documents.at(0)));
  };
  EXPECT_EQ(title("Twelve die as ferry sinks\n\nTwelve people died.\n"),
            "Twelve die as ferry sinks");
  for (const char* const text :
       {"Twelve people died.\n\nMore were hurt.\n", "Twelve die as ferry sinks\nTwelve died.\n",
        "Twelve die as ferry sinks\n", "Ferry lost\n\nTwelve died.\n",
        "Flowers lie by the quay - Jan Holt\n\nTwelve died.\n"}) {
    EXPECT_EQ(title(text), "") << text;
  }
}

TEST(Markdown, HasItsHeadingInPlace) {
  const Outcome outcome = read("draft.md", "Note.\n\n#  Toll rises \n\n## Sub\n\nThe toll rose.\n");
  ASSERT_EQ(outcome.documents.size(), 1U);
  const Document& document = outcome.documents[0];
  EXPECT_TRUE(document.markdown);
  EXPECT_EQ(headline(document), "Toll rises");
  EXPECT_EQ(document.body_begin, 0U);
  EXPECT_EQ(document.first_line, 1U);
}

TEST(Markdown, PrefersATitleInTheFrontMatter) {
  const Document document = read("draft.md", "---\ntitle: A\n---\n# B\nText.\n").documents.at(0);
  EXPECT_EQ(headline(document), "A");
  EXPECT_EQ(body(document), "# B\nText.\n");
}

struct BadInput {
  std::string name;
  std::string bytes;
  const char* codes;
  std::size_t documents;
};

TEST(Input, ThatIsNoTextIsToldOf) {
  const BadInput rows[] = {
      {"a.txt", "", "D101", 0},
      {"a.txt", " \n\t\n", "D101", 0},
      {"a.txt", "---\ntitle: x\n---\n", "D101", 0},
      {"a.txt", "PK\x03\x04zip", "D102", 0},
      {"a.txt", "\x1F\x8B gzip", "D102", 0},
      {"a.txt", "%PDF-1.7", "D102", 0},
      {"a.txt", "nul \0 here"s, "D102", 0},
      {"a.txt", "caf\xE9 closed", "D103", 1},
      {"a.html", "<meta charset=x-unheard-of><p>Text</p>", "D108", 0},
      {"a.jsonl", "\n \n", "D101", 0},
  };
  for (const BadInput& row : rows) {
    const Outcome outcome = read(row.name, row.bytes);
    EXPECT_EQ(outcome.codes(), row.codes) << row.bytes;
    EXPECT_EQ(outcome.documents.size(), row.documents) << row.bytes;
  }
}

TEST(Input, OfInvalidUtf8SaysWhereItBegins) {
  const Outcome outcome = read("a.txt", "line one\nna\xC3\xAFve caf\xE9 and \xFF\n");
  ASSERT_EQ(outcome.codes(), "D103");
  EXPECT_EQ(outcome.diagnostics[0].where.line, 2U);
  EXPECT_EQ(outcome.diagnostics[0].where.column, 10U);
  EXPECT_EQ(outcome.documents.at(0).text, "line one\nna\u00EFve caf\uFFFD and \uFFFD\n");
  EXPECT_FALSE(outcome.documents[0].in_file);
}

TEST(Input, MayBeUtf16OrHaveAMark) {
  EXPECT_EQ(read("a.txt",
                 "\xFF\xFE"
                 "A\0\xAC\x20"s)
                .documents.at(0)
                .text,
            "A\u20AC");
  EXPECT_EQ(read("a.txt",
                 "\xFE\xFF"
                 "\0A\x20\xAC"s)
                .documents.at(0)
                .text,
            "A\u20AC");
  const Document marked = read("a.txt",
                               "\xEF\xBB\xBF"
                               "A")
                              .documents.at(0);
  EXPECT_EQ(marked.text, "A");
  EXPECT_TRUE(marked.in_file);
  EXPECT_TRUE(is_valid_utf8(read("a.txt", "\xFF\xFE\x3D\xD8\x61\0"s).documents.at(0).text));
}

TEST(Input, FormatIsSniffed) {
  EXPECT_TRUE(read("<stdin>", "<!DOCTYPE HTML><p>Text</p>").documents.at(0).text == "Text");
  EXPECT_EQ(read("<stdin>", "{\"id\":\"x\",\"text\":\"Text\"}").documents.at(0).id, "x");
  EXPECT_EQ(read("<stdin>", "Plain {text}").documents.at(0).text, "Plain {text}");
  Options options;
  options.format = "markdown";
  EXPECT_TRUE(read("a.txt", "# T\n", options).documents.at(0).markdown);
}

TEST(Text, LongerThanAnArticleIsReadToTheEndOfAWord) {
  Options options;
  options.longest_text = 12;
  const Outcome outcome = read("a.txt", "Eleven dead, 40 hurt", options);
  EXPECT_EQ(outcome.codes(), "D112");
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(outcome.documents[0].text, "Eleven dead,");
}

TEST(Text, WithoutWordsIsCutBetweenCodePoints) {
  Options options;
  options.longest_text = 1200;
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += "\xE2\x82\xAC";
  }
  const Outcome outcome = read("a.txt", "x" + text, options);
  EXPECT_EQ(outcome.codes(), "D112");
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(outcome.documents[0].text.size(), 1198U);
}

TEST(Text, ATitleTooLongLeavesNoBody) {
  Options options;
  options.longest_text = 10;
  options.keep_page = true;
  const Outcome outcome =
      read("a.txt", "---\ntitle: Ten people died in a fire\n---\nTen died.\n", options);
  EXPECT_EQ(outcome.codes(), "D112");
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(headline(outcome.documents[0]), "Ten people");
  EXPECT_EQ(body(outcome.documents[0]), "");
}

TEST(Text, ThatWasCutStillStandsInItsFile) {
  Options options;
  options.longest_text = 12;
  options.keep_page = true;
  const Outcome outcome = read("a.txt", "---\nsource: X\n---\nTen died. Two fell.\n", options);
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(body(outcome.documents[0]), "Ten died.");
  EXPECT_EQ(in_file(outcome.documents[0].stretches, {4, 8}), (Span{22, 26}));
}

}  // namespace
}  // namespace concord::ingest
