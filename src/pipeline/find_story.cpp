// The story of a draft, among all that the store has.
#include <algorithm>
#include <cstdint>
#include <future>
#include <iterator>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/lexicon.h"
#include "group/group.h"
#include "pipeline/draft.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kTerms = 24;      // of the draft, looked up
constexpr std::size_t kNear = 32;       // articles that share the most of them
constexpr std::size_t kOthers = 3;      // stories told of besides the one chosen
constexpr std::size_t kVersions = 500;  // of one story, read
constexpr float kByFar = 2;

/// What grouping asks of words needs no lexicon.
TokenizedText tokens_of(const Document& document) {
  TokenizedText tokens;
  tokenize::tokenize(document, Lexicon(), tokens);
  return tokens;
}

class StorySearch {
 public:
  StorySearch(const store::Store& store, const Document& draft) : store_(store), draft_(draft) {}

  Result<StoryPlace> run(std::string_view which) {
    if (const auto done = choose(which); !done) {
      return failure(done.error());
    }
    return std::move(found_);
  }

 private:
  Result<void> choose(std::string_view which) {
    if (which == "none") {
      return {};
    }
    if (which != "auto") {
      return pin(std::string(which));
    }
    if (draft_.story) {
      if (auto done = pin(*draft_.story); !done || found_.certainty != Certainty::none) {
        return done;
      }
    }
    return search();
  }

  Result<void> pin(const std::string& id) {
    const auto stories = store_.stories_beginning(id, 1);
    if (!stories) {
      return failure(stories.error());
    }
    if (!stories->empty() && stories->front().id == id) {
      found_.certainty = Certainty::pinned;
      found_.story = {
          .id = id, .title = stories->front().title, .documents = stories->front().documents};
    }
    return {};
  }

  Result<void> search() {
    const TokenizedText tokens = tokens_of(draft_);
    const std::string sketch = group::SketchWriter().write({&draft_, &tokens});
    const auto rows = store_.near(group::search_terms(sketch, kTerms), kNear);
    if (!rows) {
      return failure(rows.error());
    }
    if (rows->empty()) {
      return {};
    }
    store::Selection near;
    near.rows = *rows;
    near.parts = {.text = false, .facts = false, .sketch = true};
    std::vector<store::StoredDocument> documents;
    auto done = store_.for_each_document(near, [&](store::StoredDocument& stored) {
      if (stored.document.id != draft_.id) {
        documents.push_back(std::move(stored));
      }
      return true;
    });
    if (!done) {
      return done;
    }
    std::vector<group::Member> members;
    for (const store::StoredDocument& stored : documents) {
      members.push_back({&stored.document, nullptr, stored.story, stored.sketch});
    }
    return take(group::likenesses({&draft_, nullptr, {}, sketch}, members), documents);
  }

  Result<void> take(const std::vector<group::Likeness>& stories,
                    const std::vector<store::StoredDocument>& documents) {
    const auto fit = std::ranges::find_if(stories, &group::Likeness::fits);
    for (auto story = stories.begin(); story != stories.end(); ++story) {
      if (story != fit && found_.others.size() == kOthers) {
        continue;
      }
      auto near = told(*story);
      if (!near) {
        return failure(near.error());
      }
      if (story == fit) {
        found_.story = std::move(*near);
      } else if (!near->title.empty()) {
        found_.others.push_back(std::move(*near));
      }
    }
    if (fit == stories.end()) {
      return {};
    }
    for (const std::uint32_t member : fit->members) {
      if (documents[member].story.empty()) {
        found_.unplaced.push_back(documents[member].row);
      }
    }
    const float rival = found_.others.empty() ? 0 : found_.others.front().likeness;
    const bool by_far = fit->likeness >= kByFar * fit->needed && fit->likeness >= kByFar * rival;
    found_.certainty = by_far ? Certainty::certain : Certainty::likely;
    return {};
  }

  Result<NearStory> told(const group::Likeness& likeness) const {
    NearStory near;
    near.id = likeness.story;
    near.documents = likeness.members.size();
    near.likeness = likeness.likeness;
    near.needed = likeness.needed;
    if (!near.id.empty()) {
      const auto stories = store_.stories_beginning(near.id, 1);
      if (!stories) {
        return failure(stories.error());
      }
      if (!stories->empty()) {
        near.title = stories->front().title;
        near.documents = stories->front().documents;
      }
    }
    return near;
  }

  const store::Store& store_;
  const Document& draft_;
  StoryPlace found_;
};

class StoryReading {
 public:
  StoryReading(const store::Store& store, const store::RuleNames& names, const Document& draft,
               StoryPlace place)
      : store_(store), names_(names), draft_(draft), unplaced_(std::move(place.unplaced)) {
    found_.certainty = place.certainty;
    found_.story = std::move(place.story);
    found_.others = std::move(place.others);
  }

  Result<DraftStory> run() {
    if (const auto done = read(); !done) {
      return failure(done.error());
    }
    auto decisions = store_.decisions();
    if (!decisions) {
      return failure(decisions.error());
    }
    std::ranges::copy_if(*decisions, std::back_inserter(found_.decisions),
                         [](const store::Decision& decision) {
                           return decision.kind == store::DecisionKind::accept;
                         });
    return std::move(found_);
  }

 private:
  /// The articles of the story chosen, with their facts.
  Result<void> read() {
    if (found_.certainty == Certainty::none) {
      return {};
    }
    if (!found_.story.id.empty()) {
      store::Selection placed;
      placed.story = found_.story.id;
      placed.newest_first = true;
      if (auto done = read(std::move(placed), kVersions); !done) {
        return done;
      }
      std::ranges::reverse(found_.documents);
    }
    if (!unplaced_.empty()) {
      store::Selection others;
      others.rows = unplaced_;
      others.whole_items = true;
      if (auto done = read(std::move(others)); !done) {
        return done;
      }
    }
    std::ranges::stable_sort(found_.documents, {}, &store::StoredDocument::time);
    if (found_.story.title.empty() && !found_.documents.empty()) {
      const Document& first = found_.documents.front().document;
      found_.story.title = group::title_of(first, tokens_of(first));
    }
    return {};
  }

  /// Reads at most the first `most` versions.
  Result<void> read(store::Selection selection, std::size_t most = SIZE_MAX) {
    selection.every_version = true;
    selection.names = &names_;
    selection.parts = {.text = true, .facts = true, .sketch = true};
    std::size_t count = 0;
    return store_.for_each_document(selection, [&](store::StoredDocument& stored) {
      const Document& document = stored.document;
      const bool is_draft = document.id == draft_.id || document.text == draft_.text;
      if (!is_draft && read_.insert(stored.row).second) {
        found_.documents.push_back(std::move(stored));
      }
      return ++count < most;
    });
  }

  const store::Store& store_;
  const store::RuleNames& names_;
  const Document& draft_;
  std::vector<store::Row> unplaced_;
  std::unordered_set<store::Row> read_;
  DraftStory found_;
};

}  // namespace

Result<StoryPlace> search_story(const store::Store& store, const Document& draft,
                                std::string_view which) {
  return StorySearch(store, draft).run(which);
}

Result<std::vector<StoryPlace>> search_stories(const store::Store& store,
                                               const std::vector<Document>& drafts,
                                               std::string_view which,
                                               const std::function<void()>& meanwhile) {
  auto search = std::async(std::launch::async, [&]() -> Result<std::vector<StoryPlace>> {
    std::vector<StoryPlace> places;
    for (const Document& draft : drafts) {
      auto place = search_story(store, draft, which);
      if (!place) {
        return failure(place.error());
      }
      places.push_back(*std::move(place));
    }
    return places;
  });
  meanwhile();
  return search.get();
}

Result<DraftStory> read_story(const store::Store& store, const store::RuleNames& names,
                              const Document& draft, StoryPlace place) {
  return StoryReading(store, names, draft, std::move(place)).run();
}

Result<DraftStory> find_story(const store::Store& store, const store::RuleNames& names,
                              const Document& draft, std::string_view which) {
  auto place = search_story(store, draft, which);
  return place ? read_story(store, names, draft, *std::move(place)) : failure(place.error());
}

}  // namespace concord::pipeline
