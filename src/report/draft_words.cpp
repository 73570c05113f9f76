#include "report/draft_words.h"

#include <algorithm>
#include <vector>

#include "report/word_diff.h"

namespace concord::report {
namespace {

struct DiffWord {
  std::string_view text;
  std::size_t at = 0;  // byte in its own text
  bool only_here = false;
};

std::vector<DiffWord> words_of(const std::vector<WordRun>& runs) {
  std::vector<DiffWord> words;
  std::size_t at = 0;
  for (const WordRun& run : runs) {
    const std::string_view text = run.text;
    std::size_t begin = text.find_first_not_of(" \n\t");
    while (begin != std::string_view::npos) {
      const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
      words.push_back({text.substr(begin, end - begin), at + begin, run.only_here});
      begin = text.find_first_not_of(" \n\t", end);
    }
    at += text.size();
  }
  return words;
}

/// "[-a b-] " of words that stand in one text only.
void mark(std::string& marked, std::string_view open, std::string_view word,
          std::string_view close) {
  if (marked.ends_with(std::string(close) + " ")) {
    marked.insert(marked.size() - close.size() - 1, " " + std::string(word));
  } else {
    marked += std::string(open) + std::string(word) + std::string(close) + " ";
  }
}

/// The words on both sides of `at`, which is where one ends.
Span around(std::string_view text, std::size_t at) {
  std::size_t begin = std::min(at, text.size());
  while (begin > 0 && text[begin - 1] == ' ') {
    --begin;
  }
  begin = begin == 0 ? 0 : text.rfind(' ', begin - 1) + 1;
  std::size_t end = std::min(text.find_first_not_of(' ', std::min(at, text.size())), text.size());
  end = std::min(text.find(' ', end), text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void widen(Span& span, bool& found, Span by) {
  span = found ? Span{std::min(span.begin, by.begin), std::max(span.end, by.end)} : by;
  found = true;
}

}  // namespace

QuoteWords quote_words(std::string_view draft, std::string_view other) {
  const WordDiff diff = word_diff(draft, other);
  const std::vector<DiffWord> ours = words_of(diff.first);
  const std::vector<DiffWord> theirs = words_of(diff.second);
  QuoteWords words;
  bool found = false;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < ours.size() || k < theirs.size()) {
    if (i < ours.size() && ours[i].only_here) {
      mark(words.marked, "[-", ours[i].text, "-]");
      const std::size_t end = ours[i].at + ours[i].text.size();
      widen(words.differing, found,
            {static_cast<std::uint32_t>(ours[i].at), static_cast<std::uint32_t>(end)});
      ++i;
    } else if (k < theirs.size() && theirs[k].only_here) {
      const bool instead = words.marked.ends_with("-] ") || words.marked.ends_with("+} ");
      mark(words.marked, "{+", theirs[k].text, "+}");
      if (!instead) {
        widen(words.differing, found, around(draft, i < ours.size() ? ours[i].at : draft.size()));
      }
      ++k;
    } else {
      words.marked += std::string(i < ours.size() ? ours[i].text : theirs[k].text) + " ";
      ++i;
      ++k;
    }
  }
  words.marked.erase(words.marked.find_last_not_of(' ') + 1);
  if (!found) {
    words.differing = {0, static_cast<std::uint32_t>(draft.size())};
  }
  return words;
}

}  // namespace concord::report
