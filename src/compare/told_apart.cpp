// Words that make two figures of one document those of two events, places, days or things.
#include "compare/told_apart.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar_names.h"
#include "base/fold.h"
#include "compare/arithmetic.h"
#include "compare/part_cues.h"

namespace concord::compare {
namespace {

constexpr std::size_t kMostWords = 120;  // of one sentence; a text without stops is not read whole

struct Word {
  std::string text;
  std::string folded;
  std::size_t begin = 0;  // bytes, in the document
  bool stop = false;      // a mark follows it
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Word> words_in(std::string_view text, Span span) {
  std::vector<Word> words;
  const std::size_t last = std::min<std::size_t>(text.size(), span.end);
  std::size_t i = span.begin;
  while (i < last && words.size() < kMostWords) {
    if (!is_letter(text[i])) {
      if (text[i] != ' ' && !words.empty()) {
        words.back().stop = true;
      }
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < last && is_letter(text[i])) {
      ++i;
    }
    const std::string word(text.substr(begin, i - begin));
    words.push_back({word, fold(word), begin, false});
  }
  return words;
}

bool is_capital(const Word& word) {
  return word.text.front() >= 'A' && word.text.front() <= 'Z';
}

/// The names behind "in", "near" and "at": of each its words, folded.
std::vector<std::string> places_in(const std::vector<Word>& words) {
  constexpr std::array<std::string_view, 5> kIn = {"in", "near", "at", "outside", "off"};
  std::vector<std::string> places;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_one_of(kIn, words[i].folded) || words[i].stop) {
      continue;
    }
    for (std::size_t k = i + 1; k < words.size() && is_capital(words[k]); ++k) {
      if (!is_one_of(kFoldedWeekdays, words[k].folded) &&
          !is_one_of(kFoldedMonths, words[k].folded)) {
        places.push_back(words[k].folded);
      }
      if (words[k].stop) {
        break;
      }
    }
  }
  return places;
}

/// Weekdays and dates on which something happened; not those on which it was told.
std::vector<std::string> days_in(const std::vector<Word>& words) {
  constexpr std::array<std::string_view, 5> kBefore = {"on", "late", "early", "reporters", "in"};
  constexpr std::array<std::string_view, 8> kTold = {
      "said", "says", "told", "announced", "reported", "confirmed", "statement", "conference"};
  std::vector<std::string> days;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool date = is_one_of(kFoldedMonths, words[i].folded) && i + 1 < words.size() &&
                      words[i + 1].text.front() >= '0' && words[i + 1].text.front() <= '9';
    if (!date && !is_one_of(kFoldedWeekdays, words[i].folded)) {
      continue;
    }
    std::size_t before = i;
    while (before > 0 && is_one_of(kBefore, words[before - 1].folded)) {
      --before;
    }
    if (before == 0 || !is_one_of(kTold, words[before - 1].folded)) {
      days.push_back(date ? words[i].folded + words[i + 1].folded : words[i].folded);
    }
  }
  return days;
}

/// What the words around one figure say of it.
struct Around {
  std::vector<Word> words;
  std::vector<std::string> places;
  std::vector<std::string> days;
  bool opens_with_place = false;  // "In Marren, it killed nine"
  bool opens_anew = false;        // "A fire in Tolby": an event that was not told of before
  std::string told;               // the words, folded, blanks around each
};

/// The words of its sentence; in a sentence that has both figures, those up to the other.
Around around(std::string_view text, const Fact& fact, const Fact& other) {
  Span span = fact.sentence;
  if (fact.sentence == other.sentence) {
    const bool first = fact.filler.begin < other.filler.begin;
    span = first ? Span{fact.sentence.begin, other.filler.begin}
                 : Span{fact.filler.begin, fact.sentence.end};
  }
  Around result;
  result.words = words_in(text, span);
  result.places = places_in(result.words);
  result.days = days_in(result.words);
  result.told = " ";
  for (const Word& word : result.words) {
    result.told += word.folded + " ";
  }
  if (result.words.size() > 1) {
    const std::string& opening = result.words[0].text;
    result.opens_with_place =
        !result.places.empty() && (opening == "In" || opening == "Near" || opening == "At");
    result.opens_anew = opening == "A" || opening == "An" || opening == "Another";
  }
  return result;
}

bool share(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::ranges::any_of(
      some, [&](const std::string& one) { return std::ranges::find(others, one) != others.end(); });
}

/// "Lomar, Oster" or "Oster in Lomar" somewhere in the text: one lies in the other.
bool may_lie_in(std::string_view text, const std::vector<std::string>& some,
                const std::vector<std::string>& others) {
  constexpr std::size_t kLongest = 50'000;  // bytes: each pair of figures asks for all of it
  const std::string folded = fold(text.substr(0, kLongest));
  for (const std::string& one : some) {
    for (const std::string& other : others) {
      for (const std::string_view link : {", ", " in ", "'s "}) {
        const std::string forward = one + std::string(link) + other;
        const std::string back = other + std::string(link) + one;
        if (folded.find(forward) != std::string::npos || folded.find(back) != std::string::npos) {
          return true;
        }
      }
    }
  }
  return false;
}

bool are_other_places(std::string_view text, const Around& first, const Around& second) {
  const auto named = [](const Around& here, const Around& there) {
    return std::ranges::any_of(here.places, [&](const std::string& place) {
      return there.told.find(" " + place + " ") != std::string::npos;
    });
  };
  return !first.places.empty() && !second.places.empty() && !named(first, second) &&
         !named(second, first) && !may_lie_in(text, first.places, second.places);
}

bool tells_any(const Around& one, std::span<const std::string_view> cues) {
  return std::ranges::any_of(
      cues, [&](std::string_view cue) { return one.told.find(cue) != std::string::npos; });
}

/// "A second boat", "another fire": of a thing, not of people.
bool is_of_another(const Around& one) {
  constexpr std::array<std::string_view, 5> kOther = {"second", "third", "another", "separate",
                                                      "different"};
  constexpr std::array<std::string_view, 24> kThings = {
      "boat", "ship",   "ferry",    "plane", "bus",     "train",    "car",        "truck",
      "fire", "attack", "bomb",     "blast", "bombing", "shooting", "crash",      "explosion",
      "raid", "strike", "incident", "quake", "flood",   "storm",    "earthquake", "accident"};
  for (std::size_t i = 0; i + 1 < one.words.size(); ++i) {
    if (is_one_of(kOther, one.words[i].folded) && is_one_of(kThings, one.words[i + 1].folded)) {
      return true;
    }
  }
  return false;
}

/// One of the two is of another time: a round, a year.
bool is_of_another_time(const Around& first, const Around& second) {
  constexpr std::array<std::string_view, 7> kThen = {
      " first round ", " last year ", " a year ago ",   " a year earlier ",
      " years after ", " years ago ", " previous year "};
  return std::ranges::any_of(kThen, [&](std::string_view cue) {
    const std::array<std::string_view, 1> one{cue};
    return tells_any(first, one) != tells_any(second, one);
  });
}

/// "Ten people were injured seriously", "four people died in one room": some of a larger number.
bool are_some(const Fact& one, const Around& mine, const Fact& other, const Around& all) {
  constexpr std::array<std::string_view, 9> kSome = {" seriously ", " critically ", " severely ",
                                                     " gravely ",   " badly ",      " slightly ",
                                                     " lightly ",   " in one ",     " in serious "};
  const auto* less = std::get_if<Quantity>(&one.value);
  const auto* more = std::get_if<Quantity>(&other.value);
  return less != nullptr && more != nullptr && less->dimension == Dimension::count &&
         less->nominal && more->nominal && *less->nominal < *more->nominal &&
         tells_any(mine, kSome) && !tells_any(all, kSome);
}

}  // namespace

Apart told_apart(const Inputs& inputs, const Fact& first, const Fact& second) {
  const std::string_view text = inputs.documents[first.document.index].text;
  const Around one = around(text, first, second);
  const Around other = around(text, second, first);
  const bool days = !one.days.empty() && !other.days.empty() && !share(one.days, other.days);
  const bool same = first.sentence == second.sentence;
  if (days || (!same && is_of_another(one) != is_of_another(other)) ||
      is_of_another_time(one, other) || are_some(first, one, second, other) ||
      are_some(second, other, first, one)) {
    return Apart::yes;
  }
  if (!are_other_places(text, one, other)) {
    return Apart::no;
  }
  const Around& later = first.filler.begin < second.filler.begin ? other : one;
  const bool listed = first.sentence == second.sentence;
  return listed || later.opens_with_place || later.opens_anew ? Apart::yes : Apart::maybe;
}

bool tells_of_others_hit(const Inputs& inputs, const Fact& fact) {
  constexpr std::array<std::string_view, 19> kHit = {
      " on the ground ", " crowd ",         " crowds ",    " bystanders ", " pedestrians ",
      " passers-by ",    " passersby ",     " market ",    " houses ",     " homes ",
      " school ",        " collided ",      " collision ", " rammed ",     " onlookers ",
      " apartment ",     " other vehicle ", " another ",   " each other "};
  const std::string_view text = inputs.documents[fact.document.index].text;
  return tells_any(around(text, fact, Fact()), kHit);
}

}  // namespace concord::compare
