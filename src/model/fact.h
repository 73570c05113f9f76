#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/span.h"
#include "model/document.h"
#include "model/phrase.h"
#include "model/rule.h"
#include "model/tokens.h"
#include "model/value.h"

namespace concord {

using FactId = Id<struct FactTag>;

enum class EventRole : std::uint8_t { main, other, unsure };

/// Which event owns a fact.  `name` tells other events apart inside a document ("Kabul 2021").
struct EventRef {
  EventRole role = EventRole::main;
  std::string kind;  // "attack"
  std::string name;
  std::string why;  // one sentence
  friend bool operator==(const EventRef&, const EventRef&) = default;
};

/// Who is said to say it.
struct Attribution {
  std::string name;  // "Investigative Committee"
  Span span;
  bool hedged = false;  // alleged, claimed
  friend bool operator==(const Attribution&, const Attribution&) = default;
};

/// One statement of one document: what fact, what value, how it is meant, who says it, of which
/// event.
struct Fact {
  DocumentId document;
  RuleId rule;
  std::string kind;  // "" = none
  std::string key;   // "" = none
  Value value;
  Mode mode = Mode::stated;
  std::optional<Attribution> by;
  EventRef event;
  std::optional<Timestamp> as_of;
  bool in_quote = false;
  bool alleged = false;  // "alleged", "suspected" stands at the figure
  bool derived = false;  // worked out (a sum of parts), not written
  Part part = Part::body;
  Span extent;  // the phrase matched
  Span filler;  // the value, hedge included
  Span sentence;
  RulePosition phrase;  // the phrase that found it
  std::string
      excluded_by;  // "core/casualties.yaml:61"; set aside by an unless line, kept for explain
};

}  // namespace concord
