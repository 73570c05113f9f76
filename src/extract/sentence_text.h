#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/program.h"
#include "extract/sentence_memory.h"
#include "extract/words.h"
#include "model/document.h"
#include "model/tokens.h"
#include "model/value.h"

namespace concord::extract {

/// How a sentence's values are read, and guessed at before.
struct ValueSource {
  const ReadValues& read;
  const HintValues& hint;
};

/// One sentence as the matcher sees it: its tokens, which words it holds, and its values, read when
/// first asked for.  Opened for one sentence after another; memory is reused.
class SentenceText {
 public:
  SentenceText(const Document& document, const TokenizedText& tokens, const Program& program,
               const ValueSource& source, SentenceMemory& memory)
      : document_(document), tokens_(tokens), program_(program), source_(source), memory_(memory) {}

  void open(std::uint32_t sentence);

  std::uint32_t index() const { return sentence_; }
  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }
  const Sentence& sentence() const { return tokens_.sentences[sentence_]; }
  const Document& document() const { return document_; }
  const TokenizedText& tokens() const { return tokens_; }
  const Program& program() const { return program_; }
  SentenceMemory& memory() { return memory_; }

  const Token& token(std::uint32_t at) const { return tokens_.tokens[at]; }
  WordId word(std::uint32_t at) const { return tokens_.tokens[at].word; }
  std::uint32_t flags(std::uint32_t at) const { return program_.flags_of(word(at)); }
  std::string_view text(std::uint32_t at) const { return text(token(at).span); }
  std::string_view text(Span span) const {
    return std::string_view(document_.text).substr(span.begin, span.size());
  }
  /// Bytes of tokens [begin, end).  REQUIRES: not empty.
  Span span(std::uint32_t begin, std::uint32_t end) const {
    return {token(begin).span.begin, token(end - 1).span.end};
  }

  /// Of the sentence among those that its memory has seen.
  std::uint32_t stamp() {
    if (!marked_) {
      mark_words();
    }
    return memory_.stamp;
  }

  /// The words of the sentence that rules hold, each once.
  const std::vector<WordId>& words() {
    stamp();
    return memory_.words;
  }

  /// True if the sentence holds a word of a clause, or may hold a value of it.
  bool meets(std::uint32_t clause) {
    const std::uint32_t open = stamp();
    if (memory_.met[clause] == open) {
      return true;
    }
    const Clause& asked = program_.clauses[clause];
    return (asked.busy & memory_.busy) != 0 ||
           (asked.classes != 0 && (hints().classes & asked.classes) != 0);
  }

  /// What each 64 tokens of the sentence are to phrases.
  const std::vector<TokenBits>& bits();

  const std::vector<Mention>& mentions();
  const std::vector<ValueMention>& values();
  /// The number of the mention that begins at a token, or whose core does; kNone.
  std::uint32_t mention_at(std::uint32_t at);
  /// The value class of the mention that covers a token, as a bit; 0.
  std::uint32_t types_at(std::uint32_t at);
  /// What is known of the values without reading them; only their classes when `guesses` is false.
  const ValueHints& hints() {
    if (!hinted_) {
      hint();
    }
    return memory_.hints;
  }
  bool guesses() const { return source_.hint != nullptr; }
  /// For each 64 tokens, a bit where a mention or its core begins.
  const std::vector<std::uint64_t>& mention_bits();

 private:
  void mark_words();
  void hint();
  void mark_bits();
  void read();
  void place(const ValueMention& value, std::uint32_t& at);

  const Document& document_;
  const TokenizedText& tokens_;
  const Program& program_;
  ValueSource source_;
  SentenceMemory& memory_;
  std::uint32_t sentence_ = kNone;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  bool marked_ = false;
  bool placed_ = false;  // bits are marked
  bool hinted_ = false;  // hints are asked
  bool read_ = false;
};

}  // namespace concord::extract
