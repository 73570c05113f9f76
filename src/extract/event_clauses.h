#pragma once

#include <cstdint>
#include <string_view>

#include "extract/event_mentions.h"
#include "extract/names.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// The relative clause that begins at most `most` tokens after `after` ("since 1998, when 74 people
/// died"; "since the 2009 bombing of a market, which killed 24"), to its comma; empty when there is
/// none.
TokenRange clause_after(const SentenceText& text, std::uint32_t after, std::uint32_t most);

/// "the country's worst since 19 people were killed in Lanmouth", "the worst since a 2009 bombing
/// killed 46": the figure stands in a clause that says only what the event is measured against.
bool opens_comparison(const SentenceText& text, const EventWords& words, TokenRange filler);

/// "the bloodiest attack since a bomber struck a hall three years ago, killing 63": the participle
/// behind a time goes on with what the event is measured against.
bool ends_with_comparison(const SentenceText& text, const EventWords& words, TokenRange filler);

/// "killed nine at the station on Friday, the worst attack since gunmen killed 31 in 2015": the
/// time or place at `at` is that of what the story's event is compared with.
bool is_of_superlative(const SentenceText& text, const EventWords& words, TokenRange filler,
                       TokenRange at);

/// "that attack", "those two attacks"
bool points_back(const SentenceText& text, std::uint32_t noun);

/// "He was pronounced dead.", "The 19-year-old was shot about 5 p.m.": a paragraph of whoever was
/// spoken of last.
bool goes_on(const SentenceText& text);

/// True if a word, in lower case, stands in the range.
bool says(const SentenceText& text, TokenRange in, std::string_view word);

/// True if a comma, bracket, quotation mark or anything stronger stands between.
bool has_stops(const SentenceText& text, std::uint32_t from, std::uint32_t to);

/// True if a colon or semicolon parts the two places.
bool is_parted(const SentenceText& text, std::uint32_t from, std::uint32_t to);

/// "slipped to 52%, down from 57% four years ago", "at 21.3%, up nine points on 2021": behind
/// `filler` a word that compares, so that the time at `at` is that of the figure compared with.
bool is_of_comparison(const SentenceText& text, TokenRange filler, TokenRange at);

/// True if a time behind a figure stands in a clause about a name between them: "2,500 jobs will
/// go, most of them at Lindal, which cut 1,500 in 2024".
bool is_of_trailing_clause(const SentenceText& text, TokenRange filler, TokenRange at);

/// "the mosque, which was attacked in 2009, was bombed on Tuesday": the time at `at` stands in a
/// relative clause that is over before `filler`, and tells of a thing (no event noun ends at the
/// comma).
bool is_of_closed_clause(const SentenceText& text, const EventWords& words, TokenRange filler,
                         TokenRange at);

}  // namespace concord::extract
