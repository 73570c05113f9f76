#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/told.h"
#include "pipeline/pipeline.h"

namespace concord::pipeline {

/// Own copy of so many days is looked at each night, whatever has come.
constexpr std::int64_t kOwnDays = 7;

/// What the stories of a night are compared with and for.
struct StoryWork {
  const Engine& engine;
  const store::Store& store;
  const store::RuleNames& names;
  const NightlyOptions& options;
  Then then;
  std::unordered_set<std::string> accepted = {};   // findings that editors accepted
  std::unordered_set<std::string> expired = {};    // those whose acceptance ran out
  std::unordered_set<std::string> before = {};     // findings of the night before
  std::unordered_set<std::string> moved = {};      // what it told of stories that are no more
  const std::set<std::string>* changed = nullptr;  // stories that have changed
  /// Takes the findings worth remembering, some at a time; may be empty.
  std::function<Result<void>(std::span<const store::StoredFinding>)> remember = {};
};

/// The stories of a night, compared.  Only what the page tells in full is kept whole.
struct ComparedStories {
  std::vector<std::string> news;            // ids of findings that are new, accepted ones aside
  std::vector<Severity> fresh;              // their severities
  std::vector<Severity> behind_severities;  // of our own copy, also of stories not told
  std::uint64_t moved = 0;                  // figures, among the news
  std::deque<Findings> told;
  std::vector<report::StoryTonight> tonight;  // of `told`
  std::vector<report::StoryAtRest> at_rest;   // changed, but with nothing to tell, or too many
  std::vector<report::CopyBehind> behind;     // of `told`
  std::vector<report::CopySlip> slips;        // of our own copy, sorted
  std::vector<ToldFinding> accepted;
  std::vector<ToldFinding> expired;
  std::unordered_set<std::string> standing;  // ids and subjects, where there was a night before
  std::unordered_map<std::string, std::string> titles;  // of stories
};

/// What a finding says, whatever its story is called: a pin takes articles into another story,
/// whose findings have other ids.
std::string told_alike(std::string_view fact, std::string_view kind, std::string_view key,
                       std::string_view check, std::string_view reason);

/// Compares the stories on all workers, some at a time: memory does not grow with their number.
Result<ComparedStories> compare_stories(const StoryWork& work,
                                        const std::vector<store::StoredStory>& stories);

}  // namespace concord::pipeline
