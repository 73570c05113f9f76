#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event_readings.h"
#include "extract/found.h"
#include "extract/views.h"

namespace concord::extract {

/// Which event owns a figure (RULES.md section 5, "Event ownership"): the nearest event noun to its
/// left, else to its right, judged by its year, place or known name; without one the times and
/// places of the sentence; without those the sentence before, within the paragraph.
class EventOwners {
 public:
  EventOwners(Views& views, const Options& options) : views_(views), readings_(views, options) {}

  /// The owner of a fact of the current sentence.
  EventRef owner(const Found& found);

  /// True if the document's opening names an event of a kind: "attack".
  bool story_tells_of(std::string_view kind);

 private:
  bool is_of_another_matter(const Found& found);
  bool opens_with_harm();

  /// The owner named by the clause that a figure stands in: "since 1998, when 74 people died".
  std::optional<EventRef> by_clause(const EventReading& reading, TokenRange filler) const;
  static bool is_done_by(const SentenceText& text, const EventReading& reading, TokenRange extent,
                         const EventMention& mention);
  static bool is_done_in(const SentenceText& text, const EventReading& reading, TokenRange extent,
                         const EventMention& mention);
  bool holds_own(const EventReading& reading, TokenRange cue);
  bool opens_with_aftermath(const EventReading& reading);
  bool follows_aftermath(const EventReading& reading, TokenRange extent, TokenRange cue);
  bool turns_to_another(const EventReading& reading, TokenRange cue);
  bool opens_with(const EventReading& reading, const EventMention& mention);
  bool tells_only_aftermath(const EventReading& reading, const std::vector<const Clash*>& clashes,
                            TokenRange extent);
  static bool is_later_than(const EventReading& reading, TokenRange filler, TokenRange cue);
  std::vector<const Clash*> clashes_near(const EventReading& reading, const EventMention& mention,
                                         TokenRange extent);
  std::optional<EventRef> pointed_back(const EventReading& reading, const EventMention& mention);
  EventRef by_mention(const EventReading& reading, const EventMention& mention, TokenRange extent);
  EventRef judged(const EventReading& reading, const EventMention& mention, TokenRange extent);
  std::string place_near(const EventReading& reading, const EventMention& mention) const;
  bool is_earlier(const EventReading& reading, const EventMention& mention, TokenRange extent,
                  bool own);
  EventRef by_right(const EventReading& reading, const EventMention& mention, TokenRange extent);
  EventRef by_reading(EventReading reading, const Found& found);
  EventRef by_sentence(const EventReading& reading, std::uint32_t sentence, TokenRange extent);
  EventRef inherited(std::uint32_t sentence);
  const std::optional<EventRef>& state_after(std::uint32_t sentence);
  std::optional<EventRef> left_by(std::uint32_t sentence);
  EventRef other(const EventReading& reading, const std::vector<const Clash*>& clashes,
                 std::string why) const;
  bool is_known_own(const KnownEvent& known);

  Views& views_;
  EventReadings readings_;
  /// How a sentence leaves matters.
  struct State {
    std::uint32_t sentence = kNone;
    std::optional<EventRef> owner;
  };
  /// True once the opening has told of harm, false once it has not; nothing before it is asked.
  std::optional<bool> harm_;
  std::vector<State> states_;  // by sentence, over and over: as many as are looked back at
};

}  // namespace concord::extract
