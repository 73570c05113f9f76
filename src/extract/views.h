#pragma once

#include "extract/match.h"
#include "extract/sentence_text.h"

namespace concord::extract {

/// One sentence under the matcher.
struct View {
  View(const Document& document, const TokenizedText& tokens, const Program& program,
       const ValueSource& source, SentenceMemory& memory)
      : text(document, tokens, program, source, memory), matcher(text) {}

  SentenceText text;
  PhraseMatcher matcher;
};

/// The sentence being read and, beside it, any other that must be looked back at.
class Views {
 public:
  Views(const Document& document, const TokenizedText& tokens, const Program& program,
        const ValueSource& source, SentenceMemory& current, SentenceMemory& other)
      : current_(document, tokens, program, source, current),
        other_(document, tokens, program, source, other) {}

  View& open(std::uint32_t sentence) {
    current_.text.open(sentence);
    return current_;
  }
  View& current() { return current_; }

  /// A sentence without leaving the current one; what was got before may now show this sentence.
  View& at(std::uint32_t sentence) {
    if (current_.text.index() == sentence) {
      return current_;
    }
    other_.text.open(sentence);
    return other_;
  }

 private:
  View current_;
  View other_;
};

}  // namespace concord::extract
