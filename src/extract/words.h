#pragma once

#include <cstdint>
#include <vector>

#include "base/lexicon.h"

namespace concord::extract {

/// What the engine itself knows of a word, whatever the rules say; bits.
enum WordFlag : std::uint32_t {
  flag_transparent = 1U << 0U,  // comma, quotes, brackets, dashes: looked through between two items
  flag_hard = 1U << 1U,         // ; : . ! ?  never looked through
  flag_possessive = 1U << 2U,   // 's
  flag_title = 1U << 3U,        // president, Mr, Gen.: not part of a name
  flag_not_name = 1U << 4U,     // the, he, Monday: begins no name though capitalized
  flag_inner = 1U << 5U,        // of, the, de, van, bin: joins the words of a name
  flag_body = 1U << 6U,         // police, officials, ministry: can say something without a name
  flag_modifier = 1U << 7U,     // local, senior, health: stands before a body
  flag_determiner = 1U << 8U,   // a, the, some
  flag_pronoun = 1U << 9U,      // he, she, it: the last named speaker
  flag_including = 1U << 10U,   // including, included: what follows is a part
  flag_among = 1U << 11U,       // among: a part when "them" follows
  flag_them = 1U << 12U,        // them, whom, those
  flag_alleged = 1U << 13U,     // alleged, suspected
  flag_claims = 1U << 14U,      // claimed, alleged: an attribution that keeps its distance
  flag_in_place = 1U << 15U,    // in, at, near: a place may follow
  flag_article = 1U << 16U,     // a, an, one: 1 for count_a
  flag_relative = 1U << 17U,    // which, who
  flag_that = 1U << 18U,        // that
  flag_report = 1U << 19U,      // reports, claims, fears: "that" after it opens what is meant
  flag_by = 1U << 20U,          // by
  flag_as = 1U << 21U,          // as
  flag_of = 1U << 22U,          // of
  flag_and = 1U << 23U,         // and
  flag_one = 1U << 24U,         // one
  flag_preposition = 1U << 25U,   // of, for, at, in, from: joins a body to its place
  flag_hyphen = 1U << 26U,        // - between the parts of a name
  flag_organization = 1U << 27U,  // committee, ministry: the name is a body, not a person
  flag_comma = 1U << 28U,
  flag_another = 1U << 29U,  // another, earlier, previous: before an event noun, not this one
  flag_colon = 1U << 30U,
  flag_says = 1U << 31U,  // said, warned: whatever stands before it said something
};

/// Adds the engine's own words to `lexicon` and returns their flags, one entry for each word number
/// added so far; words beyond its end have none.
std::vector<std::uint32_t> make_word_flags(Lexicon& lexicon);

}  // namespace concord::extract
