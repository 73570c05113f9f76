// New documents of the store into stories, a slice at a time.
#include <algorithm>
#include <iterator>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/lexicon.h"
#include "group/group.h"
#include "pipeline/engine.h"
#include "pipeline/readers.h"
#include "pipeline/side_by_side.h"
#include "tokenize/tokenize.h"

namespace concord::pipeline {
namespace {

constexpr std::size_t kSlice = 5000;   // new documents placed at once
constexpr std::size_t kBefore = 4000;  // documents of before that they are held against
constexpr std::size_t kAfter = 1000;   // and later ones, where new documents are of the past
constexpr std::int64_t kReach = 10 * kSecondsPerDay;

/// What editors decided about stories, applied to documents as they are read.
class Pins {
 public:
  explicit Pins(const std::vector<store::Decision>& decisions) {
    for (const store::Decision& decision : decisions) {
      switch (decision.kind) {
        case store::DecisionKind::merge:
          stories_.erase(decision.object);  // what is merged into lives: no chain leads back
          stories_[decision.subject] = decision.object;
          break;
        case store::DecisionKind::split:
        case store::DecisionKind::pin:
          documents_[decision.subject] = decision.object;
          break;
        case store::DecisionKind::accept:
          break;
      }
    }
  }

  void apply(store::StoredDocument& stored) const {
    if (const auto pin = documents_.find(stored.document.id); pin != documents_.end()) {
      stored.document.story = pin->second;
    }
    if (stories_.contains(stored.story)) {
      stored.document.story = stored.story;
    }
    // Whoever names a story that is no more, a pin or the input itself, means what it became.
    if (stored.document.story) {
      stored.document.story = story_of(*stored.document.story);
    }
  }

  std::string story_of(std::string story) const {
    for (auto merged = stories_.find(story); merged != stories_.end();
         merged = stories_.find(story)) {
      story = merged->second;
    }
    return story;
  }

 private:
  std::unordered_map<std::string, std::string> documents_;
  std::unordered_map<std::string, std::string> stories_;
};

using Documents = std::vector<store::StoredDocument>;

/// New documents of `from` or later, as many as are placed at once; none of `taken`, which are on
/// their way into stories.
Result<Documents> read_fresh(const store::Store& store, const std::optional<Timestamp>& from,
                             const std::optional<Timestamp>& horizon,
                             const std::unordered_set<store::Row>& taken) {
  store::Selection fresh;
  fresh.from = from;
  fresh.as_of = horizon;
  fresh.unplaced = true;
  fresh.every_version = true;
  fresh.parts = {.text = false, .facts = false, .sketch = true};
  Documents documents;
  const auto done = store.for_each_document(fresh, [&](store::StoredDocument& stored) {
    if (!taken.contains(stored.row)) {
      documents.push_back(std::move(stored));
    }
    return documents.size() < kSlice;
  });
  return done ? Result<Documents>(std::move(documents)) : failure(done.error());
}

/// One slice: new documents and those of before and after that are near in time.
class Slice {
 public:
  /// REQUIRES: there are new documents.
  Slice(const Engine& engine, store::Store& store, const Options& options, const Pins& pins,
        Documents fresh)
      : engine_(engine),
        store_(store),
        options_(options),
        pins_(pins),
        documents_(std::move(fresh)),
        fresh_(documents_.size()) {
    for (store::StoredDocument& stored : documents_) {
      pins_.apply(stored);
    }
  }

  Timestamp last() const { return documents_[fresh_ - 1].time; }

  /// Of the new documents.
  std::unordered_set<store::Row> rows() const {
    std::unordered_set<store::Row> rows;
    for (std::size_t i = 0; i < fresh_; ++i) {
      rows.insert(documents_[i].row);
    }
    return rows;
  }

  Result<void> place(std::unordered_map<std::string, store::StoredStory>& known, Placing& placed) {
    std::vector<group::Member> members;
    members.reserve(documents_.size());
    for (const store::StoredDocument& stored : documents_) {
      members.push_back({.document = &stored.document,
                         .tokens = nullptr,
                         .story = stored.story,
                         .sketch = stored.sketch});
    }
    const auto parallel = [&](std::size_t count, const std::function<void(std::size_t)>& call) {
      side_by_side(count, options_.jobs, call);
    };
    const Stories stories = group::group(members, {.parallel = parallel, .one_story = false});
    return write(stories, known, placed);
  }

  /// Reads the documents that are in stories already, and the story of earlier versions of new
  /// ones.
  Result<void> read_near() {
    const Timestamp first = documents_.front().time;
    const Timestamp last = this->last();
    store::Selection near;
    near.every_version = true;
    near.placed = true;
    near.parts = {.text = false, .facts = false, .sketch = true};
    near.from = Timestamp{first.seconds - kReach};
    near.until = Timestamp{last.seconds + 1};
    near.newest_first = true;
    Documents others;
    if (auto done = read_most(near, kBefore, others); !done) {
      return done;
    }
    std::ranges::reverse(others);
    near.from = near.until;
    near.until = Timestamp{last.seconds + kReach};
    near.newest_first = false;
    if (auto done = read_most(near, kAfter, others); !done) {
      return done;
    }
    std::unordered_map<store::Row, std::string> items;
    for (store::StoredDocument& stored : others) {
      items[stored.item] = stored.story;
      pins_.apply(stored);
      documents_.push_back(std::move(stored));
    }
    for (std::size_t i = 0; i < fresh_; ++i) {
      store::StoredDocument& stored = documents_[i];
      if (const auto earlier = items.find(stored.item); earlier != items.end()) {
        stored.story = earlier->second;
        pins_.apply(stored);
      }
    }
    return {};
  }

 private:
  /// The first of these documents, at most `most`, after those that are in `documents`.
  Result<void> read_most(const store::Selection& selection, std::size_t most,
                         Documents& documents) const {
    return store_.for_each_document(selection, [&](store::StoredDocument& stored) {
      documents.push_back(std::move(stored));
      return --most > 0;
    });
  }

  Result<void> write(const Stories& stories,
                     std::unordered_map<std::string, store::StoredStory>& known, Placing& placed) {
    std::vector<store::StoredPlacement> moves;
    std::set<std::string> changed;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const Placement& placement = stories.placements[i];
      const std::string& story = stories.stories[placement.story.index].id;
      if (i >= fresh_ && documents_[i].story == story) {
        continue;
      }
      if (i >= fresh_) {
        placed.stories.insert(documents_[i].story);
      }
      std::optional<store::Row> original;
      if (placement.copy_of) {
        original = documents_[placement.copy_of->index].row;
      }
      moves.push_back({.document = documents_[i].row, .story = story, .copy_of = original});
      changed.insert(story);
    }
    std::vector<store::StoredStory> rows;
    for (const Story& story : stories.stories) {
      if (changed.contains(story.id)) {
        rows.push_back(row_of(story, known));
      }
    }
    if (auto titled = add_titles(rows, stories); !titled) {
      return titled;
    }
    for (const store::StoredStory& row : rows) {
      known[row.id] = row;
    }
    placed.documents += fresh_;
    placed.stories.insert(changed.begin(), changed.end());
    return store_.put_stories(rows, moves);
  }

  store::StoredStory row_of(
      const Story& story, const std::unordered_map<std::string, store::StoredStory>& known) const {
    const auto before = known.find(story.id);
    store::StoredStory row = before == known.end() ? store::StoredStory() : before->second;
    row.id = story.id;
    for (const DocumentId document : story.documents) {
      const Timestamp time = documents_[document.index].time;
      row.first = std::min(row.first.value_or(time), time);
      row.last = std::max(row.last.value_or(time), time);
    }
    return row;
  }

  /// New stories are named after their earliest document, whose text is read for that.
  Result<void> add_titles(std::vector<store::StoredStory>& rows, const Stories& stories) const {
    std::unordered_map<std::string, store::StoredStory*> nameless;
    for (store::StoredStory& row : rows) {
      if (row.title.empty()) {
        nameless.emplace(row.id, &row);
      }
    }
    store::Selection first;
    first.every_version = true;
    first.parts = {.text = true, .facts = false, .sketch = false};
    std::unordered_map<store::Row, store::StoredStory*> by_document;
    for (const Story& story : stories.stories) {
      if (const auto found = nameless.find(story.id); found != nameless.end()) {
        first.rows.push_back(documents_[story.documents.front().index].row);
        by_document.emplace(first.rows.back(), found->second);
      }
    }
    if (first.rows.empty()) {
      return {};
    }
    TokenizedText tokens;
    return store_.for_each_document(first, [&](store::StoredDocument& stored) {
      if (stored.document.headline.empty()) {
        tokenize::tokenize(stored.document, engine_.parts().lexicon, tokens);
      }
      by_document.at(stored.row)->title = group::title_of(stored.document, tokens);
      return true;
    });
  }

  const Engine& engine_;
  store::Store& store_;
  const Options& options_;
  const Pins& pins_;
  Documents documents_;  // new ones first
  std::size_t fresh_;
};

}  // namespace

Result<Placing> place_documents(const Engine& engine, store::Store& store, const Options& options,
                                const std::optional<Timestamp>& horizon) {
  const auto decisions = store.decisions();
  if (!decisions) {
    return failure(decisions.error());
  }
  const Pins pins(*decisions);
  std::unordered_map<std::string, store::StoredStory> known;
  Placing placed;
  auto readers = readers_of(store, 1);
  if (!readers) {
    return failure(readers.error());
  }
  auto fresh = read_fresh(store, std::nullopt, horizon, {});
  while (fresh && !fresh->empty()) {
    Slice slice(engine, store, options, pins, std::move(*fresh));
    if (const auto near = slice.read_near(); !near) {
      return failure(near.error());
    }
    // All that comes before the last of this slice is in it or placed.
    const std::jthread ahead([&, from = slice.last(), rows = slice.rows()] {
      fresh = read_fresh(readers->front(), from, horizon, rows);
    });
    if (placed.documents == 0) {
      const auto stories = store.stories();
      if (!stories) {
        return failure(stories.error());
      }
      for (const store::StoredStory& story : *stories) {
        known.emplace(story.id, story);
      }
    }
    if (const auto done = slice.place(known, placed); !done) {
      return failure(done.error());
    }
    if (options.progress) {
      options.progress("grouping", placed.documents, placed.documents + kSlice);
    }
  }
  return fresh ? Result<Placing>(std::move(placed)) : failure(fresh.error());
}

std::string after_merges(const std::vector<store::Decision>& decisions, std::string story) {
  return Pins(decisions).story_of(std::move(story));
}

Result<void> name_anew(store::Store& store, const std::string& story) {
  auto found = store.stories_beginning(story, 1);
  if (!found) {
    return failure(found.error());
  }
  if (found->empty() || found->front().id != story) {
    return {};
  }
  store::Selection all;
  all.story = story;
  all.every_version = true;
  all.parts = {.text = true, .facts = false, .sketch = false};
  std::string title;
  auto done = store.for_each_document(all, [&](const store::StoredDocument& first) {
    TokenizedText tokens;
    tokenize::tokenize(first.document, Lexicon(), tokens);  // where sentences end asks for no words
    title = group::title_of(first.document, tokens);
    return false;
  });
  if (!done || title.empty() || title == found->front().title) {
    return done;
  }
  found->front().title = title;
  return store.put_stories(*found, {});
}

}  // namespace concord::pipeline
