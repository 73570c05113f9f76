#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "extract/event_mentions.h"
#include "extract/sentence_text.h"
#include "extract/views.h"
#include "model/value.h"

namespace concord::extract {

/// Tokens between two ranges; 0 when they touch or overlap.
std::uint32_t distance(TokenRange left, TokenRange right);

/// A day, or less.
bool is_full_date(const TimeSpan& time);

/// The time of a mention, by its number; a bare "2004" after "in" is a year even where a noun
/// follows.  Nothing if it is no time.
std::optional<TimeSpan> time_of(SentenceText& text, std::size_t number);

/// "The hall, built in 1998", "he bought the gun in March", "a 2009 Honda": the time tells of a
/// thing or a person, not of an event.
bool dates_a_thing(const SentenceText& text, const EventWords& words, TokenRange time);

/// "A quake of magnitude 7.1 killed more than 900 people there in 1976.": the year that closes a
/// sentence of one clause and one event.
bool closes_clause(const SentenceText& text, std::uint32_t from, TokenRange year);

/// "was arrested Monday in connection with a shooting", "a vigil in Ashby on Sunday for the victims
/// of the shooting": the day of what came of the event.
bool dates_aftermath(const SentenceText& text, const EventWords& words, TokenRange time);

/// A mention's time if it can be that of an event: not of the words ("said Thursday"), of what came
/// of it, nor of what it is compared with.  Else null.
const TimeSpan* event_time(View& view, const EventWords& words, std::size_t number);

/// The time that stands closest to an event noun, by its number in `words`: right before it, or
/// behind it with no other event between ("a shooting in Ashby in 2021", "the 2014 bombing", "a
/// shooting that left two dead at a park last summer").  Null if there is none.
const TimeSpan* time_beside(View& view, const EventWords& words, std::size_t number);

/// True if the sentence holds the verb of an event: "was shot", "found dead".
bool tells_harm(const SentenceText& text);

/// True if it holds such a verb or a word of what it leaves: "slain", "the death of", "gunshot".
bool speaks_of_harm(const SentenceText& text);

/// The time of what befell people in a sentence without an event noun, by its verb: "was shot on
/// Saturday", "on March 3 two men were found dead".  Behind the verb rather than before it.  Null
/// if there is none.
const TimeSpan* time_of_harm(View& view, const EventWords& words);

/// The day that opens the sentence of an event: "On May 7, 2015, Reese went to a house where he
/// opened fire".  Null if none does.
const TimeSpan* day_opening(View& view, TokenRange event);

}  // namespace concord::extract
