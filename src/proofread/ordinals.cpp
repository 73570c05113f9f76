// An ordinal against a toll: "the third victim" of two dead.
#include <optional>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"
#include "proofread/meant.h"

namespace concord::proofread {
namespace {

constexpr std::string_view kVictims[] = {"victim", "fatality", "body"};

/// Words with which somebody else may have died, or been hurt, than those counted.
bool may_be_more(const CopyText& text) {
  constexpr std::string_view kElse[] = {
      "injured",  "wounded",  "hurt",      "injuries", "injuring", "another",  "hospital",
      "survived", "survivor", "survivors", "missing",  "later",    "since",    "rose",
      "risen",    "rises",    "more",      "others",   "series",   "serial",   "month",
      "year",     "alive",    "flown",     "rescued",  "saved",    "critical", "condition",
      "treated",  "previous", "weeks",     "earlier",  "succumbed"};
  return any_in(text, 0, text.size(), kElse);
}

/// "the third victim was named as", "identified the third victim": one of those counted.
bool is_one_of_them(const CopyText& text, const Sentence& sentence, std::size_t noun) {
  constexpr std::string_view kTold[] = {"named", "identified", "was", "is"};
  constexpr std::string_view kOther[] = {"of", "in", "this", "to", "for", "on", "at"};
  return any_in(text, sentence.tokens.begin, sentence.tokens.end, kTold) &&
         !is_in(text.word(noun + 1), kOther);
}

/// The exact toll of a text that counts nobody else; nullptr where there is none.
const CopyValue* only_toll(const CopyText& text) {
  const CopyValue* toll = number_meant(text, "dead", text.size());
  return toll != nullptr && exact_count_of(text, toll) != nullptr && !may_be_more(text) ? toll
                                                                                        : nullptr;
}

}  // namespace

void check_ordinals(const CopyText& text, CopyNotes& notes) {
  std::optional<const CopyValue*> toll;  // looked for once
  for (const Sentence& sentence : text.sentences()) {
    for (const CopyValue& value : text.values_in(sentence)) {
      const Quantity* ordinal = of_dimension(&value, Dimension::ordinal);
      const std::size_t begin = value.tokens.begin;
      const std::size_t noun = value.tokens.end;
      if (ordinal == nullptr || begin == 0 || text.word(begin - 1) != "the" ||
          !is_in(text.word(noun), kVictims) || text.in_quotes(begin) ||
          !is_one_of_them(text, sentence, noun)) {
        continue;
      }
      toll = toll ? toll : only_toll(text);
      if (*toll == nullptr || *ordinal->nominal <= *(*toll)->quantity()->nominal) {
        continue;
      }
      const Span dead = (*toll)->mention->core;
      notes.add(value.mention->core,
                fmt::format("\"the {} {}\" here, {} dead above", text.written(value.mention->core),
                            text.word(noun), text.written(dead)),
                {{dead, "the dead"}}, "see which of the two is right");
    }
  }
}

}  // namespace concord::proofread
