#include "extract/story.h"

#include <algorithm>
#include <string_view>

#include "base/fold.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kNear = 8;            // tokens between an event noun and its date
constexpr std::uint32_t kBeside = 3;          // tokens between an event noun and its own time
constexpr std::uint32_t kBehind = 16;         // ... when the time ends what is said of the event
constexpr std::uint32_t kFirstSentences = 8;  // where a document names its own event
constexpr std::int64_t kGrace = 2 * kSecondsPerDay;
constexpr std::int64_t kRecent = 10 * kSecondsPerDay;
constexpr std::int64_t kYear = 366 * kSecondsPerDay;
constexpr std::int64_t kLastYear = 60 * kSecondsPerDay;  // December is still near in January

bool is_full_date(const TimeSpan& time) {
  return time.begin && time.end && time.end->seconds - time.begin->seconds <= kSecondsPerDay;
}

bool writes_year(const SentenceText& text, const Mention& mention) {
  for (std::uint32_t at = mention.begin; at < mention.end; ++at) {
    const std::string_view token = text.text(at);
    const bool digits = token.size() >= 4 && std::ranges::all_of(token.substr(0, 4), [](char c) {
                          return c >= '0' && c <= '9';
                        });
    if (digits && (token.front() == '1' || token.front() == '2')) {
      return true;
    }
  }
  return false;
}

std::uint32_t distance(TokenRange left, std::uint32_t begin, std::uint32_t end) {
  if (left.end <= begin) {
    return begin - left.end;
  }
  return end <= left.begin ? left.begin - end : 0;
}

/// The day beside the first event noun of a sentence that is not only compared with.
void take_date(View& view, const EventWords& words, Story& story) {
  for (std::size_t i = 0; i < view.text.mentions().size() && !story.begin; ++i) {
    const auto* time = std::get_if<TimeSpan>(&view.text.values()[i].value);
    if (time == nullptr || !is_full_date(*time) || time->anchor == Anchor::event) {
      continue;
    }
    const Mention mention = view.text.mentions()[i];
    const bool beside = std::ranges::any_of(words.events, [&](const EventMention& event) {
      return !event.compared && !event.another &&
             distance(event.at, mention.begin, mention.end) <= kNear;
    });
    const bool future = story.published && time->begin->seconds > story.published->seconds;
    if (beside && !future) {
      story.begin = time->begin;
      story.end = time->end;
    }
  }
}

/// "the shooting of two teens last year", "a shooting that left two dead at a park last summer".
bool says_more(std::string_view word) {
  return word == "that" || word == "which" || word == "of" || word == "in" || word == "at" ||
         word == "outside" || word == "where";
}

/// The time that stands closest to an event noun, right before it or behind it with no other event
/// between: "a shooting in Ashby in 2021", "the 2014 bombing", "a shooting that left two dead at a
/// park last summer".
const TimeSpan* time_beside(View& view, const EventWords& words, TokenRange event) {
  const TimeSpan* nearest = nullptr;
  std::uint32_t least = kBehind + 1;
  const bool said_more = event.end < view.text.end() && says_more(view.text.text(event.end));
  const std::uint32_t next = words.events.size() > 1 ? words.events[1].at.begin : view.text.end();
  for (std::size_t i = 0; i < view.text.mentions().size(); ++i) {
    const auto* time = std::get_if<TimeSpan>(&view.text.values()[i].value);
    const Mention mention = view.text.mentions()[i];
    const bool usable = time != nullptr && time->begin && time->end &&
                        time->anchor != Anchor::event && !is_compared(words, mention.begin);
    const std::uint32_t apart = distance(event, mention.begin, mention.end);
    const bool behind = said_more && event.end <= mention.begin && mention.begin < next;
    if (usable && apart < least && (behind || apart <= kBeside)) {
      nearest = time;
      least = apart;
    }
  }
  return nearest;
}

/// A text that opens with an event of last summer, "three men were charged over a shooting in July
/// 2024", is about that one: the month or year beside its very first event noun is the story's own.
void take_earlier_period(View& view, const EventWords& words, Story& story) {
  if (!story.published || words.events.empty()) {
    return;
  }
  const EventMention& first = words.events.front();
  if (first.compared || first.another || first.known != kNone) {
    return;
  }
  const TimeSpan* time = time_beside(view, words, first.at);
  if (time == nullptr) {
    return;
  }
  const bool over = time->end->seconds < story.published->seconds - kRecent;
  const bool short_enough = time->end->seconds - time->begin->seconds <= kYear;
  if (over && short_enough) {
    story.begin = time->begin;
    story.end = time->end;
  }
}

void take_places(const EventWords& words, Story& story) {
  for (const PlaceMention& place : words.places) {
    if (place.entry != kNone && !is_compared(words, place.at.begin)) {
      story.places.push_back(place.entry);
    }
  }
}

/// A sentence about another year names that year's places.
bool tells_of_another_time(View& view, const Story& story) {
  for (std::size_t i = 0; i < view.text.mentions().size(); ++i) {
    const auto* time = std::get_if<TimeSpan>(&view.text.values()[i].value);
    if (time != nullptr && fit_of(story, view.text, view.text.mentions()[i], *time) == Fit::other) {
      return true;
    }
  }
  return false;
}

std::uint32_t entry_named(const Program& program, std::string_view name) {
  if (program.place_list == kNone || name.empty()) {
    return kNone;
  }
  const auto& entries = program.rules->lists[program.place_list].entries;
  const std::string folded = fold(name);
  const auto found = std::ranges::find_if(
      entries, [&](const ListEntry& entry) { return fold(entry.name) == folded; });
  return found == entries.end() ? kNone : static_cast<std::uint32_t>(found - entries.begin());
}

bool lies_in(const Program& program, std::uint32_t inner, std::uint32_t outer) {
  const auto& entries = program.rules->lists[program.place_list].entries;
  for (int depth = 0; depth < 16 && inner != kNone; ++depth) {
    if (inner == outer) {
      return true;
    }
    inner = entry_named(program, entries[inner].part_of);
  }
  return false;
}

bool is_caption(const SentenceText& text) {
  return text.tokens().paragraphs[text.sentence().paragraph].part == Part::caption;
}

bool has_events(const Program& program, const TokenizedText& tokens, Range range) {
  const Index& index = program.indexes[static_cast<std::size_t>(Category::events)];
  return std::any_of(tokens.tokens.begin() + range.begin, tokens.tokens.begin() + range.end,
                     [&](const Token& token) { return index.has(token.word); });
}

}  // namespace

Story read_story(Views& views, const Options& options, bool everything) {
  const SentenceText& first = views.current().text;
  const TokenizedText& tokens = first.tokens();
  const Document& document = first.document();
  Story story;
  if (document.published) {
    story.published = Timestamp{document.published->begin.seconds +
                                std::int64_t{60} * document.published->offset_minutes};
  }
  if (options.story_date) {
    story.begin = options.story_date;
    story.end = Timestamp{options.story_date->seconds + kSecondsPerDay};
  }
  const std::uint32_t pinned = entry_named(first.program(), options.story_place);
  if (pinned != kNone) {
    story.places.push_back(pinned);
  }
  // A lone sentence is no document: it cannot tell its own event from another.  Of two, the first
  // still says whether the text is about a past event.
  const bool several = tokens.sentences.size() > 2;
  std::uint32_t looked = 0;
  bool named = false;               // an event has been spoken of
  std::uint32_t first_of_body = 0;  // the sentence behind the headline
  for (std::uint32_t s = 0; s < tokens.sentences.size() && tokens.sentences.size() > 1; ++s) {
    const Part part = tokens.paragraphs[tokens.sentences[s].paragraph].part;
    first_of_body += part == Part::headline && first_of_body == s ? 1 : 0;
    // A short text is one paragraph, all of it lead: its later sentences may turn to other events.
    const bool lead = part == Part::lead && story.places.empty();
    const bool opening = part == Part::headline || lead || looked < 2;
    looked += 1;
    if ((!opening || s >= kFirstSentences) && part != Part::caption) {
      continue;
    }
    if (!has_events(first.program(), tokens, tokens.sentences[s].tokens)) {
      continue;
    }
    View& view = views.at(s);
    const EventWords words = event_words(view, everything);
    if (!story.begin && opening && ((part == Part::headline && !named) || s == first_of_body)) {
      take_earlier_period(view, words, story);
    }
    named = named || !words.events.empty();
    for (const EventMention& mention : words.events) {
      story.kinds.push_back(mention.kind);
    }
    if (!story.begin && several && (is_caption(view.text) || opening)) {
      take_date(view, words, story);
    }
    if (pinned == kNone && several && !tells_of_another_time(view, story)) {
      take_places(words, story);
    }
  }
  return story;
}

Fit fit_of(const Story& story, const SentenceText& text, const Mention& mention,
           const TimeSpan& time) {
  if (!time.begin || !time.end || time.anchor == Anchor::event) {
    return Fit::unknown;
  }
  const bool year = writes_year(text, mention) || time.timex.size() == 4;
  if (story.begin) {
    if (time.begin->seconds < story.end->seconds && story.begin->seconds < time.end->seconds) {
      return Fit::own;
    }
    const bool recent = story.published && time.end->seconds > story.published->seconds - kRecent;
    const bool earlier = time.end->seconds + kGrace < story.begin->seconds;
    return earlier && !recent && (year || !time.weekday) ? Fit::other : Fit::unknown;
  }
  if (story.published) {
    const Timestamp year_begin =
        from_civil({.year = to_civil(*story.published).year, .month = 1, .day = 1});
    const bool earlier = time.end->seconds <= year_begin.seconds &&
                         time.end->seconds < story.published->seconds - kLastYear;
    if (earlier && year) {
      return Fit::other;
    }
    const bool recent = time.end->seconds > story.published->seconds - kRecent &&
                        time.begin->seconds <= story.published->seconds;
    // "last month" ended yesterday, and still is not the day of the news.
    const bool short_enough = time.end->seconds - time.begin->seconds <= kRecent;
    return recent && !year && short_enough ? Fit::own : Fit::unknown;
  }
  // Without any date of the story, a year is written where the time is not the reader's own.
  return year && !is_full_date(time) ? Fit::other : Fit::unknown;
}

Fit fit_of(const Story& story, const Program& program, const PlaceMention& place) {
  if (place.entry == kNone || story.places.empty()) {
    return Fit::unknown;
  }
  const bool own = std::ranges::any_of(story.places, [&](std::uint32_t entry) {
    return lies_in(program, place.entry, entry) || lies_in(program, entry, place.entry);
  });
  return own ? Fit::own : Fit::other;
}

}  // namespace concord::extract
