#include "tokenize/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

#include "tokenize/byte_class.h"
#include "tokenize/code_point_class.h"
#include "tokenize/edges.h"

namespace concord::tokenize {
namespace {

/// What the first byte of a token tells, a table for each answer.
struct ByteTraits {
  std::array<TokenKind, 256> kind{};
  std::array<bool, 256> capital{};
  std::array<std::uint8_t, 256> landmark{};
};

constexpr ByteTraits byte_traits() {
  ByteTraits traits;
  const auto set_kind = [&](std::string_view bytes, TokenKind kind) {
    for (const char c : bytes) {
      traits.kind[static_cast<std::size_t>(c)] = kind;
    }
  };
  set_kind("!\"'(),-./:;?[\\]_{}", TokenKind::punctuation);
  set_kind("#$%&*+<=>@^`|~", TokenKind::symbol);
  set_kind("0123456789", TokenKind::number);
  for (const char c : std::string_view(".!?\"'")) {
    traits.landmark[static_cast<std::size_t>(c)] = 1;
  }
  for (std::size_t c = 'A'; c <= 'Z'; ++c) {
    traits.capital[c] = true;
  }
  for (std::size_t c = 0x80; c < traits.landmark.size(); ++c) {
    traits.landmark[c] = 1;
  }
  return traits;
}

constexpr ByteTraits kByteTraits = byte_traits();

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
/// batches: what is written too much is overwritten by the next block.  REQUIRES: room for a batch
/// more than there are bits.
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
    const Edges edges = finder.find(blocks, i + 1);
    const std::size_t room = begins + static_cast<std::size_t>(std::popcount(edges.start)) + kBatch;
    if (tokens.size() < room) {
      tokens.resize(std::max({room, 2 * tokens.size(), text.size() / 4}));
    }
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

/// A word of the lexicon, and the first eight folded bytes of what was looked up.
struct Known {
  WordId word = kUnknownWord;
  std::uint64_t beginning = 0;
};

Known look_up(const Lexicon& lexicon, std::string_view word) {
  const FoldedKey key = folded_key(word);
  return {lexicon.find_key(key, word), key.low};
}

/// Looks up a word of which 16 bytes can be read.
class PaddedLookup {
 public:
  explicit PaddedLookup(const Lexicon& lexicon) : lexicon_(lexicon), table_(lexicon.lookup()) {}

  Known operator()(std::string_view word) const {
    FoldedKey key;
    Known known;
    if (!fold_short(word.data(), word.size(), key) || !table_.find(key, known.word)) [[unlikely]] {
      return look_up(lexicon_, word);
    }
    known.beginning = key.low;
    return known;
  }

 private:
  const Lexicon& lexicon_;
  Lexicon::Lookup table_;
};

/// Gives tokens their words and kinds, and notes the landmarks.
class TokenNamer {
 public:
  TokenNamer(std::string_view text, std::uint32_t* landmarks) : text_(text), landmark_(landmarks) {}

  /// Names the tokens [begin, end).
  template <class LookUp>
  void name(Token* const tokens, std::uint32_t begin, std::uint32_t end, const LookUp& find) {
    std::uint32_t* landmark = landmark_;
    std::uint32_t end_before = begin == 0 ? ~std::uint32_t{0} : tokens[begin - 1].span.end;
    for (std::uint32_t i = begin; i < end; ++i) {
      Token& token = tokens[i];
      const std::string_view word(text_.data() + token.span.begin, token.span.size());
      const Known known = find(word);
      const auto first = static_cast<unsigned char>(word.front());
      token.word = known.word;
      token.kind = kByteTraits.kind[first];
      token.space_before = token.span.begin != end_before;
      token.capital = kByteTraits.capital[first];
      end_before = token.span.end;
      const std::uint8_t marked = kByteTraits.landmark[first];
      if (marked != 0) [[unlikely]] {
        name_marked(word, token);
      }
      *landmark = i;
      landmark += marked | static_cast<std::uint8_t>(word.back() == '.') |
                  kCaptionFilter.holds(known.beginning);
    }
    landmark_ = landmark;
  }

  std::uint32_t* end_of_landmarks() const { return landmark_; }

 private:
  void name_marked(std::string_view word, Token& token) const {
    if (static_cast<unsigned char>(word.front()) >= 0x80) {
      name_wide_token(text_, token);
    } else if (word.size() > 1 && word.front() == '\'') {
      token.kind = TokenKind::word;  // "'s"
    }
  }

  std::string_view text_;
  std::uint32_t* landmark_;
};

void name_tokens(std::string_view text, const Lexicon& lexicon, std::vector<Token>& tokens,
                 Landmarks& landmarks) {
  landmarks.resize(tokens.size() + 1);
  const std::size_t last_padded =
      text.size() < FoldedKey::kWhole ? 0 : text.size() - FoldedKey::kWhole + 1;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  std::uint32_t padded = count;
  while (padded > 0 && tokens[padded - 1].span.begin >= last_padded) {
    --padded;
  }
  const std::string_view last = text.substr(last_padded);
  std::array<char, 2 * FoldedKey::kWhole> copy{};  // of the last bytes, with room behind them
  last.copy(copy.data(), last.size());
  const PaddedLookup find(lexicon);
  TokenNamer namer(text, landmarks.data());
  namer.name(tokens.data(), 0, padded, find);
  namer.name(tokens.data(), padded, count, [&](std::string_view word) {
    return find({copy.data() + (word.data() - last.data()), word.size()});
  });
  landmarks.resize(static_cast<std::size_t>(namer.end_of_landmarks() - landmarks.data()));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_before(std::string_view text, std::size_t end) {
  std::size_t count = 0;
  while (count < end && is_digit(text[end - count - 1])) {
    ++count;
  }
  return count;
}

/// Soft hyphens inside numbers, but those that part thousands, which are read as groups.
std::vector<Span> soft_hyphens_in_numbers(std::string_view text) {
  constexpr std::string_view kSoftHyphen = "\xC2\xAD";
  constexpr std::size_t kGroup = 3;
  std::vector<Span> found;
  for (std::size_t at = text.find(kSoftHyphen); at != std::string_view::npos;
       at = text.find(kSoftHyphen, at + 1)) {
    const std::size_t end = at + kSoftHyphen.size();
    const std::size_t after =
        std::min(text.find_first_not_of("0123456789", end), text.size()) - end;
    const std::size_t before = digits_before(text, at);
    if (before > 0 && after > 0 && (before > kGroup || after != kGroup)) {
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    }
  }
  return found;
}

/// Nothing can be read from it any more: neither number nor word of a rule.
void blind(Token& token) {
  token.kind = TokenKind::symbol;
  token.word = kUnknownWord;
}

/// The first token that begins at or behind a byte.
std::vector<Token>::iterator token_from(std::vector<Token>& tokens, std::uint32_t byte) {
  return std::ranges::lower_bound(tokens, byte, {},
                                  [](const Token& token) { return token.span.begin; });
}

/// "1**33**" is neither 1 nor 33: figures with markup inside them are no numbers.
void break_numbers(std::string_view text, const std::vector<Span>& markup,
                   std::vector<Token>& tokens) {
  for (const Span& span : markup) {
    if (span.begin == 0 || span.end >= text.size() || !is_digit(text[span.begin - 1]) ||
        !is_digit(text[span.end]) ||
        text.substr(span.begin, span.size()).find('|') != std::string_view::npos) {  // two cells
      continue;
    }
    const auto after = token_from(tokens, span.end);
    for (auto token = after == tokens.begin() ? after : std::prev(after);
         token != tokens.end() && token->span.begin <= span.end; ++token) {
      blind(*token);
    }
  }
}

/// "https://desk.example/2016/11/07/1-dead-3-injured": what a web address is made of says nothing.
void blind_addresses(std::string_view text, std::string_view beginning,
                     std::vector<Token>& tokens) {
  constexpr std::string_view kEnd = " \t\r\n<>()\"|";
  for (std::size_t at = text.find(beginning); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kEnd, at), text.size());
    for (auto token = token_from(tokens, static_cast<std::uint32_t>(at + beginning.size()));
         token != tokens.end() && token->span.begin < end; ++token) {
      if (token->kind == TokenKind::word || token->kind == TokenKind::number) {
        blind(*token);
      }
    }
    at = text.find(beginning, end);
  }
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
  break_numbers(text, markup, tokens);
  break_numbers(text, soft_hyphens_in_numbers(text), tokens);
  blind_addresses(text, "://", tokens);
  blind_addresses(text, "www.", tokens);
}

}  // namespace concord::tokenize
