#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/program.h"
#include "extract/words.h"
#include "model/document.h"
#include "model/tokens.h"
#include "model/value.h"

namespace concord::extract {

/// A value mention in tokens: [begin, end) of the document's tokens, core without a leading hedge.
struct Mention {
  std::uint32_t begin = 0;
  std::uint32_t core = 0;
  std::uint32_t end = 0;
  std::uint32_t core_end = 0;
  std::uint32_t types =
      0;  // its value class (phrase_code.h); two for "20 hours after": time and duration
};

/// One sentence as the matcher sees it: its tokens, which words it holds, and its values, read when
/// first asked for.  Opened for one sentence after another; memory is reused.
class SentenceText {
 public:
  SentenceText(const Document& document, const TokenizedText& tokens, const Program& program,
               const ReadValues& read_values)
      : document_(document), tokens_(tokens), program_(program), read_values_(read_values) {}

  void open(std::uint32_t sentence);

  std::uint32_t index() const { return sentence_; }
  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }
  const Sentence& sentence() const { return tokens_.sentences[sentence_]; }
  const Document& document() const { return document_; }
  const TokenizedText& tokens() const { return tokens_; }
  const Program& program() const { return program_; }

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

  /// True if a numeral stands in the sentence, so that it may hold a number.
  bool has_numeral();

  /// True if the sentence holds a word of a clause, by its number.
  bool meets(std::uint32_t clause);

  const std::vector<Mention>& mentions();
  const std::vector<ValueMention>& values();
  /// The number of the mention that begins at a token, or whose core does; kNone.
  std::uint32_t mention_at(std::uint32_t at);
  /// The value class of the mention that covers a token, as a bit; 0.
  std::uint32_t types_at(std::uint32_t at);

 private:
  void mark_words();
  void read();

  const Document& document_;
  const TokenizedText& tokens_;
  const Program& program_;
  const ReadValues& read_values_;
  std::uint32_t sentence_ = kNone;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  bool marked_ = false;
  bool numeral_ = false;
  bool read_ = false;
  std::uint32_t stamp_ = 0;
  std::vector<std::uint32_t> seen_;  // by word: stamp of the last sentence that held it
  std::vector<std::uint32_t> met_;   // by clause: twice the stamp of the sentence, plus 1 if met
  std::vector<ValueMention> values_;
  std::vector<Mention> mentions_;  // parallel to values_
  struct Cell {
    std::uint32_t mention = kNone;
    std::uint32_t types = 0;
  };
  std::vector<Cell> cells_;  // by token of the sentence
};

}  // namespace concord::extract
