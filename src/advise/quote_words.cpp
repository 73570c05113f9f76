#include "advise/quote_words.h"

#include <algorithm>
#include <vector>

#include "wording/word_diff.h"

namespace concord::advise {
namespace {

struct DiffWord {
  std::string_view text;
  std::size_t at = 0;  // byte in its own text
  bool only_here = false;
};

std::vector<DiffWord> words_of(const std::vector<wording::WordRun>& runs) {
  std::vector<DiffWord> words;
  std::size_t at = 0;
  for (const wording::WordRun& run : runs) {
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

enum class Side { both, ours, theirs };

/// A word of the two texts laid side by side.
struct Step {
  Side side = Side::both;
  std::string_view text;
  std::size_t at = 0;  // byte of the draft: where the word stands, or where it is missing
};

/// The steps view the words of `diff`.
std::vector<Step> steps_of(const wording::WordDiff& diff, std::size_t draft_size) {
  const std::vector<DiffWord> ours = words_of(diff.first);
  const std::vector<DiffWord> theirs = words_of(diff.second);
  std::vector<Step> steps;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < ours.size() || k < theirs.size()) {
    const std::size_t at = i < ours.size() ? ours[i].at : draft_size;
    if (i < ours.size() && ours[i].only_here) {
      steps.push_back({Side::ours, ours[i++].text, at});
    } else if (k < theirs.size() && theirs[k].only_here) {
      steps.push_back({Side::theirs, theirs[k++].text, at});
    } else {
      steps.push_back({Side::both, i < ours.size() ? ours[i].text : theirs[k].text, at});
      ++i;
      ++k;
    }
  }
  return steps;
}

/// How many steps from `begin` on (its own reverse for the end) are what one text quotes besides.
template <class Iterator>
std::size_t besides(Iterator begin, Iterator end) {
  constexpr std::ptrdiff_t kEdge = 3;  // fewer words are a change of the first or the last ones
  const auto common =
      std::find_if(begin, end, [](const Step& step) { return step.side == Side::both; });
  return common != end && common - begin > kEdge ? static_cast<std::size_t>(common - begin) : 0;
}

/// "[-a b-] " of words that stand in one text only.
void mark(std::string& marked, const Step& step) {
  const std::string_view open = step.side == Side::ours ? "[-" : "{+";
  const std::string_view close = step.side == Side::ours ? "-]" : "+}";
  if (step.side == Side::both) {
    marked += std::string(step.text) + " ";
  } else if (marked.ends_with(std::string(close) + " ")) {
    marked.insert(marked.size() - close.size() - 1, " " + std::string(step.text));
  } else {
    marked += std::string(open) + std::string(step.text) + std::string(close) + " ";
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

std::optional<QuoteWords> quote_words(std::string_view draft, std::string_view other) {
  const wording::WordDiff diff = wording::word_diff(draft, other);
  std::vector<Step> steps = steps_of(diff, draft.size());
  const std::size_t after = besides(steps.rbegin(), steps.rend());
  steps.resize(steps.size() - after);
  const std::size_t before = besides(steps.begin(), steps.end());
  steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(before));
  QuoteWords words{.marked = before > 0 ? "... " : ""};
  bool found = false;
  for (const Step& step : steps) {
    const bool instead = words.marked.ends_with("-] ") || words.marked.ends_with("+} ");
    mark(words.marked, step);
    if (step.side == Side::ours) {
      widen(words.differing, found,
            {static_cast<std::uint32_t>(step.at),
             static_cast<std::uint32_t>(step.at + step.text.size())});
    } else if (step.side == Side::theirs && !instead) {
      widen(words.differing, found, around(draft, step.at));
    }
  }
  words.marked += after > 0 ? "..." : "";
  words.marked.erase(words.marked.find_last_not_of(' ') + 1);
  return found ? std::optional(std::move(words)) : std::nullopt;
}

}  // namespace concord::advise
