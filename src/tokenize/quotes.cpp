#include "tokenize/quotes.h"

#include <algorithm>

namespace concord::tokenize {
namespace {

enum class Role : std::uint8_t { none, opens, closes, either };

Role role_of(std::string_view mark) {
  struct Mark {
    std::string_view bytes;
    Role role;
  };
  static constexpr Mark kMarks[] = {
      {"\"", Role::either},     {"\u201C", Role::opens}, {"\u201D", Role::closes},
      {"\u201E", Role::opens},  {"\u00AB", Role::opens}, {"\u00BB", Role::closes},
      {"\u201F", Role::opens},  {"\u301D", Role::opens}, {"\u301E", Role::closes},
      {"\uFF02", Role::either},
  };
  for (const Mark& known : kMarks) {
    if (known.bytes == mark) {
      return known.role;
    }
  }
  return Role::none;
}

/// Walks the tokens of one paragraph.
class QuoteFinder {
 public:
  QuoteFinder(std::string_view text, const std::vector<Token>& tokens, Range range,
              std::vector<Span>& quotes)
      : text_(text), tokens_(tokens), range_(range), quotes_(quotes) {}

  /// Takes the landmarks of the paragraph; returns the first beyond it.
  Landmarks::const_iterator find(Landmarks::const_iterator landmark,
                                 Landmarks::const_iterator last) {
    std::uint32_t from = range_.begin;
    for (; landmark != last && *landmark < range_.end; ++landmark) {
      const std::uint32_t mark = *landmark;
      if (mark < from || tokens_[mark].kind != TokenKind::punctuation || !may_quote(mark)) {
        continue;
      }
      if (!open_ && opens_single(mark)) {
        from = find_single(mark) + 1;
      } else {
        take(mark, role_of(bytes(mark)));
      }
    }
    if (open_) {
      close(tokens_[range_.end - 1].span.end);
    }
    return landmark;
  }

 private:
  std::string_view bytes(std::uint32_t token) const {
    const Span span = tokens_[token].span;
    return text_.substr(span.begin, span.size());
  }

  /// Quick: quotation marks are " and ' and none of the other ASCII marks.
  bool may_quote(std::uint32_t token) const {
    const auto first = static_cast<unsigned char>(text_[tokens_[token].span.begin]);
    return first == '"' || first == '\'' || first >= 0x80;
  }

  bool glued_before(std::uint32_t token) const {
    return token > range_.begin && !tokens_[token].space_before;
  }
  bool glued_after(std::uint32_t token) const {
    return token + 1 < range_.end && !tokens_[token + 1].space_before;
  }

  /// Stands like an opening mark: nothing or white space before, text right after.
  bool looks_open(std::uint32_t token) const { return glued_after(token) && !glued_before(token); }

  void take(std::uint32_t token, Role role) {
    if (role == Role::none) {
      return;
    }
    const bool low_pair = open_ && low_ && bytes(token) == "\u201C";
    const bool closing =
        low_pair || role == Role::closes || (role == Role::either && open_ && !looks_open(token));
    if (!closing) {
      // A second opening mark while one is open: the first was never closed.
      close(tokens_[token].span.begin);
      open(token);
    } else if (open_) {
      close(tokens_[token].span.begin);
    }
  }

  void open(std::uint32_t token) {
    const bool stray = bytes(token) == "\"" && !glued_after(token) && glued_before(token);
    open_ = !stray;
    low_ = bytes(token) == "\u201E";
    begin_ = tokens_[token].span.end;
  }

  void close(std::uint32_t end) {
    if (open_ && begin_ < end) {
      quotes_.push_back({begin_, end});
    }
    open_ = false;
  }

  bool opens_single(std::uint32_t token) const {
    const std::string_view mark = bytes(token);
    return (mark == "\u2018" || mark == "'") && looks_open(token);
  }

  bool is_stop(std::uint32_t token) const {
    const char c = bytes(token)[0];
    return c == ',' || c == '.' || c == '!' || c == '?';
  }

  /// The index of the closing single mark, or `token` when there is none that plainly quotes.
  std::uint32_t find_single(std::uint32_t token) {
    constexpr std::uint32_t kLongest = 200;
    const std::uint32_t limit = std::min(token + kLongest, range_.end);
    const bool straight = bytes(token) == "'";
    const std::string_view closer = straight ? "'" : "\u2019";
    // Where an earlier mark looked in vain, this one need not look again.
    std::uint32_t& seen = straight ? straight_seen_ : curly_seen_;
    std::uint32_t i = std::max(token + 2, seen);
    for (; i < limit; ++i) {
      if (bytes(i) == closer && glued_before(i) && !glued_after_word(i) && is_stop(i - 1)) {
        quotes_.push_back({tokens_[token].span.end, tokens_[i].span.begin});
        return i;
      }
      if (role_of(bytes(i)) != Role::none) {
        break;
      }
    }
    seen = i;
    return token;
  }

  bool glued_after_word(std::uint32_t token) const {
    return glued_after(token) && tokens_[token + 1].kind == TokenKind::word;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  Range range_;
  std::vector<Span>& quotes_;
  bool open_ = false;
  bool low_ = false;  // opened by „
  std::uint32_t begin_ = 0;
  std::uint32_t straight_seen_ = 0;  // no ' before this token closes a single quotation
  std::uint32_t curly_seen_ = 0;
};

}  // namespace

void find_quotes(std::string_view text, const Landmarks& landmarks, TokenizedText& out) {
  auto landmark = landmarks.begin();
  for (const Paragraph& paragraph : out.paragraphs) {
    const Range range{out.sentences[paragraph.sentences.begin].tokens.begin,
                      out.sentences[paragraph.sentences.end - 1].tokens.end};
    landmark = QuoteFinder(text, out.tokens, range, out.quotes).find(landmark, landmarks.end());
  }
}

}  // namespace concord::tokenize
