// A story of the store, compared.
#include <algorithm>
#include <unordered_map>

#include "pipeline/compare_all.h"
#include "pipeline/engine.h"

namespace concord::pipeline {
namespace {

/// Whoever changes an article without saying so did it at some time after it was seen unchanged
/// and before it was seen changed: no earlier than what others said in between, and no later.
void tell_when_seen(Timestamp before, Timestamp received, Document& document) {
  if (!document.updated && document.published && document.published->begin < received) {
    const Timestamp begin = std::max(before, document.published->begin);
    document.updated = Publication{format_date_time(received) + "Z", begin, received, 0};
  }
}

}  // namespace

Result<Findings> compare_story(const Engine& engine, const store::Store& store,
                               const store::RuleNames& names, const store::StoredStory& story,
                               const Options& options, const Then& then) {
  store::Selection selection;
  selection.story = story.id;
  selection.every_version = true;
  selection.as_of = then.known;
  selection.names = &names;
  Findings findings;
  std::unordered_map<store::Row, std::uint32_t> places;
  std::vector<std::optional<store::Row>> originals;
  std::unordered_map<store::Row, Timestamp> seen_of_item;  // when its last version came
  const auto done = store.for_each_document(selection, [&](store::StoredDocument& stored) {
    if (then.received && *then.received < stored.received) {
      return true;
    }
    const auto place = static_cast<std::uint32_t>(findings.documents.size());
    places.emplace(stored.row, place);
    originals.push_back(stored.copy_of);
    findings.documents.push_back(std::move(stored.document));
    const auto [seen, first] = seen_of_item.try_emplace(stored.item, stored.received);
    if (stored.stealth) {
      tell_when_seen(seen->second, stored.received, findings.documents.back());
    }
    seen->second = std::max(seen->second, stored.received);
    for (Fact& fact : stored.facts) {
      fact.document = DocumentId{place};
      findings.facts.push_back(std::move(fact));
    }
    return true;
  });
  if (!done) {
    return failure(done.error());
  }
  if (findings.documents.empty()) {
    return findings;
  }
  Story& whole = findings.stories.stories.emplace_back();
  whole.id = story.id;
  whole.title = story.title;
  for (std::uint32_t place = 0; place < originals.size(); ++place) {
    whole.documents.push_back(DocumentId{place});
    Placement placement;
    placement.story = StoryId{0};
    if (originals[place]) {
      if (const auto original = places.find(*originals[place]); original != places.end()) {
        placement.copy_of = DocumentId{original->second};
      }
    }
    findings.stories.placements.push_back(placement);
  }
  compare_all(engine, options, findings);
  return findings;
}

}  // namespace concord::pipeline
