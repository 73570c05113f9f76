#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "base/interval.h"
#include "model/document.h"
#include "model/fact.h"
#include "model/slip.h"

namespace concord {

using StoryId = Id<struct StoryTag>;
using EventId = Id<struct EventTag>;

enum class Relation : std::uint8_t { agreement, update, discrepancy, uncorroborated, gap };
enum class Detail : std::uint8_t {
  same,
  equivalent,
  compatible,
  narrower,  // agreement
  rise,
  fall,
  revised,  // update
  conflict,
  undirected,
  stale,
  against_trend,
  internal,
  arithmetic,
  wording,  // discrepancy
  one_source,
  one_origin,  // uncorroborated
  none         // gap
};

struct Story {
  std::string id;  // pinned name, else a hash of its earliest document
  std::string title;
  std::vector<DocumentId> documents;
};

/// What `group` says of one document.
struct Placement {
  StoryId story;
  std::optional<DocumentId> copy_of;  // nearly the same text, earlier or the first by id
};

struct Stories {
  std::vector<Story> stories;
  std::vector<Placement> placements;  // one for each document
};

/// The one figure a document stands by for (event, fact, kind, key).
struct Figure {
  DocumentId document;
  StoryId story;
  EventRef event;
  std::string fact;
  std::string kind;
  std::string key;
  RuleId rule;
  Value value;
  Mode mode = Mode::stated;
  std::optional<Attribution> by;
  std::vector<FactId> facts;  // statements it rests on, best first
  bool derived = false;
  bool corrected = false;  // a correction cue stands with it
};

/// Figures that can all be true together.
struct Position {
  Interval<Decimal> range;           // base units; unbounded for names and quotes
  std::string label;                 // "133", "at least 130", "Islamic State"
  std::vector<std::string> sources;  // in document order
  std::vector<FactId> facts;
  bool superseded = false;
  std::optional<Publication> latest;  // newest publication that states it
};

struct Evidence {
  FactId fact;
  std::string remark;  // "floor 130", "exact 133, not attributed"
};

/// A verdict about the world: one for each (event, fact, kind, key), and findings beside it
/// (internal, arithmetic, wording, gap).
struct Finding {
  std::string id;  // hash of rule, event, measure and values; survives edits above
  Relation relation = Relation::agreement;
  Detail detail = Detail::same;
  Severity severity = Severity::note;
  StoryId story;
  EventRef event;
  std::string fact;
  std::string kind;
  std::string key;
  std::string check;            // name of the check, empty if none
  std::optional<Value> figure;  // what the default policy prints
  Interval<Decimal> range;      // least to greatest nominal of the facts that count
  std::vector<Position> positions;
  bool directed = false;  // the order of the positions in time is known
  std::string reason;     // one sentence
  std::vector<std::string> notes;
  std::map<std::string, std::string> policies;  // policy -> what it prints: "133", "130-133"
  std::vector<Evidence> evidence;
};

/// Everything a run found; owns all; the rest points by number.
struct Findings {
  std::vector<Document> documents;
  std::vector<Fact> facts;
  Stories stories;
  std::vector<Figure> figures;
  std::vector<Finding> findings;  // severity, then story, fact, kind, key
  std::vector<Slip> slips;        // of a draft's own text, in its order; only where one is checked
};

}  // namespace concord
