#include "extract/event_readings.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/fold.h"
#include "extract/event_clauses.h"
#include "extract/event_times.h"
#include "extract/names.h"

namespace concord::extract {
namespace {

constexpr std::uint32_t kClause = 8;   // tokens between an event compared with and its clause
constexpr std::uint32_t kOpening = 6;  // "In Tarn on Monday, ...": tokens before the day

/// "Monday night", "Feb. 4"; not "4 o'clock" or "yesterday", which stay with the day spoken of.
bool names_a_day(const SentenceText& text, TokenRange at, const TimeSpan& time) {
  bool number = false;
  for (std::uint32_t token = at.begin; token < at.end; ++token) {
    number = number || text.token(token).kind == TokenKind::number;
  }
  return is_full_date(time) && (time.weekday || (!time.has_clock && number));
}

/// True if a clause begins at or soon behind a token with somebody not told of before: "a gunman",
/// "two men"; not "the gunman" or "he".
bool brings_in_somebody(const SentenceText& text, std::uint32_t from) {
  constexpr std::uint32_t kReach = 8;  // tokens up to the last comma
  constexpr std::array<std::string_view, 14> kNew{"a",     "an",    "another", "several", "one",
                                                  "two",   "three", "four",    "five",    "six",
                                                  "seven", "eight", "nine",    "ten"};
  const auto is_new = [&](std::uint32_t at) {
    return at < text.end() && (text.token(at).kind == TokenKind::number ||
                               std::ranges::find(kNew, fold(text.text(at))) != kNew.end());
  };
  if (is_new(from)) {
    return true;
  }
  for (std::uint32_t at = from; at < std::min(text.end(), from + kReach); ++at) {
    const bool comma = text.text(at) == ",";
    if (comma && is_new(at + 1)) {
      return true;
    }
    if (!comma && text.token(at).kind == TokenKind::punctuation) {
      return false;  // "Feb. 12, 2013 - Orsk shooting: 3 dead, 1 wounded"
    }
  }
  return false;
}

}  // namespace

const Story& EventReadings::story() {
  if (!story_) {
    story_ = read_story(views_, options_, everything_);
  }
  return *story_;
}

void EventReadings::read_times(View& view, EventReading& reading) {
  const auto& mentions = view.text.mentions();
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const std::optional<TimeSpan> time = time_of(view.text, i);
    if (!time) {
      continue;
    }
    const TokenRange at{mentions[i].begin, mentions[i].end};
    // "halfway through election day": the day of the event, whenever that is
    const bool of_event = std::ranges::any_of(reading.words.events, [&](const EventMention& event) {
      return event.at.begin < at.end && at.begin < event.at.end;
    });
    if (of_event || dates_a_thing(view.text, reading.words, at)) {
      continue;
    }
    const bool opens = at.begin <= view.text.begin() + kOpening;
    if (opens && names_a_day(view.text, at, *time) && story().begin &&
        *time->end <= *story().begin && brings_in_somebody(view.text, at.end)) {
      reading.earlier_day = words_of(view.text, at);
    }
    const Fit fit = fit_of(story(), view.text, mentions[i], *time);
    TokenRange clause = clause_after(view.text, at.end, 0);
    if (clause.begin == clause.end && at.end + 1 < view.text.end() &&
        view.text.text(at.end + 1) == ",") {  // "the 1985 disaster, which killed 39"
      clause = clause_after(view.text, at.end + 1, 0);
    }
    if (fit == Fit::other && clause.begin < clause.end) {
      reading.clauses.push_back({clause,
                                 {},
                                 std::to_string(to_civil(*time->begin).year),
                                 std::string(view.text.text(view.text.span(at.begin, at.end)))});
    }
    if (is_compared(reading.words, mentions[i].begin)) {
      continue;
    }
    if (fit == Fit::own) {
      reading.own.push_back(at);
    } else if (fit == Fit::other) {
      reading.clashes.push_back({at,
                                 {},
                                 std::to_string(to_civil(*time->begin).year),
                                 std::string(view.text.text(view.text.span(at.begin, at.end)))});
    }
  }
  // "on this day in 1972", "the same Tuesday in 2004": one date, and the year tells which
  std::erase_if(reading.own, [&](TokenRange day) {
    return std::ranges::any_of(reading.clashes, [&](const Clash& year) {
      return year.at.begin == day.end + 1 && fold(view.text.text(day.end)) == "in";
    });
  });
}

void EventReadings::read_places(View& view, EventReading& reading) {
  const Program& program = view.text.program();
  for (const PlaceMention& place : reading.words.places) {
    if (is_compared(reading.words, place.at.begin)) {
      continue;
    }
    const Fit fit = fit_of(story(), program, place);
    if (fit == Fit::own) {
      reading.own.push_back(place.at);
    } else if (fit == Fit::other) {
      const std::string& name = program.rules->lists[program.place_list].entries[place.entry].name;
      reading.clashes.push_back(
          {place.at,
           name,
           {},
           std::string(view.text.text(view.text.span(place.at.begin, place.at.end)))});
    }
  }
}

void EventReadings::read_comparisons(View& view, EventReading& reading) {
  for (const EventMention& mention : reading.words.events) {
    const TokenRange clause =
        mention.compared ? clause_after(view.text, mention.at.end, kClause) : TokenRange{};
    if (clause.begin < clause.end) {
      reading.clauses.push_back({clause, {}, {}, words_of(view.text, mention.at)});
    }
  }
}

const EventReading& EventReadings::at(std::uint32_t sentence) {
  readings_.resize(kMostBack + 1);
  EventReading& place = readings_[sentence % (kMostBack + 1)];
  if (place.sentence == sentence) {
    return place;
  }
  story();  // looks at other sentences: before the view below is taken
  View& view = views_.at(sentence);
  EventReading reading;
  reading.sentence = sentence;
  reading.words = event_words(view, everything_);
  read_times(view, reading);
  read_places(view, reading);
  read_comparisons(view, reading);
  place = std::move(reading);
  return place;
}

}  // namespace concord::extract
