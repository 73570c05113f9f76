// Which way the words say that a figure moves.
#include "proofread/changes.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kNounWords = 4;  // between a number and what follows it

constexpr std::string_view kRises[] = {
    "rise",   "rises",   "rose",  "risen", "rising", "increase", "increases", "increased",
    "gain",   "gained",  "grew",  "grown", "growth", "jump",     "jumped",    "increasing",
    "climb",  "climbed", "up",    "surge", "surged", "soared",   "higher",    "more",
    "raised", "hiked",   "raise", "leapt", "added",  "expanded", "swelled",   "advanced"};
constexpr std::string_view kFalls[] = {
    "fall",    "falls",   "fell",    "fallen",  "falling",   "decrease", "decreases", "decreased",
    "drop",    "dropped", "drops",   "decline", "declined",  "down",     "cut",       "cuts",
    "loss",    "lower",   "slump",   "slumped", "plunge",    "plunged",  "shrank",    "reduction",
    "reduced", "slid",    "dip",     "dipped",  "less",      "fewer",    "lowered",   "trimmed",
    "sank",    "tumbled", "slashed", "slipped", "contracted"};

/// Figures told on another footing than the two beside them.
constexpr std::string_view kAdjusted[] = {"adjusted", "adjusting",  "excluding",
                                          "constant", "annualized", "underlying",
                                          "organic",  "comparable", "seasonally"};

/// The way a verb before "by" goes: "raised its key rate by".
int direction_by(const CopyText& text, std::size_t by, std::size_t begin) {
  for (std::size_t i = by, words = 0; i > begin && words < kNounWords + 1; --i, ++words) {
    if (text.is_break(i - 1) || text.value(i - 1) != nullptr) {
      return 0;
    }
    if (const int direction = direction_of(text.word(i - 1)); direction != 0) {
      return direction;
    }
  }
  return 0;
}

}  // namespace

int direction_of(std::string_view word) {
  return is_in(word, kRises) ? 1 : is_in(word, kFalls) ? -1 : 0;
}

int direction_told(const CopyText& text, const CopyValue& value, std::size_t begin) {
  constexpr std::string_view kLinks[] = {"of",     "by",   "about",  "nearly",  "almost",
                                         "around", "some", "a",      "roughly", "more",
                                         "than",   "over", "another"};
  std::size_t i = value.tokens.begin;
  while (i > begin && is_in(text.word(i - 1), kLinks)) {
    --i;
  }
  int before = i > begin ? direction_of(text.word(i - 1)) : 0;
  if (before == 0 && text.word(i) == "by") {
    before = direction_by(text, i, begin);
  }
  if (before != 0 || value.tokens.end >= text.size()) {
    return before;
  }
  const int after = direction_of(text.word(value.tokens.end));
  return after != 0 || text.is_break(value.tokens.end)
             ? after
             : direction_of(text.word(value.tokens.end + 1));
}

bool is_told(const CopyText& text, const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  if (quantity == nullptr || !quantity->nominal) {
    return false;
  }
  constexpr std::string_view kBy[] = {"by", "about", "nearly", "almost", "roughly"};
  const std::size_t begin = value.tokens.begin;
  const std::size_t end = value.tokens.end;
  const bool point = text.word(end) == "point" || text.word(end) == "percentage" ||
                     text.word(end + 1) == "point";  // "by half a point"
  const bool by =
      !point && begin > 0 && (is_in(text.word(begin), kBy) || is_in(text.word(begin - 1), kBy));
  return quantity->dimension == Dimension::percent ||
         quantity->dimension == Dimension::percentage_points || (by && is_fraction(text, value));
}

bool is_adjusted(const CopyText& text, const Sentence& sentence) {
  return any_in(text, sentence.tokens.begin, sentence.tokens.end, kAdjusted);
}

}  // namespace concord::proofread
