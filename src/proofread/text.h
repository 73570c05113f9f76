#pragma once

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/slip.h"
#include "model/tokens.h"
#include "model/value.h"
#include "proofread/proofread.h"
#include "proofread/word_list.h"

namespace concord::proofread {

/// A value with the tokens that write it.
struct CopyValue {
  const ValueMention* mention = nullptr;
  Range tokens;

  const Quantity* quantity() const { return std::get_if<Quantity>(&mention->value); }
  const TimeSpan* time() const { return std::get_if<TimeSpan>(&mention->value); }
  const Duration* duration() const { return std::get_if<Duration>(&mention->value); }
};

/// One document's text as the checks of its own words read it: tokens by number, each with its
/// folded word and the value that begins at it.  References stay valid for one call of proofread.
class CopyText {
 public:
  CopyText(const Document& document, const TokenizedText& tokens,
           const std::vector<ValueMention>& values, const Convert& convert);
  CopyText(const CopyText&) = delete;
  CopyText(CopyText&&) = default;
  CopyText& operator=(const CopyText&) = delete;
  CopyText& operator=(CopyText&&) = delete;
  ~CopyText() = default;

  const Document& document() const { return document_; }
  const Convert& convert() const { return convert_; }
  /// Those of the story; headlines of other stories are not its own words.
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const std::vector<CopyValue>& values() const { return values_; }  // in those sentences
  std::size_t size() const { return tokens_.tokens.size(); }

  /// The folded word; empty past the end.
  std::string_view word(std::size_t i) const {
    return i < words_.size() ? words_[i] : std::string_view();
  }
  bool is_word(std::size_t i) const {
    return i < size() && tokens_.tokens[i].kind == TokenKind::word;
  }
  bool is_capital(std::size_t i) const { return i < size() && tokens_.tokens[i].capital; }
  /// A dash between words; a hyphen only where it stands alone.
  bool is_dash(std::size_t i) const;
  /// A mark that ends a clause, or no token at all.
  bool is_break(std::size_t i) const;

  /// The value whose first token is `i`; nullptr if there is none.
  const CopyValue* value(std::size_t i) const;
  /// The values of a sentence, in order.
  std::span<const CopyValue> values_in(const Sentence& sentence) const;

  Part part_of(const Sentence& sentence) const;
  bool in_quotes(std::size_t i) const;
  /// The first token from `i` on that is in quotation marks; size() if there is none.
  std::size_t next_in_quotes(std::size_t i) const;

  /// Bytes of the tokens [begin, end); REQUIRES: begin < end <= size().
  Span span(std::size_t begin, std::size_t end) const;
  /// The words there, without the markup between them.
  std::string written(Span span) const;
  std::string written(const CopyValue& value) const { return written(value.mention->full); }

 private:
  const Document& document_;
  const TokenizedText& tokens_;
  const Convert& convert_;
  std::vector<Sentence> sentences_;
  std::deque<std::string> folded_;       // the words that are written otherwise
  std::vector<std::string_view> words_;  // in the document where they are written folded
  std::vector<CopyValue> values_;
  std::vector<std::int32_t>
      value_at_;  // of each token: index of the value that begins there, or -1
};

/// True if the word stands in the list.
bool is_in(std::string_view word, std::span<const std::string_view> list);

/// True if one of the words [begin, end) stands in the list.
bool any_in(const CopyText& text, std::size_t begin, std::size_t end,
            std::span<const std::string_view> list);
template <std::size_t N>
bool any_in(const CopyText& text, std::size_t begin, std::size_t end, const WordList<N>& list) {
  for (std::size_t i = begin; i < end; ++i) {
    if (list.contains(text.word(i))) {
      return true;
    }
  }
  return false;
}

/// Three significant digits with separators, as an article would print it: "98,800", "0.405", "3".
std::string shown(double number);

/// The year a document is written in; nothing without a publication time.
std::optional<int> year_of(const Document& document);

}  // namespace concord::proofread
