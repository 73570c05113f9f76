// Laws of tokenize over random texts of telling pieces: tokens come in order, never overlap, lie on
// code points and cover all but white space; sentences cover the tokens, paragraphs the sentences.
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "tokenize/tokenize.h"

namespace concord {
namespace {

const std::vector<std::string> kPieces = {" ",
                                          "\n",
                                          "\n\n",
                                          ".",
                                          "..",
                                          ",",
                                          "'",
                                          "\"",
                                          "-",
                                          "--",
                                          "'s",
                                          "a",
                                          "s",
                                          "U",
                                          "Mr",
                                          "the",
                                          "The",
                                          "1",
                                          "20",
                                          "$",
                                          "%",
                                          "/",
                                          ":",
                                          "(",
                                          ")",
                                          "!",
                                          "?",
                                          "\t",
                                          "\r\n",
                                          "\u2019",
                                          "\u201C",
                                          "\u201D",
                                          "\u00AD",
                                          "\u00E9",
                                          "\u00A0",
                                          "\u20AC",
                                          "\u2014",
                                          "\u2011",
                                          "\u2026",
                                          "\u0663",
                                          "\U0001F600",
                                          "\u4E2D",
                                          "killed",
                                          "photo by",
                                          "is seen",
                                          "\x01",
                                          "abcdefghijklmnopqrstuvwxyz"};

std::string text_of(const std::vector<std::uint8_t>& choices) {
  std::string text;
  for (const std::uint8_t choice : choices) {
    text += kPieces[choice % kPieces.size()];
  }
  return text;
}

bool is_white_space(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::string_view rest = bytes.substr(i);
    if (rest.starts_with("\u00A0") || rest.starts_with("\u00AD")) {
      ++i;
    } else if (static_cast<unsigned char>(bytes[i]) > 0x20) {
      return false;
    }
  }
  return true;
}

RC_GTEST_PROP(Tokens, CoverTheTextInOrderOnCodePoints, (const std::vector<std::uint8_t>& choices)) {
  const std::string text = text_of(choices);
  TokenizedText tokens;
  tokenize::tokenize_text(text, Lexicon(), tokens);
  std::uint32_t end = 0;
  for (const Token& token : tokens.tokens) {
    RC_ASSERT(token.span.begin >= end && token.span.begin < token.span.end);
    RC_ASSERT(is_code_point_start(text, token.span.begin) &&
              is_code_point_start(text, token.span.end));
    RC_ASSERT(is_white_space(std::string_view(text).substr(end, token.span.begin - end)));
    RC_ASSERT(token.space_before == (token.span.begin != end || end == 0));
    end = token.span.end;
  }
  RC_ASSERT(end <= text.size());
  RC_ASSERT(is_white_space(std::string_view(text).substr(end)));
}

RC_GTEST_PROP(Tokens, LieInSentencesAndThoseInParagraphs,
              (const std::vector<std::uint8_t>& choices)) {
  TokenizedText tokens;
  tokenize::tokenize_text(text_of(choices), Lexicon(), tokens);
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  for (std::uint32_t i = 0; i < tokens.paragraphs.size(); ++i) {
    const Paragraph& paragraph = tokens.paragraphs[i];
    RC_ASSERT(paragraph.sentences.begin == sentence && !paragraph.sentences.empty());
    for (; sentence < paragraph.sentences.end; ++sentence) {
      const Sentence& each = tokens.sentences[sentence];
      RC_ASSERT(each.paragraph == i && each.tokens.begin == token && !each.tokens.empty());
      RC_ASSERT(paragraph.span.contains(each.span));
      token = each.tokens.end;
    }
  }
  RC_ASSERT(sentence == tokens.sentences.size() && token == tokens.tokens.size());
}

RC_GTEST_PROP(Tokens, HaveTheWordOfTheirFoldedSpelling,
              (const std::vector<std::uint8_t>& choices)) {
  const std::string text = text_of(choices);
  Lexicon lexicon;
  for (const std::string& piece : kPieces) {
    lexicon.add(piece);
  }
  TokenizedText tokens;
  tokenize::tokenize_text(text, lexicon, tokens);
  for (const Token& token : tokens.tokens) {
    const std::string_view written =
        std::string_view(text).substr(token.span.begin, token.span.size());
    // Figures with a soft hyphen or markup between them are no number, and no word either.
    const bool broken = token.kind == TokenKind::symbol && written[0] >= '0' && written[0] <= '9';
    RC_ASSERT(token.word == (broken ? kUnknownWord : lexicon.find(fold(written))));
  }
}

RC_GTEST_PROP(Tokens, QuotesAreInOrderOnCodePoints, (const std::vector<std::uint8_t>& choices)) {
  const std::string text = text_of(choices);
  TokenizedText tokens;
  tokenize::tokenize_text(text, Lexicon(), tokens);
  std::uint32_t end = 0;
  for (const Span quote : tokens.quotes) {
    RC_ASSERT(quote.begin >= end && quote.begin < quote.end && quote.end <= text.size());
    RC_ASSERT(is_code_point_start(text, quote.begin) && is_code_point_start(text, quote.end));
    end = quote.end;
  }
}

// Markup moves no token of the rest: what is left are tokens of the text or parts of them.
RC_GTEST_PROP(Tokens, OfMarkdownLieInOrderToo, (const std::vector<std::uint8_t>& choices)) {
  Document document;
  document.markdown = true;
  for (const std::uint8_t choice : choices) {
    static const std::vector<std::string> kMarkup = {"*",    "_",   "[",  "](", ")",
                                                     "<!--", "-->", "# ", "|",  "`"};
    document.text +=
        choice % 3 == 0 ? kMarkup[choice % kMarkup.size()] : kPieces[choice % kPieces.size()];
  }
  TokenizedText tokens;
  tokenize::tokenize(document, Lexicon(), tokens);
  std::uint32_t end = 0;
  for (const Token& token : tokens.tokens) {
    RC_ASSERT(token.span.begin >= end && token.span.begin < token.span.end);
    RC_ASSERT(is_code_point_start(document.text, token.span.begin));
    end = token.span.end;
  }
  RC_ASSERT(end <= document.text.size());
}

}  // namespace
}  // namespace concord
