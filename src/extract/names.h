#pragma once

#include <cstdint>
#include <string>

#include "extract/sentence_text.h"

namespace concord::extract {

/// Ends of a capitalized run at `begin` ("Karine Jean-Pierre", "University of Oslo"); none if no
/// name begins there.
Ends name_ends(const SentenceText& text, std::uint32_t begin);

/// Ends of somebody who can say something: a pronoun, a name with title, a body ("local police", "a
/// spokesman for the Interior Ministry"), with an apposition between commas or without.
Ends source_ends(const SentenceText& text, std::uint32_t begin);

/// True for "fishermen" in "20 people drowned, fishermen said.": any plain words between a comma
/// and a verb of saying that ends the clause.
bool begins_bare_source(const SentenceText& text, std::uint32_t at);

/// A range of tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The name in a run without the titles before it; the run itself if it is nothing but titles.
TokenRange without_titles(const SentenceText& text, TokenRange run);

/// The name to print for a source: without determiner, possessor and title, without apposition; the
/// office's name when somebody speaks for one.
TokenRange source_name(const SentenceText& text, TokenRange whole);

/// Words of a range as one line, white space folded.
std::string words_of(const SentenceText& text, TokenRange range);

/// The name that quotations are keyed by: the last name of a person, the whole name of a body.
std::string short_name(const SentenceText& text, TokenRange name);

}  // namespace concord::extract
