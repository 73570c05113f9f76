#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/event_mentions.h"
#include "extract/story.h"
#include "extract/views.h"

namespace concord::extract {

/// A time or place of another event, and where it stands.
struct Clash {
  TokenRange at;
  std::string place;
  std::string year;
  std::string words;
};

/// What one sentence says of events, beside the document's own.
struct EventReading {
  std::uint32_t sentence = kNone;
  EventWords words;
  std::vector<Clash> clashes;
  std::vector<TokenRange> own;  // the story's own times and places
  std::vector<Clash> clauses;   // "since 1998, when 74 people died": the clause after "when"
  std::string earlier_day;      // "On Monday" of "On Monday, a gunman ...": before the story's own
};

/// What the sentences of a document say of events; the document's own is read when first asked for.
class EventReadings {
 public:
  static constexpr std::uint32_t kMostBack = 20;  // sentences

  EventReadings(Views& views, const Options& options)
      : views_(views), options_(options), everything_(!options.prefilter) {}

  /// The reading of a sentence: valid until one more than `kMostBack` sentences away is read.
  const EventReading& at(std::uint32_t sentence);

  const Story& story();

 private:
  void read_times(View& view, EventReading& reading);
  void read_places(View& view, EventReading& reading);
  static void read_comparisons(View& view, EventReading& reading);

  Views& views_;
  const Options& options_;
  bool everything_;
  std::optional<Story> story_;
  std::vector<EventReading> readings_;  // by sentence, over and over
};

}  // namespace concord::extract
