// Rolls told with semicolons: "Anna Holt, 52, the engineer; Luis Barra, 34; and her son Elias, 5".
#include <algorithm>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"
#include "proofread/meant.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kMostNamed = 60;

/// "Holt, 52" with a mark or the end behind it.
bool is_aged_name(const CopyText& text, std::size_t i) {
  constexpr Decimal kOldest(115);
  const CopyValue* value = text.value(i + 2);
  const Quantity* age = value == nullptr ? nullptr : value->quantity();
  return text.is_word(i) && text.is_capital(i) && text.word(i + 1) == "," && age != nullptr &&
         age->nominal && value->tokens.size() == 1 && *age->nominal < kOldest &&
         text.is_break(i + 3);
}

/// How many people a stretch between semicolons names, one in each; 0 where it is no such roll.
std::size_t people_in(const CopyText& text, std::size_t begin, std::size_t end) {
  std::size_t people = 0;
  std::size_t segments = 1;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_aged_name(text, i)) {
      ++people;
      i += 2;
    } else if (text.word(i) == ";") {
      if (people != segments) {
        return 0;
      }
      ++segments;
    }
  }
  return segments > 1 && people == segments && people < kMostNamed ? people : 0;
}

/// The number of people that stands in [begin, end): the only one; nullptr if there are others.
const CopyValue* only_people(const CopyText& text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kPeople[] = {
      "people",   "men",        "women",   "others",   "suspects",   "officers", "workers",
      "students", "defendants", "victims", "children", "passengers", "teenagers"};
  constexpr std::size_t kNoun = 3;
  const CopyValue* found = nullptr;
  for (std::size_t i = begin; i < end; ++i) {
    const CopyValue* value = text.value(i);
    if (value == nullptr || value->quantity() == nullptr) {
      continue;
    }
    const std::size_t noun = std::min(end, value->tokens.end + kNoun);
    if (found != nullptr || count_of(text, value) == nullptr ||
        !any_in(text, value->tokens.end, noun, kPeople)) {
      return nullptr;
    }
    found = value;
  }
  return found;
}

/// A roll, and the number of all in it.
struct Roll {
  const CopyValue* counted = nullptr;
  std::size_t begin = 0;
};

Roll roll_in(const CopyText& text, std::size_t k) {
  constexpr std::string_view kNamed[] = {"named", "identified"};
  constexpr std::string_view kBe[] = {"were", "are"};
  const std::vector<Sentence>& sentences = text.sentences();
  const std::size_t first = sentences[k].tokens.begin;
  for (std::size_t i = first; i < sentences[k].tokens.end; ++i) {
    if (text.word(i) == ":") {
      return {only_people(text, first, i), i + 1};
    }
  }
  const bool they = text.word(first) == "they";
  const std::size_t verb = first + (they ? 1 : 2);
  if (!is_in(text.word(verb), kBe) || !is_in(text.word(verb + 1), kNamed) ||
      text.word(verb + 2) != "as") {
    return {};
  }
  if (they && k > 0) {
    return {only_people(text, sentences[k - 1].tokens.begin, sentences[k - 1].tokens.end),
            verb + 3};
  }
  return {text.word(first) == "the" ? number_meant(text, text.word(first + 1), first) : nullptr,
          verb + 3};
}

/// Where a name of at most four capitalized words ends; `i` where none begins.
std::size_t listed_name_end(const CopyText& text, std::size_t i, std::size_t last) {
  constexpr std::size_t kMostWords = 4;
  std::size_t end = i;
  while (end < last && text.is_word(end) && text.is_capital(end) && end - i < kMostWords) {
    ++end;
  }
  return end;
}

/// How many names stand from token `i` to the end of the sentence, the last behind "and"; 0 where
/// anything else stands there.
std::size_t names_to_the_end(const CopyText& text, std::size_t i, std::size_t last) {
  std::size_t names = 0;
  bool joined = false;
  while (!joined || names == 0) {
    joined = text.word(i) == "and";
    i += joined ? 1 : 0;
    const std::size_t end = listed_name_end(text, i, last);
    if (end == i) {
      return 0;
    }
    ++names;
    i = end + (text.word(end) == "," ? 1 : 0);
  }
  return i >= last || text.word(i) == "." ? names : 0;
}

/// "in four countries: Cyprus, Panama and Belize": names alone from the colon to the end.
void check_listed_names(const CopyText& text, const Sentence& sentence, CopyNotes& notes) {
  std::size_t colon = sentence.tokens.begin;
  while (colon < sentence.tokens.end && text.word(colon) != ":") {
    ++colon;
  }
  const CopyValue* counted = nullptr;
  for (const CopyValue& value : text.values_in(sentence)) {
    const bool beside = value.tokens.end + 1 == colon || value.tokens.end + 2 == colon;
    counted = beside && count_of(text, &value) != nullptr ? &value : counted;
  }
  if (counted == nullptr || text.word(colon - 1).size() < 4 ||
      !text.word(colon - 1).ends_with("s")) {
    return;
  }
  const std::size_t names = names_to_the_end(text, colon + 1, sentence.tokens.end);
  const Quantity& count = *counted->quantity();
  if (names > 1 && count.hedge == Hedge::exact &&
      *count.nominal != Decimal(static_cast<std::int64_t>(names))) {
    notes.add(counted->mention->core,
              fmt::format("{} are counted, {} named", text.written(counted->mention->core), names),
              {{text.span(colon + 1, sentence.tokens.end), fmt::format("{} named", names)}},
              "see whether the number is wrong, or one is missing or too many");
  }
}

}  // namespace

void check_rolls(const CopyText& text, CopyNotes& notes) {
  for (std::size_t k = 0; k < text.sentences().size(); ++k) {
    check_listed_names(text, text.sentences()[k], notes);
    const std::size_t end = text.sentences()[k].tokens.end;
    const Roll roll = roll_in(text, k);
    const Quantity* counted = count_of(text, roll.counted);
    const std::size_t people = counted == nullptr ? 0 : people_in(text, roll.begin, end);
    if (people != 0 && counted->hedge == Hedge::exact &&
        *counted->nominal != Decimal(static_cast<std::int64_t>(people))) {
      notes.add(roll.counted->mention->core,
                fmt::format("{} are counted, {} named with ages",
                            text.written(roll.counted->mention->core), people),
                {{text.span(roll.begin, end), fmt::format("{} named", people)}},
                "see whether the number is wrong, or one is missing or too many");
    }
  }
}

}  // namespace concord::proofread
