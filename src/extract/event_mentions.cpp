#include "extract/event_mentions.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/fold.h"
#include "extract/names.h"
#include "extract/prefilter.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kComparedReach = 6;  // words from "since the" to the event noun

bool is(const SentenceText& text, std::uint32_t at, std::uint32_t flag) {
  return at < text.end() && (text.flags(at) & flag) != 0;
}

/// Keeps the longest of overlapping mentions, in text order.
void keep_longest(std::vector<EventMention>& mentions) {
  std::ranges::stable_sort(mentions, [](const EventMention& left, const EventMention& right) {
    const bool knows_left = left.known != kNone;
    const bool knows_right = right.known != kNone;
    const std::uint32_t left_size = left.at.end - left.at.begin;
    const std::uint32_t right_size = right.at.end - right.at.begin;
    return std::pair(!knows_left, -std::int64_t{left_size}) <
           std::pair(!knows_right, -std::int64_t{right_size});
  });
  std::vector<EventMention> kept;
  for (const EventMention& mention : mentions) {
    const bool taken = std::ranges::any_of(kept, [&](const EventMention& other) {
      return other.at.begin < mention.at.end && mention.at.begin < other.at.end;
    });
    if (!taken) {
      kept.push_back(mention);
    }
  }
  std::ranges::sort(kept, {}, [](const EventMention& mention) { return mention.at.begin; });
  mentions = std::move(kept);
}

/// "two separate shootings": parts of what is told.
bool counts_parts(const SentenceText& text, std::uint32_t at) {
  constexpr std::array<std::string_view, 8> kSome{"two",  "three", "four",    "five",
                                                  "both", "these", "several", "multiple"};
  return at > text.begin() && text.text(at) == "separate" &&
         (text.token(at - 1).kind == TokenKind::number ||
          std::ranges::find(kSome, fold(text.text(at - 1))) != kSome.end());
}

/// "an earlier attack", "a previous deadly bombing", "an unrelated non-fatal shooting".
bool says_another(const SentenceText& text, std::uint32_t noun) {
  for (std::uint32_t back = 1; back <= 5 && noun >= text.begin() + back; ++back) {
    if (is(text, noun - back, flag_another)) {
      return !counts_parts(text, noun - back);
    }
    if (is(text, noun - back, flag_hyphen)) {
      continue;
    }
    if (is(text, noun - back, flag_transparent | flag_hard | flag_determiner | flag_preposition)) {
      return false;
    }
  }
  return false;
}

bool says_the(const SentenceText& text, std::uint32_t noun) {
  for (std::uint32_t back = 1; back <= 4 && noun >= text.begin() + back; ++back) {
    const std::uint32_t at = noun - back;
    if (is(text, at, flag_possessive)) {
      return true;
    }
    if (is(text, at, flag_determiner)) {
      return !is(text, at, flag_article);
    }
    if (is(text, at, flag_transparent | flag_hard)) {
      return false;
    }
  }
  return false;
}

/// "more than 900": the cue is of the number, and nothing is compared.
bool is_inside_value(SentenceText& text, TokenRange cue) {
  return std::ranges::any_of(text.mentions(), [&](const Mention& mention) {
    return mention.begin < cue.begin && cue.end < mention.end;
  });
}

/// "an increasing tally over the last year": a time that runs up to now.
bool is_running(const SentenceText& text, TokenRange cue) {
  return cue.begin > text.begin() && fold(text.text(cue.begin)) == "last" &&
         fold(text.text(cue.begin - 1)) == "the";
}

bool compares(const EventCue& cue, std::uint32_t at) {
  return cue.at.end <= at && at - cue.at.end <= kComparedReach;
}

/// "after one in Istanbul": the noun stands in for an event elsewhere; "five in Lorne and one in
/// Port Ness" counts.
void add_stand_ins(const SentenceText& text, EventWords& words) {
  if (text.program().rules->events.empty()) {
    return;  // rules that know no kind of event have none to stand in for
  }
  for (std::uint32_t at = text.begin() + 1; at + 2 < text.end(); ++at) {
    if (is(text, at, flag_one) && is(text, at + 1, flag_in_place) && text.token(at + 2).capital &&
        text.token(at - 1).kind == TokenKind::word && !text.token(at - 1).capital &&
        text.text(at - 1) != "and") {
      EventMention mention;
      mention.at = {at, at + 1};
      mention.another = true;
      words.events.push_back(mention);
    }
  }
}

void add_places(View& view, EventWords& words) {
  const SentenceText& text = view.text;
  const std::uint32_t list = text.program().place_list;
  for (std::uint32_t at = text.begin(); at < text.end(); ++at) {
    PhraseMatcher::ListHit hits[kMostEnds];
    if (text.program().may_begin_place(text.word(at)) && view.matcher.entries(list, at, hits) > 0) {
      words.places.push_back({{at, hits[0].end}, hits[0].entry});
      at = hits[0].end - 1;
      continue;
    }
    if (is(text, at, flag_in_place) && at + 1 < text.end()) {
      const std::uint32_t name = at + (is(text, at + 1, flag_determiner) ? 2 : 1);
      const Ends ends = name < text.end() ? name_ends(text, name) : Ends();
      PhraseMatcher::ListHit inner[kMostEnds];
      if (ends.count > 0 && (list == kNone || view.matcher.entries(list, name, inner) == 0)) {
        words.places.push_back({{name, ends.at[0]}, kNone});
        at = name - 1;  // the gazetteer may still know a word inside the name
      }
    }
  }
}

}  // namespace

EventWords event_words(View& view, bool everything) {
  EventWords words;
  std::vector<std::uint32_t> phrases;
  std::vector<Match> matches;
  candidates(view.text, Category::events, everything, phrases);
  for (const std::uint32_t number : phrases) {
    const CompiledPhrase& phrase = view.text.program().phrases[number];
    matches.clear();
    view.matcher.find(number, matches);
    for (const Match& match : matches) {
      const TokenRange at{match.begin, match.end};
      if (phrase.owner == Owner::compared_with) {
        if (!is_inside_value(view.text, at)) {
          words.comparisons.push_back({at, phrase.rule});
        }
      } else if (phrase.owner == Owner::background) {
        if (!is_running(view.text, at)) {
          words.background.push_back(at);
        }
      } else if (phrase.owner == Owner::aftermath) {
        words.aftermath.push_back(at);
      } else {
        EventMention mention;
        mention.at = at;
        mention.kind = phrase.rule;
        mention.known = phrase.owner == Owner::known_event ? phrase.group : kNone;
        words.events.push_back(mention);
      }
    }
  }
  add_stand_ins(view.text, words);
  keep_longest(words.events);
  for (EventMention& mention : words.events) {
    mention.compared = std::ranges::any_of(words.comparisons, [&](const EventCue& cue) {
      return cue.kind == mention.kind && compares(cue, mention.at.begin);
    });
    mention.another = mention.another || says_another(view.text, mention.at.begin);
    mention.definite = says_the(view.text, mention.at.begin);
  }
  add_places(view, words);
  return words;
}

bool EventWords::speaks_of(std::uint32_t kind) const {
  return events.empty() || std::ranges::any_of(events, [&](const EventMention& mention) {
           return mention.kind == kind;
         });
}

bool is_compared(const EventWords& words, std::uint32_t at) {
  return std::ranges::any_of(words.comparisons, [&](const EventCue& cue) {
    return compares(cue, at) && words.speaks_of(cue.kind);
  });
}

}  // namespace concord::extract
