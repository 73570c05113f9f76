#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk.h"

namespace concord::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Row put_with(Desk& desk, const std::string& id, std::vector<SearchTerm> terms,
             const std::string& text = "text") {
  const std::vector<Arrival> batch = {{article(id, text + " " + id), {}, "", std::move(terms)}};
  return desk.store().put(batch, desk.names)->at(0).row;
}

TEST(Near, ArticlesThatShareTheMostComeFirst) {
  Desk desk;
  const Row ferry = put_with(desk, "ferry", {{1, 1}, {2, 1}, {3, 1}});
  const Row harbor = put_with(desk, "harbor", {{3, 1}, {4, 1}});
  put_with(desk, "council", {{5, 1}});
  const std::vector<SearchTerm> text = {{1, 1}, {2, 1}, {3, 1}};
  EXPECT_THAT(*desk.store().near(text, 10), ElementsAre(ferry, harbor));
  EXPECT_THAT(*desk.store().near(text, 1), ElementsAre(ferry));
  EXPECT_THAT(*desk.store().near({}, 10), IsEmpty());
}

TEST(Near, ARareTermTellsMoreThanACommonOne) {
  Desk desk;
  const Row rare = put_with(desk, "rare", {{1, 1}});
  Row last = 0;
  for (int i = 0; i < 300; ++i) {
    last = put_with(desk, "common" + std::to_string(i), {{2, 1}});
  }
  const std::vector<SearchTerm> text = {{1, 1}, {2, 1}};
  EXPECT_THAT(*desk.store().near(text, 2), ElementsAre(rare, last));
  EXPECT_EQ(desk.store().near(text, 1000)->size(), 257U) << "of a common term the newest only";
}

TEST(Near, OfAnArticleTheLatestVersion) {
  Desk desk;
  put_with(desk, "ferry", {{1, 1}}, "first");
  Document second = article("ferry", "second");
  second.version = 2;
  const std::vector<Arrival> batch = {{second, {}, "", {{1, 1}, {9, 1}}}};
  const Row latest = desk.store().put(batch, desk.names)->at(0).row;
  const std::vector<SearchTerm> text = {{1, 1}, {9, 1}};
  EXPECT_THAT(*desk.store().near(text, 10), ElementsAre(latest));
}

TEST(Near, AStoreOfBeforeIsWorkedOutAnew) {
  Desk desk;
  const Row row = put_with(desk, "ferry", {{1, 1}});
  EXPECT_THAT(*desk.store().outdated(desk.names, 0, 10), IsEmpty());
  { const auto closed = std::move(desk.opened); }
  SQLite::Database(desk.path(), SQLite::OPEN_READWRITE)
      .exec(
          "DROP TABLE term; ALTER TABLE document DROP COLUMN story_by_rules; "
          "PRAGMA user_version = 1");
  desk.reopen("2030-05-03T20:00Z");
  EXPECT_THAT(*desk.store().outdated(desk.names, 0, 10), ElementsAre(row));
  const std::vector<Row> rows = {row};
  const std::vector<Arrival> anew = {{article("ferry", "text ferry"), {}, "", {{1, 1}}}};
  ASSERT_TRUE(desk.store().replace_facts(rows, anew, desk.names).has_value());
  EXPECT_THAT(*desk.store().near(anew[0].terms, 10), ElementsAre(row));
}

TEST(Stories, AreFoundByTheBeginningOfTheirIds) {
  Desk desk;
  const std::vector<StoredStory> stories = {
      {"s12", "Ferry", {}, {}, 0}, {"s13", "Fire", {}, {}, 0}, {"s2", "Vote", {}, {}, 0}};
  std::vector<StoredPlacement> places;
  for (const StoredStory& story : stories) {
    places.push_back({put_with(desk, story.id, {}), story.id, {}});
  }
  ASSERT_TRUE(desk.store().put_stories(stories, places).has_value());
  const auto ids = [&](const std::string& beginning, std::size_t most) {
    std::vector<std::string> found;
    const auto found_stories = desk.store().stories_beginning(beginning, most);
    for (const StoredStory& story : found_stories.value()) {
      found.push_back(story.id + " " + std::to_string(story.documents));
    }
    return found;
  };
  EXPECT_THAT(ids("s1", 10), ElementsAre("s12 1", "s13 1"));
  EXPECT_THAT(ids("s1", 1), ElementsAre("s12 1"));
  EXPECT_THAT(ids("s3", 10), IsEmpty());
}

}  // namespace
}  // namespace concord::store
