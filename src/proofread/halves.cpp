// The two halves of a year, of a game or of a season, and the whole of it.
#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr double kNearly = 0.35;  // a number further off is of something else

bool is_in_half(const CopyText& text, const CopyValue& value, std::string_view which) {
  const std::size_t end = value.tokens.end;
  std::size_t i = end;
  while (i < end + 3 && text.word(i) != "in" && !text.is_break(i)) {
    ++i;  // "40 million tons of ore in the first half"
  }
  return text.word(i) == "in" && text.word(i + 1) == "the" && text.word(i + 2) == which &&
         (text.word(i + 3) == "half" || text.is_break(i + 3) || text.word(i + 3) == "of");
}

bool is_of_whole(const CopyText& text, const CopyValue& value) {
  constexpr std::string_view kFor[] = {"in", "for", "over", "during"};
  constexpr std::string_view kAll[] = {"year", "season", "game", "match", "all", "total"};
  const std::size_t end = value.tokens.end;
  std::size_t i = end;
  while (i < end + 3 && !is_in(text.word(i), kFor) && !text.is_break(i)) {
    ++i;
  }
  if (!is_in(text.word(i), kFor)) {
    return false;
  }
  i += text.word(i + 1) == "the" ? 2 : 1;
  i += text.word(i) == "full" || text.word(i) == "whole" || text.word(i) == "entire" ? 1 : 0;
  return is_in(text.word(i), kAll) && (text.is_break(i + 1) || text.word(i + 1) == "as");
}

bool is_plain(const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  return quantity != nullptr && quantity->nominal && quantity->hard.bounded() &&
         quantity->dimension != Dimension::percent && quantity->dimension != Dimension::ordinal;
}

/// "40 million tons in the first half and 35 million tons in the second half".
struct Halves {
  const CopyValue* first = nullptr;
  const CopyValue* second = nullptr;
};

Halves halves_in(const CopyText& text, const Sentence& sentence) {
  constexpr std::string_view kElse[] = {"compared", "earlier", "previous", "ago", "against"};
  Halves halves;
  if (any_in(text, sentence.tokens.begin, sentence.tokens.end, kElse)) {
    return halves;
  }
  for (const CopyValue& value : text.values_in(sentence)) {
    if (!is_plain(value)) {
      continue;
    }
    if (is_in_half(text, value, "first")) {
      halves.first = &value;
    } else if (is_in_half(text, value, "second")) {
      halves.second = &value;
    }
  }
  return halves;
}

}  // namespace

void check_halves(const CopyText& text, CopyNotes& notes) {
  constexpr std::string_view kElse[] = {"last",     "previous", "ago", "expected", "forecast",
                                        "expects",  "target",   "aim", "planned",  "earlier",
                                        "compared", "would",    "to"};
  const std::vector<Sentence>& sentences = text.sentences();
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const Halves halves = halves_in(text, sentences[k]);
    if (halves.first == nullptr || halves.second == nullptr) {
      continue;
    }
    for (std::size_t next = k; next < std::min(sentences.size(), k + 2); ++next) {
      const Sentence& sentence = sentences[next];
      if (next > k && any_in(text, sentence.tokens.begin, sentence.tokens.end, kElse)) {
        continue;
      }
      for (const CopyValue& whole : text.values_in(sentence)) {
        if (&whole == halves.first || &whole == halves.second || !is_plain(whole) ||
            !is_of_whole(text, whole) || whole.quantity()->unit != halves.first->quantity()->unit) {
          continue;
        }
        const Quantity* const parts[] = {halves.first->quantity(), halves.second->quantity()};
        const double sum = number_of(*halves.first) + number_of(*halves.second);
        const double told = number_of(whole);
        const bool alike = parts[1]->unit == parts[0]->unit || parts[1]->unit == "1";
        if (!alike || can_sum_to(parts, *whole.quantity()) ||
            std::abs(sum - told) > kNearly * sum) {
          continue;
        }
        notes.add(whole.mention->core,
                  fmt::format("{} is not the sum of its halves: {} + {} is {}",
                              text.written(whole.mention->core),
                              text.written(halves.first->mention->core),
                              text.written(halves.second->mention->core), shown(sum)),
                  {{halves.first->mention->core, "the first half"},
                   {halves.second->mention->core, "the second half"}},
                  "see which of the three numbers is wrong");
      }
    }
  }
}

}  // namespace concord::proofread
