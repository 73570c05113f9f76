// What comes out: whole documents, by story, time and version; stories, decisions, nights.
#include <gmock/gmock.h>

#include "desk.h"

namespace concord::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> ids(const std::vector<StoredDocument>& documents) {
  std::vector<std::string> found;
  for (const StoredDocument& document : documents) {
    found.push_back(document.document.id);
  }
  return found;
}

TEST(Read, EveryFieldOfADocumentComesBack) {
  Desk desk;
  Document written = article("a", "Fire at the quay\n\nTwo died.");
  written.path = "wire/a.md";
  written.url = "https://harbor.test/a";
  written.language = "en-GB";
  written.item = "quay-fire";
  written.version = 3;
  written.story = "quay";
  written.published = on("2030-05-01T10:00+02:00");
  written.published->offset_minutes = 120;
  written.updated = on("2030-05-01");
  written.headline = {0, 16};
  written.body_begin = 18;
  written.first_line = 7;
  written.in_file = false;
  written.markdown = true;
  written.story_by_rules = true;
  desk.put(written, {count(0, 2)});

  const StoredDocument stored = desk.read({.parts = {.sketch = true}}).at(0);
  const auto& [id, source, path, url, language, item, version, story, story_by_rules, published,
               updated, text, headline, body_begin, first_line, in_file, received, markdown, page,
               stretches] = stored.document;
  EXPECT_EQ(received, stored.received);
  EXPECT_EQ(id, written.id);
  EXPECT_EQ(source, written.source);
  EXPECT_EQ(path, written.path);
  EXPECT_EQ(url, written.url);
  EXPECT_EQ(language, written.language);
  EXPECT_EQ(item, written.item);
  EXPECT_EQ(version, written.version);
  EXPECT_EQ(story, written.story);
  EXPECT_EQ(story_by_rules, written.story_by_rules);
  EXPECT_EQ(published, written.published);
  EXPECT_EQ(updated, written.updated);
  EXPECT_EQ(text, written.text);
  EXPECT_EQ(headline, written.headline);
  EXPECT_EQ(body_begin, written.body_begin);
  EXPECT_EQ(first_line, written.first_line);
  EXPECT_EQ(in_file, written.in_file);
  EXPECT_EQ(markdown, written.markdown);
  EXPECT_EQ(page, "") << "a store keeps the text alone";
  EXPECT_TRUE(stretches.empty());
  EXPECT_EQ(stored.received, at("2030-05-02T20:00Z"));
  EXPECT_EQ(stored.sketch, "sketch of a");
  EXPECT_TRUE(stored.current_rules);
  ASSERT_EQ(stored.facts.size(), 1U);
  EXPECT_EQ(std::get<Quantity>(stored.facts[0].value).nominal, Decimal(2));
}

TEST(Read, BytesThatAreNoTextComeBack) {
  Desk desk;
  const std::string text("a\0b\xE2\x82\xAC", 6);
  desk.put(article("a", text));
  EXPECT_EQ(desk.read().at(0).document.text, text);
  EXPECT_EQ(desk.put(article("a", text)).outcome, Outcome::unchanged);
}

TEST(Read, OnlyThePartsAskedFor) {
  Desk desk;
  desk.put(article("a", "Two died."), {count(0, 2)});
  const StoredDocument bare = desk.read({.parts = {.text = false, .facts = false}}).at(0);
  EXPECT_THAT(bare.document.text, IsEmpty());
  EXPECT_THAT(bare.facts, IsEmpty());
  EXPECT_THAT(bare.sketch, IsEmpty());
}

struct Expected {
  const char* what;
  Selection selection;
  std::vector<std::string> ids;
};

TEST(Read, SelectionsGiveTheseInOrderOfTime) {
  Desk desk;
  desk.put(article("b", "Two.", "2030-05-02"), {count(0, 2)});
  desk.put(article("a", "One.", "2030-05-01"), {count(1, 1)});
  Document other = article("c", "Three.", "2030-05-03");
  other.source = "Delta Wire";
  const auto row = desk.put(other, {count(0, 3)}).row;
  const std::vector<StoredStory> stories = {{"s1", "Fire", at("2030-05-01"), at("2030-05-03"), 0}};
  const std::vector<StoredPlacement> placements = {{row, "s1", 1}};
  ASSERT_TRUE(desk.store().put_stories(stories, placements).has_value());

  const Expected rows[] = {
      {"all", {}, {"a", "b", "c"}},
      {"a story", {.story = "s1"}, {"c"}},
      {"no such story", {.story = "s2"}, {}},
      {"a source", {.source = "Delta Wire"}, {"c"}},
      {"from", {.from = at("2030-05-02")}, {"b", "c"}},
      {"until, which is not in it", {.until = at("2030-05-02")}, {"a"}},
      {"known then", {.as_of = at("2030-05-02")}, {"a", "b"}},
      {"with a fact", {.fact = "core/deaths"}, {"b", "c"}},
      {"rows", {.rows = {3, 2}}, {"a", "c"}},
      {"unplaced", {.unplaced = true}, {"a", "b"}},
      {"placed", {.placed = true}, {"c"}},
      {"the newest first", {.newest_first = true}, {"c", "b", "a"}},
  };
  for (const Expected& expected : rows) {
    SCOPED_TRACE(expected.what);
    EXPECT_EQ(ids(desk.read(expected.selection)), expected.ids);
  }
  EXPECT_EQ(desk.read({.story = "s1"}).at(0).copy_of, 1);
}

TEST(Read, AsOfGivesTheVersionKnownThen) {
  Desk desk;
  Document document = article("a", "Two.", "2030-05-01T08:00Z");
  desk.put(document);
  document.text = "Three.";
  document.updated = on("2030-05-01T12:00Z");
  desk.put(document);
  const store::Selection newest = {.rows = {2}, .every_version = true};
  const store::Selection whole = {.rows = {2}, .whole_items = true, .every_version = true};
  EXPECT_EQ(desk.read(newest).size(), 1U);
  EXPECT_EQ(desk.read(whole).size(), 2U) << "with the versions before";
  document.text = "Four.";  // a stealth edit, seen at 20:00 on the second
  desk.put(document);
  const std::pair<const char*, std::vector<std::string>> rows[] = {
      {"2030-05-01T07:00Z", {}},         {"2030-05-01T08:00Z", {"Two."}},
      {"2030-05-01T12:00Z", {"Three."}}, {"2030-05-02T19:59Z", {"Three."}},
      {"2030-05-02T20:00Z", {"Four."}},
  };
  for (const auto& [time, texts] : rows) {
    SCOPED_TRACE(time);
    std::vector<std::string> found;
    for (const StoredDocument& read : desk.read({.as_of = at(time)})) {
      found.push_back(read.document.text);
    }
    EXPECT_EQ(found, texts);
  }
}

TEST(Read, AsGivenTellsNothingThatTheInputDidNot) {
  Desk desk;
  desk.put(article("a", "One."));
  desk.put(article("a", "Two."));
  const auto told = desk.read();
  EXPECT_EQ(told.at(0).document.item, "a");
  EXPECT_EQ(told.at(0).document.version, 2U);
  const auto given = desk.read({.as_given = true});
  EXPECT_EQ(given.at(0).document.item, std::nullopt);
  EXPECT_EQ(given.at(0).document.version, 1U);
}

TEST(Read, ReadingMayNestAndEndEarly) {
  Desk desk;
  desk.put(article("a", "One."));
  desk.put(article("b", "Two."));
  int calls = 0;
  const auto done = desk.store().for_each_document({}, [&](StoredDocument&) {
    calls += static_cast<int>(desk.read().size());
    return false;
  });
  EXPECT_TRUE(done.has_value());
  EXPECT_EQ(calls, 2);
}

TEST(Stories, NewVersionsStayAndEmptyStoriesGo) {
  Desk desk;
  const auto first = desk.put(article("a", "One.", "2030-05-01")).row;
  const auto second = desk.put(article("b", "Two.", "2030-05-02")).row;
  const std::vector<StoredStory> stories = {{"s1", "Fire", at("2030-05-01"), at("2030-05-01"), 0},
                                            {"s2", "Flood", at("2030-05-02"), at("2030-05-02"), 0}};
  const std::vector<StoredPlacement> placements = {{first, "s1", {}}, {second, "s2", {}}};
  ASSERT_TRUE(desk.store().put_stories(stories, placements).has_value());
  desk.put(article("a", "One and a half.", "2030-05-01"));
  EXPECT_EQ(desk.read({.story = "s1"}).size(), 1U);
  EXPECT_EQ(desk.read({.story = "s1", .every_version = true}).size(), 2U);

  std::vector<std::string> names;
  const auto kept = desk.store().stories();
  for (const StoredStory& story : kept.value()) {
    names.push_back(story.id + " " + story.title + " " + std::to_string(story.documents));
  }
  EXPECT_THAT(names, ElementsAre("s2 Flood 1", "s1 Fire 1"));
  EXPECT_EQ(desk.store().stories(at("2030-05-02"), at("2030-05-02T12:00Z"))->size(), 1U);

  const std::vector<StoredPlacement> moved = {{second, "s1", first}};
  ASSERT_TRUE(desk.store().put_stories({}, moved).has_value());
  EXPECT_EQ(desk.store().stories()->size(), 1U);
}

TEST(Decisions, AreKeptWithTheirHistory) {
  Desk desk;
  Decision merge{.kind = DecisionKind::merge, .subject = "s1", .object = "s2"};
  merge.reason = "one fire";
  merge.by = "mara";
  merge.made = at("2030-05-02T20:00Z");
  Decision accept{.kind = DecisionKind::accept, .subject = "f1"};
  accept.until = at("2030-06-01");
  const auto first = desk.store().decide(merge);
  ASSERT_TRUE(first.has_value());
  ASSERT_TRUE(desk.store().decide(accept).has_value());
  ASSERT_TRUE(desk.store().withdraw(*first, "jo").has_value());

  const auto now = *desk.store().decisions();
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].kind, DecisionKind::accept);
  EXPECT_EQ(now[0].until, at("2030-06-01"));
  const auto all = *desk.store().decisions(true);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].reason, "one fire");
  EXPECT_EQ(all[0].by, "mara");
  EXPECT_EQ(all[0].object, "s2");
  EXPECT_EQ(all[0].withdrawn, at("2030-05-02T20:00Z"));
  EXPECT_EQ(all[0].withdrawn_by, "jo");
}

StoredFinding finding(std::string id, std::string json) {
  return {std::move(id), "s1", "discrepancy", "conflict", "warning", std::move(json)};
}

std::vector<std::string> night(Desk& desk, Row snapshot) {
  std::vector<std::string> found;
  const auto done = desk.store().for_each_finding(snapshot, [&](const StoredFinding& read) {
    found.push_back(read.id + read.json);
    return true;
  });
  EXPECT_TRUE(done.has_value());
  return found;
}

Row put_night(Desk& desk, const std::string& id, const std::vector<StoredFinding>& findings) {
  Snapshot snapshot;
  snapshot.id = id;
  snapshot.time = at("2030-05-02");
  auto writer = desk.store().write_snapshot(snapshot);
  EXPECT_TRUE(writer->add(findings).has_value());
  const auto row = writer->commit("{}");
  EXPECT_TRUE(row.has_value()) << row.error().message;
  return row.value_or(0);
}

TEST(Snapshots, EachNightComesBackAsItWas) {
  Desk desk;
  const auto one = put_night(desk, "n1", {finding("f1", "a"), finding("f2", "b")});
  const auto two =
      put_night(desk, "n2", {finding("f1", "a"), finding("f2", "c"), finding("f3", "d")});
  const auto three = put_night(desk, "n3", {});
  const auto four = put_night(desk, "n4", {finding("f1", "a")});
  EXPECT_THAT(night(desk, one), ElementsAre("f1a", "f2b"));
  EXPECT_THAT(night(desk, two), ElementsAre("f1a", "f2c", "f3d"));
  EXPECT_THAT(night(desk, three), IsEmpty());
  EXPECT_THAT(night(desk, four), ElementsAre("f1a"));
  EXPECT_EQ(desk.store().snapshots()->size(), 4U);
}

TEST(Snapshots, TheNewestMayBePutAgain) {
  Desk desk;
  const auto one = put_night(desk, "n1", {finding("f1", "a"), finding("f2", "b")});
  put_night(desk, "n2", {finding("f3", "c")});
  const auto two = put_night(desk, "n2", {finding("f1", "a"), finding("f2", "x")});
  EXPECT_THAT(night(desk, one), ElementsAre("f1a", "f2b"));
  EXPECT_THAT(night(desk, two), ElementsAre("f1a", "f2x"));
  EXPECT_EQ(desk.store().snapshots()->size(), 2U);
  const auto old = desk.store().write_snapshot({.id = "n1"});
  EXPECT_EQ(old.error().code, "S109");
  EXPECT_THAT(night(desk, two), ElementsAre("f1a", "f2x"));
}

TEST(Snapshots, StoriesAtRestCarryOver) {
  Desk desk;
  StoredFinding other = finding("f2", "b");
  other.story = "s2";
  put_night(desk, "n1", {finding("f1", "a"), other, finding("f3", "c")});
  auto writer = desk.store().write_snapshot({.id = "n2"});
  ASSERT_TRUE(writer.has_value());
  EXPECT_TRUE(writer->add(std::vector{finding("f3", "d")}).has_value());
  writer->carry_over([](const std::string& story) { return story == "s1"; });
  const auto two = writer->commit("{}");
  EXPECT_THAT(night(desk, two.value_or(0)), ElementsAre("f1a", "f3d"));
}

TEST(Snapshots, OfTwoFindingsWithOneIdTheFirstCounts) {
  Desk desk;
  const auto one = put_night(desk, "n1", {finding("f1", "a"), finding("f1", "b")});
  EXPECT_THAT(night(desk, one), ElementsAre("f1a"));
}

TEST(Snapshots, OneThatIsNotCommittedLeavesNothing) {
  Desk desk;
  const auto one = put_night(desk, "n1", {finding("f1", "a")});
  {
    auto writer = desk.store().write_snapshot({.id = "n1"});
    EXPECT_TRUE(writer->add(std::vector{finding("f2", "b")}).has_value());
  }
  EXPECT_THAT(night(desk, one), ElementsAre("f1a"));
  EXPECT_EQ(desk.store().snapshots()->size(), 1U);
}

TEST(Snapshots, OnlyWhatChangedTakesRoom) {
  Desk desk;
  std::vector<StoredFinding> findings;
  for (int i = 0; i < 200; ++i) {
    findings.push_back(finding("f" + std::to_string(i), std::string(2000, 'x')));
  }
  put_night(desk, "n0", findings);
  const auto before = desk.store().counts()->bytes;
  for (int i = 1; i < 30; ++i) {
    put_night(desk, "n" + std::to_string(i), findings);
  }
  EXPECT_LE(desk.store().counts()->bytes, before + 32768);
}

}  // namespace
}  // namespace concord::store
