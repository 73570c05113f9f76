#pragma once

#include <cstdint>
#include <vector>

#include "base/lexicon.h"
#include "base/span.h"

namespace concord {

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol };

/// One token.  Words split at hyphens except single-letter tails ("ISIS-K"); "'s" is a token of its
/// own; "U.S." is one word; a number keeps its separators ("1,200", "4.2", "12,34,567", "2.15") but
/// not its sign, currency or unit ("$4.2bn" is "$" "4.2" "bn"); each punctuation mark is a token.
struct Token {
  Span span;
  WordId word = kUnknownWord;  // of the folded spelling, for every kind of token
  TokenKind kind = TokenKind::word;
  bool space_before = false;  // false only where it touches the token before it
  bool capital = false;       // starts with a capital letter
};

/// `teaser`: the headline of another story, on a line of its own between the paragraphs.
enum class Part : std::uint8_t { headline, lead, body, caption, teaser };

/// Half-open range of indexes.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  friend bool operator==(Range, Range) = default;
};

struct Sentence {
  Range tokens;
  std::uint32_t paragraph = 0;
  Span span;  // first to last token
};

struct Paragraph {
  Range sentences;
  Part part = Part::body;
  Span span;
};

/// A document's text in words.  Tokens are in order, never overlap and lie on code points; every
/// byte outside them is white space or markup.  Every token is in one sentence, every sentence in
/// one paragraph.
struct TokenizedText {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Paragraph> paragraphs;
  std::vector<Span>
      quotes;  // inside of quotation marks, without the marks, in order, may span sentences
};

}  // namespace concord
