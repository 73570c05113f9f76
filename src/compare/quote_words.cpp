#include "compare/quote_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/fold.h"

namespace concord::compare {
namespace {

constexpr std::size_t kMostWords =
    400;  // of a quotation; what is longer is compared by its beginning

constexpr std::array<std::string_view, 104> kSmall = {
    "a",     "an",   "the",    "and",     "or",     "but",   "of",    "to",    "in",     "on",
    "at",    "by",   "for",    "from",    "with",   "as",    "is",    "are",   "was",    "were",
    "be",    "been", "being",  "has",     "have",   "had",   "do",    "does",  "did",    "will",
    "would", "can",  "could",  "shall",   "should", "may",   "might", "must",  "not",    "no",
    "it",    "its",  "this",   "that",    "these",  "those", "there", "here",  "he",     "him",
    "his",   "she",  "her",    "they",    "them",   "their", "we",    "us",    "our",    "you",
    "your",  "i",    "me",     "my",      "who",    "which", "what",  "where", "when",   "if",
    "so",    "than", "then",   "also",    "very",   "just",  "am",    "yes",   "well",   "um",
    "uh",    "oh",   "having", "because", "too",    "any",   "some",  "more",  "most",   "much",
    "many",  "up",   "out",    "again",   "now",    "only",  "even",  "still", "really", "get",
    "got",   "go",   "going",  "all"};

constexpr std::array<std::string_view, 43> kHedges = {
    "according to",     "preliminary",   "preliminarily",
    "reportedly",       "allegedly",     "alleged",
    "apparently",       "about",         "around",
    "roughly",          "approximately", "nearly",
    "almost",           "maybe",         "perhaps",
    "possibly",         "probably",      "likely",
    "suspected",        "presumably",    "seems",
    "seemed",           "appears",       "appeared",
    "believed",         "at least",      "up to",
    "more than",        "may have",      "might have",
    "may never have",   "may not have",  "might never have",
    "might not have",   "could have",    "we think",
    "i think",          "unconfirmed",   "we believe",
    "i believe",        "we suspect",    "i suspect",
    "as far as we know"};

constexpr std::array<std::string_view, 13> kPrepositions = {
    "from", "by", "with", "against", "for",     "of",    "to",
    "on",   "in", "at",   "through", "between", "behind"};

constexpr std::array<std::string_view, 9> kEndings = {"ations", "ation", "ingly", "ing", "ied",
                                                      "ies",    "ed",    "es",    "s"};

template <std::size_t N>
constexpr std::array<std::string_view, N> sorted(std::array<std::string_view, N> table) {
  std::ranges::sort(table);
  return table;
}

/// Every word of every quotation is looked up.
bool is_small(std::string_view word) {
  static constexpr auto kSorted = sorted(kSmall);
  return std::ranges::binary_search(kSorted, word);
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

/// "realis" and "realiz", "neighbour" and "neighbor", "travell" and "travel", "centr" and "center",
/// "defenc" and "defens": a stem as it is spelled in America.  Words that this makes of others are
/// as good, since only stems are held together.
std::string in_one_spelling(std::string stem) {
  constexpr std::size_t kFirst = 3;  // letters before the "our" of "labour", not of "tour"
  struct Tail {
    std::string_view british;
    std::string_view american;
  };
  constexpr std::array<Tail, 6> kTails{
      {{"is", "iz"}, {"ys", "yz"}, {"ll", "l"}, {"mm", "m"}, {"tr", "ter"}, {"nc", "ns"}}};
  const std::size_t our = stem.find("our", kFirst);
  if (our != std::string::npos) {
    stem.erase(our + 1, 1);
  }
  for (const auto& [british, american] : kTails) {
    if (stem.size() >= kFirst + british.size() && stem.ends_with(british)) {
      stem.replace(stem.size() - british.size(), british.size(), american);
      break;
    }
  }
  return stem;
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
  return in_one_spelling(std::string(word));
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

bool is_sentence_end(char c) {
  return c == '.' || c == '?' || c == '!';
}

/// "we're" as "we" and "are", "don't" as "do" and "not"; any other word and nothing.
std::array<std::string_view, 2> uncontracted(std::string_view word) {
  struct Contraction {
    std::string_view end;
    std::string_view full;
  };
  constexpr Contraction kContractions[] = {
      {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'m", "am"}, {"n't", "not"}};
  constexpr std::string_view kBeing[] = {"it",  "he",   "she",   "that", "there",
                                         "who", "what", "where", "here"};
  if (word == "can't" || word == "won't") {
    return {word == "can't" ? "can" : "will", "not"};
  }
  for (const Contraction& contraction : kContractions) {
    if (word.size() > contraction.end.size() && word.ends_with(contraction.end)) {
      return {word.substr(0, word.size() - contraction.end.size()), contraction.full};
    }
  }
  const bool being =
      word.ends_with("'s") && std::find(std::begin(kBeing), std::end(kBeing),
                                        word.substr(0, word.size() - 2)) != std::end(kBeing);
  return being ? std::array<std::string_view, 2>{word.substr(0, word.size() - 2), "is"}
               : std::array<std::string_view, 2>{word, {}};
}

void add_word(Wording& wording, std::string_view written) {
  std::string word = fold(written);
  while (!word.empty() && word.back() == '\'') {
    word.pop_back();
  }
  while (!word.empty() && word.front() == '\'') {
    word.erase(0, 1);
  }
  bool capital = written.front() >= 'A' && written.front() <= 'Z';
  for (const std::string_view part : uncontracted(word)) {
    if (part.empty() || wording.words.size() >= kMostWords) {
      return;
    }
    wording.small.push_back(is_small(part));
    wording.roots.push_back(wording.small.back() ? std::string(part) : stem_of(part));
    wording.capital.push_back(capital);
    wording.last.push_back(false);
    wording.words.emplace_back(part);
    capital = false;
  }
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
    if (is_one_of(kPrepositions, wording.words[j]) || wording.last[j - 1]) {
      return i;
    }
    if (wording.capital[j] && wording.words[j] != "i") {
      name = wording.words[j];
      const bool noun_follows = j + 1 < wording.words.size() && !wording.small[j + 1] &&
                                !wording.last[j] && !is_one_of(kPrepositions, wording.words[j + 1]);
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

std::string without_insertions(std::string_view text) {
  constexpr std::size_t kLongest = 60;  // bytes; a longer bracket is no insertion
  std::string spoken;
  while (!text.empty()) {
    const std::size_t open = text.find_first_of("[(");
    const char end = open == std::string_view::npos || text[open] == '[' ? ']' : ')';
    const std::size_t close =
        open == std::string_view::npos ? open : text.substr(0, open + kLongest).find(end, open);
    if (close == std::string_view::npos) {
      break;
    }
    spoken += text.substr(0, open);
    text.remove_prefix(close + 1);
  }
  return spoken += text;
}

Wording wording_of(std::string_view text) {
  constexpr std::size_t kWord = 6;  // bytes of a word and a blank, about
  Wording wording;
  wording.text = text;
  wording.words.reserve(std::min(kMostWords, text.size() / kWord + 1));
  wording.roots.reserve(wording.words.capacity());
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
    if (!wording.last.empty() && at < text.size() && is_sentence_end(text[at])) {
      wording.last.back() = true;
    }
    at += std::max<std::size_t>(mark, 1);
    begin = at;
  }
  for (std::size_t i = 0; i < wording.words.size(); ++i) {
    if (!wording.small[i]) {
      wording.stems.push_back(wording.roots[i]);
    }
  }
  std::sort(wording.stems.begin(), wording.stems.end());
  wording.stems.erase(std::unique(wording.stems.begin(), wording.stems.end()), wording.stems.end());
  return wording;
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

std::vector<std::string> lost_turns(const Wording& full, const Wording& other) {
  constexpr std::array<std::string_view, 6> kNot = {"not",    "never", "no",
                                                    "cannot", "nor",   "nobody"};
  constexpr std::array<std::string_view, 3> kMay = {"may", "might", "could"};
  constexpr std::array<std::string_view, 3> kWill = {"will", "must", "shall"};
  constexpr std::size_t kUneven =
      2;  // words: more, and it may stand in what one of them leaves out
  const std::size_t longer = std::max(full.words.size(), other.words.size());
  if (longer - std::min(full.words.size(), other.words.size()) > kUneven) {
    return {};
  }
  const auto first = [](const Wording& wording, const auto& table) -> std::string {
    const auto found =
        std::find_if(wording.words.begin(), wording.words.end(),
                     [&](const std::string& word) { return is_one_of(table, word); });
    return found == wording.words.end() ? std::string() : *found;
  };
  std::vector<std::string> lost;
  const std::string denial = first(full, kNot);
  if (!denial.empty() && first(other, kNot).empty()) {
    lost.push_back(denial);
  }
  const std::string doubt = first(full, kMay);
  if (!doubt.empty() && first(other, kMay).empty() && !first(other, kWill).empty() &&
      first(full, kWill).empty()) {
    lost.push_back(doubt);
  }
  return lost;
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
