#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event_mentions.h"
#include "extract/found.h"
#include "extract/story.h"
#include "extract/views.h"

namespace concord::extract {

/// Which event owns a figure (RULES.md section 5, "Event ownership"): the nearest event noun to its
/// left, else to its right, judged by its year, place or known name; without one the times and
/// places of the sentence; without those the sentence before, within the paragraph.
class EventOwners {
 public:
  EventOwners(Views& views, const Options& options)
      : views_(views), options_(options), everything_(!options.prefilter) {}

  /// The owner of a fact of the current sentence.
  EventRef owner(const Found& found);

  /// True if the document's opening names an event of a kind: "attack".
  bool story_tells_of(std::string_view kind);

 private:
  /// A time or place of another event, and where it stands.
  struct Clash {
    TokenRange at;
    std::string place;
    std::string year;
    std::string words;
  };
  struct Reading {
    std::uint32_t sentence = kNone;
    EventWords words;
    std::vector<Clash> clashes;
    std::vector<TokenRange> own;  // the story's own times and places
    std::vector<Clash> clauses;   // "since 1998, when 74 people died": the clause after "when"
  };

  const Story& story();
  const Reading& reading(std::uint32_t sentence);
  void read_times(View& view, Reading& reading);
  void read_places(View& view, Reading& reading);
  void read_comparisons(View& view, Reading& reading);
  /// The owner named by the clause that a figure stands in: "since 1998, when 74 people died".
  std::optional<EventRef> by_clause(const Reading& reading, TokenRange filler) const;
  static bool is_done_by(const SentenceText& text, const Reading& reading, TokenRange extent,
                         const EventMention& mention);
  static bool is_done_in(const SentenceText& text, const Reading& reading, TokenRange extent,
                         const EventMention& mention);
  bool holds_own(const Reading& reading, TokenRange cue);
  bool opens_with_aftermath(const Reading& reading);
  bool follows_aftermath(const Reading& reading, TokenRange extent, TokenRange cue);
  bool turns_to_another(const Reading& reading, TokenRange cue);
  bool opens_with(const Reading& reading, const EventMention& mention);
  bool tells_only_aftermath(const Reading& reading, const std::vector<const Clash*>& clashes,
                            TokenRange extent);
  static bool is_later_than(const Reading& reading, TokenRange filler, TokenRange cue);
  std::vector<const Clash*> clashes_near(const Reading& reading, const EventMention& mention,
                                         TokenRange extent);
  std::optional<EventRef> pointed_back(const Reading& reading, const EventMention& mention);
  EventRef by_mention(const Reading& reading, const EventMention& mention, TokenRange extent);
  EventRef by_sentence(const Reading& reading, std::uint32_t sentence, TokenRange extent);
  EventRef inherited(std::uint32_t sentence);
  const std::optional<EventRef>& state_after(std::uint32_t sentence);
  std::optional<EventRef> left_by(std::uint32_t sentence);
  EventRef other(const Reading& reading, const std::vector<const Clash*>& clashes,
                 std::string why) const;
  bool is_known_own(const KnownEvent& known);

  Views& views_;
  const Options& options_;
  bool everything_;
  std::optional<Story> story_;
  /// How a sentence leaves matters.
  struct State {
    std::uint32_t sentence = kNone;
    std::optional<EventRef> owner;
  };
  std::vector<Reading> readings_;  // by sentence, over and over
  std::vector<State> states_;      // the same: as many as are looked back at
};

}  // namespace concord::extract
