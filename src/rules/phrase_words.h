#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace concord::rules {

/// Letters, digits and every byte of a non-ASCII letter.
bool is_word_byte(char byte);

/// A name of a slot, phrase, list or type: a letter, then letters, digits, _ and -.
bool is_name(std::string_view text);

/// True if `text` begins with a character that nobody sees, or a blank that is no ordinary space.
bool starts_invisible(std::string_view text);

/// True for a word with Latin letters and Greek or Cyrillic ones, which look the same.
bool mixes_alphabets(std::string_view word);

/// The word that `text` begins with, as an author writes it: letters and digits with apostrophes,
/// hyphens, periods and commas inside ("five-year", "don't", "U.S.", "1,200").  Empty when it
/// begins with something else.
std::string_view leading_word(std::string_view text);

/// Such a word as the tokenizer cuts it: at hyphens except before a last single letter, before 's,
/// and behind figures.  Hyphens are parts of their own.  A view into `word` each.
std::vector<std::string_view> split_word(std::string_view word);

/// A punctuation mark at the beginning of a text: its folded spelling and the bytes it takes.
struct PunctuationMark {
  std::string_view text;
  std::size_t size = 0;  // 0 = none
};
/// REQUIRES: text is not empty.
PunctuationMark leading_mark(std::string_view text);

/// The line without its comment: a # at its beginning or after a space, outside quotation marks.
std::string_view without_comment(std::string_view line);

}  // namespace concord::rules
