#pragma once

#include <span>
#include <string_view>

#include "model/tokens.h"
#include "normalize/vocabulary.h"

namespace concord::normalize {

/// The tokens of one sentence with the roles of their words.  Positions outside the sentence hold
/// an empty token, so that rules may look around without asking first.
class Scan {
 public:
  Scan(std::string_view text, const TokenizedText& tokens, Range range,
       const Vocabulary& vocabulary)
      : text_(text),
        tokens_(std::span(tokens.tokens).subspan(range.begin, range.size())),
        earlier_(range.begin),
        vocabulary_(&vocabulary) {}

  /// The same sentence with up to `count` tokens of the text before it.
  Scan with_earlier(std::uint32_t count) const {
    Scan made = *this;
    const std::uint32_t more = count < earlier_ ? count : earlier_;
    made.tokens_ = {tokens_.data() - more, tokens_.size() + more};
    made.earlier_ -= more;
    made.leads_ = kAnyLead;
    return made;
  }

  /// Notes which words the sentence holds, so that `may_hold` can tell which it lacks.
  void note_leads();

  /// False where no word of the sentence is any of these, told from its word alone.
  bool may_hold(Leads leads) const { return (leads_ & leads) != 0; }

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  const Vocabulary& vocabulary() const { return *vocabulary_; }

  const Token& token(std::uint32_t at) const {
    return at < tokens_.size() ? tokens_[at] : kNoToken;
  }
  const Word& word(std::uint32_t at) const { return vocabulary_->role(token(at).word); }
  Cue cue(std::uint32_t at) const { return word(at).cue; }
  bool is(std::uint32_t at, Cue cue) const { return word(at).cue == cue; }
  bool has(std::uint32_t at, WordFlag flag) const { return word(at).has(flag); }
  bool is_number(std::uint32_t at) const {
    return token(at).kind == TokenKind::number && at < size();
  }
  bool is_word(std::uint32_t at) const { return token(at).kind == TokenKind::word && at < size(); }

  std::string_view spelling(std::uint32_t at) const {
    const Span span = token(at).span;
    return text_.substr(span.begin, span.size());
  }

  /// True if the word is `lower_case`, in whatever case it is written (ASCII).
  bool says(std::uint32_t at, std::string_view lower_case) const {
    const Span span = token(at).span;
    return span.size() == lower_case.size() && begins(span, lower_case) && spells(span, lower_case);
  }

  /// True if the word is one of these, none of them empty, in whatever case it is written.
  bool says_any(std::uint32_t at, std::span<const std::string_view> lower_case) const;

  /// True for the one-character token `mark`.
  bool mark(std::uint32_t at, char mark) const {
    const Span span = token(at).span;
    return span.size() == 1 && at < size() && text_[span.begin] == mark;
  }

  /// A hyphen, dash or minus sign.
  bool dash(std::uint32_t at) const {
    const Span span = token(at).span;
    return (span.size() == 1 && text_[span.begin] == '-') ||
           (span.size() == 3 && is_wide_dash(span));
  }

  /// Written against the token before it, in the same sentence.
  bool attached(std::uint32_t at) const { return at > 0 && at < size() && !token(at).space_before; }

  /// A lower-case word that may name counted things ("soldiers", not "were").
  bool noun_like(std::uint32_t at) const;

  /// A capitalized word that is not a month or weekday.
  bool name_like(std::uint32_t at) const;

  /// A word that means nothing to any rule: "people" after "the" or "two".
  bool is_inert(std::uint32_t at) const;

  /// Where no value goes on: the sentence ends there, or an inert word stands there, after a comma
  /// or not, that is no code of a currency.
  bool nothing_follows(std::uint32_t at) const;

  std::span<const Token> from(std::uint32_t at) const {
    return at < tokens_.size() ? tokens_.subspan(at) : std::span<const Token>{};
  }
  std::span<const Token> between(std::uint32_t begin, std::uint32_t end) const {
    return begin <= end && end <= tokens_.size() ? tokens_.subspan(begin, end - begin)
                                                 : std::span<const Token>{};
  }

  /// Bytes of tokens [begin, end).  REQUIRES: begin < end <= size().
  Span bytes(std::uint32_t begin, std::uint32_t end) const {
    return {tokens_[begin].span.begin, tokens_[end - 1].span.end};
  }
  std::string_view text(Span span) const { return text_.substr(span.begin, span.size()); }

 private:
  bool ends_in_capital(std::uint32_t at) const;
  bool spells(Span span, std::string_view lower_case) const;
  /// True of most that `spells` is true of and of little else: the first letters are the same.
  bool begins(Span span, std::string_view lower_case) const {
    constexpr unsigned kCase = 0x20;
    return span.empty() || ((text_[span.begin] ^ lower_case.front()) & ~kCase) == 0;
  }
  bool is_wide_dash(Span span) const;

  static constexpr Token kNoToken{.span = {}, .word = kUnknownWord, .kind = TokenKind::punctuation};

  std::string_view text_;
  std::span<const Token> tokens_;
  static constexpr Leads kAnyLead = ~Leads{0};

  std::uint32_t earlier_;   // tokens of the text before the sentence
  Leads leads_ = kAnyLead;  // of all its words, where noted
  const Vocabulary* vocabulary_;
};

}  // namespace concord::normalize
