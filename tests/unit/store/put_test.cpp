// What becomes of an arrival: a new article, a new version, or nothing new.
#include <gmock/gmock.h>

#include "desk.h"

namespace concord::store {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts(const std::vector<StoredDocument>& documents) {
  std::vector<std::string> found;
  for (const StoredDocument& document : documents) {
    found.push_back(document.document.text);
  }
  return found;
}

std::vector<std::uint32_t> versions(const std::vector<StoredDocument>& documents) {
  std::vector<std::uint32_t> found;
  for (const StoredDocument& document : documents) {
    found.push_back(document.document.version);
  }
  return found;
}

TEST(Put, TheSameAgainIsNothingNew) {
  Desk desk;
  const Document document = article("a", "Two boats sank.", "2030-05-01T08:00Z");
  const Receipt first = desk.put(document);
  EXPECT_EQ(first.outcome, Outcome::added);
  const Receipt again = desk.put(document);
  EXPECT_EQ(again.outcome, Outcome::unchanged);
  EXPECT_EQ(again.row, first.row);
  EXPECT_EQ(desk.read().size(), 1U);
}

TEST(Put, AChangedTextIsANewVersion) {
  Desk desk;
  Document document = article("a", "Two boats sank.", "2030-05-01T08:00Z");
  desk.put(document);
  document.text = "Three boats sank.";
  document.updated = on("2030-05-01T11:00Z");
  const Receipt receipt = desk.put(document);
  EXPECT_EQ(receipt.outcome, Outcome::new_version);
  EXPECT_FALSE(receipt.stealth);
  EXPECT_THAT(texts(desk.read()), ElementsAre("Three boats sank."));
  const auto all = desk.read({.every_version = true});
  EXPECT_THAT(texts(all), ElementsAre("Two boats sank.", "Three boats sank."));
  EXPECT_THAT(versions(all), ElementsAre(1U, 2U));
  EXPECT_EQ(all[0].item, all[1].item);
  EXPECT_EQ(all[0].document.item, "a");
  EXPECT_FALSE(all[0].latest);
  EXPECT_EQ(all[1].time, at("2030-05-01T11:00Z"));
}

TEST(Put, AChangeThatIsNotToldIsStealth) {
  Desk desk;
  Document document = article("a", "Two boats sank.", "2030-05-01T08:00Z");
  desk.put(document);
  document.text = "Three boats sank.";
  const Receipt receipt = desk.put(document);
  EXPECT_EQ(receipt.outcome, Outcome::new_version);
  EXPECT_TRUE(receipt.stealth);
  const auto stored = desk.read().at(0);
  EXPECT_TRUE(stored.stealth);
  EXPECT_EQ(stored.time, at("2030-05-02T20:00Z")) << "it became known when it came";
}

TEST(Put, AllVersionsAgainAreNothingNew) {
  Desk desk;
  std::vector<Document> documents;
  for (int i = 1; i <= 4; ++i) {
    documents.push_back(
        article("a" + std::to_string(i), "Version " + std::to_string(i), "2030-05-01T08:00Z"));
    documents.back().item = "a";
    documents.back().version = static_cast<std::uint32_t>(i);
    desk.put(documents.back());
  }
  for (const Document& document : documents) {
    EXPECT_EQ(desk.put(document).outcome, Outcome::unchanged);
  }
}

struct Pair {
  const char* what;
  Document first;
  Document second;
  Outcome outcome;
};

Document with(Document document, void (*change)(Document&)) {
  change(document);
  return document;
}

TEST(Put, WhatMakesTwoDocumentsOneArticle) {
  const Document base = article("a", "Two boats sank.");
  const auto changed = [](void (*change)(Document&)) {
    Document document = article("a", "Three boats sank.");
    change(document);
    return document;
  };
  const Pair rows[] = {
      {"the same id", base, changed([](Document&) {}), Outcome::new_version},
      {"another id", base, changed([](Document& d) { d.id = "b"; }), Outcome::added},
      {"the same id elsewhere", base, changed([](Document& d) { d.source = "Delta Wire"; }),
       Outcome::added},
      {"the same url", with(base, [](Document& d) { d.url = "https://x.test/1"; }),
       changed([](Document& d) {
         d.id = "b";
         d.url = "https://x.test/1";
       }),
       Outcome::new_version},
      {"the same item", with(base, [](Document& d) { d.item = "i"; }), changed([](Document& d) {
         d.id = "b";
         d.item = "i";
       }),
       Outcome::new_version},
      {"the same id, an item named since", base, changed([](Document& d) { d.item = "i"; }),
       Outcome::new_version},
      {"the same id and other items", with(base, [](Document& d) { d.item = "h"; }),
       changed([](Document& d) { d.item = "i"; }), Outcome::added},
      {"an item, then only its id", with(base, [](Document& d) { d.item = "h"; }),
       changed([](Document&) {}), Outcome::new_version},
      {"the text goes back, and says so", base,
       with(base, [](Document& d) { d.updated = on("2030-05-03"); }), Outcome::unchanged},
  };
  for (const Pair& row : rows) {
    SCOPED_TRACE(row.what);
    Desk desk;
    EXPECT_EQ(desk.put(row.first).outcome, Outcome::added);
    EXPECT_EQ(desk.put(row.second).outcome, row.outcome);
  }
}

/// A place of a file that showed one text, then another.
Document changed_in_place(Desk& desk, void (*change)(Document&)) {
  Document document = article("a", "Two boats sank.", "2030-05-01T08:00Z");
  change(document);
  desk.put(document);
  Document second = document;
  second.text = "Three boats sank.";
  desk.put(second);
  return document;
}

TEST(Put, ATextThatIsPutBackInItsPlaceIsAVersion) {
  struct Row {
    const char* what;
    void (*before)(Document&);
    void (*then)(Document&);
    Outcome outcome;
  };
  const auto nothing = [](Document&) {};
  const auto in_lines = [](Document& d) { d.in_file = false; };
  const Row rows[] = {
      {"a file of its own", nothing, nothing, Outcome::new_version},
      {"a line of a file", in_lines, nothing, Outcome::new_version},
      {"a file of its own, its head grown", nothing, [](Document& d) { d.first_line = 4; },
       Outcome::new_version},
      {"a line behind those before", in_lines, [](Document& d) { d.first_line = 3; },
       Outcome::new_version},
      {"another file", nothing, [](Document& d) { d.path = "old/wire.jsonl"; }, Outcome::unchanged},
      {"an import", nothing, [](Document& d) { d.received = at("2030-05-01T09:00Z"); },
       Outcome::unchanged},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.what);
    Desk desk;
    Document document = changed_in_place(desk, row.before);
    row.then(document);
    EXPECT_EQ(desk.put(document).outcome, row.outcome);
    const bool back = row.outcome == Outcome::new_version;
    EXPECT_THAT(texts(desk.read()), ElementsAre(back ? "Two boats sank." : "Three boats sank."));
    EXPECT_EQ(desk.put(document).outcome, Outcome::unchanged);
  }
}

TEST(Put, ALogOfOneArticleIsNothingNewAgain) {
  Desk desk;
  std::vector<Document> lines;
  for (const char* text : {"Two boats sank.", "Three boats sank.", "Two boats sank."}) {
    lines.push_back(article("a", text, "2030-05-01T08:00Z"));
    lines.back().in_file = false;
    lines.back().first_line = static_cast<std::uint32_t>(lines.size());
  }
  for (const Document& line : lines) {
    EXPECT_NE(desk.put(line).outcome, Outcome::unchanged);
  }
  for (const Document& line : lines) {
    EXPECT_EQ(desk.put(line).outcome, Outcome::unchanged);
  }
  EXPECT_THAT(texts(desk.read()), ElementsAre("Two boats sank."));
}

TEST(Put, ATextThatGoesBackIsAVersionIfItSaysSo) {
  Desk desk;
  Document document = article("a", "Two boats sank.", "2030-05-01T08:00Z");
  desk.put(document);
  Document second = document;
  second.text = "Three boats sank.";
  second.updated = on("2030-05-01T09:00Z");
  desk.put(second);
  document.updated = on("2030-05-01T10:00Z");
  EXPECT_EQ(desk.put(document).outcome, Outcome::new_version);
  EXPECT_THAT(texts(desk.read()), ElementsAre("Two boats sank."));
  EXPECT_EQ(desk.put(second).outcome, Outcome::unchanged);
}

TEST(Put, TheOrderOfArrivalDoesNotMatter) {
  std::vector<Document> documents;
  for (int i = 1; i <= 4; ++i) {
    Document document = article("a", "Text " + std::to_string(i), "2030-05-01T08:00Z");
    document.updated = on("2030-05-01T1" + std::to_string(i) + ":00Z");
    documents.push_back(document);
  }
  std::vector<std::size_t> order = {0, 1, 2, 3};
  do {
    Desk desk;
    for (const std::size_t i : order) {
      desk.put(documents[i]);
    }
    const auto all = desk.read({.every_version = true});
    EXPECT_THAT(texts(all), ElementsAre("Text 1", "Text 2", "Text 3", "Text 4"));
    EXPECT_THAT(versions(all), ElementsAre(1U, 2U, 3U, 4U));
    EXPECT_THAT(texts(desk.read()), ElementsAre("Text 4"));
    EXPECT_THAT(*desk.store().check(), testing::IsEmpty());
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Put, NumbersAsGivenStayWhereTheyTellVersionsApart) {
  Desk desk;
  for (const std::uint32_t version : {7U, 3U, 5U}) {
    Document document = article("a", "Text " + std::to_string(version));
    document.version = version;
    desk.put(document);
  }
  const auto all = desk.read({.every_version = true});
  std::vector<std::uint32_t> found = versions(all);
  std::sort(found.begin(), found.end());
  EXPECT_THAT(found, ElementsAre(3U, 5U, 7U));
  EXPECT_THAT(texts(desk.read()), ElementsAre("Text 7"));
}

TEST(Put, ABatchMayHoldSeveralVersions) {
  Desk desk;
  std::vector<Arrival> batch;
  for (const char* text : {"One.", "Two.", "One.", "Two."}) {
    batch.push_back({article("a", text), {}, "", {}});
  }
  const auto receipts = desk.store().put(batch, desk.names);
  ASSERT_TRUE(receipts.has_value());
  std::vector<Outcome> outcomes;
  for (const Receipt& receipt : *receipts) {
    outcomes.push_back(receipt.outcome);
  }
  EXPECT_THAT(outcomes, ElementsAre(Outcome::added, Outcome::new_version, Outcome::unchanged,
                                    Outcome::unchanged));
}

TEST(Put, ProbeSaysWhatPutWouldDo) {
  Desk desk;
  const Document known = article("a", "One.");
  desk.put(known);
  const std::vector<Document> documents = {known, article("a", "Two."), article("b", "One.")};
  const auto receipts = desk.store().probe(documents);
  ASSERT_TRUE(receipts.has_value());
  EXPECT_EQ(receipts->at(0).outcome, Outcome::unchanged);
  EXPECT_EQ(receipts->at(1).outcome, Outcome::new_version);
  EXPECT_EQ(receipts->at(2).outcome, Outcome::added);
  EXPECT_EQ(desk.read({.every_version = true}).size(), 1U);
}

TEST(Put, AHostileFeedOfVersionsStaysCheap) {
  Desk desk;
  std::vector<Arrival> batch;
  for (int i = 5000; i > 0; --i) {  // each arrives before the one that it follows
    Document document = article("a", "Text " + std::to_string(i));
    document.version = static_cast<std::uint32_t>(i);
    batch.push_back({document, {}, "", {}});
  }
  ASSERT_TRUE(desk.store().put(batch, desk.names).has_value());
  EXPECT_THAT(texts(desk.read()), ElementsAre("Text 5000"));
  EXPECT_THAT(*desk.store().check(), testing::IsEmpty());
}

TEST(Put, FactsOfOtherRulesAreListedAndReplaced) {
  Desk desk;
  const Row row = desk.put(article("a", "Two died."), {count(0, 2)}).row;
  const RuleSet newer = press_rules("h2");
  const RuleNames names(newer);
  EXPECT_THAT(*desk.store().outdated(desk.names, 0, 10), testing::IsEmpty());
  EXPECT_THAT(*desk.store().outdated(names, 0, 10), ElementsAre(row));
  EXPECT_THAT(*desk.store().outdated(names, row, 10), testing::IsEmpty());

  const std::vector<Row> rows = {row};
  const std::vector<Arrival> arrivals = {{{}, {count(1, 3), count(1, 4)}, "new sketch", {}}};
  ASSERT_TRUE(desk.store().replace_facts(rows, arrivals, names).has_value());
  EXPECT_THAT(*desk.store().outdated(names, 0, 10), testing::IsEmpty());
  const auto stored = desk.read({.parts = {.sketch = true}}).at(0);
  EXPECT_EQ(stored.facts.size(), 2U);
  EXPECT_EQ(stored.sketch, "new sketch");
  EXPECT_FALSE(stored.current_rules) << "read with the older rules";
  EXPECT_EQ(desk.read({.fact = "core/deaths"}).size(), 0U);
  EXPECT_EQ(desk.read({.fact = "core/injured"}).size(), 1U);
}

}  // namespace
}  // namespace concord::store
