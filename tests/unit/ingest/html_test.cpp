#include <algorithm>

#include <gtest/gtest.h>

#include "read.h"

namespace concord::ingest {
namespace {

std::string page(std::string_view inside) {
  return "<!DOCTYPE html><html><head><title>Site title</title></head><body>" + std::string(inside) +
         "</body></html>";
}

struct Row {
  const char* html;
  const char* body;
};

TEST(Html, GivesTheParagraphs) {
  const Row rows[] = {
      {"<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
      {"<p>One <b>bold</b>\n  word<br>and more", "One bold word\n\nand more"},
      {"<nav><p>Menu</p></nav><p>One.</p><aside><p>See also</p></aside><footer>c</footer>", "One."},
      {"<p>Teaser.</p><article><p>The long text.</p><p>Goes "
       "on.</p></article><article><p>x</p></article>",
       "The long text.\n\nGoes on."},
      {"<p>Top.</p><main><p>Inside.</p></main>", "Inside."},
      {"<article><figure><img src=x><figcaption>A hall.</figcaption></figure><p>One.</p></article>",
       "A hall.\n\nOne."},
      {"<script>if (a<b) { p(\"<p>no</p>\"); }</script><style>p{}</style><p>One.</p>", "One."},
      {"<!-- <p>no</p> --><p>One.</p>", "One."},
      {"<p>5 < 6 &amp; 7 &gt; 6 &#8212; caf&eacute; &#x2019; &#146; &bogus; &amp</p>",
       "5 < 6 & 7 > 6 \u2014 caf\u00E9 \u2019 \u2019 &bogus; &amp"},
      {"<p>&#0; &#xD800; &#99999999;</p>", "\uFFFD \uFFFD \uFFFD"},
      {"Text without any paragraph", "Text without any paragraph"},
      {"<p>One</div></article></p>", "One"},
      {"<p title=\"a > b\">One.</p>", "One."},
      {"<p>One.<p>Two.", "One.\n\nTwo."},
      {"<ul><li>Short</li></ul><p>One.</p>", "One."},
  };
  for (const Row& row : rows) {
    const Outcome outcome = read("a.html", page(row.html));
    ASSERT_EQ(outcome.documents.size(), 1U) << row.html;
    EXPECT_EQ(body(outcome.documents[0]), row.body) << row.html;
  }
}

TEST(Html, HasAHeadlineAndTimes) {
  const Outcome outcome =
      read("pages/a.html",
           "<html lang=\"en-GB\"><head><title>Toll rises | Herald</title>"
           "<meta property='og:site_name' content='The Herald'>"
           "<meta property=\"article:published_time\" content=\"2024-03-23T18:00:00+00:00\">"
           "<link rel=canonical href=https://herald.example/a>"
           "<script type=\"application/ld+json\">{\"dateModified\" : \"2024-03-24T08:00:00Z\", "
           "broken</script></head>"
           "<body><h1>The Herald</h1><article><h1>Toll <i>rises</i></h1><p>The toll "
           "rose.</p></article></body></html>");
  ASSERT_EQ(outcome.documents.size(), 1U);
  const Document& document = outcome.documents[0];
  EXPECT_EQ(headline(document), "Toll rises");
  EXPECT_EQ(body(document), "The toll rose.");
  EXPECT_EQ(document.source, "The Herald");
  EXPECT_EQ(document.url, "https://herald.example/a");
  EXPECT_EQ(document.language, "en");
  EXPECT_EQ(document.published->written, "2024-03-23T18:00:00+00:00");
  EXPECT_EQ(document.updated->written, "2024-03-24T08:00:00Z");
  EXPECT_FALSE(document.in_file);
  EXPECT_EQ(outcome.codes(), "");
}

TEST(Html, FallsBackToTheTitle) {
  EXPECT_EQ(headline(read("a.html", page("<p>One.</p>")).documents.at(0)), "Site title");
}

TEST(Html, PassesOverDatesThatAreNone) {
  const Outcome outcome = read("a.html", page("<meta name=date content='last Friday'><p>One.</p>"
                                              "<time datetime=\"2024-03-23\">Saturday</time>"));
  EXPECT_EQ(outcome.codes(), "");
  EXPECT_EQ(outcome.documents.at(0).published->written, "2024-03-23");
}

TEST(Html, ReadsADeclaredCharset) {
  const Outcome outcome =
      read("a.html", "<meta charset=\"ISO-8859-1\"><p>caf\xE9 \x93quoted\x94</p>");
  EXPECT_EQ(outcome.codes(), "");
  EXPECT_EQ(body(outcome.documents.at(0)), "caf\u00E9 \u201Cquoted\u201D");
}

TEST(Html, WithoutTextIsToldOf) {
  EXPECT_EQ(read("a.html", page("<nav>Menu</nav>")).codes(), "D101");
}

// Far deeper than a recursive reader or one that searches its open elements could bear.
TEST(Html, MayBeNestedDeeply) {
  std::string html;
  for (int i = 0; i < 200000; ++i) {
    html += "<div><p>";
  }
  html += "12 killed";
  EXPECT_EQ(body(read("a.html", html).documents.at(0)), "12 killed");
}

TEST(Html, MayEndAnywhere) {
  const std::string html =
      "<!doctype html><!-- c --><p a=\"b\">x &amp; y</p><script>z</script><h1>t</h1>";
  for (std::size_t size = 0; size <= html.size(); ++size) {
    EXPECT_LE(read("a.html", html.substr(0, size)).documents.size(), 1U);
  }
}

TEST(Html, KeepsWhereItsWordsStandIfAsked) {
  const std::string html = page(
      "<h1> Toll &amp; blame</h1><p> Fire  killed\n 12 <b>people</b> &#8212; all caf&eacute; "
      "guests.&nbsp;</p><nav>no</nav><p>Two&#10;<i>more</i> died.</p>");
  Diagnostics complaints;
  Options options;
  options.keep_page = true;
  const Document document = read_bytes("a.html", html, options, complaints).at(0);
  EXPECT_EQ(document.page, html);
  std::string rebuilt;
  for (const Stretch& stretch : document.stretches) {
    const std::string words = document.text.substr(stretch.text, stretch.text_size);
    rebuilt += words;
    if (stretch.text_size == stretch.file_size && words != " ") {
      std::string there = html.substr(stretch.file, stretch.file_size);
      std::ranges::replace(there, '\n', ' ');
      EXPECT_EQ(there, words);
    }
  }
  EXPECT_EQ(rebuilt,
            "Toll & blameFire killed 12 people \u2014 all caf\u00E9 guests.\u00A0Two more died.")
      << "all but the line ends between its paragraphs";
  EXPECT_TRUE(read("a.html", html).documents[0].page.empty());
}

}  // namespace
}  // namespace concord::ingest
