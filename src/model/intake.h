#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace concord {

/// What became of inputs that were put into a store.
struct Intake {
  std::size_t added = 0;
  std::size_t new_versions = 0;
  std::size_t stealth = 0;  // of the new versions: those that tell of no change
  std::size_t unchanged = 0;
  std::size_t unreadable = 0;   // files, lines and fields that could not be read
  std::size_t files = 0;        // those read
  std::size_t known_files = 0;  // those skipped: they have not changed since
  std::size_t facts = 0;        // of the documents added and the new versions
  std::size_t refreshed = 0;    // documents whose facts were of other rules, worked out anew
};

/// One thing that a check-up of a store or of a machine looked at.
struct Symptom {
  std::string what;  // "rules"
  bool sound = true;
  Severity severity = Severity::note;  // of what is not sound
  std::string says;
  std::string help;  // the mend; may be empty
};

using Checkup = std::vector<Symptom>;

}  // namespace concord
