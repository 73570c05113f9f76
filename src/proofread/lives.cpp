// The years of one life, and the length of what lies between two years.
#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/number_words.h"
#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2100;

/// The year that the token writes; 0 for any other.
int year_at(const CopyText& text, std::size_t i) {
  const std::string_view word = text.word(i);
  if (word.size() != 4 || !std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
    return 0;
  }
  int year = 0;
  for (const char c : word) {
    year = 10 * year + (c - '0');
  }
  return year >= kFirstYear && year <= kLastYear ? year : 0;
}

/// The age that a value of several words tells: "at the age of 42", "aged 81"; 0 for any other.
int age_in(const CopyValue* value) {
  const Quantity* age = value == nullptr ? nullptr : value->quantity();
  const bool exact = age != nullptr && age->dimension == Dimension::age && age->nominal &&
                     age->nominal->is_whole() && age->hard.bounded() &&
                     *age->nominal < Decimal(1000);
  return exact ? static_cast<int>(age->nominal->to_double()) : 0;
}

/// A whole number at token `i`, in digits or words; 0 where there is none.
int number_at(const CopyText& text, std::size_t i) {
  const CopyValue* value = text.value(i);
  const Quantity* count = value == nullptr ? nullptr : value->quantity();
  const bool exact = count != nullptr && count->nominal && count->nominal->is_whole() &&
                     count->hedge == Hedge::exact &&
                     (count->dimension == Dimension::count || count->dimension == Dimension::age) &&
                     *count->nominal < Decimal(1000);
  return exact ? static_cast<int>(count->nominal->to_double()) : 0;
}

// -- both ends of a life

/// The year of birth and the year of death that one sentence tells; 0 where it tells none.
struct Ends {
  int born = 0;
  int died = 0;
  Span place;
};

/// "(1930-2025)", "born in 1963, died in 2001"; "died on Tuesday" is in the year `now`.
Ends ends_in(const CopyText& text, const Sentence& sentence, std::optional<int> now) {
  constexpr std::string_view kDied[] = {"died", "dies"};
  Ends ends;
  for (std::size_t i = sentence.tokens.begin; i + 2 < sentence.tokens.end; ++i) {
    const bool range = text.word(i) == "(" && year_at(text, i + 1) != 0 && text.word(i + 4) == ")";
    if (range && year_at(text, i + 3) != 0) {
      return {year_at(text, i + 1), year_at(text, i + 3), text.span(i + 1, i + 4)};
    }
    const bool in = text.word(i + 1) == "in";
    const CopyValue* day = text.word(i + 1) == "on" ? text.value(i + 2) : nullptr;
    if (ends.died == 0 && now && is_in(text.word(i), kDied) && day != nullptr &&
        day->time() != nullptr && day->time()->weekday && day->tokens.size() == 1) {
      ends.died = *now;  // "died on Tuesday"
      ends.place = text.span(i, day->tokens.end);
    } else if (text.word(i) == "born" && in && ends.born == 0) {
      ends.born = year_at(text, i + 2);
    } else if (is_in(text.word(i), kDied) && in && ends.died == 0) {
      ends.died = year_at(text, i + 2);
      ends.place = text.span(i, i + 3);
    }
  }
  return ends;
}

/// "Brandt (1930-2025) died at the age of 85": one age and one life in the sentence.
void check_both_ends(const CopyText& text, const Sentence& sentence, std::optional<int> now,
                     CopyNotes& notes) {
  constexpr std::string_view kDied[] = {"died", "dies"};
  constexpr std::string_view kOthers[] = {"his",    "her",      "father",  "mother",
                                          "son",    "daughter", "brother", "wife",
                                          "sister", "husband",  "widow"};
  const std::size_t begin = sentence.tokens.begin;
  const std::size_t end = sentence.tokens.end;
  const Ends ends = ends_in(text, sentence, now);
  if (ends.born == 0 || ends.died <= ends.born || !any_in(text, begin, end, kDied) ||
      any_in(text, begin, end, kOthers)) {
    return;
  }
  const CopyValue* told = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (age_in(&value) != 0) {
      if (told != nullptr) {
        return;
      }
      told = &value;
    }
  }
  const int years = ends.died - ends.born;
  if (told == nullptr || age_in(told) == years || age_in(told) == years - 1) {
    return;
  }
  notes.add(told->mention->core,
            fmt::format("somebody who lived from {} to {} was {} or {}, not {}", ends.born,
                        ends.died, years - 1, years, age_in(told)),
            {{ends.place, "the years"}}, "see which of the age and the years is right");
}

// -- ages in one life

/// Of whom a text tells how old they were when they died: the one person whose years are told.
struct Life {
  const CopyValue* age = nullptr;  // at death
  int born = 0;
  Span born_at;
};

bool is_obituary(const CopyText& text) {
  constexpr std::string_view kDies[] = {"dies", "died", "dead", "death", "obituary", "remembered"};
  const Span headline = text.document().headline;
  for (std::size_t i = 0; i < text.size() && text.span(i, i + 1).end <= headline.end; ++i) {
    if (is_in(text.word(i), kDies)) {
      return true;
    }
  }
  return false;
}

/// "She was 88." as a sentence of its own.
const CopyValue* age_alone(const CopyText& text, const Sentence& sentence) {
  const std::size_t i = sentence.tokens.begin;
  const bool alone = (text.word(i) == "he" || text.word(i) == "she") && text.word(i + 1) == "was" &&
                     number_at(text, i + 2) != 0 && sentence.tokens.size() <= 4;
  return alone ? text.value(i + 2) : nullptr;
}

/// The year of a sentence that begins "Born in Velmar on 4 September 1937".
void take_birth(const CopyText& text, const Sentence& sentence, Life& life) {
  constexpr std::string_view kWho[] = {"he", "she"};
  constexpr std::size_t kToYear = 14;
  const std::size_t first = sentence.tokens.begin;
  const bool opens = text.word(first) == "born";
  const bool told = is_in(text.word(first), kWho) && text.word(first + 1) == "was" &&
                    text.word(first + 2) == "born";
  for (std::size_t i = first; (opens || told) && i < first + kToYear && i < sentence.tokens.end;
       ++i) {
    if (const int year = year_at(text, i); year != 0 && life.born == 0) {
      life.born = year;
      life.born_at = text.span(first, i + 1);
    }
  }
}

Life life_in(const CopyText& text) {
  Life life;
  for (const Sentence& sentence : text.sentences()) {
    const CopyValue* age = age_alone(text, sentence);
    life.age = life.age == nullptr ? age : life.age;
    take_birth(text, sentence, life);
  }
  return life;
}

void check_death(const CopyText& text, const Life& life, int now, CopyNotes& notes) {
  const int years = number_at(text, life.age->tokens.begin);
  if (now - life.born - years < 0 || now - life.born - years > 1) {
    notes.add(life.age->mention->core,
              fmt::format("somebody born in {} was {} or {} in {}, not {}", life.born,
                          now - life.born - 1, now - life.born, now, years),
              {{life.born_at, fmt::format("born in {}", life.born)}},
              "see which of the age and the year is right");
  }
}

/// "dies at 87", "dies, aged 87", "dead at 87" above a text in which "she was 88".
void check_headline_age(const CopyText& text, const Life& life, CopyNotes& notes) {
  constexpr std::string_view kAt[] = {"at", "aged", "age"};
  const int years = number_at(text, life.age->tokens.begin);
  const Span headline = text.document().headline;
  for (std::size_t i = 1; i < text.size() && text.span(i, i + 1).end <= headline.end; ++i) {
    const int aged = age_in(text.value(i));  // "aged 81" is one value
    const int told = aged != 0 ? aged : is_in(text.word(i - 1), kAt) ? number_at(text, i) : 0;
    if (told != 0 && told != years) {
      notes.add(text.value(i)->mention->core,
                fmt::format("the headline has {}, the text {}", told, years),
                {{life.age->mention->core, "the text"}}, "see which of the two ages is right");
    }
  }
}

/// An age and the year in which it was reached: "at 22, in 1960", "in the winter of 1992, when she
/// was 55", "in 1992, at the age of 55".
struct Reached {
  int age = 0;
  int year = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Reached reached_at(const CopyText& text, std::size_t i) {
  if (text.word(i) == "at" && number_at(text, i + 1) != 0 && text.word(i + 2) == "," &&
      text.word(i + 3) == "in" && year_at(text, i + 4) != 0) {
    return {number_at(text, i + 1), year_at(text, i + 4), i, i + 5};
  }
  if (year_at(text, i) == 0 || text.word(i + 1) != ",") {
    return {};
  }
  const CopyValue* apposed = text.value(i + 2);
  if (age_in(apposed) != 0 && text.is_break(apposed->tokens.end)) {  // "in 1976, at the age of 42."
    return {age_in(apposed), year_at(text, i), i, apposed->tokens.end};
  }
  const bool when = text.word(i + 2) == "when" &&
                    (text.word(i + 3) == "he" || text.word(i + 3) == "she") &&
                    text.word(i + 4) == "was" && text.is_break(i + 6);
  const bool at = text.word(i + 2) == "at" && text.is_break(i + 4);
  const std::size_t number = when ? i + 5 : at ? i + 3 : 0;
  return number != 0 ? Reached{number_at(text, number), year_at(text, i), i, number + 1}
                     : Reached{};
}

void check_reached(const CopyText& text, const Life& life, CopyNotes& notes) {
  for (std::size_t i = 0; i + 4 < text.size(); ++i) {
    const Reached reached = reached_at(text, i);
    const int apart = reached.year - life.born - reached.age;
    if (reached.age != 0 && reached.year > life.born && (apart < 0 || apart > 1)) {
      notes.add(text.span(reached.begin, reached.end),
                fmt::format("somebody born in {} was {} or {} in {}, not {}", life.born,
                            reached.year - life.born - 1, reached.year - life.born, reached.year,
                            reached.age),
                {{life.born_at, fmt::format("born in {}", life.born)}},
                "see which of the age and the two years is right");
    }
  }
}

// -- years of what was founded

/// The only year of the sentence, behind "founded in"; 0 where there is none, or another.
int founded_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kFounded[] = {"founded", "established", "built",  "formed",
                                           "created", "opened",      "started"};
  int year = 0;
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (year_at(text, i) == 0) {
      continue;
    }
    const bool led = i > 1 && text.word(i - 1) == "in" && is_in(text.word(i - 2), kFounded);
    if (!led || year != 0) {
      return 0;
    }
    year = year_at(text, i);
  }
  return year;
}

/// "turned 62 this year", "will celebrate its 90th anniversary in December": how many years, and
/// where they are told.
std::pair<int, const CopyValue*> years_of_age(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kTurns[] = {"turned", "turns", "turning"};
  constexpr std::string_view kIts[] = {"its", "their"};
  for (const CopyValue& value : text.values_in(sentence)) {
    const Quantity* quantity = value.quantity();
    const std::size_t begin = value.tokens.begin;
    const std::size_t end = value.tokens.end;
    const bool nth = quantity != nullptr && quantity->dimension == Dimension::ordinal &&
                     text.word(end) == "anniversary" && text.word(end + 1) != "of" && begin > 0 &&
                     is_in(text.word(begin - 1), kIts);
    const bool turns = begin > 0 && is_in(text.word(begin - 1), kTurns) &&
                       text.word(end) == "this" && text.word(end + 1) == "year";
    const bool year = end - begin > 2 && text.word(end - 2) == "this";  // read with the number
    constexpr Decimal kMost(2000);
    if (quantity != nullptr && quantity->nominal && *quantity->nominal <= kMost && !year &&
        (nth || turns)) {
      return {static_cast<int>(quantity->nominal->to_double()), &value};
    }
  }
  return {0, nullptr};
}

/// "The company, founded in 1926, will celebrate its 90th anniversary" in 2026.
void check_anniversary(const CopyText& text, const Sentence& sentence, std::optional<int> now,
                       CopyNotes& notes) {
  constexpr std::string_view kOtherTime[] = {"next",   "last",  "since",  "ago",  "later",
                                             "before", "after", "former", "then", "had",
                                             "when",   "old",   "until"};
  // "marked its 50th anniversary with a new hall" may have been at any time
  constexpr std::string_view kNow[] = {"will",    "marks",       "celebrates",
                                       "marking", "celebrating", "year"};
  const int founded = now ? founded_in(text, sentence) : 0;
  const auto [years, value] = years_of_age(text, sentence);
  if (founded == 0 || value == nullptr || std::abs(*now - founded - years) <= 1 ||
      !any_in(text, sentence.tokens.begin, sentence.tokens.end, kNow) ||
      any_in(text, sentence.tokens.begin, sentence.tokens.end, kOtherTime)) {
    return;
  }
  notes.add(value->mention->core,
            fmt::format("from {} to {} is {} years, not {}", founded, *now, *now - founded, years),
            {}, "see which of the two is right");
}

// -- how long between two years

/// Where "a period of 18 years", "18 years" or "47 years ago" begins behind a year; 0 if nothing.
std::size_t years_told(const CopyText& text, std::size_t i) {
  constexpr std::string_view kLead[] = {"a", "period", "of", "stretch", "span", "exactly"};
  if (text.word(i) != ",") {
    return 0;
  }
  for (++i; text.value(i) == nullptr && is_in(text.word(i), kLead);) {
    ++i;
  }
  const CopyValue* value = text.value(i);
  const bool years = value != nullptr && text.word(value->tokens.end - 1) == "years";
  return years ? i : 0;
}

/// "47", "twelve"; 0 for any other word.
int number_of(std::string_view word) {
  const auto* found = std::ranges::find(kSmallNumbers, word);
  if (found != kSmallNumbers.end()) {
    return static_cast<int>(found - kSmallNumbers.begin());
  }
  int number = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || word.size() > 3) {
      return 0;
    }
    number = 10 * number + (c - '0');
  }
  return number;
}

int years_in(const CopyText& text, const CopyValue& value) {
  const Duration* duration = value.duration();
  const bool exact = duration != nullptr && duration->unit == "year" && duration->amount &&
                     duration->hedge == Hedge::exact && duration->amount->is_whole() &&
                     *duration->amount < Decimal(100000);
  if (exact) {
    return static_cast<int>(duration->amount->to_double());
  }
  return value.time() != nullptr && text.word(value.tokens.end - 1) == "ago"
             ? number_of(text.word(value.tokens.begin))
             : 0;
}

void tell_years(const CopyValue& told, int from, int to, int years, Span other, CopyNotes& notes) {
  notes.add(told.mention->core,
            fmt::format("from {} to {} is {} years, not {}", from, to, to - from, years),
            {{other, "the years"}}, "see which of the years and their number is right");
}

/// "from 1996 to 2014, a period of 28 years"; "since 1978, 37 years ago".
void check_length(const CopyText& text, std::size_t i, std::optional<int> now, CopyNotes& notes) {
  const int last = year_at(text, i);
  const std::size_t told = last == 0 ? 0 : years_told(text, i + 1);
  if (told == 0) {
    return;
  }
  const CopyValue& value = *text.value(told);
  const bool ago = text.word(value.tokens.end) == "ago" || text.word(value.tokens.end - 1) == "ago";
  const int years = years_in(text, value);
  const std::size_t end = value.tokens.end;
  if (years == 0) {
    return;
  }
  if (ago) {
    if (now && std::abs(*now - last - years) > 1) {
      tell_years(value, last, *now, years, text.span(i, i + 1), notes);
    }
    return;
  }
  const int first = i >= 2 && text.word(i - 1) == "to" ? year_at(text, i - 2) : 0;
  if (first != 0 && i >= 3 && text.word(i - 3) == "from" && text.is_break(end) &&
      std::abs(last - first - years) > 1) {
    tell_years(value, first, last, years, text.span(i - 2, i + 1), notes);
  }
}

}  // namespace

void check_lives(const CopyText& text, CopyNotes& notes) {
  const auto now = year_of(text.document());
  const Life life = life_in(text);
  if (life.age != nullptr && is_obituary(text)) {
    check_headline_age(text, life, notes);
  }
  if (life.born != 0 && is_obituary(text)) {
    if (life.age != nullptr && now) {
      check_death(text, life, *now, notes);
    }
    check_reached(text, life, notes);
  }
  for (const Sentence& sentence : text.sentences()) {
    check_both_ends(text, sentence, now, notes);
    check_anniversary(text, sentence, now, notes);
  }
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    check_length(text, i, now, notes);
  }
}

}  // namespace concord::proofread
