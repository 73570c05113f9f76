#include "tokenize/teasers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "base/fold.h"

namespace concord::tokenize {
namespace {

constexpr std::uint32_t kShortest = 5;  // tokens; crossheads and labels are shorter
constexpr std::uint32_t kLongest = 18;
constexpr std::size_t kStem = 4;  // letters that two forms of a word share

/// Stems that any two stories share, of misfortunes above all.
constexpr std::array<std::string_view, 37> kAnyStory = {
    "abou", "afte", "amid", "arre", "been", "dead", "deat", "died", "dies", "fata",
    "from", "gunm", "hurt", "inju", "into", "kill", "leav", "left", "more", "near",
    "over", "peop", "poli", "repo", "said", "says", "shoo", "shot", "than", "that",
    "this", "vict", "what", "when", "wher", "whil", "with"};
static_assert(std::ranges::is_sorted(kAnyStory));

/// Words of a whole sentence; a headline leaves them out.
constexpr std::array<std::string_view, 7> kSentence = {"are", "had", "has", "have",
                                                       "is",  "was", "were"};
static_assert(std::ranges::is_sorted(kSentence));

class Teasers {
 public:
  Teasers(std::string_view text, bool markdown, TokenizedText& out)
      : text_(text), markdown_(markdown), out_(out) {}

  void mark() {
    for (Paragraph& paragraph : out_.paragraphs) {
      if (paragraph.part == Part::body && paragraph.sentences.size() == 1 && is_teaser(paragraph)) {
        paragraph.part = Part::teaser;
      }
    }
  }

 private:
  std::string_view bytes(const Token& token) const {
    return text_.substr(token.span.begin, token.span.size());
  }

  bool is_teaser(const Paragraph& paragraph) {
    const Range line = out_.sentences[paragraph.sentences.begin].tokens;
    if (line.size() < kShortest || line.size() > kLongest || !is_open(line) ||
        (markdown_ && !is_at_margin(line)) || !is_headline_like(line) || opening().empty()) {
      return false;
    }
    std::set<std::string> stems;
    add_stems(line, stems);
    return !stems.empty() && std::ranges::none_of(stems, [&](const std::string& stem) {
      return opening_->contains(stem);
    });
  }

  /// Begins its line, and not with the mark of a list.
  bool is_at_margin(Range line) const {
    const std::uint32_t begin = out_.tokens[line.begin].span.begin;
    return (is_word(line.begin) || is_quotation_mark(line.begin)) &&
           (begin == 0 || text_[begin - 1] == '\n' || text_[begin - 1] == '\r');
  }

  bool is_word(std::uint32_t at) const {
    return out_.tokens[at].kind == TokenKind::word || out_.tokens[at].kind == TokenKind::number;
  }

  bool is_quotation_mark(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 6> kMarks = {"'",      "\"",     "\u2018",
                                                               "\u2019", "\u201C", "\u201D"};
    return std::ranges::find(kMarks, bytes(out_.tokens[at])) != kMarks.end();
  }

  /// Ends in a word ("as of 3 p.m." ends a sentence), or in a quotation that is not the whole line:
  /// "... says of 'a good man'".
  bool is_open(Range line) const {
    return (is_word(line.end - 1) && bytes(out_.tokens[line.end - 1]).back() != '.') ||
           (is_quotation_mark(line.end - 1) && is_word(line.end - 2) && is_word(line.begin));
  }

  bool is_headline_like(Range line) const {
    return std::all_of(out_.tokens.begin() + line.begin, out_.tokens.begin() + line.end,
                       [&](const Token& token) {
                         return !std::ranges::binary_search(kSentence, fold(bytes(token)));
                       });
  }

  void add_stems(Range line, std::set<std::string>& stems) const {
    for (std::uint32_t at = line.begin; at < line.end; ++at) {
      const std::string_view word = bytes(out_.tokens[at]);
      if (out_.tokens[at].kind != TokenKind::word || word.size() < kStem) {
        continue;
      }
      std::string stem = fold(word).substr(0, kStem);
      if (!std::ranges::binary_search(kAnyStory, std::string_view(stem))) {
        stems.insert(std::move(stem));
      }
    }
  }

  /// Stems of headline and lead; none without a headline.
  const std::set<std::string>& opening() {
    if (opening_) {
      return *opening_;
    }
    opening_.emplace();
    bool headline = false;
    for (const Paragraph& paragraph : out_.paragraphs) {
      headline = headline || paragraph.part == Part::headline;
      if (paragraph.part == Part::headline || paragraph.part == Part::lead) {
        add_stems({out_.sentences[paragraph.sentences.begin].tokens.begin,
                   out_.sentences[paragraph.sentences.end - 1].tokens.end},
                  *opening_);
      }
    }
    if (!headline) {
      opening_->clear();
    }
    return *opening_;
  }

  std::string_view text_;
  bool markdown_;
  TokenizedText& out_;
  std::optional<std::set<std::string>> opening_;
};

}  // namespace

void mark_teasers(std::string_view text, bool markdown, TokenizedText& out) {
  Teasers(text, markdown, out).mark();
}

}  // namespace concord::tokenize
