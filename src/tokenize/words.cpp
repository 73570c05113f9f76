#include "tokenize/words.h"

#include <algorithm>
#include <array>
#include <bit>

#include "tokenize/byte_class.h"
#include "tokenize/code_point_class.h"
#include "tokenize/edges.h"

namespace concord::tokenize {
namespace {

/// What the first byte of a token tells.
struct alignas(4) ByteTraits {
  TokenKind kind = TokenKind::word;
  bool capital = false;
  std::uint8_t landmark = 0;
};

constexpr std::array<ByteTraits, 256> byte_traits() {
  std::array<ByteTraits, 256> traits{};
  for (const char c : std::string_view("!\"'(),-./:;?[\\]_{}")) {
    traits[static_cast<std::size_t>(c)].kind = TokenKind::punctuation;
  }
  for (const char c : std::string_view("#$%&*+<=>@^`|~")) {
    traits[static_cast<std::size_t>(c)].kind = TokenKind::symbol;
  }
  for (const char c : std::string_view("0123456789")) {
    traits[static_cast<std::size_t>(c)].kind = TokenKind::number;
  }
  for (const char c : std::string_view(".!?\"'")) {
    traits[static_cast<std::size_t>(c)].landmark = 1;
  }
  for (std::size_t c = 'A'; c <= 'Z'; ++c) {
    traits[c].capital = true;
  }
  for (std::size_t c = 0x80; c < traits.size(); ++c) {
    traits[c].landmark = 1;
  }
  return traits;
}

constexpr std::array<ByteTraits, 256> kByteTraits = byte_traits();

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

constexpr std::size_t kBatch = 8;

/// Writes the positions of the bits to successive tokens' `bound`, from `token` on, always in
/// batches: what is written too much is overwritten by the next block.  REQUIRES: room for 64
/// tokens.
std::size_t write_bounds(std::uint64_t bits, std::uint32_t base, std::uint32_t Span::*bound,
                         Token* token) {
  constexpr std::uint64_t kStop = std::uint64_t{1}
                                  << 63U;  // spares countr_zero the question of zero
  const auto count = static_cast<std::size_t>(std::popcount(bits));
  while (bits != 0) {
    for (std::size_t i = 0; i < kBatch; ++i) {
      token[i].span.*bound = base + static_cast<std::uint32_t>(std::countr_zero(bits | kStop));
      bits &= bits - 1;
    }
    token += kBatch;
  }
  return count;
}

void find_spans(std::string_view text, const std::vector<Block>& blocks,
                std::vector<Token>& tokens) {
  constexpr std::size_t kMostInBlock = 64;
  const std::size_t count = blocks.size() - 3;
  EdgeFinder finder;
  std::size_t begins = 0;
  std::size_t ends = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (tokens.size() < begins + kMostInBlock) {
      tokens.resize(std::max(2 * tokens.size(), text.size() / 4 + 2 * kMostInBlock));
    }
    const Edges edges = finder.find(blocks, i + 1);
    const auto base = static_cast<std::uint32_t>(kMostInBlock * i);
    begins += write_bounds(edges.start, base, &Span::begin, tokens.data() + begins);
    ends += write_bounds(edges.end, base, &Span::end, tokens.data() + ends);
  }
  if (ends < begins) {
    tokens[ends].span.end = static_cast<std::uint32_t>(text.size());
  }
  tokens.resize(begins);
}

/// Kind and capital of a token that begins with a byte beyond ASCII.
void name_wide_token(std::string_view text, Token& token) {
  const CodePoint point = code_point_at(text, token.span.begin);
  const bool clitic = token.span.size() > point.size;
  token.kind = wide_kind(point.value);
  if (clitic && token.kind == TokenKind::punctuation) {
    token.kind = TokenKind::word;
  }
  token.capital = is_wide_capital(point.value);
}

/// Gives the tokens their words and kinds, and notes the landmarks.
void name_tokens(std::string_view text, const Lexicon& lexicon, std::vector<Token>& tokens,
                 Landmarks& landmarks) {
  landmarks.resize(tokens.size() + 1);
  const std::size_t last_padded =
      text.size() < FoldedKey::kWhole ? 0 : text.size() - FoldedKey::kWhole + 1;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  Token* const all = tokens.data();
  std::uint32_t* landmark = landmarks.data();
  std::uint32_t end_before = ~std::uint32_t{0};
  for (std::uint32_t i = 0; i < count; ++i) {
    const Span span = all[i].span;
    const std::string_view word(text.data() + span.begin, span.size());
    const FoldedKey key =
        span.begin < last_padded ? padded_folded_key(word.data(), word.size()) : folded_key(word);
    const ByteTraits traits = kByteTraits[static_cast<unsigned char>(word.front())];
    Token& token = all[i];
    token.word = lexicon.find_key(key, word);
    token.space_before = span.begin != end_before;
    token.kind = traits.kind;
    token.capital = traits.capital;
    end_before = span.end;
    if (traits.landmark != 0) [[unlikely]] {
      if (static_cast<unsigned char>(word.front()) >= 0x80) {
        name_wide_token(text, token);
      } else if (word.size() > 1 && word.front() == '\'') {
        token.kind = TokenKind::word;  // "'s"
      }
    }
    *landmark = i;
    landmark += traits.landmark | static_cast<std::uint8_t>(word.back() == '.') |
                kCaptionFilter.holds(key.low);
  }
  landmarks.resize(static_cast<std::size_t>(landmark - landmarks.data()));
}

}  // namespace

void find_tokens(std::string_view text, const std::vector<Span>& markup, const Lexicon& lexicon,
                 std::vector<Token>& tokens, Landmarks& landmarks) {
  std::vector<Block> blocks;
  classify(text, blocks);
  for (const Span& span : markup) {
    mark_space(blocks, span.begin, span.end);
  }
  find_spans(text, blocks, tokens);
  name_tokens(text, lexicon, tokens, landmarks);
}

}  // namespace concord::tokenize
