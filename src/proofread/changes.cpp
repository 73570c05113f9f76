// Changes beside the two figures they are worked out from.
#include "proofread/changes.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "proofread/checks.h"
#include "proofread/figures.h"

namespace concord::proofread {
namespace {

constexpr std::size_t kNounWords = 4;    // between a number and what follows it
constexpr std::size_t kChangeWords = 8;  // between "from A to B" and the change
constexpr std::size_t kLinkWords = 6;    // "60 percent in the spring of 2022 to"

struct Figure {
  Quantity quantity;  // with a nominal
  Span span;
};

struct Change {
  Figure from;
  Figure to;
  std::size_t begin = 0;  // tokens of both
  std::size_t end = 0;

  double first() const { return from.quantity.nominal->to_double(); }
  double second() const { return to.quantity.nominal->to_double(); }
};

/// The token after some words and dates: "60 percent in 2022 to".
std::size_t after_dates(const CopyText& text, std::size_t i, std::string_view link) {
  const std::size_t last = i + kLinkWords;
  while (i < last && !text.is_break(i) && text.word(i) != link) {
    const CopyValue* value = text.value(i);
    if (value != nullptr && value->time() == nullptr) {
      return i;
    }
    i = value != nullptr ? value->tokens.end : i + 1;
  }
  // "to 5 billion, from 4 billion", "to 5 billion, up from 4 billion"
  if (text.word(i) == "," && link == "from") {
    const bool moved = text.word(i + 1) == "up" || text.word(i + 1) == "down";
    const std::size_t at = i + (moved ? 2 : 1);
    return text.word(at) == link ? at : i;
  }
  return i;
}

/// "from 2,000 to 4,000", which is read as one value.
std::optional<Change> range_at(const CopyText& text, std::size_t i) {
  constexpr Decimal kLarge(1000000);  // "from 2 to 3 million" is rounded, who knows how far
  const CopyValue* value = text.word(i) == "from" ? text.value(i) : nullptr;
  const Quantity* range = value == nullptr ? nullptr : value->quantity();
  if (range == nullptr || range->hedge != Hedge::between || !range->hard.bounded() ||
      !(*range->hard.high < kLarge)) {
    return std::nullopt;
  }
  constexpr std::string_view kTo[] = {"to"};
  std::size_t to = i;
  while (to < value->tokens.end && !is_in(text.word(to), kTo)) {
    ++to;
  }
  if (to <= i + 1 || to + 1 >= value->tokens.end) {
    return std::nullopt;
  }
  Change change{{*range, text.span(i + 1, to)},
                {*range, text.span(to + 1, value->tokens.end)},
                i,
                value->tokens.end};
  for (auto [figure, number] :
       {std::pair{&change.from, *range->hard.low}, {&change.to, *range->hard.high}}) {
    figure->quantity.nominal = number;
    figure->quantity.hard = Interval<Decimal>::exactly(number);
    figure->quantity.hedge = Hedge::exact;
  }
  return change;
}

/// "from 600 million euros to 450 million": the unit is left out where it is told again.
bool is_of_unit_before(const Quantity& first, const Quantity& second) {
  constexpr double kOfOneSize = 10;
  const double one = first.nominal->to_double();
  const double other = second.nominal->to_double();
  return first.dimension == Dimension::money && second.dimension == Dimension::count &&
         second.approximate_form && second.unit == "1" && one > 0 && other > 0 &&
         std::max(one, other) < kOfOneSize * std::min(one, other);
}

/// The two figures of "from A [noun] to B" or "to B [noun] from A"; nothing for what cannot be
/// compared.
std::optional<Change> change_at(const CopyText& text, std::size_t i) {
  const bool forward = text.word(i) == "from";
  const std::string_view link = forward ? "to" : "from";
  const CopyValue* first = forward || text.word(i) == "to" ? text.value(i + 1) : nullptr;
  if (first == nullptr) {
    return range_at(text, i);
  }
  const std::size_t at = after_dates(text, first->tokens.end, link);
  const CopyValue* second = text.word(at) == link ? text.value(at + 1) : nullptr;
  const Quantity* one = first->quantity();
  const Quantity* other = second == nullptr ? nullptr : second->quantity();
  if (one == nullptr || other == nullptr || !one->nominal || !other->nominal) {
    return std::nullopt;
  }
  const bool alike = one->dimension == other->dimension && one->unit == other->unit;
  if (!alike && !is_of_unit_before(*one, *other)) {
    return std::nullopt;
  }
  const Figure figures[] = {{*one, first->mention->core}, {*other, second->mention->core}};
  return Change{figures[forward ? 0 : 1], figures[forward ? 1 : 0], i, second->tokens.end};
}

/// "rose 2 percent, from 3 percent to 5 percent": the figures behind the comma are the ends of the
/// change and not those of a range ("from 3 percent for bread to 5 percent for milk").
bool is_no_range(const CopyText& text, const Change& change, int direction) {
  constexpr std::string_view kEach[] = {"for",  "among", "depending", "on",  "with", "each",
                                        "plus", "and",   "or",        "per", "at"};
  if ((change.second() - change.first()) * direction <= 0) {
    return false;
  }
  for (std::size_t i = change.begin; i <= change.end; ++i) {
    const CopyValue* value = text.value(i);
    if (is_in(text.word(i), kEach)) {
      return false;
    }
    if (value != nullptr) {
      i = value->tokens.end - 1;
    } else if (text.is_word(i) && text.is_capital(i)) {  // "from $3 in Osterby to $5 in Lindal"
      return false;
    }
  }
  return true;
}

/// The percentage before "from A to B": "rose 20 percent from", "rose 20 percent in May, from".
bool is_told_before(const CopyText& text, const Sentence& sentence, const CopyValue& value,
                    const Change& change) {
  const int direction = direction_told(text, value, sentence.tokens.begin);
  if (direction == 0 || value.tokens.end > change.begin) {
    return false;
  }
  std::size_t i = value.tokens.end;
  const std::size_t last = i + kLinkWords;
  const auto passes = [](const CopyValue* between) {  // "by half in three years, from"
    return between == nullptr || between->time() != nullptr || between->duration() != nullptr;
  };
  while (i < change.begin && i < last && !text.is_break(i) && passes(text.value(i))) {
    i = text.value(i) != nullptr ? text.value(i)->tokens.end : i + 1;
  }
  const bool next = change.begin - value.tokens.end <= 1 && i == change.begin;
  const bool comma = text.word(i) == ",";
  return next || (i + (comma ? 1 : 0) == change.begin && is_no_range(text, change, direction));
}

/// The token behind a date that the comma of a change stands behind: "from 512 million in 2024, up
/// 25 percent", "to 420 in a year, a drop of"; `i` where there is none.
std::size_t behind_dates(const CopyText& text, std::size_t i) {
  const CopyValue* dated = text.value(text.word(i) == "in" && text.value(i) == nullptr ? i + 1 : i);
  const bool told = dated != nullptr &&
                    (dated->time() != nullptr || dated->duration() != nullptr) &&
                    text.word(dated->tokens.end) == ",";
  return told ? dated->tokens.end : i;
}

/// "rose from 30 to 36 crowns, or 25 percent": the same change again.
bool is_the_same(const CopyText& text, const Sentence& sentence, const CopyValue& value,
                 const Change& change) {
  const std::size_t begin = value.tokens.begin;
  const std::size_t by = begin > 0 && text.word(begin - 1) == "by" ? begin - 1 : begin;
  const bool read = text.word(begin) == "by" || text.word(begin) == "or";  // in one value
  const bool joined =
      (by > 1 && text.word(by - 1) == "or" && text.word(by - 2) == ",") ||
      (read && begin > 0 && (text.word(begin - 1) == "or" || text.word(begin - 1) == ","));
  bool moves = false;
  for (std::size_t i = sentence.tokens.begin; i < change.begin; ++i) {
    moves = moves || direction_of(text.word(i)) != 0;
  }
  return joined && moves && text.is_break(value.tokens.end);
}

/// The percentage that tells the change: ", a rise of 20 percent", ", up 20 percent" behind it, or
/// "rose 20 percent from" before it.
const CopyValue* told_change(const CopyText& text, const Sentence& sentence, const Change& change) {
  constexpr std::string_view kPer[] = {"a", "per", "an"};  // "to 33 cents a liter, a fall of"
  const auto values = text.values_in(sentence);
  for (const CopyValue& value : values) {
    const bool is_end = value.tokens.begin >= change.begin && value.tokens.end <= change.end;
    if (is_end || !is_told(text, value)) {
      continue;
    }
    const std::size_t behind = behind_dates(text, change.end);
    if (value.tokens.begin >= behind && value.tokens.begin - behind <= kChangeWords) {
      const bool apposed = text.word(behind) == "," || text.word(behind) == "(" ||
                           text.is_dash(behind) ||
                           (!text.is_break(behind) && text.word(behind + 1) == ",") ||
                           (is_in(text.word(behind), kPer) && text.word(behind + 2) == ",");
      const bool earlier = text.word(behind) == "," && text.word(behind + 1) == "after";
      return apposed && !earlier &&
                     (direction_told(text, value, behind) != 0 ||
                      is_the_same(text, sentence, value, change))
                 ? &value
                 : nullptr;
    }
    if (is_told_before(text, sentence, value, change)) {
      return &value;
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
  const auto from = bounds_of(change.from.quantity);
  const auto to = bounds_of(change.to.quantity);
  if (!from || !to || from->low <= 0 || to->low < 0) {
    return std::nullopt;
  }
  Right right;
  right.points = std::abs(change.second() - change.first());
  right.relative_exact = 100 * right.points / change.first();
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
      if (!right || is_adjusted(text, sentence)) {
        continue;
      }
      const bool shares = change->from.quantity.dimension == Dimension::percent;
      const Bounds said = share_bounds(*told->quantity());
      const bool in_points = told->quantity()->dimension == Dimension::percentage_points;
      const bool basis = told->quantity()->unit == "bp";
      const double slack = basis ? 0.06 : 0.11;
      const Bounds points{right->points - slack, right->points + slack};
      const bool fits = in_points ? (basis && !shares) || (shares && meet(said, points))
                                  : meet(said, right->relative);
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

// -- 30 more than

/// An exact whole number of things.
const Quantity* whole_at(const CopyValue* value) {
  const Quantity* count = of_dimension(value, Dimension::count);
  return count != nullptr && count->hedge == Hedge::exact && count->nominal->is_whole() ? count
                                                                                        : nullptr;
}

/// "140 foals, 30 more than the 120 of last year": the difference of the two is the one told.
void check_difference(const CopyText& text, const CopyValue& told, std::size_t first,
                      CopyNotes& notes) {
  constexpr std::string_view kMore[] = {"more", "fewer", "less"};
  const std::size_t end = told.tokens.end;
  const std::size_t begin = told.tokens.begin;
  if (!is_in(text.word(end), kMore) || text.word(end + 1) != "than" || begin < first + 2 ||
      text.word(begin - 1) != ",") {
    return;
  }
  constexpr std::string_view kOf[] = {"the", "last", "its", "their", "year", "month", "week", "'s"};
  std::size_t than = end + 2;
  while (than < end + 5 && text.value(than) == nullptr && is_in(text.word(than), kOf)) {
    ++than;
  }
  const CopyValue* when = text.value(than);  // "than last year's 290"
  than = when != nullptr && when->time() != nullptr && text.word(when->tokens.end) == "'s"
             ? when->tokens.end + 1
             : than;
  const CopyValue* before = nullptr;
  for (std::size_t i = begin - 1; i > first && before == nullptr && begin - i < kNounWords + 2;
       --i) {
    const CopyValue* value = text.value(i - 1);
    before = value != nullptr && value->time() == nullptr ? value : before;
  }
  const Quantity* one = whole_at(before);
  const Quantity* other = whole_at(text.value(than));
  const Quantity* difference = whole_at(&told);
  if (one == nullptr || other == nullptr || difference == nullptr) {
    return;
  }
  const double right = one->nominal->to_double() - other->nominal->to_double();
  const double said = difference->nominal->to_double() * (text.word(end) == "more" ? 1 : -1);
  if (right == said) {
    return;
  }
  notes.add(
      told.mention->core,
      fmt::format("{} is {} {} than {}, not {}", text.written(before->mention->core),
                  shown(std::abs(right)), right > 0 ? "more" : "fewer",
                  text.written(text.value(than)->mention->core), text.written(told.mention->core)),
      {{before->mention->core, "one number"}, {text.value(than)->mention->core, "the other"}},
      "see which of the three numbers is wrong");
}

// -- doubled, halved

/// A verb that says how many times as much; what the plain word allows, since few figures double
/// to the last digit.
struct Factor {
  std::string_view word;
  double times;
  double least;
  double most;
};
constexpr Factor kFactors[] = {
    {"doubled", 2, 1.75, 2.45},   {"doubling", 2, 1.75, 2.45}, {"tripled", 3, 2.6, 3.55},
    {"tripling", 3, 2.6, 3.55},   {"trebled", 3, 2.6, 3.55},   {"quadrupled", 4, 3.5, 4.7},
    {"quadrupling", 4, 3.5, 4.7}, {"halved", 0.5, 0.4, 0.58},  {"halving", 0.5, 0.4, 0.58}};
constexpr double kHedgedFactor = 1.2;

/// What "nearly doubled" and "more than doubled" allow.
Bounds factor_bounds(const CopyText& text, std::size_t i, const Factor& factor) {
  constexpr std::string_view kAbout[] = {"nearly",  "almost",    "about",
                                         "roughly", "virtually", "practically"};
  const std::string_view before = i == 0 ? std::string_view() : text.word(i - 1);
  if (before == "than") {  // "more than doubled", "more than halved"
    constexpr double kMost = 1e9;
    return factor.times < 1 ? Bounds{0, factor.most} : Bounds{factor.least, kMost};
  }
  const double slack = is_in(before, kAbout) ? kHedgedFactor : 1;
  return {factor.least / slack, factor.most * slack};
}

/// "doubled from 400 to 600": the figures right behind the verb, or behind a few words.
std::optional<Change> change_behind(const CopyText& text, std::size_t i) {
  const std::size_t last = i + 2 * kNounWords;
  for (; i <= last; ++i) {
    if (auto change = change_at(text, i)) {
      return change;
    }
    const bool comma =
        text.word(i) == "," && (text.word(i + 1) == "from" || text.word(i + 1) == "to");
    const CopyValue* value = text.value(i);
    const bool dated =
        value != nullptr && (value->time() != nullptr || value->duration() != nullptr);
    if ((text.is_break(i) && !comma) || (value != nullptr && !dated)) {
      return std::nullopt;
    }
    i = dated ? value->tokens.end - 1 : i;
  }
  return std::nullopt;
}

/// "from 400 to 600 euros, doubling": the figures right before the comma.
std::optional<Change> change_before(const CopyText& text, std::size_t i) {
  constexpr std::size_t kWords = 12;
  for (std::size_t at = i; i > 0 && text.word(i - 1) == "," && at > 0 && i - at < kWords; --at) {
    if (text.word(at - 1) == "." || text.word(at - 1) == ";") {
      break;
    }
    const auto change = text.word(at - 1) == "from" ? change_at(text, at - 1) : std::nullopt;
    if (change && change->end == i - 1) {
      return change;
    }
  }
  return std::nullopt;
}

void check_factor(const CopyText& text, std::size_t i, const Factor& factor, CopyNotes& notes) {
  auto change = change_behind(text, i + 1);
  change = !change && factor.word.ends_with("ing") ? change_before(text, i) : change;
  const auto from = change ? bounds_of(change->from.quantity) : std::nullopt;
  const auto to = change ? bounds_of(change->to.quantity) : std::nullopt;
  if (!from || !to || from->low <= 0 || to->low <= 0 ||
      meet({to->low / from->high, to->high / from->low}, factor_bounds(text, i, factor))) {
    return;
  }
  notes.add(text.span(i, i + 1),
            fmt::format("from {} to {} is {} times as much: not {}",
                        text.written(change->from.span), text.written(change->to.span),
                        shown(change->second() / change->first()), text.word(i)),
            {{text.span(change->begin, change->end), "the two figures"}},
            "see which of the verb and the two figures is wrong");
}

}  // namespace

void check_points(const CopyText& text, CopyNotes& notes) {
  for_each_wrong_change(text, [&](const ToldChange& one) {
    if (is_in_points(one)) {
      const std::string points = shown(one.right.points);
      notes.add(one.told->mention->core,
                fmt::format("from {} to {} is {} percentage point{}, or {} percent, not {}",
                            text.written(one.change.from.span), text.written(one.change.to.span),
                            points, points == "1" ? "" : "s", shown(one.right.relative_exact),
                            text.written(one.told->mention->core)),
                {{text.span(one.change.begin, one.change.end), "the two shares"}},
                fmt::format("write \"{} percentage point{}\"", points, points == "1" ? "" : "s"));
    }
  });
  check_moved_points(text, notes);
}

void check_changes(const CopyText& text, CopyNotes& notes) {
  for_each_wrong_change(text, [&](const ToldChange& one) {
    if (is_in_points(one)) {
      return;
    }
    const bool points = one.told->quantity()->dimension == Dimension::percentage_points;
    const std::string right = points && one.shares ? shown(one.right.points) + " percentage points"
                                                   : shown(one.right.relative_exact) + " percent";
    notes.add(
        one.told->mention->core,
        fmt::format("from {} to {} is a change of {}, not {}", text.written(one.change.from.span),
                    text.written(one.change.to.span), right, text.written(one.told->mention->core)),
        {{text.span(one.change.begin, one.change.end), "the two figures"}},
        fmt::format("write \"{}\", or see which of the three is wrong", right));
  });
  for (const Sentence& sentence : text.sentences()) {
    for (const CopyValue& value : text.values_in(sentence)) {
      check_difference(text, value, sentence.tokens.begin, notes);
    }
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto* factor = std::ranges::find(kFactors, text.word(i), &Factor::word);
    if (factor != std::end(kFactors) && text.word(i + 1) != "down") {
      check_factor(text, i, *factor, notes);
    }
  }
  check_moved(text, notes);
  check_times(text, notes);
  check_averages(text, notes);
  check_steps(text, notes);
  check_tables(text, notes);
}

}  // namespace concord::proofread
