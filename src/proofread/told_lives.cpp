// A life told over several sentences: "was born in 1950 ... She was 70 when she died in 2024".
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::string_view kWho[] = {"he", "she"};
/// Anybody else whose age and death the sentence may tell.
constexpr std::string_view kOthers[] = {
    "wife",  "husband", "father", "mother",  "son",      "daughter", "brother", "sister",
    "widow", "widower", "friend", "partner", "uncle",    "aunt",     "cousin",  "who",
    "twin",  "nephew",  "niece",  "whose",   "grandson", "parents",  "teacher"};

int year_at(const CopyText& text, std::size_t i) {
  const std::string_view word = text.word(i);
  const bool year = word.size() == 4 &&
                    (word.starts_with("18") || word.starts_with("19") || word.starts_with("20")) &&
                    word.find_first_not_of("0123456789") == std::string_view::npos;
  return year ? 1000 * (word[0] - '0') + 100 * (word[1] - '0') + 10 * (word[2] - '0') +
                    (word[3] - '0')
              : 0;
}

/// Who was born when: "The painter Ida Krall was born in 1950".
struct Birth {
  std::string_view name;  // the last
  int year = 0;
  Span place;
};

std::optional<Birth> birth_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::size_t kToYear = 9;
  for (std::size_t i = sentence.tokens.begin + 2; i < sentence.tokens.end; ++i) {
    if (text.word(i) != "born" || text.word(i - 1) != "was" || !text.is_word(i - 2) ||
        !text.is_capital(i - 2) || is_in(text.word(i - 2), kWho)) {
      continue;
    }
    for (std::size_t k = i + 1; k < std::min<std::size_t>(i + kToYear, sentence.tokens.end); ++k) {
      if (const int year = year_at(text, k)) {
        return Birth{text.word(i - 2), year, text.span(i, k + 1)};
      }
    }
  }
  return std::nullopt;
}

/// "She was 70 when she died", "He died ... at the age of 84": the age; nullptr for others.
const CopyValue* age_at_death(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kBe[] = {"was", "is"};
  const std::size_t first = sentence.tokens.begin;
  const CopyValue* alone = text.value(first + 2);
  const Quantity* years = alone == nullptr ? nullptr : alone->quantity();
  const bool when = is_in(text.word(first + 1), kBe) && years != nullptr && years->nominal &&
                    alone->tokens.size() == 1 && text.word(first + 3) == "when" &&
                    is_in(text.word(first + 4), kWho) && text.word(first + 5) == "died";
  if (when) {
    return alone;
  }
  const CopyValue* found = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    if (of_dimension(&value, Dimension::age) != nullptr) {
      if (found != nullptr) {
        return nullptr;
      }
      found = &value;
    }
  }
  return found != nullptr && text.word(first + 1) == "died" ? found : nullptr;
}

/// The year of a death: that of "died in 2024", `now` of "died on Sunday"; 0 where it is not told.
int year_of_death(const CopyText& text, const Sentence& sentence, std::optional<int> now) {
  int year = 0;
  for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (const int told = year_at(text, i)) {
      if (year != 0) {
        return 0;
      }
      year = told;
    }
    const CopyValue* day = text.word(i) == "on" ? text.value(i + 1) : nullptr;
    const bool weekday = day != nullptr && day->time() != nullptr && day->time()->weekday &&
                         day->tokens.size() == 1 && now;
    year = weekday && year == 0 ? *now : year;
  }
  return year;
}

void check_death(const CopyText& text, const Sentence& sentence, const Birth& birth,
                 std::optional<int> now, CopyNotes& notes) {
  const CopyValue* age = age_at_death(text, sentence);
  const int died = age == nullptr ? 0 : year_of_death(text, sentence, now);
  if (died <= birth.year || !age->quantity()->hard.bounded()) {
    return;
  }
  const Decimal& told = *age->quantity()->nominal;
  const int years = died - birth.year;
  if (told == Decimal(years) || told == Decimal(years - 1)) {
    return;
  }
  notes.add(age->mention->core,
            fmt::format("somebody who lived from {} to {} was {} or {}, not {}", birth.year, died,
                        years - 1, years, to_string(told)),
            {{birth.place, fmt::format("born in {}", birth.year)}},
            "see which of the age and the years is right");
}

}  // namespace

void check_told_lives(const CopyText& text, CopyNotes& notes) {
  const auto now = year_of(text.document());
  std::optional<Birth> birth;
  std::string_view pronoun;
  for (const Sentence& sentence : text.sentences()) {
    const std::string_view opening = text.word(sentence.tokens.begin);
    if (auto found = birth_in(text, sentence)) {
      birth = found;
      pronoun = {};
      continue;
    }
    // The life goes on as long as each sentence tells of the same "she".
    const bool same = birth && (opening == birth->name ||
                                (is_in(opening, kWho) && (pronoun.empty() || pronoun == opening)));
    if (!same || any_in(text, sentence.tokens.begin, sentence.tokens.end, kOthers)) {
      birth.reset();
      continue;
    }
    pronoun = is_in(opening, kWho) ? opening : pronoun;
    check_death(text, sentence, *birth, now, notes);
  }
}

}  // namespace concord::proofread
