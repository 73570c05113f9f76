#include "extract/story.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "base/fold.h"
#include "extract/event_times.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kNear = 12;           // tokens between an event noun and its date
constexpr std::uint32_t kFirstSentences = 8;  // where a document names its own event
constexpr std::uint32_t kFurther = 30;        // sentences read for the day of an event that is over
constexpr std::int64_t kGrace = 2 * kSecondsPerDay;
constexpr std::int64_t kRecent = 10 * kSecondsPerDay;
constexpr std::int64_t kYear = 366 * kSecondsPerDay;
constexpr std::int64_t kLastYear = 60 * kSecondsPerDay;  // December is still near in January

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

/// "5:24 p.m.": an hour of whatever day is spoken of.
bool is_hour(const SentenceText& text, const Mention& mention) {
  constexpr std::array<std::string_view, 12> kHour{
      "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "noon", "at", "just", "about", "around", "shortly"};
  for (std::uint32_t at = mention.begin; at < mention.end; ++at) {
    if (text.token(at).kind == TokenKind::word &&
        std::ranges::find(kHour, fold(text.text(at))) == kHour.end()) {
      return false;
    }
  }
  return text.token(mention.end - 1).kind == TokenKind::word;
}

/// "Thursday afternoon" in the news of a Thursday is not: often only the day of publication is
/// known.
bool is_future(const TimeSpan& time, Timestamp published) {
  return time.begin->seconds >= published.seconds + kSecondsPerDay;
}

/// The day beside the first event noun of a sentence that is not only compared with.
void take_date(View& view, const EventWords& words, Story& story) {
  for (std::size_t i = 0; i < view.text.mentions().size() && !story.begin; ++i) {
    const TimeSpan* const time = event_time(view, words, i);
    if (time == nullptr || !is_full_date(*time)) {
      continue;
    }
    const Mention mention = view.text.mentions()[i];
    const bool beside = std::ranges::any_of(words.events, [&](const EventMention& event) {
      return !event.compared && !event.another &&
             distance(event.at, {mention.begin, mention.end}) <= kNear;
    });
    const bool future = story.published && is_future(*time, *story.published);
    if (beside && !future) {
      story.begin = time->begin;
      story.end = time->end;
    }
  }
}

/// True if it is one of the days before publication, or lies among them.
bool is_of_these_days(const TimeSpan& time, Timestamp published) {
  return time.begin->seconds > published.seconds - kRecent;
}

/// Over, begun before these days ("last month"), and told to the year at least.
bool is_earlier_period(const TimeSpan& time, Timestamp published) {
  return time.end->seconds <= published.seconds && !is_of_these_days(time, published) &&
         time.end->seconds - time.begin->seconds <= kYear;
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
  const TimeSpan* time = time_beside(view, words, 0);
  if (time != nullptr && is_earlier_period(*time, *story.published)) {
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

/// "July 23, 2015", and not the day in "/news/2015/07/23/".
bool is_spelled(const SentenceText& text, const Mention& mention) {
  const std::string_view written = text.text(text.span(mention.begin, mention.end));
  return std::ranges::any_of(written, [](char c) { return c >= 'A' && c <= 'z'; });
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

/// "The six were killed in November", "All of them died": those told of before.
bool speaks_of_the_same(const SentenceText& text) {
  constexpr std::array<std::string_view, 5> kSame{"the", "all", "both", "they", "those"};
  return text.begin() < text.end() &&
         std::ranges::find(kSame, fold(text.text(text.begin()))) != kSame.end();
}

/// Reads the opening of a document for the event that it is about.
class StoryReader {
 public:
  StoryReader(Views& views, bool everything)
      : views_(views),
        everything_(everything),
        program_(views.current().text.program()),
        tokens_(views.current().text.tokens()) {}

  Story read(const Options& options) {
    take_given(options);
    for (std::uint32_t s = 0; s < tokens_.sentences.size() && tokens_.sentences.size() > 1; ++s) {
      if (is_worth_reading(s) && has_events(program_, tokens_, tokens_.sentences[s].tokens)) {
        take_sentence(s);
      }
    }
    story_.opening_end = first_of_body_ + 1;
    if (!story_.begin && story_.published && tokens_.sentences.size() > 1) {
      if (story_.aftermath) {
        take_date_further_down();
      } else {
        take_day_of_harm();
      }
    }
    return std::move(story_);
  }

 private:
  void take_given(const Options& options) {
    const Document& document = views_.current().text.document();
    if (document.published) {
      story_.published = Timestamp{document.published->begin.seconds +
                                   std::int64_t{60} * document.published->offset_minutes};
    }
    if (options.story_date) {
      story_.begin = options.story_date;
      story_.end = Timestamp{options.story_date->seconds + kSecondsPerDay};
    }
    pinned_ = entry_named(program_, options.story_place);
    if (pinned_ != kNone) {
      story_.places.push_back(pinned_);
    }
  }

  Part part_of(std::uint32_t sentence) const {
    return tokens_.paragraphs[tokens_.sentences[sentence].paragraph].part;
  }

  /// "Ida Moss (Photo: Velmar Police)"
  bool is_credit(std::uint32_t sentence) const {
    constexpr std::array<std::string_view, 5> kPicture{"photo", "photos", "image", "picture",
                                                       "credit"};
    const SentenceText& text = views_.current().text;
    const Range tokens = tokens_.sentences[sentence].tokens;
    for (std::uint32_t at = tokens.begin; at + 1 < tokens.end; ++at) {
      if (text.text(at + 1) == ":" &&
          std::ranges::find(kPicture, fold(text.text(at))) != kPicture.end()) {
        return true;
      }
    }
    return false;
  }

  /// "COLUMBIA, Mo." before its dash, cut off as a sentence.
  bool is_dateline(std::uint32_t sentence) const {
    constexpr std::uint32_t kLongest = 6;
    const SentenceText& text = views_.current().text;
    const Range tokens = tokens_.sentences[sentence].tokens;
    return !tokens.empty() && tokens.size() <= kLongest && text.text(tokens.begin).size() > 1 &&
           std::ranges::all_of(text.text(tokens.begin),
                               [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// A page whose text begins with its title.
  bool repeats_headline(std::uint32_t sentence) const {
    const SentenceText& text = views_.current().text;
    const auto words = [&](std::uint32_t number) {
      const Range tokens = tokens_.sentences[number].tokens;
      return tokens.empty() ? std::string_view() : text.text(text.span(tokens.begin, tokens.end));
    };
    return sentence > 0 && sentence == first_of_body_ && part_of(0) == Part::headline &&
           words(sentence) == words(0);
  }

  /// Looks at the sentences one after the other.
  bool is_worth_reading(std::uint32_t sentence) {
    const Part part = part_of(sentence);
    const bool before_body =
        first_of_body_ == sentence && (part == Part::headline || repeats_headline(sentence) ||
                                       is_credit(sentence) || is_dateline(sentence));
    first_of_body_ += before_body ? 1 : 0;
    // A short text is one paragraph, all of it lead: its later sentences may turn to other events.
    const bool lead = part == Part::lead && story_.places.empty();
    opening_ = part == Part::headline || lead || looked_ < 2;
    ++looked_;
    return (opening_ && sentence < kFirstSentences) || part == Part::caption;
  }

  /// What a sentence says of events; several steps look at the same sentences.
  const EventWords& words_of(std::uint32_t sentence) {
    const auto [known, fresh] = words_.try_emplace(sentence);
    if (fresh) {
      known->second = event_words(views_.at(sentence), everything_);
    }
    return known->second;
  }

  void take_sentence(std::uint32_t sentence) {
    // A lone sentence is no document: it cannot tell its own event from another.  Of two, the first
    // still says whether the text is about a past event.
    const bool several = tokens_.sentences.size() > 2;
    View& view = views_.at(sentence);
    const EventWords& words = words_of(sentence);
    const bool titles = part_of(sentence) == Part::headline && !named_;
    if (!story_.begin && opening_ && (titles || sentence == first_of_body_)) {
      take_earlier_period(view, words, story_);
    }
    if ((titles || sentence == first_of_body_) && !words.aftermath.empty()) {
      story_.aftermath = true;
    }
    named_ = named_ || !words.events.empty();
    for (const EventMention& mention : words.events) {
      story_.kinds.push_back(mention.kind);
    }
    if (!story_.begin && several && (is_caption(view.text) || opening_)) {
      take_date(view, words, story_);
    }
    if (pinned_ == kNone && several && !tells_of_another_time(view, story_)) {
      take_places(words, story_);
    }
  }

  /// "A man was sentenced on Tuesday over a shooting.  ...  On May 7, 2015, he opened fire": what
  /// came of an event is told before its day.  An event of these days ends the search: then the
  /// opening may be about that.
  void take_date_further_down() {
    const auto end = std::min(kFurther, static_cast<std::uint32_t>(tokens_.sentences.size()));
    for (std::uint32_t s = first_of_body_; s < end; ++s) {
      if (part_of(s) != Part::teaser && take_past_date(s)) {
        return;
      }
    }
  }

  /// The day of a past event that a sentence tells.  True if the search is over.
  bool take_past_date(std::uint32_t sentence) {
    View& view = views_.at(sentence);
    const bool harm = tells_harm(view.text);
    if (!harm && !has_events(program_, tokens_, tokens_.sentences[sentence].tokens)) {
      return false;
    }
    const EventWords& words = words_of(sentence);
    for (std::size_t i = 0; i < words.events.size(); ++i) {
      const EventMention& event = words.events[i];
      const TimeSpan* time = time_beside(view, words, i);
      if (time == nullptr) {
        time = day_opening(view, event.at);
      }
      if (time == nullptr || event.compared || event.another || event.known != kNone) {
        continue;
      }
      const bool sure = is_full_date(*time) || event.definite || !words.aftermath.empty();
      if (take_past(*time, sure)) {
        return true;
      }
    }
    const TimeSpan* const time = harm && words.events.empty() ? time_of_harm(view, words) : nullptr;
    return time != nullptr && take_past(*time, is_full_date(*time) || sentence == first_of_body_ ||
                                                   speaks_of_the_same(view.text));
  }

  bool take_past(const TimeSpan& time, bool sure) {
    if (sure && is_earlier_period(time, *story_.published)) {
      story_.begin = time.begin;
      story_.end = time.end;
    }
    return story_.begin || is_of_these_days(time, *story_.published);
  }

  /// "Ada Moss died on Sunday after she was shot on Saturday": the first time that the opening
  /// tells of what befell people, if it is a day of these days.
  void take_day_of_harm() {
    const auto end =
        std::min(kFirstSentences, static_cast<std::uint32_t>(tokens_.sentences.size()));
    for (std::uint32_t s = first_of_body_; s < end; ++s) {
      View& view = views_.at(s);
      if (!tells_harm(view.text)) {
        continue;
      }
      const TimeSpan* const time = time_of_harm(view, words_of(s));
      if (time == nullptr || is_future(*time, *story_.published)) {
        continue;
      }
      if (is_full_date(*time) && is_of_these_days(*time, *story_.published)) {
        story_.begin = time->begin;
        story_.end = time->end;
      }
      return;
    }
  }

  Views& views_;
  bool everything_;
  const Program& program_;
  const TokenizedText& tokens_;
  Story story_;
  std::map<std::uint32_t, EventWords> words_;  // by sentence
  std::uint32_t pinned_ = kNone;
  std::uint32_t looked_ = 0;
  std::uint32_t first_of_body_ = 0;  // the sentence behind the headline
  bool named_ = false;               // an event has been spoken of
  bool opening_ = false;             // the sentence in hand is one of the opening
};

bool is_same_day_of_year(Timestamp left, Timestamp right) {
  const CivilTime a = to_civil(left);
  const CivilTime b = to_civil(right);
  return a.month == b.month && a.day == b.day;
}

/// Of a story that has a date.
Fit fit_to_date(const Story& story, const TimeSpan& time, bool year) {
  if (time.begin->seconds < story.end->seconds && story.begin->seconds < time.end->seconds) {
    return Fit::own;
  }
  if (story.aftermath && is_full_date(time) && is_same_day_of_year(*story.begin, *time.begin)) {
    return Fit::own;  // "on March 13", and further down its year
  }
  const bool recent = story.published && time.end->seconds > story.published->seconds - kRecent;
  const bool earlier = time.end->seconds + kGrace < story.begin->seconds;
  return earlier && !recent && (year || !time.weekday) ? Fit::other : Fit::unknown;
}

/// Of a story of which only the publication is known; `spelled` a date in words.
Fit fit_to_publication(Timestamp published, const TimeSpan& time, bool year, bool spelled) {
  const Timestamp year_begin = from_civil({.year = to_civil(published).year, .month = 1, .day = 1});
  const bool earlier =
      time.end->seconds <= year_begin.seconds && time.end->seconds < published.seconds - kLastYear;
  if (earlier && year) {
    return Fit::other;
  }
  const bool recent =
      time.end->seconds > published.seconds - kRecent && time.begin->seconds <= published.seconds;
  // "last month" ended yesterday, and still is not the day of the news.
  const bool short_enough = time.end->seconds - time.begin->seconds <= kRecent;
  return recent && short_enough && (spelled || !year) ? Fit::own : Fit::unknown;
}

}  // namespace

Story read_story(Views& views, const Options& options, bool everything) {
  return StoryReader(views, everything).read(options);
}

Fit fit_of(const Story& story, const SentenceText& text, const Mention& mention,
           const TimeSpan& time) {
  if (!time.begin || !time.end || time.anchor == Anchor::event || is_hour(text, mention)) {
    return Fit::unknown;
  }
  const bool year = writes_year(text, mention) || time.timex.size() == 4;
  if (story.begin) {
    return fit_to_date(story, time, year);
  }
  if (story.published) {
    return fit_to_publication(*story.published, time, year, is_spelled(text, mention));
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
