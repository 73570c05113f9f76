#include "tokenize/words.h"

#include <array>
#include <bit>

#include "tokenize/byte_class.h"
#include "tokenize/code_point_class.h"
#include "tokenize/edges.h"

namespace concord::tokenize {
namespace {

constexpr std::array<TokenKind, 128> ascii_kinds() {
  std::array<TokenKind, 128> kinds{};
  kinds.fill(TokenKind::word);
  for (const char c : std::string_view("!\"'(),-./:;?[\\]_{}")) {
    kinds[static_cast<std::size_t>(c)] = TokenKind::punctuation;
  }
  for (const char c : std::string_view("#$%&*+<=>@^`|~")) {
    kinds[static_cast<std::size_t>(c)] = TokenKind::symbol;
  }
  for (char c = '0'; c <= '9'; ++c) {
    kinds[static_cast<std::size_t>(c)] = TokenKind::number;
  }
  return kinds;
}

constexpr std::array<TokenKind, 128> kAsciiKinds = ascii_kinds();

TokenKind wide_kind(std::uint32_t code_point) {
  switch (classify_code_point(code_point)) {
    case CodePointClass::letter:
      return TokenKind::word;
    case CodePointClass::digit:
      return TokenKind::number;
    case CodePointClass::symbol:
      return TokenKind::symbol;
    case CodePointClass::space:
    case CodePointClass::punctuation:
    case CodePointClass::apostrophe:
    case CodePointClass::soft_hyphen:
    case CodePointClass::hyphen:
      return TokenKind::punctuation;
  }
  return TokenKind::word;
}

/// Writes the positions of the bits to successive tokens' `bound`, from `token` on.
std::size_t write_bounds(std::uint64_t bits, std::uint32_t base, std::uint32_t Span::*bound,
                         std::vector<Token>& tokens, std::size_t token) {
  while (bits != 0) {
    tokens[token].span.*bound = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    ++token;
    bits &= bits - 1;
  }
  return token;
}

void find_spans(std::string_view text, const std::vector<Block>& blocks,
                std::vector<Token>& tokens) {
  const std::size_t count = blocks.size() - 3;
  std::vector<Edges> edges(count);
  EdgeFinder finder;
  std::size_t total = 0;
  for (std::size_t i = 0; i < count; ++i) {
    edges[i] = finder.find(blocks, i + 1);
    total += static_cast<std::size_t>(std::popcount(edges[i].start));
  }
  tokens.resize(total);
  std::size_t begins = 0;
  std::size_t ends = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto base = static_cast<std::uint32_t>(64 * i);
    begins = write_bounds(edges[i].start, base, &Span::begin, tokens, begins);
    ends = write_bounds(edges[i].end, base, &Span::end, tokens, ends);
  }
  if (ends < total) {
    tokens[ends].span.end = static_cast<std::uint32_t>(text.size());
  }
}

void name_token(std::string_view text, Token& token) {
  const auto first = static_cast<unsigned char>(text[token.span.begin]);
  if (first < 0x80) [[likely]] {
    token.kind = kAsciiKinds[first];
    token.capital = first >= 'A' && first <= 'Z';
    if (first == '\'' && token.span.size() > 1) {
      token.kind = TokenKind::word;
    }
    return;
  }
  const CodePoint point = code_point_at(text, token.span.begin);
  const bool clitic = token.span.size() > point.size && point.value != 0x00AD;
  token.kind = wide_kind(point.value);
  if (clitic && token.kind == TokenKind::punctuation) {
    token.kind = TokenKind::word;
  }
  token.capital = is_wide_capital(point.value);
}

}  // namespace

void find_tokens(std::string_view text, const std::vector<Span>& markup, const Lexicon& lexicon,
                 std::vector<Token>& tokens) {
  tokens.clear();
  std::vector<Block> blocks;
  classify(text, blocks);
  for (const Span& span : markup) {
    mark_space(blocks, span.begin, span.end);
  }
  find_spans(text, blocks, tokens);
  std::uint32_t end_before = ~std::uint32_t{0};
  for (Token& token : tokens) {
    const char* begin = text.data() + token.span.begin;
    const std::size_t size = token.span.size();
    const bool padded = token.span.begin + FoldedKey::kWhole <= text.size();
    const std::string_view word(begin, size);
    const FoldedKey key = padded ? padded_folded_key(begin, size) : folded_key(word);
    token.word = lexicon.find_key(key, word);
    token.space_before = token.span.begin != end_before;
    end_before = token.span.end;
    name_token(text, token);
  }
}

}  // namespace concord::tokenize
