#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/finding.h"
#include "model/told.h"
#include "pipeline/options.h"
#include "store/store.h"

namespace concord::pipeline {

/// What placing did: how many documents, and the ids of the stories they went into.
struct Placing {
  std::size_t documents = 0;
  std::set<std::string> stories;
};

/// A clock or a zone may be wrong by some hours, but nothing is known a day before it is published.
constexpr std::int64_t kMostAhead = kSecondsPerDay;

/// What can be known at a time: an article dated later waits until then.
inline Timestamp horizon_of(Timestamp now) {
  return Timestamp{now.seconds + kMostAhead};
}

/// Puts the documents of the store that are in no story yet into stories, those dated after
/// `horizon` aside: those of before, as far
/// as they tell of the same event within ten days, or new ones.  Decisions of editors stand above
/// likeness.  A later version of an article goes where the earlier one is.  Memory does not grow
/// with the store.
Result<Placing> place_documents(const Engine& engine, store::Store& store, const Options& options,
                                const std::optional<Timestamp>& horizon = std::nullopt);

/// The story that `story` is a part of after what editors merged: itself where they did not.
std::string after_merges(const std::vector<store::Decision>& decisions, std::string story);

/// Names a story after its earliest article, as the one it was named after may have left it.
/// Nothing changes where there is no such story or nothing in it.  Fails as the store does.
Result<void> name_anew(store::Store& store, const std::string& story);

/// A time in the past to look at.
struct Then {
  std::optional<Timestamp> known;     // by publication: what could be known then
  std::optional<Timestamp> received;  // by arrival: what the store had then
};

/// One story as the store has it, or had it then: its documents in all their versions, their facts,
/// and verdicts over them.  A story without documents (then) has none.
Result<Findings> compare_story(const Engine& engine, const store::Store& store,
                               const store::RuleNames& names, const store::StoredStory& story,
                               const Options& options, const Then& then = {});

/// Figures chosen among claims (compare::choose).
std::vector<ChosenValue> choose(std::span<const SourceClaim> claims, std::string_view policy);

}  // namespace concord::pipeline
