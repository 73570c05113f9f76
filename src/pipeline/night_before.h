#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/pipeline.h"

namespace concord::pipeline {

/// Snapshots before the one in hand, and the one in hand if it was made before.
struct Nights {
  std::vector<store::Snapshot> earlier;  // oldest first
  std::optional<store::Snapshot> tonight;

  const store::Snapshot* last() const { return earlier.empty() ? nullptr : &earlier.back(); }
};

/// Which findings editors have accepted, and until when.
struct Acceptances {
  std::unordered_map<std::string, store::Decision> active;
  std::unordered_map<std::string, store::Decision> expired;
};

/// How much the store held at a night.
struct Counted {
  std::uint64_t documents = 0;
  std::uint64_t facts = 0;
  std::uint64_t stories = 0;
};

/// The desk's day: "2024-03-24".
std::string day_of(Timestamp time, int offset_minutes);

/// The snapshots before `id`, and that of `id`.
Result<Nights> nights_before(const store::Store& store, const std::string& id);

/// News of the nights before in their own words, newest first, for the feed.
Result<std::vector<ToldNews>> earlier_news(const store::Store& store, const Nights& nights);

/// Own copy that was behind on the last night.
std::vector<ToldBehind> behind_before(const Nights& nights);

/// Ids of the slips in our own copy that the last night told of.
std::unordered_set<std::string> slips_before(const Nights& nights);

/// What a night is asked, as JSON: with other parameters every story is compared anew.
std::string parameters_of(const NightlyOptions& options);

/// The ids that a snapshot's summary names as new.
std::unordered_set<std::string> news_of(const store::Snapshot& snapshot);

/// The number that a snapshot's summary has under a name; 0 if none.
std::uint64_t number_of(const store::Snapshot& snapshot, std::string_view name);

/// Of each finding the last acceptance counts.
Acceptances acceptances_of(const std::vector<store::Decision>& decisions, Timestamp now);

/// The decisions that stood at a time, of all that were ever made.
std::vector<store::Decision> standing_at(std::vector<store::Decision> decisions, Timestamp time);

/// True if a night had not seen the decision: it knows the last that it saw, whatever the clocks of
/// those who decide.
bool is_news(const store::Decision& decision, const store::Snapshot& night);

/// True if anything was decided since, or an acceptance ran out.
bool decided_since(const std::vector<store::Decision>& decisions, Timestamp then, Timestamp now);

}  // namespace concord::pipeline
