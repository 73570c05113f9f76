// "Nine arrested" above a text in which eight people were: people of whom a headline tells what
// became of them, without a noun.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

/// What became of people, in the forms a headline and a text have for it.
using Forms = std::array<std::string_view, 5>;
constexpr Forms kFates[] = {
    {"arrested", "arrest", "arrests", "arresting", "arrested"},
    {"detained", "detain", "detains", "detaining", "detained"},
    {"rescued", "rescue", "rescues", "rescuing", "rescued"},
    {"evacuated", "evacuate", "evacuates", "evacuating", "evacuated"},
    {"charged", "charge", "charges", "charging", "charged"},
    {"jailed", "jail", "jails", "jailing", "jailed"},
    {"hospitalized", "hospitalize", "hospitalizes", "hospitalizing", "hospitalized"}};

bool is_head(const CopyText& text, std::size_t i) {
  return text.span(i, i + 1).end <= text.document().headline.end;
}

const Forms* fate_of(std::string_view word) {
  const auto* row =
      std::ranges::find_if(kFates, [&](const Forms& forms) { return is_in(word, forms); });
  return row == std::end(kFates) || word.empty() ? nullptr : row;
}

/// What the headline says became of the number: "Nine arrested", "Police arrest nine".
const Forms* fate_above(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kPeople[] = {"people", "men", "women", "suspects", "others"};
  const std::size_t end = value.tokens.end;
  const std::size_t behind = is_in(text.word(end), kPeople) ? end + 1 : end;
  const bool ends = text.is_break(behind) || !is_head(text, behind) ||
                    text.word(behind) == "after" || text.word(behind) == "over" ||
                    text.word(behind) == "in" || text.word(behind) == "at";
  if (const Forms* fate = is_head(text, behind) ? fate_of(text.word(behind)) : nullptr) {
    return fate;
  }
  return value.tokens.begin > 0 && ends ? fate_of(text.word(value.tokens.begin - 1)) : nullptr;
}

/// The numbers of the text, and whether somebody may be added to them.
struct Below {
  std::vector<double> numbers;
  const CopyValue* first = nullptr;  // the first count beside the same fate
  bool open = false;
};

/// "eight people were arrested", "arrested eight people".
bool is_beside(const CopyText& text, const CopyValue& value, const Forms& fate) {
  constexpr std::size_t kNear = 4;
  const std::size_t begin = value.tokens.begin;
  for (std::size_t i = value.tokens.end; i < value.tokens.end + kNear && !text.is_break(i); ++i) {
    if (is_in(text.word(i), fate)) {
      return true;
    }
  }
  return begin > 0 && is_in(text.word(begin - 1), fate);
}

Below below_of(const CopyText& text, const Forms& fate) {
  constexpr std::string_view kMore[] = {
      "another",   "more",    "further",  "additional", "others", "other",  "also",    "least",
      "including", "later",   "brought",  "total",      "dozen",  "dozens", "several", "along",
      "addition",  "besides", "together", "plus",       "too",    "picked", "pulled",  "both"};
  Below below;
  for (const Sentence& sentence : text.sentences()) {
    if (text.part_of(sentence) == Part::headline) {
      continue;
    }
    const bool tells = any_in(text, sentence.tokens.begin, sentence.tokens.end, fate);
    below.open = below.open || any_in(text, sentence.tokens.begin, sentence.tokens.end, kMore);
    std::size_t counts = 0;
    for (const CopyValue& value : text.values_in(sentence)) {
      const Quantity* quantity = value.quantity();
      if (quantity == nullptr || !quantity->nominal) {
        continue;
      }
      below.open = below.open || quantity->dimension == Dimension::ordinal;
      below.numbers.push_back(number_of(value));
      counts += exact_count_of(text, &value) != nullptr ? 1 : 0;
      const bool beside = exact_count_of(text, &value) != nullptr && is_beside(text, value, fate);
      below.first = beside && below.first == nullptr ? &value : below.first;
    }
    // "five men and a woman", "two in Ostra and seven in Lund": some are counted one by one
    below.open = below.open || (tells && counts > 1);
  }
  return below;
}

/// The age that the value tells behind a name or a noun: "driver, 45,", "Eva Lindt, 54,"; 0 for
/// any other.
int age_told(const CopyText& text, const CopyValue& value) {
  constexpr int kLeast = 10;
  constexpr int kMost = 110;
  const Quantity* years = value.quantity();
  const std::size_t begin = value.tokens.begin;
  const bool plain = years != nullptr && years->nominal && years->nominal->is_whole() &&
                     Decimal(kLeast) <= *years->nominal && *years->nominal < Decimal(kMost);
  const bool apposed = plain && years->dimension == Dimension::count && begin > 1 &&
                       value.tokens.size() == 1 && text.word(begin - 1) == "," &&
                       text.is_word(begin - 2) && text.word(begin + 1) == ",";
  return apposed || (plain && years->dimension == Dimension::age && years->hard.bounded())
             ? static_cast<int>(number_of(value))
             : 0;
}

/// "Driver, 45, cleared" above a text whose only age is 54: two digits have changed places.
void check_age_above(const CopyText& text, CopyNotes& notes) {
  const CopyValue* above = nullptr;
  const CopyValue* below = nullptr;
  for (const CopyValue& value : text.values()) {
    if (age_told(text, value) == 0) {
      continue;
    }
    const CopyValue*& told = is_head(text, value.tokens.begin) ? above : below;
    if (told != nullptr && age_told(text, *told) != age_told(text, value)) {
      return;
    }
    told = told == nullptr ? &value : told;
  }
  constexpr int kTen = 10;
  const int one = above == nullptr ? 0 : age_told(text, *above);
  const int other = below == nullptr ? 0 : age_told(text, *below);
  if (one != other && one % kTen == other / kTen && one / kTen == other % kTen) {
    notes.add(above->mention->core,
              fmt::format("the headline has the age {}, the text {}", one, other),
              {{below->mention->core, "the text"}}, "see which of the two ages is right");
  }
}

}  // namespace

void check_above_people(const CopyText& text, CopyNotes& notes) {
  constexpr std::string_view kOne[] = {"a", "an", "one", "man", "woman", "boy", "girl"};
  constexpr std::uint32_t kTop = 3;  // paragraphs that tell what the headline tells
  check_age_above(text, notes);
  for (const CopyValue& value : first_values(text)) {
    if (!is_head(text, value.tokens.begin)) {
      return;
    }
    const Forms* fate = exact_count_of(text, &value) != nullptr ? fate_above(text, value) : nullptr;
    if (fate == nullptr) {
      continue;
    }
    const Below below = below_of(text, *fate);
    if (below.first == nullptr || below.open || number_of(*below.first) == number_of(value) ||
        std::ranges::find(below.numbers, number_of(value)) != below.numbers.end()) {
      continue;
    }
    const auto sentence = std::ranges::find_if(text.sentences(), [&](const Sentence& one) {
      return one.tokens.begin <= below.first->tokens.begin &&
             below.first->tokens.begin < one.tokens.end;
    });
    const std::size_t end = below.first->tokens.end;
    bool joined = false;  // "eight men and a woman"
    for (std::size_t i = end; i < sentence->tokens.end; ++i) {
      joined = joined || (text.word(i) == "and" && is_in(text.word(i + 1), kOne));
    }
    if (joined || sentence->paragraph > kTop) {
      continue;
    }
    notes.add(value.mention->core,
              fmt::format("{} {} above, {} in the text", text.written(value.mention->core),
                          (*fate)[0], text.written(below.first->mention->core)),
              {{below.first->mention->core, "the text"}}, "see which of the two is right");
  }
}

}  // namespace concord::proofread
