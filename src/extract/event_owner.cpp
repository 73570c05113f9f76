#include "extract/event_owner.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/fold.h"
#include "extract/event_clauses.h"
#include "extract/event_times.h"
#include "extract/names.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kNear = 8;     // tokens between an event noun and its date or place
constexpr std::uint32_t kAfter = 6;    // tokens between a figure and its own date or place
constexpr std::uint32_t kOpening = 6;  // "In 2004 militants ...": tokens from the sentence's begin
constexpr std::uint32_t kRight = 10;   // tokens from a figure to an event noun that follows it
constexpr std::uint32_t kRightOther = 5;  // the same for an event noun of another event
constexpr std::uint32_t kOpens = 5;  // sentences behind the first in which a text tells its matter
constexpr std::uint32_t kMostKnown = EventReadings::kMostBack + 1;

/// True if a mention of another place, date or name makes it another event of the kind.
bool tells_apart(const EventKind& kind, std::string_view what) {
  return kind.told_apart_by.empty() ||
         std::ranges::find(kind.told_apart_by, what) != kind.told_apart_by.end();
}

/// The last event noun before the figure, or the one that it ends with: "after the quadruple
/// shooting".
const EventMention* counted_or_before(const std::vector<EventMention>& events, TokenRange filler) {
  const EventMention* last = nullptr;
  for (const EventMention& mention : events) {
    if (!mention.compared && (mention.at.end <= filler.begin || mention.at.end == filler.end)) {
      last = &mention;
    }
  }
  return last;
}

const EventMention* first_after(const std::vector<EventMention>& events, TokenRange filler) {
  const auto first = std::ranges::find_if(events, [&](const EventMention& mention) {
    return !mention.compared && mention.at.begin >= filler.end;
  });
  return first == events.end() ? nullptr : &*first;
}

EventRef main_event(std::string why) {
  return {EventRole::main, {}, {}, std::move(why)};
}

}  // namespace

bool EventOwners::story_tells_of(std::string_view kind) {
  const auto& kinds = views_.current().text.program().rules->events;
  return std::ranges::any_of(readings_.story().kinds, [&](std::uint32_t told) {
    return told < kinds.size() && kinds[told].name == kind;
  });
}

/// Another event, named by the place and year that set it apart: "Kabul 2021".
EventRef EventOwners::other(const EventReading& reading, const std::vector<const Clash*>& clashes,
                            std::string why) const {
  EventRef ref{EventRole::other, {}, {}, std::move(why)};
  std::string place;
  std::string year;
  for (const Clash* clash : clashes) {
    place = place.empty() ? clash->place : place;
    year = year.empty() ? clash->year : year;
  }
  if (place.empty() && !clashes.empty()) {
    const SentenceText& text = views_.at(reading.sentence).text;
    for (const PlaceMention& named : reading.words.places) {
      if (place.empty() && !is_compared(reading.words, named.at.begin)) {
        place = words_of(text, named.at);
      }
    }
  }
  ref.name = place.empty() || year.empty() ? place + year : place + " " + year;
  return ref;
}

bool EventOwners::is_known_own(const KnownEvent& known) {
  if (!readings_.story().begin) {
    return false;
  }
  const std::optional<IsoTime> date = parse_iso8601(known.date);
  return date && date->utc.seconds < readings_.story().end->seconds + kSecondsPerDay &&
         readings_.story().begin->seconds < date->utc.seconds + 2 * kSecondsPerDay;
}

/// Times and places beside the mention or the figure that make it another event.
std::vector<const Clash*> EventOwners::clashes_near(const EventReading& reading,
                                                    const EventMention& mention,
                                                    TokenRange extent) {
  const SentenceText& text = views_.at(reading.sentence).text;
  const EventKind& of = text.program().rules->events[mention.kind];
  const bool alone = reading.words.events.size() == 1;
  std::vector<const Clash*> near;
  for (const Clash& clash : reading.clashes) {
    if (!tells_apart(of, clash.place.empty() ? "date" : "place")) {
      continue;
    }
    const bool of_noun = distance(clash.at, mention.at) <= kNear;
    const bool of_figure = clash.at.begin >= extent.end && clash.at.begin - extent.end <= kAfter;
    const bool inside = extent.begin <= clash.at.begin && clash.at.end <= extent.end;
    const bool opening =
        clash.at.begin <= text.begin() + kOpening && clash.at.begin < mention.at.begin;
    const bool closing = alone && clash.place.empty() && mention.at.begin < extent.end &&
                         closes_clause(text, extent.end, clash.at);
    if (of_noun || of_figure || opening || inside || closing) {
      near.push_back(&clash);
    }
  }
  return near;
}

/// "... for the siege of a hotel in 2022. Six tourists died in that attack.": the event that the
/// sentence before ended with.
std::optional<EventRef> EventOwners::pointed_back(const EventReading& reading,
                                                  const EventMention& mention) {
  const SentenceText& text = views_.at(reading.sentence).text;
  const auto& sentences = text.tokens().sentences;
  const std::uint32_t here = reading.sentence;
  if (!points_back(text, mention.at.begin) || here == 0 ||
      sentences[here - 1].paragraph != sentences[here].paragraph) {
    return std::nullopt;
  }
  const EventReading& before = readings_.at(here - 1);
  const std::uint32_t own = before.own.empty() ? 0 : before.own.back().begin;
  const auto& events = before.words.events;
  if (!before.clashes.empty() && own <= before.clashes.back().at.begin) {
    const Clash& last = before.clashes.back();
    EventRef ref = other(before, {&last}, "it points back to \"" + last.words + "\"");
    ref.kind = text.program().rules->events[mention.kind].name;
    return ref;
  }
  if (!events.empty() && events.back().compared && own <= events.back().at.begin) {
    return other(before, {}, "it points back to what the story's event is compared with");
  }
  return std::nullopt;
}

EventRef EventOwners::by_mention(const EventReading& reading, const EventMention& mention,
                                 TokenRange extent) {
  if (std::optional<EventRef> earlier = pointed_back(reading, mention)) {
    return *earlier;
  }
  const SentenceText& text = views_.at(reading.sentence).text;
  const EventKind& of = text.program().rules->events[mention.kind];
  if (mention.known != kNone && tells_apart(of, "name")) {
    const KnownEvent& known = of.known[mention.known];
    if (!is_known_own(known)) {
      return {EventRole::other, of.name, known.name, "it is owned by the " + known.name};
    }
  }
  EventRef ref = judged(reading, mention, extent);
  ref.kind = of.name;
  ref.why.insert(0, "\"" + words_of(text, mention.at) + "\" ");
  return ref;
}

/// By times and places near the mention, then by its background cues; the reason goes on behind the
/// mention's words.
EventRef EventOwners::judged(const EventReading& reading, const EventMention& mention,
                             TokenRange extent) {
  const std::vector<const Clash*> near = clashes_near(reading, mention, extent);
  // "the 1985 disaster": what stands at the noun tells more than a time of the story further off
  const bool named = std::ranges::any_of(
      near, [&](const Clash* clash) { return clash->at.end == mention.at.begin; });
  const bool own = !named && std::ranges::any_of(reading.own, [&](TokenRange at) {
    return distance(at, mention.at) <= kNear || distance(at, extent) <= kAfter;
  });
  if (tells_only_aftermath(reading, near, extent)) {
    return main_event("is the one whose aftermath opens the story");
  }
  if (!near.empty() && !own) {
    return other(reading, near, "is told apart by \"" + near.front()->words + "\"");
  }
  if (!near.empty()) {
    EventRef ref =
        other(reading, near,
              "stands with the story's own time or place and with \"" + near.front()->words + "\"");
    ref.role = EventRole::unsure;
    return ref;
  }
  if (is_earlier(reading, mention, extent, own)) {
    return {EventRole::other, {}, place_near(reading, mention), "is another, earlier one"};
  }
  return main_event("is the story's own event");
}

/// The place beside a mention; nothing when several stand there: "ambushes in Velmar and Orsk".
std::string EventOwners::place_near(const EventReading& reading,
                                    const EventMention& mention) const {
  const SentenceText& text = views_.at(reading.sentence).text;
  std::string name;
  for (const PlaceMention& place : reading.words.places) {
    if (distance(place.at, mention.at) <= kNear) {
      const std::string words = words_of(text, place.at);
      if (!name.empty() && name != words) {
        return {};
      }
      name = words;
    }
  }
  return name;
}

/// True if words say that a mention is of another event, or background cues that it is earlier.
bool EventOwners::is_earlier(const EventReading& reading, const EventMention& mention,
                             TokenRange extent, bool own) {
  const auto& background = reading.words.background;
  const bool cue = std::ranges::any_of(background, [&](TokenRange at) {
    return (distance(at, mention.at) <= kNear || distance(at, extent) <= kAfter) &&
           !follows_aftermath(reading, extent, at);
  });
  // "nine months after a fire in the same tunnel killed 11", "last year's storm": the cue names the
  // noun itself
  const bool told = std::ranges::any_of(background, [&](TokenRange at) {
    return at.begin <= mention.at.begin && mention.at.end <= at.end && !holds_own(reading, at) &&
           !follows_aftermath(reading, extent, at);
  });
  const bool earlier = told || (cue && !mention.definite && !own);
  return (mention.another && !opens_with(reading, mention)) ||
         (earlier && !opens_with_aftermath(reading));
}

/// "injured in a November 2 shooting", where that is known to be the story's own day; "a bombing
/// two weeks ago" is not, be it near enough.
bool EventOwners::holds_own(const EventReading& reading, TokenRange cue) {
  return readings_.story().begin && std::ranges::any_of(reading.own, [&](TokenRange at) {
           return cue.begin <= at.begin && at.end <= cue.end;
         });
}

/// "Police have made an arrest in the case of a child shot last month": the headline or the first
/// sentence tells what came of the story's own event, which is earlier than the news of it.
bool EventOwners::opens_with_aftermath(const EventReading& reading) {
  return readings_.story().aftermath && reading.sentence < readings_.story().opening_end &&
         !reading.words.aftermath.empty();
}

/// "Alan Reese is headed to trial for gunning down three people last year", "was on the run for
/// weeks after a shooting that ...": in a story that opens with what came of its event, a time
/// without a year of its own behind such words is the event's.
bool EventOwners::follows_aftermath(const EventReading& reading, TokenRange extent,
                                    TokenRange cue) {
  constexpr std::uint32_t kOfAftermath = 2;  // "was sentenced last year for": the time of that
  if (!readings_.story().aftermath) {
    return false;
  }
  const SentenceText& text = views_.at(reading.sentence).text;
  const bool near = fold(text.text(cue.begin)) == "last" || says(text, cue, "after");
  return near && std::ranges::any_of(reading.words.aftermath, [&](TokenRange words) {
           return words.end + kOfAftermath <= cue.begin && words.end <= extent.begin &&
                  !has_stops(text, words.end, cue.begin);
         });
}

/// "Earlier Thursday, a man was fatally shot": the cue holds the story's own day, and tells of
/// another hour of it.
bool EventOwners::turns_to_another(const EventReading& reading, TokenRange cue) {
  const SentenceText& text = views_.at(reading.sentence).text;
  const std::string first = fold(text.text(cue.begin));
  return cue.begin == text.begin() && (first == "earlier" || first == "later") &&
         holds_own(reading, cue);
}

/// "Separate shootings leave two dead", "Another shooting wounds three": what a headline or a first
/// sentence speaks of first is the story's own.
bool EventOwners::opens_with(const EventReading& reading, const EventMention& mention) {
  const SentenceText& text = views_.at(reading.sentence).text;
  const TokenRange before{text.begin(), mention.at.begin};
  return reading.sentence < readings_.story().opening_end &&
         mention.at.begin == reading.words.events.front().at.begin &&
         (says(text, before, "separate") || says(text, before, "another"));
}

/// "A man was found guilty on Thursday of murdering two men in November": the opening again, and
/// nothing but times sets the event apart.
bool EventOwners::tells_only_aftermath(const EventReading& reading,
                                       const std::vector<const Clash*>& clashes,
                                       TokenRange extent) {
  const bool opens = opens_with_aftermath(reading);
  return !clashes.empty() && std::ranges::all_of(clashes, [&](const Clash* clash) {
    return clash->place.empty() && (opens || follows_aftermath(reading, extent, clash->at));
  });
}

/// Without an event noun: the times and places of the sentence, then its background cues.
EventRef EventOwners::by_sentence(const EventReading& reading, std::uint32_t sentence,
                                  TokenRange extent) {
  std::vector<const Clash*> clashes;
  for (const Clash& clash : reading.clashes) {
    clashes.push_back(&clash);
  }
  if (tells_only_aftermath(reading, clashes, extent)) {
    return main_event("the story opens with what came of its event");
  }
  if (std::ranges::any_of(reading.words.background,
                          [&](TokenRange cue) { return turns_to_another(reading, cue); })) {
    return {EventRole::other, {}, {}, "the sentence turns to another event of the day"};
  }
  if (!clashes.empty() && reading.own.empty()) {
    return other(reading, clashes, "the sentence is about \"" + clashes.front()->words + "\"");
  }
  if (!reading.own.empty()) {
    if (reading.clashes.empty()) {
      return main_event("the sentence names the story's own time or place");
    }
    return {
        EventRole::unsure, {}, {}, "the sentence names the story's own time or place and another"};
  }
  const bool earlier = std::ranges::any_of(reading.words.background, [&](TokenRange cue) {
    return !follows_aftermath(reading, extent, cue);
  });
  if (earlier && !opens_with_aftermath(reading)) {
    return {EventRole::other, {}, {}, "the sentence is about an earlier time"};
  }
  return inherited(sentence);
}

/// How a sentence leaves matters for the next one of its paragraph; nothing when it says nothing.
/// Each sentence after it asks again.
const std::optional<EventRef>& EventOwners::state_after(std::uint32_t sentence) {
  states_.resize(kMostKnown);
  State& state = states_[sentence % kMostKnown];
  if (state.sentence != sentence) {
    state = {sentence, left_by(sentence)};
  }
  return state.owner;
}

std::optional<EventRef> EventOwners::left_by(std::uint32_t sentence) {
  EventReading reading = readings_.at(sentence);
  for (auto it = reading.words.events.rbegin(); it != reading.words.events.rend(); ++it) {
    if (!it->compared) {
      return by_mention(reading, *it, it->at);
    }
  }
  // "took 65 seats, up from 41 four years ago": what follows is not about four years ago
  const SentenceText& text = views_.at(sentence).text;
  const auto compares = [&](TokenRange at) {
    // "Hald, who held office from 2016 to 2021, was found guilty": nor about that clause
    if (is_of_closed_clause(text, reading.words, {text.end(), text.end()}, at)) {
      return true;
    }
    const std::uint32_t from = at.begin - std::min(kNear, at.begin - text.begin());
    return is_of_comparison(text, {from, from}, at);
  };
  std::erase_if(reading.words.background, compares);
  std::erase_if(reading.clashes, [&](const Clash& clash) { return compares(clash.at); });
  if (reading.clashes.empty() && reading.own.empty() && reading.words.background.empty()) {
    return std::nullopt;
  }
  return by_sentence(reading, sentence, {text.end(), text.end()});
}

EventRef EventOwners::inherited(std::uint32_t sentence) {
  const auto& sentences = views_.current().text.tokens().sentences;
  for (std::uint32_t back = 1; back <= EventReadings::kMostBack && back <= sentence; ++back) {
    const std::uint32_t earlier = sentence - back;
    if (sentences[earlier].paragraph != sentences[earlier + 1].paragraph &&
        !goes_on(views_.at(earlier + 1).text)) {
      break;
    }
    if (const std::optional<EventRef>& state = state_after(earlier)) {
      EventRef ref = *state;
      ref.why = "as in the sentence before: " + ref.why;
      return ref;
    }
  }
  return main_event("nothing in the paragraph names another event");
}

std::optional<EventRef> EventOwners::by_clause(const EventReading& reading,
                                               TokenRange filler) const {
  for (const Clash& clause : reading.clauses) {
    if (clause.at.begin <= filler.begin && filler.end <= clause.at.end) {
      return other(reading, {&clause}, "the clause is about \"" + clause.words + "\"");
    }
  }
  const SentenceText& text = views_.at(reading.sentence).text;
  if (opens_comparison(text, reading.words, filler) ||
      ends_with_comparison(text, reading.words, filler)) {
    return other(reading, {}, "the story's event is only compared with it");
  }
  return std::nullopt;
}

/// "killed 12, two years after a bombing killed 30": what a cue with an event of its own says of
/// what stands before it is that it came later.
bool EventOwners::is_later_than(const EventReading& reading, TokenRange filler, TokenRange cue) {
  return filler.end <= cue.begin &&
         std::ranges::any_of(reading.words.events, [&](const EventMention& mention) {
           return cue.begin <= mention.at.begin && mention.at.end <= cue.end;
         });
}

/// "the 45 killed by last year's storm": the cue with an event of its own stands a word behind.
bool EventOwners::is_done_by(const SentenceText& text, const EventReading& reading,
                             TokenRange extent, const EventMention& mention) {
  return std::ranges::any_of(reading.words.background, [&](TokenRange cue) {
    return cue.begin <= mention.at.begin && mention.at.end <= cue.end &&
           cue.begin == extent.end + 1 && text.token(extent.end).kind == TokenKind::word;
  });
}

/// "was killed two blocks away in an unrelated shooting": the cue with an event of its own stands
/// in the same clause.
bool EventOwners::is_done_in(const SentenceText& text, const EventReading& reading,
                             TokenRange extent, const EventMention& mention) {
  if (distance(mention.at, extent) > kRight) {
    return false;
  }
  const auto parts = [&](std::uint32_t at) {
    return (text.flags(at) & (flag_transparent | flag_hard)) != 0;
  };
  return std::ranges::any_of(reading.words.background, [&](TokenRange cue) {
    const bool holds = cue.begin <= mention.at.begin && mention.at.end <= cue.end;
    if (!holds || cue.begin < extent.end || fold(text.text(cue.begin)) != "in") {
      return false;
    }
    std::uint32_t at = extent.end;
    while (at < cue.begin && !parts(at)) {
      ++at;
    }
    return at == cue.begin;
  });
}

/// The event noun behind a figure.  Of another event it owns the figure only from near: in
/// "Forty-seven died in 2021, and a collapse two years earlier killed six" what stands before the
/// other clause is not of its event.
EventRef EventOwners::by_right(const EventReading& reading, const EventMention& mention,
                               TokenRange extent) {
  EventRef ref = by_mention(reading, mention, extent);
  if (ref.role != EventRole::other || distance(mention.at, extent) <= kRightOther) {
    return ref;
  }
  const SentenceText& text = views_.at(reading.sentence).text;
  EventReading before{reading.sentence, {}, reading.clashes, reading.own};
  std::erase_if(before.clashes, [&](const Clash& clash) {
    return clash.at.begin < extent.begin || !has_stops(text, clash.at.end, mention.at.begin);
  });
  return by_sentence(before, reading.sentence, extent);
}

/// Of the sentence that a figure stands in, without the clauses around it.
EventRef EventOwners::by_reading(EventReading reading, const Found& found) {
  const SentenceText& text = views_.current().text;
  const auto of_another = [&](TokenRange time) {
    return is_of_comparison(text, found.filler, time) ||
           is_of_superlative(text, reading.words, found.filler, time) ||
           is_of_trailing_clause(text, found.filler, time) ||
           is_of_closed_clause(text, reading.words, found.filler, time);
  };
  std::erase_if(reading.words.background, of_another);
  std::erase_if(reading.clashes, [&](const Clash& clash) { return of_another(clash.at); });
  const EventMention* const left = counted_or_before(reading.words.events, found.filler);
  const EventMention* const right = first_after(reading.words.events, found.filler);
  if (right != nullptr && (is_done_by(text, reading, found.extent, *right) ||
                           is_done_in(text, reading, found.extent, *right))) {
    return by_mention(reading, *right, found.extent);
  }
  std::erase_if(reading.words.background,
                [&](TokenRange cue) { return is_later_than(reading, found.filler, cue); });
  // "The attack was claimed by a group that struck before: in 2009 it bombed a market, where 24
  // ..."
  const bool parted =
      left != nullptr && std::ranges::any_of(reading.clashes, [&](const Clash& clash) {
        return left->at.end <= clash.at.begin && clash.at.end <= found.filler.begin &&
               is_parted(text, left->at.end, clash.at.begin);
      });
  if (left != nullptr && !parted) {
    return by_mention(reading, *left, found.extent);
  }
  if (right != nullptr && distance(right->at, found.extent) <= kRight) {
    return by_right(reading, *right, found.extent);
  }
  return by_sentence(reading, reading.sentence, found.extent);
}

/// "... in the wake of a shooting that killed 14, Ms Hald proposed": the dead that a text about a
/// campaign, a film or a budget mentions further down are not of its own event.
bool EventOwners::is_of_another_matter(const Found& found) {
  const SentenceText& text = views_.current().text;
  if (!text.program().harm_facts[found.fact.rule.index]) {
    return false;
  }
  if (text.index() < readings_.story().opening_end + kOpens) {
    harm_ = true;
  } else if (!harm_) {
    harm_ = opens_with_harm();
  }
  return !*harm_;
}

bool EventOwners::opens_with_harm() {
  const Program& program = views_.current().text.program();
  const auto harms = [&](const EventMention& mention) { return program.harms[mention.kind]; };
  for (std::uint32_t s = 0; s < readings_.story().opening_end + kOpens; ++s) {
    View& view = views_.at(s);
    const EventWords words = event_words(view, false);
    if (!words.aftermath.empty() || speaks_of_harm(view.text) ||
        std::ranges::any_of(words.events, harms)) {
      return true;
    }
  }
  return false;
}

EventRef EventOwners::owner(const Found& found) {
  const SentenceText& current = views_.current().text;
  const FactRule& rule = current.program().rules->facts[found.fact.rule.index];
  if (rule.event == "any") {
    return main_event("the rule counts it whatever the event");
  }
  if (current.tokens().paragraphs[current.sentence().paragraph].part == Part::teaser) {
    return {EventRole::other, {}, {}, "the line is the headline of another story"};
  }
  const EventReading& reading = readings_.at(current.index());
  if (std::optional<EventRef> ref = by_clause(reading, found.filler)) {
    return *ref;
  }
  EventRef ref = by_reading(reading, found);
  if (ref.role == EventRole::main && !reading.earlier_day.empty()) {
    ref = {EventRole::other, {}, {}, "the sentence turns to \"" + reading.earlier_day + "\""};
  }
  if (ref.role == EventRole::main && is_of_another_matter(found)) {
    ref = {EventRole::other, {}, {}, "the text opens with another matter"};
  }
  const auto& kinds = current.program().rules->events;
  const bool named =
      std::ranges::any_of(kinds, [&](const EventKind& kind) { return kind.name == rule.event; });
  if (ref.kind.empty() && named) {
    ref.kind = rule.event;
  }
  return ref;
}

}  // namespace concord::extract
