#include "compare/quote_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/fold.h"

namespace concord::compare {
namespace {

constexpr std::size_t kMostWords =
    400;  // of a quotation; what is longer is compared by its beginning
constexpr std::size_t kFewestShared = 3;

constexpr std::array<std::string_view, 76> kSmall = {
    "a",     "an",     "the",   "and",   "or",   "but",  "of",   "to",   "in",    "on",   "at",
    "by",    "for",    "from",  "with",  "as",   "is",   "are",  "was",  "were",  "be",   "been",
    "being", "has",    "have",  "had",   "do",   "does", "did",  "will", "would", "can",  "could",
    "shall", "should", "may",   "might", "must", "not",  "no",   "it",   "its",   "this", "that",
    "these", "those",  "there", "here",  "he",   "him",  "his",  "she",  "her",   "they", "them",
    "their", "we",     "us",    "our",   "you",  "your", "i",    "me",   "my",    "who",  "which",
    "what",  "where",  "when",  "if",    "so",   "than", "then", "also", "very",  "just"};

constexpr std::array<std::string_view, 34> kHedges = {
    "according to", "preliminary", "preliminarily", "reportedly", "allegedly",     "alleged",
    "apparently",   "about",       "around",        "roughly",    "approximately", "nearly",
    "almost",       "maybe",       "perhaps",       "possibly",   "probably",      "likely",
    "suspected",    "presumably",  "seems",         "seemed",     "appears",       "appeared",
    "believed",     "at least",    "up to",         "more than",  "may have",      "might have",
    "could have",   "we think",    "i think",       "unconfirmed"};

constexpr std::array<std::string_view, 13> kPrepositions = {
    "from", "by", "with", "against", "for",     "of",    "to",
    "on",   "in", "at",   "through", "between", "behind"};

constexpr std::array<std::string_view, 9> kEndings = {"ations", "ation", "ingly", "ing", "ied",
                                                      "ies",    "ed",    "es",    "s"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

/// Crude on purpose: two translations must meet ("moving", "moved"), nothing more is asked.
std::string stem_of(std::string_view word) {
  constexpr std::size_t kShortest = 3;
  for (const std::string_view ending : kEndings) {
    if (word.size() >= ending.size() + kShortest && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  if (word.size() > kShortest && word.back() == 'e') {
    word.remove_suffix(1);
  }
  return std::string(word);
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' ||
         (c & '\x80') != 0;
}

/// Typographic dashes and quotation marks are three bytes in UTF-8 (U+2010..U+203A); they end a
/// word.
std::size_t mark_at(std::string_view text, std::size_t at) {
  if (at + 2 < text.size() && text[at] == '\xE2' && text[at + 1] == '\x80') {
    const auto last = static_cast<unsigned char>(text[at + 2]);
    return last == 0x99 ? 0 : 3;
  }
  return 0;
}

void add_word(Wording& wording, std::string_view written) {
  std::string word = fold(written);
  while (!word.empty() && word.back() == '\'') {
    word.pop_back();
  }
  while (!word.empty() && word.front() == '\'') {
    word.erase(0, 1);
  }
  if (word.empty() || wording.words.size() >= kMostWords) {
    return;
  }
  wording.capital.push_back(written.front() >= 'A' && written.front() <= 'Z');
  wording.words.push_back(std::move(word));
}

bool is_contiguous_in(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return !part.empty() &&
         std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

bool is_subsequence_of(const std::vector<std::string>& part,
                       const std::vector<std::string>& whole) {
  std::size_t matched = 0;
  for (const std::string& word : whole) {
    matched += matched < part.size() && part[matched] == word ? 1 : 0;
  }
  return matched == part.size();
}

/// Length of the longest common subsequence of words.
std::size_t common_in_order(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::uint32_t> row(b.size() + 1, 0);
  for (const std::string& word : a) {
    std::uint32_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(row[j + 1], row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

std::string joined(const Wording& wording, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    std::string word = wording.words[i];
    if (wording.capital[i] && word[0] >= 'a' && word[0] <= 'z') {
      word[0] = static_cast<char>(word[0] - 'a' + 'A');
    }
    text += (i == begin ? "" : " ") + word;
  }
  return text;
}

std::string plain(const Wording& wording) {
  std::string text = " ";
  for (const std::string& word : wording.words) {
    text += word + " ";
  }
  return text;
}

/// The phrase that a preposition at `i` opens, up to the word after its name; empty if it has no
/// name nearby.
std::size_t end_of_phrase(const Wording& wording, std::size_t i, std::string& name) {
  constexpr std::size_t kReach = 3;
  for (std::size_t j = i + 1; j < wording.words.size() && j <= i + kReach; ++j) {
    if (is_one_of(kPrepositions, wording.words[j])) {
      return i;
    }
    if (wording.capital[j] && wording.words[j] != "i") {
      name = wording.words[j];
      const bool noun_follows = j + 1 < wording.words.size() &&
                                !is_one_of(kSmall, wording.words[j + 1]) &&
                                !is_one_of(kPrepositions, wording.words[j + 1]);
      return noun_follows ? j + 2 : j + 1;
    }
  }
  return i;
}

bool has_phrase(const Wording& wording, const std::string& preposition, const std::string& name) {
  for (std::size_t i = 0; i + 1 < wording.words.size(); ++i) {
    if (wording.words[i] == preposition) {
      std::string found;
      end_of_phrase(wording, i, found);
      if (!found.empty() && stem_of(found) == stem_of(name)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

Wording wording_of(std::string_view text) {
  Wording wording;
  wording.text = text;
  wording.elided = text.find("...") != std::string_view::npos ||
                   text.find("\xE2\x80\xA6") != std::string_view::npos;
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t mark = mark_at(text, at);
    if (at < text.size() && mark == 0 && is_word_byte(text[at])) {
      ++at;
      continue;
    }
    if (begin < at) {
      add_word(wording, text.substr(begin, at - begin));
    }
    at += std::max<std::size_t>(mark, 1);
    begin = at;
  }
  for (const std::string& word : wording.words) {
    if (!is_one_of(kSmall, word)) {
      wording.stems.push_back(stem_of(word));
    }
  }
  std::sort(wording.stems.begin(), wording.stems.end());
  wording.stems.erase(std::unique(wording.stems.begin(), wording.stems.end()), wording.stems.end());
  return wording;
}

Likeness likeness(const Wording& a, const Wording& b) {
  if (a.words == b.words) {
    return Likeness::equal;
  }
  const Wording& shorter = a.words.size() < b.words.size() ? a : b;
  const Wording& longer = a.words.size() < b.words.size() ? b : a;
  if (is_contiguous_in(shorter.words, longer.words) ||
      (shorter.elided && shorter.words.size() >= kFewestShared &&
       is_subsequence_of(shorter.words, longer.words))) {
    return Likeness::part;
  }
  std::vector<std::string> shared;
  std::set_intersection(a.stems.begin(), a.stems.end(), b.stems.begin(), b.stems.end(),
                        std::back_inserter(shared));
  const std::size_t fewer = std::min(a.stems.size(), b.stems.size());
  if (shared.size() < kFewestShared || shared.size() * 2 < fewer) {
    return Likeness::different;
  }
  // Half of the content words of the shorter, and in much the same order.
  const std::size_t in_order = common_in_order(a.words, b.words);
  return in_order * 5 >= shorter.words.size() * 2 ? Likeness::reworded : Likeness::different;
}

std::vector<std::string> lost_hedges(const Wording& full, const Wording& other) {
  const std::string mine = plain(full);
  const std::string theirs = plain(other);
  std::vector<std::pair<std::size_t, std::string>> lost;
  for (const std::string_view hedge : kHedges) {
    const std::string phrase = " " + std::string(hedge) + " ";
    const std::size_t at = mine.find(phrase);
    if (at != std::string::npos && theirs.find(phrase) == std::string::npos) {
      lost.emplace_back(at, hedge);
    }
  }
  std::sort(lost.begin(), lost.end());
  std::vector<std::string> result;
  for (auto& [at, hedge] : lost) {
    result.push_back(std::move(hedge));
  }
  return result;
}

std::vector<std::string> lost_actors(const Wording& full, const Wording& other) {
  std::vector<std::string> lost;
  for (std::size_t i = 0; i + 1 < full.words.size(); ++i) {
    if (!is_one_of(kPrepositions, full.words[i])) {
      continue;
    }
    std::string name;
    const std::size_t end = end_of_phrase(full, i, name);
    if (!name.empty() && end > i && !has_phrase(other, full.words[i], name)) {
      lost.push_back(joined(full, i, std::min(end, full.words.size())));
    }
  }
  return lost;
}

}  // namespace concord::compare
