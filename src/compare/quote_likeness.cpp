#include "compare/quote_likeness.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace concord::compare {
namespace {

constexpr std::size_t kFewestContent = 3;  // content words that two passages must share
constexpr std::size_t kLongPassage = 8;  // shared words that make a passage of two long quotations

/// A word that both have counts for the two being one, small words less.
int shared_score(bool small) {
  return small ? 2 : 4;
}

/// A word that one has alone, or that each has its own way, counts against it.
int apart_score(bool small) {
  return small ? -1 : -2;
}

/// A run of each wording, aligned word by word.
struct Run {
  int score = 0;
  std::uint16_t first_begin = 0;
  std::uint16_t first_end = 0;
  std::uint16_t second_begin = 0;
  std::uint16_t second_end = 0;
  std::uint16_t shared = 0;
  bool content_differs = false;

  std::size_t longer() const {
    return std::max(first_end - first_begin, second_end - second_begin);
  }
};

/// `run` with one word more.
Run extended(Run run, int by, bool content_differs) {
  run.score += by;
  run.content_differs = run.content_differs || content_differs;
  return run;
}

/// The best run that ends behind word `i` of `a` and word `j` of `b`.
Run best_ending(const Wording& a, const Wording& b, std::size_t i, std::size_t j, const Run& both,
                const Run& left_of_a, const Run& left_of_b) {
  const bool shared = a.roots[i] == b.roots[j];
  const bool small = a.small[i] && b.small[j];
  Run best = extended(both, shared ? shared_score(small) : apart_score(small), !shared && !small);
  best.shared = static_cast<std::uint16_t>(best.shared + (shared ? 1 : 0));
  for (const Run& run : {extended(left_of_a, apart_score(a.small[i]), !a.small[i]),
                         extended(left_of_b, apart_score(b.small[j]), !b.small[j])}) {
    if (run.score > best.score) {
      best = run;
    }
  }
  if (best.score <= 0) {
    best = {};
    best.first_begin = static_cast<std::uint16_t>(i + 1);
    best.second_begin = static_cast<std::uint16_t>(j + 1);
  }
  best.first_end = static_cast<std::uint16_t>(i + 1);
  best.second_end = static_cast<std::uint16_t>(j + 1);
  return best;
}

/// The best local alignment (Smith and Waterman, 1981): what both quote, without what one of them
/// quotes around it.
Run common_run(const Wording& a, const Wording& b) {
  const std::size_t width = b.words.size();
  std::vector<Run> row(width + 1);
  for (std::size_t j = 0; j <= width; ++j) {
    row[j].second_begin = static_cast<std::uint16_t>(j);
  }
  Run best;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    Run diagonal = row[0];
    row[0] = {};
    row[0].first_begin = static_cast<std::uint16_t>(i + 1);
    for (std::size_t j = 0; j < width; ++j) {
      const Run above = row[j + 1];
      row[j + 1] = best_ending(a, b, i, j, diagonal, above, row[j]);
      diagonal = above;
      if (row[j + 1].score >= std::max(best.score, 1)) {  // of equals the longest
        best = row[j + 1];
      }
    }
  }
  return best;
}

/// The words from `begin` to `end` and those of their sentences around them.
Wording cut(const Wording& whole, std::size_t begin, std::size_t end) {
  while (begin > 0 && !whole.last[begin - 1]) {
    --begin;
  }
  while (end > 0 && end < whole.words.size() && !whole.last[end - 1]) {
    ++end;
  }
  const auto from = static_cast<std::ptrdiff_t>(begin);
  const auto to = static_cast<std::ptrdiff_t>(end);
  Wording part;
  part.words.assign(whole.words.begin() + from, whole.words.begin() + to);
  part.roots.assign(whole.roots.begin() + from, whole.roots.begin() + to);
  part.capital.assign(whole.capital.begin() + from, whole.capital.begin() + to);
  part.small.assign(whole.small.begin() + from, whole.small.begin() + to);
  part.last.assign(whole.last.begin() + from, whole.last.begin() + to);
  return part;
}

std::vector<std::string> content_of(const Wording& wording, std::size_t begin, std::size_t end) {
  std::vector<std::string> content;
  for (std::size_t i = begin; i < end; ++i) {
    if (!wording.small[i]) {
      content.push_back(wording.roots[i]);
    }
  }
  std::sort(content.begin(), content.end());
  content.erase(std::unique(content.begin(), content.end()), content.end());
  return content;
}

bool shares_enough_content(const Wording& a, const Wording& b, const Run& run) {
  const auto first = content_of(a, run.first_begin, run.first_end);
  const auto second = content_of(b, run.second_begin, run.second_end);
  std::vector<std::string> shared;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                        std::back_inserter(shared));
  // "There was a fault in the brakes": of a short sentence all but a word or two are the same.
  constexpr std::size_t kShort = 5;
  const bool whole = run.shared >= kShort &&
                     3 * std::size_t{run.shared} >= 2 * std::min(a.words.size(), b.words.size());
  return shared.size() >= kFewestContent - (whole ? 1 : 0);
}

/// The word of `whole` at which `part` stands in one run; its size if nowhere.
std::size_t place_in(const Wording& part, const Wording& whole) {
  const auto found =
      std::search(whole.words.begin(), whole.words.end(), part.words.begin(), part.words.end());
  return static_cast<std::size_t>(found - whole.words.begin());
}

/// "We believe that most left" printed as the sentence "Most left": one that goes on in lower case
/// leaves it to the words around it to say the rest.
bool drops_hedge(const Wording& part, const Wording& whole, std::size_t place) {
  if (place == 0 || whole.last[place - 1] || !part.capital[0] || whole.capital[place]) {
    return false;
  }
  return !lost_hedges(cut(whole, place - 1, place), part).empty();
}

bool is_subsequence_of(const Wording& part, const Wording& whole) {
  std::size_t matched = 0;
  for (const std::string& word : whole.words) {
    matched += matched < part.words.size() && part.words[matched] == word ? 1 : 0;
  }
  return matched == part.words.size();
}

/// "Nobody knew that it was unsafe" and "Everybody knew": the sentences are the same but for their
/// first words, and one of those denies.
bool opens_against(const Wording& a, const Wording& b, const Run& run) {
  constexpr std::array<std::string_view, 5> kDenials{"nobody", "none", "never", "nothing", "no"};
  const std::size_t first = run.first_begin;
  const std::size_t second = run.second_begin;
  const auto opens = [](const Wording& wording, std::size_t at) {
    return at == 1 || (at > 1 && wording.last[at - 2]);
  };
  const auto denies = [&](const std::string& word) {
    return std::find(kDenials.begin(), kDenials.end(), word) != kDenials.end();
  };
  return opens(a, first) && opens(b, second) && run.shared >= kFewestContent &&
         denies(a.words[first - 1]) != denies(b.words[second - 1]);
}

/// "for every child in the province" and "in the country": the sentences are the same but for the
/// words that end them, and each ends in one that says something.
bool ends_otherwise(const Wording& a, const Wording& b, const Run& run) {
  constexpr std::size_t kLong = 6;  // words that no two sentences share by chance
  const std::size_t first = run.first_end;
  const std::size_t second = run.second_end;
  return run.shared >= kLong && run.shared == run.longer() && first + 1 == a.words.size() &&
         second + 1 == b.words.size() && !a.small[first] && !b.small[second] &&
         a.roots[first] != b.roots[second] && !a.last[first - 1] && !b.last[second - 1];
}

/// "Every family in the town knows someone at the terminal" and "We will not rest until every
/// family knows what happened at the terminal": words in common, but fewer than either has of its
/// own.
bool are_two_sentences(const Wording& a, const Wording& b, const Run& run) {
  if (!run.content_differs) {
    return false;
  }
  constexpr std::size_t kOf = 5;  // three fifths of the shorter
  const std::size_t shorter = std::min(a.words.size(), b.words.size());
  const bool is_long = run.shared >= kLongPassage;
  if (!is_long && kOf * run.shared < 3 * shorter) {
    return true;
  }
  // "They were good friends" and "We know that they knew one another, that they were good friends":
  // of the shorter of the sentences that hold it, what is common is the most, and a few words are
  // common only to sentences that are about as long.
  const std::size_t first = cut(a, run.first_begin, run.first_end).words.size();
  const std::size_t second = cut(b, run.second_begin, run.second_end).words.size();
  const auto [less, more] = std::minmax(first, second);
  return is_long ? kOf * run.shared < 3 * less
                 : 3 * std::size_t{run.shared} < 2 * less || 2 * more > 3 * less + 2;
}

bool is_one_sentence(const Wording& wording) {
  return std::find(wording.last.begin(), wording.last.end(), true) + 1 >= wording.last.end();
}

/// "There may have been a fault" and "There was a fault in the brakes": one sentence of which both
/// have most, and only one of them is sure.
bool is_hedged_once(const Wording& a, const Wording& b, const Run& run) {
  const std::size_t shorter = std::min(a.words.size(), b.words.size());
  return is_one_sentence(a) && is_one_sentence(b) && 3 * std::size_t{run.shared} >= 2 * shorter &&
         (!lost_hedges(a, b).empty() || !lost_hedges(b, a).empty());
}

Likeness likeness_of_words(const Wording& a, const Wording& b) {
  if (a.words == b.words) {
    return Likeness::equal;
  }
  const Wording& shorter = a.words.size() < b.words.size() ? a : b;
  const Wording& longer = a.words.size() < b.words.size() ? b : a;
  const std::size_t place = place_in(shorter, longer);
  if (!shorter.words.empty() && place < longer.words.size()) {
    return drops_hedge(shorter, longer, place) ? Likeness::reworded : Likeness::part;
  }
  if (shorter.elided && shorter.words.size() >= kFewestContent &&
      is_subsequence_of(shorter, longer)) {
    return Likeness::part;
  }
  const Run run = common_run(a, b);
  const bool most = 2 * run.longer() >= shorter.words.size();
  if (!(most || run.shared >= kLongPassage) || !shares_enough_content(a, b, run)) {
    return Likeness::different;
  }
  if (are_two_sentences(a, b, run)) {
    return Likeness::different;
  }
  if (is_hedged_once(a, b, run) || opens_against(a, b, run) || ends_otherwise(a, b, run)) {
    return Likeness::reworded;
  }
  if (run.shared == run.longer()) {
    return Likeness::part;
  }
  return run.content_differs ? Likeness::reworded : Likeness::retouched;
}

/// The words of the speaker alone; an insertion may stand for some of them.
Wording as_spoken(const Wording& wording) {
  Wording spoken = wording_of(without_insertions(wording.text));
  spoken.elided = spoken.elided || spoken.text.size() < wording.text.size();
  return spoken;
}

/// "stead-fast" is "steadfast": hyphens between letters are the printer's.
Wording unhyphenated(const Wording& wording) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::string text;
  for (std::size_t i = 0; i < wording.text.size(); ++i) {
    const bool within = wording.text[i] == '-' && i > 0 && i + 1 < wording.text.size() &&
                        is_letter(wording.text[i - 1]) && is_letter(wording.text[i + 1]);
    if (!within) {
      text += wording.text[i];
    }
  }
  return wording_of(text);
}

}  // namespace

Likeness likeness(const Wording& a, const Wording& b) {
  Likeness how = likeness_of_words(a, b);
  const bool hyphens =
      a.text.find('-') != std::string::npos || b.text.find('-') != std::string::npos;
  if (how == Likeness::reworded && hyphens) {
    how = std::max(how, likeness_of_words(unhyphenated(a), unhyphenated(b)));
  }
  const bool inserted = a.text.find_first_of("[(") != std::string::npos ||
                        b.text.find_first_of("[(") != std::string::npos;
  return inserted && how < Likeness::part
             ? std::max(how, likeness_of_words(as_spoken(a), as_spoken(b)))
             : how;
}

Passage common_passage(const Wording& first, const Wording& second) {
  const Run run = common_run(first, second);
  return {cut(first, run.first_begin, run.first_end),
          cut(second, run.second_begin, run.second_end)};
}

}  // namespace concord::compare
