// A quotation that a text gives twice, with another word.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kFewestWords = 6;
constexpr std::size_t kMostQuotes = 80;  // of one text

struct Quoted {
  std::size_t begin = 0;  // tokens
  std::size_t end = 0;
  std::vector<std::size_t> words;  // tokens
  bool above = false;              // in the headline
};

std::vector<Quoted> passages_in(const CopyText& text) {
  std::vector<Quoted> found;
  const Span headline = text.document().headline;
  for (std::size_t i = 0; i < text.size() && found.size() < kMostQuotes; ++i) {
    if (!text.in_quotes(i)) {
      continue;
    }
    Quoted quoted{i, i, {}, text.span(i, i + 1).end <= headline.end};
    for (; i < text.size() && text.in_quotes(i); ++i) {
      if (text.is_word(i) || text.value(i) != nullptr) {
        quoted.words.push_back(i);
      }
    }
    quoted.end = i;
    if (quoted.words.size() >= kFewestWords) {
      found.push_back(std::move(quoted));
    }
  }
  return found;
}

/// The one word in which two equally long passages differ; nothing where they are equal or differ
/// in more, and at their first word, which a writer fits to the sentence.
std::optional<std::size_t> word_apart(const CopyText& text, const Quoted& one,
                                      const Quoted& other) {
  std::optional<std::size_t> apart;
  if (one.words.size() != other.words.size()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < one.words.size(); ++i) {
    if (text.word(one.words[i]) != text.word(other.words[i])) {
      if (apart || i == 0) {
        return std::nullopt;
      }
      apart = i;
    }
  }
  return apart;
}

/// "her words, ...", "repeated: ...": what follows was quoted before.
bool is_repeated(const CopyText& text, const Quoted& quoted) {
  constexpr std::string_view kAgain[] = {"words",    "remark",    "remarks",  "comment", "phrase",
                                         "repeated", "statement", "comments", "sentence"};
  constexpr std::size_t kNear = 5;
  const std::size_t from = quoted.begin - std::min(quoted.begin, kNear);
  return any_in(text, from, quoted.begin, kAgain);
}

}  // namespace

void check_quoted_again(const CopyText& text, CopyNotes& notes) {
  const std::vector<Quoted> all = passages_in(text);
  for (std::size_t i = 1; i < all.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto apart = word_apart(text, all[i], all[k]);
      if (!apart || !(all[k].above || is_repeated(text, all[i]))) {
        continue;
      }
      // "We will fight on, we will fight back": where a third is like it, they are figures of
      // speech
      const bool several = std::ranges::any_of(all, [&](const Quoted& other) {
        return &other != &all[k] && &other != &all[i] &&
               word_apart(text, other, all[k]).has_value();
      });
      if (several) {
        continue;
      }
      const std::size_t here = all[i].words[*apart];
      const std::size_t there = all[k].words[*apart];
      notes.add(text.span(here, here + 1),
                fmt::format("\"{}\" here, \"{}\" where the same words are quoted above",
                            text.written(text.span(here, here + 1)),
                            text.written(text.span(there, there + 1))),
                {{text.span(there, there + 1), "quoted there"}}, "see which of the two was said");
      break;
    }
  }
}

}  // namespace concord::proofread
