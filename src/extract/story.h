#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/event_mentions.h"
#include "extract/views.h"

namespace concord::extract {

/// When and where a document's own event happened, as far as options and document say.
struct Story {
  std::optional<Timestamp> published;  // wall clock
  std::optional<Timestamp> begin;      // the event's period, when known to the day
  std::optional<Timestamp> end;
  std::vector<std::uint32_t> places;  // entries of the place list
  std::vector<std::uint32_t> kinds;   // of the events that the opening names, in text order
  std::uint32_t opening_end = 0;      // behind the headline and the first sentence of the text
  bool aftermath = false;             // these open with what came of the event
};

/// Takes date and place from the options, else from headline, first paragraphs and captions: a full
/// date or a day beside an event noun, the gazetteer's places there and in the dateline.
Story read_story(Views& views, const Options& options, bool everything);

/// How a time stands to the story's own.
enum class Fit : std::uint8_t { unknown, own, other };
Fit fit_of(const Story& story, const SentenceText& text, const Mention& mention,
           const TimeSpan& time);

/// How a place stands to the story's own: other when the gazetteer knows both and neither lies in
/// the other.
Fit fit_of(const Story& story, const Program& program, const PlaceMention& place);

}  // namespace concord::extract
