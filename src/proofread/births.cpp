// Ages beside years of birth.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "proofread/checks.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kWordsToBorn = 14;  // between an age and "born in"
constexpr std::size_t kMostNames = 200;

std::optional<int> born_year(const CopyText& text, std::size_t i, std::size_t last) {
  for (std::size_t k = i + 1; k < std::min(last, i + 5); ++k) {
    const CopyValue* value = text.value(k);
    if (value != nullptr && value->time() != nullptr && value->time()->begin) {
      const bool dated = text.written(*value).find_first_of("12") != std::string::npos;
      const std::string& timex = value->time()->timex;
      return dated && timex.size() >= 4 && value->time()->anchor == Anchor::explicit_date
                 ? std::optional(to_civil(*value->time()->begin).year)
                 : std::nullopt;
    }
    if (value != nullptr && value->tokens.size() == 1 && text.word(k).size() == 4) {
      return value->quantity() != nullptr && value->quantity()->nominal
                 ? std::optional(static_cast<int>(value->quantity()->nominal->to_double()))
                 : std::nullopt;
    }
  }
  return std::nullopt;
}

/// "34" in "Anna Holt, 34," and in "Ben Marsh is 34."
bool is_age_of_somebody(const CopyText& text, const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  if (quantity == nullptr || !quantity->nominal) {
    return false;
  }
  const bool goes_on = text.word(value.tokens.end) == "and";  // "is four and goes to school"
  const bool plain = quantity->dimension == Dimension::count && value.tokens.begin > 0 &&
                     text.word(value.tokens.begin - 1) == "is" &&
                     *quantity->nominal < Decimal(110) &&
                     ((text.is_break(value.tokens.end) && Decimal(10) < *quantity->nominal) ||
                      (goes_on && Decimal(1) < *quantity->nominal));
  // "Ben Marsh (born 1990), 45, won"
  const bool apposed = quantity->dimension == Dimension::count && value.tokens.begin > 1 &&
                       text.word(value.tokens.begin - 1) == "," &&
                       text.word(value.tokens.begin - 2) == ")" &&
                       text.word(value.tokens.end) == "," && Decimal(10) < *quantity->nominal &&
                       *quantity->nominal < Decimal(110);
  return plain || apposed || quantity->dimension == Dimension::age;
}

/// The last name that stands right before token `i`, over a comma, a bracket, "who" and "was".
std::string_view named_before(const CopyText& text, const Sentence& sentence, std::size_t i) {
  constexpr std::string_view kLinks[] = {",", "(", "who", "was", "is", "aged"};
  while (i > sentence.tokens.begin && is_in(text.word(i - 1), kLinks)) {
    --i;
  }
  const bool named = i > sentence.tokens.begin && text.is_word(i - 1) && text.is_capital(i - 1);
  return named ? text.word(i - 1) : std::string_view();
}

/// "Anna Holt (34) and Karl Brandt (born 1950)": an age and a birth, each behind its own name.
bool are_of_two(const CopyText& text, const Sentence& sentence, const CopyValue& age,
                std::size_t born) {
  const std::string_view one = named_before(text, sentence, age.tokens.begin);
  const std::string_view other = named_before(text, sentence, born);
  return !one.empty() && !other.empty() && one != other;
}

/// The one age of the sentence that lies near the token; nothing where there are several.
const CopyValue* age_near(const CopyText& text, const Sentence& sentence, std::size_t i) {
  const CopyValue* found = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (!is_age_of_somebody(text, value)) {
      continue;
    }
    if (found != nullptr) {
      return nullptr;
    }
    found = &value;
  }
  if (found == nullptr) {
    return nullptr;
  }
  const std::size_t between =
      found->tokens.begin < i ? i - found->tokens.end : found->tokens.begin - i;
  return between <= kWordsToBorn && !are_of_two(text, sentence, *found, i) ? found : nullptr;
}

/// "her mother said": who speaks is nobody whose age the sentence tells.
bool is_speaker(const CopyText& text, std::size_t i) {
  constexpr std::string_view kTheir[] = {"his", "her", "their"};
  constexpr std::string_view kSaid[] = {"said", "says", "told"};
  return i > 0 && is_in(text.word(i - 1), kTheir) && is_in(text.word(i + 1), kSaid);
}

bool speaks_of_then(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kThen[] = {
      "when",    "then",     "died",        "killed",  "at",           "since",       "until",
      "would",   "later",    "turned",      "turns",   "later",        "daughter",    "son",
      "child",   "mother",   "father",      "brother", "sister",       "wife",        "uncle",
      "aunt",    "husband",  "cousin",      "nephew",  "niece",        "grandfather", "widow",
      "widower", "grandson", "grandmother", "parents", "granddaughter"};
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (is_in(text.word(i), kThen) && !is_speaker(text, i)) {
      return true;
    }
  }
  return false;
}

/// "Karin Dahl, 61, who was born in 1985, has led it since 2018": age and birth touch each other,
/// and what the sentence says of another time is behind "since".
bool is_now(const CopyText& text, const Sentence& sentence, std::size_t born) {
  constexpr std::string_view kThen[] = {"when",   "then", "died",   "killed", "until",
                                        "would",  "at",   "later",  "turned", "turns",
                                        "played", "born", "during", "after",  "before"};
  std::size_t i = born;
  while (i > sentence.tokens.begin && (text.word(i - 1) == "who" || text.word(i - 1) == "was")) {
    --i;
  }
  const CopyValue* age = i > 2 && text.word(i - 1) == "," ? text.value(i - 2) : nullptr;
  if (age == nullptr || age->tokens.end != i - 1 || text.word(i - 3) != "," ||
      any_in(text, sentence.tokens.begin, born, kThen) ||
      any_in(text, born + 1, sentence.tokens.end, kThen)) {
    return false;
  }
  std::size_t years = 0;
  for (std::size_t k = sentence.tokens.begin; k < sentence.tokens.end; ++k) {
    const std::string_view word = text.word(k);
    const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    years += year && (k == 0 || text.word(k - 1) != "since") ? 1 : 0;
  }
  return years == 1;
}

/// The years between a birthday told to the day and the day of publication; nothing near a
/// birthday, when the words may be of the days before.
std::optional<int> age_to_the_day(const CopyText& text, std::size_t born, std::size_t last) {
  constexpr std::int64_t kDay = 24 * 60 * 60;
  constexpr std::int64_t kNear = 31;
  constexpr double kYear = 365.2425;
  if (!text.document().published) {
    return std::nullopt;
  }
  for (std::size_t k = born + 1; k < std::min(last, born + 5); ++k) {
    const CopyValue* value = text.value(k);
    const TimeSpan* day = value == nullptr ? nullptr : value->time();
    constexpr std::size_t kWholeDate = 10;  // "2021-03-03"
    if (day != nullptr && day->begin && day->timex.size() == kWholeDate) {
      const auto days = static_cast<double>(
          (text.document().published->begin.seconds - day->begin->seconds) / kDay);
      const double years = days / kYear;
      const double rest = (years - std::floor(years)) * kYear;
      return rest < kNear || rest > kYear - kNear ? std::nullopt
                                                  : std::optional(static_cast<int>(years));
    }
  }
  return std::nullopt;
}

void check_birth(const CopyText& text, const Sentence& sentence, std::size_t i, int now,
                 const CopyValue& age, CopyNotes& notes) {
  const auto born = born_year(text, i, sentence.tokens.end);
  if (!born || *born > now || *born < now - 120) {
    return;
  }
  const Decimal& years = *age.quantity()->nominal;
  const auto exact = age_to_the_day(text, i, sentence.tokens.end);
  if (exact && age.quantity()->hard.bounded() && years != Decimal(*exact) &&
      (years == Decimal(now - *born) || years == Decimal(now - *born - 1))) {
    notes.add(age.mention->core,
              fmt::format("somebody born on that day is {}, not {}", *exact, to_string(years)),
              {{text.span(i, i + 1), "the day of birth"}},
              "see which of the age and the day is right");
    return;
  }
  if (years == Decimal(now - *born) || years == Decimal(now - *born - 1) ||
      !age.quantity()->hard.bounded()) {
    return;
  }
  notes.add(age.mention->core,
            fmt::format("somebody born in {} is {} or {} in {}, not {}", *born, now - *born - 1,
                        now - *born, now, to_string(years)),
            {{text.span(i, i + 1), fmt::format("born in {}", *born)}},
            "see which of the age and the year is right");
}

/// Where a text says that somebody was born in a year, by the last name.
struct Born {
  const Sentence* sentence = nullptr;
  std::size_t at = 0;  // of "born"
};

/// The name of whom "Born in 1948 in a wagon near Brill, Klim had" tells.
std::optional<std::string_view> born_at_opening(const CopyText& text, const Sentence& sentence) {
  std::size_t i = sentence.tokens.begin;
  if (text.word(i) != "born") {
    return std::nullopt;
  }
  while (i < sentence.tokens.end && text.word(i) != ",") {
    ++i;
  }
  std::optional<std::string_view> name;
  for (++i; i < sentence.tokens.end && text.is_word(i) && text.is_capital(i); ++i) {
    name = text.word(i);
  }
  return name;
}

std::map<std::string_view, Born> born_by_name(const CopyText& text) {
  std::map<std::string_view, Born> found;
  for (const Sentence& sentence : text.sentences()) {
    for (std::size_t i = sentence.tokens.begin + 2; i < sentence.tokens.end; ++i) {
      const bool named = text.word(i) == "born" && text.word(i - 1) == "was" &&
                         text.is_word(i - 2) && text.is_capital(i - 2);
      // "Vera Saal (born 1971)", "Vera Saal, born in 1971,"
      const bool apposed = text.word(i) == "born" &&
                           (text.word(i - 1) == "(" || text.word(i - 1) == ",") &&
                           text.is_word(i - 2) && text.is_capital(i - 2);
      if ((named || apposed) && found.size() < kMostNames) {
        found.emplace(text.word(i - 2), Born{&sentence, i});
      }
    }
    const auto opens = born_at_opening(text, sentence);
    if (opens && found.size() < kMostNames) {
      found.emplace(*opens, Born{&sentence, sentence.tokens.begin});
    }
  }
  return found;
}

/// "He was 58.": the age alone.
const CopyValue* age_alone(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kWho[] = {"he", "she"};
  constexpr std::string_view kBe[] = {"was", "is"};
  const std::size_t i = sentence.tokens.begin;
  const CopyValue* value = text.value(i + 2);
  const Quantity* years = value == nullptr ? nullptr : value->quantity();
  const bool alone = is_in(text.word(i), kWho) && is_in(text.word(i + 1), kBe) &&
                     text.is_break(i + 3) && sentence.tokens.size() <= 4;
  return alone && years != nullptr && years->nominal && value->tokens.size() == 1 ? value : nullptr;
}

/// The last of the names of `born` in the sentence, where no other person is named behind it.
const Born* told_of(const CopyText& text, const Sentence& sentence,
                    const std::map<std::string_view, Born>& born) {
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const auto found = text.is_capital(i) ? born.find(text.word(i)) : born.end();
    if (found != born.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

/// A year of its own dates the sentence: the age is of then.
bool has_year(const CopyText& text, const Sentence& sentence) {
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::string_view word = text.word(i);
    if (word.size() == 4 && (word.starts_with("19") || word.starts_with("20"))) {
      return true;
    }
  }
  return false;
}

/// "The singer Eda Klim has died at the age of 71".
void check_age_at_death(const CopyText& text, const Sentence& sentence,
                        const std::map<std::string_view, Born>& born, int now, CopyNotes& notes) {
  constexpr std::string_view kDied[] = {"died", "dies"};
  const Born* one = told_of(text, sentence, born);
  if (one == nullptr || one->sentence == &sentence || has_year(text, sentence) ||
      text.part_of(sentence) == Part::headline ||
      !any_in(text, sentence.tokens.begin, sentence.tokens.end, kDied)) {
    return;
  }
  for (const CopyValue& value : text.values_in(sentence)) {
    const Quantity* years = value.quantity();
    if (years != nullptr && years->dimension == Dimension::age && years->nominal) {
      check_birth(text, *one->sentence, one->at, now, value, notes);
      return;
    }
  }
}

/// "Anselm Roth died on Saturday. He was 58." and "Roth was born in 1961"; "Anselm Roth, 58,".
void check_by_name(const CopyText& text, int now, CopyNotes& notes) {
  const std::map<std::string_view, Born> born = born_by_name(text);
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k < sentences.size() && !born.empty(); ++k) {
    const Sentence& sentence = sentences[k];
    const CopyValue* alone = age_alone(text, sentence);
    const Born* one = alone != nullptr && k > 0 ? told_of(text, sentences[k - 1], born) : nullptr;
    if (one != nullptr && !has_year(text, sentences[k - 1])) {
      check_birth(text, *one->sentence, one->at, now, *alone, notes);
    }
    check_age_at_death(text, sentence, born, now, notes);
    for (const CopyValue& value : text.values_in(sentence)) {
      const std::size_t begin = value.tokens.begin;
      const Quantity* years = value.quantity();
      const bool apposed = begin >= sentence.tokens.begin + 2 && text.word(begin - 1) == "," &&
                           text.word(value.tokens.end) == "," && years != nullptr &&
                           years->nominal && value.tokens.size() == 1;
      const auto found = apposed ? born.find(text.word(begin - 2)) : born.end();
      if (found != born.end() && text.is_capital(begin - 2) && !has_year(text, sentence) &&
          !speaks_of_then(text, sentence)) {
        check_birth(text, *found->second.sentence, found->second.at, now, value, notes);
      }
    }
  }
}

}  // namespace

void check_birth_years(const CopyText& text, CopyNotes& notes) {
  const auto now = year_of(text.document());
  if (!now) {
    return;
  }
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const Sentence& sentence = sentences[k];
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (text.word(i) != "born" ||
          (speaks_of_then(text, sentence) && !is_now(text, sentence, i))) {
        continue;
      }
      const CopyValue* age = age_near(text, sentence, i);
      constexpr std::string_view kSame[] = {"he", "she"};
      const bool goes_on = age == nullptr && k > 0 &&
                           is_in(text.word(sentence.tokens.begin), kSame) &&
                           !speaks_of_then(text, sentences[k - 1]);
      if (goes_on) {
        age = age_near(text, sentences[k - 1], sentences[k - 1].tokens.end);
      }
      if (age != nullptr) {
        check_birth(text, sentence, i, *now, *age, notes);
      }
    }
  }
  check_by_name(text, *now, notes);
  check_lives(text, notes);
  check_told_lives(text, notes);
}

}  // namespace concord::proofread
