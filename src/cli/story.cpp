// Stories of the store: list, show, and an editor's word on which articles are one story.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/desk_session.h"

namespace concord::cli {
namespace {

using Move = std::pair<store::Row, std::string>;

/// Rows of all versions of the articles that `wanted` says.
template <class Wanted>
std::optional<std::vector<store::StoredDocument>> documents_of(Session& session,
                                                               const store::Store& store,
                                                               store::Selection selection,
                                                               Wanted wanted) {
  selection.every_version = true;
  selection.as_given = true;
  selection.parts = {.text = false, .facts = false, .sketch = false};
  std::vector<store::StoredDocument> found;
  const auto done = store.for_each_document(selection, [&](store::StoredDocument& stored) {
    if (wanted(stored)) {
      found.push_back(std::move(stored));
    }
    return true;
  });
  return succeeded(session, done) ? std::optional(std::move(found)) : std::nullopt;
}

/// Names the story anew that the documents now lie in, and what is left of those they lay in.
bool name_anew(Session& session, store::Store& store, const std::string& into,
               const std::vector<store::StoredDocument>& documents) {
  std::set<std::string> touched{into};
  for (const store::StoredDocument& document : documents) {
    if (!document.story.empty()) {
      touched.insert(document.story);
    }
  }
  return std::ranges::all_of(touched, [&](const std::string& id) {
    return succeeded(session, pipeline::name_anew(store, id));
  });
}

/// Remembers the decision about each subject and moves the documents.
void decide(Session& session, store::Store& store, store::DecisionKind kind,
            const std::vector<std::string>& subjects, const store::StoredStory& into,
            const std::vector<store::StoredDocument>& documents) {
  for (const std::string& subject : subjects) {
    store::Decision decision;
    decision.kind = kind;
    decision.subject = subject;
    decision.object = into.id;
    decision.reason = session.arguments().reason;
    decision.made = session.now();
    if (!succeeded(session, store.decide(decision))) {
      return;
    }
  }
  store::StoredStory story = into;
  std::vector<store::StoredPlacement> moves;
  for (const store::StoredDocument& document : documents) {
    story.first = std::min(story.first.value_or(document.time), document.time);
    story.last = std::max(story.last.value_or(document.time), document.time);
    moves.push_back({.document = document.row, .story = into.id, .copy_of = document.copy_of});
  }
  const bool named =
      succeeded(session, store.put_stories({&story, 1}, moves)) &&
      (kind == store::DecisionKind::merge || name_anew(session, store, into.id, documents));
  if (named && succeeded(session, store.settle())) {
    std::set<store::Row> items;  // an article may have several versions
    for (const store::StoredDocument& document : documents) {
      items.insert(document.item);
    }
    const auto now = find_story(session, store, into.id);
    session.write(without_controls(fmt::format("{} {} now in story {} ({})\n", items.size(),
                                               items.size() == 1 ? "article is" : "articles are",
                                               into.id, now ? now->title : into.title)));
  }
}

/// The articles of those ids, in all versions; complains of the first that is not there.
std::optional<std::vector<store::StoredDocument>> articles(Session& session,
                                                           const store::Store& store,
                                                           const std::vector<std::string>& ids) {
  auto found = documents_of(session, store, {}, [&](const store::StoredDocument& stored) {
    return std::ranges::find(ids, stored.document.id) != ids.end();
  });
  if (!found) {
    return std::nullopt;
  }
  for (const std::string& id : ids) {
    const auto has_id = [&](const store::StoredDocument& one) { return one.document.id == id; };
    if (std::ranges::none_of(*found, has_id)) {
      session.refuse(usage_error(fmt::format("no article of the store has the id `{}`", id),
                                 "see the ids in concord story show ID -f json"));
      return std::nullopt;
    }
  }
  return found;
}

}  // namespace

void story_list(Session& session) {
  const auto store = session.open_store(store::Mode::read);
  if (!store) {
    return;
  }
  const auto stories = store->stories();
  if (!succeeded(session, stories)) {
    return;
  }
  std::vector<ToldStory> told;
  for (const store::StoredStory& story : *stories) {
    if (story.documents == 0) {
      continue;  // an editor has merged it into another
    }
    told.push_back({.id = story.id,
                    .title = story.title,
                    .documents = story.documents,
                    .first = story.first,
                    .last = story.last});
  }
  const report::Format format = session.format(report::Format::human);
  session.write(report::stories_report(told, format, session.style()));
  if (format != report::Format::human || session.arguments().quiet) {
    return;
  }
  store::Selection unplaced;
  unplaced.unplaced = true;
  unplaced.parts = {.text = false, .facts = false, .sketch = false};
  std::size_t new_ones = 0;
  std::size_t ahead = 0;
  const Timestamp horizon = pipeline::horizon_of(session.now());
  const auto done = store->for_each_document(unplaced, [&](const store::StoredDocument& stored) {
    ++(horizon < stored.time ? ahead : new_ones);
    return true;
  });
  if (!succeeded(session, done)) {
    return;
  }
  if (new_ones > 0) {
    session.write(fmt::format("{} {} in no story yet: `concord nightly` puts {} into one\n",
                              new_ones, new_ones == 1 ? "article is" : "articles are",
                              new_ones == 1 ? "it" : "them"));
  }
  if (ahead > 0) {
    session.write(
        fmt::format("{} for {} publication time\n",
                    ahead == 1 ? "1 article waits" : fmt::format("{} articles wait", ahead),
                    ahead == 1 ? "its" : "their"));
  }
}

void story_show(Session& session) {
  if (session.arguments().inputs.size() != 1) {
    session.refuse(usage_error("story show wants the id of one story", "see concord story list"));
    return;
  }
  const auto engine = session.plain_engine();
  const auto store = engine ? session.open_store(store::Mode::read) : std::nullopt;
  if (!store) {
    return;
  }
  const auto story = find_story(session, *store, session.arguments().inputs.front());
  if (!story) {
    return;
  }
  const store::RuleNames names(engine->rules());
  const auto findings =
      pipeline::compare_story(*engine, *store, names, *story, session.options(),
                              {.known = known_until(session), .received = std::nullopt});
  if (succeeded(session, findings)) {
    session.write(report::compare_report(*findings, engine->rules(),
                                         session.format(report::Format::human), session.style()));
  }
}

void story_merge(Session& session) {
  const auto& names = session.arguments().inputs;
  if (names.size() != 2) {
    session.refuse(usage_error("story merge wants two stories", "concord story merge ID INTO"));
    return;
  }
  auto store = session.open_store(store::Mode::write);
  if (!store) {
    return;
  }
  const auto from = find_story(session, *store, names[0]);
  const auto into = from ? find_story(session, *store, names[1]) : std::nullopt;
  if (!into) {
    return;
  }
  if (from->id == into->id) {
    session.refuse(usage_error("that is one story already", ""));
    return;
  }
  store::Selection selection;
  selection.story = from->id;
  const auto documents =
      documents_of(session, *store, selection, [](const store::StoredDocument&) { return true; });
  if (documents) {
    decide(session, *store, store::DecisionKind::merge, {from->id}, *into, *documents);
  }
}

void story_split(Session& session) {
  const auto& ids = session.arguments().inputs;
  if (ids.empty()) {
    session.refuse(
        usage_error("story split wants the ids of articles", "concord story split wire-1 wire-2"));
    return;
  }
  auto store = session.open_store(store::Mode::write);
  const auto documents = store ? articles(session, *store, ids) : std::nullopt;
  if (!documents) {
    return;
  }
  std::string all = "split";
  for (const store::StoredDocument& document : *documents) {
    all += "\n" + document.document.id;
  }
  store::StoredStory story;
  story.id = "s" + short_hex(stable_hash(all));
  story.title = documents->front().document.id;
  decide(session, *store, store::DecisionKind::split, ids, story, *documents);
}

void story_pin(Session& session) {
  const auto& names = session.arguments().inputs;
  if (names.size() != 2) {
    session.refuse(
        usage_error("story pin wants an article and a story", "concord story pin DOCUMENT ID"));
    return;
  }
  auto store = session.open_store(store::Mode::write);
  if (!store) {
    return;
  }
  const auto story = find_story(session, *store, names[1]);
  const auto documents = story ? articles(session, *store, {names[0]}) : std::nullopt;
  if (documents) {
    decide(session, *store, store::DecisionKind::pin, {names[0]}, *story, *documents);
  }
}

}  // namespace concord::cli
