#include "group/group.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/utf8.h"
#include "group/candidates.h"
#include "group/clusters.h"
#include "group/collection.h"

namespace concord::group {
namespace {

/// All unpinned documents are one story, except those that share nearly nothing with the rest.
void join_named_by_hand(std::span<const Member> members, const Features& features,
                        Clusters& clusters) {
  constexpr float kUnrelated = 0.03F;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    for (std::uint32_t k = 0; k < i; ++k) {
      const bool pinned = members[i].document->story && members[k].document->story;
      if (!pinned && cosine(features.documents[i], features.documents[k]) > kUnrelated) {
        clusters.join(k, i);
      }
    }
  }
}

/// The id of each set's story, by root: its pin, else that of its earliest member that has one,
/// else a hash of the earliest.
std::vector<std::string> ids_of(std::span<const Member> sorted, Clusters& clusters) {
  std::vector<std::string> ids(sorted.size());
  for (std::uint32_t place = 0; place < sorted.size(); ++place) {
    const std::uint32_t root = clusters.find(place);
    if (ids[root].empty()) {
      ids[root] = clusters.pin(root) ? *clusters.pin(root) : std::string(sorted[place].story);
    }
  }
  for (std::uint32_t place = 0; place < sorted.size(); ++place) {
    if (std::string& id = ids[place]; clusters.find(place) == place && id.empty()) {
      id = "s" + short_hex(stable_hash(sorted[place].document->id));
    }
  }
  return ids;
}

/// Stories in order of their earliest document, from sets over the sorted members.
Stories to_stories(std::span<const Member> sorted, const std::vector<std::uint32_t>& numbers,
                   const std::vector<std::uint32_t>& originals, Clusters& clusters) {
  Stories result;
  result.placements.resize(sorted.size());
  const std::vector<std::string> ids = ids_of(sorted, clusters);
  std::vector<StoryId> story_of_root(sorted.size());
  for (std::uint32_t place = 0; place < sorted.size(); ++place) {
    const std::uint32_t root = clusters.find(place);
    if (root == place) {
      story_of_root[root] = {static_cast<std::uint32_t>(result.stories.size())};
      result.stories.push_back({ids[root],
                                sorted[place].tokens != nullptr
                                    ? title_of(*sorted[place].document, *sorted[place].tokens)
                                    : std::string(),
                                {}});
    }
    const StoryId story = story_of_root[root];
    const DocumentId document{numbers[place]};
    result.stories[story.index].documents.push_back(document);
    Placement& placement = result.placements[document.index];
    placement.story = story;
    if (originals[place] != place && clusters.find(originals[place]) == root) {
      placement.copy_of = DocumentId{numbers[originals[place]]};
    }
  }
  return result;
}

}  // namespace

std::string title_of(const Document& document, const TokenizedText& tokens) {
  const std::string_view text = document.text;
  if (!document.headline.empty()) {
    return std::string(text.substr(document.headline.begin, document.headline.size()));
  }
  const std::vector<Sentence>& sentences = tokens.sentences;
  if (sentences.empty()) {
    return document.id;
  }
  constexpr std::size_t kLongest = 80;
  const std::string_view sentence = text.substr(sentences[0].span.begin, sentences[0].span.size());
  std::size_t end = 0;
  for (std::size_t count = 0; end < sentence.size(); ++end) {
    if (is_code_point_start(sentence, end) && ++count > kLongest) {
      return std::string(sentence.substr(0, end)) + "\u2026";
    }
  }
  return std::string(sentence);
}

Stories group(std::span<const Member> members, const Options& options) {
  const Parallel parallel = options.parallel ? options.parallel : one_by_one();
  // Where every story is told by hand, likeness decides nothing.
  const bool open = !std::ranges::all_of(
      members, [](const Member& member) { return member.document->story.has_value(); });
  const Collection all = collect(members, parallel, open);
  Clusters clusters(all.sorted, all.features);
  join_known(all.sorted, clusters);
  for (std::uint32_t place = 0; place < all.sorted.size(); ++place) {
    clusters.join(all.originals[place], place);
  }
  if (!open) {
    return to_stories(all.sorted, all.numbers, all.originals, clusters);
  }
  if (options.one_story) {
    join_named_by_hand(all.sorted, all.features, clusters);
  } else {
    join_alike(all.sorted, find_pairs(all.sorted, all.features, parallel), clusters);
  }
  return to_stories(all.sorted, all.numbers, all.originals, clusters);
}

}  // namespace concord::group
