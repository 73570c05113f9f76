#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/timestamp.h"

namespace concord {

/// A finding of an earlier night as it was written down: what a reader needs to know it again.
struct ToldFinding {
  std::string id;
  std::string story;  // id
  std::string fact;
  std::string kind;  // these three empty where there is none
  std::string key;
  std::string check;
  std::string event;  // "main", else an id
  std::string relation;
  std::string detail;
  std::string severity;
  std::string reason;
  std::string figure;  // the positions, in order: "133; at least 130"
};

/// What two nights tell of one fact of one story; one of them may have nothing.
struct ToldChange {
  std::optional<ToldFinding> before;
  std::optional<ToldFinding> after;
};

/// A story of the store in a line.
struct ToldStory {
  std::string id;
  std::string title;
  std::size_t documents = 0;  // latest versions
  std::optional<Timestamp> first;
  std::optional<Timestamp> last;
};

/// One source's answer, as given: that `event` has `value` for `fact`.
struct SourceClaim {
  std::string event;
  std::string fact;
  std::string source;
  std::string value;
};

/// The answer chosen for one fact of one event.
struct ChosenValue {
  std::string event;
  std::string fact;
  std::string value;
  std::size_t answers = 0;  // different ones claimed
  std::size_t sources = 0;  // that give this one
  bool tied = false;        // another one is as good
};

}  // namespace concord
