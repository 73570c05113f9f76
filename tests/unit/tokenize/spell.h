#pragma once

#include <string>
#include <string_view>

#include "base/lexicon.h"
#include "model/tokens.h"
#include "tokenize/tokenize.h"

namespace concord::tokenize {

inline std::string_view part_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

/// The text with "|" between tokens that touch and "_" between those that do not.
inline std::string spell_tokens(std::string_view text, const TokenizedText& tokens, Range range) {
  std::string spelled;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& token = tokens.tokens[i];
    spelled += i == range.begin ? "" : token.space_before ? "_" : "|";
    spelled += part_of(text, token.span);
  }
  return spelled;
}

inline std::string spell_tokens(std::string_view text) {
  TokenizedText tokens;
  tokenize_text(text, Lexicon(), tokens);
  return spell_tokens(text, tokens, {0, static_cast<std::uint32_t>(tokens.tokens.size())});
}

/// The sentences in brackets, a new line for each paragraph: "[It rose.][It fell.]\n[Then:]".
inline std::string spell_sentences(std::string_view text, const TokenizedText& tokens) {
  std::string spelled;
  for (const Paragraph& paragraph : tokens.paragraphs) {
    spelled += spelled.empty() ? "" : "\n";
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      spelled += "[" + std::string(part_of(text, tokens.sentences[i].span)) + "]";
    }
  }
  return spelled;
}

inline std::string spell_sentences(std::string_view text) {
  TokenizedText tokens;
  tokenize_text(text, Lexicon(), tokens);
  return spell_sentences(text, tokens);
}

/// The quotations in brackets.
inline std::string spell_quotes(std::string_view text) {
  TokenizedText tokens;
  tokenize_text(text, Lexicon(), tokens);
  std::string spelled;
  for (const Span quote : tokens.quotes) {
    spelled += "[" + std::string(part_of(text, quote)) + "]";
  }
  return spelled;
}

}  // namespace concord::tokenize
