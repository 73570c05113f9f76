#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/match.h"
#include "extract/views.h"
#include "model/value.h"

namespace concord::extract {

/// An event noun or a known event's name in a sentence.
struct EventMention {
  TokenRange at;
  std::uint32_t kind = 0;       // index of the event rule
  std::uint32_t known = kNone;  // index of the known event
  bool compared = false;        // "since the 2004 siege": owns nothing
  bool another = false;         // "an earlier attack", "after one in Istanbul"
  bool definite = false;        // "the attack"
};

/// A place named after "in", "at", "near" or beside an event noun.
struct PlaceMention {
  TokenRange at;
  std::uint32_t entry = kNone;  // of the place list; kNone for a name that the list does not hold
};

/// A compared-with word, and the events it is a cue for.
struct EventCue {
  TokenRange at;
  std::uint32_t kind = 0;  // index of the event rule
};

/// What one sentence says of events, places and times.
struct EventWords {
  std::vector<EventMention> events;  // in text order, none overlapping
  std::vector<PlaceMention> places;
  std::vector<EventCue> comparisons;   // compared-with words
  std::vector<TokenRange> background;  // background cues
  std::vector<TokenRange> aftermath;   // cues of what came of an event

  /// True if an event of this kind is spoken of, or none at all: then a cue may be for any.
  bool speaks_of(std::uint32_t kind) const;
};

/// Reads the sentence of a view; `everything` tries every event phrase.
EventWords event_words(View& view, bool everything);

/// True if a compared-with word stands at most a few words before a token, in the same stretch.
bool is_compared(const EventWords& words, std::uint32_t at);

}  // namespace concord::extract
