#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/desk.h"
#include "pipeline/options.h"
#include "report/report.h"
#include "store/store.h"

namespace concord::pipeline {

/// A night worked out: the page, what it borrows, and how it was remembered.
struct Nightly {
  report::Night night;
  std::deque<Findings> told;     // of the stories that the page tells in full
  std::vector<Severity> fresh;   // of findings that are new tonight, accepted ones aside
  std::vector<Severity> behind;  // of our own copy that others have left behind
  bool unchanged = false;        // nothing has come since this night's snapshot: it stands as it is
  bool remembered = false;       // as a snapshot
  std::size_t compared = 0;      // stories
};

/// What is asked of a night.
struct NightlyOptions {
  Options run;  // policies, severities, jobs
  Desk desk;
  Timestamp now;
  int offset_minutes = 0;  // of the desk's wall clock from UTC, now
  std::string version;     // of the program
  bool anew = false;       // also when nothing has come since
};

/// Puts new documents into stories, compares those that changed since the last night, carries over
/// what is known of the others and remembers it all as the snapshot of the desk's day: a second run
/// on one day replaces the first.  With nothing new since, nothing is done (`unchanged`).
/// `tell` gets the night before it is remembered: where it says false, or the process ends in it,
/// the next run tells the same night again.
Result<Nightly> nightly(const Engine& engine, store::Store& store, const NightlyOptions& options,
                        const std::function<bool(Nightly&)>& tell);

/// The page of an earlier night again, from the documents known then and the rules of now.
Result<Nightly> night_again(const Engine& engine, const store::Store& store,
                            const store::Snapshot& snapshot, const NightlyOptions& options);

}  // namespace concord::pipeline
