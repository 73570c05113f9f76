#include <gtest/gtest.h>

#include "read.h"

namespace concord::ingest {
namespace {

TEST(JsonLines, HoldOneDocumentALine) {
  const Outcome outcome = read(
      "feed.jsonl",
      R"({"id":"a","source":"Wire","title":"Toll\nrises","published":"2024-03-23","url":null,"text":"It \"rose\".","story":"s1","item":"i","version":2})"
      "\n\n"
      R"({"text":"Two.","url":"https://www.herald.example/x?y"})"
      "\r\n"
      R"({"id":7,"text":"Three.","extra":[1,{"a":2}]})");
  EXPECT_EQ(outcome.codes(), "");
  ASSERT_EQ(outcome.documents.size(), 3U);
  const Document& first = outcome.documents[0];
  EXPECT_EQ(first.id, "a");
  EXPECT_EQ(first.source, "Wire");
  EXPECT_EQ(headline(first), "Toll rises");
  EXPECT_EQ(body(first), "It \"rose\".");
  EXPECT_EQ(first.story, "s1");
  EXPECT_EQ(first.item, "i");
  EXPECT_EQ(first.version, 2U);
  EXPECT_EQ(first.url, "");
  EXPECT_FALSE(first.in_file);
  const Document& second = outcome.documents[1];
  EXPECT_EQ(second.id, "feed.jsonl:3");
  EXPECT_EQ(second.first_line, 3U);
  EXPECT_EQ(second.source, "www.herald.example");
  EXPECT_EQ(outcome.documents[2].id, "7");
  EXPECT_EQ(outcome.documents[2].source, "7");
}

TEST(JsonLines, TakeTheNamesOfFeedsWhereOursAreNotThere) {
  const Outcome outcome = read(
      "feed.jsonl",
      R"({"text":"One.","headline":"Toll rises","date":"2024-03-23T08:00Z","lastmod":"2024-03-24"})"
      "\n"
      R"({"text":"Two.","title":"Ours","headline":"Theirs","date":"23 March 2024"})");
  EXPECT_EQ(outcome.codes(), "");
  ASSERT_EQ(outcome.documents.size(), 2U);
  EXPECT_EQ(headline(outcome.documents[0]), "Toll rises");
  EXPECT_TRUE(outcome.documents[0].published);
  EXPECT_TRUE(outcome.documents[0].updated);
  EXPECT_EQ(headline(outcome.documents[1]), "Ours");
  EXPECT_FALSE(outcome.documents[1].published);
}

TEST(JsonFile, HoldsOneArticle) {
  const Outcome outcome = read("herald.json",
                               "{\n  \"title\": \"Toll rises\",\n  \"published\": \"2024-03-23\",\n"
                               "  \"text\": \"It rose.\"\n}\n");
  EXPECT_EQ(outcome.codes(), "");
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_EQ(outcome.documents[0].id, "herald.json");
  EXPECT_EQ(outcome.documents[0].source, "herald");
  EXPECT_EQ(headline(outcome.documents[0]), "Toll rises");
  EXPECT_EQ(body(outcome.documents[0]), "It rose.");
  EXPECT_FALSE(outcome.documents[0].in_file);
}

TEST(JsonFile, HoldsAnArrayOfArticles) {
  const Outcome outcome = read(
      "feed.json", R"([{"id":"a","source":"Wire","text":"One."}, 7, {"id":"b"}, {"text":"Two."}])");
  EXPECT_EQ(outcome.codes(), "D106 D107");
  ASSERT_EQ(outcome.documents.size(), 2U);
  EXPECT_EQ(outcome.documents[0].id, "a");
  EXPECT_EQ(outcome.documents[1].id, "feed.json:4");
  EXPECT_EQ(outcome.documents[1].source, "feed.json:4");
}

TEST(JsonFile, MayHoldLinesUnderItsName) {
  EXPECT_EQ(read("feed.json", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n").documents.size(), 2U);
  EXPECT_EQ(read("feed.json", "{\"text\":\n\"One.\"").codes(), "D106");
  EXPECT_EQ(read("feed.json", "\"One.\"").codes(), "D106");
  EXPECT_EQ(read("package.json", "{\"name\": \"desk\"}").codes(), "D107");
}

TEST(JsonFile, IsSniffed) {
  EXPECT_EQ(read("<stdin>", "[\n  {\"id\": \"a\", \"text\": \"One.\"}]").documents[0].id, "a");
  EXPECT_EQ(read("<stdin>", "{\n  \"id\": \"a\", \"text\": \"One.\"}").documents[0].id, "a");
  EXPECT_EQ(read("<stdin>", "[Two] people died.").documents[0].text, "[Two] people died.");
}

TEST(JsonLines, GoOnAfterABadLine) {
  struct Row {
    const char* line;
    const char* code;
    Severity severity;
  };
  const Row rows[] = {
      {"{\"id\":\"x\",\"text\":\"cut", "D106", Severity::error},
      {"[1,2]", "D106", Severity::error},
      {"null", "D106", Severity::error},
      {"not json", "D106", Severity::error},
      {"{\"text\":\"\\ud800\"}", "D106", Severity::error},
      {"{\"id\":\"x\"}", "D107", Severity::warning},
      {"{\"id\":\"x\",\"text\":null}", "D107", Severity::warning},
      {"{\"id\":\"x\",\"text\":12}", "D107", Severity::warning},
      {"{\"id\":\"x\",\"text\":\" \"}", "D107", Severity::warning},
  };
  for (const Row& row : rows) {
    const Outcome outcome = read("feed.jsonl", std::string("{\"id\":\"a\",\"text\":\"A\"}\n") +
                                                   row.line + "\n{\"id\":\"b\",\"text\":\"B\"}\n");
    ASSERT_EQ(outcome.codes(), row.code) << row.line;
    EXPECT_EQ(outcome.diagnostics[0].severity, row.severity);
    EXPECT_EQ(outcome.diagnostics[0].where.line, 2U) << row.line;
    EXPECT_NE(outcome.diagnostics[0].help, "") << row.line;
    ASSERT_EQ(outcome.documents.size(), 2U) << row.line;
    EXPECT_EQ(outcome.documents[1].id, "b");
  }
}

TEST(JsonLines, KeepADocumentWithABadField) {
  const Outcome outcome = read(
      "feed.jsonl", R"({"id":"a","text":"A","published":1711216800,"version":0,"source":["x"]})");
  EXPECT_EQ(outcome.codes(), "D109 D107 D107");
  ASSERT_EQ(outcome.documents.size(), 1U);
  EXPECT_FALSE(outcome.documents[0].published);
  EXPECT_EQ(outcome.documents[0].version, 1U);
}

TEST(JsonLines, ATimeThatProgramsWriteForNoneIsUnknown) {
  for (const char* none : {"0001-01-01T00:00:00Z", "1900-01-01", "1970-01-01T00:00:00Z"}) {
    const Outcome outcome =
        read("feed.jsonl", R"({"id":"a","text":"A","published":")" + std::string(none) + "\"}");
    EXPECT_EQ(outcome.codes(), "D109") << none;
    EXPECT_FALSE(outcome.documents.at(0).published) << none;
  }
  EXPECT_EQ(read("feed.jsonl", R"({"id":"a","text":"A","published":"1970-01-01"})").codes(), "");
}

TEST(JsonLines, GiveEachDocumentItsOwnId) {
  const Outcome outcome = read("feed.jsonl",
                               "{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"a#2\",\"text\":\"B\"}\n"
                               "{\"id\":\"a\",\"text\":\"C\"}\n{\"id\":\"a\",\"text\":\"D\"}\n");
  EXPECT_EQ(outcome.codes(), "D111 D111");
  ASSERT_EQ(outcome.documents.size(), 4U);
  EXPECT_EQ(outcome.documents[2].id, "a#3");
  EXPECT_EQ(outcome.documents[3].id, "a#4");
}

TEST(JsonLines, AreBoundedInDepth) {
  const std::string deep =
      "{\"text\":\"A\",\"x\":" + std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_EQ(read("feed.jsonl", deep).codes(), "D106");
}

}  // namespace
}  // namespace concord::ingest
