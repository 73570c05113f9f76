// An age told before the name: "A 34-year-old man was arrested. The man, Peter Voss, 43, ...".
#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::string_view kMale[] = {"man", "boy"};
constexpr std::string_view kFemale[] = {"woman", "girl"};
/// Anybody else in the first sentence, and who is named may be that one.
constexpr std::string_view kAnybody[] = {
    "man",      "woman",  "boy",      "girl",     "men",     "women",    "boys",     "girls",
    "suspect",  "gunman", "driver",   "attacker", "officer", "teenager", "student",  "neighbor",
    "suspects", "victim", "victims",  "teen",     "who",     "whose",    "son",      "daughter",
    "husband",  "wife",   "mother",   "father",   "brother", "sister",   "friend",   "boyfriend",
    "partner",  "couple", "resident", "child",    "another", "other",    "employee", "worker"};

const Quantity* age_of(const CopyValue* value) {
  return of_dimension(value, Dimension::age);
}

bool is_person(std::string_view word) {
  return is_in(word, kMale) || is_in(word, kFemale);
}

/// Somebody whom a sentence brings in by an age: "A 34-year-old man".
struct Somebody {
  const CopyValue* age = nullptr;
  std::string_view noun;
};

/// The only person of a sentence that opens with one and tells one age; nothing for any other.
std::optional<Somebody> brought_in(const CopyText& text, const Sentence& sentence) {
  const std::size_t begin = sentence.tokens.begin;
  const CopyValue* age = text.value(begin + 1);
  if ((text.word(begin) != "a" && text.word(begin) != "an") || age_of(age) == nullptr) {
    return std::nullopt;
  }
  const std::size_t noun = age->tokens.end;
  if (!is_person(text.word(noun)) || any_in(text, noun + 1, sentence.tokens.end, kAnybody)) {
    return std::nullopt;
  }
  for (const CopyValue& value : text.values_in(sentence)) {
    if (&value != age && value.quantity() != nullptr &&
        value.quantity()->dimension == Dimension::age) {
      return std::nullopt;
    }
  }
  // "A 34-year-old man was held after Anna Holt died": her age may come next.
  for (std::size_t i = noun + 1; i + 1 < sentence.tokens.end; ++i) {
    if (text.is_capital(i) && text.is_capital(i + 1) && text.is_word(i) && text.is_word(i + 1)) {
      return std::nullopt;
    }
  }
  return Somebody{age, text.word(noun)};
}

/// Behind "The man," or "She was named as": where the name of the same person begins; 0 where the
/// sentence does not point back to them.
std::size_t name_of_same(const CopyText& text, const Sentence& sentence, std::string_view noun) {
  constexpr std::string_view kNamed[] = {"named", "identified"};
  const std::size_t begin = sentence.tokens.begin;
  const bool again = text.word(begin) == "the" && text.word(begin + 1) == noun;
  if (again && text.word(begin + 2) == ",") {
    return begin + 3;
  }
  const std::string_view pronoun = is_in(noun, kMale) ? "he" : "she";
  const std::string_view object = is_in(noun, kMale) ? "him" : "her";
  std::size_t i = again ? begin + 2 : begin + 1;
  if ((again || text.word(begin) == pronoun) && text.word(i) == "was" &&
      is_in(text.word(i + 1), kNamed)) {
    i += 2;  // "He was named by police as"
    i += text.word(i) == "by" && text.word(i + 1) == "police" ? 2 : 0;
    return text.word(i) == "as" ? i + 1 : 0;
  }
  for (i = begin + 1; i < begin + 4; ++i) {  // "Police have named him as"
    if (is_in(text.word(i), kNamed) && text.word(i + 1) == object && text.word(i + 2) == "as") {
      return i + 3;
    }
  }
  return 0;
}

/// "43" behind "Peter Voss, " from token `i` on; nullptr where no name or no age stands there.
const CopyValue* age_behind_name(const CopyText& text, std::size_t i) {
  constexpr std::size_t kMostOfName = 4;
  const std::size_t begin = i;
  while (i < begin + kMostOfName && text.is_word(i) && text.is_capital(i)) {
    ++i;
  }
  i += text.word(i) == "," && text.word(i + 1) == "aged" ? 1 : 0;
  const CopyValue* value = i > begin + 1 && text.word(i) == "," ? text.value(i + 1) : nullptr;
  const Quantity* years = value == nullptr ? nullptr : value->quantity();
  const bool alone = years != nullptr && years->nominal && value->tokens.size() == 1 &&
                     text.is_break(value->tokens.end) && years->nominal->is_whole() &&
                     *years->nominal < Decimal(120);
  return alone ? value : nullptr;
}

}  // namespace

void check_ages_again(const CopyText& text, CopyNotes& notes) {
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k + 1 < sentences.size(); ++k) {
    const auto somebody = brought_in(text, sentences[k]);
    const Sentence& next = sentences[k + 1];
    if (!somebody || next.paragraph > sentences[k].paragraph + 1 ||
        text.part_of(sentences[k]) == Part::headline) {
      continue;
    }
    const std::size_t name = name_of_same(text, next, somebody->noun);
    const CopyValue* age = name == 0 ? nullptr : age_behind_name(text, name);
    if (age != nullptr && !overlaps(age->quantity()->hard, age_of(somebody->age)->hard)) {
      notes.add(
          age->mention->core,
          fmt::format("the {} is {} here, {} above", somebody->noun,
                      text.written(age->mention->core), to_string(*age_of(somebody->age)->nominal)),
          {{somebody->age->mention->core, "told before"}}, "see which of the two ages is right");
    }
  }
}

}  // namespace concord::proofread
