#include "pipeline/draft.h"

#include <filesystem>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "group/group.h"
#include "pipeline/engine.h"
#include "press_rules.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A store in a folder of its own, and what is put into it.
class DraftStore : public ::testing::Test {
 protected:
  DraftStore() {
    std::string name = (std::filesystem::temp_directory_path() / "concord-draft-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    store_ = store::open(folder_ + "/concord.db",
                         {.mode = store::Mode::create, .now = at("2030-05-02T20:00Z")});
  }
  ~DraftStore() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  static Timestamp at(const char* time) { return parse_iso8601(time)->utc; }

  static Document article(const std::string& id, const std::string& title, const std::string& text,
                          const char* published) {
    Document made;
    made.id = id;
    made.source = id.substr(0, id.find('-'));
    made.text = title + "\n\n" + text;
    made.headline = {0, static_cast<std::uint32_t>(title.size())};
    made.body_begin = static_cast<std::uint32_t>(title.size()) + 2;
    made.published =
        Publication{.written = published, .begin = at(published), .end = at(published)};
    return made;
  }

  store::Row put(const Document& document) {
    TokenizedText tokens;
    tokenize::tokenize(document, engine_.parts().lexicon, tokens);
    store::Arrival arrival;
    arrival.document = document;
    extract_facts(engine_.parts(), document, tokens, {}, arrival.facts);
    arrival.sketch = group::SketchWriter().write({&document, &tokens});
    arrival.terms = group::search_terms(arrival.sketch, 20);
    return store_->put(std::vector{arrival}, names_)->at(0).row;
  }

  /// Two stories of Tern and Calder, the first of two articles.
  void put_stories() {
    put(article("ledger-1", "Bomb in Tern kills 12",
                "A bomb in the Lantern Market of Tern killed 12 people, said Mayor Odile Brandt.",
                "2030-05-01T10:00Z"));
    put(article("quay-1", "Blast in the Lantern Market",
                "The bomb in the Lantern Market of Tern killed 15 people, Odile Brandt said.",
                "2030-05-01T15:00Z"));
    put(article("ledger-2", "Ferry sinks off Calder",
                "The ferry Asta Norn sank off Calder and killed 40 people, the coast guard said.",
                "2030-05-01T12:00Z"));
    ASSERT_TRUE(place_documents(engine_, *store_, {}).has_value());
  }

  Document draft(const std::string& text, const std::string& name = "draft.md") {
    Diagnostics complaints;
    return draft_of(name, text, {}, complaints).value();
  }
  DraftStory story_of(const Document& given, std::string_view which = "auto") {
    auto story = find_story(*store_, names_, given, which);
    EXPECT_TRUE(story.has_value()) << story.error().message;
    return *story;
  }
  std::vector<std::string> codes(const CheckedDraft& checked) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : checked.diagnostics) {
      codes.push_back(diagnostic.code);
    }
    return codes;
  }

  Engine engine_ = engine_with(kTwoExamples);
  store::RuleNames names_{engine_.rules()};
  std::string folder_;
  Result<store::Store> store_ = failure({});
};

constexpr const char* kTern =
    "# Tern mourns\n\nThe bomb in the Lantern Market of Tern killed 12 people, Mayor Odile Brandt "
    "said.\n";

TEST_F(DraftStore, FindsItsStoryAndIsHeldAgainstIt) {
  put_stories();
  const Document mine = draft(kTern);
  const DraftStory story = story_of(mine);
  EXPECT_NE(story.certainty, Certainty::none);
  EXPECT_EQ(story.story.title, "Bomb in Tern kills 12");
  EXPECT_EQ(story.documents.size(), 2U) << "the ferry is not read";
  const CheckedDraft checked = check_draft(engine_, mine, story, {}, at("2030-05-02T20:00Z"));
  EXPECT_THAT(codes(checked), ElementsAre("deaths/behind"));
  EXPECT_EQ(checked.findings.documents.size(), 3U);
  EXPECT_EQ(store_->counts()->documents, 3) << "a draft never enters the store";
}

TEST_F(DraftStore, NothingChangesByWhatIsReadAheadOrKept) {
  put_stories();
  const Timestamp clock = at("2030-05-02T20:00Z");
  const Document mine = draft(kTern);
  const DraftStory story = story_of(mine);
  const StoryWords words(engine_, story);
  for (const std::optional<Timestamp> now : {std::optional<Timestamp>(), std::optional(clock)}) {
    Options options;
    options.now = now;
    const auto plain = check_draft(engine_, mine, story, options, clock);
    DraftSide ahead(mine);
    ahead.read_ahead(engine_, options);
    const auto read = check_draft(engine_, std::move(ahead), story, options, clock);
    EXPECT_EQ(codes(read), codes(plain));
    EXPECT_EQ(read.findings.documents[0].published->begin,
              plain.findings.documents[0].published->begin);
    for (int keystroke = 0; keystroke < 2; ++keystroke) {
      EXPECT_EQ(codes(check_draft(engine_, mine, story, options, clock, &words)), codes(plain));
    }
  }
}

TEST_F(DraftStore, ArticlesThatNoNightHasPlacedAreFoundToo) {
  put(article("quay-1", "Blast in the Lantern Market",
              "The bomb in the Lantern Market of Tern killed 15 people, Odile Brandt said.",
              "2030-05-01T15:00Z"));
  const Document mine = draft(kTern);
  const DraftStory story = story_of(mine);
  EXPECT_NE(story.certainty, Certainty::none);
  EXPECT_EQ(story.story.id, "");
  EXPECT_EQ(story.story.title, "Blast in the Lantern Market");
  EXPECT_THAT(codes(check_draft(engine_, mine, story, {}, at("2030-05-02T20:00Z"))),
              ElementsAre("deaths/undirected"))
      << "an undated draft is of the time of the newest article";
}

TEST_F(DraftStore, NothingFitsACopyOfAnotherMatter) {
  put_stories();
  const Document mine = draft("The council of Wexley voted for a new library. Nobody died.\n");
  const DraftStory story = story_of(mine);
  EXPECT_EQ(story.certainty, Certainty::none);
  EXPECT_THAT(story.documents, IsEmpty());
}

TEST_F(DraftStore, AStoryCanBePinnedOrLeftOut) {
  put_stories();
  const std::string ferry = store_->stories()->at(1).title == "Ferry sinks off Calder"
                                ? store_->stories()->at(1).id
                                : store_->stories()->at(0).id;
  const DraftStory pinned = story_of(draft(kTern), ferry);
  EXPECT_EQ(pinned.certainty, Certainty::pinned);
  EXPECT_EQ(pinned.story.title, "Ferry sinks off Calder");
  EXPECT_EQ(story_of(draft("---\nstory: " + ferry + "\n---\n" + kTern)).story.id, ferry);
  EXPECT_EQ(story_of(draft(kTern), "none").certainty, Certainty::none);
  EXPECT_EQ(story_of(draft(kTern), "s-absent").certainty, Certainty::none);
}

TEST_F(DraftStore, TheDraftIsNotHeldAgainstItself) {
  put_stories();
  const Document own = article("draft.md", "Tern",
                               "The bomb in the Lantern Market of Tern killed 9 "
                               "people, Mayor Odile Brandt said.",
                               "2030-05-01T16:00Z");
  put(own);
  const DraftStory story = story_of(draft(kTern));
  EXPECT_EQ(story.documents.size(), 2U);
}

TEST_F(DraftStore, AnAcceptedFindingIsMarkedUntilItsTimeIsOver) {
  put_stories();
  const Document mine = draft(kTern);
  DraftStory story = story_of(mine);
  const std::string id =
      check_draft(engine_, mine, story, {}, at("2030-05-02T20:00Z")).diagnostics.at(0).finding;
  store::Decision decision;
  decision.subject = id;
  decision.reason = "the family was not told";
  decision.until = at("2030-05-03T08:00Z");
  ASSERT_TRUE(store_->decide(decision).has_value());
  story = story_of(mine);
  const auto before = check_draft(engine_, mine, story, {}, at("2030-05-02T20:00Z"));
  ASSERT_TRUE(before.diagnostics.at(0).suppression.has_value());
  EXPECT_EQ(*before.diagnostics.at(0).suppression,
            (Suppression{false, "the family was not told", "2030-05-03T08:00:00Z"}));
  const auto after = check_draft(engine_, mine, story, {}, at("2030-05-03T08:00Z"));
  EXPECT_FALSE(after.diagnostics.at(0).suppression.has_value());
  EXPECT_THAT(after.diagnostics.at(0).notes.back().message, HasSubstr("the family was not told"));
}

TEST_F(DraftStore, TheDeskSaysHowMuchACodeWeighs) {
  put_stories();
  const Document mine = draft(kTern);
  Options options;
  options.severity = {{"deaths/behind", Severity::note}};
  const auto checked = check_draft(engine_, mine, story_of(mine), options, at("2030-05-02T20:00Z"));
  EXPECT_EQ(checked.diagnostics.at(0).severity, Severity::note);
}

}  // namespace
}  // namespace concord::pipeline
