#include "extract/stray_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/fold.h"

namespace concord::extract {
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

bool is_headline_like(const SentenceText& text, Range tokens) {
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    if (std::ranges::binary_search(kSentence, fold(text.text(at)))) {
      return false;
    }
  }
  return true;
}

void add_stems(const SentenceText& text, Range tokens, std::set<std::string>& stems) {
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    const std::string_view word = text.text(at);
    if (text.token(at).kind != TokenKind::word || word.size() < kStem) {
      continue;
    }
    std::string stem = fold(word).substr(0, kStem);
    if (!std::ranges::binary_search(kAnyStory, std::string_view(stem))) {
      stems.insert(std::move(stem));
    }
  }
}

}  // namespace

const std::set<std::string>& StrayLines::opening() {
  if (!opening_) {
    opening_.emplace();
    const SentenceText& text = views_.current().text;
    bool headline = false;
    for (const Sentence& sentence : text.tokens().sentences) {
      const Part part = text.tokens().paragraphs[sentence.paragraph].part;
      headline = headline || part == Part::headline;
      if (part == Part::headline || part == Part::lead) {
        add_stems(text, sentence.tokens, *opening_);
      }
    }
    if (!headline) {
      opening_->clear();
    }
  }
  return *opening_;
}

bool StrayLines::is_stray(std::uint32_t sentence) {
  const SentenceText& text = views_.current().text;
  const Sentence& line = text.tokens().sentences[sentence];
  const Paragraph& paragraph = text.tokens().paragraphs[line.paragraph];
  const bool whole = paragraph.part == Part::body && paragraph.sentences.size() == 1 &&
                     kShortest <= line.tokens.size() && line.tokens.size() <= kLongest;
  const TokenKind last = text.token(line.tokens.end - 1).kind;
  if (!whole || (last != TokenKind::word && last != TokenKind::number) ||
      !is_headline_like(text, line.tokens) || opening().empty()) {
    return false;
  }
  std::set<std::string> stems;
  add_stems(text, line.tokens, stems);
  return !stems.empty() && std::ranges::none_of(stems, [&](const std::string& stem) {
    return opening().contains(stem);
  });
}

}  // namespace concord::extract
