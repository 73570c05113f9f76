// Shares and changes beside the figures they are worked out from.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "compare/copy_checks.h"

namespace concord::compare {
namespace {

constexpr std::size_t kNounWords = 4;    // between a number and what follows it
constexpr std::size_t kChangeWords = 8;  // between "from A to B" and the change
constexpr double kRoundNumber = 0.02;    // of a number with three zeros
constexpr double kAboutShare = 0.1;      // of the share, where it is hedged

/// The least and the greatest that a figure may mean.
struct Bounds {
  double low = 0;
  double high = 0;
};

bool is_round(double number) {
  return number >= 1000 && std::fmod(number, 1000) == 0;
}

/// The bounds of an unhedged figure; nothing where only one end is known.
std::optional<Bounds> bounds_of(const Quantity& quantity) {
  if (!quantity.hard.low || !quantity.hard.high || !quantity.nominal) {
    return std::nullopt;
  }
  Bounds bounds{quantity.hard.low->to_double(), quantity.hard.high->to_double()};
  const double nominal = quantity.nominal->to_double();
  if (bounds.low == bounds.high && is_round(nominal)) {
    bounds = {nominal * (1 - kRoundNumber), nominal * (1 + kRoundNumber)};
  }
  return bounds;
}

/// What a percentage may stand for: half of its last digit, and more where it is hedged.
Bounds share_bounds(const Quantity& share) {
  const double nominal = share.nominal->to_double();
  const double digit = nominal == std::floor(nominal)    ? 0.5
                       : std::fmod(nominal * 10, 1) == 0 ? 0.05
                                                         : 0.005;
  const bool exact = share.hedge == Hedge::exact || share.hedge == Hedge::rounded;
  const double slack = exact ? digit : std::max(1.0, kAboutShare * std::abs(nominal)) + digit;
  return {nominal - slack - 1e-9, nominal + slack + 1e-9};
}

bool meet(const Bounds& first, const Bounds& second) {
  return first.low <= second.high && second.low <= first.high;
}

const Quantity* of_dimension(const CopyValue* value, Dimension dimension) {
  const Quantity* quantity = value == nullptr ? nullptr : value->quantity();
  return quantity != nullptr && quantity->dimension == dimension && quantity->nominal ? quantity
                                                                                      : nullptr;
}

/// A bare "120" beside a percentage is read as one; here it may be the whole.
const Quantity* counted(const CopyText& text, const CopyValue* value) {
  const Quantity* count = of_dimension(value, Dimension::count);
  if (count != nullptr) {
    return count;
  }
  const Quantity* bare = of_dimension(value, Dimension::percent);
  const bool is_bare = bare != nullptr && value->tokens.size() == 1 &&
                       text.written(*value).find('%') == std::string::npos;
  return is_bare ? bare : nullptr;
}

/// The first value or break after some words.
std::size_t after_words(const CopyText& text, std::size_t i, std::size_t most,
                        std::span<const std::string_view> stops) {
  for (std::size_t words = 0;
       words < most && !text.is_break(i) && text.value(i) == nullptr && !is_in(text.word(i), stops);
       ++words) {
    ++i;
  }
  return i;
}

/// Where "30 of the 120 workers" goes on: the whole; nullptr if it does not.
const CopyValue* whole_of(const CopyText& text, const CopyValue& part) {
  constexpr std::string_view kOf[] = {"of", "out"};
  constexpr std::string_view kThe[] = {"the", "its", "their", "all", "some",  "about", "his",
                                       "her", "a",   "total", "of",  "these", "those"};
  std::size_t i = after_words(text, part.tokens.end, kNounWords, kOf);
  if (text.word(i) == "out") {
    ++i;
  }
  if (text.word(i) != "of") {
    return nullptr;
  }
  ++i;
  while (text.value(i) == nullptr && is_in(text.word(i), kThe)) {
    ++i;
  }
  return text.value(i);
}

/// The percentage in apposition: ", or 30 percent", "(30%)", "- 30 percent".
const CopyValue* share_after(const CopyText& text, const CopyValue& whole) {
  constexpr std::string_view kOr[] = {"or"};
  std::size_t i = after_words(text, whole.tokens.end, kNounWords + 2, kOr);
  const bool is_mark = text.word(i) == "," || text.word(i) == "(" || text.is_dash(i);
  if (is_mark) {
    ++i;
  }
  const bool is_or = text.word(i) == "or";
  if (is_or) {
    ++i;
  }
  if ((!is_mark && !is_or) || (text.word(i - 1) == "," && !is_or)) {
    return nullptr;
  }
  const CopyValue* share = text.value(i);
  return of_dimension(share, Dimension::percent) != nullptr &&
                 (text.is_break(share->tokens.end) || text.word(share->tokens.end) == "of" ||
                  text.is_word(share->tokens.end))
             ? share
             : nullptr;
}

void check_share(const CopyText& text, const CopyValue& part, CopyNotes& notes) {
  const Quantity* some = counted(text, &part);
  const CopyValue* whole = some == nullptr ? nullptr : whole_of(text, part);
  const Quantity* all = counted(text, whole);
  const CopyValue* share = all == nullptr ? nullptr : share_after(text, *whole);
  if (share == nullptr) {
    return;
  }
  const auto part_bounds = bounds_of(*some);
  const auto whole_bounds = bounds_of(*all);
  if (!part_bounds || !whole_bounds || whole_bounds->low <= 0 ||
      whole_bounds->high < part_bounds->low) {
    return;
  }
  const Bounds right{100 * part_bounds->low / whole_bounds->high,
                     100 * part_bounds->high / whole_bounds->low};
  if (meet(right, share_bounds(*share->quantity()))) {
    return;
  }
  const double exact = 100 * some->nominal->to_double() / all->nominal->to_double();
  notes.add(share->mention->core,
            fmt::format("{} of {} is {} percent, not {}", text.written(part.mention->core),
                        text.written(whole->mention->core), shown(exact),
                        text.written(share->mention->core)),
            {{part.mention->core, "the part"}, {whole->mention->core, "the whole"}},
            fmt::format("write \"{} percent\", or see which of the three is wrong", shown(exact)));
}

// -- from A to B, by C percent

constexpr std::string_view kRises[] = {
    "rise",       "rises",   "rose",   "risen", "rising", "increase", "increases", "increased",
    "increasing", "gain",    "gained", "grew",  "grown",  "growth",   "jump",      "jumped",
    "climb",      "climbed", "up",     "surge", "surged", "soared",   "higher",    "more"};
constexpr std::string_view kFalls[] = {
    "fall",    "falls",   "fell",  "fallen",  "falling",  "decrease", "decreases", "decreased",
    "drop",    "dropped", "drops", "decline", "declined", "down",     "cut",       "cuts",
    "loss",    "lower",   "slump", "slumped", "plunge",   "plunged",  "shrank",    "reduction",
    "reduced", "slid",    "dip",   "dipped",  "less",     "fewer"};

struct Change {
  const CopyValue* from = nullptr;
  const CopyValue* to = nullptr;
  std::size_t begin = 0;  // tokens of both
  std::size_t end = 0;
};

/// The two figures of "from A [noun] to B" or "to B [noun] from A"; nothing for what cannot be
/// compared.
std::optional<Change> change_at(const CopyText& text, std::size_t i) {
  const bool forward = text.word(i) == "from";
  const std::string_view link[] = {forward ? std::string_view("to") : std::string_view("from")};
  const CopyValue* first = forward || text.word(i) == "to" ? text.value(i + 1) : nullptr;
  if (first == nullptr) {
    return std::nullopt;
  }
  const std::size_t at = after_words(text, first->tokens.end, kNounWords, link);
  const CopyValue* second = text.word(at) == link[0] ? text.value(at + 1) : nullptr;
  const Quantity* one = first->quantity();
  const Quantity* other = second == nullptr ? nullptr : second->quantity();
  if (one == nullptr || other == nullptr || !one->nominal || !other->nominal ||
      one->dimension != other->dimension || one->unit != other->unit) {
    return std::nullopt;
  }
  return forward ? Change{first, second, i, second->tokens.end}
                 : Change{second, first, i, second->tokens.end};
}

bool is_change(std::string_view word) {
  return is_in(word, kRises) || is_in(word, kFalls);
}

/// "a rise of 20 percent", "up by about 20 percent", "a 20 percent increase".
bool tells_change(const CopyText& text, const CopyValue& value, std::size_t begin) {
  constexpr std::string_view kLinks[] = {"of",     "by",   "about", "nearly", "almost", "roughly",
                                         "around", "some", "a",     "more",   "than",   "over"};
  std::size_t i = value.tokens.begin;
  while (i > begin && is_in(text.word(i - 1), kLinks)) {
    --i;
  }
  return (i > begin && is_change(text.word(i - 1))) || is_change(text.word(value.tokens.end)) ||
         is_change(text.word(value.tokens.end + 1));
}

bool is_percent(const CopyValue& value) {
  const Quantity* quantity = value.quantity();
  return quantity != nullptr && quantity->nominal &&
         (quantity->dimension == Dimension::percent ||
          quantity->dimension == Dimension::percentage_points);
}

/// The percentage that tells the change: ", a rise of 20 percent", ", up 20 percent" behind it, or
/// "rose 20 percent from" before it.
const CopyValue* told_change(const CopyText& text, const Sentence& sentence, const Change& change) {
  const auto values = text.values_in(sentence);
  for (const CopyValue& value : values) {
    if (!is_percent(value) || &value == change.from || &value == change.to) {
      continue;
    }
    const std::size_t behind = change.end;
    if (value.tokens.begin >= behind && value.tokens.begin - behind <= kChangeWords) {
      const bool apposed = text.word(behind) == "," || text.word(behind) == "(" ||
                           text.is_dash(behind) ||
                           (!text.is_break(behind) && text.word(behind + 1) == ",");
      const bool told = tells_change(text, value, behind);
      return apposed && told ? &value : nullptr;
    }
    if (value.tokens.end <= change.begin && change.begin - value.tokens.end <= 1) {
      const bool told = tells_change(text, value, sentence.tokens.begin);
      return told && text.word(value.tokens.end) != "," ? &value : nullptr;
    }
  }
  return nullptr;
}

/// What the percentage should be: of the first figure, and in points where both are shares.
struct Right {
  Bounds relative;
  double relative_exact = 0;
  double points = 0;
};

std::optional<Right> right_change(const Change& change) {
  const auto from = bounds_of(*change.from->quantity());
  const auto to = bounds_of(*change.to->quantity());
  if (!from || !to || from->low <= 0 || to->low < 0) {
    return std::nullopt;
  }
  Right right;
  const double first = change.from->quantity()->nominal->to_double();
  const double second = change.to->quantity()->nominal->to_double();
  right.relative_exact = 100 * std::abs(second - first) / first;
  right.points = std::abs(second - first);
  const double a = 100 * (to->low - from->high) / from->high;
  const double b = 100 * (to->high - from->low) / from->low;
  right.relative = {std::min(std::abs(a), std::abs(b)), std::max(std::abs(a), std::abs(b))};
  if ((a < 0) != (b < 0)) {
    right.relative.low = 0;
  }
  return right;
}

struct ToldChange {
  Change change;
  const CopyValue* told;
  Right right;
  bool shares = false;  // both figures are percentages
};

/// Calls take(ToldChange) for each change whose percentage is told and is not the right one.
template <class Take>
void for_each_wrong_change(const CopyText& text, const Take& take) {
  for (const Sentence& sentence : text.sentences()) {
    for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const auto change = change_at(text, i);
      const CopyValue* told = change ? told_change(text, sentence, *change) : nullptr;
      const auto right = told == nullptr ? std::nullopt : right_change(*change);
      if (!right) {
        continue;
      }
      const bool shares = change->from->quantity()->dimension == Dimension::percent;
      const Bounds said = share_bounds(*told->quantity());
      const bool in_points = told->quantity()->dimension == Dimension::percentage_points;
      const Bounds points{right->points - 0.11, right->points + 0.11};
      const bool fits = in_points ? shares && meet(said, points) : meet(said, right->relative);
      if (!fits) {
        take(ToldChange{*change, told, *right, shares});
      }
    }
  }
}

bool is_in_points(const ToldChange& one) {
  const Bounds said = share_bounds(*one.told->quantity());
  return one.shares && one.told->quantity()->dimension == Dimension::percent &&
         meet(said, {one.right.points - 0.01, one.right.points + 0.01});
}

}  // namespace

void check_shares(const CopyText& text, CopyNotes& notes) {
  for (const CopyValue& value : text.values()) {
    check_share(text, value, notes);
  }
}

void check_points(const CopyText& text, CopyNotes& notes) {
  for_each_wrong_change(text, [&](const ToldChange& one) {
    if (is_in_points(one)) {
      const std::string points = shown(one.right.points);
      notes.add(
          one.told->mention->core,
          fmt::format("from {} to {} is {} percentage point{}, or {} percent, not {}",
                      text.written(one.change.from->mention->core),
                      text.written(one.change.to->mention->core), points, points == "1" ? "" : "s",
                      shown(one.right.relative_exact), text.written(one.told->mention->core)),
          {{text.span(one.change.begin, one.change.end), "the two shares"}},
          fmt::format("write \"{} percentage point{}\"", points, points == "1" ? "" : "s"));
    }
  });
}

void check_changes(const CopyText& text, CopyNotes& notes) {
  for_each_wrong_change(text, [&](const ToldChange& one) {
    if (is_in_points(one)) {
      return;
    }
    const bool points = one.told->quantity()->dimension == Dimension::percentage_points;
    const std::string right = points && one.shares ? shown(one.right.points) + " percentage points"
                                                   : shown(one.right.relative_exact) + " percent";
    notes.add(one.told->mention->core,
              fmt::format("from {} to {} is a change of {}, not {}",
                          text.written(one.change.from->mention->core),
                          text.written(one.change.to->mention->core), right,
                          text.written(one.told->mention->core)),
              {{text.span(one.change.begin, one.change.end), "the two figures"}},
              fmt::format("write \"{}\", or see which of the three is wrong", right));
  });
}

}  // namespace concord::compare
