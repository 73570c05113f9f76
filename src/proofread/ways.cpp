// A headline that lets a figure rise to where the text lets it fall.
#include <algorithm>

#include <fmt/format.h>

#include "proofread/changes.h"
#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

/// How a headline says which way something goes.
int headline_direction(std::string_view word) {
  constexpr std::string_view kUp[] = {"climbs", "jumps",  "soars",   "grows",   "surges", "leaps",
                                      "gains",  "swells", "doubles", "triples", "leap",   "soar"};
  constexpr std::string_view kDown[] = {"slides", "sinks",   "plunges", "tumbles", "slips",
                                        "dips",   "shrinks", "halves",  "slumps",  "plunge"};
  return is_in(word, kUp) ? 1 : is_in(word, kDown) ? -1 : direction_of(word);
}

/// Which way the words before "to 40 million" go: the last verb of the clause that says so; 0 where
/// none does, or two do.
int direction_to(const CopyText& text, const Sentence& sentence, const CopyValue& value) {
  constexpr std::size_t kReach = 8;
  constexpr std::string_view kOther[] = {"as", "while", "despite", "after", "but", "from", "on"};
  const std::size_t begin = value.tokens.begin;
  const Quantity* quantity = value.quantity();
  if (quantity == nullptr || !quantity->nominal || begin == 0 || text.word(begin - 1) != "to" ||
      (quantity->hedge != Hedge::exact && quantity->hedge != Hedge::rounded)) {
    return 0;
  }
  int direction = 0;
  for (std::size_t i = begin - 1, words = 0; i > sentence.tokens.begin && words < kReach; ++words) {
    --i;
    if (text.is_break(i) || is_in(text.word(i), kOther)) {
      break;
    }
    const int one = headline_direction(text.word(i));
    if (one != 0 && direction != 0 && one != direction) {
      return 0;
    }
    direction = one != 0 ? one : direction;
  }
  return direction;
}

/// A figure that something comes to, and from which side.
struct Reached {
  const CopyValue* value = nullptr;
  int direction = 0;
};

std::vector<Reached> reached_in(const CopyText& text, const Sentence& sentence) {
  std::vector<Reached> found;
  for (const CopyValue& value : text.values_in(sentence)) {
    const int direction =
        text.in_quotes(value.tokens.begin) ? 0 : direction_to(text, sentence, value);
    if (direction != 0) {
      found.push_back({&value, direction});
    }
  }
  return found;
}

bool is_same(const Reached& one, const Reached& other) {
  const Quantity& left = *one.value->quantity();
  const Quantity& right = *other.value->quantity();
  return left.dimension == right.dimension && left.unit == right.unit &&
         left.nominal == right.nominal;
}

}  // namespace

void check_ways(const CopyText& text, CopyNotes& notes) {
  std::vector<Reached> above;
  std::vector<Reached> below;
  for (const Sentence& sentence : text.sentences()) {
    const bool headline = text.part_of(sentence) == Part::headline;
    std::ranges::copy(reached_in(text, sentence), std::back_inserter(headline ? above : below));
  }
  for (const Reached& one : above) {
    const Reached* other = nullptr;
    bool same_way = false;
    for (const Reached& two : below) {
      if (is_same(one, two)) {
        other = other == nullptr ? &two : other;
        same_way = same_way || two.direction == one.direction;
      }
    }
    if (other != nullptr && !same_way) {
      const std::string figure = text.written(*one.value);
      notes.add(one.value->mention->core,
                fmt::format("the headline has a {} to {}, the text a {}",
                            one.direction > 0 ? "rise" : "fall", figure,
                            one.direction > 0 ? "fall" : "rise"),
                {{other->value->mention->core, "the text"}}, "see which way it goes");
    }
  }
}

}  // namespace concord::proofread
